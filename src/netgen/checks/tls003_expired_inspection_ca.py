"""The CA of TLS inspection that is no longer valid, or soon will not be.

What it catches: an inspection whose `expires` has passed, or (warning) is at most 60 days away.
Why it matters in a school: on that day every page on every managed device is an error.
Example: `expires: 2024-08-31`
How to fix: give devices and firewalls a new CA, then write its name and date.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts

_SOON = 60


def find_expired_inspection_ca(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding."""
    inspection = trust.standard.inspection
    if inspection is None:
        return
    days = (inspection.expires - trust.today).days
    path, advice = "standard/inspection/expires", "give devices and firewalls a new CA, then write its date"
    if days <= 0:
        yield Finding(path, f"the CA of TLS inspection ended on {inspection.expires}", advice)
    elif days <= _SOON:
        message = f"the CA of TLS inspection ends in {days} days, on {inspection.expires}"
        yield Finding(path, message, advice, warning=True)
