"""People of a group who reach the internet without a web filter.

What it catches: rules with `groups` towards the internet, of a zone of users, none of which names a filter.
Why it matters in a school: KCSIE and the DfE filtering standard require filtering for every user, whoever they are.
Example: `- {from: staff, to: internet, allow: [web], groups: leaders, why: Leadership}`
How to fix: add `filter:` with a filter's name or by-phase to the rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_unfiltered_groups(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each zone and group, at the first rule."""
    policy = trust.standard.policy
    for (source, target, group), rules in trust.group_pairs.items():
        if target in trust.internet and not any(policy[index].filter for index in rules):
            message = f"`{group}` in zone `{source}` reach the internet without a filter"
            yield Finding(object_path("standard", "policy", rules[0]), message, "add a filter to this rule")
