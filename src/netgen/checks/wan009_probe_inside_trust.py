"""A probe that says nothing about the internet.

What it catches: `wan.probes` inside of the trust's addresses or in the subnet of a circuit.
Why it matters in a school: a tunnel or the carrier's own router answers, and a dead circuit looks alive.
Example: `probes: [10.0.8.10]`
How to fix: write addresses on the internet that answer pings.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.intent.circuits import network_of
from netgen.values import Prefix


def find_probes_inside_trust(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each probe."""
    plan = trust.trust.addressing
    for index, address in enumerate(trust.trust.wan.probes):
        own, path = Prefix.parse(f"{address}/32"), f"trust/wan/probes/{index}"
        if plan.supernet.contains(own) or plan.overlay.contains(own):
            message = f"probe {address} is inside of the trust, and not on the internet"
            yield Finding(path, message, "write an address on the internet that answers pings")
            continue
        for site in trust.sites:
            near = [key for key, ip in site.circuits if (network := network_of(ip)) and network.contains(own)]
            if near:
                message = f"probe {address} is in the subnet of circuit `{near[0]}` of site `{site.name}`"
                yield Finding(path, message, "write an address on the internet that answers pings")
                break
