"""A rule that changes nothing.

What it catches: a rule from the internet, a rule that names no pair of two different zones, and an `except`
    where neither `from` nor `to` says internal.
Why it matters in a school: somebody believes in a permission or a protection that does not exist.
Example: `- {from: staff, to: staff, allow: [any], why: Staff talk}`
How to fix: remove the rule; hosts inside a zone may talk unless it isolates, and nothing is published
    inwards.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.intent.resolution import INTERNAL, pairs_of
from netgen.values import object_path


def find_rules_without_effect(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding for each rule."""
    for index, rule in enumerate(trust.standard.policy):
        path = object_path("standard", "policy", index)
        outside = sorted(trust.internet & set(rule.from_))
        if outside and rule.allow:
            message = f"nothing can be allowed from zone `{outside[0]}` inwards"
            yield Finding(f"{path}/from", message, "remove the zone from this rule")
        elif not pairs_of(trust.standard, rule):
            yield Finding(
                path, "the rule names no pair of two different zones", "remove it, or correct from and to"
            )
        elif rule.except_ and INTERNAL not in (*rule.from_, *rule.to):
            advice = f"remove it, or write {INTERNAL} in from or to"
            yield Finding(f"{path}/except", f"except has no effect without {INTERNAL}", advice)
