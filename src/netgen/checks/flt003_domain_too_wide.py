"""An exception for half of the web.

What it catches: a filter that allows or denies a top-level domain, a public suffix of the UK or an IP address.
Why it matters in a school: `allow: com` opens everything that the categories block; `deny: uk` closes the school.
Example: `allow: [{domain: co.uk, ...}]`
How to fix: write the site's own domain, such as curriculum.example.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.checks.wide_domains import is_address, is_suffix
from netgen.values import object_path

_DOES = {"allow": "allows", "deny": "denies"}


def find_domains_too_wide(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each entry."""
    for name, item in trust.standard.filters.items():
        for field, entries in (("allow", item.allow), ("deny", item.deny)):
            for index, entry in enumerate(entries):
                if is_suffix(entry.domain):
                    message = f"filter `{name}` {_DOES[field]} all of {entry.domain}"
                elif is_address(entry.domain):
                    message = f"filter `{name}` {_DOES[field]} {entry.domain}, which is no domain"
                else:
                    continue
                path = object_path("standard", "filters", name, field, index, "domain")
                yield Finding(path, message, "write the site's own domain, such as curriculum.example")
