"""A WLAN into the network of the devices themselves.

What it catches: a WLAN, or a segment that RADIUS may assign to it, that is marked management or
    access_points.
Why it matters in a school: a phone in the playground could reach the log-in of every switch.
Example: `guest: {segment: access-points, ...}`
How to fix: choose a segment for users.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_wlans_among_devices(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each WLAN."""
    segments = trust.standard.segments
    for name, wlan in trust.standard.wlans.items():
        for key in (wlan.segment, *wlan.dynamic_segments):
            if segments[key].management or segments[key].access_points:
                field = "segment" if key == wlan.segment else "dynamic_segments"
                message = f"WLAN `{name}` leads into segment `{key}`, where devices are managed"
                yield Finding(
                    object_path("standard", "wlans", name, field), message, "choose a segment for users"
                )
                break
