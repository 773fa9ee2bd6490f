"""IPv6 on a Junos box: addresses, router advertisements, routes, and a closed door to the box itself.

Advertisements stand in the global `protocols`, of interfaces in a routing instance too: the models of 23.4R1 have
none inside of an instance.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from netgen.device import Device, Ipv6Gateway
from netgen.platforms.juniper_junos.routing_view import RouteView, route_views


class AdvertisementView(msgspec.Struct, frozen=True):
    """The prefix that a logical interface advertises; on-link and autonomous are what Junos says of a prefix."""

    interface: str
    prefix: str
    origin: str


class Ipv6View(msgspec.Struct, frozen=True):
    """The IPv6 of the box as a whole. `is_on`: some interface has an address."""

    is_on: bool
    advertisements: tuple[AdvertisementView, ...]
    routes: tuple[RouteView, ...]


def ipv6_view(device: Device, name_of: Callable[[int], str]) -> Ipv6View:
    """`name_of` is the logical interface of a VLAN. The routes are those of the global table."""
    gateways = gateways_of(device)
    return Ipv6View(
        is_on=bool(gateways),
        advertisements=tuple(
            AdvertisementView(name_of(vlan), str(item.prefix), item.origin)
            for vlan, item in gateways
            if item.advertise
        ),
        routes=route_views(route for route in device.routes6 if route.vrf == ""),
    )


def gateways_of(device: Device) -> list[tuple[int, Ipv6Gateway]]:
    """(VLAN, IPv6 side) of every routed VLAN with IPv6, by VLAN."""
    sides = [(svi.vlan, svi.ipv6) for svi in device.svis]
    if device.firewall is not None:
        sides += [(item.vlan, item.ipv6) for item in device.firewall.interfaces]
    return sorted(((vlan, item) for vlan, item in sides if item is not None), key=lambda found: found[0])


def address_of(gateway: Ipv6Gateway | None) -> str:
    """The address with its length, "" without IPv6."""
    return f"{gateway.address}/{gateway.prefix.length}" if gateway else ""
