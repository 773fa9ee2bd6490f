"""Remote people whom nobody could know.

What it catches: remote access in a trust without a RADIUS server.
Why it matters in a school: no box has accounts of people, so nobody would get in.
Example: `remote_access: {...}` without `services.radius`
How to fix: name the RADIUS servers that know the staff and ask for the second factor.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts


def find_remote_logins_without_radius(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding."""
    if trust.trust.remote_access is not None and not trust.trust.services.radius:
        message = "remote access needs RADIUS, and the trust has no RADIUS server"
        yield Finding("trust/remote_access", message, "write services.radius", at_key=True)
