"""What a Junos box routes: static routes, routing instances and DHCP pools."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from netgen.device import Device, DhcpPool, Reservation, StaticRoute
from netgen.platforms.juniper_junos.names import instance_name, listed, logical, quoted
from netgen.values import Prefix

_DEFAULT_ROUTE = Prefix.parse("0.0.0.0/0")


class RouteView(msgspec.Struct, frozen=True):
    """Static routes to one destination.

    Junos has one entry a destination: one next hop with the route's `preference`, or several that each have
    their own (`ways`: target, preference, origin). `preference` is 0 when the ways say it.
    """

    destination: str
    is_discard: bool
    next_hop: str
    preference: int
    ways: tuple[tuple[str, int, str], ...]
    origin: str


class PoolView(msgspec.Struct, frozen=True):
    """A DHCP pool and the interface that it serves.

    `interface` is a logical interface; `options` are (number, list of addresses ready to print); `boot_server` and
    `boot_file` are "" without, `boot_file` is quoted.
    """

    name: str
    interface: str
    network: str
    first: str
    last: str
    gateway: str
    dns: tuple[str, ...]
    domain: str
    lease_s: int
    boot_server: str
    boot_file: str
    options: tuple[tuple[int, str], ...]
    hosts: tuple[Reservation, ...]
    origin: str


class RelayView(msgspec.Struct, frozen=True):
    """The interfaces whose DHCP requests go to the same servers."""

    name: str
    servers: tuple[str, ...]
    interfaces: tuple[tuple[str, str], ...]


class InstanceView(msgspec.Struct, frozen=True):
    """A routing instance of the type virtual-router: the VRF of one zone."""

    name: str
    interfaces: tuple[str, ...]
    routes: tuple[RouteView, ...]
    pools: tuple[PoolView, ...]
    relays: tuple[RelayView, ...]
    origin: str
    routes6: tuple[RouteView, ...] = ()


def instance_views(device: Device) -> tuple[InstanceView, ...]:
    """The VRFs with everything inside of them."""
    return tuple(
        InstanceView(
            name=instance_name(vrf.name),
            interfaces=tuple(logical("irb", svi.vlan) for svi in device.svis if svi.vrf == vrf.name),
            routes=route_views(route for route in device.routes if route.vrf == vrf.name),
            pools=pool_views((pool for pool in device.dhcp_pools if pool.vrf == vrf.name), _irb),
            relays=switch_relay_views(device, vrf.name),
            origin=vrf.origin,
            routes6=route_views(route for route in device.routes6 if route.vrf == vrf.name),
        )
        for vrf in device.vrfs
    )


def switch_route_views(device: Device) -> tuple[RouteView, ...]:
    """The global table of a switch: the way back for its own management traffic is always there."""
    routes = [route for route in device.routes if route.vrf == ""]
    if not any(route.prefix.length == 0 for route in routes):
        management = device.management
        routes.insert(
            0, StaticRoute("", _DEFAULT_ROUTE, management.gateway, "", 1, "management", management.origin)
        )
    return route_views(routes)


def route_views(
    routes: Iterable[StaticRoute], way: Callable[[StaticRoute], str] | None = None
) -> tuple[RouteView, ...]:
    """One view a destination, sorted; `way` says where a route leads (its gateway by default)."""
    by_prefix: dict[Prefix, list[StaticRoute]] = {}
    for route in routes:
        by_prefix.setdefault(route.prefix, []).append(route)
    return tuple(_route_view(by_prefix[prefix], way or _gateway) for prefix in sorted(by_prefix))


def _gateway(route: StaticRoute) -> str:
    return route.gateway


def _route_view(routes: list[StaticRoute], way: Callable[[StaticRoute], str]) -> RouteView:
    first = routes[0]
    ways = sorted((route.distance, target, route.origin) for route in routes if (target := way(route)))
    # A destination leads somewhere or nowhere, not both: what leads somewhere wins.
    is_single = len(ways) == 1
    return RouteView(
        destination=str(first.prefix),
        is_discard=not ways,
        next_hop=ways[0][1] if is_single else "",
        preference=ways[0][0] if is_single else 0 if ways else first.distance,
        ways=() if is_single else tuple((target, distance, origin) for distance, target, origin in ways),
        origin=ways[0][2] if ways else first.origin,
    )


def _irb(vlan: int) -> str:
    return logical("irb", vlan)


def pool_views(pools: Iterable[DhcpPool], interface: Callable[[int], str]) -> tuple[PoolView, ...]:
    """The pools in the order of their VLANs; `interface` names the logical interface of a VLAN."""
    return tuple(
        PoolView(
            name=pool.name,
            interface=interface(pool.vlan),
            network=str(pool.prefix),
            first=pool.first,
            last=pool.last,
            gateway=pool.gateway,
            dns=pool.dns,
            domain=pool.domain,
            lease_s=pool.lease_s,
            boot_server=pool.boot_server,
            boot_file=quoted(pool.boot_file) if pool.boot_file else "",
            options=tuple((number, listed(hosts)) for number, hosts in pool.options if hosts),
            hosts=pool.reservations,
            origin=pool.origin,
        )
        for pool in sorted(pools, key=lambda pool: pool.vlan)
    )


def relay_views(asking: Iterable[tuple[str, tuple[str, ...], str]]) -> tuple[RelayView, ...]:
    """(logical interface, servers, origin) of each relaying interface, joined by their servers."""
    groups: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for interface, servers, origin in asking:
        if servers:
            groups.setdefault(servers, []).append((interface, origin))
    return tuple(
        RelayView(f"netgen-{number}", servers, tuple(interfaces))
        for number, (servers, interfaces) in enumerate(sorted(groups.items()), 1)
    )


def switch_relay_views(device: Device, vrf: str) -> tuple[RelayView, ...]:
    """The relays of one table of a switch."""
    return relay_views((_irb(svi.vlan), svi.relays, svi.origin) for svi in device.svis if svi.vrf == vrf)


def switch_pool_views(device: Device) -> tuple[PoolView, ...]:
    """The pools of a switch's global table."""
    return pool_views((pool for pool in device.dhcp_pools if pool.vrf == ""), _irb)
