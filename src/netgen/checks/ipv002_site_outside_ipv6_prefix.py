"""A site number without IPv6 addresses.

What it catches: a site whose number is higher than the trust's IPv6 prefix has /56 blocks for.
Why it matters in a school: its addresses would be those of another network.
Example: site number 300 with a /48, which has 256 blocks
How to fix: write a shorter prefix, which leaves the lower numbers where they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.ipv001_not_a_local_prefix import PATH
from netgen.checks.trust_facts import TrustFacts
from netgen.intent.ipv6_addresses import SITE_LENGTH
from netgen.values import object_path


def find_sites_outside_ipv6_prefix(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each site."""
    plan = trust.trust.addressing.ipv6
    if plan is None or plan.ula.version != 6 or plan.ula.length > SITE_LENGTH:
        return
    blocks = 1 << (SITE_LENGTH - plan.ula.length)
    for site in trust.sites:
        if site.number >= blocks:
            message = f"site number {site.number} has no IPv6 block: {plan.ula} ends at {blocks - 1}"
            yield Finding(
                object_path("sites", site.name, "number"), message, "write a shorter ula", also=(PATH,)
            )
