"""People whose names are asked for by the firewall.

What it catches: (a warning) `firewall_serves: [dns]` on a segment of a zone with `users: true`.
Why it matters in a school: the trust's resolvers hear the firewall's address alone: where they filter or log by who
    asks, pupils and staff become one, and nobody can say afterwards whose question it was.
Example: `student: {firewall_serves: [dns], ...}`
How to fix: let people ask the trust's resolvers themselves, or waive this where resolvers treat everybody alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_people_behind_one_resolver(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each segment."""
    for name, segment in trust.standard.segments.items():
        if "dns" in segment.firewall_serves and trust.standard.zones[segment.zone].users:
            yield Finding(
                object_path("standard", "segments", name, "firewall_serves"),
                f"the trust's resolvers cannot tell people of segment `{name}` apart",
                "remove dns here, or waive this if the resolvers treat everybody alike",
                warning=True,
            )
