"""What a switch does with frames: VLANs, ports, who is let on them, which traffic goes first, pairs of two."""

from __future__ import annotations

import msgspec


class ObservedVlan(msgspec.Struct, frozen=True):
    """A VLAN that the box defines."""

    id: int
    name: str
    line: int


class ObservedPort(msgspec.Struct, frozen=True):
    """A physical port or a LAG (`Port-channel1`).

    mode: access | trunk | routed | dynamic (negotiates). `untagged` is the access or native VLAN; `allowed` the tagged
    and untagged VLANs a trunk carries (all VLANs: `allows_all`). `lag` is the group number, 0 for
    none; `lag_active` is LACP active. `storm` is true with any storm control, `storm_limits` are its
    (kind, percent of the port's speed), percent -1 in another unit; `storm_rates` are (kind, number, unit) in units of
    pps or kbps. `negotiates`: the port speaks DTP.
    """

    name: str
    line: int
    description: str = ""
    mode: str = "access"
    untagged: int = 1
    allowed: tuple[int, ...] = ()
    allows_all: bool = False
    voice: int = 0
    shutdown: bool = False
    lag: int = 0
    lag_active: bool = False
    edge: bool = False
    bpdu_guard: bool = False
    root_guard: bool = False
    isolated: bool = False
    poe_off: bool = False
    snooping_trusted: bool = False
    acl_in: str = ""
    acl_out: str = ""
    storm: bool = False
    dot1x: bool = False
    storm_limits: tuple[tuple[str, float], ...] = ()
    storm_rates: tuple[tuple[str, int, str], ...] = ()
    negotiates: bool = False
    #: MAC authentication bypass is tried, after 802.1X where both are on.
    mab: bool = False
    #: How many devices one socket admits: single | domain (one and a telephone) | many (each is authenticated) |
    #: host-mode-any (the first one opens the socket for all), "" without authentication.
    admits: str = ""
    #: VLANs of devices that RADIUS does not know, refuses, or cannot be asked about; 0 without.
    guest_vlan: int = 0
    failed_vlan: int = 0
    critical_vlan: int = 0
    #: While no server answers: own (the socket's own VLAN) | vlan (`critical_vlan`) | shut, "" without authentication.
    critical: str = ""
    #: RADIUS may choose the VLAN.
    dynamic_vlan: bool = False
    reauthenticate_s: int = 0
    source_guard: bool = False
    arp_trusted: bool = False
    ra_guard: bool = False
    #: VLANs in which what a router says here is dropped, where the text tells that by VLAN.
    ra_drops: tuple[int, ...] = ()
    #: Whose DSCP marks count: none | phone | dscp, "" where the text does not say.
    trust: str = ""
    #: low | high | critical; "" on a socket without power.
    poe_priority: str = ""
    #: Largest frame in bytes, 0 for the default.
    mtu: int = 0
    #: What the socket does about a loop behind it, beside BPDU guard.
    loop_guard: bool = False
    #: A LAG with legs to both halves of a pair: the number that both know it by; 0 for one of this box alone.
    shared: int = 0


class ObservedAccess(msgspec.Struct, frozen=True):
    """802.1X and MAB of a switch as a whole.

    `servers` are asked, in order; `coa` may change a session (RFC 5176), each with the raw word of its secret.
    `dead_s` is how long a silent server is left alone; `detects_dead` says that silence is noticed at all.
    `interim_s` is the time between accounting updates, 0 without accounting.
    """

    enabled: bool = False
    servers: tuple[str, ...] = ()
    coa: tuple[str, ...] = ()
    detects_dead: bool = False
    dead_s: int = 0
    accounts: bool = False
    interim_s: int = 0
    line: int = 0


class ObservedQosClass(msgspec.Struct, frozen=True):
    """A class of traffic: the code points (RFC 2474) in it, its share of a full port in percent, -1 if not said."""

    name: str
    dscp: tuple[int, ...]
    percent: int
    priority: bool
    line: int


class ObservedPair(msgspec.Struct, frozen=True):
    """The box is one half of a pair (MLAG, VSX): LAGs have legs to both, each is managed on its own.

    `name` and `system_mac` are what the pair is called, "" where a text has no such line; `member` is 1 or 2, 0
    where the halves settle it. `peer_link` is the LAG between them, by its name among the ports. `interface` is that
    by which they talk over it and `peer_address` the other's there, "" where a text says neither. The keepalive goes
    from `keepalive_own` ("": as the route says) to `keepalive_peer` in `keepalive_vrf`. split: what the second half
    shuts when the peer link is lost and the keepalive is not: lags (those of the pair) | ports | "" for nothing.
    """

    line: int
    name: str = ""
    system_mac: str = ""
    member: int = 0
    peer_link: str = ""
    interface: str = ""
    peer_address: str = ""
    keepalive_peer: str = ""
    keepalive_own: str = ""
    keepalive_vrf: str = ""
    split: str = ""


class ObservedAcl(msgspec.Struct, frozen=True):
    """A packet filter of a switch: its entries as text, in order."""

    name: str
    entries: tuple[str, ...]
    line: int
