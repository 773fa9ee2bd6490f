"""A pair of zones that one rule denies aloud and another allows.

What it catches: a rule with `allow: []` for a pair of zones that another rule allows something for.
Why it matters in a school: whoever reads only the denial believes something that is not so.
Example: `from: guest, to: internal, allow: []` next to `from: guest, to: print, allow: [printing]`
How to fix: remove one of the two, or name the zone under `except` of the denial.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_contradictions(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each pair."""
    for pair, rules in trust.pairs.items():
        allowing = trust.allowing(pair)
        denying = [index for index in rules if index not in allowing]
        if allowing and denying:
            message = f"`{pair[0]}` to `{pair[1]}` is denied here and allowed by another rule"
            also = tuple(object_path("standard", "policy", index) for index in allowing[:3])
            advice = "remove one of the two, or add the zone to except"
            yield Finding(object_path("standard", "policy", denying[0]), message, advice, also=also)
