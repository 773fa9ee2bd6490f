"""Reads the FortiOS schema from the source of the PyPI package hfortix-fortios, without importing it.

The package is a test-time dependency (`pip install netgen[oracle]`); its licence forbids a copy here. Helper
files hold the top two levels of a path, model files the deeper ones.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

_PYTHON_WORDS = ("global", "import", "class")


class Field(msgspec.Struct, frozen=True):
    """One field. `children` is the sub-table it holds, or None for a plain value."""

    type: str
    options: tuple[str, ...]
    longest: int
    smallest: int | None
    largest: int | None
    default: str
    children: Mapping[str, Field] | None


class Table(msgspec.Struct, frozen=True):
    """The fields of a path and its key ("" for a single object)."""

    key: str
    fields: Mapping[str, Field]


def schema_folder() -> Path | None:
    """Where the schema package lies; None when it is not installed."""
    spec = find_spec("hfortix_fortios")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(next(iter(spec.submodule_search_locations))) / "api"


@cache
def read_table(path: str) -> Table | None:
    """The schema of a `config` path such as `system dhcp server`; None when there is no such path."""
    folder = schema_folder()
    if folder is None:
        msg = "hfortix-fortios is not installed"
        raise RuntimeError(msg)
    words = path.replace("-", "_").split(" ")
    for split in range(len(words) - 1, 0, -1):
        name = "_".join(words[split:])
        name += "_" if name in _PYTHON_WORDS else ""
        place = Path(*words[:split])
        helper = folder / "v2" / "cmdb" / place / "_helpers" / f"{name}.py"
        if helper.is_file():
            return _read_table(helper, folder / "models" / "cmdb" / place / f"{name}.py")
    return None


def _read_table(helper: Path, model: Path) -> Table:
    data = _constants(helper)
    nested, limits = data.get("NESTED_SCHEMAS", {}), data.get("FIELD_CONSTRAINTS", {})
    defaults, deeper = data.get("FIELDS_WITH_DEFAULTS", {}), _deeper_tables(model)
    fields = {
        name: _field(
            {
                "type": kind,
                "options": data.get("VALID_BODY_" + name.upper().replace("-", "_"), []),
                "max_length": limits.get(name, {}).get("max_length", 0),
                "min_value": limits.get(name, {}).get("min"),
                "max_value": limits.get(name, {}).get("max"),
                "default": defaults.get(name, ""),
            },
            _children(name, nested, deeper),
        )
        for name, kind in {**dict.fromkeys(nested, "table"), **data["FIELD_TYPES"]}.items()
    }
    return Table(data.get("SCHEMA_INFO", {}).get("mkey", ""), fields)


def _children(
    name: str, nested: Mapping[str, Any], deeper: Mapping[str, Mapping[str, Field]]
) -> dict[str, Field] | None:
    if name not in nested:
        return None
    found = {child: _field(facts, deeper.get(f"{name}.{child}")) for child, facts in nested[name].items()}
    for child, field in deeper.get(name, {}).items():
        found.setdefault(child, field)
    return found


def _field(facts: Mapping[str, Any], children: Mapping[str, Field] | None) -> Field:
    return Field(
        type=facts.get("type", ""),
        options=tuple(facts.get("options", ())),
        longest=facts.get("max_length") or 0,
        smallest=facts.get("min_value"),
        largest=facts.get("max_value"),
        default=str(facts.get("default") or ""),
        children=children,
    )


def _constants(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(target, ast.Name) and node.value:
            try:
                found[target.id] = ast.literal_eval(node.value)
            except ValueError:
                continue
    return found


def _deeper_tables(path: Path) -> dict[str, dict[str, Field]]:
    """`{"ftgd-wf.filters": fields}` from the model classes, which go deeper than the helper's tables."""
    if not path.is_file():
        return {}
    classes = [
        node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef)
    ]
    enums = {node.name: tuple(_strings(node.body)) for node in classes if node.name.endswith("Enum")}
    tables: dict[str, dict[str, Field]] = {}
    for node in classes:
        match = re.match(r"\s*Child table model for (\S+)\.\s", (ast.get_docstring(node) or "") + "\n")
        if match:
            tables[match[1]] = dict(_model_fields(node, enums))
    for name in sorted(tables, key=lambda item: -item.count(".")):
        parent, _, child = name.rpartition(".")
        if parent in tables and child in tables[parent]:
            tables[parent][child] = msgspec.structs.replace(tables[parent][child], children=tables[name])
    return tables


def _strings(body: Iterable[ast.stmt]) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            yield str(node.value.value)


def _model_fields(node: ast.ClassDef, enums: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Field]]:
    for item in node.body:
        if not (isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)):
            continue
        keywords: dict[str, Any] = {}
        if isinstance(item.value, ast.Call):
            keywords = {
                word.arg: word.value.value
                for word in item.value.keywords
                if word.arg and isinstance(word.value, ast.Constant)
            }
        options: list[str] = []
        kind = ""
        for part in ast.walk(item.annotation):
            if isinstance(part, ast.Name) and part.id in enums:
                options.extend(enums[part.id])
            elif isinstance(part, ast.Name) and part.id in ("int", "str"):
                kind = "integer" if part.id == "int" else "user"
            elif isinstance(part, ast.Subscript) and getattr(part.value, "id", "") == "Literal":
                options.extend(
                    str(word.value) for word in ast.walk(part.slice) if isinstance(word, ast.Constant)
                )
        facts = {
            "type": kind,
            "options": options,
            "max_length": keywords.get("max_length"),
            "min_value": keywords.get("ge"),
            "max_value": keywords.get("le"),
            "default": keywords.get("default"),
        }
        name = keywords.get("serialization_alias") or item.target.id.replace("_", "-")
        yield name, _field(facts, None)
