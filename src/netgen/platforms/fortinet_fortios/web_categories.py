"""Vendor-neutral web category keys to FortiGuard category numbers.

Numbers: Fortinet's published FortiGuard web filter categories and FortiOS 7.0 administration guide
(category 83 carries the IWF list, 96 the CTIRU list). Only numbers seen in those documents are here.
"""

from __future__ import annotations

from collections.abc import Iterable

#: Blocked for everybody, whatever a filter says (KCSIE; IWF and police-assessed terrorist lists).
ALWAYS_BLOCKED = ("csam", "terror")

#: Row of category 0 (unrated): `edit 0` would allocate a new row at every push. Categories end at 191.
UNRATED_ROW = 200

FORTIGUARD: dict[str, tuple[int, ...]] = {
    "csam": (83,),
    "terror": (96,),
    "adult": (8, 13, 14, 66),
    "allow-edu": (7, 9, 30, 33, 35, 40, 63, 77),
    "bypass": (59, 93),
    "dating": (15,),
    "discrim": (5,),
    "drugs": (1, 57, 64, 65),
    "extrem": (12,),
    "gamble": (11,),
    "genai": (100,),
    "malware": (3, 26, 61, 86, 88, 90, 91),
    "misinfo": (),
    "piracy": (4, 72),
    "selfharm": (6,),
    "social": (37, 68, 69),
    "unrated": (0,),
    "violence": (6, 16, 67),
}

#: What TLS inspection leaves closed, by the same documents.
EXEMPT: dict[str, tuple[int, ...]] = {
    "finance": (18, 31),
    "government": (51,),
    "health": (33, 35),
    "religion": (40,),
}

#: Keys that no category is known to cover. Category 6, which stands for self-harm, is not said to hold it.
UNMAPPED_KEYS = ("misinfo", "selfharm")


def fortiguard_actions(block: Iterable[str], monitor: Iterable[str]) -> tuple[tuple[int, int, str], ...]:
    """(row, category, action) of every category that is not simply allowed, sorted by row.

    Block wins where two keys share a category. KeyError for a key that FortiGuard has no entry for here:
    better no configuration than one that quietly filters less.
    """
    actions: dict[int, str] = {}
    for key in monitor:
        actions.update(dict.fromkeys(FORTIGUARD[key], "monitor"))
    for key in (*block, *ALWAYS_BLOCKED):
        actions.update(dict.fromkeys(FORTIGUARD[key], "block"))
    return tuple(sorted((category or UNRATED_ROW, category, action) for category, action in actions.items()))
