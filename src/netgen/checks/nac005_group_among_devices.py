"""A RADIUS group that leads among the switches.

What it catches: a group of `standard/access.yaml` whose segment is the one of management or of access points.
Why it matters in a school: one wrong entry at the RADIUS server, and a laptop reaches the log-in of every switch.
Example: `groups: {staff-devices: management}`
How to fix: choose a segment for users.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_groups_among_devices(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each group."""
    for group, name in trust.standard.access.groups.items():
        segment = trust.standard.segments[name]
        if segment.management or segment.access_points:
            message = f"RADIUS group `{group}` leads into segment `{name}`, where devices are managed"
            path = object_path("standard", "access", "groups", group)
            yield Finding(path, message, "choose a segment for users")
