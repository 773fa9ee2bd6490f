"""A segment that relays to DHCP servers which the trust does not have.

What it catches: `dhcp: relay`, in the standard or by a site's exception, in a trust without `services.dhcp`.
Why it matters in a school: no device of the segment would get an address.
Example: `staff: {dhcp: relay, ...}` with `dhcp: []`
How to fix: name the servers in trust.yaml, or let the gateway serve.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_relays_to_nowhere_of_site(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each exception of a site."""
    if site.of_trust.trust.services.dhcp:
        return
    for collection, name, field in site.excepted:
        segment = site.segments.get(name) if (collection, field) == ("segments", "dhcp") else None
        if segment and segment.dhcp == "relay":
            message = f"segment `{name}` relays to DHCP servers, but the trust has none"
            yield Finding(site.origin(collection, name, field), message, "add services.dhcp to trust.yaml")


def find_relays_to_nowhere(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each segment."""
    if trust.trust.services.dhcp:
        return
    for name, segment in trust.standard.segments.items():
        if segment.dhcp == "relay":
            message = f"segment `{name}` relays to DHCP servers, but the trust has none"
            yield Finding(
                object_path("standard", "segments", name, "dhcp"), message, "add services.dhcp to trust.yaml"
            )
