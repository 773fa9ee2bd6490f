"""Splits a PAN-OS text in `set` format into commands: one command is a line number and its words.

A list `[ a b ]` at the end of a line is kept apart from the path before it. Quoting follows what the
device prints: double quotes around what holds spaces, also over several lines (a login banner).
"""

from __future__ import annotations

import re

import msgspec

_WORD = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*+)"|(\[|\])(?=\s|$)|(\S+))', re.DOTALL)
_ESCAPE = re.compile(r"\\([\"\\])")

#: Elements whose value is a secret, so never repeated in a message.
SECRETS = frozenset(
    {
        "authentication-key", "authpwd", "key", "password", "phash", "private-key", "privpwd", "psk", "secret",
        "snmp-community-string",
    }
)  # fmt: skip


class Command(msgspec.Struct, frozen=True):
    """One command: its first line, its verb, the path, and the listed values (None: no list)."""

    line: int
    verb: str
    path: tuple[str, ...]
    values: tuple[str, ...] | None = None
    broken: str = ""


def shown(path: tuple[str, ...]) -> str:
    """A path as a message may show it: one line, without the value of a secret."""
    words: list[str] = []
    hide = False
    for word in path:
        if hide:
            words.append("<hidden>")
            break
        words.append(word if word and not re.search(r"\s", word) else f'"{" ".join(word.split())}"')
        hide = word in SECRETS
    return " ".join(words)[:300]


def split_commands(text: str) -> list[Command]:
    """Every command of the text in order; empty lines and comments (`#`, `!`) are left out."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    commands: list[Command] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        number = index + 1
        index += 1
        if '"' not in line and "[" not in line and "]" not in line:
            words = line.split()
            if words and words[0][0] not in "#!":
                commands.append(Command(number, words[0], tuple(words[1:])))
            continue
        if line.lstrip()[:1] in ("#", "!"):
            continue
        while line.replace('\\"', "").count('"') % 2 and index < len(lines):
            line = f"{line}\n{lines[index]}"
            index += 1
        if line.replace('\\"', "").count('"') % 2:
            index = number
            broken = tuple(lines[number - 1].split())
            commands.append(Command(number, broken[0], broken[1:], None, "a quote is left open"))
            continue
        commands.append(_read(number, line))
    return commands


def _read(number: int, line: str) -> Command:
    path: list[str] = []
    values: list[str] | None = None
    broken = ""
    closed = False
    for quoted, bracket, bare in _WORD.findall(line):
        if bracket == "[":
            broken = broken or ("a list in a list" if values is not None else "")
            values = [] if values is None else values
        elif bracket == "]":
            broken = broken or ("a list is closed that is not open" if values is None or closed else "")
            closed = True
        else:
            word = bare or _ESCAPE.sub(r"\1", quoted)
            if values is None:
                path.append(word)
            elif closed:
                broken = broken or "words after a list"
            else:
                values.append(word)
    if values is not None and not closed:
        broken = broken or "a list is left open"
    if not path:
        return Command(number, "", (), None, broken or "no command")
    return Command(number, path[0], tuple(path[1:]), None if values is None else tuple(values), broken)
