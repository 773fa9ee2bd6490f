"""A row of the baseline: the shape of a line, and whether it must be there.

Shapes are words. Beside a plain word: `*` any one word, `TP-*` one that begins so, `...` any words to
the end, `<=N`, `>=N` and `A..B` a whole number, `{a,b}` one of these, `{a,b}+` one or more of these to the
end, `$name` a value of the plan (no row with an unknown value counts).

>>> fits("login block-for >=300 attempts <=10", "login block-for 300 attempts 5", {})
True
>>> fits("mac {sha2-256,sha2-512}+", "mac sha2-512 md5", {})
False
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

_DIGITS = 10
#: What makes a word of a shape a pattern.
_MARKS = "*{$<>"


class Row(msgspec.Struct, frozen=True):
    """A line that must or may stand in a scope. `when` names the value of the plan that asks for it.

    A row whose scope has a `*` must hold in each such block of the text. `why` ends the objection.
    """

    scope: str
    shape: str
    why: str = ""
    must: bool = True
    when: str = ""


def must(scope: str, shape: str, why: str, when: str = "") -> Row:
    """A line that a text needs."""
    return Row(scope, shape, why, must=True, when=when)


def may(scope: str, *shapes: str) -> tuple[Row, ...]:
    """Lines that a text can have."""
    return tuple(Row(scope, shape, must=False) for shape in shapes)


class Table:
    """The rows of a platform, found by the first word of a line."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        """Index `rows`; those that begin with a pattern are tried for every line."""
        self.rows = rows
        self.needed = tuple(row for row in rows if row.must)
        self._by_word: dict[str, list[Row]] = {}
        for row in rows:
            first = row.shape.split(" ", 1)[0]
            is_pattern = first != "..." and any(mark in first for mark in _MARKS)
            self._by_word.setdefault("*" if is_pattern else first, []).append(row)

    def covers(self, scope: str, text: str, values: Mapping[str, str]) -> bool:
        """True if a row lets this line stand in this scope."""
        return any(
            fits(row.scope, scope, values) and fits(row.shape, text, values) for row in self._candidates(text)
        )

    def _candidates(self, text: str) -> Iterator[Row]:
        yield from self._by_word.get(text.split(" ", 1)[0], ())
        yield from self._by_word.get("*", ())
        yield from self._by_word.get("...", ())


def fits(shape: str, text: str, values: Mapping[str, str]) -> bool:
    """True if the words of a text have the shape."""
    if shape == text:
        return True
    found = text.split()
    wanted = _words(shape)
    for place, word in enumerate(wanted):
        if word == "...":
            return True
        if word.endswith("}+"):
            rest = found[place:]
            return bool(rest) and all(_is_one_of(each, word[1:-2]) for each in rest)
        if place >= len(found) or not _word_fits(word, found[place], values):
            return False
    return len(found) == len(wanted)


def resolve(shape: str, values: Mapping[str, str]) -> str:
    """A shape with the values of the plan in place of their names."""
    return " ".join(
        word.partition("$")[0] + values.get(word.partition("$")[2], word) if "$" in word else word
        for word in _words(shape)
    )


@lru_cache(maxsize=4096)
def _words(shape: str) -> tuple[str, ...]:
    return tuple(shape.split())


def _is_one_of(word: str, listed: str) -> bool:
    return word in listed.split(",")


def _word_fits(shape: str, word: str, values: Mapping[str, str]) -> bool:
    if shape in ("*", word):
        return True
    if "$" in shape:
        before, _, name = shape.partition("$")
        value = values.get(name, "")
        return bool(value) and word == before + value
    if shape[0] == "{":
        return _is_one_of(word, shape[1:-1])
    if "*" in shape:
        before, _, after = shape.partition("*")
        return word.startswith(before) and word.endswith(after)
    return _number_fits(shape, word)


def _number_fits(shape: str, word: str) -> bool:
    if not (word.isascii() and word.isdigit() and len(word) < _DIGITS):
        return False
    number = int(word)
    if shape.startswith("<="):
        return number <= int(shape[2:])
    if shape.startswith(">="):
        return number >= int(shape[2:])
    low, dots, high = shape.partition("..")
    return bool(dots) and int(low) <= number <= int(high)
