"""Two groups of people with one number.

What it catches: groups in standard/groups.yaml that share a number.
Why it matters in a school: the rules of firewalls are numbered by it, and two rules cannot have one number.
Example: `sixth-form: {number: 1, ...}` and `governors: {number: 1, ...}`
How to fix: give the newer group a number that is free.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_duplicate_group_numbers(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each group after the first."""
    first: dict[int, str] = {}
    for name, group in trust.standard.groups.items():
        other = first.setdefault(group.number, name)
        if other != name:
            yield Finding(
                object_path("standard", "groups", name, "number"),
                f"groups `{other}` and `{name}` have number {group.number}",
                "give the newer one a free number",
                also=(object_path("standard", "groups", other, "number"),),
            )
