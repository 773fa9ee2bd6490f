"""Routing that a box learns: BGP over its tunnels."""

from __future__ import annotations

import msgspec

from netgen.values import Prefix


class Bfd(msgspec.Struct, frozen=True, gc=False):
    """BFD of every session, single hop (RFC 5881). `interval_ms` both ways; dead after `multiplier` lost packets."""

    interval_ms: int
    multiplier: int


class BgpPeer(msgspec.Struct, frozen=True, gc=False):
    """An eBGP neighbour one hop away, through the Tunnel named `tunnel`, between that tunnel's two addresses.

    `accept`: what is taken from it, exactly these prefixes at exactly these lengths, at local preference `preference`
    (higher wins); all else it sends is refused, a default route too.
    """

    tunnel: str
    title: str
    local_address: str
    address: str
    remote_as: int
    accept: tuple[Prefix, ...]
    preference: int
    origin: str


class Bgp(msgspec.Struct, frozen=True, gc=False):
    """BGP (RFC 4271) with four-byte AS numbers (RFC 6793); no address family but IPv4 unicast.

    `announce`: all that every peer is told; the Device has a discard route for each, which puts it into the routing
    table and keeps what no subnet takes from coming back. Nothing learnt is told on. A peer that sends more than
    `most_prefixes` is cut off. Times in seconds. There is no password: every session runs inside of its IPsec tunnel.
    """

    local_as: int
    router_id: str
    announce: tuple[Prefix, ...]
    peers: tuple[BgpPeer, ...]
    keepalive_s: int
    hold_s: int
    most_prefixes: int
    origin: str
    bfd: Bfd | None = None
