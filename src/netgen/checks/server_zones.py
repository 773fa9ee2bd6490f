"""Where the trust's servers stand, and what services carry."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.trust_facts import TrustFacts
from netgen.intent.resolution import segments_of
from netgen.values import Prefix


def zones_of_server(trust: TrustFacts, server: str) -> Iterator[str]:
    """The zones of hubs that an IPv4 address is in."""
    own = Prefix.parse(f"{server}/32")
    for hub in trust.trust.hubs:
        site = trust.intent.sites.get(hub)
        if site is not None and site.archetype in trust.standard.archetypes:  # else INV042 says so
            for segment in segments_of(trust.intent, hub).values():
                subnet = trust.subnet(hub, segment)
                if subnet is not None and subnet.contains(own):
                    yield segment.zone


def carries_udp(trust: TrustFacts, service: str, port: int) -> bool:
    """True if a service of the standard, or `any`, has a UDP port."""
    if service == "any":
        return True
    for ports in trust.standard.services[service].udp:
        first, _, last = ports.partition("-")
        if int(first) <= port <= int(last or first):
            return True
    return False
