"""Settings of BGP in a trust without BGP.

What it catches: `vpn.bfd`, `vpn.first_as` or `vpn.static_sites` while `vpn.routing` is static.
Why it matters in a school: somebody believes that a dead tunnel is noticed within seconds, and nothing looks.
Example: `bfd: {}` without `routing: bgp`
How to fix: write `routing: bgp`, or remove the setting.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

_FIELDS = ("bfd", "first_as", "static_sites")


def find_idle_routing_settings(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each setting that has no effect."""
    vpn = trust.trust.vpn
    if vpn.routing == "bgp":
        return
    for field in _FIELDS:
        if field in vpn.model_fields_set and getattr(vpn, field) not in (None, ()):
            message = f"`{field}` has no effect with static routes"
            yield Finding(
                object_path("trust", "vpn", field), message, "write routing: bgp, or remove it", at_key=True
            )
