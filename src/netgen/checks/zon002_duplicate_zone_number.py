"""Two zones with one number.

What it catches: the same `number` at two zones.
Why it matters in a school: rule numbers and transit VLANs follow it, so rules would overwrite each other.
Example: `number: 4` at staff and at student
How to fix: give the newer zone an unused number.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts


def find_duplicate_zone_numbers(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each later zone."""
    first: dict[int, str] = {}
    used = {zone.number for zone in trust.standard.zones.values()}
    free = next((number for number in range(1, 61) if number not in used), None)
    advice = f"choose an unused number, such as {free}" if free else "remove a zone, 60 is the most"
    for name, zone in trust.standard.zones.items():
        other = first.setdefault(zone.number, name)
        if other != name:
            message = f"number {zone.number} of zone `{name}` is already that of zone `{other}`"
            yield Finding(
                f"{trust.zone_path(name)}/number", message, advice, also=(f"{trust.zone_path(other)}/number",)
            )
