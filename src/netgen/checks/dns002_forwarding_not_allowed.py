"""A domain's servers that the zone matrix keeps from those who ask.

What it catches: servers of `dns_domains` in a zone that may not be asked (UDP 53) by the boxes' own zone, which
    forwards, or by the zone of a segment with `firewall_serves: [dns]`, whose questions these are.
Why it matters in a school: the question is dropped at the hub and nobody logs in; or visitors learn the names of the
    domain's servers through the firewall, though the matrix keeps them away.
Example: `guest: {firewall_serves: [dns], ...}`, where guests may not ask the domain controllers
How to fix: allow a service with UDP port 53 from that zone to the servers' zone, or take dns away from the segment.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.server_zones import carries_udp, zones_of_server
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

_DOMAIN = 53


def find_denied_forwarding(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each segment that asks, or forwards, and zone of servers."""
    asking = [name for name, item in trust.standard.segments.items() if "dns" in item.firewall_serves]
    domains = trust.trust.services.dns_domains
    homes = {zone for hosts in domains.values() for host in hosts for zone in zones_of_server(trust, host)}
    if not asking or not homes:
        return
    boxes = [name for name, item in trust.standard.segments.items() if item.management]
    for name in dict.fromkeys((*boxes, *asking)):
        zone = trust.standard.segments[name].zone
        for home in sorted(homes - {zone}):
            rules = trust.allowing((zone, home)) if (zone, home) in trust.pairs else ()
            allowed = {service for index in rules for service in trust.standard.policy[index].allow}
            if any(carries_udp(trust, service, _DOMAIN) for service in allowed):
                continue
            field = "firewall_serves" if name in asking else "zone"
            yield Finding(
                object_path("standard", "segments", name, field),
                f"zone `{zone}` may not ask servers of dns_domains in zone `{home}` (UDP {_DOMAIN})",
                f"allow a service with udp {_DOMAIN} from {zone} to {home}, or remove dns from the segment",
                also=("trust/services/dns_domains",),
            )
