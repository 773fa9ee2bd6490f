"""A guard that knows nobody.

What it catches: `guard: true` on a segment that gives no leases, in the standard or by a site's exception.
Why it matters in a school: the guard lets pass what DHCP gave; without leases switches leave it out, and a pupil's
    laptop may pose as the gateway although the standard says that it cannot.
Example: `servers: {dhcp: none, guard: true}`
How to fix: let the segment have leases, with reservations for its hosts, or remove guard.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_guards_without_leases(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each segment of the standard."""
    for name, segment in trust.standard.segments.items():
        if segment.guard and segment.dhcp == "none":
            message = f"segment `{name}` is guarded by its leases, and there are none"
            yield Finding(
                object_path("standard", "segments", name, "guard"),
                message,
                "write dhcp: server, or remove guard",
            )


def find_guards_without_leases_of_site(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each exception."""
    for collection, name, field in site.excepted:
        segment = site.segments.get(name) if (collection, field) == ("segments", "dhcp") else None
        if segment and segment.guard and segment.dhcp == "none":
            message = f"segment `{name}` is guarded by its leases, and would have none here"
            yield Finding(site.origin(collection, name, field), message, "leave its leases on")
