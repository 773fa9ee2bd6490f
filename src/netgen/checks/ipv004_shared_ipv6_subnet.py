"""Two segments with one IPv6 subnet.

What it catches: two segments with IPv6, or one and the transit links, whose windows start in the same 256th part of a
    site's block: a /64 belongs to such a part, which is a /26 of a /18.
Why it matters in a school: pupils and staff would share a subnet, and neither would reach its gateway.
Example: `window: 0.0.9.0/27` and `window: 0.0.9.32/27`, both with `ipv6: true`
How to fix: move one of the two windows to a part of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.intent import Segment, Trust
from netgen.intent.ipv6_addresses import place_of
from netgen.values import object_path

_TRANSIT = "trust/addressing/transit"


def find_shared_ipv6_subnets(trust: TrustFacts) -> Iterator[Finding]:
    """Of the standard itself."""
    paths = {name: object_path("standard", "segments", name, "window") for name in trust.standard.segments}
    yield from _shared(trust.trust, trust.standard.segments, paths)


def find_shared_ipv6_subnets_of_site(site: SiteFacts) -> Iterator[Finding]:
    """Of a site with an exception to a window; what the standard says is found there."""
    if any(field == "window" for _, _, field in site.excepted):
        paths = {name: site.origin("segments", name, "window") for name in site.segments}
        found = _shared(site.of_trust.trust, site.segments, paths)
        yield from (item for item in found if item.path.startswith("sites/"))


def _shared(trust: Trust, segments: Mapping[str, Segment], paths: Mapping[str, str]) -> Iterator[Finding]:
    if trust.addressing.ipv6 is None:
        return
    taken = {place_of(trust, trust.addressing.transit): ("the transit links", _TRANSIT)}
    for name in _exceptions_last((name for name, item in segments.items() if item.ipv6), paths):
        place = place_of(trust, segments[name].window)
        if place in taken:
            other, also = taken[place]
            message = f"segment `{name}` and {other} would have one IPv6 subnet"
            yield Finding(paths[name], message, "move one of the two windows", also=(also,))
        taken.setdefault(place, (f"`{name}`", paths[name]))


def _exceptions_last(names: Iterable[str], paths: Mapping[str, str]) -> list[str]:
    """An exception is guilty before the standard."""
    return sorted(names, key=lambda name: paths[name].startswith("sites/"))
