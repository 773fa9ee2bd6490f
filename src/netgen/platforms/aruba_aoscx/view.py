"""Device to the flat view of the AOS-CX templates.

Reads: Device. Writes: View. Every value is final: the templates only print.
"""

from __future__ import annotations

import msgspec

from netgen.device import Device, PortProfile
from netgen.platforms.aruba_aoscx.access_view import AccessView, access_views
from netgen.platforms.aruba_aoscx.management_view import ManagementView, management_view
from netgen.platforms.aruba_aoscx.names import family
from netgen.platforms.aruba_aoscx.pair_view import PairView, pair_views
from netgen.platforms.aruba_aoscx.ports import (
    LagView,
    PortView,
    lag_views,
    port_views,
)
from netgen.platforms.aruba_aoscx.qos_view import QosView, qos_views
from netgen.platforms.aruba_aoscx.routing_view import (
    DhcpServerView,
    RouteView,
    SviView,
    VrfView,
    dhcp_server_views,
    ipv6_route_views,
    route_views,
    svi_views,
    vrf_views,
)
from netgen.platforms.aruba_aoscx.stack_view import MemberView, member_views
from netgen.platforms.aruba_aoscx.watch_view import Watch, vlan_watchers, watch_of


class VlanView(msgspec.Struct, frozen=True):
    """A VLAN. `is_voice` tells phones about it by LLDP-MED; `watchers` are the lines that watch over it."""

    id: int
    name: str
    is_voice: bool
    watchers: tuple[str, ...]
    origin: str


class View(msgspec.Struct, frozen=True):
    """Everything the templates see. `stp_step` is the bridge priority in steps of 4096.

    `access`, `qos` and `pair` hold one view, or none where nobody asked for authentication, classes of traffic, a pair.
    """

    hostname: str
    origin: str
    management: ManagementView
    has_mgmt: bool
    vlan1_asks_dhcp: bool
    has_stack: bool
    members: tuple[MemberView, ...]
    region: str
    stp_step: int
    has_stp_priority: bool
    snoops_dhcp: bool
    guards_ra: bool
    access: tuple[AccessView, ...]
    qos: tuple[QosView, ...]
    pair: tuple[PairView, ...]
    vlans: tuple[VlanView, ...]
    lags: tuple[LagView, ...]
    ports: tuple[PortView, ...]
    vrfs: tuple[VrfView, ...]
    svis: tuple[SviView, ...]
    routes: tuple[RouteView, ...]
    routes6: tuple[RouteView, ...]
    dhcp_servers: tuple[DhcpServerView, ...]


#: IEEE 802.1Q default bridge priority; the box does not print it.
_DEFAULT_PRIORITY = 32768
_STP_STEP = 4096


def build_view(device: Device) -> View:
    """The flat view of one switch or stack."""
    series = family(device.model)
    members = member_views(device, series)
    profiles = frozenset([port.profile for port in device.ports])
    watch = watch_of(device, profiles)
    return View(
        hostname=device.hostname,
        origin=device.origin,
        management=management_view(device),
        has_mgmt=series.has_mgmt,
        vlan1_asks_dhcp=series.vlan1_asks_dhcp,
        has_stack=len(members) > 1,
        members=members,
        region=device.site,
        stp_step=device.stp_priority // _STP_STEP,
        has_stp_priority=device.stp_priority != _DEFAULT_PRIORITY,
        snoops_dhcp=watch.snoops_dhcp,
        guards_ra=watch.guards_ra,
        access=access_views(device, profiles),
        qos=qos_views(device, series, profiles),
        pair=pair_views(device),
        vlans=_vlan_views(device, watch, profiles),
        lags=lag_views(device, series, watch),
        ports=port_views(device, series, watch, profiles),
        vrfs=vrf_views(device),
        svis=svi_views(device),
        routes=route_views(device),
        routes6=ipv6_route_views(device),
        dhcp_servers=dhcp_server_views(device),
    )


def _vlan_views(device: Device, watch: Watch, profiles: frozenset[PortProfile]) -> tuple[VlanView, ...]:
    phones = {profile.voice for profile in profiles}
    quiet = (device.native_vlan, device.blackhole_vlan)
    guarded, inspected = watch.guarded_vlans, device.inspected_vlans
    return tuple(
        VlanView(
            vlan.id,
            vlan.name,
            vlan.id in phones,
            ()
            if vlan.id in quiet
            else vlan_watchers(watch, guarded=vlan.id in guarded, inspected=vlan.id in inspected),
            vlan.origin,
        )
        for vlan in device.vlans
    )
