"""A segment that cannot keep its old addresses.

What it catches: `legacy` for an unknown segment, one that devices are managed in or access points live in, one whose
    zone administers the network, one with a DHCP relay, a second one in a zone, and any at a hub.
Why it matters in a school: what a box or the trust's servers say of such addresses inside of a packet is translated by
    nobody, so leases, logins and management would fail in ways that are hard to see.
Example: `legacy: {management: {prefix: 192.168.0.0/24, ...}}`
How to fix: give that segment its own addresses on the first day; only segments of users and their devices can wait.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.wording import choose_known
from netgen.intent import Segment
from netgen.values import object_path


def find_legacy_without_place(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding for each segment."""
    zones: dict[str, str] = {}
    for name in site.site.legacy:
        path = object_path(site.path, "legacy", name)
        segment = site.segments.get(name)
        if segment is None:
            advice = choose_known(name, site.segments)
            yield Finding(path, f"unknown segment `{name}`", advice, at_key=True)
            continue
        problem = _problem(site, segment)
        if not problem and segment.zone in zones:
            problem = (
                f"shares zone `{segment.zone}` with `{zones[segment.zone]}`, which has old addresses too"
            )
        if problem:
            message, advice = f"segment `{name}` {problem}", "give it its own addresses on the first day"
            yield Finding(path, message, advice, at_key=True)
        zones.setdefault(segment.zone, name)


def _problem(site: SiteFacts, segment: Segment) -> str:
    """Why the segment cannot have old addresses, "" if it can."""
    if site.is_hub:
        return "is at a hub, whose addresses every school needs"
    if segment.management or segment.access_points:
        return "is where network devices have their addresses"
    if segment.zone in site.of_trust.trust.administration.from_zones:
        return "is in a zone from which boxes are managed"
    if segment.dhcp == "relay":
        return "has a DHCP relay, which names addresses that nobody translates"
    return ""
