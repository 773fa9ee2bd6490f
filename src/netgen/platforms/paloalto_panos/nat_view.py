"""Address translation: sources behind the circuit's address, and published services to their server."""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart
from netgen.platforms.paloalto_panos import names
from netgen.platforms.paloalto_panos.rule_view import address_list


class NatView(msgspec.Struct, frozen=True):
    """Source NAT to the address of one circuit; `address` is "" where DHCP gives it."""

    name: str
    from_zone: str
    to_zone: str
    interface: str
    address: str
    sources: str
    destinations: str
    origin: str


class PublicationView(msgspec.Struct, frozen=True):
    """Destination NAT of one service object; both zones are those before the translation."""

    name: str
    zone: str
    outside: str
    inside: str
    service: str
    origin: str


def nat_views(part: FirewallPart) -> tuple[NatView, ...]:
    """Source NAT of each policy that hides its sources, once for every circuit of its zone."""
    found: list[NatView] = []
    seen: set[tuple[str, ...]] = set()
    for policy in part.policies:
        key = (policy.from_zone, policy.to_zone, *policy.sources, "to", *policy.destinations)
        if not policy.nat or not policy.services or key in seen:
            continue
        seen.add(key)
        name = names.rule_name(policy.number, policy.name)
        found += circuit_nat(
            part,
            NatView(
                name, policy.from_zone, policy.to_zone, "", "", address_list(policy.sources),
                address_list(policy.destinations), policy.origin,
            ),
        )  # fmt: skip
    return tuple(found)


def circuit_nat(part: FirewallPart, plan: NatView) -> list[NatView]:
    """One rule for every circuit of the zone that `plan` leads to."""
    members = {member for zone in part.zones if zone.name == plan.to_zone for member in zone.members}
    return [
        msgspec.structs.replace(
            plan,
            name=names.nat_name(plan.name, item.name),
            interface=item.name,
            address=f"{item.address}/{item.length}" if item.mode == "static" else "",
        )
        for item in part.interfaces
        if item.kind == "wan" and item.name in members
    ]


def publication_views(part: FirewallPart) -> tuple[PublicationView, ...]:
    """The publications in their own order, one rule for each service: a NAT rule names one service."""
    zone_of = {member: zone.name for zone in part.zones for member in zone.members}
    services = {item.name: item for item in part.services}
    return tuple(
        PublicationView(
            name=f"{item.name}.{names.service_name(service.name, protocol)}",
            zone=zone_of[item.interface],
            outside=f"{item.outside}/32",
            inside=item.inside,
            service=names.service_name(service.name, protocol),
            origin=item.origin,
        )
        for item in part.publications
        for service in (services[name] for name in item.services)
        for protocol, ports in (("tcp", service.tcp), ("udp", service.udp))
        if ports
    )
