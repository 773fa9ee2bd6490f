"""What a Catalyst believes of the devices at its sockets: addresses, ARP, router advertisements; and loops behind."""

from __future__ import annotations

import msgspec

from netgen.device import Device, PortProfile
from netgen.platforms.cisco_iosxe.names import vlan_list


class Guards(msgspec.Struct, frozen=True):
    """Guards of the box as a whole. `inspected_vlans` is "" without ARP inspection.

    `hardens_edge`: router advertisements, DHCPv6 servers, loops and better spanning-tree roots are refused where they
    do not belong. They come along with the first authenticated or guarded socket of a switch; router advertisements and
    DHCPv6 servers are also refused wherever hosts have IPv6.
    """

    inspected_vlans: str
    hardens_edge: bool
    refuses_routers: bool


def guards_of(device: Device, profiles: frozenset[PortProfile]) -> Guards:
    """The guards of one switch."""
    hardens_edge = device.access is not None or bool(device.inspected_vlans)
    return Guards(
        inspected_vlans=vlan_list(device.inspected_vlans) if device.inspected_vlans else "",
        hardens_edge=hardens_edge,
        refuses_routers=(hardens_edge or bool(device.ipv6_vlans))
        and any(profile.ra_guard for profile in profiles),
    )
