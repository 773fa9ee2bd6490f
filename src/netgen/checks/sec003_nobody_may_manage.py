"""Devices that nobody could manage after the next push.

What it catches: administration zones that have no subnet at the site nor at a hub, so that the list of
    addresses that may log in would be empty; or that policy does not let into the management zone at all.
Why it matters in a school: the next change would need somebody on a ladder with a console cable.
Example: `from_zones: [it-admin]` while no hub has a segment in that zone
How to fix: give a hub a segment in the zone, and add a rule from it to the management zone.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts


def find_lockouts(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding for addresses and one for policy."""
    path, zones = "trust/administration/from_zones", trust.trust.administration.from_zones
    hubs = [trust.intent.sites[hub] for hub in trust.trust.hubs]
    if any(site.archetype not in trust.standard.archetypes for site in hubs):
        return  # INV042 says so
    at_hubs = {
        trust.standard.segments[key].zone
        for site in hubs
        for key in trust.segments_of_archetype.get(site.archetype, ())
    }
    if not at_hubs & set(zones):
        message = f"no hub has a segment in an administration zone ({', '.join(zones)})"
        yield Finding(path, message, "give a hub's archetype such a segment")
        return
    managed = next((item.zone for item in trust.standard.segments.values() if item.management), "")
    if managed not in zones and not any(trust.allowing((zone, managed)) for zone in zones):
        message = f"policy lets no administration zone into zone `{managed}`, where devices are managed"
        yield Finding(path, message, f"add a rule from {zones[0]} to {managed} that allows ssh and https")
