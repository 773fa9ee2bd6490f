"""Checks Aruba Instant text line by line against published line shapes: `unknown_lines(text)`.

The shapes are in `instant_lines.txt`, each with its sources. What this does not know: which line needs which other
one, whether a referenced block exists, and what a release before or after 8.10 leaves out.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from tests.oracles.aoscx_commands import Shape, read_shapes

__all__ = ["CONFIGURATIONS", "documented_lines", "read_lines", "unknown_lines"]

_FILE = Path(__file__).with_name("instant_lines.txt")
#: Sources in which a whole configuration shows the line; the others only speak of it.
CONFIGURATIONS = frozenset({"OX", "CPW", "R654", "GRP", "ANNET", "WDU"})


@lru_cache(maxsize=1)
def read_lines() -> list[Shape]:
    """The shapes at the top of a text, with those of their blocks below them."""
    return read_shapes(_FILE)[""]


def _fits(shapes: list[Shape], line: str) -> Shape | None:
    words = " ".join(line.split())
    for text in (words, words.removeprefix("no ")):
        for shape in shapes:
            if shape.pattern.fullmatch(f"{text} "):
                return shape
    return None


def _match(text: str) -> list[tuple[int, str, Shape | None]]:
    """(number, line, shape) of each line; `exit` and empty lines are left out. One space begins what is in a block."""
    found: list[tuple[int, str, Shape | None]] = []
    block: list[Shape] = []
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or line in {"exit", "end"}:
            continue
        shape = _fits(block if raw[:1] == " " else read_lines(), line)
        if raw[:1] != " ":
            block = shape.below if shape else []
        found.append((number, line, shape))
    return found


def unknown_lines(text: str) -> list[tuple[int, str]]:
    """(number, line) of each line that no published shape covers where it stands."""
    return [(number, line) for number, line, shape in _match(text) if shape is None]


def documented_lines(text: str) -> set[str]:
    """The shapes of a text that only documents know, and no published configuration shows."""
    return {shape.text for _, _, shape in _match(text) if shape and not CONFIGURATIONS & set(shape.sources)}
