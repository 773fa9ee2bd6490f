"""Static routes of the one virtual router, and the discard routes behind every tunnel."""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart, Probe, StaticRoute
from netgen.platforms.gateways import interface_towards
from netgen.platforms.paloalto_panos.names import InterfaceNames
from netgen.values import Prefix

#: Farther than any route that leads somewhere.
_DISCARD_METRIC = 254
#: Palo Alto Networks machine specification of path monitors: pings lost in a row, and minutes.
_FEWEST_LOST, _LONGEST_HOLD = 3, 1440
_DEFAULT = Prefix(4, 0, 0)


class MonitorView(msgspec.Struct, frozen=True):
    """A ping from the circuit's own address along a route. `lost`: how many in a row mean that it leads nowhere."""

    name: str
    source: str
    target: str
    interval_s: int
    lost: int
    origin: str


class RouteView(msgspec.Struct, frozen=True):
    """A static route; `kind`: gateway | interface | discard.

    The preference is the metric, since that is the one number that a DHCP default route has too
    (`default-route-metric`); the administrative distance of both is the default, 10. A route with `monitors` is
    taken away while no ping is answered, and comes back after `hold_minutes` of answers.
    """

    name: str
    kind: str
    destination: str
    interface: str
    gateway: str
    metric: int
    origin: str
    monitors: tuple[MonitorView, ...] = ()
    hold_minutes: int = 0


def route_views(
    routes: tuple[StaticRoute, ...], part: FirewallPart, names: InterfaceNames
) -> tuple[RouteView, ...]:
    """All static routes, sorted by destination, then metric.

    Left out: the default route of a circuit by DHCP or PPPoE (its client gives it). Added: a route into every tunnel
    whose peer has no fixed address, which no IKE adds by itself on PAN-OS, and a discard route for each
    tunnel's far side that no other discard route covers, so that nothing meant for the overlay takes the
    way to the internet. Neither where BGP says what is behind a tunnel: static routes are nearer than its own.
    """
    dynamic = {item.name for item in part.interfaces if item.kind == "wan" and item.mode != "static"}
    said = [
        route
        for route in routes
        if not (route.interface in dynamic and route.prefix.length == 0 and not route.gateway)
    ]
    said += _into_tunnels(said, part)
    ordered = sorted(said + _discards(said, part), key=_order)
    taken: set[str] = set()
    return tuple(_view(route, part, names, taken) for route in ordered)


class Ipv6RouteView(msgspec.Struct, frozen=True):
    """An IPv6 static route; without a gateway it leads nowhere."""

    name: str
    destination: str
    interface: str
    gateway: str
    metric: int
    origin: str


def ipv6_route_views(routes: tuple[StaticRoute, ...], names: InterfaceNames) -> tuple[Ipv6RouteView, ...]:
    """The IPv6 routes by destination; a name has no colons."""
    taken: set[str] = set()
    return tuple(
        Ipv6RouteView(
            name=_name(route, is_discard=not route.gateway, taken=taken),
            destination=str(route.prefix),
            interface=names[route.interface] if route.interface else "",
            gateway=route.gateway,
            metric=route.distance,
            origin=route.origin,
        )
        for route in sorted(routes, key=_order)
    )


def _order(route: StaticRoute) -> tuple[Prefix, int, str, str]:
    return (route.prefix, route.distance, route.interface, route.gateway)


def _into_tunnels(routes: list[StaticRoute], part: FirewallPart) -> list[StaticRoute]:
    present = {route.interface for route in routes}
    return [
        StaticRoute("", tunnel.remote_prefix, "", tunnel.name, tunnel.distance, tunnel.name, tunnel.origin)
        for tunnel in part.tunnels
        if tunnel.routing == "static" and tunnel.name not in present and tunnel.remote_prefix.length
    ]


def _discards(routes: list[StaticRoute], part: FirewallPart) -> list[StaticRoute]:
    present = [route.prefix for route in routes if not route.interface and not route.gateway]
    added: dict[Prefix, StaticRoute] = {}
    for tunnel in part.tunnels:
        prefix = tunnel.remote_prefix
        if (
            tunnel.routing == "static"
            and prefix.length
            and not any(wider.contains(prefix) for wider in present)
        ):
            added.setdefault(
                prefix, StaticRoute("", prefix, "", "", _DISCARD_METRIC, "discard", tunnel.origin)
            )
    return list(added.values())


def _view(route: StaticRoute, part: FirewallPart, names: InterfaceNames, taken: set[str]) -> RouteView:
    is_discard = not route.interface and not route.gateway
    neutral = "" if is_discard else route.interface or interface_towards(route.gateway, part)
    return RouteView(
        name=_name(route, is_discard=is_discard, taken=taken),
        kind="discard" if is_discard else "gateway" if route.gateway else "interface",
        destination=str(route.prefix),
        interface=names[neutral] if neutral else "",
        gateway=route.gateway,
        metric=route.distance,
        origin=route.origin,
        monitors=_monitors(part, neutral) if route.prefix == _DEFAULT and neutral else (),
        hold_minutes=_hold_minutes(part.probe),
    )


def _monitors(part: FirewallPart, interface: str) -> tuple[MonitorView, ...]:
    """The probes of a circuit with an address of its own."""
    probe = part.probe
    if probe is None:
        return ()
    return tuple(
        MonitorView(
            f"probe-{place}",
            f"{item.address}/{item.length}",
            target,
            probe.interval_s,
            max(probe.fail_after, _FEWEST_LOST),
            probe.origin,
        )
        for item in part.interfaces
        if item.name == interface and item.kind == "wan" and item.mode == "static"
        for place, target in enumerate(probe.targets, 1)
    )


def _hold_minutes(probe: Probe | None) -> int:
    """PAN-OS counts minutes of answers: no shorter than the answers asked for take."""
    return min(-(-probe.recover_after * probe.interval_s // 60), _LONGEST_HOLD) if probe else 0


def _name(route: StaticRoute, *, is_discard: bool, taken: set[str]) -> str:
    """A name that depends on the destination and on what it is for, so that a new route renames no other."""
    base = f"r-{route.prefix.network.rstrip(':').replace(':', '-')}-{route.prefix.length}"
    name = f"{base}-discard" if is_discard else f"{base}-{route.distance}"
    number = 2
    unique = name
    while unique in taken:
        unique = f"{name}-{number}"
        number += 1
    taken.add(unique)
    return unique
