"""One pair of zones at two times.

What it catches: rules for one pair of zones of which one is bound to a schedule and another to none or another one.
Why it matters in a school: all rules of a pair become one rule of the firewall, so the times would mix.
Example: student to internet with `when: school-day` in one rule and without it in another
How to fix: give all rules of the pair the same `when`.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_conflicting_schedules(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each pair."""
    policy = trust.standard.policy
    for pair in trust.pairs:
        rules = trust.allowing(pair)
        other = next((index for index in rules if policy[index].when != policy[rules[0]].when), None)
        if other is not None:
            words = " and ".join(f"`{policy[index].when or 'always'}`" for index in (rules[0], other))
            message = f"`{pair[0]}` to `{pair[1]}` is allowed at two times, {words}"
            also = (object_path("standard", "policy", rules[0]),)
            yield Finding(
                object_path("standard", "policy", other), message, "give both rules the same when", also=also
            )
