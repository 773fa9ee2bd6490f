"""Words that many findings share."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def choose_known(word: str, known: Iterable[str]) -> str:
    """Advice for an unknown name: the nearest known one, else the list of them.

    >>> choose_known("studnet", ["staff", "student"])
    'write `student`'
    """
    names = sorted(known)
    nearest = difflib.get_close_matches(word, names, 1)
    if nearest:
        return f"write `{nearest[0]}`"
    if not names:
        return "remove it, nothing of this kind is defined"
    return f"choose one of: {', '.join(names[:12])}{', ...' if len(names) > 12 else ''}"


def listed(names: Iterable[str], most: int = 3) -> str:
    """A short enumeration that fits a line: `a, b, c and 4 more`."""
    items = list(names)
    shown = ", ".join(items[:most])
    return shown if len(items) <= most else f"{shown} and {len(items) - most} more"


def rate(kbps: int) -> str:
    """A data rate as people write it.

    >>> rate(1_500_000), rate(900_000)
    ('1.5G', '900M')
    """
    return f"{kbps / 1_000_000:g}G" if kbps >= 1_000_000 else f"{kbps / 1000:g}M"
