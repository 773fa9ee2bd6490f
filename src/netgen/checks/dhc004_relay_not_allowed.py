"""A relay whose requests the zone matrix denies.

What it catches: `dhcp: relay` in a zone that may not send UDP 67 to the zone of the trust's DHCP servers.
Why it matters in a school: the request leaves the school and is dropped at the hub; no device gets an address.
Example: `doors: {dhcp: relay}` where doors may only ask for names and time
How to fix: allow a service with UDP port 67 from that zone to the servers' zone.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.intent.resolution import segments_of
from netgen.values import Prefix, object_path

_BOOTPS = 67


def find_denied_relays(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each segment and zone of servers."""
    homes = {zone for server in trust.trust.services.dhcp for zone in zones_of_server(trust, server)}
    for name, segment in trust.standard.segments.items():
        if segment.dhcp != "relay":
            continue
        for home in sorted(homes - {segment.zone}):
            rules = trust.allowing((segment.zone, home)) if (segment.zone, home) in trust.pairs else ()
            allowed = {service for index in rules for service in trust.standard.policy[index].allow}
            if not any(_carries_dhcp(trust, service) for service in allowed):
                message = f"segment `{name}` relays to zone `{home}`, which denies it UDP {_BOOTPS}"
                path = object_path("standard", "segments", name, "dhcp")
                yield Finding(path, message, f"allow a service with udp 67 from {segment.zone} to {home}")


def zones_of_server(trust: TrustFacts, server: str) -> Iterator[str]:
    """The zones of the segments at hubs that a server's address is in."""
    own = Prefix.parse(f"{server}/32")
    for hub in trust.trust.hubs:
        site = trust.intent.sites.get(hub)
        if site is not None and site.archetype in trust.standard.archetypes:  # else INV042 says so
            for segment in segments_of(trust.intent, hub).values():
                subnet = trust.subnet(hub, segment)
                if subnet is not None and subnet.contains(own):
                    yield segment.zone


def _carries_dhcp(trust: TrustFacts, service: str) -> bool:
    if service == "any":
        return True
    for ports in trust.standard.services[service].udp:
        first, _, last = ports.partition("-")
        if int(first) <= _BOOTPS <= int(last or first):
            return True
    return False
