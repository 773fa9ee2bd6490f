"""Device to the flat object that the PAN-OS templates see.

Every value is final: names are PAN-OS names, lists are printed as the device prints them, rules stand in
the order in which they are asked. Network facts that PAN-OS wants said twice (which rule lets the box itself
speak, the interface of a gateway) are worked out here, never in a template.
"""

from __future__ import annotations

import msgspec

from netgen.device import Device, FirewallPart
from netgen.platforms.for_everybody import without_groups
from netgen.platforms.paloalto_panos.bgp_view import BgpView, bgp_views
from netgen.platforms.paloalto_panos.box_rules import box_traffic
from netgen.platforms.paloalto_panos.decryption_view import (
    DecryptionView,
    decryption_views,
    exempt_list_views,
)
from netgen.platforms.paloalto_panos.dhcp_view import PoolView, RelayView, pool_views, relay_views
from netgen.platforms.paloalto_panos.forwarding_view import (
    ForwardingView,
    MonitorProfileView,
    forwarding_views,
    monitor_profile_views,
)
from netgen.platforms.paloalto_panos.interface_view import (
    AggregateView,
    EthernetView,
    TunnelInterfaceView,
    UnitView,
    aggregate_views,
    ethernet_views,
    tunnel_interface_views,
    unit_views,
)
from netgen.platforms.paloalto_panos.list_view import (
    DomainsProfileView,
    FeedView,
    domains_profile,
    feed_views,
)
from netgen.platforms.paloalto_panos.management_view import ManagementView, build_management
from netgen.platforms.paloalto_panos.names import (
    FLOW_PROFILE,
    LOG_FORWARDING,
    RADIUS_PROFILE,
    SYSLOG_PROFILE,
    VIRTUAL_ROUTER,
    interface_names,
    listed,
)
from netgen.platforms.paloalto_panos.nat_view import NatView, PublicationView, nat_views, publication_views
from netgen.platforms.paloalto_panos.objects_view import (
    AddressView,
    DomainListView,
    FilterView,
    ScheduleView,
    ServiceView,
    ZoneView,
    address_views,
    domain_list_views,
    filter_views,
    schedule_views,
    service_views,
    zone_views,
)
from netgen.platforms.paloalto_panos.pair_view import PairView, pair_views
from netgen.platforms.paloalto_panos.remote_view import RemoteView, remote_views
from netgen.platforms.paloalto_panos.route_view import (
    Ipv6RouteView,
    RouteView,
    ipv6_route_views,
    route_views,
)
from netgen.platforms.paloalto_panos.rule_view import RuleView, intrazone_rules, policy_rules
from netgen.platforms.paloalto_panos.tunnel_view import (
    CryptoView,
    TrustView,
    TunnelView,
    crypto_views,
    trust_views,
    tunnel_views,
)


class View(msgspec.Struct, frozen=True):
    """The whole box. `routed` and `imported` are interface lists, ready to print; `log_setting` may be "".

    `decryptions` holds one element where TLS is opened, `remote` one where people come in from elsewhere, `pairs` one
    on a member of a pair, `bgp` one on a box that speaks it.
    """

    management: ManagementView
    ethernet: tuple[EthernetView, ...]
    aggregates: tuple[AggregateView, ...]
    units: tuple[UnitView, ...]
    tunnel_interfaces: tuple[TunnelInterfaceView, ...]
    pairs: tuple[PairView, ...]
    virtual_router: str
    routed: str
    imported: str
    routes: tuple[RouteView, ...]
    routes6: tuple[Ipv6RouteView, ...]
    bgp: tuple[BgpView, ...]
    pools: tuple[PoolView, ...]
    relays: tuple[RelayView, ...]
    zones: tuple[ZoneView, ...]
    addresses: tuple[AddressView, ...]
    services: tuple[ServiceView, ...]
    schedules: tuple[ScheduleView, ...]
    domain_lists: tuple[DomainListView, ...]
    filters: tuple[FilterView, ...]
    decryptions: tuple[DecryptionView, ...]
    feeds: tuple[FeedView, ...]
    domains_profile: tuple[DomainsProfileView, ...]
    cryptos: tuple[CryptoView, ...]
    trusts: tuple[TrustView, ...]
    tunnels: tuple[TunnelView, ...]
    remote: tuple[RemoteView, ...]
    rules: tuple[RuleView, ...]
    publications: tuple[PublicationView, ...]
    nat: tuple[NatView, ...]
    monitor_profiles: tuple[MonitorProfileView, ...]
    forwarding: tuple[ForwardingView, ...]
    log_setting: str
    radius_profile: str
    syslog_profile: str
    flow_profile: str
    origin: str


_NO_PART = FirewallPart(
    interfaces=(), zones=(), addresses=(), services=(), policies=(), filters=(), tunnels=()
)


def build_view(device: Device) -> View:
    """The view of one firewall."""
    part = without_groups(device.firewall or _NO_PART)
    names = interface_names(part)
    box = box_traffic(part, device.management, frozenset(pool.vlan for pool in device.dhcp_pools))
    ethernet = ethernet_views(device.ports, part, names, device.routes)
    units = unit_views(part, names)
    tunnel_interfaces = tunnel_interface_views(part, names)
    routed = (
        *(item.name for item in ethernet if item.is_routed),
        *(item.name for item in units),
        *(item.name for item in tunnel_interfaces),
    )
    forwarding = forwarding_views(part, names)
    carriers = (
        *(item.name for item in ethernet if item.mode == "units"),
        *(names[item.name] for item in part.interfaces if item.kind == "lag"),
    )
    return View(
        management=build_management(device, part, names),
        ethernet=ethernet,
        aggregates=aggregate_views(part, names),
        units=units,
        tunnel_interfaces=tunnel_interfaces,
        pairs=pair_views(part, names),
        virtual_router=VIRTUAL_ROUTER,
        routed=listed(routed) if routed else "",
        imported=listed((*carriers, *routed)) if carriers or routed else "",
        routes=route_views(device.routes, part, names),
        routes6=ipv6_route_views(device.routes6, names),
        bgp=bgp_views(part, names),
        pools=pool_views(device.dhcp_pools, names),
        relays=relay_views(part, names),
        zones=zone_views(part, names),
        addresses=address_views((*part.addresses, *part.addresses6)),
        services=(*box.services, *service_views(part.services)),
        schedules=schedule_views(part.schedules),
        domain_lists=(*domain_list_views(part.filters), *exempt_list_views(part)),
        filters=filter_views(part.filters),
        decryptions=decryption_views(part),
        feeds=feed_views(part.lists),
        domains_profile=domains_profile(part),
        cryptos=crypto_views(part),
        trusts=trust_views(part),
        tunnels=tunnel_views(part, names),
        remote=remote_views(device, part, names),
        rules=(*box.rules, *intrazone_rules(part.zones), *policy_rules(part)),
        publications=publication_views(part),
        nat=(*box.nat, *nat_views(part)),
        monitor_profiles=monitor_profile_views(part, forwarding),
        forwarding=forwarding,
        log_setting=LOG_FORWARDING if device.management.syslog else "",
        radius_profile=RADIUS_PROFILE if device.management.radius else "",
        syslog_profile=SYSLOG_PROFILE if device.management.syslog else "",
        flow_profile=FLOW_PROFILE if device.management.flow_host else "",
        origin=device.origin,
    )
