"""Certificates of the tunnels that are no longer valid, or soon will not be.

What it catches: a `vpn.certificate` whose expiry date has passed, or (warning) is at most 60 days away.
Why it matters in a school: on that day every tunnel of every school goes down together.
Example: `certificate: {expires: 2024-08-31, ...}`
How to fix: let the boxes enrol new certificates, then write the new date.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts

_SOON = 60


def find_expired_certificates(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding."""
    certificate = trust.trust.vpn.certificate
    if certificate is None:
        return
    days = (certificate.expires - trust.today).days
    advice = "let the boxes enrol new certificates, then write the new date"
    if days < 0:
        message = f"the certificates of the tunnels ended on {certificate.expires}"
        yield Finding("trust/vpn/certificate/expires", message, advice)
    elif days <= _SOON:
        message = f"the certificates of the tunnels end in {days} days, on {certificate.expires}"
        yield Finding("trust/vpn/certificate/expires", message, advice, warning=True)
