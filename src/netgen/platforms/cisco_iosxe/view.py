"""Device to the flat view of the IOS-XE templates.

Reads: Device. Writes: View. Every value is final: the templates only print.
"""

from __future__ import annotations

import msgspec

from netgen.device import Device, Vlan
from netgen.platforms.cisco_iosxe.access_view import AccessView, access_views
from netgen.platforms.cisco_iosxe.guard_view import Guards, guards_of
from netgen.platforms.cisco_iosxe.management_view import ManagementView, management_view
from netgen.platforms.cisco_iosxe.names import provision_sku, vlan_list
from netgen.platforms.cisco_iosxe.ports import LagView, RunView, lag_views, ordinary_runs, run_views
from netgen.platforms.cisco_iosxe.qos_view import QosView, qos_views
from netgen.platforms.cisco_iosxe.routing_view import (
    Ipv6RouteView,
    PoolView,
    RouteView,
    SviView,
    VrfView,
    WakeFilterView,
    ipv6_route_views,
    pool_views,
    route_views,
    svi_views,
    vrf_views,
    wake_filter_views,
)


class MemberView(msgspec.Struct, frozen=True):
    """A member of the stack; a lone switch is a stack of one."""

    number: int
    sku: str


class View(msgspec.Struct, frozen=True):
    """Everything the templates see. `default_gateway` is "" on a box that routes.

    `access` and `qos` hold one view, or none on a box that is asked for neither.
    """

    hostname: str
    origin: str
    management: ManagementView
    members: tuple[MemberView, ...]
    region: str
    stp_priority: int
    has_stp_priority: bool
    snooping_vlans: str
    guards: Guards
    access: tuple[AccessView, ...]
    qos: tuple[QosView, ...]
    is_jumbo: bool
    vlans: tuple[Vlan, ...]
    lags: tuple[LagView, ...]
    runs: tuple[tuple[str, RunView], ...]
    routes_ip: bool
    default_gateway: str
    vrfs: tuple[VrfView, ...]
    svis: tuple[SviView, ...]
    wake_filters: tuple[WakeFilterView, ...]
    routes: tuple[RouteView, ...]
    routes_ipv6: bool
    routes6: tuple[Ipv6RouteView, ...]
    pools: tuple[PoolView, ...]
    hears_dhcp: bool


#: IEEE 802.1Q default bridge priority; the box does not print it.
_DEFAULT_PRIORITY = 32768


def build_view(device: Device) -> View:
    """The flat view of one switch or stack."""
    unused = (device.native_vlan, device.blackhole_vlan)
    runs = ordinary_runs(device)
    profiles = frozenset([run.profile for run in runs])
    guards = guards_of(device, profiles)
    return View(
        hostname=device.hostname,
        origin=device.origin,
        management=management_view(device),
        members=tuple(
            MemberView(number, provision_sku(member))
            for number, member in enumerate(device.members or (device.model,), 1)
        ),
        region=device.site,
        stp_priority=device.stp_priority,
        has_stp_priority=device.stp_priority != _DEFAULT_PRIORITY,
        snooping_vlans=vlan_list(tuple([vlan.id for vlan in device.vlans if vlan.id not in unused])),
        guards=guards,
        access=access_views(device, profiles),
        qos=qos_views(device, profiles),
        is_jumbo=device.jumbo,
        vlans=device.vlans,
        lags=lag_views(device, guards),
        runs=run_views(device, runs, guards, profiles),
        routes_ip=device.routes_ip,
        default_gateway="" if device.routes_ip else device.management.gateway,
        vrfs=vrf_views(device),
        svis=svi_views(device),
        wake_filters=wake_filter_views(device),
        routes=route_views(device),
        routes_ipv6=any(svi.ipv6 is not None for svi in device.svis),
        routes6=ipv6_route_views(device),
        pools=pool_views(device),
        hears_dhcp=bool(device.dhcp_pools) or any(svi.relays for svi in device.svis),
    )
