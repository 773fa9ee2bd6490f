"""A pair of FortiGates (FGCP): what the two must agree on, and which of them is preferred at the first start."""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart
from netgen.platforms.fortinet_fortios.names import interface_name
from netgen.values import placeholder

#: Group 0 is every new unit's: a pair never has it. Up to 255 the virtual MAC address has room for it in all releases.
_GROUPS = 255
_PRIORITIES = {1: 200, 2: 100}
#: Weight of each heartbeat port; the first is preferred.
_HEARTBEATS = (100, 50)


class PairView(msgspec.Struct, frozen=True):
    """The cluster settings. `heartbeats` and `monitored` are quoted names, ready to print; `password` may be ""."""

    group: int
    name: str
    password: str
    heartbeats: str
    priority: int
    monitored: str
    origin: str


def pair_views(part: FirewallPart) -> tuple[PairView, ...]:
    """One element on a member of a pair, none on a firewall that stands alone."""
    pair = part.pair
    if pair is None:
        return ()
    watched = [item for item in part.interfaces if item.kind in ("wan", "lag", "lan")]
    return (
        PairView(
            group=pair.number % _GROUPS + 1,
            name=pair.hostnames[0].removesuffix("1"),
            password=placeholder(pair.secret) if pair.secret else "",
            heartbeats=" ".join(
                f'"{port}" {weight}' for port, weight in zip(pair.heartbeat, _HEARTBEATS, strict=True)
            ),
            priority=_PRIORITIES[pair.member],
            monitored=" ".join(f'"{interface_name(item.name)}"' for item in watched),
            origin=pair.origin,
        ),
    )
