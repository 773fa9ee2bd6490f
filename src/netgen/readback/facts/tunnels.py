"""Encrypted ways between boxes, and for people from elsewhere."""

from __future__ import annotations

import msgspec


class ObservedTunnel(msgspec.Struct, frozen=True):
    """An IPsec tunnel: phase 1 and phase 2 together. `psk` is the raw word in the text.

    `dpd_idle`: a dead peer is noticed without traffic too. `adds_routes`: IKE adds routes to what the peer
    has behind it. `initiates`: the tunnel comes up by itself.
    """

    name: str
    interface: str
    ike_version: int
    remote: str
    dynamic: bool
    local_id: str
    peer_id: str
    psk: str
    phase1: tuple[str, ...]
    phase2: tuple[str, ...]
    dh_groups: tuple[str, ...]
    pfs_groups: tuple[str, ...]
    local_prefix: str
    remote_prefix: str
    dpd: bool
    line: int
    dpd_idle: bool = False
    adds_routes: bool = False
    initiates: bool = False
    #: It never opens itself, also not for traffic.
    answers_only: bool = False
    #: Of the routes that IKE adds; 0 where the text cannot say.
    distance: int = 0
    #: The box shows this certificate of its own, and believes certificates of this authority; "" without.
    certificate: str = ""
    ca: str = ""
    #: A certificate is believed for the peer's own identity alone.
    checks_identity: bool = False
    #: The ends tell each other their addresses in the tunnel, so that a peer of unknown address has a route.
    tells_address: bool = False


class ObservedRemote(msgspec.Struct, frozen=True):
    """A door for people from elsewhere: how they prove who they are, and what their computers are given.

    kind: ikev2 | ikev1 | globalprotect | portal (one that leads to no gateway of this box). They come in on
    `interface` after connecting to `address` of the port `wan` ("" for any address of the port), where the box
    shows `certificate` and calls itself `name_shown`. `servers` are asked in order and let `groups` in, () for
    everybody they know; `others` says who else comes in, in words. `pools` are `first-last`, `routes` what goes through
    the tunnel, and `past` what of these goes past it all the same.
    """

    name: str
    kind: str
    interface: str
    wan: str
    line: int
    address: str = ""
    name_shown: str = ""
    certificate: str = ""
    #: Everybody who knows one key passes as a computer of the trust; the key itself is never kept.
    shared_key: bool = False
    #: What tells computers of this door from those of others on the same port; 0 without.
    number: int = 0
    servers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    #: So long a server may take to answer, and with it a person with the second factor.
    answer_s: int = 0
    pools: tuple[str, ...] = ()
    dns: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    routes: tuple[str, ...] = ("0.0.0.0/0",)
    past: tuple[str, ...] = ()
    #: The network at home stays in reach while everything else goes through the tunnel.
    reaches_home: bool = False
    #: Words of the vendor for the first handshake (of TLS the oldest version) and for packets.
    phase1: tuple[str, ...] = ()
    phase2: tuple[str, ...] = ()
    dh_groups: tuple[str, ...] = ()
    pfs_groups: tuple[str, ...] = ()
    #: A silent session ends after so long, and people log in again after so long; 0 for never.
    idle_s: int = 0
    session_s: int = 0
    #: A computer that is gone is noticed, and packets for it find their way to the tunnel.
    dpd: bool = True
    routed: bool = True
