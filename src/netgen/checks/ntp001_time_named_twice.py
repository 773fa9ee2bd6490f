"""Two answers to the question who knows the time.

What it catches: a segment whose leases are to name the trust's time servers (`options: {ntp: true}`) and whose firewall
    is to serve the time (`firewall_serves: [time]`).
Why it matters in a school: cameras would ask servers that no rule lets them reach, and their pictures have no date.
Example: `cctv: {options: {ntp: true}, firewall_serves: [time], ...}`
How to fix: keep `firewall_serves` where the zone has no way to the trust's servers, else `options`.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_times_named_twice(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each segment."""
    for name, segment in trust.standard.segments.items():
        if "time" in segment.firewall_serves and segment.options.ntp:
            yield Finding(
                object_path("standard", "segments", name, "firewall_serves"),
                f"segment `{name}` gets the time from the firewall and from the trust's servers",
                "remove `ntp: true` from its options, or `time` here",
                also=(object_path("standard", "segments", name, "options", "ntp"),),
            )
