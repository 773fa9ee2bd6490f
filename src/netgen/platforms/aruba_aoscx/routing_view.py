"""What an AOS-CX switch routes: VRFs, VLAN interfaces, static routes and DHCP servers."""

from __future__ import annotations

import msgspec

from netgen.device import Device, DhcpPool, StaticRoute, Svi

#: The table of everything that is in no VRF of its own.
GLOBAL = "default"


class VrfView(msgspec.Struct, frozen=True):
    """A VRF."""

    name: str
    origin: str


class SviView(msgspec.Struct, frozen=True):
    """A VLAN interface; `vrf` is "" in the global table, `address` has its length, `relays` are DHCP servers.

    `address6` is "" without IPv6. The box advertises nothing by itself: `advertises` says that it does here.
    `shared` is the gateway that both halves of a pair answer for with `shared_mac`, both "" without.
    """

    vlan: int
    description: str
    vrf: str
    address: str
    relays: tuple[str, ...]
    shared: str
    shared_mac: str
    origin: str
    address6: str = ""
    advertises: bool = False


class RouteView(msgspec.Struct, frozen=True):
    """A static route. `vrf` may be "", `distance` is 0 when it is one."""

    prefix: str
    gateway: str
    distance: int
    vrf: str
    origin: str


class HostView(msgspec.Struct, frozen=True):
    """A host with an address of its own."""

    address: str
    mac: str
    origin: str


class OptionView(msgspec.Struct, frozen=True):
    """A DHCP option that is a list of addresses."""

    number: int
    addresses: str


class PoolView(msgspec.Struct, frozen=True):
    """A pool of a DHCP server; `lease` is days, hours and minutes with colons between.

    `boot` is the file of a network boot with its server, "" without; `boot_file` that without a server.
    """

    name: str
    first: str
    last: str
    length: int
    gateway: str
    dns: str
    domain: str
    lease: str
    boot: str
    boot_file: str
    options: tuple[OptionView, ...]
    hosts: tuple[HostView, ...]
    origin: str


class DhcpServerView(msgspec.Struct, frozen=True):
    """The DHCP server of one VRF."""

    vrf: str
    pools: tuple[PoolView, ...]
    origin: str


#: The most addresses that a pool takes for one thing.
_MOST = 4


def vrf_views(device: Device) -> tuple[VrfView, ...]:
    """VRFs, which must exist before an interface joins them."""
    return tuple(VrfView(vrf.name, vrf.origin) for vrf in device.vrfs)


def svi_views(device: Device) -> tuple[SviView, ...]:
    """The management interface first, then the gateways of a routed core."""
    management = device.management
    own = SviView(
        management.vlan,
        "management",
        "",
        f"{management.address}/{management.prefix.length}",
        next((svi.relays for svi in device.svis if svi.vlan == management.vlan), ()),
        "",
        "",
        management.origin,
    )
    mac = device.pair.gateway_mac if device.pair else ""
    return (own, *(_svi_view(svi, mac) for svi in device.svis if svi.vlan != management.vlan))


def _svi_view(svi: Svi, mac: str) -> SviView:
    address = f"{svi.address}/{svi.prefix.length}"
    shared_mac = mac if svi.shared else ""
    return SviView(
        svi.vlan,
        svi.description,
        svi.vrf,
        address,
        svi.relays,
        svi.shared,
        shared_mac,
        svi.origin,
        f"{svi.ipv6.address}/{svi.ipv6.prefix.length}" if svi.ipv6 else "",
        advertises=svi.ipv6 is not None and svi.ipv6.advertise,
    )


def route_views(device: Device) -> tuple[RouteView, ...]:
    """Static routes; the way back for the box's own management traffic comes first."""
    routes = tuple(_route_view(route) for route in device.routes)
    if any(route.vrf == "" and route.prefix.length == 0 for route in device.routes):
        return routes
    management = device.management
    return (RouteView("0.0.0.0/0", management.gateway, 0, "", management.origin), *routes)


def ipv6_route_views(device: Device) -> tuple[RouteView, ...]:
    """The IPv6 static routes."""
    return tuple(_route_view(route) for route in device.routes6)


def _route_view(route: StaticRoute) -> RouteView:
    return RouteView(
        str(route.prefix),
        route.gateway,
        route.distance if route.distance > 1 else 0,
        route.vrf,
        route.origin,
    )


def dhcp_server_views(device: Device) -> tuple[DhcpServerView, ...]:
    """One server for each VRF that has pools, in the order of the device's pools."""
    by_vrf: dict[str, list[DhcpPool]] = {}
    for pool in device.dhcp_pools:
        by_vrf.setdefault(pool.vrf or GLOBAL, []).append(pool)
    return tuple(
        DhcpServerView(vrf, tuple(_pool_view(pool) for pool in pools), pools[0].origin)
        for vrf, pools in by_vrf.items()
    )


def _pool_view(pool: DhcpPool) -> PoolView:
    minutes = pool.lease_s // 60
    return PoolView(
        name=pool.name,
        first=pool.first,
        last=pool.last,
        length=pool.prefix.length,
        gateway=pool.gateway,
        dns=" ".join(pool.dns[:_MOST]),
        domain=pool.domain,
        lease=f"{minutes // 1440:02}:{minutes // 60 % 24:02}:{minutes % 60:02}",
        boot=f"tftp://{pool.boot_server}/{pool.boot_file}" if pool.boot_server and pool.boot_file else "",
        boot_file="" if pool.boot_server else pool.boot_file,
        options=tuple(OptionView(number, " ".join(found[:_MOST])) for number, found in pool.options),
        hosts=tuple(HostView(host.address, host.mac, host.origin) for host in pool.reservations),
        origin=pool.origin,
    )
