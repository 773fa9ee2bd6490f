"""Ports, LAG, VLAN units and tunnel units of an SRX, and what each of them answers."""

from __future__ import annotations

import msgspec

from netgen.device import Device, FirewallInterface, FirewallPart, FirewallZone, StaticRoute, Tunnel
from netgen.platforms.gateways import number_of
from netgen.platforms.juniper_junos.cluster_view import CORE_RETH, cluster_views, port_name
from netgen.platforms.juniper_junos.ipv6_view import address_of
from netgen.platforms.juniper_junos.names import FIREWALL_LAG, logical, quoted
from netgen.platforms.juniper_junos.probe_view import LAST_RESORT, watched_circuits
from netgen.platforms.juniper_junos.routing_view import RouteView, route_views
from netgen.values import Prefix, placeholder

#: Sessions with the box itself, where they are allowed; the lo0 filter bounds their sources.
_MANAGED = ("netconf", "snmp", "ssh")
#: Junos 23.4: preference of the default route that a DHCP client adds (access-internal).
DHCP_PREFERENCE = 12
INTERNET_SCREEN, INSIDE_SCREEN = "netgen-internet", "netgen-inside"
_DEFAULT_ROUTE = Prefix.parse("0.0.0.0/0")


class UnitView(msgspec.Struct, frozen=True):
    """A VLAN on a port or LAG towards the core. Texts are quoted. `address6` is "" without IPv6."""

    number: int
    description: str
    address: str
    origin: str
    address6: str = ""


class PhysicalView(msgspec.Struct, frozen=True):
    """A port or LAG of the box.

    kind: circuit | pppoe | member | child | carrier | off. `lag` only for a member (its LAG) and a child (its
    redundant interface). A circuit by DHCP has no `address`; `metric` is that of the default route it learns.
    `shape_kbps` is 0 when it sends as fast as the port can. A carrier (a LAG, or one port towards the core) has
    `units`. In a cluster circuits and the carrier are redundant interfaces (`is_reth`), `has_lacp` where several cables
    of a node are one.
    """

    interface: str
    kind: str
    description: str
    is_lag: bool
    lag: str
    address: str
    metric: int
    units: tuple[UnitView, ...]
    origin: str
    shape_kbps: int = 0
    is_reth: bool = False
    has_lacp: bool = False


class PppoeView(msgspec.Struct, frozen=True):
    """A PPPoE session (RFC 2516) on a circuit: a unit of pp0. `secret` is a placeholder, `user` is quoted."""

    unit: int
    underlying: str
    description: str
    user: str
    secret: str
    origin: str


class MemberView(msgspec.Struct, frozen=True):
    """An interface of a zone, and the services and routing protocols of the box that it answers."""

    interface: str
    services: tuple[str, ...]
    protocols: tuple[str, ...] = ()


class ZoneView(msgspec.Struct, frozen=True):
    """A zone and the screen in front of it, or ""."""

    name: str
    description: str
    screen: str
    members: tuple[MemberView, ...]
    origin: str


def tunnel_units(tunnels: tuple[Tunnel, ...]) -> dict[str, int]:
    """Tunnel name to the unit of st0.

    The unit follows the overlay addresses of the pair, so that a new tunnel renumbers no other.
    """
    units: dict[str, int] = {}
    taken: set[int] = set()
    for tunnel in sorted(tunnels, key=lambda tunnel: tunnel.name):
        lower = min(number_of(tunnel.local_address), number_of(tunnel.peer_address))
        unit = lower % 0x8000 // 2
        while unit in taken:
            unit += 1
        taken.add(unit)
        units[tunnel.name] = unit
    return units


def _pppoe_units(part: FirewallPart) -> dict[str, int]:
    return {
        name: unit
        for unit, name in enumerate(sorted(item.name for item in part.interfaces if item.mode == "pppoe"))
    }


def pppoe_views(part: FirewallPart) -> tuple[PppoeView, ...]:
    """The PPPoE sessions by unit."""
    units = _pppoe_units(part)
    views = (
        PppoeView(
            units[item.name],
            logical(port_name(item, part)),
            quoted(item.description) if item.description else "",
            quoted(item.user),
            placeholder(item.secret),
            item.origin,
        )
        for item in part.interfaces
        if item.mode == "pppoe"
    )
    return tuple(sorted(views, key=lambda view: view.unit))


def logical_names(part: FirewallPart, units: dict[str, int]) -> dict[str, str]:
    """Vendor-neutral interface or tunnel name to the logical interface of Junos."""
    found = {name: logical("st0", unit) for name, unit in units.items()}
    sessions = _pppoe_units(part)
    for item in part.interfaces:
        if item.kind == "wan":
            is_session = item.mode == "pppoe"
            own = logical(port_name(item, part))
            found[item.name] = logical("pp0", sessions[item.name]) if is_session else own
        elif item.kind == "vlan":
            found[item.name] = logical(carrier_name(item.parent, part), item.vlan)
    return found


def carrier_name(name: str, part: FirewallPart) -> str:
    """The Junos interface of a LAG or of a single port towards the core."""
    if part.pair:
        return CORE_RETH
    is_lag = any(item.name == name and item.kind == "lag" for item in part.interfaces)
    return FIREWALL_LAG if is_lag else name


def physical_views(device: Device, part: FirewallPart) -> tuple[PhysicalView, ...]:
    """Circuits, members and carriers; a port of the box that nothing uses is off."""
    found: dict[str, PhysicalView] = {}
    for item in part.interfaces:
        if item.kind == "wan":
            circuit = _circuit(item)
            name = port_name(item, part)
            found[name] = msgspec.structs.replace(circuit, interface=name, is_reth=part.pair is not None)
        elif item.kind in ("lag", "lan"):
            name = carrier_name(item.name, part)
            for member in item.members if part.pair is None else ():
                found[member] = _plain(member, "member", item.description, item.origin, lag=name)
            found[name] = _carrier(item, name, part)
    for cluster in cluster_views(part):
        for child in cluster.children:
            found[child.interface] = _plain(
                child.interface, "child", child.description, child.origin, lag=child.parent
            )
    joining = part.pair.heartbeat if part.pair else ()
    for port in device.ports:
        if port.interface not in found and port.interface not in joining:
            found[port.interface] = _plain(port.interface, "off", port.description, port.origin)
    return tuple(sorted(found.values(), key=lambda view: (view.is_lag, view.is_reth, view.interface)))


def _plain(interface: str, kind: str, description: str, origin: str, *, lag: str = "") -> PhysicalView:
    return PhysicalView(
        interface=interface, kind=kind, description=quoted(description) if description else "", is_lag=False,
        lag=lag, address="", metric=0, units=(), origin=origin,
    )  # fmt: skip


def _circuit(item: FirewallInterface) -> PhysicalView:
    is_dhcp = item.mode == "dhcp"
    return PhysicalView(
        interface=item.name,
        kind="pppoe" if item.mode == "pppoe" else "circuit",
        description=quoted(item.description) if item.description else "",
        is_lag=False,
        lag="",
        address=f"{item.address}/{item.length}" if item.mode == "static" else "",
        metric=item.priority if is_dhcp else 0,
        units=(),
        origin=item.origin,
        shape_kbps=item.up_kbps if item.shape else 0,
    )


def _carrier(item: FirewallInterface, name: str, part: FirewallPart) -> PhysicalView:
    vlans = sorted(
        (vlan for vlan in part.interfaces if vlan.kind == "vlan" and vlan.parent == item.name),
        key=lambda vlan: vlan.vlan,
    )
    return PhysicalView(
        interface=name,
        kind="carrier",
        description=quoted(item.description) if item.description else "",
        is_lag=item.kind == "lag" and part.pair is None,
        lag="",
        address="",
        metric=0,
        is_reth=part.pair is not None,
        has_lacp=item.kind == "lag",
        units=tuple(
            UnitView(
                vlan.vlan,
                quoted(vlan.description) if vlan.description else "",
                f"{vlan.address}/{vlan.length}",
                vlan.origin,
                address_of(vlan.ipv6),
            )
            for vlan in vlans
        ),
        origin=item.origin,
    )


def zone_views(
    device: Device, part: FirewallPart, names: dict[str, str], units: dict[str, int]
) -> tuple[ZoneView, ...]:
    """The zones by number."""
    interfaces = {item.name: item for item in part.interfaces}
    serving = {f"vlan{pool.vlan}" for pool in device.dhcp_pools}
    calling = {tunnel.wan for tunnel in part.tunnels}
    partners = {tunnel.name for tunnel in part.tunnels if tunnel.role == "partner"}

    def services(name: str) -> tuple[str, ...]:
        if name in partners:
            return ()
        if name in units:
            # What the hub's managers open arrives here, not at the interface that has the address.
            return ("ping", *_MANAGED)
        item = interfaces[name]
        if item.kind == "wan":
            return (*(["dhcp"] if item.mode == "dhcp" else []), *(["ike"] if name in calling else []))
        return (
            *(["dhcp"] if name in serving or item.relays else []),
            *(["ntp"] if item.time_clients else []),
            "ping",
            *(_MANAGED if item.manage else ()),
        )

    routed = {tunnel.name for tunnel in part.tunnels if tunnel.routing == "bgp"}
    spoken = ("bfd", "bgp") if part.bgp and part.bgp.bfd else ("bgp",)

    def protocols(name: str) -> tuple[str, ...]:
        return spoken if name in routed else ()

    def screen(zone: FirewallZone) -> str:
        kinds = {interfaces[name].kind for name in zone.members if name in interfaces}
        if "wan" in kinds:
            return INTERNET_SCREEN
        # A site's far side may answer by another tunnel, so the zone of those tunnels has none.
        is_partners = bool(zone.members) and partners.issuperset(zone.members)
        return INSIDE_SCREEN if kinds or is_partners else ""

    def view(zone: FirewallZone) -> ZoneView:
        return ZoneView(
            name=zone.name,
            description=quoted(zone.title) if zone.title else "",
            screen=screen(zone),
            members=tuple(MemberView(names[name], services(name), protocols(name)) for name in zone.members),
            origin=zone.origin,
        )

    return tuple(view(zone) for zone in sorted(part.zones, key=lambda zone: (zone.number, zone.name)))


def firewall_route_views(device: Device, part: FirewallPart, names: dict[str, str]) -> tuple[RouteView, ...]:
    """The static routes of an SRX.

    Left out: the default route of a DHCP circuit (the client adds it) and routes into the tunnel of a peer
    without a fixed address (its traffic selector adds them while it is up). Added: the default route of a PPPoE
    circuit, since no server sends one. The plain default route of a watched circuit is the last resort.
    """
    dhcp = {
        item.name: item.priority for item in part.interfaces if item.kind == "wan" and item.mode == "dhcp"
    }
    watched = {item.gateway for item in watched_circuits(part)}
    calling_us = {tunnel.name for tunnel in part.tunnels if not tunnel.remote}
    said = [
        _last_resort(route) if not route.prefix.length and route.gateway in watched else _ranked(route, dhcp)
        for route in device.routes
        if route.interface not in calling_us and not (route.interface in dhcp and not route.gateway)
    ]
    routed = {route.interface for route in said if route.prefix.length == 0}
    said += [
        _ranked(StaticRoute("", _DEFAULT_ROUTE, "", item.name, item.priority, item.name, item.origin), dhcp)
        for item in part.interfaces
        if item.mode == "pppoe" and item.name not in routed
    ]
    return route_views(said, lambda route: route.gateway or names.get(route.interface, ""))


def _last_resort(route: StaticRoute) -> StaticRoute:
    return msgspec.structs.replace(route, distance=route.distance + LAST_RESORT)


def _ranked(route: StaticRoute, dhcp: dict[str, int]) -> StaticRoute:
    """A default route on the side of a DHCP circuit's fixed preference where its own distance puts it."""
    if route.prefix.length or not dhcp:
        return route
    distance = route.distance
    if distance < min(dhcp.values()):
        distance = min(distance, DHCP_PREFERENCE - 1)
    else:
        distance = max(distance, DHCP_PREFERENCE + 1)
    return msgspec.structs.replace(route, distance=distance)
