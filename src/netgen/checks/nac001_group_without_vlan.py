"""A RADIUS group that has no VLAN anywhere.

What it catches: a group of `standard/access.yaml` whose segment every archetype leaves out.
Why it matters in a school: the server would send a VLAN that no switch has, and the device would get nothing.
Example: `groups: {till-devices: payments}` where no kind of school has payments
How to fix: choose a segment that schools have, or remove the group.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_groups_without_vlan(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each group."""
    kinds = trust.standard.archetypes.values()
    for group, segment in trust.standard.access.groups.items():
        if kinds and all(segment in kind.without for kind in kinds):
            message = f"RADIUS group `{group}` leads to segment `{segment}`, which no kind of school has"
            yield Finding(
                object_path("standard", "access", "groups", group),
                message,
                "choose a segment that schools have",
            )
