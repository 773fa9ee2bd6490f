"""A schedule that is never on.

What it catches: a start that is not before the end, and a day that is named twice.
Why it matters in a school: the rule or SSID that follows it would never work, or at night alone.
Example: `{days: [mon], start: "18:00", end: "08:00"}`
How to fix: write the start before the end; for a night, write two schedules.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_schedules_that_never_open(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each schedule."""
    for name, item in trust.standard.schedules.items():
        path = object_path("standard", "schedules", name)
        if item.start >= item.end:
            message = f"schedule `{name}` never opens: it ends at {item.end} and starts at {item.start}"
            yield Finding(f"{path}/start", message, "write a start before the end")
        elif len(set(item.days)) < len(item.days):
            yield Finding(f"{path}/days", f"schedule `{name}` names a day twice", "write each day once")
