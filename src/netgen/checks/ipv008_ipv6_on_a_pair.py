"""IPv6 behind a pair of core switches.

What it catches: a segment with IPv6 whose gateway is a core of two switches that answer as one (`pair`).
Why it matters in a school: the two share one IPv4 gateway; both with one IPv6 address would each tell hosts that the
    other is a duplicate, and the subnet would have no gateway at all.
Example: `staff: {ipv6: true}` at a school with `pair: true` in its core cabinet
How to fix: let the firewall be the segment's gateway, or leave IPv6 out until pairs have it.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.intent.ipv6_addresses import routed_segments6
from netgen.values import object_path


def find_ipv6_on_pairs(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each pair of cores."""
    if not routed_segments6(site.of_trust.intent, site.name):
        return
    names = [
        name for name, segment in site.segments.items() if segment.ipv6 and segment.gateway == "topology"
    ]
    for name, cabinet in site.site.cabinets.items():
        if cabinet.pair:
            words = f"`{names[0]}`" if len(names) == 1 else f"`{names[0]}` and {len(names) - 1} more"
            yield Finding(
                object_path(site.path, "cabinets", name, "pair"),
                f"a pair of cores is no gateway for IPv6, which {words} has",
                "write gateway: firewall for such segments, or remove ipv6",
            )
