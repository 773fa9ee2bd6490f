"""Two filters, or two times, for the same people.

What it catches: two rules for one pair of zones and one group that name different filters or schedules.
Why it matters in a school: all rules of a pair and a group become one rule of the firewall, so only one could hold.
Example: student to internet for `sixth-form` with `filter: sixth-form` in one rule and `filter: staff` in another
How to fix: keep one filter and one schedule for the pair and the group.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_conflicting_group_rules(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding for each pair, group and field."""
    policy = trust.standard.policy
    for (source, target, group), rules in trust.group_pairs.items():
        filtered = [index for index in rules if policy[index].filter]
        other = next((i for i in filtered if policy[i].filter != policy[filtered[0]].filter), None)
        if other is not None:
            yield Finding(
                object_path("standard", "policy", other, "filter"),
                f"`{source}` to `{target}` has two filters for `{group}`",
                "keep one of the two",
                also=(object_path("standard", "policy", filtered[0], "filter"),),
            )
        other = next((i for i in rules if policy[i].when != policy[rules[0]].when), None)
        if other is not None:
            yield Finding(
                object_path("standard", "policy", other),
                f"`{source}` to `{target}` is allowed at two times for `{group}`",
                "give both rules the same when",
                also=(object_path("standard", "policy", rules[0]),),
            )
