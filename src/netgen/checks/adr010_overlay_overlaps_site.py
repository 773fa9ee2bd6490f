"""Tunnel addresses inside a school's block.

What it catches: an overlay prefix that overlaps the block of a site.
Why it matters in a school: devices of that school would be routed into a tunnel.
Example: `overlay: 10.1.0.0/16` while site number 4 owns 10.1.0.0/18
How to fix: choose an overlay at the end of the supernet or outside of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_overlay_over_sites(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for the overlay, naming the first site."""
    overlay = trust.trust.addressing.overlay
    hit = [site for site in trust.sites if site.block is not None and site.block.overlaps(overlay)]
    if hit:
        message = f"overlay {overlay} overlaps {hit[0].block} of site `{hit[0].name}`"
        also = tuple(object_path("sites", site.name, "number") for site in hit[:3])
        yield Finding(
            "trust/addressing/overlay", message, "choose a prefix that no site number owns", also=also
        )
