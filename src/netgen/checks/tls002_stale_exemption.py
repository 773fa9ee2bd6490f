"""A domain that TLS inspection leaves closed longer than was agreed, or twice.

What it catches: an exempt domain whose time is over, or that is listed twice.
Why it matters in a school: what nobody looks at any more stays unseen.
Example: `domains: [{domain: bank.example, expires: 2024-08-31, ...}]`
How to fix: remove the entry, or have it approved again with a new date.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_stale_exemptions(trust: TrustFacts) -> Iterator[Finding]:
    """At most two findings for each entry."""
    inspection = trust.standard.inspection
    seen = set[str]()
    for index, entry in enumerate(inspection.exempt.domains if inspection else ()):
        path = object_path("standard", "inspection", "exempt", "domains", index)
        if entry.domain in seen:
            yield Finding(f"{path}/domain", f"{entry.domain} is exempt already", "keep one of the two")
        seen.add(entry.domain)
        if entry.expires < trust.today:
            message = f"{entry.domain} is exempt from inspection only until {entry.expires}"
            yield Finding(f"{path}/expires", message, "remove it, or have it approved again with a new date")
