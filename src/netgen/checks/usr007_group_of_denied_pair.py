"""A pair of zones that one rule denies aloud and another allows to a group.

What it catches: a rule with `allow: []` for a pair of zones that a rule with `groups` allows something for.
Why it matters in a school: whoever reads only the denial believes something that is not so.
Example: `from: guest, to: internal, allow: []` next to `from: guest, to: print, allow: [printing], groups: governors`
How to fix: remove one of the two, or name the zone under `except` of the denial.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_groups_of_denied_pairs(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each pair and group."""
    policy = trust.standard.policy
    for (source, target, group), rules in trust.group_pairs.items():
        denying = [index for index in trust.pairs.get((source, target), ()) if not policy[index].allow]
        if denying:
            yield Finding(
                object_path("standard", "policy", denying[0]),
                f"`{source}` to `{target}` is denied here and allowed to `{group}`",
                "remove one of the two, or add the zone to except",
                also=(object_path("standard", "policy", rules[0]),),
            )
