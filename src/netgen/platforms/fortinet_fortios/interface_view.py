"""The interfaces of a FortiGate, in the order in which one needs the other: ports, LAGs, VLANs."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from netgen.device import FirewallInterface, Ipv6Gateway, Port, StaticRoute
from netgen.platforms.fortinet_fortios.names import ALIAS_LENGTH, interface_name, plain
from netgen.values import Prefix, placeholder

#: What a managing interface answers; SNMP is bounded by the local-in policy like the sessions are.
_MANAGED = "ping https ssh snmp"
_ACCOUNTING = "radius-acct"
_CLIENTS = "ping"
#: What access points speak with the firewall that controls them (CAPWAP) comes with the security fabric.
_ACCESS_POINTS = "fabric"
_DEFAULT_DHCP_DISTANCE = 5
#: Modes in which the provider names the address and the way out.
DYNAMIC_MODES = frozenset(("dhcp", "pppoe"))


class PhysicalView(msgspec.Struct, frozen=True):
    """A physical port. mode: dhcp | pppoe | static | none; role: wan | lan | undefined.

    A DHCP or PPPoE circuit brings its own default route, at `distance` (0: the default, 5) and, among those of one
    distance, at `priority` (0: the default, 1). `shaped_kbps` bounds what is sent, 0 without a bound.
    """

    name: str
    mode: str
    address: str
    netmask: str
    access: str
    is_down: bool
    alias: str
    description: str
    role: str
    down_kbps: int
    up_kbps: int
    distance: int
    origin: str
    priority: int = 0
    user: str = ""
    password: str = ""
    shaped_kbps: int = 0


class AggregateView(msgspec.Struct, frozen=True):
    """A LAG (IEEE 802.1AX). `members` are quoted names, ready to print."""

    name: str
    members: str
    description: str
    origin: str


class Ipv6View(msgspec.Struct, frozen=True):
    """The IPv6 side of a VLAN interface. `advertised` is the prefix of its router advertisements, "" without any."""

    address: str
    advertised: str


class VlanView(msgspec.Struct, frozen=True):
    """A VLAN interface with the gateway address of its subnet. `ipv6` is one view or none.

    `relays` are DHCP servers, quoted and ready to print. The relayed requests leave with the interface's address, which
    fits the tunnels. `is_sampled`: flows in and out are reported. `serves_time`: NTP is answered.
    """

    name: str
    address: str
    netmask: str
    access: str
    alias: str
    description: str
    parent: str
    vlan: int
    relays: str
    is_sampled: bool
    origin: str
    serves_time: bool = False
    ipv6: tuple[Ipv6View, ...] = ()


def physical_views(
    ports: Iterable[Port],
    interfaces: tuple[FirewallInterface, ...],
    routes: tuple[StaticRoute, ...],
    shared: int = 0,
) -> tuple[PhysicalView, ...]:
    """Every port of the box, and every port an interface names, in the order of the box.

    `shared` is the distance that all default routes have in common, 0 where each has its own.
    """
    defaults = {
        route.interface: route.distance for route in routes if route.prefix.length == 0 and not route.gateway
    }
    layer3 = {item.name: item for item in interfaces if item.kind in ("wan", "lan")}
    lag_of = {member: item for item in interfaces if item.kind == "lag" for member in item.members}
    views: dict[str, PhysicalView] = {}
    for port in ports:
        item = layer3.get(port.interface) or lag_of.get(port.interface)
        if item is None:
            views[port.interface] = _bare(port.interface, port.description, port.origin, is_down=True)
        elif item.kind == "lag":
            views[port.interface] = _bare(port.interface, port.description, port.origin, is_down=False)
        else:
            views[port.interface] = _layer3(item, defaults, shared)
    for item in layer3.values():
        views.setdefault(item.name, _layer3(item, defaults, shared))
    for member, item in lag_of.items():
        views.setdefault(member, _bare(member, item.description, item.origin, is_down=False))
    return tuple(views.values())


def _bare(name: str, description: str, origin: str, *, is_down: bool) -> PhysicalView:
    return PhysicalView(
        name=name, mode="none", address="", netmask="", access="", is_down=is_down, alias="",
        description=plain(description), role="undefined", down_kbps=0, up_kbps=0, distance=0,
        origin=origin,
    )  # fmt: skip


def _layer3(item: FirewallInterface, defaults: dict[str, int], shared: int) -> PhysicalView:
    is_wan = item.kind == "wan"
    brings_route = item.mode in DYNAMIC_MODES
    own = (defaults.get(item.name) or item.priority) if brings_route else 0
    distance = shared if shared and brings_route else own
    return PhysicalView(
        name=item.name,
        mode=item.mode,
        address=item.address,
        netmask=netmask(item.length),
        access=_access(item),
        is_down=False,
        alias=plain(item.description)[:ALIAS_LENGTH].strip() if is_wan else "",
        description=plain(item.description),
        role="wan" if is_wan else "lan",
        down_kbps=item.down_kbps,
        up_kbps=item.up_kbps,
        distance=0 if distance == _DEFAULT_DHCP_DISTANCE else distance,
        origin=item.origin,
        priority=own if own != distance else 0,
        user=item.user,
        password=placeholder(item.secret) if item.secret else "",
        shaped_kbps=item.up_kbps if item.shape else 0,
    )


def aggregate_views(interfaces: tuple[FirewallInterface, ...]) -> tuple[AggregateView, ...]:
    """The LAGs."""
    return tuple(
        AggregateView(
            name=interface_name(item.name),
            members=" ".join(f'"{member}"' for member in item.members),
            description=plain(item.description),
            origin=item.origin,
        )
        for item in interfaces
        if item.kind == "lag"
    )


def vlan_views(
    interfaces: tuple[FirewallInterface, ...],
    access_points: int = 0,
    *,
    sampled: bool = False,
    hears_accounting: bool = False,
) -> tuple[VlanView, ...]:
    """The VLAN interfaces by VLAN; `access_points` is the VLAN of access points to control, or 0.

    `hears_accounting`: the managing one takes RADIUS accounting too.
    """
    found = sorted((item for item in interfaces if item.kind == "vlan"), key=lambda item: item.vlan)
    return tuple(
        VlanView(
            name=interface_name(item.name),
            address=item.address,
            netmask=netmask(item.length),
            access=" ".join(
                (
                    _access(item),
                    *((_ACCOUNTING,) if item.manage and hears_accounting else ()),
                    *((_ACCESS_POINTS,) if item.vlan == access_points else ()),
                )
            ),
            alias=plain(item.description)[:ALIAS_LENGTH].strip(),
            description=plain(item.description),
            parent=interface_name(item.parent),
            vlan=item.vlan,
            relays=" ".join(f'"{host}"' for host in item.relays),
            is_sampled=sampled,
            origin=item.origin,
            serves_time=bool(item.time_clients),
            ipv6=_ipv6_views(item.ipv6),
        )
        for item in found
    )


def _ipv6_views(gateway: Ipv6Gateway | None) -> tuple[Ipv6View, ...]:
    if gateway is None:
        return ()
    prefix = gateway.prefix
    return (Ipv6View(f"{gateway.address}/{prefix.length}", str(prefix) if gateway.advertise else ""),)


def _access(item: FirewallInterface) -> str:
    if item.manage:
        return _MANAGED
    return _CLIENTS if item.kind == "vlan" else ""


def netmask(length: int) -> str:
    """A mask length in dotted form."""
    return Prefix(4, 0, length).netmask
