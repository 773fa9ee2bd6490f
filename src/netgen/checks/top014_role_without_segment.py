"""Sockets for a segment that the site does not have.

What it catches: ports with a role whose segment, or whose voice segment, is left out by the archetype, or
    exists only at hubs.
Why it matters in a school: whatever is plugged in there has no network.
Example: `till: sw1/9` in a primary school, whose archetype is without payments
How to fix: give the ports another role, or choose an archetype that has the segment.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts


def find_roles_without_segment(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each role of each cabinet."""
    roles, segments = site.of_trust.standard.roles, site.segments
    reported = set()
    for sockets in site.sockets:
        role = roles[sockets.role]
        for name in (role.segment, role.voice):
            if name and name not in segments and sockets.path not in reported:
                reported.add(sockets.path)
                message = (
                    f"role `{sockets.role}` needs segment `{name}`, which site `{site.name}` does not have"
                )
                yield Finding(sockets.path, message, "choose another role, or another archetype", at_key=True)
