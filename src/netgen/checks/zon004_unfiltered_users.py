"""People who reach the internet without a web filter.

What it catches: a zone with `users: true` that may reach the internet by rules none of which names a
    filter.
Why it matters in a school: KCSIE and the DfE filtering standard require filtering for every user, visitors
    included.
Example: `- {from: guest, to: internet, allow: [web], why: Visitors}`
How to fix: add `filter:` with a filter's name or by-phase to the rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_unfiltered_users(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each zone, at its first rule."""
    for name, zone in trust.standard.zones.items():
        for internet in sorted(trust.internet):
            rules = trust.allowing((name, internet))
            if zone.users and rules and not any(trust.standard.policy[index].filter for index in rules):
                message = f"users of zone `{name}` reach the internet without a filter"
                yield Finding(
                    object_path("standard", "policy", rules[0]), message, "add a filter to this rule"
                )
