"""What a pydantic model expects at each place of the data: keys, choices, numbers.

Compiled once a model from its core schema, because a pydantic error alone does not say which keys
were known, and its `loc` contains union labels that no YAML file contains.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import msgspec

if TYPE_CHECKING:
    from pydantic import BaseModel

Kind = Literal[
    "fields", "mapping", "sequence", "union", "tagged", "choice", "int", "float", "bool", "text", "open"
]

#: Core schemas that change nothing about what is written: the name of their inner schema.
_THROUGH = {
    "default": "schema",
    "nullable": "schema",
    "model": "schema",
    "function-after": "schema",
    "custom-error": "schema",
    "definitions": "schema",
    "lax-or-strict": "lax_schema",
    "json-or-python": "python_schema",
}
_SCALARS: dict[str, Kind] = {"int": "int", "float": "float", "bool": "bool", "str": "text"}


class Shape(msgspec.Struct, eq=False):
    """What may stand at one place.

    fields: `members` by key; mapping: `key` and `value`; sequence: `items`, the one at `repeat` (if
    any) as often as wanted; union: `items`; tagged: `members` by the tag that stands at key `tag`;
    choice: `choices`. A scalar kind is given only where the text itself becomes the value: after a
    validator of our own that reads the text first, it is open. `has_scalars` says whether a number or
    a truth value can stand here or below; the walk over the data leaves out what has none.
    """

    kind: Kind = "open"
    name: str = ""
    members: dict[str, Shape] = {}
    key: Shape | None = None
    value: Shape | None = None
    items: tuple[Shape, ...] = ()
    repeat: int | None = None
    tag: str = ""
    choices: tuple[str, ...] = ()
    has_scalars: bool = False

    def below(self) -> list[Shape]:
        """The shapes of everything that may stand directly inside."""
        inside = [*self.members.values(), *self.items]
        return inside + [shape for shape in (self.key, self.value) if shape]

    def item(self, index: int) -> Shape:
        """The shape of one item of a sequence."""
        if self.repeat is not None and index >= self.repeat:
            return self.items[self.repeat]
        return self.items[index] if 0 <= index < len(self.items) else OPEN


OPEN = Shape()


@lru_cache(maxsize=256)
def shape_of(model: type[BaseModel]) -> Shape:
    """The shape of a model; its forward references are resolved already."""
    model.model_rebuild()
    builder = _Builder()
    shape = builder.build(model.__pydantic_core_schema__)
    builder.mark_scalars()
    return shape


class _Builder:
    """Turns core schemas into shapes; a recursive schema becomes a recursive shape."""

    def __init__(self) -> None:
        self._definitions: dict[str, Any] = {}
        self._built: dict[tuple[int, bool], Shape] = {}

    def build(self, schema: Any, *, is_exact: bool = True) -> Shape:
        while True:
            kind = schema["type"]
            if kind == "definitions":
                self._definitions |= {item["ref"]: item for item in schema["definitions"]}
            if kind == "definition-ref":
                schema = self._definitions[schema["schema_ref"]]
            elif kind in _THROUGH:
                schema = schema[_THROUGH[kind]]
            elif kind in ("function-before", "function-wrap"):
                schema, is_exact = schema["schema"], False
            elif kind == "chain":
                schema = schema["steps"][0]
            else:
                break
        place = (id(schema), is_exact)
        if place not in self._built:
            self._built[place] = Shape()
            self._fill(self._built[place], schema, is_exact=is_exact)
        return self._built[place]

    def mark_scalars(self) -> None:
        """Set `has_scalars` upwards until nothing changes; shapes may contain themselves."""
        shapes = list(self._built.values())
        has_changed = True
        while has_changed:
            has_changed = False
            for shape in shapes:
                own = shape.kind in ("int", "float", "bool")
                if not shape.has_scalars and (own or any(inner.has_scalars for inner in shape.below())):
                    shape.has_scalars = has_changed = True

    def _fill(self, shape: Shape, schema: Any, *, is_exact: bool) -> None:
        kind = schema["type"]
        if kind in _SCALARS:
            shape.kind = _SCALARS[kind] if is_exact or kind == "str" else "open"
            shape.name = kind
        elif kind == "model-fields":
            shape.kind, shape.name = "fields", schema["model_name"]
            fields = schema["fields"].items()
            shape.members = {_key(name, field): self.build(field["schema"]) for name, field in fields}
        elif kind == "dict":
            shape.kind = "mapping"
            shape.key = self._inner(schema.get("keys_schema"), is_exact=is_exact)
            shape.value = self._inner(schema.get("values_schema"), is_exact=is_exact)
        elif kind in ("list", "set", "frozenset"):
            shape.kind, shape.repeat = "sequence", 0
            shape.items = (self._inner(schema.get("items_schema"), is_exact=is_exact),)
        elif kind == "tuple":
            shape.kind, shape.repeat = "sequence", schema.get("variadic_item_index")
            shape.items = tuple(self.build(item, is_exact=is_exact) for item in schema["items_schema"])
        elif kind == "union":
            choices = [item[0] if isinstance(item, tuple) else item for item in schema["choices"]]
            shape.kind = "union"
            shape.items = tuple(self.build(item, is_exact=is_exact) for item in choices)
        elif kind == "tagged-union" and isinstance(schema["discriminator"], str):
            shape.kind, shape.tag = "tagged", schema["discriminator"]
            shape.members = {_word(tag): self.build(item) for tag, item in schema["choices"].items()}
        elif kind in ("literal", "enum"):
            shape.kind, shape.name = "choice", kind
            shape.choices = tuple(
                _word(item) for item in schema["expected" if kind == "literal" else "members"]
            )

    def _inner(self, schema: Any, *, is_exact: bool) -> Shape:
        return OPEN if schema is None else self.build(schema, is_exact=is_exact)


def _key(name: str, field: dict[str, Any]) -> str:
    alias = field.get("validation_alias", name)
    return alias if isinstance(alias, str) else name


def _word(choice: object) -> str:
    return str(choice.value if isinstance(choice, Enum) else choice)
