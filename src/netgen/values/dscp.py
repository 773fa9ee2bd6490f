"""Differentiated services code points by their names.

Source: RFC 2474 (class selectors), RFC 2597 (assured forwarding), RFC 3246 (expedited forwarding), RFC 5865
(voice-admit).
"""

from __future__ import annotations

#: Name in lower case to the six-bit code point.
DSCP: dict[str, int] = {
    "default": 0,
    **{f"cs{number}": 8 * number for number in range(1, 8)},
    **{f"af{group}{drop}": 8 * group + 2 * drop for group in range(1, 5) for drop in range(1, 4)},
    "va": 44,
    "ef": 46,
}
