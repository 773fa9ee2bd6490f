"""One tunnel key for all schools.

What it catches: a `vpn.psk` reference without `<site>`.
Why it matters in a school: a firewall stolen from one school would open the tunnels of all others.
Example: `psk: secret://env/NETGEN_PSK`
How to fix: write `<site>` where the site's name belongs.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts


def find_shared_tunnel_key(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding."""
    if "<site>" not in trust.trust.vpn.psk:
        yield Finding("trust/vpn/psk", "all sites share one tunnel key", "put <site> into the reference")
