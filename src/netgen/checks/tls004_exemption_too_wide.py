"""An exemption for half of the web.

What it catches: a domain exempt from TLS inspection that is a top-level domain, a public suffix of the UK or an IP
    address.
Why it matters in a school: `com` leaves nearly everything closed, and the filter sees names alone.
Example: `domains: [{domain: co.uk, ...}]`
How to fix: write the site's own domain, such as bank.example.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.checks.wide_domains import is_address, is_suffix
from netgen.values import object_path


def find_exemptions_too_wide(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each entry."""
    inspection = trust.standard.inspection
    for index, entry in enumerate(inspection.exempt.domains if inspection else ()):
        if is_suffix(entry.domain):
            message = f"all of {entry.domain} is exempt from TLS inspection"
        elif is_address(entry.domain):
            message = f"{entry.domain} is exempt from TLS inspection, and is no domain"
        else:
            continue
        path = object_path("standard", "inspection", "exempt", "domains", index, "domain")
        yield Finding(path, message, "write the site's own domain, such as bank.example")
