"""Decided routing over the overlay: who speaks BGP with whom, and what each may say.

Both sides of a session are derived from the two site numbers alone, so a new school moves nobody's.
"""

from __future__ import annotations

import msgspec

from netgen.values import Prefix


class BfdPlan(msgspec.Struct, frozen=True, gc=False):
    """BFD in every tunnel (RFC 5880, RFC 5881): milliseconds between packets, lost packets until it is dead."""

    interval_ms: int
    multiplier: int


class PeerPlan(msgspec.Struct, frozen=True, gc=False):
    """One eBGP session through one tunnel, between the tunnel's own two addresses.

    `accept` are the only prefixes taken from the peer, each exactly as long as it stands here; `preference` is the
    local preference they get (RFC 4271, 5.1.5; higher wins).
    """

    tunnel: str
    site: str
    local_address: str
    address: str
    remote_as: int
    accept: tuple[Prefix, ...]
    preference: int
    origin: str


class BgpPlan(msgspec.Struct, frozen=True, gc=False):
    """BGP of one site's firewall (RFC 4271, RFC 6793). `announce` is all that any peer hears of this site.

    `most_prefixes`: a peer that sends more is cut off. Times in seconds. Peers are sorted by tunnel.
    """

    local_as: int
    router_id: str
    announce: tuple[Prefix, ...]
    peers: tuple[PeerPlan, ...]
    keepalive_s: int
    hold_s: int
    most_prefixes: int
    origin: str
    #: None where the session's own timers notice a dead tunnel.
    bfd: BfdPlan | None = None
