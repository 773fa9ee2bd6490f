"""Blocks of the wireless part of an IOS-XE text: what stands in them, `no` lines and repeated blocks included.

A block that is opened twice goes on where it ended, as on the box. Names may be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from netgen.readback.facts import ObservedSetting, UnreadLine
from netgen.readback.indented import Node, walk

_WORD = re.compile(r'"([^"]*)"|(\S+)')
_SECRET = re.compile(r"(.*\b(?:set-key (?:ascii|hex)|password|secret|server-key|key)(?: \d)? )\S.*")


def split_words(text: str) -> tuple[str, ...]:
    """The words of a line; double quotes hold a word together."""
    if '"' not in text:
        return tuple(text.split())
    return tuple(match[1] if match[1] is not None else match[2] for match in _WORD.finditer(text))


def hide_secret(text: str) -> str:
    """The line as a message may show it."""
    return _SECRET.sub(r"\1<hidden>", text)


class Line(msgspec.Struct, frozen=True):
    """One line of a block with its words, and the lines below it."""

    number: int
    words: tuple[str, ...]
    node: Node

    @property
    def on(self) -> bool:
        """False for a line that begins with `no`."""
        return self.words[0] != "no"

    @property
    def said(self) -> tuple[str, ...]:
        """The words without `no`."""
        return self.words if self.on else self.words[1:]


class Block(msgspec.Struct):
    """A named block; `known` are the lines that a reader has understood."""

    kind: str
    name: str
    line: int
    lines: list[Line] = []
    known: set[int] = msgspec.field(default_factory=set)
    extra: tuple[str, ...] = ()

    @property
    def scope(self) -> str:
        """How a setting of the block is placed."""
        return f"{self.kind} {self.name}"

    def take(self, *phrase: str, below: bool = False) -> Iterator[Line]:
        """Lines that begin with these words, `no` or not, marked as understood (with those below them)."""
        for line in self.lines:
            if line.said[: len(phrase)] == phrase:
                self.known.add(line.number)
                if below:
                    self.known.update(each.line for each in walk(line.node.children))
                yield line

    def flag(self, *phrase: str, default: bool = False) -> bool:
        """True if the last line with exactly these words switches on."""
        value = default
        for line in self.lines:
            if line.said == phrase:
                self.known.add(line.number)
                value = line.on
        return value

    def words(self, *phrase: str) -> tuple[str, ...]:
        """What follows the words in the last such line; () after a `no`."""
        value: tuple[str, ...] = ()
        for line in self.take(*phrase):
            value = line.said[len(phrase) :] if line.on else ()
        return value

    def value(self, *phrase: str, default: str = "") -> str:
        """The word after the phrase."""
        found = self.words(*phrase)
        return found[0] if found else default

    def line_of(self, *phrase: str) -> int:
        """The last line that begins with the words, or else that of the block."""
        found = [line.number for line in self.lines if line.said[: len(phrase)] == phrase]
        return found[-1] if found else self.line


class Notes:
    """Collects what a reader could not take at face value, and settings."""

    def __init__(self) -> None:
        self.unread: list[UnreadLine] = []
        self.problems: list[UnreadLine] = []
        self.settings: list[ObservedSetting] = []

    def doubt(self, line: int, text: str) -> None:
        """Add a contradiction or an undefined reference."""
        self.problems.append(UnreadLine(line, text))

    def skip(self, line: int, text: str) -> None:
        """Add a line that is not understood."""
        self.unread.append(UnreadLine(line, hide_secret(text)))

    def keep(self, scope: str, text: str, line: int) -> None:
        """Add a line that is understood and that no other fact holds; "" for the block itself."""
        self.settings.append(ObservedSetting(scope, text, line))


def block_lines(node: Node) -> list[Line]:
    """The lines of a block."""
    return [Line(child.line, split_words(child.text), child) for child in node.children if child.words]
