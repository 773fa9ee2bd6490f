"""A zone that isolates, and sockets in it that do not.

What it catches: a role whose untagged segment is in a zone with `isolate: true`, while the role
    itself does not isolate.
Why it matters in a school: the firewall keeps subnets apart, but two laptops in one VLAN talk past it.
Example: `desk: {segment: guest}` where zone guest isolates
How to fix: add `isolate: true` to the role.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_sockets_that_do_not_isolate(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each role."""
    standard = trust.standard
    for name, role in standard.roles.items():
        zone = standard.segments[role.segment].zone
        if standard.zones[zone].isolate and not role.isolate and not role.trunk_wlans:
            message = f"zone `{zone}` isolates its hosts, but sockets of role `{name}` do not"
            path = object_path("standard", "roles", name)
            # A warning: not every switch can isolate sockets, and then the trust must decide with open eyes.
            yield Finding(path, message, "add isolate: true to the role", warning=True, at_key=True)
