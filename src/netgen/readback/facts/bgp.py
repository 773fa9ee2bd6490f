"""Routes that boxes tell each other: BGP neighbours, the rules for what they say, and how fast a silence is noticed."""

from __future__ import annotations

import msgspec


class ObservedBfd(msgspec.Struct, frozen=True):
    """BFD (RFC 5880): milliseconds between packets that it wants to send and that it takes, lost ones until dead."""

    send_ms: int
    receive_ms: int
    multiplier: int


class ObservedRouteRule(msgspec.Struct, frozen=True):
    """A rule for routes; the first that fits a route decides.

    `prefixes` are (prefix, shortest, longest length that fits), () for every route. `sources` are the kinds of route
    that it is about (static, connected, bgp, or the vendor's word), () for all. `preference` is the local preference
    that it gives, 0 for none. `changes` is what else it changes and `conditions` what else must hold, as words.
    """

    prefixes: tuple[tuple[str, int, int], ...]
    allow: bool
    line: int
    preference: int = 0
    sources: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


class ObservedBgpPeer(msgspec.Struct, frozen=True):
    """A BGP neighbour. `believes` are the rules for what it says, `tells` those for what it is told.

    Both lists end with what happens to all other routes, so that a text without rules has one here. `tells` is about
    routes that are in the box's BGP; see `ObservedBgp.origins`. AS numbers are 0 where the text says none.
    """

    address: str
    remote_as: int
    line: int
    believes: tuple[ObservedRouteRule, ...]
    tells: tuple[ObservedRouteRule, ...]
    #: "" where the route to the peer decides.
    local_address: str = ""
    enabled: bool = True
    #: It may be so many hops away.
    hops: int = 1
    #: It waits for the peer to open the session.
    passive: bool = False
    keepalive_s: int = 0
    hold_s: int = 0
    #: A peer that sends more prefixes is cut off; 0 where none is.
    most_prefixes: int = 0
    bfd: ObservedBfd | None = None


class ObservedBgp(msgspec.Struct, frozen=True):
    """BGP of one table (`vrf`). `origins` are the box's own routes that enter BGP, whatever each peer is told.

    `installs`: what it believes is used for traffic.
    """

    local_as: int
    router_id: str
    line: int
    peers: tuple[ObservedBgpPeer, ...] = ()
    origins: tuple[ObservedRouteRule, ...] = ()
    installs: bool = True
    vrf: str = ""
    #: Who may open a session, by the filter before the box itself; BFD is let in from the same places, where it runs.
    admits: tuple[str, ...] = ("0.0.0.0/0",)
