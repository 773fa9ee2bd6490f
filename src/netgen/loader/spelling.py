"""Finds numbers and truth values that are not written in their one spelling.

pydantic reads `010`, `1_000`, `3.0`, `+5` and ` 30 ` as whole numbers and `no`, `y` and `1` as truth
values. YAML 1.1 reads some of them differently, people read others differently again, and a wrong
VLAN cuts a school off; so a whole number is digits, and truth is `true` or `false`.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from netgen.loader.shapes import OPEN, Kind, Shape

_SPELLING: dict[str, re.Pattern[str]] = {
    "int": re.compile(r"(?:0|-?[1-9][0-9]*)\Z"),
    "float": re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?\Z"),
    "bool": re.compile(r"(?:true|false)\Z"),
}


class OddScalar(NamedTuple):
    """A text where the model wants a number or a truth value, in a spelling that is not ours."""

    text: str
    kind: Kind


OddScalars = dict[tuple[str | int, ...], OddScalar]


def odd_scalars(shape: Shape, data: Any) -> OddScalars:
    """Every such text by its loc; a key has the loc of its value and `[key]`, as in pydantic."""
    found: OddScalars = {}
    if shape.has_scalars:
        _walk(shape, data, (), found)
    return found


def _walk(shape: Shape, data: Any, loc: tuple[str | int, ...], found: OddScalars) -> None:
    if isinstance(data, str):
        kind = _scalar_kind(shape, data)
        if kind != "open" and not _SPELLING[kind].match(data):
            found[loc] = OddScalar(data, kind)
    elif isinstance(data, dict):
        _walk_mapping(_meant(shape, data), data, loc, found)
    elif isinstance(data, list):
        if shape.kind == "union":
            shape = next((item for item in shape.items if item.kind == "sequence"), OPEN)
        if shape.kind == "sequence" and shape.has_scalars:
            for index, value in enumerate(data):
                _walk(shape.item(index), value, (*loc, index), found)


def _walk_mapping(shape: Shape, data: dict[str, Any], loc: tuple[str | int, ...], found: OddScalars) -> None:
    if shape.kind == "fields":
        for key, value in data.items():
            member = shape.members.get(key)
            if member is not None and member.has_scalars:
                _walk(member, value, (*loc, key), found)
    elif shape.kind == "mapping" and shape.key and shape.value:
        for key, value in data.items():
            if shape.key.has_scalars:
                _walk(shape.key, key, (*loc, key, "[key]"), found)
            if shape.value.has_scalars:
                _walk(shape.value, value, (*loc, key), found)


def _scalar_kind(shape: Shape, text: str) -> Kind:
    """What the model makes of a text; open where it may stay a text or be one of some words."""
    if shape.kind in _SPELLING:
        return shape.kind
    if shape.kind == "union" and not any(item.kind in ("text", "open") for item in shape.items):
        kinds = [item.kind for item in shape.items if item.kind in _SPELLING]
        if len(kinds) == 1 and not any(item.kind == "choice" for item in shape.items):
            return kinds[0]
        if len(kinds) == 1 and text[:1] in "+-0123456789 ":
            return kinds[0] if not any(text in item.choices for item in shape.items) else "open"
    return "open"


def _meant(shape: Shape, data: dict[str, Any]) -> Shape:
    """The member of a union that a mapping is, as far as its tag or its keys tell."""
    if shape.kind == "tagged":
        return shape.members.get(str(data.get(shape.tag)), OPEN)
    if shape.kind == "union":
        models = [
            item for item in shape.items if item.kind == "fields" and data.keys() <= item.members.keys()
        ]
        return models[0] if len(models) == 1 else OPEN
    return shape
