"""Firewalls pass on a time that nobody signed.

What it catches: (a warning) `firewall_serves: [time]` while `services` has no `ntp_key`.
Why it matters in a school: who forges the answers of the trust's servers moves the clocks of cameras and doors too.
Example: `cctv: {firewall_serves: [time], ...}` and `services: {ntp: [10.0.8.12]}`
How to fix: give the time servers a key and name it as `services.ntp_key`.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_unsigned_times_passed_on(trust: TrustFacts) -> Iterator[Finding]:
    """One finding, at the first segment."""
    if trust.trust.services.ntp_key is not None:
        return
    for name, segment in trust.standard.segments.items():
        if "time" in segment.firewall_serves:
            yield Finding(
                object_path("standard", "segments", name, "firewall_serves"),
                "firewalls serve a time that they believe without a signature",
                "add ntp_key to the trust's services",
                also=("trust/services/ntp",),
                warning=True,
            )
            return
