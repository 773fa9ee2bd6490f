"""A domain that a filter treats in two ways, or longer than was agreed.

What it catches: a domain that is both allowed and denied, one that is listed twice, one whose time is over.
Why it matters in a school: a hole that nobody looks at any more stays open.
Example: `allow: [{domain: games.example, expires: 2024-08-31, ...}]`
How to fix: remove the entry, or have it approved again with a new date.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_stale_domains(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each entry."""
    for name, item in trust.standard.filters.items():
        seen: dict[str, str] = {}
        for field, entries in (("allow", item.allow), ("deny", item.deny)):
            for index, entry in enumerate(entries):
                path = object_path("standard", "filters", name, field, index)
                if entry.domain in seen:
                    message = f"filter `{name}` has {entry.domain} under {seen[entry.domain]} already"
                    yield Finding(f"{path}/domain", message, "keep one of the two")
                seen.setdefault(entry.domain, field)
                if entry.expires < trust.today:
                    does = "allows" if field == "allow" else "denies"
                    message = f"filter `{name}` {does} {entry.domain} only until {entry.expires}"
                    yield Finding(
                        f"{path}/expires", message, "remove it, or have it approved again with a new date"
                    )
