"""A school without internet on the day its first circuit fails, though it has a second one.

What it catches: (a warning) `breakout: hub` at a site with a backup circuit, where tunnels use the primary alone.
Why it matters in a school: the backup comes up, no tunnel uses it, and nothing may leave by it either.
Example: `breakout: hub` and `vpn: {over: primary}`
How to fix: write `over: every-circuit` in `vpn` of trust.yaml, or `breakout: hub-or-local`.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_breakouts_by_one_circuit(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding."""
    if (
        site.site.breakout == "hub"
        and len(site.site.circuits) > 1
        and site.of_trust.trust.vpn.over == "primary"
    ):
        message = f"`{site.name}` has no internet while its first circuit is down: no tunnel uses the backup"
        advice = "write over: every-circuit in vpn of trust.yaml, or breakout: hub-or-local"
        yield Finding(object_path(site.path, "breakout"), message, advice, warning=True)
