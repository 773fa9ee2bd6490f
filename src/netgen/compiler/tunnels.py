"""Decide the IPsec tunnels of one site: from every site to every hub, one each.

Between two hubs the later one in `trust.hubs` is the spoke. Overlay addresses follow the site's
number, so a new school moves nobody's.

Reads: Trust, TrustPlan slice, circuits. Writes: TunnelPlans.
"""

from __future__ import annotations

from netgen.blueprint import CircuitPlan, SiteAddresses, TrustPlan, TunnelPlan
from netgen.intent import Intent
from netgen.values import object_path

#: Each hub owns a quarter of the overlay prefix.
_HUB_BITS = 2


def plan_tunnels(
    intent: Intent, trust: TrustPlan, name: str, circuits: tuple[CircuitPlan, ...]
) -> tuple[TunnelPlan, ...]:
    """The site's tunnels by name: to each hub, and at a hub one from each site."""
    sites = {item.site: item for item in trust.sites}
    here = sites[name]
    found = [
        _tunnel(intent, trust, here, sites[hub], circuits, is_spoke=True)
        for hub in trust.hubs
        if _is_spoke(trust, name, hub)
    ]
    if here.is_hub:
        found += [
            _tunnel(intent, trust, here, other, circuits, is_spoke=False)
            for other in trust.sites
            if other.site != name and _is_spoke(trust, other.site, name)
        ]
    return tuple(sorted(found, key=lambda tunnel: tunnel.name))


def _is_spoke(trust: TrustPlan, site: str, hub: str) -> bool:
    """True if `site` opens the tunnel towards `hub`."""
    if site == hub:
        return False
    return site not in trust.hubs or trust.hubs.index(site) > trust.hubs.index(hub)


def _tunnel(
    intent: Intent,
    trust: TrustPlan,
    here: SiteAddresses,
    peer: SiteAddresses,
    circuits: tuple[CircuitPlan, ...],
    *,
    is_spoke: bool,
) -> TunnelPlan:
    spoke, hub = (here, peer) if is_spoke else (peer, here)
    index = trust.hubs.index(hub.site)
    overlay = trust.overlay.slot(index, trust.overlay.length + _HUB_BITS)
    # A /31 of its own for each pair (RFC 3021): no two interfaces of a hub share an address.
    hub_address, spoke_address = overlay.address(2 * spoke.number + 2), overlay.address(2 * spoke.number + 3)
    return TunnelPlan(
        name=f"to-{peer.code}",
        role="spoke" if is_spoke else "hub",
        peer_site=peer.site,
        circuit=circuits[0].name,
        remote=peer.public,
        local_id=here.code,
        peer_id=peer.code,
        psk=intent.trust.vpn.psk.replace("<site>", spoke.site),
        encryption=trust.vpn_encryption,
        prf=trust.vpn_prf,
        dh_group=trust.vpn_dh_group,
        local_address=spoke_address if is_spoke else hub_address,
        peer_address=hub_address if is_spoke else spoke_address,
        local_prefix=here.block,
        remote_prefix=peer.block,
        distance=10 * (index + 1),
        origin=object_path("trust", "hubs", index) if is_spoke else object_path("sites", peer.site, "number"),
    )
