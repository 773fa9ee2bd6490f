"""Two filters for the same users.

What it catches: two rules for one pair of zones that name different filters.
Why it matters in a school: only one can hold, and it may be the weaker one.
Example: student to internet with `filter: secondary` in one rule and `filter: staff` in another
How to fix: keep one filter for the pair.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_conflicting_filters(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each pair."""
    policy = trust.standard.policy
    for pair in trust.pairs:
        rules = [index for index in trust.allowing(pair) if policy[index].filter]
        other = next((index for index in rules if policy[index].filter != policy[rules[0]].filter), None)
        if other is not None:
            names = f"`{policy[rules[0]].filter}` and `{policy[other].filter}`"
            message = f"`{pair[0]}` to `{pair[1]}` has two filters, {names}"
            also = (object_path("standard", "policy", rules[0], "filter"),)
            yield Finding(
                object_path("standard", "policy", other, "filter"), message, "keep one of the two", also=also
            )
