"""Decide the IPsec tunnels of one site: from every site to every hub, over one circuit or over each.

Between two hubs the later one in `trust.hubs` is the spoke. Overlay addresses follow the site's
number and the circuit's place, so a new school moves nobody's.

Reads: Trust, TrustPlan slice, circuits. Writes: TunnelPlans.
"""

from __future__ import annotations

from netgen.blueprint import CircuitPlan, SiteAddresses, TrustPlan, TunnelPlan
from netgen.intent import Intent
from netgen.values import object_path

#: Each hub owns a quarter of the overlay prefix, and each of a site's circuits a quarter of that.
_HUB_BITS = 2
_CIRCUIT_BITS = 2


def plan_tunnels(
    intent: Intent, trust: TrustPlan, name: str, circuits: tuple[CircuitPlan, ...]
) -> tuple[TunnelPlan, ...]:
    """The site's tunnels by name: to each hub, and at a hub one from each site."""
    sites = {item.site: item for item in trust.sites}
    here = sites[name]
    found = [
        _tunnel(intent, trust, here, sites[hub], circuits, place, is_spoke=True)
        for hub in trust.hubs
        if _is_spoke(trust, name, hub)
        for place in _places(trust, here)
    ]
    if here.is_hub:
        found += [
            _tunnel(intent, trust, here, other, circuits, place, is_spoke=False)
            for other in trust.sites
            if other.site != name and _is_spoke(trust, other.site, name)
            for place in _places(trust, other)
        ]
    found += _partner_tunnels(intent, trust, here, circuits)
    return tuple(sorted(found, key=lambda tunnel: tunnel.name))


def _partner_tunnels(
    intent: Intent, trust: TrustPlan, here: SiteAddresses, circuits: tuple[CircuitPlan, ...]
) -> list[TunnelPlan]:
    """From a hub to networks that are no sites. Their addresses come from the end of the hub's part of the overlay."""
    if not here.is_hub:
        return []
    index = trust.hubs.index(here.site)
    overlay = trust.overlay.slot(index, trust.overlay.length + _HUB_BITS)
    return [
        TunnelPlan(
            name=f"p-{name}",
            role="partner",
            peer_site=name,
            circuit=circuits[0].name,
            remote=partner.address,
            local_id=circuits[0].ip,
            peer_id=partner.address,
            psk=partner.psk,
            encryption=trust.vpn_encryption,
            prf=trust.vpn_prf,
            dh_group=trust.vpn_dh_group,
            local_address=overlay.address(overlay.size - 2 * partner.number - 2),
            peer_address=overlay.address(overlay.size - 2 * partner.number - 1),
            local_prefix=trust.supernet,
            remote_prefix=partner.prefix,
            distance=10,
            origin=object_path("sites", here.site, "partners", name),
            zone=partner.zone,
        )
        for name, partner in sorted(intent.sites[here.site].partners.items())
    ]


def router_id_of(trust: TrustPlan, site: SiteAddresses) -> str:
    """An address of the overlay that is this site's alone: its end of the first tunnel to the first hub.

    The first hub has no tunnel to itself, so what would be its end there is its own too.
    """
    return trust.overlay.slot(0, trust.overlay.length + _HUB_BITS).address(2 * site.number + 3)


def _is_spoke(trust: TrustPlan, site: str, hub: str) -> bool:
    """True if `site` opens the tunnel towards `hub`."""
    if site == hub:
        return False
    return site not in trust.hubs or trust.hubs.index(site) > trust.hubs.index(hub)


def _places(trust: TrustPlan, spoke: SiteAddresses) -> range:
    """The places, by preference, of the spoke's circuits that carry a tunnel."""
    if trust.vpn_over == "primary":
        return range(1)
    return range(min(len(spoke.circuits), 1 << _CIRCUIT_BITS))


def _tunnel(
    intent: Intent,
    trust: TrustPlan,
    here: SiteAddresses,
    peer: SiteAddresses,
    circuits: tuple[CircuitPlan, ...],
    place: int,
    *,
    is_spoke: bool,
) -> TunnelPlan:
    spoke, hub = (here, peer) if is_spoke else (peer, here)
    index = trust.hubs.index(hub.site)
    overlay = trust.overlay.slot(index, trust.overlay.length + _HUB_BITS)
    # A /31 of its own for each pair (RFC 3021): no two interfaces of a hub share an address.
    first = place * (overlay.size >> _CIRCUIT_BITS) + 2 * spoke.number + 2
    hub_address, spoke_address = overlay.address(first), overlay.address(first + 1)
    suffix = f"-{place + 1}" if place else ""
    own_id, far_id = (f"{here.code}{suffix}", peer.code) if is_spoke else (here.code, f"{peer.code}{suffix}")
    remote = peer.public if is_spoke or not place else peer.circuits[place][1]
    certificate = intent.trust.vpn.certificate
    return TunnelPlan(
        name=f"to-{peer.code}{suffix}",
        role="spoke" if is_spoke else "hub",
        peer_site=peer.site,
        circuit=circuits[place if is_spoke else 0].name,
        remote=remote,
        local_id=own_id,
        peer_id=far_id,
        psk="" if certificate else intent.trust.vpn.psk.replace("<site>", spoke.site),
        encryption=trust.vpn_encryption,
        prf=trust.vpn_prf,
        dh_group=trust.vpn_dh_group,
        local_address=spoke_address if is_spoke else hub_address,
        peer_address=hub_address if is_spoke else spoke_address,
        local_prefix=here.block,
        remote_prefix=peer.block,
        distance=10 * (index + 1) + place,
        origin=object_path("trust", "hubs", index) if is_spoke else object_path("sites", peer.site, "number"),
        certificate=certificate.name if certificate else "",
        ca=certificate.ca if certificate else "",
        routing="bgp" if here.routing == peer.routing == "bgp" else "static",
        internet="" if spoke.breakout == "local" else "there" if is_spoke else "here",
    )
