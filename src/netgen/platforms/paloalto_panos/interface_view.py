"""The interfaces of the box: ports, LAGs, their VLAN units and the tunnels' own."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from netgen.device import FirewallInterface, FirewallPart, Port, StaticRoute
from netgen.platforms.gateways import number_of
from netgen.platforms.paloalto_panos.names import InterfaceNames, text
from netgen.values import placeholder

#: Interface management profiles: what answers on the gateways of users, and on the one that manages.
GATEWAY_PROFILE = "mp-gateway"
MANAGE_PROFILE = "mp-manage"


class EthernetView(msgspec.Struct, frozen=True):
    """A physical port. `aggregate` is "" or its LAG.

    mode: dhcp | pppoe | static | units | ha | down | none. A circuit by DHCP or PPPoE brings its own default route,
    with `metric`; `user` and `secret` are those of PPPoE.
    """

    name: str
    comment: str
    mode: str
    address: str
    aggregate: str
    metric: int
    is_routed: bool
    user: str
    secret: str
    origin: str


class AggregateView(msgspec.Struct, frozen=True):
    """A LAG (IEEE 802.1AX, LACP active). `negotiates_early`: on the member that stands by, too."""

    name: str
    comment: str
    origin: str
    negotiates_early: bool


class UnitView(msgspec.Struct, frozen=True):
    """A VLAN interface. `family` is `ethernet` or `aggregate-ethernet`, what its parent is.

    `address6` is "" without IPv6; `advertises`: it sends router advertisements with that address's prefix.
    """

    family: str
    parent: str
    name: str
    comment: str
    vlan: int
    address: str
    profile: str
    origin: str
    address6: str = ""
    advertises: bool = False


class TunnelInterfaceView(msgspec.Struct, frozen=True):
    """The interface of a tunnel; the comment holds the tunnel's neutral name. `address` is "" for that of people."""

    name: str
    comment: str
    address: str
    origin: str


def ethernet_views(
    ports: Iterable[Port], part: FirewallPart, names: InterfaceNames, routes: tuple[StaticRoute, ...]
) -> tuple[EthernetView, ...]:
    """Every port of the box, and every port an interface names, in the order of the box."""
    metrics = {
        route.interface: route.distance for route in routes if route.prefix.length == 0 and not route.gateway
    }
    layer3 = {item.name: item for item in part.interfaces if item.kind in ("wan", "lan")}
    lag_of = {member: item for item in part.interfaces if item.kind == "lag" for member in item.members}
    views: dict[str, EthernetView] = {}
    for port in ports:
        item = layer3.get(port.interface)
        if item is not None:
            views[port.interface] = _layer3(item, metrics)
        elif port.interface in lag_of:
            lag = names[lag_of[port.interface].name]
            views[port.interface] = _ethernet(port.interface, port.description, port.origin, "none", lag)
        else:
            views[port.interface] = _ethernet(port.interface, port.description, port.origin, "down", "")
    for item in layer3.values():
        views.setdefault(item.name, _layer3(item, metrics))
    for member, item in lag_of.items():
        views.setdefault(member, _ethernet(member, item.description, item.origin, "none", names[item.name]))
    if part.pair:
        # A dedicated HA port is no interface of its own.
        ports_between = (port for port in part.pair.heartbeat if port.startswith("ethernet"))
        views |= {port: _ethernet(port, "", part.pair.origin, "ha", "") for port in ports_between}
    return tuple(views.values())


def _ethernet(name: str, comment: str, origin: str, mode: str, aggregate: str) -> EthernetView:
    plain = text(comment) if comment else ""
    return EthernetView(
        name, plain, mode, "", aggregate, 0, is_routed=False, user="", secret="", origin=origin
    )


def _layer3(item: FirewallInterface, metrics: dict[str, int]) -> EthernetView:
    return EthernetView(
        name=item.name,
        comment=text(item.description) if item.description else "",
        mode="units" if item.kind == "lan" else item.mode,
        address=f"{item.address}/{item.length}" if item.mode == "static" else "",
        aggregate="",
        metric=metrics.get(item.name) or item.priority,
        is_routed=item.kind == "wan",
        user=text(item.user) if item.user else "",
        secret=placeholder(item.secret) if item.secret else "",
        origin=item.origin,
    )


def aggregate_views(part: FirewallPart, names: InterfaceNames) -> tuple[AggregateView, ...]:
    """The LAGs."""
    return tuple(
        AggregateView(
            names[item.name],
            text(item.description) if item.description else "",
            item.origin,
            part.pair is not None,
        )
        for item in part.interfaces
        if item.kind == "lag"
    )


def unit_views(part: FirewallPart, names: InterfaceNames) -> tuple[UnitView, ...]:
    """The VLAN interfaces by VLAN."""
    found = sorted((item for item in part.interfaces if item.kind == "vlan"), key=lambda item: item.vlan)
    lags = {item.name for item in part.interfaces if item.kind == "lag"}
    return tuple(
        UnitView(
            family="aggregate-ethernet" if item.parent in lags else "ethernet",
            parent=names[item.parent],
            name=names[item.name],
            comment=text(item.description) if item.description else "",
            vlan=item.vlan,
            address=f"{item.address}/{item.length}",
            profile=MANAGE_PROFILE if item.manage else GATEWAY_PROFILE,
            origin=item.origin,
            address6=f"{item.ipv6.address}/{item.ipv6.prefix.length}" if item.ipv6 else "",
            advertises=item.ipv6 is not None and item.ipv6.advertise,
        )
        for item in found
    )


def tunnel_interface_views(part: FirewallPart, names: InterfaceNames) -> tuple[TunnelInterfaceView, ...]:
    """The tunnels' interfaces by overlay address, then those of people by zone number.

    A BGP peer must be in the interface's own subnet (RFC 3021).
    """
    found = sorted(part.tunnels, key=lambda item: (number_of(item.local_address), item.name))
    people = sorted(part.remote.groups if part.remote else (), key=lambda item: item.number)
    return (
        *(
            TunnelInterfaceView(
                names[item.name],
                text(item.name),
                f"{item.local_address}/{31 if item.routing == 'bgp' else 32}",
                item.origin,
            )
            for item in found
        ),
        *(
            TunnelInterfaceView(names[item.interface], text(item.interface), "", item.origin)
            for item in people
        ),
    )
