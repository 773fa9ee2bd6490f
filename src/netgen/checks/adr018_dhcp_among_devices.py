"""Addresses handed out where devices have fixed ones, or none where access points need one.

What it catches: `dhcp: server` in the management segment, and `dhcp: none` in that of the access points.
Why it matters in a school: a laptop would get the address of a switch; an access point would get none.
Example: `management: {..., management: true}` without `dhcp: none`
How to fix: write `dhcp: none` for management and leave `dhcp` out for access points, in two segments.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.intent import Segment
from netgen.values import object_path


def find_dhcp_among_devices(trust: TrustFacts) -> Iterator[Finding]:
    """Of the standard itself."""
    for name, segment in trust.standard.segments.items():
        yield from _wrong(object_path("standard", "segments", name, "dhcp"), name, segment)


def find_dhcp_among_devices_of_site(site: SiteFacts) -> Iterator[Finding]:
    """Of a site's exceptions."""
    for collection, name, field in site.excepted:
        if (collection, field) == ("segments", "dhcp") and name in site.segments:
            yield from _wrong(site.origin(collection, name, field), name, site.segments[name])


def _wrong(path: str, name: str, segment: Segment) -> Iterator[Finding]:
    if segment.management and segment.dhcp != "none":
        message = f"management segment `{name}` hands out addresses that devices have"
        yield Finding(path, message, "write dhcp: none")
    elif segment.access_points and segment.dhcp != "server":
        message = f"access points get no address in segment `{name}`"
        yield Finding(path, message, "write dhcp: server, in a segment that is not the management segment")
