"""A pair of PAN-OS firewalls (active/passive): the member's own election and addresses, and what it watches."""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart
from netgen.platforms.paloalto_panos.names import InterfaceNames, listed

#: Groups are 1 to 63; the virtual MAC addresses follow them.
_GROUPS = 63
#: The lower is preferred.
_PRIORITIES = {1: 100, 2: 110}
#: The cables between the members carry nothing else: link-local addresses (RFC 3927), the same in every pair.
_CONTROL = {1: "169.254.1.1", 2: "169.254.1.2"}
_SESSIONS = {1: "169.254.2.1", 2: "169.254.2.2"}


class PairView(msgspec.Struct, frozen=True):
    """One member's side. `watched` is ready to print."""

    group: int
    priority: int
    control_port: str
    control_address: str
    peer: str
    sessions_port: str
    sessions_address: str
    watched: str
    origin: str


def pair_views(part: FirewallPart, names: InterfaceNames) -> tuple[PairView, ...]:
    """One element on a member of a pair, none on a firewall that stands alone.

    Watched are the cables to the core. A circuit that is lost on both members must not push the role to and fro, which
    ends in suspension; the routes see to circuits.
    """
    pair = part.pair
    if pair is None:
        return ()
    control, sessions = pair.heartbeat
    carriers = tuple(names[item.name] for item in part.interfaces if item.kind in ("lag", "lan"))
    return (
        PairView(
            group=pair.number % _GROUPS + 1,
            priority=_PRIORITIES[pair.member],
            control_port=control,
            control_address=_CONTROL[pair.member],
            peer=_CONTROL[3 - pair.member],
            sessions_port=sessions,
            sessions_address=_SESSIONS[pair.member],
            watched=listed(carriers),
            origin=pair.origin,
        ),
    )
