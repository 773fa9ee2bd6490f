"""A site with backup circuits only.

What it catches: a site where no circuit has `role: primary`.
Why it matters in a school: nobody said which line carries the school's traffic.
Example: one circuit, with `role: backup`
How to fix: make one of them the primary.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts


def find_missing_primary(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding."""
    if not any(circuit.role == "primary" for circuit in site.site.circuits.values()):
        message = f"site `{site.name}` has no primary circuit"
        yield Finding(f"{site.path}/circuits", message, "give one circuit role: primary", at_key=True)
