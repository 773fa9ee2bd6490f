"""More sites than the hub's firewall has tunnels for.

What it catches: a hub whose firewall model ends fewer IPsec tunnels than the trust has other sites.
Why it matters in a school: the last schools to join would have no way to the trust's servers.
Example: a hub with a FortiGate-80F (200 tunnels) in a trust of 250 sites
How to fix: use a larger model at the hub.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import SiteSummary, TrustFacts
from netgen.values import object_path


def tunnels_of(trust: TrustFacts, site: SiteSummary) -> int:
    """How many tunnels a site opens to each hub."""
    return site.number_of_circuits if trust.trust.vpn.over == "every-circuit" else 1


def find_overloaded_hubs(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each hub."""
    for hub in trust.trust.hubs:
        site = trust.intent.sites.get(hub)
        hardware = trust.catalogue.get(site.firewall.model) if site else None
        most = hardware.throughput.max_tunnels if hardware and hardware.throughput else 0
        wanted = sum(tunnels_of(trust, site) for site in trust.sites if site.name != hub)
        if hardware and most and wanted > most:
            path = object_path("sites", hub, "firewall", "model")
            message = f"hub `{hub}` needs {wanted} tunnels, `{hardware.model}` has {most}"
            yield Finding(path, message, "use a larger model")
