"""Two circuits with one public address.

What it catches: the same `ip` at two circuits of the trust.
Why it matters in a school: both schools would claim one address at the carrier, and tunnels would find the
    wrong one.
Example: `ip: 192.0.2.2/29` in two site files
How to fix: copy the address from the carrier's letter for this school.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_shared_public_addresses(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each later circuit."""
    first: dict[str, tuple[str, str]] = {}
    for site in trust.sites:
        for key, ip in site.circuits:
            path = object_path("sites", site.name, "circuits", key, "ip")
            address = ip.partition("/")[0]
            other = first.setdefault(address, (path, site.name))
            if other[0] != path:
                message = f"address {address} of circuit `{key}` is already that of site `{other[1]}`"
                yield Finding(path, message, "correct one of the two", also=(other[0],))
