"""Domains that no firewall is asked about.

What it catches: `dns_domains` of the trust's services while no segment has `firewall_serves: [dns]`.
Why it matters in a school: somebody believes that names of the domain lead to its controllers, and nothing
    forwards them.
Example: `dns_domains: {ad.school.example: [10.0.8.16]}` and segments that ask the trust's resolvers
How to fix: let segments ask the firewall, or remove the domains.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts


def find_idle_dns_domains(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding."""
    asked = any("dns" in segment.firewall_serves for segment in trust.standard.segments.values())
    if trust.trust.services.dns_domains and not asked:
        message = "no segment asks its firewall for names, so dns_domains has no effect"
        yield Finding(
            "trust/services/dns_domains", message, "write firewall_serves: [dns] on segments, or remove it"
        )
