"""Decide what makes two core switches a pair: names, addresses, and who they are to their neighbours.

Reads: a cabled Box with its twin, the site's number and its transit window. Writes: PairPlans.
Every number follows the site's, so that none moves; the addresses are slot 0 of the transit window, which no zone has.
"""

from __future__ import annotations

from netgen.blueprint import PairPlan
from netgen.compiler.cabling import PEER_LINK_LAG, Box
from netgen.values import Prefix

#: The VLAN of the peer link alone, by the vendors' own convention; MLG004 keeps segments away from it.
PEER_VLAN = 4094
#: Hosts of a segment that the two cores have as their own, beside the gateway that they share.
SEGMENT_HOSTS = (2, 3)
#: The same of a transit, whose first two are the firewall's and the shared one.
TRANSIT_HOSTS = (3, 4)
_SLOT_LENGTH, _LINK_LENGTH = 29, 30


def plan_pair(box: Box, site_number: int, transits: Prefix) -> PairPlan:
    """The box's half of its pair. `transits` is the site's transit window; locally administered MACs (IEEE 802c)."""
    if box.twin is None:
        msg = f"{box.hostname} has no twin"
        raise ValueError(msg)
    slot = transits.slot(0, _SLOT_LENGTH)
    member = 2 if box.is_second else 1
    number = f"{site_number >> 8:02x}:{site_number & 0xFF:02x}"
    return PairPlan(
        name=box.pair_name,
        member=member,
        peer=box.twin.hostname,
        peer_link=PEER_LINK_LAG,
        keepalive=box.interface(box.first_switch, box.keepalive),
        peer_vlan=PEER_VLAN,
        peer_addresses=_ends(slot, 0, member),
        keepalive_addresses=_ends(slot, 4, member),
        length=_LINK_LENGTH,
        system_mac=f"02:00:00:00:{number}",
        gateway_mac=f"02:00:00:01:{number}",
        origin=f"{box.origin.rpartition('/switches/')[0]}/pair",
    )


def _ends(slot: Prefix, start: int, member: int) -> tuple[str, str]:
    """(own, peer's) of the four addresses that begin at `start`."""
    return slot.address(start + member), slot.address(start + 3 - member)
