"""One VLAN id for two things.

What it catches: two segments with one VLAN id, in the standard or at a site after its exceptions, or a
    segment with the id of the native, the blackhole or a transit VLAN.
Why it matters in a school: guests and staff would be in one VLAN.
Example: `guest: {vlan: 30, ...}` while staff has 30
How to fix: give each its own id; at a site, except the other segment as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

_Use = tuple[int, str, str]


def find_vlans_used_twice(trust: TrustFacts) -> Iterator[Finding]:
    """Of the standard itself."""
    segments = [
        (segment.vlan, f"segment `{name}`", object_path("standard", "segments", name, "vlan"))
        for name, segment in trust.standard.segments.items()
    ]
    yield from _used_twice([*_of_trust(trust), *segments], "")


def find_vlans_used_twice_at_site(site: SiteFacts) -> Iterator[Finding]:
    """Of a site with an exception to a VLAN."""
    if not any(field == "vlan" for _, _, field in site.excepted):
        return
    segments = sorted(
        (
            (segment.vlan, f"segment `{name}`", site.origin("segments", name, "vlan"))
            for name, segment in site.segments.items()
        ),
        key=lambda use: use[2].startswith(site.path),
    )
    yield from _used_twice([*_of_trust(site.of_trust), *segments], site.path)


def _of_trust(trust: TrustFacts) -> list[_Use]:
    switching, zones = trust.trust.switching, trust.standard.zones
    found = [
        (switching.native_vlan, "the native VLAN", "trust/switching/native_vlan"),
        (switching.blackhole_vlan, "the blackhole VLAN", "trust/switching/blackhole_vlan"),
    ]
    by_number = {zones[zone].number: zone for zone in reversed(trust.transit_zones)}  # ZON002: one of each
    found += [
        (switching.transit_vlans + number, f"the transit VLAN of zone `{zone}`", trust.zone_path(zone))
        for number, zone in by_number.items()
    ]
    return found


def _used_twice(uses: list[_Use], only: str) -> Iterator[Finding]:
    first: dict[int, _Use] = {}
    for use in uses:
        vlan, name, path = use
        other = first.setdefault(vlan, use)
        if other is not use and path.startswith(only):
            yield Finding(
                path, f"VLAN {vlan} of {name} is that of {other[1]}", "choose another id", also=(other[2],)
            )
