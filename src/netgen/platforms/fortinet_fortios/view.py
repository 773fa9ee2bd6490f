"""Device to the flat object that the FortiOS templates see.

Every value is final: names are FortiOS names, addresses have dotted masks, order is the order of
printing. Network facts that FortiOS wants said twice (a way out for traffic whose tunnel is down, the
interface of a gateway) are worked out here, never in a template.
"""

from __future__ import annotations

import msgspec

from netgen.device import Device, FirewallPart
from netgen.platforms.fortinet_fortios import names
from netgen.platforms.fortinet_fortios.firewall_view import (
    AddressView,
    FilterView,
    PolicyView,
    ServiceView,
    TunnelView,
    ZoneView,
    address_views,
    filter_views,
    policy_views,
    service_views,
    tunnel_views,
    zone_views,
)
from netgen.platforms.fortinet_fortios.interface_view import (
    AggregateView,
    PhysicalView,
    VlanView,
    aggregate_views,
    physical_views,
    vlan_views,
)
from netgen.platforms.fortinet_fortios.management_view import ManagementView, build_management
from netgen.platforms.fortinet_fortios.route_view import RouteView, route_views


class PoolView(msgspec.Struct, frozen=True):
    """A DHCP server. `number` is the VLAN, so it never moves; `dns` are (field number, address) pairs."""

    number: int
    interface: str
    first: str
    last: str
    gateway: str
    netmask: str
    dns: tuple[tuple[int, str], ...]
    domain: str
    lease_s: int
    origin: str


class View(msgspec.Struct, frozen=True):
    """The whole box. `circuits` are the ports towards the internet, each with its DoS policy's number."""

    hostname: str
    management: ManagementView
    physical: tuple[PhysicalView, ...]
    aggregates: tuple[AggregateView, ...]
    vlans: tuple[VlanView, ...]
    zones: tuple[ZoneView, ...]
    pools: tuple[PoolView, ...]
    addresses: tuple[AddressView, ...]
    services: tuple[ServiceView, ...]
    filters: tuple[FilterView, ...]
    policies: tuple[PolicyView, ...]
    tunnels: tuple[TunnelView, ...]
    routes: tuple[RouteView, ...]
    circuits: tuple[tuple[int, PhysicalView], ...]
    origin: str


_NO_PART = FirewallPart(
    interfaces=(), zones=(), addresses=(), services=(), policies=(), filters=(), tunnels=()
)


def build_view(device: Device) -> View:
    """The view of one FortiGate."""
    part = device.firewall or _NO_PART
    physical = physical_views(device.ports, part.interfaces, device.routes)
    return View(
        hostname=device.hostname,
        management=build_management(device.management),
        physical=physical,
        aggregates=aggregate_views(part.interfaces),
        vlans=vlan_views(part.interfaces),
        zones=zone_views(part.zones),
        pools=_pool_views(device),
        addresses=address_views(part.addresses),
        services=service_views(part.services),
        filters=filter_views(part.filters),
        policies=policy_views(part),
        tunnels=tunnel_views(part.tunnels, device.routes),
        routes=route_views(device.routes, part),
        circuits=tuple(enumerate((port for port in physical if port.role == "wan"), start=1)),
        origin=device.origin,
    )


def _pool_views(device: Device) -> tuple[PoolView, ...]:
    return tuple(
        PoolView(
            number=pool.vlan,
            interface=names.vlan_interface(pool.vlan),
            first=pool.first,
            last=pool.last,
            gateway=pool.gateway,
            netmask=pool.prefix.netmask,
            dns=tuple(enumerate(pool.dns, start=1)),
            domain=pool.domain,
            lease_s=pool.lease_s,
            origin=pool.origin,
        )
        for pool in sorted(device.dhcp_pools, key=lambda pool: pool.vlan)
    )
