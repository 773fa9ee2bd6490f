"""Device to the flat view of the Junos templates.

Reads: Device. Writes: View. Every value is final: the templates only print. A switch has an empty firewall half and a
firewall an empty switching half; what both have stands once.
"""

from __future__ import annotations

import msgspec

from netgen.device import Device, FirewallPart
from netgen.platforms.for_everybody import without_groups
from netgen.platforms.juniper_junos.bgp_view import BgpView, SourceView, bgp_views, source_views
from netgen.platforms.juniper_junos.cluster_view import ClusterView, cluster_views
from netgen.platforms.juniper_junos.firewall_interface_view import (
    INSIDE_SCREEN,
    INTERNET_SCREEN,
    PhysicalView,
    PppoeView,
    ZoneView,
    firewall_route_views,
    logical_names,
    physical_views,
    pppoe_views,
    tunnel_units,
    zone_views,
)
from netgen.platforms.juniper_junos.firewall_view import (
    AddressView,
    AuthorityView,
    ContextView,
    FilterView,
    ForwardView,
    NatView,
    ProposalView,
    ScheduleView,
    ServiceView,
    StaticNatView,
    SuiteView,
    TunnelView,
    address_views,
    authority_views,
    context_views,
    filter_views,
    forward_views,
    ipv6_services,
    nat_views,
    proposal_views,
    schedule_views,
    service_views,
    static_nat_views,
    suite_views,
    tunnel_views,
)
from netgen.platforms.juniper_junos.ipv6_view import Ipv6View, ipv6_view
from netgen.platforms.juniper_junos.list_view import FeedView, feed_views
from netgen.platforms.juniper_junos.management_view import ManagementView, management_view
from netgen.platforms.juniper_junos.names import ANTIVIRUS_ONLY, RECOMMENDED, listed, logical
from netgen.platforms.juniper_junos.probe_view import ProbeView, probe_views
from netgen.platforms.juniper_junos.routing_view import (
    InstanceView,
    PoolView,
    RelayView,
    RouteView,
    instance_views,
    pool_views,
    relay_views,
    switch_pool_views,
    switch_relay_views,
    switch_route_views,
)
from netgen.platforms.juniper_junos.steering_view import NO_STEERING, SteeringView, steering_view
from netgen.platforms.juniper_junos.switching_view import NO_SWITCH, SwitchView, switch_view


class FirewallView(msgspec.Struct, frozen=True):
    """What only an SRX has. `zone_list` are all zones, ready to print.

    `bgp` holds one element where it is spoken, `clusters` one on a pair.
    `ips` is the name of the attacks to stop and of the policy that does, `antivirus` that of the content security
    policy which looks for viruses alone; "" where nobody asks.
    """

    physical: tuple[PhysicalView, ...]
    has_lag: bool
    clusters: tuple[ClusterView, ...]
    zones: tuple[ZoneView, ...]
    zone_list: str
    has_internet: bool
    addresses: tuple[AddressView, ...]
    services: tuple[ServiceView, ...]
    contexts: tuple[ContextView, ...]
    nat: tuple[NatView, ...]
    filters: tuple[FilterView, ...]
    suites: tuple[SuiteView, ...]
    proposals: tuple[ProposalView, ...]
    authorities: tuple[AuthorityView, ...]
    probes: tuple[ProbeView, ...]
    tunnels: tuple[TunnelView, ...]
    sessions: tuple[PppoeView, ...]
    is_shaped: bool
    forwards: tuple[ForwardView, ...]
    static_nat: tuple[StaticNatView, ...]
    feeds: tuple[FeedView, ...]
    ips: str
    antivirus: str
    schedules: tuple[ScheduleView, ...]
    has_inside: bool
    steering: SteeringView
    bgp: tuple[BgpView, ...] = ()
    sources: tuple[SourceView, ...] = ()


class View(msgspec.Struct, frozen=True):
    """Everything the templates see: of a switch or of a firewall."""

    hostname: str
    origin: str
    is_switch: bool
    management: ManagementView
    switch: SwitchView
    firewall: FirewallView
    instances: tuple[InstanceView, ...]
    routes: tuple[RouteView, ...]
    pools: tuple[PoolView, ...]
    relays: tuple[RelayView, ...]
    ipv6: Ipv6View


_NO_PART = FirewallPart(
    interfaces=(), zones=(), addresses=(), services=(), policies=(), filters=(), tunnels=()
)
_NO_FIREWALL = FirewallView(
    physical=(), has_lag=False, clusters=(), zones=(), zone_list="", has_internet=False, addresses=(), services=(),
    contexts=(), nat=(), filters=(), suites=(), proposals=(), authorities=(), probes=(), tunnels=(), sessions=(),
    is_shaped=False, forwards=(), static_nat=(), feeds=(), ips="", antivirus="", schedules=(), has_inside=False,
    steering=NO_STEERING,
)  # fmt: skip


def build_view(device: Device) -> View:
    """The flat view of one switch, Virtual Chassis or firewall."""
    return _firewall(device) if device.role == "firewall" else _switch(device)


def _switch(device: Device) -> View:
    return View(
        hostname=device.hostname,
        origin=device.origin,
        is_switch=True,
        management=management_view(device),
        switch=switch_view(device),
        firewall=_NO_FIREWALL,
        instances=instance_views(device),
        routes=switch_route_views(device),
        pools=switch_pool_views(device),
        relays=switch_relay_views(device, ""),
        ipv6=ipv6_view(device, lambda vlan: logical("irb", vlan)),
    )


def _firewall(device: Device) -> View:
    part = without_groups(device.firewall or _NO_PART)
    units = tunnel_units(part.tunnels)
    names = logical_names(part, units)
    zones = zone_views(device, part, names, units)
    steering = steering_view(part, names)
    return View(
        hostname=device.hostname,
        origin=device.origin,
        is_switch=False,
        management=management_view(device),
        switch=NO_SWITCH,
        firewall=FirewallView(
            physical=physical_views(device, part),
            has_lag=part.pair is None and any(item.kind == "lag" for item in part.interfaces),
            clusters=cluster_views(part),
            zones=zones,
            zone_list=listed(tuple(zone.name for zone in zones)) if zones else "",
            has_internet=any(zone.screen == INTERNET_SCREEN for zone in zones),
            has_inside=any(zone.screen == INSIDE_SCREEN for zone in zones),
            addresses=address_views(part),
            services=service_views(part.services, ipv6_services(part)),
            contexts=context_views(part),
            nat=nat_views(part),
            filters=filter_views(part.filters),
            suites=suite_views(part.tunnels),
            proposals=proposal_views(part.tunnels),
            authorities=authority_views(part.tunnels),
            probes=_with_other_table(probe_views(part), steering),
            tunnels=tunnel_views(part.tunnels, units, names),
            sessions=pppoe_views(part),
            is_shaped=any(item.shape for item in part.interfaces),
            forwards=forward_views(part, names),
            static_nat=static_nat_views(part),
            feeds=feed_views(part),
            ips=RECOMMENDED if part.protection.ips else "",
            antivirus=ANTIVIRUS_ONLY if part.protection.antivirus else "",
            schedules=schedule_views(part.schedules),
            bgp=bgp_views(part),
            sources=source_views(part),
            steering=steering,
        ),
        instances=(),
        routes=firewall_route_views(device, part, names),
        pools=pool_views(device.dhcp_pools, lambda vlan: names[f"vlan{vlan}"]),
        relays=relay_views(
            (names[item.name], item.relays, item.origin) for item in part.interfaces if item.kind == "vlan"
        ),
        ipv6=ipv6_view(device, lambda vlan: names[f"vlan{vlan}"]),
    )


def _with_other_table(probes: tuple[ProbeView, ...], steering: SteeringView) -> tuple[ProbeView, ...]:
    """The same pings keep a circuit's route in the other table too."""
    metrics = {way.gateway: way.metric for way in steering.ways}
    return tuple(
        msgspec.structs.replace(probe, other_metric=metrics.get(probe.gateway, 0)) for probe in probes
    )
