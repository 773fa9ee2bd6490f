"""A school that its hub could not route to.

What it catches: with `vpn.routing: bgp`, a circuit with a tunnel and without a fixed address, at a site whose firewall
    is of another make than the hub's, where the hub's make learns the far end of such a tunnel from its own kind alone.
Why it matters in a school: the tunnel comes up and no packet finds its way back: no names, no logins, no telephones.
Example: a school with an SRX on FTTP by DHCP, and a FortiGate at the hub
How to fix: order a fixed address, use a firewall of the hub's make, or list the school in `vpn.static_sites`.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.intent.resolution import by_preference
from netgen.values import object_path

_FEATURE = "bgp-unknown-peer"


def find_unreachable_neighbours(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each circuit, naming the first hub."""
    trust = site.of_trust
    vpn = trust.trust.vpn
    if vpn.routing != "bgp" or site.name in vpn.static_sites or site.firewall is None:
        return
    hubs = [
        (hub, hardware.platform)
        for hub in _hubs_called(site)
        if hub in trust.intent.sites
        and (hardware := trust.catalogue.get(trust.intent.sites[hub].firewall.model)) is not None
    ]
    own = site.firewall.platform
    wrong = [
        (hub, platform)
        for hub, platform in hubs
        if platform != own and _FEATURE in trust.cannot.get(platform, {})
    ]
    carrying = by_preference(site.site)[: 1 if vpn.over == "primary" else None]
    for name, circuit in carrying:
        if wrong and circuit.address != "static":
            hub, platform = wrong[0]
            message = f"hub `{hub}` ({platform}) cannot route back over `{name}`, whose address changes"
            advice = "order a fixed address, or list the site in vpn.static_sites"
            yield Finding(object_path(site.path, "circuits", name), message, advice, at_key=True)


def _hubs_called(site: SiteFacts) -> tuple[str, ...]:
    """The hubs that the site opens tunnels to: those before it where it is one."""
    vpn, hubs = site.of_trust.trust.vpn, site.of_trust.trust.hubs
    before = hubs[: hubs.index(site.name)] if site.is_hub else hubs
    return tuple(hub for hub in before if hub not in vpn.static_sites)
