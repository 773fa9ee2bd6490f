"""A site whose number has no block in the trust's address space.

What it catches: a site number beyond the supernet, or a site length that is shorter than the supernet's.
Why it matters in a school: the school would have no addresses at all.
Example: `number: 1200` with `supernet: 10.0.0.0/8` and `site_length: 18` (numbers 0 to 1023)
How to fix: choose a smaller number; for a growing trust, a larger supernet.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_sites_outside_supernet(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each site, or one for the site length."""
    plan = trust.trust.addressing
    if plan.site_length < plan.supernet.length:
        message = f"a site's /{plan.site_length} is larger than the supernet {plan.supernet}"
        yield Finding("trust/addressing/site_length", message, "choose a longer site_length")
        return
    last = (1 << (plan.site_length - plan.supernet.length)) - 1
    for site in trust.sites:
        if site.block is None:
            message = (
                f"site `{site.name}` has number {site.number}, but {plan.supernet} ends with number {last}"
            )
            path = object_path("sites", site.name, "number")
            yield Finding(path, message, f"choose an unused number from 0 to {last}")
