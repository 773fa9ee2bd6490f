"""Decide who speaks BGP over the tunnels of one site, what is said and what is believed.

Each session is eBGP between the two addresses of one tunnel. A site announces its own block and nothing else, and
believes of a peer the peer's own block and nothing else: no default route, no block of a third site, so no site is a
way between two others and nothing can loop. Of several ways to one site the nearer tunnel wins at both ends, since
both take their preference from the same distance.

AS numbers follow the site numbers and never move. The router id is the site's overlay address at the first hub, which
nobody else has; the first hub's own would-be address is free for the hub itself.

Reads: the site's slice of the TrustPlan, TunnelPlans. Writes: BgpPlan.
"""

from __future__ import annotations

from netgen.blueprint import BgpPlan, PeerPlan, SiteAddresses, TrustPlan, TunnelPlan
from netgen.compiler.tunnels import router_id_of

#: Local preference of a tunnel with distance 0; the default of RFC 4271 implementations is 100.
_PREFERENCE = 1000
_KEEPALIVE_S, _HOLD_S = 10, 30
#: A peer sends one prefix; the rest is room for growth, and more than that is a leak.
_MOST_PREFIXES = 16


def plan_bgp(trust: TrustPlan, name: str, tunnels: tuple[TunnelPlan, ...]) -> BgpPlan | None:
    """The sessions of a site, None with static routes or without a tunnel to another site."""
    sites = {item.site: item for item in trust.sites}
    peers = tuple(_peer(trust, sites, tunnel) for tunnel in tunnels if tunnel.routing == "bgp")
    if not peers:
        return None
    here = sites[name]
    return BgpPlan(
        local_as=as_number(trust, here),
        router_id=router_id_of(trust, here),
        announce=(here.block,),
        peers=tuple(sorted(peers, key=lambda peer: peer.tunnel)),
        keepalive_s=_KEEPALIVE_S,
        hold_s=_HOLD_S,
        most_prefixes=_MOST_PREFIXES,
        origin="trust/vpn/routing",
        bfd=trust.bfd,
    )


def as_number(trust: TrustPlan, site: SiteAddresses) -> int:
    """The site's AS number (RFC 6793: four bytes)."""
    return trust.vpn_first_as + site.number


def _peer(trust: TrustPlan, sites: dict[str, SiteAddresses], tunnel: TunnelPlan) -> PeerPlan:
    far = sites[tunnel.peer_site]
    return PeerPlan(
        tunnel=tunnel.name,
        site=tunnel.peer_site,
        local_address=tunnel.local_address,
        address=tunnel.peer_address,
        remote_as=as_number(trust, far),
        accept=(far.block,),
        preference=_PREFERENCE - tunnel.distance,
        origin=tunnel.origin,
    )
