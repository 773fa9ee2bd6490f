"""A window that does not fit into a site's block.

What it catches: a segment's window or the transit window that reaches beyond the block of one site.
Why it matters in a school: its addresses would belong to the next school.
Example: `window: 0.0.64.0/22` with `site_length: 18` (64 /24s: 0.0.0.0 to 0.0.63.255)
How to fix: move the window into the block.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.values import Prefix, object_path


def find_windows_outside_site(trust: TrustFacts) -> Iterator[Finding]:
    """Of the standard and of the transit links."""
    block = Prefix(4, 0, trust.trust.addressing.site_length)
    windows = {
        object_path("standard", "segments", name, "window"): segment.window
        for name, segment in trust.standard.segments.items()
    }
    windows["trust/addressing/transit"] = trust.trust.addressing.transit
    yield from _outside(block, windows)


def find_windows_outside_site_of_site(site: SiteFacts) -> Iterator[Finding]:
    """Of a site's exceptions."""
    block = Prefix(4, 0, site.of_trust.trust.addressing.site_length)
    windows = {
        site.origin(*key): site.segments[key[1]].window
        for key in site.excepted
        if key[0] == "segments" and key[2] == "window" and key[1] in site.segments
    }
    yield from _outside(block, windows)


def _outside(block: Prefix, windows: dict[str, Prefix]) -> Iterator[Finding]:
    for path, window in windows.items():
        if not block.contains(window):
            message = f"window {window} reaches beyond a site's /{block.length}"
            yield Finding(path, message, f"choose a window inside of {block}")
