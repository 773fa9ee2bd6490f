"""A tunnel that is given up for a short pause.

What it catches: (a warning) `vpn.bfd` that counts a tunnel as dead in less than three seconds, where a tunnel runs
    over a mobile or satellite circuit.
Why it matters in a school: a mast that hands the modem over takes longer than that, so the school loses its tunnel
    several times a day although nothing is broken.
Example: `bfd: {interval_ms: 300}` and a school with a tunnel over 5G
How to fix: leave the numbers out; one second and three lost packets suit every circuit.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.intent.resolution import by_preference
from netgen.values import object_path

_LEAST_MS = 3000
_RADIO = frozenset({"4g", "5g", "satellite"})


def find_hasty_bfd(site: SiteFacts) -> Iterator[Finding]:
    """At most one warning for each site, at its first such circuit."""
    vpn = site.of_trust.trust.vpn
    if vpn.routing != "bgp" or vpn.bfd is None or site.name in vpn.static_sites:
        return
    patience = vpn.bfd.interval_ms * vpn.bfd.multiplier
    carrying = by_preference(site.site)[: 1 if vpn.over == "primary" else None]
    radio = [(name, circuit) for name, circuit in carrying if circuit.access in _RADIO]
    if patience < _LEAST_MS and radio:
        name, circuit = radio[0]
        message = f"BFD gives up the tunnel over `{name}` ({circuit.access}) after {patience} ms"
        path = object_path(site.path, "circuits", name)
        yield Finding(
            path, message, "let interval_ms x multiplier be 3000 or more", warning=True, at_key=True
        )
