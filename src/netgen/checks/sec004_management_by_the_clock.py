"""Management that ends when school is out.

What it catches: `when` on a rule to or from the zone in which devices are managed.
Why it matters in a school: at night no box could ask RADIUS who logs in, send its logs, or confirm a push.
Example: `{from: it-admin, to: [management], allow: [ssh], when: school-day, ...}`
How to fix: leave `when` out of rules of the management zone.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.intent.resolution import pairs_of
from netgen.values import object_path


def find_management_by_the_clock(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each rule."""
    managed = {item.zone for item in trust.standard.segments.values() if item.management}
    for index, rule in enumerate(trust.standard.policy):
        zones = managed & {zone for pair in pairs_of(trust.standard, rule) for zone in pair}
        if rule.when and zones:
            message = f"zone `{min(zones)}`, where devices are managed, is reached only at `{rule.when}`"
            path = object_path("standard", "policy", index, "when")
            yield Finding(path, message, "make a rule of its own without when")
