"""A model that the hardware catalogue does not describe.

What it catches: an unknown model of a switch, firewall or access point.
Why it matters in a school: without its port count and power budget nothing can be planned for it.
Example: `switches: {sw1: C9300-48X}`
How to fix: write the model as in the catalogue, or describe a new one in inventory/hardware.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts


def find_unknown_hardware(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each box."""
    for use in site.hardware_uses:
        if use.hardware is None:
            nearest = site.of_trust.catalogue.nearest(use.model)
            advice = f"write `{nearest}`" if nearest else "describe it in inventory/hardware"
            yield Finding(use.path, f"unknown model `{use.model}`", advice)
