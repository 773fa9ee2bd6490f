"""BGP as FortiOS wants it: a list and a map for each neighbour, one of each for what is announced."""

from __future__ import annotations

import msgspec

from netgen.device import Bgp, BgpPeer, FirewallPart
from netgen.platforms.fortinet_fortios import names
from netgen.values import Prefix

_OUT = "bgp-out"


class PrefixView(msgspec.Struct, frozen=True):
    """A prefix at its exact length; `number` is its row."""

    number: int
    network: str
    netmask: str


class ListView(msgspec.Struct, frozen=True):
    """A prefix list and the route map of the same name, which takes what is in it and nothing else.

    `preference` is the local preference that the map sets, 0 where it sets none.
    """

    name: str
    prefixes: tuple[PrefixView, ...]
    preference: int
    origin: str


class NeighbourView(msgspec.Struct, frozen=True):
    """A neighbour; `inward` is its route map."""

    address: str
    description: str
    remote_as: int
    inward: str
    outward: str
    most_prefixes: int
    has_bfd: bool
    origin: str


class BgpView(msgspec.Struct, frozen=True):
    """BGP of the box. Times in seconds."""

    local_as: int
    router_id: str
    keepalive_s: int
    hold_s: int
    lists: tuple[ListView, ...]
    neighbours: tuple[NeighbourView, ...]
    networks: tuple[PrefixView, ...]
    origin: str


def bgp_views(part: FirewallPart) -> tuple[BgpView, ...]:
    """One element on a box that speaks BGP, else none."""
    bgp = part.bgp
    if bgp is None:
        return ()
    peers = tuple(sorted(bgp.peers, key=lambda peer: peer.tunnel))
    inward = tuple(
        ListView(_map_name(peer), _prefixes(peer.accept), peer.preference, peer.origin) for peer in peers
    )
    return (
        BgpView(
            local_as=bgp.local_as,
            router_id=bgp.router_id,
            keepalive_s=bgp.keepalive_s,
            hold_s=bgp.hold_s,
            lists=(*inward, ListView(_OUT, _prefixes(bgp.announce), 0, bgp.origin)),
            neighbours=tuple(_neighbour(peer, bgp) for peer in peers),
            networks=_prefixes(bgp.announce),
            origin=bgp.origin,
        ),
    )


def _neighbour(peer: BgpPeer, bgp: Bgp) -> NeighbourView:
    return NeighbourView(
        address=peer.address,
        description=names.plain(f"{peer.title} {peer.tunnel}"),
        remote_as=peer.remote_as,
        inward=_map_name(peer),
        outward=_OUT,
        most_prefixes=bgp.most_prefixes,
        has_bfd=bgp.bfd is not None,
        origin=peer.origin,
    )


def _map_name(peer: BgpPeer) -> str:
    return f"bgp-{names.interface_name(peer.tunnel)}"


def _prefixes(prefixes: tuple[Prefix, ...]) -> tuple[PrefixView, ...]:
    return tuple(
        PrefixView(number, prefix.network, prefix.netmask) for number, prefix in enumerate(prefixes, start=1)
    )
