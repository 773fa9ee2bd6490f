"""Parts of a rendered curly text, for tests that look at one feature at a time."""

from __future__ import annotations


def stanza(text: str, *path: str) -> str:
    """The lines inside of a block, without the indent of the block; each step must be there exactly once."""
    lines = text.splitlines()
    for step in path:
        header = f"{step} {{"
        assert lines.count(header) == 1, f"{header!r} appears {lines.count(header)} times"
        start = lines.index(header)
        inner = lines[start + 1 : lines.index("}", start)]
        lines = [line.removeprefix("    ") for line in inner]
    return "".join(line + "\n" for line in lines)


def names(text: str, *path: str) -> list[str]:
    """The words before the braces and semicolons right inside of a block."""
    return [
        line.removesuffix(" {").removesuffix(";")
        for line in stanza(text, *path).splitlines()
        if not line.startswith((" ", "}"))
    ]
