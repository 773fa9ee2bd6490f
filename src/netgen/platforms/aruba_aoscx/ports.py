"""Switch ports and LAGs as the templates see them.

A 48-port switch has a handful of profiles, so what a profile says is worked out once and shared by
every port that behaves so.
"""

from __future__ import annotations

import msgspec

from netgen.device import Device, Lag, Port, PortProfile
from netgen.platforms.aruba_aoscx.access_view import SocketView, socket_view
from netgen.platforms.aruba_aoscx.names import OUT_OF_BAND, Family, port_list, vlan_list
from netgen.platforms.aruba_aoscx.qos_view import policy_of
from netgen.platforms.aruba_aoscx.watch_view import Watch


class ProfileView(msgspec.Struct, frozen=True, gc=False):
    """How the ports of one profile behave.

    `native` is the VLAN of an access port and the untagged one of a trunk; `allowed` a trunk's VLAN list,
    "" where there is none (a phone makes its port a trunk). `is_guarded` ports drop by access list what a
    DHCP server sends. `trusts` are the watchers that let this port alone. `poe_priority`, `policy` are ""
    where the box's own way holds. `sockets` holds what an authenticated socket says, or nothing. `lag` is
    0 or the LAG of a member, which says nothing of VLANs itself.
    """

    is_unused: bool
    is_edge: bool
    is_access: bool
    is_jumbo: bool
    no_routing: bool
    native: int
    allowed: str
    lag: int
    is_guarded: bool
    is_guarded_v6: bool
    trusts: tuple[str, ...]
    source_guard: bool
    policy: str
    poe_off: bool
    poe_priority: str
    sockets: tuple[SocketView, ...]


class LagView(msgspec.Struct, frozen=True, gc=False):
    """A LAG, always a trunk to a switch or a firewall; `trusts` as in ProfileView.

    `kind` ends its name: " multi-chassis" with legs at both halves of a pair, "" elsewhere.
    """

    number: int
    kind: str
    description: str
    native: int
    allowed: str
    trusts: tuple[str, ...]
    root_guard: bool
    no_routing: bool
    origin: str


#: A port of the device, what its profile says, and the ports that never get what it sends ("" for none).
PortView = tuple[Port, ProfileView, str]


def lag_views(device: Device, family: Family, watch: Watch) -> tuple[LagView, ...]:
    """LAGs, in the order of the device."""
    return tuple(_lag_view(lag, family, watch.trusts) for lag in device.lags)


def _lag_view(lag: Lag, family: Family, trusts: tuple[str, ...]) -> LagView:
    return LagView(
        number=lag.number,
        kind=" multi-chassis" if lag.shared else "",
        description=lag.description,
        native=lag.native,
        # A trunk without a list would carry every VLAN; the unused one is as good as none.
        allowed=vlan_list(lag.tagged or (lag.native,)),
        trusts=trusts,
        root_guard=lag.root_guard,
        no_routing=family.is_routed,
        origin=lag.origin,
    )


def port_views(
    device: Device,
    family: Family,
    watch: Watch,
    profiles: frozenset[PortProfile],
) -> tuple[PortView, ...]:
    """Physical ports in the order of the device, without the out-of-band port."""
    ports = [port for port in device.ports if port.interface != OUT_OF_BAND]
    views = {profile: _profile_view(device, family, watch, profile) for profile in profiles}
    shown = [views[port.profile] for port in ports]
    apart = _apart(ports) if any(profile.isolate for profile in profiles) else {}
    if not apart:
        return tuple(zip(ports, shown, [""] * len(ports), strict=True))
    return tuple(zip(ports, shown, [apart.get(port.interface, "") for port in ports], strict=True))


def _apart(ports: list[Port]) -> dict[str, str]:
    """Isolated port to all other isolated ones."""
    isolated = [port.interface for port in ports if port.profile.isolate and port.profile.kind != "unused"]
    if len(isolated) == 1:
        return {}
    return {name: port_list([other for other in isolated if other != name]) for name in isolated}


def _profile_view(device: Device, family: Family, watch: Watch, profile: PortProfile) -> ProfileView:
    kind = profile.kind
    is_unused, is_member, is_access = kind == "unused", kind == "lag-member", kind == "access"
    is_edge = profile.edge and not is_unused and not is_member
    is_guarded = is_edge and not watch.snoops_dhcp
    sockets = socket_view(device, profile) if is_access else ()
    return ProfileView(
        is_unused=is_unused,
        is_edge=is_edge,
        is_access=is_access,
        is_jumbo=device.jumbo and not is_unused,
        no_routing=family.is_routed and not is_member,
        native=device.blackhole_vlan if is_unused else profile.native,
        # An authenticated socket gets its phone's VLAN from the role.
        allowed="" if sockets else _allowed(device, profile),
        lag=profile.lag,
        is_guarded=is_guarded,
        is_guarded_v6=is_guarded and profile.ra_guard,
        trusts=_trusts(watch, profile, is_uplink=kind == "trunk" and not is_edge),
        source_guard=profile.source_guard and watch.snoops_dhcp and is_access,
        policy=policy_of(device, profile) if device.qos else "",
        # An unused port that can give power is told not to; one without power knows no such command.
        poe_off=profile.poe != "none" if is_unused else profile.poe == "off",
        poe_priority="" if profile.poe_priority == "low" or profile.poe != "on" else profile.poe_priority,
        sockets=sockets,
    )


def _trusts(watch: Watch, profile: PortProfile, *, is_uplink: bool) -> tuple[str, ...]:
    """The watchers that let a port alone; a member of a LAG leaves that to the LAG."""
    if is_uplink:
        return watch.trusts
    is_apart = profile.arp_trusted and watch.inspects_arp and profile.kind in ("access", "trunk")
    return ("arp inspection",) if is_apart else ()


def _allowed(device: Device, profile: PortProfile) -> str:
    """VLANs of a trunk; an access port with a phone is one. The unused native VLAN is on no list."""
    if profile.kind == "trunk":
        if profile.native == device.native_vlan:
            # A trunk without a list would carry every VLAN; the unused one is as good as none.
            return vlan_list(profile.tagged or (profile.native,))
        return vlan_list((profile.native, *profile.tagged))
    if profile.kind == "access" and profile.voice:
        return vlan_list((profile.native, profile.voice))
    return ""
