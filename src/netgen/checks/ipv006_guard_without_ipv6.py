"""A guard that IPv6 walks around.

What it catches: `guard: true` and `ipv6: true` on one segment.
Why it matters in a school: guarded hosts may use no address but that of their lease; with IPv6 they make their own, and
    the guard would not see it.
Example: `staff: {guard: true, ipv6: true}`
How to fix: choose one of the two for the segment.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_guards_without_ipv6(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each segment."""
    for name, segment in trust.standard.segments.items():
        if segment.ipv6 and segment.guard:
            yield Finding(
                object_path("standard", "segments", name, "ipv6"),
                f"hosts of guarded segment `{name}` would choose IPv6 addresses themselves",
                "remove ipv6 or guard",
            )
