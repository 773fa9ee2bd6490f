"""A VLAN id that a pair of cores keeps for itself.

What it catches: VLAN 4094 in use at a site with a pair.
Why it matters in a school: the two cores talk to each other in it, so the segment would break the pair.
Example: `guest: {vlan: 4094, ...}`
How to fix: choose another id, from 2 to 4093.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path

_PEER_VLAN = 4094


def find_peer_vlans_in_use(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each use."""
    if not site.pairs:
        return
    trust = site.of_trust
    switching = trust.trust.switching
    uses = [
        (site.origin("segments", name, "vlan"), f"segment `{name}`", segment.vlan)
        for name, segment in site.segments.items()
    ]
    uses += [
        ("trust/switching/native_vlan", "the native VLAN", switching.native_vlan),
        ("trust/switching/blackhole_vlan", "the blackhole VLAN", switching.blackhole_vlan),
    ]
    uses += [
        (
            "trust/switching/transit_vlans",
            f"the transit VLAN of zone `{zone}`",
            switching.transit_vlans + trust.standard.zones[zone].number,
        )
        for zone in trust.transit_zones
    ]
    places = tuple(object_path(site.path, "cabinets", name, "pair") for name in sorted(site.pairs))
    for path, words, vlan in uses:
        if vlan == _PEER_VLAN:
            message = f"{words} has VLAN {vlan}, which a pair of cores keeps for itself"
            yield Finding(path, message, "choose another, up to 4093", also=places)
