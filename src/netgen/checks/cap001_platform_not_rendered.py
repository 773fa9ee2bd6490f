"""Hardware that netgen cannot configure yet.

What it catches: a model of the catalogue whose platform, or whose kind of box on that platform, has no
    templates.
Why it matters in a school: the box would be planned for and then get no config.
Example: `switches: {sw1: 6300M-48G}` before its platform is there
How to fix: use a model of a supported platform.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.device_kinds import device_kind
from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts


def find_unrendered_platforms(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each box."""
    platforms = site.of_trust.platforms
    for use in site.hardware_uses:
        hardware = use.hardware
        if hardware is None or hardware.kind != use.kind:
            continue
        wanted = device_kind(hardware)
        if wanted not in platforms.get(hardware.platform, ()):
            known = sorted(key for key, kinds in platforms.items() if wanted in kinds)
            message = f"`{use.model}` runs {hardware.platform}, which netgen cannot configure as {wanted} yet"
            yield Finding(use.path, message, f"use a model of {' or '.join(known) or 'another platform'}")
