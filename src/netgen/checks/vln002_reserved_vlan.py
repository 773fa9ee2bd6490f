"""A VLAN id that some switches keep for themselves.

What it catches: VLAN ids 1002 to 1005 for a segment, the native, blackhole or transit VLANs.
Why it matters in a school: switches of some makers refuse these ids (they belong to FDDI and token ring),
    so the segment would be missing exactly there.
Example: `vlan: 1003`
How to fix: choose an id from 2 to 1001 or from 1006 to 4094.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

_RESERVED = range(1002, 1006)


def find_reserved_vlans(trust: TrustFacts) -> Iterator[Finding]:
    """Of the standard itself."""
    switching = trust.trust.switching
    ids = {
        object_path("standard", "segments", name, "vlan"): segment.vlan
        for name, segment in trust.standard.segments.items()
    }
    ids["trust/switching/native_vlan"] = switching.native_vlan
    ids["trust/switching/blackhole_vlan"] = switching.blackhole_vlan
    yield from _reserved(ids)
    for zone in trust.transit_zones:
        vlan = switching.transit_vlans + trust.standard.zones[zone].number
        if vlan in _RESERVED:
            message = f"the transit VLAN of zone `{zone}` would be {vlan}, which some switches reserve"
            yield Finding("trust/switching/transit_vlans", message, "choose a start away from 1002 to 1005")
            return


def find_reserved_vlans_of_site(site: SiteFacts) -> Iterator[Finding]:
    """Of a site's exceptions."""
    yield from _reserved(
        {
            site.origin(*key): site.segments[key[1]].vlan
            for key in site.excepted
            if key[0] == "segments" and key[2] == "vlan" and key[1] in site.segments
        }
    )


def _reserved(ids: dict[str, int]) -> Iterator[Finding]:
    for path, vlan in ids.items():
        if vlan in _RESERVED:
            yield Finding(
                path, f"VLAN id {vlan} is reserved on some switches", "choose 2 to 1001 or 1006 to 4094"
            )
