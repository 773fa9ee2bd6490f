"""Two AOS-CX switches as a VSX pair: the link between them and who is asked when it is lost.

netgen renders both halves whole, so nothing is synchronised by the switches (`vsx-sync`): what the first has would
overwrite what the second was given. Source: AOS-CX 10.13 Virtual Switching Extension Guide; public VSX configurations.
"""

from __future__ import annotations

import msgspec

from netgen.device import Device

#: A VRF with no way out: the keepalive's own.
KEEPALIVE_VRF = "NETGEN-KEEPALIVE"


class PairView(msgspec.Struct, frozen=True):
    """One half of a pair. `role` is primary or secondary; `keepalive_address` has its length, the source has not."""

    role: str
    peer: str
    peer_link: int
    system_mac: str
    gateway_mac: str
    vrf: str
    keepalive: str
    keepalive_address: str
    keepalive_source: str
    keepalive_peer: str
    origin: str


def pair_views(device: Device) -> tuple[PairView, ...]:
    """One, or none on a switch that is no half of a pair."""
    pair = device.pair
    if pair is None:
        return ()
    own, peer = pair.keepalive_addresses
    return (
        PairView(
            role="primary" if pair.member == 1 else "secondary",
            peer=pair.peer,
            peer_link=pair.peer_link,
            system_mac=pair.system_mac,
            gateway_mac=pair.gateway_mac,
            vrf=KEEPALIVE_VRF,
            keepalive=pair.keepalive,
            keepalive_address=f"{own}/{pair.length}",
            keepalive_source=own,
            keepalive_peer=peer,
            origin=pair.origin,
        ),
    )
