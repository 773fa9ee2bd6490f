"""Policy-based forwarding: a class of traffic takes another circuit than the routing table would choose."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.device import Breakout, FirewallInterface, FirewallPart, SteeringRule
from netgen.platforms.paloalto_panos import names
from netgen.platforms.paloalto_panos.names import ANY, InterfaceNames, listed
from netgen.platforms.paloalto_panos.rule_view import address_list

#: Palo Alto Networks machine specification of monitor profiles: shortest interval, and most lost pings.
_SHORTEST_S, _FEWEST_LOST, _MOST_LOST = 2, 2, 10
#: The one profile of what watches a rule's circuit.
PROFILE = "steering"


class MonitorProfileView(msgspec.Struct, frozen=True):
    """How often a circuit of a rule is asked, and how many lost pings in a row mean that it leads nowhere."""

    name: str
    interval_s: int
    lost: int
    origin: str


class ForwardingView(msgspec.Struct, frozen=True):
    """A rule; lists are ready to print. `is_negated`: anywhere but to the destinations.

    Without `egress` the routing table decides, and no later rule is asked.

    `target` is what must answer while the rule holds, as often as `profile` says; both are "" where nothing is asked.
    """

    name: str
    from_zones: str
    sources: str
    destinations: str
    is_negated: bool
    services: str
    egress: str
    gateway: str
    profile: str
    target: str
    description: str
    origin: str


def monitor_profile_views(
    part: FirewallPart, rules: tuple[ForwardingView, ...]
) -> tuple[MonitorProfileView, ...]:
    """The profile, where a rule is watched."""
    probe = part.probe
    if probe is None or not any(view.target for view in rules):
        return ()
    return (
        MonitorProfileView(
            PROFILE,
            max(probe.interval_s, _SHORTEST_S),
            min(max(probe.fail_after, _FEWEST_LOST), _MOST_LOST),
            probe.origin,
        ),
    )


def forwarding_views(part: FirewallPart, interfaces: InterfaceNames) -> tuple[ForwardingView, ...]:
    """The rules in the order of their classes, or the one of a site that breaks out at a hub.

    The routing table takes the circuits in their own order, so a class in that order asks for no forwarding. One that
    takes them the other way round forwards to each, from its first to the last but one; what none of them answers
    for falls back to the table. Left out: applications, which PAN-OS knows after the first packets alone, and a class
    the other way round where a circuit's gateway is not known (DHCP, PPPoE).
    """
    if part.breakout is not None:
        return _to_hub(part, part.breakout, interfaces)
    circuits = {item.name: item for item in part.interfaces if item.kind == "wan"}
    found = tuple(
        view
        for rule in sorted(part.steering, key=lambda item: item.number)
        if not rule.applications
        for view in _rules(rule, part, circuits)
    )
    return found if any(view.egress for view in found) else ()


def _to_hub(part: FirewallPart, breakout: Breakout, interfaces: InterfaceNames) -> tuple[ForwardingView, ...]:
    """Everything that leaves the trust goes into the tunnel of the preferred hub, and nowhere else when it is down.

    A tunnel's interface stays up without its peer, and what would watch it asks from an address that the tunnel does
    not carry: so no second hub takes over.
    """
    inside = {item.name for item in part.interfaces if item.kind == "vlan"}
    return tuple(
        ForwardingView(
            name="breakout",
            from_zones=listed(
                tuple(
                    zone.name
                    for zone in sorted(part.zones, key=lambda zone: zone.number)
                    if not inside.isdisjoint(zone.members)
                )
            ),
            sources=str(breakout.source),
            destinations=listed(tuple(str(prefix) for prefix in breakout.inside)),
            is_negated=True,
            services=ANY,
            egress=interfaces[tunnel],
            gateway="",
            profile="",
            target="",
            description="",
            origin=breakout.origin,
        )
        for tunnel in breakout.tunnels[:1]
    )


def _rules(
    rule: SteeringRule, part: FirewallPart, circuits: dict[str, FirewallInterface]
) -> Iterator[ForwardingView]:
    services = _services(rule, part)
    if not services:
        return
    usual = sorted(circuits, key=lambda name: (circuits[name].priority, name))
    plain = ForwardingView(
        name=names.rule_name(rule.number, f"steer-{rule.name}"),
        from_zones=listed(_zones(rule, part)),
        sources=address_list(rule.sources),
        destinations=address_list(rule.destinations),
        is_negated=False,
        services=services,
        egress="",
        gateway="",
        profile="",
        target="",
        description=names.text(rule.title) if rule.title else "",
        origin=rule.origin,
    )
    if list(rule.circuits) == usual or rule.strategy != "ordered":
        yield plain
        return
    if any(item.mode != "static" or not item.gateway for item in circuits.values()):
        return
    ways = [circuits[name] for name in rule.circuits[:-1]]
    for item in ways:
        yield msgspec.structs.replace(
            plain,
            name=names.nat_name(plain.name, item.name),
            egress=item.name,
            gateway=item.gateway,
            profile=PROFILE if part.probe else "",
            target=part.probe.targets[0] if part.probe else "",
        )


def _zones(rule: SteeringRule, part: FirewallPart) -> tuple[str, ...]:
    """The zones that send from one of the sources: those of the policies that name it."""
    sources = set(rule.sources)
    circuits = {item.name for item in part.interfaces if item.kind == "wan"}
    outside = {zone.name for zone in part.zones if not circuits.isdisjoint(zone.members)}
    found = {
        policy.from_zone
        for policy in part.policies
        if policy.to_zone in outside and not sources.isdisjoint(policy.sources)
    }
    return tuple(zone.name for zone in sorted(part.zones, key=lambda zone: zone.number) if zone.name in found)


def _services(rule: SteeringRule, part: FirewallPart) -> str:
    """The service objects, ready to print; "" where the class names none that has ports."""
    asked = [item for item in part.services if item.name in rule.services]
    if not asked or any(item.any_ for item in asked):
        return ANY
    found = tuple(
        names.service_name(item.name, protocol)
        for item in asked
        for protocol, ports in (("tcp", item.tcp), ("udp", item.udp))
        if ports
    )
    return listed(found) if found else ""
