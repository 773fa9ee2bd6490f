"""Checks AOS-CX text line by line against published command shapes: `unknown_lines(text)`.

The shapes are in `aoscx_commands.txt`, each with its sources. What this does not know: which command needs which
other one, whether a referenced object exists, and what a model leaves out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import msgspec

__all__ = ["Shape", "read_shapes", "unknown_lines"]

_FILE = Path(__file__).with_name("aoscx_commands.txt")
_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_IP = rf"(?:{_OCTET}\.){{3}}{_OCTET}"
_PORT = r"\d{1,2}/\d{1,2}/\d{1,3}"
_VLANS = r"\d{1,4}(?:-\d{1,4})?(?:,\d{1,4}(?:-\d{1,4})?)*"
_ONE = rf"{_PORT}(?:-{_PORT})?|lag ?\d+"
_MASKED = rf"{_IP}(?:/(?:\d{{1,2}}|{_IP}))?"
_KINDS = {
    "N": r"\d+",
    "IP": _IP,
    "NET": rf"{_IP}/(?:[0-9]|[12]\d|3[0-2])",
    "MASKED": _MASKED,
    "SRC": rf"(?:any|{_MASKED}|[A-Za-z][\w.-]*)",
    "SRC6": r"(?:any|[0-9a-f]*:[0-9a-f:/]+|[A-Za-z][\w.-]*)",
    "VLANS": _VLANS,
    "PORT": _PORT,
    "PORTS": rf"(?:{_ONE})(?:,(?:{_ONE}))*",
    "W": r"\S+",
    "WORDS": r"\S+(?: \S+)*",
    "TEXT": r".+",
}
_TOKEN = re.compile(r"<([A-Z0-9]+)>|([()\[\]|])|([^\s<>()\[\]|]+)|(\s+)")
_STEP = 4


class Shape(msgspec.Struct):
    """A command: how its line looks, the documents that say so, and what may stand below it."""

    text: str
    pattern: re.Pattern[str]
    sources: tuple[str, ...]
    below: list[Shape]


def _pattern(shape: str) -> re.Pattern[str]:
    """The regular expression of a shape, for a line whose every word has a space after it."""
    found: list[str] = []
    for match in _TOKEN.finditer(shape):
        kind, mark, word, _ = match.groups()
        if mark:
            found.append({"(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|"}[mark])
        elif kind or word:
            found.append(f"(?:{_KINDS[kind]})" if kind else re.escape(word))
            if shape[match.end() : match.end() + 1] in ("", " ", ")", "]", "|"):
                found.append(" ")
    return re.compile("".join(found))


def read_shapes(file: Path = _FILE) -> dict[str, list[Shape]]:
    """Shapes by where they stand: "" for the top, `port` and `svi` for what is below an interface."""
    found: dict[str, list[Shape]] = {"": []}
    place, stack = "", [(-1, found[""])]
    for line in file.read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("@"):
            place = line.split()[1]
            found[place] = []
            stack = [(0, found[place])]
            continue
        text, _, sources = line.partition(" | ")
        indent = len(text) - len(text.lstrip())
        while stack[-1][0] >= indent and not (place and len(stack) == 1):
            stack.pop()
        shape = Shape(text.strip(), _pattern(text.strip()), tuple(sources.split()), [])
        stack[-1][1].append(shape)
        stack.append((indent, shape.below))
    return found


@lru_cache(maxsize=1)
def _shapes() -> dict[str, list[Shape]]:
    return read_shapes()


def _fits(shapes: list[Shape], line: str) -> Shape | None:
    """The shape of a line; a `no` may stand before any command."""
    words = " ".join(line.split())
    for text in (words, words.removeprefix("no ")):
        for shape in shapes:
            if shape.pattern.fullmatch(f"{text} "):
                return shape
    return None


def unknown_lines(text: str) -> list[tuple[int, str]]:
    """(number, line) of each line that no published shape covers where it stands. Comments and banners are left out."""
    found: list[tuple[int, str]] = []
    everything = _shapes()
    stack: list[tuple[int, list[Shape]]] = [(-1, everything[""])]
    banner = ""
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if banner:
            banner = "" if line == banner else banner
            continue
        if not line or line.startswith("!") or line == "exit":
            continue
        indent = len(raw) - len(raw.lstrip())
        while stack[-1][0] >= indent:
            stack.pop()
        shape = _fits(stack[-1][1], line)
        if shape is None or indent % _STEP:
            found.append((number, line))
            stack.append((indent, []))
            continue
        stack.append((indent, everything[_below(line)] + shape.below if _below(line) else shape.below))
        if line.startswith("banner "):
            banner = line.split()[2]
    return found


def _below(line: str) -> str:
    words = line.split()
    if words[0] != "interface" or words[1] in ("mgmt", "loopback"):
        return ""
    return "svi" if words[1] == "vlan" else "port"
