"""The documentation page of the inventory: every file, every key, its default and what it means."""

from __future__ import annotations

import sys
import types
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from netgen.intent.resolution import EXCEPTABLE
from netgen.loader.inventory import OPTIONAL_FILES, SCHEMAS

_ORDER = """## Where a value comes from

One order, and no other: the first that says something wins.

1. **Exception** of the site (`sites/<site>.yaml`, `exceptions`): with reason, approver and expiry. Only these can be
   excepted: {exceptable}. What safeguarding or isolation rests on cannot.
2. **Site**: its boxes, cables, circuits and numbers of people. Nothing of the standard is repeated there.
3. **Archetype** (`standard/archetypes.yaml`): topology, capacity, segments that this kind of school lacks, filters by
   the **phase** of its pupils where a rule says `by-phase`.
4. **Standard** (`standard/*.yaml`) and **trust** (`trust.yaml`): the same everywhere.
5. **Default** of the key, as written below.

`netgen explain FILE:LINE` names the line of YAML that a line of a configuration comes from, and `netgen explain PATH`
every line that a value touches.
"""


def inventory_page() -> str:
    """`docs/inventory.md`."""
    exceptable = ", ".join(f"`{collection}.<name>.{field}`" for collection, field in sorted(EXCEPTABLE))
    lines = [
        "# Inventory",
        "",
        "Made from the models by `python -m netgen.reports.inventory_pages`; a test compares. The JSON Schemas in",
        "`schema/` say the same to an editor. A key without a default must be written.",
        "",
        *_ORDER.format(exceptable=exceptable).splitlines(),
    ]
    told: set[type[BaseModel]] = set()
    for name, model in sorted(
        SCHEMAS.items(), key=lambda item: (item[0] != "trust", item[0] == "site", item[0])
    ):
        place = {"trust": "trust.yaml", "site": "sites/<site>.yaml"}.get(name, f"standard/{name}.yaml")
        optional = " (may be left out)" if name in OPTIONAL_FILES else ""
        lines += ["", f"## {place}{optional}", ""]
        for found in _models(model):
            if found not in told:
                told.add(found)
                lines += _table(found)
    return "\n".join(lines).rstrip() + "\n"


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model itself unless it only wraps a table, then those inside of it, in order."""
    if not issubclass(model, RootModel):
        yield model
    for field in model.model_fields.values():
        for inner in _inner(field.annotation):
            yield from _models(inner)


def _inner(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _inner(argument)


def _table(model: type[BaseModel]) -> list[str]:
    first = (model.__doc__ or "").strip().split("\n\n")[0]
    lines = [f"**{model.__name__.rstrip('_')}** - {' '.join(first.split())}", ""]
    lines += ["| key | value | default | |", "|---|---|---|---|"]
    for name, field in model.model_fields.items():
        lines.append(
            f"| `{field.alias or name}` | {_type(field.annotation)} | {_default(field)} | {field.description or ''} |"
        )
    return [*lines, ""]


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "**must be written**"
    value = field.default_factory() if field.default_factory else field.default  # type: ignore[call-arg]
    if value is None or value in ((), {}):
        return "nothing"
    if isinstance(value, BaseModel):
        return "see below"
    if isinstance(value, tuple):
        return ", ".join(f"`{item}`" for item in value)
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


_WORDS = {str: "text", int: "number", float: "number", bool: "true or false"}


def _type(annotation: Any) -> str:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if annotation in _WORDS:
        return _WORDS[annotation]
    if origin is typing.Annotated:
        return _type(arguments[0])
    if origin is typing.Literal:
        return " \\| ".join(f"`{item}`" for item in arguments)
    if origin in (typing.Union, types.UnionType):
        return _type(next(item for item in arguments if item is not type(None)))
    if origin is tuple:
        return f"list of {_type(arguments[0])}"
    if origin is dict:
        return f"name: {_type(arguments[1])}"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation.__name__.rstrip("_")
    return {"date": "date", "Prefix": "prefix"}.get(getattr(annotation, "__name__", ""), "text")


if __name__ == "__main__":
    sys.stdout.write(inventory_page())
