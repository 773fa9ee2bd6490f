"""Reports about people that the zone matrix denies.

What it catches: `services.identity` where the zone of a RADIUS server may not send UDP 1813 to the zone of the
    firewalls' own addresses.
Why it matters in a school: the report leaves the RADIUS server and is dropped at the hub; nobody is ever known.
Example: `identity: {...}` where trust-services may only poll and ping the boxes
How to fix: allow a service with UDP port 1813 from the servers' zone to that of management.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.server_zones import carries_udp, zones_of_server
from netgen.checks.trust_facts import TrustFacts

_ACCOUNTING = 1813


def find_denied_accounting(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each zone of servers."""
    services = trust.trust.services
    if services.identity is None:
        return
    homes = {zone for server in services.radius for zone in zones_of_server(trust, server.host)}
    managed = next(item.zone for item in trust.standard.segments.values() if item.management)
    for home in sorted(homes - {managed}):
        allowed = {
            service
            for index in trust.allowing((home, managed))
            for service in trust.standard.policy[index].allow
        }
        if not any(carries_udp(trust, service, _ACCOUNTING) for service in allowed):
            message = f"zone `{home}` may not tell zone `{managed}` who is where: no UDP {_ACCOUNTING}"
            advice = f"allow a service with udp {_ACCOUNTING} from {home} to {managed}"
            yield Finding("trust/services/identity", message, advice)
