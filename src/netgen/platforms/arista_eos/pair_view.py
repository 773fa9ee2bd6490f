"""Two EOS switches as an MLAG pair: the peer link, who is asked when it is lost, gateways that both answer for.

The heartbeat runs between the management ports: the second half of a pair that lost its peer link shuts all others.
Source: EOS 4.32 user manual (MLAG, VARP); AVD eos_cli_config_gen expected configurations (mlag-configuration).
"""

from __future__ import annotations

import msgspec

from netgen.device import Device, DhcpPool
from netgen.platforms.arista_eos.names import lag_interface, vlan_interface

#: A VRF that routes nowhere: the keepalive's own.
KEEPALIVE_VRF = "NETGEN-KEEPALIVE"
#: The trunk group of the peer link, by the vendor's convention: its VLAN never leaves it, whatever a trunk allows.
TRUNK_GROUP = "MLAG"


class PairView(msgspec.Struct, frozen=True):
    """One half of a pair. Own addresses have their length; `gateway_mac` is "" where no gateway is shared."""

    name: str
    peer: str
    peer_link: str
    peer_vlan: int
    peer_interface: str
    address: str
    peer_address: str
    trunk_group: str
    vrf: str
    keepalive: str
    keepalive_address: str
    keepalive_peer: str
    gateway_mac: str
    origin: str


def pair_views(device: Device) -> tuple[PairView, ...]:
    """One, or none on a switch that is no half of a pair."""
    pair = device.pair
    if pair is None:
        return ()
    return (
        PairView(
            name=pair.name,
            peer=pair.peer,
            peer_link=lag_interface(pair.peer_link),
            peer_vlan=pair.peer_vlan,
            peer_interface=vlan_interface(pair.peer_vlan),
            address=f"{pair.peer_addresses[0]}/{pair.length}",
            peer_address=pair.peer_addresses[1],
            trunk_group=TRUNK_GROUP,
            vrf=KEEPALIVE_VRF,
            keepalive=pair.keepalive,
            keepalive_address=f"{pair.keepalive_addresses[0]}/{pair.length}",
            keepalive_peer=pair.keepalive_addresses[1],
            gateway_mac=pair.gateway_mac if any(svi.shared for svi in device.svis) else "",
            origin=pair.origin,
        ),
    )


def served_pools(device: Device) -> tuple[DhcpPool, ...]:
    """The pools that this switch gives leases from.

    The two halves of a pair do not tell each other of leases, so the second leaves them to the first.
    """
    return () if device.pair and device.pair.member > 1 else device.dhcp_pools
