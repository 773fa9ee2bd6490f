"""IPv6 where devices are managed.

What it catches: `ipv6: true` on the segment of the devices or of the access points.
Why it matters in a school: switches and access points are managed over IPv4, and the lists of who may are IPv4 lists:
    an access point that makes itself an IPv6 address could be logged into by whom the list does not name.
Example: `management: {management: true, ipv6: true}`
How to fix: remove ipv6 from the segment.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_ipv6_among_devices(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each segment."""
    for name, segment in trust.standard.segments.items():
        if segment.ipv6 and (segment.management or segment.access_points):
            yield Finding(
                object_path("standard", "segments", name, "ipv6"),
                f"devices of segment `{name}` are managed over IPv4 alone",
                "remove ipv6 here",
            )
