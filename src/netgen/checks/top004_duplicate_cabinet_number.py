"""Two cabinets with one number.

What it catches: the same `number` at two cabinets of a site.
Why it matters in a school: their switches would have the same management address and LAG numbers.
Example: `number: 2` at ks1 and at hall
How to fix: give the newer cabinet an unused number.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_duplicate_cabinet_numbers(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each later cabinet."""
    first: dict[int, str] = {}
    free = max(cabinet.number for cabinet in site.site.cabinets.values()) + 1
    for name, cabinet in site.site.cabinets.items():
        other = first.setdefault(cabinet.number, name)
        if other != name:
            message = f"number {cabinet.number} of cabinet `{name}` is already that of cabinet `{other}`"
            path = object_path(site.path, "cabinets", name, "number")
            also = (object_path(site.path, "cabinets", other, "number"),)
            advice = f"choose an unused number, such as {free}" if free <= 47 else "choose an unused number"
            yield Finding(path, message, advice, also=also)
