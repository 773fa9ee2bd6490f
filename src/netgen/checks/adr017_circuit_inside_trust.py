"""A circuit's subnet that overlaps addresses of the trust.

What it catches: a static circuit whose subnet overlaps the block of a site or the overlay.
Why it matters in a school: the firewall would send traffic for that school to the carrier.
Example: `ip: 10.0.3.2/24` on a circuit, while site number 0 owns 10.0.0.0/18
How to fix: ask the carrier for another subnet, or have their router hand over a public address.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import SiteSummary, TrustFacts
from netgen.intent.circuits import network_of
from netgen.values import Prefix, object_path


def find_circuits_inside_trust(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each circuit."""
    plan = trust.trust.addressing
    by_number = {site.number: site for site in trust.sites}
    for site in trust.sites:
        for key, ip in site.circuits:
            subnet = network_of(ip)
            if subnet is None:
                continue
            hit = _owner(subnet, plan.supernet, plan.site_length, by_number)
            owner = f"site `{hit.name}`" if hit else "the overlay" if subnet.overlaps(plan.overlay) else ""
            if owner:
                message = f"circuit `{key}` of site `{site.name}` is in {subnet}, addresses of {owner}"
                path = object_path("sites", site.name, "circuits", key, "ip")
                yield Finding(path, message, "ask the carrier for a subnet outside of the trust's addresses")


def _owner(
    subnet: Prefix, supernet: Prefix, length: int, by_number: dict[int, SiteSummary]
) -> SiteSummary | None:
    """The first site whose block the subnet touches, by arithmetic: a trust may have a thousand."""
    if not subnet.overlaps(supernet):
        return None
    bits = 32 - length
    first = max(0, (subnet.first - supernet.first) >> bits)
    last = (subnet.last - supernet.first) >> bits
    if last - first < len(by_number):
        return next((by_number[number] for number in range(first, last + 1) if number in by_number), None)
    return next((site for site in by_number.values() if first <= site.number <= last), None)
