"""A filter on a rule that does not lead to the internet, or that allows nothing.

What it catches: `filter:` on a rule whose `to` is not the internet zone alone, or with `allow: []`.
Why it matters in a school: somebody believes that this traffic is filtered, and it is not.
Example: `- {from: student, to: servers, allow: [https], filter: primary, why: Learning platform}`
How to fix: remove the filter, or split the rule in two.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_filters_without_effect(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each rule."""
    for index, rule in enumerate(trust.standard.policy):
        inside = [zone for zone in rule.to if zone not in trust.internet]
        if rule.filter and (inside or not rule.allow):
            reason = (
                f"traffic to `{inside[0]}` is never filtered"
                if inside
                else "the rule allows nothing to filter"
            )
            path = object_path("standard", "policy", index, "filter")
            yield Finding(
                path, f"filter `{rule.filter}` has no effect: {reason}", "remove it, or split the rule"
            )
