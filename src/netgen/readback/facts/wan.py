"""Which circuit packets take: pings that show whether one works, and rules before the routing table."""

from __future__ import annotations

import msgspec


class ObservedProbe(msgspec.Struct, frozen=True):
    """Pings through an interface that show whether it leads anywhere; kind: ping, or the vendor's word for others.

    `fail_after` lost pings in a row make a target fail, 0 for never; `recover_after` answers make it well again, 0
    where the text cannot say. `gives_up` are the prefixes whose routes by `gateway` go meanwhile.
    """

    name: str
    interface: str
    targets: tuple[str, ...]
    interval_ms: int
    fail_after: int
    recover_after: int
    line: int
    kind: str = "ping"
    gives_up: tuple[str, ...] = ()
    #: "" where the text leaves it to the route or the lease.
    gateway: str = ""
    #: One target that answers is enough.
    any_answer: bool = True
    #: So long after the first answer the routes come back, and so long nothing is sent between two series.
    hold_s: int = 0
    pause_s: int = 0
    #: The gateway of a route that takes the place of those given up.
    instead: str = ""
    #: Distance of another route by the same gateway that stays, 0 for none.
    stays: int = 0


class ObservedSteering(msgspec.Struct, frozen=True):
    """A rule that is asked before the routing table, in its place; the first match decides.

    It matches what comes from `sources`, goes to `destinations` (prefixes, 0.0.0.0/0 for any) and is one of `flows` (as
    in ObservedService, empty for any); with `applications` (the vendor's words) it is one of those in place of flows.
    `incoming` are the interfaces where it is asked, empty for all. `ways` are (interface, gateway) in the order in
    which they are taken, one of the two may be ""; no way at all means that the routing table decides and no later rule
    is asked. What finds no way goes on to later rules, and at the end to the table, unless it `ends_here`.
    strategy: ordered | fastest (whose pings are answered first) | spread (host by host), or the vendor's word for
    another. Bounds are -1 where there is none.
    """

    name: str
    sources: tuple[str, ...]
    destinations: tuple[str, ...]
    flows: tuple[tuple[str, int, int], ...]
    ways: tuple[tuple[str, str], ...]
    line: int
    applications: tuple[str, ...] = ()
    incoming: tuple[str, ...] = ()
    strategy: str = "ordered"
    latency_ms: int = -1
    jitter_ms: int = -1
    loss_percent: int = -1
    ends_here: bool = False
    #: The routing table of its own that holds the ways, "" for none.
    table: str = ""
    #: Where the rule has a watch of its own: targets that are pinged, how often, and how many lost ones decide.
    watches: tuple[str, ...] = ()
    interval_ms: int = 0
    fail_after: int = 0
