"""BGP of the one virtual router: peers, what each may say, what is redistributed and told."""

from __future__ import annotations

import msgspec

from netgen.device import Bgp, BgpPeer, FirewallPart
from netgen.platforms.paloalto_panos.names import InterfaceNames


class PeerView(msgspec.Struct, frozen=True):
    """A peer and the import rule of its name: `accept` are prefixes that are matched exactly."""

    name: str
    interface: str
    local_address: str
    address: str
    remote_as: int
    accept: tuple[str, ...]
    preference: int
    origin: str


class BgpView(msgspec.Struct, frozen=True):
    """BGP of the box; `interval_ms` is 0 without BFD. `announce` are static discard routes that become BGP's."""

    local_as: int
    router_id: str
    announce: tuple[str, ...]
    peers: tuple[PeerView, ...]
    keepalive_s: int
    hold_s: int
    most_prefixes: int
    interval_ms: int
    multiplier: int
    origin: str


def bgp_views(part: FirewallPart, names: InterfaceNames) -> tuple[BgpView, ...]:
    """One element on a box that speaks BGP, else none."""
    bgp = part.bgp
    if bgp is None:
        return ()
    return (
        BgpView(
            local_as=bgp.local_as,
            router_id=bgp.router_id,
            announce=tuple(str(prefix) for prefix in bgp.announce),
            peers=_peers(bgp, names),
            keepalive_s=bgp.keepalive_s,
            hold_s=bgp.hold_s,
            most_prefixes=bgp.most_prefixes,
            interval_ms=bgp.bfd.interval_ms if bgp.bfd else 0,
            multiplier=bgp.bfd.multiplier if bgp.bfd else 0,
            origin=bgp.origin,
        ),
    )


def _peers(bgp: Bgp, names: InterfaceNames) -> tuple[PeerView, ...]:
    def view(peer: BgpPeer) -> PeerView:
        return PeerView(
            name=peer.tunnel,
            interface=names[peer.tunnel],
            local_address=f"{peer.local_address}/31",
            address=peer.address,
            remote_as=peer.remote_as,
            accept=tuple(str(prefix) for prefix in peer.accept),
            preference=peer.preference,
            origin=peer.origin,
        )

    return tuple(view(peer) for peer in sorted(bgp.peers, key=lambda peer: peer.tunnel))
