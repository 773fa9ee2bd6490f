"""DSCP words of IOS-XE and EOS. Source: RFC 2474, RFC 2597, RFC 3246."""

from __future__ import annotations

from netgen.readback.indented import whole_number

CODE_POINTS = 64
_WORDS = {"default": 0, "ef": 46} | {f"cs{number}": 8 * number for number in range(CODE_POINTS // 8)}
_WORDS |= {f"af{kind}{drop}": 8 * kind + 2 * drop for kind in range(1, 5) for drop in range(1, 4)}


def code_point(word: str) -> int | None:
    """The DSCP that a word means, else None.

    >>> code_point("af41"), code_point("34"), code_point("64")
    (34, 34, None)
    """
    number = _WORDS.get(word.lower(), whole_number(word))
    return number if number is not None and number < CODE_POINTS else None


def code_points(words: list[str]) -> frozenset[int] | None:
    """The DSCPs of a list of words, None when one is none or the list is empty."""
    found = [code_point(word) for word in words]
    return (
        frozenset(number for number in found if number is not None) if found and None not in found else None
    )
