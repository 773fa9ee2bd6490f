"""Remote people who may not ask the resolvers that they are given.

What it catches: (a warning) a remote group whose zone has no rule for UDP 53 to the zone of the trust's resolvers.
Why it matters in a school: their computers ask the trust's resolvers and no others, so no name is found: the tunnel is
    up and nothing works.
Example: `- {from: remote-staff, to: servers, allow: [https], ...}` as the only rule of the group
How to fix: allow a service with UDP port 53 from the group's zone to that of the resolvers.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.server_zones import zones_of_server
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

_DNS = 53


def find_remote_people_without_names(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each group and zone of resolvers."""
    asked = trust.trust.remote_access
    if asked is None:
        return
    homes = sorted({zone for server in trust.trust.services.dns for zone in zones_of_server(trust, server)})
    for name, group in asked.groups.items():
        for home in homes:
            rules = trust.allowing((group.zone, home))
            allowed = {service for index in rules for service in trust.standard.policy[index].allow}
            if not any(_carries_dns(trust, service) for service in allowed):
                message = f"remote group `{name}` may not ask the resolvers in zone `{home}`"
                yield Finding(
                    object_path("trust", "remote_access", "groups", name),
                    message,
                    f"allow a service with udp 53 from {group.zone} to {home}",
                    warning=True,
                    at_key=True,
                )


def _carries_dns(trust: TrustFacts, service: str) -> bool:
    if service == "any":
        return True
    for ports in trust.standard.services[service].udp:
        first, _, last = ports.partition("-")
        if int(first) <= _DNS <= int(last or first):
            return True
    return False
