"""What an EOS switch routes: VRFs, VLAN interfaces, static routes and DHCP servers."""

from __future__ import annotations

import msgspec

from netgen.device import Device, DhcpPool, StaticRoute, Svi
from netgen.platforms.arista_eos.names import vlan_interface
from netgen.platforms.arista_eos.pair_view import served_pools

#: The option that tells telephones their servers; EOS has words for no other list of addresses.
_PHONE_SERVERS = 150


class VrfView(msgspec.Struct, frozen=True):
    """A VRF; `routes_ipv6`: it routes IPv6 too."""

    name: str
    origin: str
    routes_ipv6: bool = False


class SviView(msgspec.Struct, frozen=True):
    """A VLAN interface; `vrf` is "" in the global table, `address` has its length. DHCP requests go on to `relays`.

    `address6` is "" without IPv6. An interface with IPv6 advertises its prefix unless `is_silent`.
    `shared` is the gateway that both halves of a pair answer for, "" without.
    """

    interface: str
    description: str
    vrf: str
    address: str
    relays: tuple[str, ...]
    serves_dhcp: bool
    shared: str
    origin: str
    address6: str = ""
    is_silent: bool = False


class RouteView(msgspec.Struct, frozen=True):
    """A static route. `vrf`, `interface`, `gateway` and `name` may be "", `distance` is 0 when it is one."""

    vrf: str
    prefix: str
    interface: str
    gateway: str
    distance: int
    name: str
    origin: str


class HostView(msgspec.Struct, frozen=True):
    """A host that always gets `address`; `mac` in groups of four digits."""

    mac: str
    address: str
    name: str
    origin: str


class PoolView(msgspec.Struct, frozen=True):
    """One subnet of a DHCP server; a lease is its days, hours and minutes together.

    `boot_server`, `boot_file` and `phone_servers` may be "".
    """

    name: str
    subnet: str
    first: str
    last: str
    gateway: str
    dns: str
    lease_days: int
    lease_hours: int
    lease_minutes: int
    boot_server: str
    phone_servers: str
    boot_file: str
    hosts: tuple[HostView, ...]
    origin: str


class DhcpServerView(msgspec.Struct, frozen=True):
    """The DHCP server of one VRF; `vrf` is "" in the global table."""

    vrf: str
    domain: str
    pools: tuple[PoolView, ...]
    origin: str


def vrf_views(device: Device) -> tuple[VrfView, ...]:
    """VRFs, which must exist before an interface joins them."""
    with_ipv6 = {svi.vrf for svi in device.svis if svi.ipv6 is not None}
    return tuple(VrfView(vrf.name, vrf.origin, vrf.name in with_ipv6) for vrf in device.vrfs)


def svi_views(device: Device) -> tuple[SviView, ...]:
    """The management interface first, then the gateways of a routed core."""
    management = device.management
    served = {pool.vlan for pool in served_pools(device)}
    own = SviView(
        vlan_interface(management.vlan),
        "management",
        "",
        f"{management.address}/{management.prefix.length}",
        next((svi.relays for svi in device.svis if svi.vlan == management.vlan), ()),
        management.vlan in served,
        "",
        management.origin,
    )
    return (own, *(_svi_view(svi, svi.vlan in served) for svi in device.svis if svi.vlan != management.vlan))


def _svi_view(svi: Svi, serves_dhcp: bool) -> SviView:
    return SviView(
        vlan_interface(svi.vlan),
        svi.description,
        svi.vrf,
        f"{svi.address}/{svi.prefix.length}",
        svi.relays,
        serves_dhcp,
        svi.shared,
        svi.origin,
        f"{svi.ipv6.address}/{svi.ipv6.prefix.length}" if svi.ipv6 else "",
        is_silent=svi.ipv6 is not None and not svi.ipv6.advertise,
    )


def route_views(device: Device) -> tuple[RouteView, ...]:
    """Static routes; the way back for the box's own management traffic comes first.

    EOS uses a static default route for itself even where `no ip routing` stands.
    """
    routes = tuple(_route_view(route) for route in device.routes)
    if any(route.vrf == "" and route.prefix.length == 0 for route in device.routes):
        return routes
    management = device.management
    own = RouteView("", "0.0.0.0/0", "", management.gateway, 0, "management", management.origin)
    return (own, *routes)


def ipv6_route_views(device: Device) -> tuple[RouteView, ...]:
    """The IPv6 static routes."""
    return tuple(_route_view(route) for route in device.routes6)


def _route_view(route: StaticRoute) -> RouteView:
    return RouteView(
        route.vrf,
        str(route.prefix),
        route.interface,
        route.gateway,
        route.distance if route.distance > 1 else 0,
        route.name,
        route.origin,
    )


def dhcp_server_views(device: Device) -> tuple[DhcpServerView, ...]:
    """One server for each VRF that has pools, in the order of the device's pools."""
    by_vrf: dict[str, list[DhcpPool]] = {}
    for pool in served_pools(device):
        by_vrf.setdefault(pool.vrf, []).append(pool)
    return tuple(
        DhcpServerView(
            vrf=vrf,
            domain=pools[0].domain,
            pools=tuple(_pool_view(pool) for pool in pools),
            origin=pools[0].origin,
        )
        for vrf, pools in by_vrf.items()
    )


def _pool_view(pool: DhcpPool) -> PoolView:
    minutes = pool.lease_s // 60
    return PoolView(
        name=pool.name,
        subnet=str(pool.prefix),
        first=pool.first,
        last=pool.last,
        gateway=pool.gateway,
        dns=" ".join(pool.dns),
        lease_days=minutes // 1440,
        lease_hours=minutes // 60 % 24,
        lease_minutes=minutes % 60,
        boot_server=pool.boot_server,
        phone_servers=" ".join(dict(pool.options).get(_PHONE_SERVERS, ())),
        boot_file=pool.boot_file,
        hosts=tuple(
            HostView(dotted(host.mac), host.address, host.name, host.origin)
            for host in sorted(pool.reservations, key=lambda host: host.mac)
        ),
        origin=pool.origin,
    )


def dotted(mac: str) -> str:
    """A hardware address as EOS prints it.

    >>> dotted("00:1a:2b:3c:4d:5e")
    '001a.2b3c.4d5e'
    """
    digits = mac.replace(":", "")
    return ".".join(digits[at : at + 4] for at in range(0, len(digits), 4))
