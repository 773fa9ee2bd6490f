"""BGP as an SRX wants it: a policy for each neighbour, one for what is announced, one group."""

from __future__ import annotations

import msgspec

from netgen.device import Bgp, BgpPeer, FirewallPart, Tunnel
from netgen.platforms.juniper_junos.names import object_name, quoted


class NeighbourView(msgspec.Struct, frozen=True):
    """A neighbour and the policy of its name: `accept` are prefixes that are matched exactly."""

    address: str
    description: str
    policy: str
    accept: tuple[str, ...]
    preference: int
    remote_as: int
    origin: str


class BgpView(msgspec.Struct, frozen=True):
    """BGP of the box; `interval_ms` is 0 without BFD. Junos sends a keepalive three times in the hold time."""

    local_as: int
    router_id: str
    announce: tuple[str, ...]
    neighbours: tuple[NeighbourView, ...]
    hold_s: int
    most_prefixes: int
    interval_ms: int
    multiplier: int
    origin: str


class SourceView(msgspec.Struct, frozen=True):
    """A filter on a tunnel's unit: what may come out of it by its source. All else is dropped and counted.

    `refused`: of all else only that, where the internet lies behind the tunnel too.
    """

    name: str
    sources: tuple[str, ...]
    origin: str
    refused: tuple[str, ...] = ()


def bgp_views(part: FirewallPart) -> tuple[BgpView, ...]:
    """One element on a box that speaks BGP, else none."""
    bgp = part.bgp
    if bgp is None:
        return ()
    return (
        BgpView(
            local_as=bgp.local_as,
            router_id=bgp.router_id,
            announce=tuple(str(prefix) for prefix in bgp.announce),
            neighbours=_neighbours(bgp),
            hold_s=bgp.hold_s,
            most_prefixes=bgp.most_prefixes,
            interval_ms=bgp.bfd.interval_ms if bgp.bfd else 0,
            multiplier=bgp.bfd.multiplier if bgp.bfd else 0,
            origin=bgp.origin,
        ),
    )


def _neighbours(bgp: Bgp) -> tuple[NeighbourView, ...]:
    def view(peer: BgpPeer) -> NeighbourView:
        return NeighbourView(
            address=peer.address,
            description=quoted(f"{peer.title} {peer.tunnel}"),
            policy=object_name(f"bgp-{peer.tunnel}"),
            accept=tuple(str(prefix) for prefix in peer.accept),
            preference=peer.preference,
            remote_as=peer.remote_as,
            origin=peer.origin,
        )

    return tuple(view(peer) for peer in sorted(bgp.peers, key=lambda peer: peer.tunnel))


def source_views(part: FirewallPart) -> tuple[SourceView, ...]:
    """A filter for each tunnel whose selectors do not say what may come out of it."""
    return tuple(
        SourceView(
            source_filter(tunnel),
            (str(tunnel.remote_prefix), f"{tunnel.peer_address}/32"),
            tunnel.origin,
            tuple(map(str, part.breakout.inside)) if part.breakout and tunnel.internet == "there" else (),
        )
        for tunnel in sorted(part.tunnels, key=lambda tunnel: tunnel.name)
        if tunnel.routing == "bgp"
    )


def source_filter(tunnel: Tunnel) -> str:
    """The filter of a tunnel whose routes come by BGP, "" for others."""
    return object_name(f"from-{tunnel.name}") if tunnel.routing == "bgp" else ""
