"""Device to the flat object that the FortiOS templates see.

Every value is final: names are FortiOS names, addresses have dotted masks, order is the order of
printing. Network facts that FortiOS wants said twice (a way out for traffic whose tunnel is down, the
interface of a gateway) are worked out here, never in a template.
"""

from __future__ import annotations

import msgspec

from netgen.device import Device, FirewallPart
from netgen.platforms.fortinet_fortios.bgp_view import BgpView, bgp_views
from netgen.platforms.fortinet_fortios.breakout_view import PolicyRouteView, policy_route_views
from netgen.platforms.fortinet_fortios.dhcp_view import PoolView, pool_views
from netgen.platforms.fortinet_fortios.filter_view import CategoryView, FilterView, filter_views
from netgen.platforms.fortinet_fortios.firewall_view import (
    AddressView,
    Ipv6AddressView,
    PolicyView,
    ServiceView,
    TunnelView,
    ZoneView,
    address_views,
    ipv6_address_views,
    ipv6_services,
    policy_views,
    service_views,
    tunnel_views,
    zone_views,
)
from netgen.platforms.fortinet_fortios.forward_view import ForwardView, forward_views
from netgen.platforms.fortinet_fortios.identity_view import (
    IdentityView,
    UserGroupView,
    identity_views,
    user_group_views,
)
from netgen.platforms.fortinet_fortios.inspection_view import InspectionView, inspection_views
from netgen.platforms.fortinet_fortios.interface_view import (
    AggregateView,
    PhysicalView,
    VlanView,
    aggregate_views,
    physical_views,
    vlan_views,
)
from netgen.platforms.fortinet_fortios.list_view import (
    CountryView,
    FeedView,
    country_views,
    domain_rows,
    feed_views,
)
from netgen.platforms.fortinet_fortios.management_view import ManagementView, build_management
from netgen.platforms.fortinet_fortios.names import FEEDS_FILTER
from netgen.platforms.fortinet_fortios.pair_view import PairView, pair_views
from netgen.platforms.fortinet_fortios.probe_view import ProbeView, probe_views
from netgen.platforms.fortinet_fortios.remote_view import RemoteView, remote_views
from netgen.platforms.fortinet_fortios.resolver_view import (
    DomainView,
    ResolverView,
    domain_views,
    resolver_views,
)
from netgen.platforms.fortinet_fortios.route_view import (
    Ipv6RouteView,
    RouteView,
    ipv6_route_views,
    route_views,
    shared_distance,
)
from netgen.platforms.fortinet_fortios.schedule_view import ScheduleView, schedule_views
from netgen.platforms.fortinet_fortios.sdwan_view import SdwanView, sdwan_views
from netgen.platforms.fortinet_fortios.translation_view import TranslationView, translation_views
from netgen.platforms.fortinet_fortios.wireless_view import (
    WifiRadiusView,
    WirelessView,
    wifi_radius,
    wireless_views,
)


class View(msgspec.Struct, frozen=True):
    """The whole box. `circuits` are the ports towards the internet, each with its DoS policy's number.

    `peers` are the tunnels whose other end shows a certificate. `inspects`: some traffic's names are looked at.
    `time_interfaces` are those that answer NTP, quoted and ready to print, "" without.
    `inspections` and `identities` hold one element where sessions are opened and people are known, else none.
    `remote` holds one element where people come in from elsewhere, else none.
    `domain_rows` are the feeds of domains, which every DNS filter refuses; `feeds_filter` is one that does nothing
    else.
    `pairs` holds one element on a member of a pair.
    `sdwan` holds one element where traffic is steered, `bgp` one where it is spoken, `wireless` and `wifi_radius` one
    on a firewall that controls access points, else none.
    """

    hostname: str
    management: ManagementView
    physical: tuple[PhysicalView, ...]
    aggregates: tuple[AggregateView, ...]
    vlans: tuple[VlanView, ...]
    time_interfaces: str
    zones: tuple[ZoneView, ...]
    pairs: tuple[PairView, ...]
    pools: tuple[PoolView, ...]
    addresses: tuple[AddressView, ...]
    services: tuple[ServiceView, ...]
    filters: tuple[FilterView, ...]
    inspects: bool
    inspections: tuple[InspectionView, ...]
    identities: tuple[IdentityView, ...]
    groups: tuple[UserGroupView, ...]
    forwards: tuple[ForwardView, ...]
    countries: tuple[CountryView, ...]
    feeds: tuple[FeedView, ...]
    domain_rows: tuple[CategoryView, ...]
    feeds_filter: str
    resolvers: tuple[ResolverView, ...]
    domains: tuple[DomainView, ...]
    translations: tuple[TranslationView, ...]
    probes: tuple[ProbeView, ...]
    sdwan: tuple[SdwanView, ...]
    policy_routes: tuple[PolicyRouteView, ...]
    policies: tuple[PolicyView, ...]
    tunnels: tuple[TunnelView, ...]
    peers: tuple[TunnelView, ...]
    remote: tuple[RemoteView, ...]
    routes: tuple[RouteView, ...]
    addresses6: tuple[Ipv6AddressView, ...]
    routes6: tuple[Ipv6RouteView, ...]
    bgp: tuple[BgpView, ...]
    circuits: tuple[tuple[int, PhysicalView], ...]
    schedules: tuple[ScheduleView, ...]
    wifi_radius: tuple[WifiRadiusView, ...]
    wireless: tuple[WirelessView, ...]
    origin: str


_NO_PART = FirewallPart(
    interfaces=(), zones=(), addresses=(), services=(), policies=(), filters=(), tunnels=()
)


def build_view(device: Device) -> View:
    """The view of one FortiGate."""
    part = device.firewall or _NO_PART
    shared = shared_distance(part)
    physical = physical_views(device.ports, part.interfaces, device.routes, shared)
    management = build_management(device.management)
    policies = policy_views(part)
    tunnels = tunnel_views(part, device.routes)
    vlans = vlan_views(
        part.interfaces,
        device.wireless.native_vlan if device.wireless else 0,
        sampled=bool(management.collectors),
        hears_accounting=part.identity is not None,
    )
    return View(
        hostname=device.hostname,
        management=management,
        physical=physical,
        aggregates=aggregate_views(part.interfaces),
        vlans=vlans,
        time_interfaces=" ".join(f'"{vlan.name}"' for vlan in vlans if vlan.serves_time),
        zones=zone_views(part),
        pairs=pair_views(part),
        pools=pool_views(device.dhcp_pools),
        addresses=address_views(part.addresses),
        services=service_views(part.services, ipv6_services(part)),
        filters=filter_views(part.filters),
        inspects=bool(part.filters) or any(policy.is_inspected for policy in policies),
        inspections=inspection_views(part.inspection),
        identities=identity_views(part.identity),
        groups=user_group_views(part.groups),
        forwards=forward_views(part),
        countries=country_views(part.lists),
        feeds=feed_views(part.lists),
        domain_rows=domain_rows(part.lists),
        feeds_filter=FEEDS_FILTER,
        resolvers=resolver_views(part),
        domains=domain_views(part, device.management),
        translations=translation_views(part),
        probes=probe_views(part),
        sdwan=sdwan_views(part),
        policy_routes=policy_route_views(part),
        policies=policies,
        tunnels=tunnels,
        peers=tuple(tunnel for tunnel in tunnels if tunnel.certificate),
        remote=remote_views(part, device.management),
        routes=route_views(device.routes, part, shared),
        addresses6=ipv6_address_views(part.addresses6),
        routes6=ipv6_route_views(device.routes6),
        bgp=bgp_views(part),
        circuits=tuple(enumerate((port for port in physical if port.role == "wan"), start=1)),
        schedules=schedule_views(device.wireless.schedules if device.wireless else (), part.schedules),
        wifi_radius=wifi_radius(device.wireless, device.management),
        wireless=wireless_views(device.wireless, device.management, device.origin),
        origin=device.origin,
    )
