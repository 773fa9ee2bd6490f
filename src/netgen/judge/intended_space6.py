"""What may pass between two zones of a site over IPv6: the same zone matrix, inside the site alone.

A pair that the matrix allows passes where both zones have IPv6 subnets at this site, from those subnets to those, with
the pair's services; ICMP is then the echo of ICMPv6. There is no IPv6 to or from the internet, none over the overlay
and none by a publication. Both bounds of `Wanted` are the same: an IPv6 rule never leaves a side to routing.
"""

from __future__ import annotations

from netgen.blueprint import DevicePlan
from netgen.judge.case import SiteCase
from netgen.judge.firewall_vocabulary import NEIGHBOURS_IN_RULES
from netgen.judge.header_space import (
    EVERY_ADDRESS6,
    PROTOCOLS,
    Intervals,
    Region,
    addresses_of,
    service,
    union,
    whole_protocol,
)
from netgen.judge.intended_space import ECHO_REQUEST, Wanted, service_flows
from netgen.values import Prefix

_IPV6 = 6
#: ICMPv6 echo request (RFC 4443): what `icmp: true` of a service means over IPv6.
ECHO_REQUEST6 = 128
#: Where neighbours and routers find each other (RFC 4861): addresses of the link, and groups of it.
_LINK = ("fe80::/10", "ff02::/16")


def local_prefixes6(case: SiteCase, zone: str) -> tuple[Prefix, ...]:
    """The IPv6 subnets of a zone at this site, from the trust's address plan."""
    for addresses in case.trust.sites:
        if addresses.site == case.site.site:
            return addresses.prefixes6(zone)
    return ()


def wanted_space6(case: SiteCase) -> dict[tuple[str, str], Wanted]:
    """Every ordered pair of zones between which IPv6 passes at this site's firewall."""
    services = {item.name: item for item in case.trust.services}
    found: dict[tuple[str, str], Wanted] = {}
    for pair in case.trust.matrix:
        ends = pair.from_zone, pair.to_zone
        here, there = (local_prefixes6(case, zone) for zone in ends)
        if not (pair.services and here and there) or ends[0] == ends[1] or case.internet in ends:
            continue
        flows = union(
            flow
            for name in pair.services
            for flow in _in_ipv6(union(service_flows(services.get(name), name)))
        )
        region = Region(addresses_of(here, _IPV6), addresses_of(there, _IPV6), flows)
        found[ends] = Wanted(*ends, (region,), (region,), pair.origins[0] if pair.origins else "")
    return found


def _in_ipv6(flows: Intervals) -> Intervals:
    """The same services with the echo of ICMPv6 in place of that of ICMP; every protocol stays every protocol."""
    echo = service(PROTOCOLS["icmp"], ECHO_REQUEST, ECHO_REQUEST)
    return union(
        service(PROTOCOLS["icmp6"], ECHO_REQUEST6, ECHO_REQUEST6) if flow == echo else flow for flow in flows
    )


def talk_with_the_box(case: SiteCase, plan: DevicePlan, zone: str) -> Wanted | None:
    """What a zone says to the firewall itself, where the platform's rules between zones are asked about it."""
    if plan.platform not in NEIGHBOURS_IN_RULES:
        return None
    own = [Prefix.parse(f"{address}/128") for address in firewall_addresses6(case)]
    targets = addresses_of([*(Prefix.parse(text) for text in _LINK), *own], _IPV6)
    flows = union([whole_protocol(PROTOCOLS["icmp6"])])
    return Wanted(zone, zone, (), (Region(EVERY_ADDRESS6, targets, flows),), plan.origin)


def firewall_addresses6(case: SiteCase) -> tuple[str, ...]:
    """The firewall's own planned addresses."""
    gateways = [
        item.gateway6 for item in case.site.segments if item.gateway_on == "firewall" and item.gateway6
    ]
    return (*gateways, *(item.firewall6 for item in case.site.transits if item.firewall6))
