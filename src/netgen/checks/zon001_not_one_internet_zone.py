"""No zone for the internet, or several.

What it catches: a standard whose zones have not exactly one of `kind: internet`.
Why it matters in a school: without it no rule can say who reaches the internet, and how it is filtered.
Example: `kind: internet` at two zones
How to fix: keep exactly one.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.checks.wording import listed


def find_wrong_internet_zones(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding."""
    zones = sorted(trust.internet)
    if not zones:
        yield Finding(
            "standard/zones", "no zone has kind internet", "add one: internet: (number: 30, kind: internet)"
        )
    elif len(zones) > 1:
        path, also = f"{trust.zone_path(zones[1])}/kind", (f"{trust.zone_path(zones[0])}/kind",)
        yield Finding(
            path, f"{len(zones)} zones have kind internet: {listed(zones)}", "keep exactly one", also=also
        )
