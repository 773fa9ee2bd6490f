"""Filter-based forwarding: a class takes the circuits of an SRX the other way round, or all leaves at a hub."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.device import Breakout, FirewallPart, ServiceObject, SteeringRule
from netgen.platforms.juniper_junos.names import listed, object_name
from netgen.platforms.juniper_junos.probe_view import LAST_RESORT, watched_circuits

#: The filter of the networks inside, and the table in which the backup comes first.
FILTER, BACKUP_FIRST = "netgen-steering", "netgen-backup-first"
#: The table of a site that breaks out at a hub, and the preference of its first way.
AT_HUB, _FIRST_WAY = "netgen-at-hub", 10


class TermView(msgspec.Struct, frozen=True):
    """A term: traffic and the table that it is looked up in, "" for the usual one. Lists are ready to print.

    No destinations mean any.
    """

    name: str
    sources: tuple[str, ...]
    destinations: tuple[str, ...]
    protocol: str
    ports: str
    table: str
    origin: str


class WayView(msgspec.Struct, frozen=True):
    """A default route of the other table, to a gateway or into a tunnel.

    `metric` is that of the route which the circuit's pings keep there, 0 where it is not watched.
    """

    gateway: str
    preference: int
    metric: int
    origin: str


class SteeringView(msgspec.Struct, frozen=True):
    """The filter and the other table. `filter` is "" where nothing is steered, `table` where no class wants it."""

    filter: str
    table: str
    terms: tuple[TermView, ...]
    ways: tuple[WayView, ...]
    origin: str


NO_STEERING = SteeringView(filter="", table="", terms=(), ways=(), origin="")


def is_reversed(rule: SteeringRule, part: FirewallPart) -> bool:
    """Whether a class takes the circuits in another order than everything else."""
    return rule.strategy == "ordered" and list(rule.circuits) != _usual(part)


def steering_view(part: FirewallPart, interfaces: dict[str, str]) -> SteeringView:
    """The terms by class, or those of a site that breaks out at a hub.

    One in the usual order only keeps later classes from being asked.

    Left out: applications, which a filter does not see; and a class the other way round where a circuit's gateway is
    not known, since a table without its route would lose the traffic when the backup is down.
    """
    if part.breakout is not None:
        return _to_hub(part.breakout, interfaces)
    known = all(item.mode == "static" and item.gateway for item in part.interfaces if item.kind == "wan")
    services = {item.name: item for item in part.services}
    prefixes = {item.name: str(item.prefix) for item in part.addresses}
    rules = [
        rule
        for rule in sorted(part.steering, key=lambda item: item.number)
        if not rule.applications and (known or not is_reversed(rule, part))
    ]
    reversed_ = [rule for rule in rules if is_reversed(rule, part)]
    if not reversed_:
        return NO_STEERING
    return SteeringView(
        filter=FILTER,
        table=BACKUP_FIRST,
        terms=tuple(term for rule in rules for term in _terms(rule, part, services, prefixes)),
        ways=_ways(part),
        origin=reversed_[0].origin,
    )


def _to_hub(breakout: Breakout, interfaces: dict[str, str]) -> SteeringView:
    """Everything that leaves the trust is looked up in a table with the tunnels alone: without one it is lost."""
    source = (str(breakout.source),)
    plain = TermView("inside", source, tuple(map(str, breakout.inside)), "", "", "", breakout.origin)
    return SteeringView(
        filter=FILTER,
        table=AT_HUB,
        terms=(plain, msgspec.structs.replace(plain, name="internet", destinations=(), table=AT_HUB)),
        ways=tuple(
            WayView(interfaces[tunnel], _FIRST_WAY * place, 0, breakout.origin)
            for place, tunnel in enumerate(breakout.tunnels, 1)
        ),
        origin=breakout.origin,
    )


def _usual(part: FirewallPart) -> list[str]:
    circuits = (item for item in part.interfaces if item.kind == "wan")
    return [item.name for item in sorted(circuits, key=lambda item: (item.priority, item.name))]


def _terms(
    rule: SteeringRule, part: FirewallPart, services: dict[str, ServiceObject], prefixes: dict[str, str]
) -> Iterator[TermView]:
    plain = TermView(
        name=object_name(rule.name),
        sources=tuple(sorted(prefixes[name] for name in rule.sources)),
        destinations=tuple(prefixes[name] for name in rule.destinations),
        protocol="",
        ports="",
        table=BACKUP_FIRST if is_reversed(rule, part) else "",
        origin=rule.origin,
    )
    asked = [services[name] for name in rule.services]
    if not asked or any(item.any_ for item in asked):
        yield plain
        return
    for protocol in ("tcp", "udp"):
        ports = dict.fromkeys(
            port for item in asked for port in (item.tcp if protocol == "tcp" else item.udp)
        )
        if ports:
            yield msgspec.structs.replace(
                plain, name=f"{plain.name}-{protocol}", protocol=protocol, ports=listed(tuple(ports))
            )
    if any(item.icmp for item in asked):
        yield msgspec.structs.replace(plain, name=f"{plain.name}-icmp", protocol="icmp")


def _ways(part: FirewallPart) -> tuple[WayView, ...]:
    """The default routes of the other table: the last circuit is the nearest."""
    circuits = {item.name: item for item in part.interfaces if item.kind == "wan"}
    order = list(reversed(_usual(part)))
    watched = {item.name for item in watched_circuits(part)}
    distances = sorted(circuits[name].priority for name in order)
    return tuple(
        WayView(
            gateway=circuits[name].gateway,
            preference=distance + LAST_RESORT if name in watched else distance,
            metric=metric if name in watched else 0,
            origin=circuits[name].origin,
        )
        for metric, (name, distance) in enumerate(zip(order, distances, strict=True), 1)
    )
