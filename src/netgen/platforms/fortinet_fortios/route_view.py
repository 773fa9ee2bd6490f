"""Static routes, the discard routes behind every tunnel, and their row numbers."""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart, StaticRoute
from netgen.platforms.fortinet_fortios.breakout_view import tunnel_defaults
from netgen.platforms.fortinet_fortios.interface_view import DYNAMIC_MODES
from netgen.platforms.fortinet_fortios.names import interface_name, plain
from netgen.platforms.fortinet_fortios.sdwan_view import SdwanView, sdwan_views
from netgen.platforms.gateways import interface_towards
from netgen.values import Prefix

#: Farther than any route that leads somewhere, nearer than 255, which FortiOS never uses.
_DISCARD_DISTANCE = 254
_DEFAULT_DISTANCE = 10
_SEVERAL = 2
_SDWAN_DISTANCE = 1
_EVERYWHERE = Prefix(4, 0, 0)


class RouteView(msgspec.Struct, frozen=True):
    """A static route. Blackholes have neither gateway nor device.

    FortiOS prints no defaults: `destination` is "" for 0.0.0.0/0, `distance` 0 for 10.
    `priority` decides between routes of one distance, 0 for the default, 1.
    `sdwan_zone`: the way out of every member that is up, by the members' own gateways and priorities.
    `dynamic_gateway`: out of a DHCP or PPPoE circuit, by the gateway that the provider names.
    """

    number: int
    destination: str
    netmask: str
    gateway: str
    device: str
    distance: int
    priority: int
    comment: str
    is_discard: bool
    dynamic_gateway: bool
    origin: str
    sdwan_zone: str = ""


class Ipv6RouteView(msgspec.Struct, frozen=True):
    """An IPv6 static route. A blackhole has neither gateway nor device; `distance` is 0 for the default, 10."""

    number: int
    destination: str
    gateway: str
    device: str
    distance: int
    comment: str
    is_discard: bool
    origin: str


def ipv6_route_views(routes: tuple[StaticRoute, ...]) -> tuple[Ipv6RouteView, ...]:
    """The IPv6 routes by destination. Their rows are the last 32 bits of the /64, plus one: each has its own."""
    ordered = sorted(routes, key=lambda route: (route.prefix, route.distance))
    return tuple(
        Ipv6RouteView(
            number=(route.prefix.first >> 64 & 0xFFFFFFFF) + 1,
            destination=str(route.prefix),
            gateway=route.gateway,
            device=interface_name(route.interface) if route.interface else "",
            distance=0 if route.distance == _DEFAULT_DISTANCE else route.distance,
            comment=plain(route.name),
            is_discard=not route.interface and not route.gateway,
            origin=route.origin,
        )
        for route in ordered
    )


def shared_distance(part: FirewallPart) -> int:
    """The distance that the default routes of all circuits have in common; 0 where each has its own.

    FortiOS uses the nearest routes alone. A tunnel over the second circuit comes up, and a service published there is
    answered, only while a route out of that circuit is in use: the circuits must be equally far and differ in priority.
    Source: Fortinet's technical tip on priorities of static default routes (196645).
    """
    used = {tunnel.wan for tunnel in part.tunnels} | {item.interface for item in part.publications}
    if len(used) < _SEVERAL:
        return 0
    return min(item.priority for item in part.interfaces if item.kind == "wan")


def route_views(
    routes: tuple[StaticRoute, ...], part: FirewallPart, shared: int = 0
) -> tuple[RouteView, ...]:
    """All static routes, sorted by destination, then distance; `shared` as `shared_distance` says.

    Left out: the default route of a DHCP or PPPoE circuit (`defaultgw` of the interface gives it) and routes into a
    dial-up tunnel (IKE adds them while the peer is up: `add-route`). Added: a discard route for each
    tunnel's far side that no other discard route covers, so that nothing meant for the overlay takes the
    way to the internet while the tunnel is down. Where SD-WAN steers, one route leads to all circuits;
    where the site breaks out at a hub, default routes into the tunnels stand behind those of the circuits.
    """
    dhcp = {item.name for item in part.interfaces if item.kind == "wan" and item.mode in DYNAMIC_MODES}
    dialup = {tunnel.name for tunnel in part.tunnels if not tunnel.remote}
    said = [
        route
        for route in routes
        if route.interface not in dialup and not (route.interface in dhcp and route.prefix.length == 0)
    ]
    sdwan = sdwan_views(part)
    if sdwan:
        circuits = {item.name for item in part.interfaces if item.kind == "wan"}
        said = [
            route
            for route in said
            if route.prefix.length
            or (route.interface or interface_towards(route.gateway, part)) not in circuits
        ]
    ordered = sorted(said + _discards(said, part), key=_order)
    taken: set[int] = set()
    steered = tuple(_into(item, _row(_EVERYWHERE, taken)) for item in sdwan)
    plain = tuple(_view(route, part, dhcp, _row(route.prefix, taken), shared) for route in ordered)
    away = tuple(
        msgspec.structs.replace(
            _view(route, part, dhcp, _row(route.prefix, taken), route.distance), priority=priority
        )
        for route, priority in tunnel_defaults(part, shared)
    )
    return (*steered, *plain, *away)


def _into(sdwan: SdwanView, number: int) -> RouteView:
    """The default route into SD-WAN: nearer than any that a DHCP circuit brings by itself."""
    return RouteView(
        number=number, destination="", netmask="", gateway="", device="", distance=_SDWAN_DISTANCE, priority=0,
        comment="", is_discard=False, dynamic_gateway=False, origin=sdwan.origin, sdwan_zone=sdwan.zone,
    )  # fmt: skip


def _order(route: StaticRoute) -> tuple[Prefix, int, str, str]:
    return (route.prefix, route.distance, route.interface, route.gateway)


def _discards(routes: list[StaticRoute], part: FirewallPart) -> list[StaticRoute]:
    present = [route.prefix for route in routes if not route.interface and not route.gateway]
    added: dict[Prefix, StaticRoute] = {}
    for tunnel in part.tunnels:
        prefix = tunnel.remote_prefix
        if prefix.length and not any(wider.contains(prefix) for wider in present):
            added.setdefault(
                prefix,
                StaticRoute(
                    "", prefix, "", "", _DISCARD_DISTANCE, "discard while the overlay is down", tunnel.origin
                ),
            )
    return list(added.values())


def _row(prefix: Prefix, taken: set[int]) -> int:
    """A row number that depends on the destination, so that a new route renumbers no other.

    The /24 of the destination as an integer, plus one for each route already there (FortiOS takes 32 bits).
    """
    number = (prefix.first & ~0xFF) + 1
    while number in taken:
        number += 1
    taken.add(number)
    return number


def _view(route: StaticRoute, part: FirewallPart, dhcp: set[str], number: int, shared: int) -> RouteView:
    is_discard = not route.interface and not route.gateway
    distance = shared if shared and route.prefix.length == 0 else route.distance
    return RouteView(
        number=number,
        destination=route.prefix.network if route.prefix.length else "",
        netmask=route.prefix.netmask,
        gateway=route.gateway,
        device=""
        if is_discard
        else interface_name(route.interface or interface_towards(route.gateway, part)),
        distance=0 if distance == _DEFAULT_DISTANCE else distance,
        priority=route.distance if route.distance != distance else 0,
        comment=plain(route.name),
        is_discard=is_discard,
        dynamic_gateway=route.interface in dhcp and not route.gateway,
        origin=route.origin,
    )
