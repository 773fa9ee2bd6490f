"""Ports, LAGs and VLANs of an EX switch as the templates see them.

A 48-port switch has a handful of profiles, so what a profile says is worked out once and shared by every
port that behaves so.
"""

from __future__ import annotations

import msgspec

from netgen.device import Device, Lag, Port, PortProfile
from netgen.platforms.juniper_junos.access_view import NO_ACCESS, AccessView, access_view
from netgen.platforms.juniper_junos.ipv6_view import address_of
from netgen.platforms.juniper_junos.names import lag_interface, listed, quoted, vlan_name
from netgen.platforms.juniper_junos.qos_view import NO_QOS, QosView, qos_view


class ProfileView(msgspec.Struct, frozen=True, gc=False):
    """How the ports of one profile behave.

    `lag` is "" for a port in none. `native` is 0 unless a trunk has one. `members` is a VLAN name or a list of
    them, ready to print. `poe`: on | high | off | "" (nothing to say). `voice` is a VLAN name or "".
    `access`: dot1x | mab | "" (open). `trust`: none | phone | dscp | "" (no queues here). `mtu` is 0 for the default.
    """

    is_unused: bool
    is_trunk: bool
    is_edge: bool
    lag: str
    native: int
    members: str
    voice: str
    poe: str
    access: str = ""
    trust: str = ""
    ra_guard: bool = False
    mtu: int = 0


class PortView(msgspec.Struct, frozen=True, gc=False):
    """A physical port; `description` is quoted, or "" when there is none."""

    interface: str
    description: str
    profile: ProfileView
    origin: str


class LagView(msgspec.Struct, frozen=True):
    """A LAG, always a trunk to a switch or a firewall."""

    interface: str
    description: str
    native: int
    members: str
    root_guard: bool
    trust: str
    mtu: int
    origin: str


class VlanView(msgspec.Struct, frozen=True):
    """A VLAN. `irb` is its routed interface or "".

    `untrusted` are the trunks towards end points, from which no DHCP answer is taken although trunks are
    trusted by default. Junos has one trust for DHCP and ARP: where ARP is inspected, such a trunk stays
    trusted, since a client that roams to it would be cut off. `guards`: statements of `dhcp-security`.
    """

    id: int
    name: str
    irb: str
    is_snooped: bool
    guards: tuple[str, ...]
    untrusted: tuple[str, ...]
    origin: str


class SwitchView(msgspec.Struct, frozen=True):
    """The switching half of the view; empty on a firewall. `members` are those of a Virtual Chassis."""

    ports: tuple[PortView, ...]
    lags: tuple[LagView, ...]
    vlans: tuple[VlanView, ...]
    lag_count: int
    has_voice: bool
    has_poe: bool
    members: tuple[int, ...]
    is_pair: bool
    region: str
    stp_priority: str
    irbs: tuple[tuple[int, str, str, str, str], ...]
    access: AccessView
    qos: QosView
    has_ra_guard: bool
    voice_class: str
    sflow_host: str
    sflow_port: int


#: A Virtual Chassis has two routing engines; the first two members are preferred for it.
_ROUTING_ENGINES = 2
#: The largest frame of an EX port, in bytes.
_JUMBO_MTU = 9216


def vlan_names(device: Device) -> dict[int, str]:
    """VLAN id to the name that Junos knows it by."""
    return {vlan.id: vlan_name(vlan.name) for vlan in device.vlans}


def switch_view(device: Device) -> SwitchView:
    """Everything that makes the box a switch."""
    names = vlan_names(device)
    profiles = {
        profile: _profile_view(device, profile, names) for profile in {port.profile for port in device.ports}
    }
    ports = tuple(
        PortView(
            port.interface,
            quoted(port.description) if port.description else "",
            profiles[port.profile],
            port.origin,
        )
        for port in device.ports
    )
    stacked = len(device.members) > 1
    irbs = irb_views(device)
    return SwitchView(
        ports=ports,
        lags=tuple(_lag_view(device, lag, names) for lag in device.lags),
        vlans=_vlan_views(device, names, {number for number, *_ in irbs}),
        lag_count=max((lag.number for lag in device.lags), default=-1) + 1,
        has_voice=any(view.voice for view in profiles.values()),
        has_poe=any(view.poe for view in profiles.values()),
        members=tuple(range(min(len(device.members), _ROUTING_ENGINES))) if stacked else (),
        is_pair=len(device.members) == _ROUTING_ENGINES,
        region=device.site,
        stp_priority=f"{device.stp_priority // 1024}k",
        irbs=irbs,
        access=access_view(device, names),
        qos=qos_view(device.qos),
        has_ra_guard=any(view.ra_guard for view in profiles.values()),
        voice_class=next((item.name for item in device.qos if item.priority), "expedited-forwarding"),
        sflow_host=device.management.flow_host,
        sflow_port=device.management.sflow_port,
    )


#: The switching half of a box that is no switch.
NO_SWITCH = SwitchView(
    ports=(), lags=(), vlans=(), lag_count=0, has_voice=False, has_poe=False, members=(), is_pair=False, region="",
    stp_priority="", irbs=(), access=NO_ACCESS, qos=NO_QOS, has_ra_guard=False, voice_class="", sflow_host="",
    sflow_port=0,
)  # fmt: skip


def irb_views(device: Device) -> tuple[tuple[int, str, str, str, str], ...]:
    """(VLAN, description, address, IPv6 address or "", origin), addresses with length.

    Management, then the gateways.
    """
    management = device.management
    own = (
        management.vlan,
        "management",
        f"{management.address}/{management.prefix.length}",
        "",
        management.origin,
    )
    others = (
        (
            svi.vlan,
            quoted(svi.description) if svi.description else "",
            f"{svi.address}/{svi.prefix.length}",
            address_of(svi.ipv6),
            svi.origin,
        )
        for svi in device.svis
        if svi.vlan != management.vlan
    )
    return (own, *others)


def _names_of(vlans: tuple[int, ...], names: dict[int, str]) -> str:
    return listed(tuple(names.get(vlan, str(vlan)) for vlan in sorted(set(vlans))))


def _profile_view(device: Device, profile: PortProfile, names: dict[int, str]) -> ProfileView:
    if profile.kind == "lag-member":
        return ProfileView(
            is_unused=False, is_trunk=False, is_edge=False, lag=lag_interface(profile.lag), native=0, members="",
            voice="", poe="",
        )  # fmt: skip
    if profile.kind == "trunk":
        # A native VLAN that carries traffic (an access point's own) must be a member; the unused one not.
        is_carried = profile.native != device.native_vlan
        tagged = (profile.native, *profile.tagged) if is_carried else profile.tagged
        return ProfileView(
            is_unused=False, is_trunk=True, is_edge=profile.edge, lag="", native=profile.native,
            members=_names_of(tagged, names), voice="", poe=_poe(profile), trust=_trust(device, profile.trust),
            ra_guard=profile.ra_guard, mtu=_mtu(device),
        )  # fmt: skip
    is_unused = profile.kind == "unused"
    native = device.blackhole_vlan if is_unused else profile.native
    return ProfileView(
        is_unused=is_unused,
        is_trunk=False,
        is_edge=profile.edge and not is_unused,
        lag="",
        native=0,
        members=_names_of((native,), names),
        voice=names.get(profile.voice, str(profile.voice)) if profile.voice and not is_unused else "",
        poe=_poe(profile),
        access="" if is_unused or profile.access == "open" else profile.access,
        trust="" if is_unused else _trust(device, profile.trust),
        ra_guard=profile.ra_guard and not is_unused,
        mtu=0 if is_unused else _mtu(device),
    )


def _poe(profile: PortProfile) -> str:
    """A port that can give power is always named: Junos powers only what `poe` lists. It knows two priorities."""
    if profile.poe == "none":
        return ""
    if profile.kind == "unused" or profile.poe == "off":
        return "off"
    return "on" if profile.poe_priority == "low" else "high"


def _trust(device: Device, trust: str) -> str:
    return trust if device.qos else ""


def _mtu(device: Device) -> int:
    return _JUMBO_MTU if device.jumbo else 0


def _lag_view(device: Device, lag: Lag, names: dict[int, str]) -> LagView:
    return LagView(
        lag_interface(lag.number),
        quoted(lag.description) if lag.description else "",
        lag.native,
        _names_of(lag.tagged, names),
        lag.root_guard,
        _trust(device, "dscp"),
        _mtu(device),
        lag.origin,
    )


def _vlan_views(device: Device, names: dict[int, str], routed: set[int]) -> tuple[VlanView, ...]:
    unused = (device.native_vlan, device.blackhole_vlan)
    profiles = {port.profile for port in device.ports}
    bound = {
        vlan
        for profile in profiles
        if profile.source_guard
        for vlan in (profile.native, profile.voice, *profile.dynamic_vlans)
    }
    inspected = set(device.inspected_vlans)
    edge_trunks = _edge_trunks(device.ports, inspected | bound)
    return tuple(
        VlanView(
            id=vlan.id,
            name=names[vlan.id],
            irb=f"irb.{vlan.id}" if vlan.id in routed else "",
            is_snooped=vlan.id not in unused,
            guards=(
                *(["arp-inspection"] if vlan.id in inspected else []),
                *(["ip-source-guard"] if vlan.id in bound else []),
            ),
            untrusted=edge_trunks.get(vlan.id, ()),
            origin=vlan.origin,
        )
        for vlan in device.vlans
    )


def _edge_trunks(ports: tuple[Port, ...], guarded: set[int]) -> dict[int, tuple[str, ...]]:
    """VLAN id to the trunks towards end points that carry it and are not trusted there."""
    found: dict[int, list[str]] = {}
    for port in ports:
        profile = port.profile
        if profile.kind == "trunk" and profile.edge:
            vlans = {profile.native, *profile.tagged}
            for vlan in vlans - guarded if profile.arp_trusted else vlans:
                found.setdefault(vlan, []).append(f"{port.interface}.0")
    return {vlan: tuple(interfaces) for vlan, interfaces in found.items()}
