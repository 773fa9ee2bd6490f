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
from netgen.values import object_path


def find_roles_without_segment(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each role of each cabinet."""
    roles, segments = site.of_trust.standard.roles, site.segments
    lacking = {
        key: name
        for key, role in roles.items()
        for name in (role.voice, role.segment)
        if name and name not in segments
    }
    for cabinet, item in site.site.cabinets.items():
        for key in item.ports.keys() & lacking.keys():
            path = object_path(site.path, "cabinets", cabinet, "ports", key)
            message = f"role `{key}` needs segment `{lacking[key]}`, which site `{site.name}` does not have"
            yield Finding(path, message, "choose another role, or another archetype", at_key=True)
