"""Too little room for the links between a core switch and the firewall.

What it catches: a zone number whose eight transit addresses lie beyond the transit window.
Why it matters in a school: a large school could not route that zone at all.
Example: `transit: 0.0.63.0/24` (32 links) with a zone of number 40
How to fix: widen the transit window, or give the zone a smaller number.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts

_LINK_SIZE = 8


def find_small_transit_window(trust: TrustFacts) -> Iterator[Finding]:
    """One finding, naming the highest zone number."""
    window, zones = trust.trust.addressing.transit, trust.standard.zones
    if not trust.transit_zones:
        return
    highest = max(trust.transit_zones, key=lambda name: zones[name].number)
    number = zones[highest].number
    if (number + 1) * _LINK_SIZE > window.size:
        length = 29 - number.bit_length()
        message = f"transit window {window} has no link number {number} for zone `{highest}`"
        path, also = "trust/addressing/transit", (f"{trust.zone_path(highest)}/number",)
        yield Finding(path, message, f"widen it to /{length}", also=also)
