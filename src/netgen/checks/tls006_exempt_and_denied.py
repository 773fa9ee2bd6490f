"""A domain that TLS inspection leaves closed and a filter denies.

What it catches: an exempt domain that is, or is below, a domain that a filter with `inspect: true` denies.
Why it matters in a school: what is denied should not be on a list of what nobody looks at; one of the two is a mistake.
Example: `deny: [{domain: prank.example, ...}]` and `exempt: {domains: [{domain: prank.example, ...}]}`
How to fix: remove it from one of the two lists.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_exempt_and_denied(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each exempt domain and filter."""
    inspection = trust.standard.inspection
    for index, entry in enumerate(inspection.exempt.domains if inspection else ()):
        for name, item in trust.standard.filters.items():
            for place, denied in enumerate(item.deny):
                if item.inspect and f".{entry.domain}".endswith(f".{denied.domain}"):
                    yield Finding(
                        object_path("standard", "inspection", "exempt", "domains", index, "domain"),
                        f"{entry.domain} is exempt, and filter `{name}` denies {denied.domain}",
                        "remove it from one of the two lists",
                        also=(object_path("standard", "filters", name, "deny", place, "domain"),),
                    )
