"""A segment planned for a unit that no archetype counts.

What it catches: a word after `per` in `hosts:` that is no capacity of an archetype.
Why it matters in a school: the subnet would be planned for nobody and be too small on the first day.
Example: `hosts: 1.2 per pupils`
How to fix: write one of pupil, staff, phone, camera, printer, access-point, door.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.checks.wording import choose_known
from netgen.intent import Segment
from netgen.intent.resolution import UNITS
from netgen.values import object_path


def find_unknown_units(trust: TrustFacts) -> Iterator[Finding]:
    """Of the standard itself."""
    for name, segment in trust.standard.segments.items():
        yield from _unknown(object_path("standard", "segments", name, "hosts"), name, segment)


def find_unknown_units_of_site(site: SiteFacts) -> Iterator[Finding]:
    """Of a site's exceptions."""
    for collection, name, field in site.excepted:
        if (collection, field) == ("segments", "hosts") and name in site.segments:
            yield from _unknown(site.origin(collection, name, field), name, site.segments[name])


def _unknown(path: str, name: str, segment: Segment) -> Iterator[Finding]:
    unit = segment.hosts[1]
    if unit and unit not in UNITS:
        yield Finding(
            path, f"segment `{name}` plans hosts per `{unit}`, which nobody counts", choose_known(unit, UNITS)
        )
