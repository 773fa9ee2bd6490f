"""A relay whose requests the zone matrix denies.

What it catches: `dhcp: relay` in a zone that may not send UDP 67 to the zone of the trust's DHCP servers.
Why it matters in a school: the request leaves the school and is dropped at the hub; no device gets an address.
Example: `doors: {dhcp: relay}` where doors may only ask for names and time
How to fix: allow a service with UDP port 67 from that zone to the servers' zone.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.server_zones import carries_udp, zones_of_server
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

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
            if not any(carries_udp(trust, service, _BOOTPS) for service in allowed):
                message = f"segment `{name}` relays to zone `{home}`, which denies it UDP {_BOOTPS}"
                path = object_path("standard", "segments", name, "dhcp")
                yield Finding(path, message, f"allow a service with udp 67 from {segment.zone} to {home}")
