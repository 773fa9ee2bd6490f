"""Device to the flat view of the EOS templates.

Reads: Device. Writes: View. Every value is final: the templates only print.
"""

from __future__ import annotations

import msgspec

from netgen.device import Device, Vlan
from netgen.platforms.arista_eos.access_view import AccessView, access_views
from netgen.platforms.arista_eos.management_view import ManagementView, management_view
from netgen.platforms.arista_eos.names import vlan_list
from netgen.platforms.arista_eos.pair_view import PairView, pair_views
from netgen.platforms.arista_eos.ports import LagView, RunView, lag_views, ordinary_runs, run_views
from netgen.platforms.arista_eos.qos_view import QosView, qos_views
from netgen.platforms.arista_eos.routing_view import (
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
from netgen.platforms.arista_eos.socket_view import hardens_edge, refuses_routers


class View(msgspec.Struct, frozen=True):
    """Everything the templates see. `access`, `qos` and `pair` hold one view, or none on a box not asked for it."""

    hostname: str
    origin: str
    management: ManagementView
    region: str
    stp_priority: int
    has_stp_priority: bool
    snooping_vlans: str
    hardens_edge: bool
    refuses_routers: bool
    access: tuple[AccessView, ...]
    qos: tuple[QosView, ...]
    pair: tuple[PairView, ...]
    vlans: tuple[Vlan, ...]
    lags: tuple[LagView, ...]
    runs: tuple[tuple[str, RunView], ...]
    routes_ip: bool
    vrfs: tuple[VrfView, ...]
    svis: tuple[SviView, ...]
    routes: tuple[RouteView, ...]
    routes6: tuple[RouteView, ...]
    dhcp_servers: tuple[DhcpServerView, ...]


#: IEEE 802.1Q default bridge priority; the box does not print it.
_DEFAULT_PRIORITY = 32768


def build_view(device: Device) -> View:
    """The flat view of one switch."""
    unused = (device.native_vlan, device.blackhole_vlan)
    runs = ordinary_runs(device)
    profiles = frozenset([run.profile for run in runs])
    is_hard = hardens_edge(device)
    return View(
        hostname=device.hostname,
        origin=device.origin,
        management=management_view(device),
        region=device.site,
        stp_priority=device.stp_priority,
        has_stp_priority=device.stp_priority != _DEFAULT_PRIORITY,
        snooping_vlans=vlan_list(tuple([vlan.id for vlan in device.vlans if vlan.id not in unused])),
        hardens_edge=is_hard,
        refuses_routers=refuses_routers(device) and any(profile.ra_guard for profile in profiles),
        access=access_views(device),
        qos=qos_views(device, profiles),
        pair=pair_views(device),
        vlans=device.vlans,
        lags=lag_views(device, is_hard=is_hard),
        runs=run_views(device, runs, profiles),
        routes_ip=device.routes_ip,
        vrfs=vrf_views(device),
        svis=svi_views(device),
        routes=route_views(device),
        routes6=ipv6_route_views(device),
        dhcp_servers=dhcp_server_views(device),
    )
