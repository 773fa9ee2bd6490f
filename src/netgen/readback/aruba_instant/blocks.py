"""Blocks of an Instant text: `wlan ssid-profile X` written twice is one block, as on the device."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from netgen.readback.facts import ObservedSetting, UnreadLine
from netgen.readback.indented import Node

_WORD = re.compile(r'"([^"]*)"|(\S+)')
_SECRET = re.compile(
    r"^(\s*(?:no )?(?:wpa-passphrase|key|snmp-server community|virtual-controller-key"
    r"|snmp-server host \S+ version \S+|(?:hash-)?mgmt-user \S+(?: password)?(?: hash| cleartext| clear)?"
    r"|snmp-server user .*?)\s).+$"
)


def split_words(text: str) -> tuple[str, ...]:
    """The words of a line; double quotes hold a word together."""
    return tuple(match[1] if match[1] is not None else match[2] for match in _WORD.finditer(text))


def hide_secret(text: str) -> str:
    """The line as a message may show it."""
    return _SECRET.sub(r"\1<hidden>", text)


class Line(msgspec.Struct, frozen=True):
    """One line inside a block, with its words."""

    number: int
    text: str
    words: tuple[str, ...]


class Block(msgspec.Struct):
    """A named block; `lines` in the order in which the device gets them, `known` those understood."""

    name: str
    line: int
    lines: list[Line]
    known: set[int] = msgspec.field(default_factory=set)

    def take(self, *starts: str) -> Iterator[Line]:
        """Lines that begin with one of these phrases, marked as understood."""
        for line in self.lines:
            if any(line.text == start or line.text.startswith(f"{start} ") for start in starts):
                self.known.add(line.number)
                yield line

    def last(self, phrase: str, default: str = "") -> str:
        """What follows the phrase in its last line; `no phrase` puts the default back."""
        length = len(phrase.split())
        value = default
        for line in self.take(phrase, f"no {phrase}"):
            value = default if line.words[0] == "no" else " ".join(line.words[length:])
        return value

    def line_of(self, phrase: str) -> int:
        """The last line that begins with the phrase, or else the line of the block."""
        numbers = [line.number for line in self.lines if line.text.startswith(phrase)]
        return numbers[-1] if numbers else self.line

    def flag(self, on: str, off: str = "", *, default: bool = False) -> bool:
        """True if the last line of the pair is the one that switches on."""
        value = default
        for line in self.take(on, off or f"no {on}"):
            value = line.text.startswith(on)
        return value


class Notes:
    """Collects what a reader could not take at face value."""

    def __init__(self) -> None:
        self.unread: list[UnreadLine] = []
        self.problems: list[UnreadLine] = []
        self.settings: list[ObservedSetting] = []

    def keep(self, scope: str, text: str, line: int) -> None:
        """Add a line that is understood and that no other fact holds; "" for the block itself."""
        self.settings.append(ObservedSetting(scope, text, line))

    def doubt(self, line: int, text: str) -> None:
        """Add a contradiction or an undefined reference."""
        self.problems.append(UnreadLine(line, text))

    def skip(self, line: int, text: str) -> None:
        """Add a line that is not understood."""
        self.unread.append(UnreadLine(line, hide_secret(text)))


def children(node: Node) -> list[Line]:
    """The lines of a block; deeper indentation means nothing to the device."""
    found: list[Line] = []
    waiting = list(reversed(node.children))
    while waiting:
        child = waiting.pop()
        found.append(Line(child.line, " ".join(child.words), split_words(child.text)))
        waiting.extend(reversed(child.children))
    return found
