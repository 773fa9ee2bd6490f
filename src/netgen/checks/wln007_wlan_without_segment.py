"""A WLAN that a school offers but has no segment for.

What it catches: a WLAN of the standard whose segment the site does not have and that is not under
    `without_wlans`; and (warning) a segment that RADIUS may assign there and that the site does not have.
Why it matters in a school: the WLAN would be missing without a word, or users would land in no VLAN.
Example: WLAN things in classroom-av at a head office without that segment
How to fix: list the WLAN under `without_wlans`, or choose an archetype that has the segment.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts


def find_wlans_without_segment(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding for each WLAN."""
    points = site.site.access_points
    if points is None:
        return
    path = f"{site.path}/access_points"
    for name, wlan in site.of_trust.standard.wlans.items():
        if name in points.without_wlans:
            continue
        if wlan.segment not in site.segments:
            message = f"WLAN `{name}` needs segment `{wlan.segment}`, which site `{site.name}` does not have"
            yield Finding(path, message, f"add `{name}` to without_wlans", at_key=True)
            continue
        missing = [segment for segment in wlan.dynamic_segments if segment not in site.segments]
        if missing:
            message = (
                f"RADIUS may put users of WLAN `{name}` into `{missing[0]}`, missing at site `{site.name}`"
            )
            yield Finding(path, message, "see that RADIUS does not assign it here", warning=True, at_key=True)
