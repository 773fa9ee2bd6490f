"""Too few tunnel addresses for a site number.

What it catches: a site number beyond the quarter of the overlay that each hub has for its tunnels.
Why it matters in a school: the school's tunnel would have the address of another one, or none.
Example: `overlay: 10.255.0.0/24` (31 sites) with a site of number 40
How to fix: widen the overlay; a /16 has room for 8,190 sites.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

#: Each hub has a quarter, and in it a pair of addresses for each site number (RFC 3021); where every circuit
#: carries a tunnel, each circuit has a quarter of that.
_HUB_BITS = 2
_CIRCUIT_BITS = 2


def find_small_overlay(trust: TrustFacts) -> Iterator[Finding]:
    """One finding, naming the site with the highest number."""
    overlay = trust.trust.addressing.overlay
    if not trust.sites:
        return
    highest = max(trust.sites, key=lambda site: site.number)
    taken = _HUB_BITS + (_CIRCUIT_BITS if trust.trust.vpn.over == "every-circuit" else 0)
    room = 1 << max(0, 32 - taken - overlay.length)
    if 2 * highest.number + 3 >= room:
        message = f"overlay {overlay} has no tunnel address for site number {highest.number}"
        length = max(0, 32 - taken - (2 * highest.number + 3).bit_length())
        also = (object_path("sites", highest.name, "number"),)
        yield Finding("trust/addressing/overlay", message, f"widen it to /{length}", also=also)
