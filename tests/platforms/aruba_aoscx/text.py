"""Parts of a rendered text, for tests that look at one feature at a time."""

from __future__ import annotations


def block(text: str, header: str) -> list[str]:
    """The lines below a top-level header, as they stand; the header must be there exactly once."""
    lines = text.splitlines()
    assert lines.count(header) == 1, f"{header!r} appears {lines.count(header)} times"
    body: list[str] = []
    for line in lines[lines.index(header) + 1 :]:
        if not line.startswith(" "):
            break
        body.append(line)
    return body


def top_level(text: str, prefix: str) -> list[str]:
    """Every top-level line that begins so, in order."""
    return [line for line in text.splitlines() if line.startswith(prefix)]
