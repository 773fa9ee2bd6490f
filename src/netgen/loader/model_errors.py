"""Places a pydantic error in the data it is about, and keeps one member of each union.

pydantic's `loc` contains discriminator tags and names of union members that no YAML file contains,
and a union reports what is wrong with each of its members.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from netgen.loader.shapes import OPEN, Shape
from netgen.loader.yaml_nodes import Loc

#: Start of a pydantic error type -> what is wanted there, in words, and how to write it.
_TYPES = (
    ("int_", "a whole number", "write digits only, such as 10"),
    ("float_", "a number", "write a number such as 1.5"),
    ("bool_", "true or false", "write true or false"),
    ("string_type", "text", "write one word or one line of text"),
    ("string_unicode", "text", "write one word or one line of text"),
    ("model_", "keys and values", "write `key: value` lines below it"),
    ("dict_", "keys and values", "write `key: value` lines below it"),
    ("mapping_", "keys and values", "write `key: value` lines below it"),
    ("dataclass_", "keys and values", "write `key: value` lines below it"),
    ("list_", "a list", "write `- item` lines below it"),
    ("tuple_", "a list", "write `- item` lines below it"),
    ("set_", "a list", "write `- item` lines below it"),
    ("frozen_set_", "a list", "write `- item` lines below it"),
    ("none_required", "nothing", "remove the value"),
    ("date_", "a date", "write year-month-day, such as 2026-09-01"),
    ("datetime_", "a date and time", "write it as 2026-09-01T17:00:00Z"),
    ("time_", "a time of day", "write hours and minutes, such as 22:30"),
    ("timedelta_", "a duration", "write it as 01:30:00"),
    ("decimal_", "a number", "write a number such as 1.5"),
)  # fmt: skip


class Problem(NamedTuple):
    """A pydantic error whose `loc` is a place of the data: union labels are gone."""

    type: str
    loc: Loc
    shape: Shape
    parent: Shape
    message: str
    value: Any
    context: dict[str, Any]
    union: Loc | None = None
    label: str = ""
    wanted: tuple[str, ...] = ()


def locate(shape: Shape, data: Any, error: Any) -> Problem:
    """Walk the model, the data and the error's loc together, leaving out what is only in the model."""
    loc: list[str | int] = []
    parent, union, label = OPEN, None, ""
    parts: Loc = error["loc"]
    for position, part in enumerate(parts):
        is_last = position == len(parts) - 1
        if shape.kind == "tagged":
            shape = shape.members.get(str(part), OPEN)
        elif shape.kind == "union":
            if union is None:
                union, label = tuple(loc), str(part)
            shape = _member(shape, str(part))
        elif part == "[key]" and is_last and loc and parent.kind in ("mapping", "open"):
            loc.append(part)
        elif shape.kind == "open" and not _holds(data, part) and not is_last:
            continue  # a label of a union that a validator of our own hides
        else:
            parent, shape = shape, _below(shape, part)
            data = data[part] if _holds(data, part) else None
            loc.append(part)
    context = error.get("ctx") or {}
    return Problem(
        error["type"], tuple(loc), shape, parent, error["msg"], error["input"], context, union, label
    )


def _holds(data: Any, part: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(part, int) and 0 <= part < len(data)
    return isinstance(data, dict) and part in data


def _below(shape: Shape, part: str | int) -> Shape:
    if shape.kind == "fields":
        return shape.members.get(str(part), OPEN)
    if shape.kind == "mapping":
        return shape.value or OPEN
    if shape.kind == "sequence" and isinstance(part, int):
        return shape.item(part)
    return OPEN


def _member(union: Shape, label: str) -> Shape:
    """The member of a union that pydantic labels `Site`, `int` or `function-after[check(), Site]`."""
    named = [
        item for item in union.items if item.name and (label == item.name or label.endswith(f"{item.name}]"))
    ]
    if named:
        return named[0]
    kinds = {
        "list[": "sequence",
        "tuple[": "sequence",
        "set[": "sequence",
        "dict[": "mapping",
        "literal[": "choice",
    }
    kind = next((kind for start, kind in kinds.items() if label.startswith(start)), "")
    return next((item for item in union.items if item.kind == kind), OPEN)


def wanted_type(problem: Problem) -> tuple[str, str]:
    """What a type error wanted, and how to write it; empty when it is no type error."""
    if problem.type in ("literal_error", "enum"):
        return _choice_words(problem.shape.choices), "choose one of them"
    return next(
        ((words, advice) for start, words, advice in _TYPES if problem.type.startswith(start)), ("", "")
    )


def one_member_per_union(problems: list[Problem]) -> list[Problem]:
    """A union reports the errors of all its members: keep the member that was meant.

    That is the one whose type fits and that has the fewest errors; when no type fits, one finding
    names all of them.
    """
    kept = [problem for problem in problems if problem.union is None]
    for place in dict.fromkeys(problem.union for problem in problems if problem.union is not None):
        members: dict[str, list[Problem]] = {}
        for problem in problems:
            if problem.union == place:
                members.setdefault(problem.label, []).append(problem)
        misfits = [
            found
            for found in members.values()
            if len(found) == 1 and found[0].loc == place and wanted_type(found[0])[0]
        ]
        fits = [found for found in members.values() if found not in misfits]
        if fits:
            meant = min(fits, key=len)
            kept += meant
        elif len(misfits) == 1:
            kept += misfits[0]
        else:
            words = tuple(dict.fromkeys(wanted_type(found[0])[0] for found in misfits))
            kept.append(misfits[0][0]._replace(type="union", wanted=words))
    return kept


def _choice_words(choices: tuple[str, ...]) -> str:
    return " or ".join(f"`{choice}`" for choice in choices[:6]) + (" or more" if len(choices) > 6 else "")
