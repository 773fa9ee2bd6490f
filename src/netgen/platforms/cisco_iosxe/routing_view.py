"""What a Catalyst routes: VRFs, VLAN interfaces, static routes and DHCP pools."""

from __future__ import annotations

from itertools import product

import msgspec

from netgen.device import Device, DhcpPool, StaticRoute, Svi
from netgen.platforms.cisco_iosxe.names import vlan_interface
from netgen.values import Prefix


class VrfView(msgspec.Struct, frozen=True):
    """A VRF; `has_ipv6`: its interfaces may have IPv6 addresses."""

    name: str
    origin: str
    has_ipv6: bool = False


class SviView(msgspec.Struct, frozen=True):
    """A VLAN interface; `vrf` is "" in the global table. DHCP requests go on to `relays`.

    `address6` is "" without IPv6. An interface with IPv6 advertises its prefix unless `is_silent`.
    """

    interface: str
    description: str
    vrf: str
    address: str
    mask: str
    relays: tuple[str, ...]
    origin: str
    address6: str = ""
    is_silent: bool = False
    #: The filter of directed broadcasts that become broadcasts here; "" where none do.
    wake_filter: str = ""
    hears_broadcasts: bool = False


class WakeFilterView(msgspec.Struct, frozen=True):
    """Who may wake the hosts of a VLAN: (number, source, port), to its broadcast address alone."""

    name: str
    entries: tuple[tuple[int, str, str], ...]
    target: str
    origin: str


class Ipv6RouteView(msgspec.Struct, frozen=True):
    """An IPv6 static route; `vrf` may be ""."""

    vrf: str
    prefix: str
    gateway: str
    name: str
    origin: str


class RouteView(msgspec.Struct, frozen=True):
    """A static route. `vrf`, `interface`, `gateway` and `name` may be "", `distance` is 0 when it is one."""

    vrf: str
    network: str
    mask: str
    interface: str
    gateway: str
    distance: int
    name: str
    origin: str


class HostView(msgspec.Struct, frozen=True):
    """A host that always gets `address`; it calls itself `client` (RFC 2132, option 61)."""

    address: str
    client: str
    origin: str


class OptionView(msgspec.Struct, frozen=True):
    """A DHCP option that is a list of addresses."""

    number: int
    addresses: str


class PoolView(msgspec.Struct, frozen=True):
    """A DHCP pool; `excluded` are the addresses it must not lease: one, or the first and last of a run.

    `lease` is "" when it is the box's own default of one day. `boot_server` and `boot_file` may be "".
    """

    name: str
    vrf: str
    network: str
    mask: str
    gateway: str
    dns: str
    domain: str
    lease: str
    boot_server: str
    boot_file: str
    options: tuple[OptionView, ...]
    hosts: tuple[HostView, ...]
    excluded: tuple[str, ...]
    origin: str


#: UDP 7 and 9, as the box prints them.
_WAKE_PORTS = ("echo", "discard")
_DEFAULT_LEASE_S = 86400
_DEFAULT_ROUTE = Prefix.parse("0.0.0.0/0")


def vrf_views(device: Device) -> tuple[VrfView, ...]:
    """VRFs, which must exist before an interface joins them."""
    with_ipv6 = {svi.vrf for svi in device.svis if svi.ipv6 is not None}
    return tuple(VrfView(vrf.name, vrf.origin, vrf.name in with_ipv6) for vrf in device.vrfs)


def svi_views(device: Device) -> tuple[SviView, ...]:
    """The management interface first, then the gateways of a routed core."""
    management = device.management
    own = SviView(
        vlan_interface(management.vlan),
        "management",
        "",
        management.address,
        management.prefix.netmask,
        next((svi.relays for svi in device.svis if svi.vlan == management.vlan), ()),
        management.origin,
    )
    return (own, *(_svi_view(svi) for svi in device.svis if svi.vlan != management.vlan))


def _svi_view(svi: Svi) -> SviView:
    return SviView(
        vlan_interface(svi.vlan),
        svi.description,
        svi.vrf,
        svi.address,
        svi.prefix.netmask,
        svi.relays,
        svi.origin,
        # The box prints IPv6 addresses in capitals.
        f"{svi.ipv6.address}/{svi.ipv6.prefix.length}".upper() if svi.ipv6 else "",
        is_silent=svi.ipv6 is not None and not svi.ipv6.advertise,
        wake_filter=_wake_filter(svi),
        hears_broadcasts=svi.hears_broadcasts,
    )


def wake_filter_views(device: Device) -> tuple[WakeFilterView, ...]:
    """The filters by VLAN. Only the management interface is no gateway, and nobody wakes anything there."""
    return tuple(
        WakeFilterView(
            _wake_filter(svi),
            tuple(
                (10 * place, f"{prefix.network} {prefix.wildcard}", port)
                for place, (prefix, port) in enumerate(product(svi.wakers, _WAKE_PORTS), 1)
            ),
            svi.prefix.address(svi.prefix.size - 1),
            svi.origin,
        )
        for svi in device.svis
        if svi.wakers and svi.vlan != device.management.vlan
    )


def _wake_filter(svi: Svi) -> str:
    return f"NETGEN-WAKE-{svi.vlan}" if svi.wakers else ""


def ipv6_route_views(device: Device) -> tuple[Ipv6RouteView, ...]:
    """The IPv6 static routes, in capitals as the box prints them."""
    return tuple(
        Ipv6RouteView(route.vrf, str(route.prefix).upper(), route.gateway.upper(), route.name, route.origin)
        for route in device.routes6
    )


def route_views(device: Device) -> tuple[RouteView, ...]:
    """Static routes of a box that routes; the way back for its own management traffic comes first."""
    if not device.routes_ip:
        return ()
    routes = tuple(_route_view(route) for route in device.routes)
    if any(route.vrf == "" and route.prefix.length == 0 for route in device.routes):
        return routes
    management = device.management
    own = StaticRoute("", _DEFAULT_ROUTE, management.gateway, "", 1, "management", management.origin)
    return (_route_view(own), *routes)


def _route_view(route: StaticRoute) -> RouteView:
    return RouteView(
        route.vrf,
        route.prefix.network,
        route.prefix.netmask,
        route.interface,
        route.gateway,
        route.distance if route.distance > 1 else 0,
        route.name,
        route.origin,
    )


def pool_views(device: Device) -> tuple[PoolView, ...]:
    """DHCP pools."""
    return tuple(_pool_view(pool) for pool in device.dhcp_pools)


def _pool_view(pool: DhcpPool) -> PoolView:
    return PoolView(
        name=pool.name,
        vrf=pool.vrf,
        network=pool.prefix.network,
        mask=pool.prefix.netmask,
        gateway=pool.gateway,
        dns=" ".join(pool.dns),
        domain=pool.domain,
        lease="" if pool.lease_s == _DEFAULT_LEASE_S else _lease(pool.lease_s),
        boot_server=pool.boot_server,
        boot_file=pool.boot_file,
        options=tuple(OptionView(number, " ".join(addresses)) for number, addresses in pool.options),
        hosts=tuple(
            HostView(host.address, client_identifier(host.mac), host.origin) for host in pool.reservations
        ),
        excluded=_excluded(pool),
        origin=pool.origin,
    )


def _lease(seconds: int) -> str:
    """Days, hours and minutes; minutes are left out when there are none.

    >>> _lease(28800)
    '0 8'
    """
    minutes = seconds // 60
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if rest:
        return f"{days} {hours} {rest}"
    return f"{days} {hours}" if hours else f"{days}"


def client_identifier(mac: str) -> str:
    """What a host with this hardware address calls itself: its type (Ethernet) and the address.

    >>> client_identifier("00:1a:2b:3c:4d:5e")
    '0100.1a2b.3c4d.5e'
    """
    digits = "01" + mac.replace(":", "")
    return ".".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def _excluded(pool: DhcpPool) -> tuple[str, ...]:
    """An IOS-XE pool leases a whole subnet: what lies before and after the pool is taken out, but for reservations."""
    subnet = pool.prefix
    first = subnet.offset(pool.first)
    last = subnet.offset(pool.last)
    reserved = sorted(subnet.offset(host.address) for host in pool.reservations)
    spans: list[str] = []
    for low, high in ((1, first - 1), (last + 1, subnet.size - 2)):
        start = low
        for taken in (*(at for at in reserved if low <= at <= high), high + 1):
            if start < taken:
                spans.append(_span(subnet, start, taken - 1))
            start = taken + 1
    return tuple(spans)


def _span(subnet: Prefix, low: int, high: int) -> str:
    return subnet.address(low) if low == high else f"{subnet.address(low)} {subnet.address(high)}"
