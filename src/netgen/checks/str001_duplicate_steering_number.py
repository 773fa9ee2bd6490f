"""Two classes of steering with one number.

What it catches: classes in standard/steering.yaml that share a number.
Why it matters in a school: numbers say which class is asked first; with one number for two, nobody has decided.
Example: `voice: {number: 10, ...}` and `exams: {number: 10, ...}`
How to fix: give each class a number of its own; leave gaps for classes to come.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_duplicate_steering_numbers(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each class after the first of a number."""
    first: dict[int, str] = {}
    for name, item in trust.standard.steering.items():
        other = first.setdefault(item.number, name)
        if other != name:
            message = f"classes `{other}` and `{name}` have one number, {item.number}"
            path = object_path("standard", "steering", name, "number")
            also = (object_path("standard", "steering", other, "number"),)
            yield Finding(path, message, "give each class a number of its own", also=also)
