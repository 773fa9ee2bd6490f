"""Two segments that would share addresses in every school.

What it catches: windows of two segments, or of a segment and the transit links or
    out-of-band ports, that overlap.
Why it matters in a school: a camera and a pupil's laptop with one address: neither works reliably.
Example: `window: 0.0.8.0/21` and `window: 0.0.12.0/22`
How to fix: move one window to free room of the site's block.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.intent.trust import Addressing
from netgen.values import Prefix, object_path

_TRANSIT = "trust/addressing/transit"


def find_overlapping_windows(trust: TrustFacts) -> Iterator[Finding]:
    """Of the standard itself."""
    windows = [
        (object_path("standard", "segments", name, "window"), f"segment `{name}`", segment.window)
        for name, segment in trust.standard.segments.items()
    ]
    windows += _reserved(trust.trust.addressing)
    yield from _overlaps(windows, "")


def find_overlapping_windows_of_site(site: SiteFacts) -> Iterator[Finding]:
    """Of a site with an exception to a window."""
    if not any(field == "window" for _, _, field in site.excepted):
        return
    windows = [
        (site.origin("segments", name, "window"), f"segment `{name}`", segment.window)
        for name, segment in site.segments.items()
    ]
    windows += _reserved(site.of_trust.trust.addressing)
    yield from _overlaps(windows, site.path)


def _reserved(addressing: Addressing) -> Iterator[tuple[str, str, Prefix]]:
    yield _TRANSIT, "the transit links", addressing.transit
    if addressing.oob is not None:
        yield "trust/addressing/oob", "the out-of-band ports", addressing.oob


def _overlaps(windows: list[tuple[str, str, Prefix]], only: str) -> Iterator[Finding]:
    """Neighbours in address order that overlap; at a site only pairs that an exception made."""
    ordered = sorted(windows, key=lambda item: (item[2], item[0]))
    for index, early in enumerate(ordered):
        for late in ordered[index + 1 :]:
            if not early[2].overlaps(late[2]):
                break
            other, guilty = sorted((early, late), key=_guilt)
            if guilty[0].startswith(only):
                message = f"window {guilty[2]} of {guilty[1]} overlaps {other[2]} of {other[1]}"
                advice = "move one of the two to free room of the site's block"
                yield Finding(guilty[0], message, advice, also=(other[0],))


def _guilt(item: tuple[str, str, Prefix]) -> tuple[bool, bool, Prefix]:
    """An exception before the standard, a segment before the transit links, then the later address."""
    return item[0].startswith("sites/"), item[0] != _TRANSIT, item[2]
