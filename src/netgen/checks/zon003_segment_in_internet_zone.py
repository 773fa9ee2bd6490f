"""A VLAN of the school in the zone of the internet.

What it catches: a segment whose zone has kind internet.
Why it matters in a school: its users would count as strangers from outside, and nothing would filter them.
Example: `guest: {zone: internet, ...}`
How to fix: give the segment a zone of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_segments_in_internet_zone(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each segment."""
    for name, segment in trust.standard.segments.items():
        if segment.zone in trust.internet:
            path = object_path("standard", "segments", name, "zone")
            yield Finding(
                path, f"segment `{name}` is in the internet zone", "choose a zone inside the school"
            )
