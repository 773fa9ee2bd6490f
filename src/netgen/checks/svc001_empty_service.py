"""A service that allows nothing.

What it catches: a service with neither tcp nor udp ports nor icmp.
Why it matters in a school: firewalls read an empty service as nothing or as everything, each in its own
    way.
Example: `intercom: {why: Door intercom}`
How to fix: add its ports.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_empty_services(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each."""
    for name, service in trust.standard.services.items():
        if not (service.tcp or service.udp or service.icmp):
            path = object_path("standard", "services", name)
            yield Finding(
                path, f"service `{name}` has no port and no icmp", "add tcp, udp or icmp", at_key=True
            )
