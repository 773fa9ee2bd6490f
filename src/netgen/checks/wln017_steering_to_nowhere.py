"""Band steering that can lead nobody anywhere.

What it catches: `band_steering` of another band than 2.4 GHz, and of 2.4 GHz where no WLAN is on 5 GHz too.
Why it matters in a school: somebody believes that the crowded band is relieved, and it is not.
Example: `"5": {channels: [36], band_steering: true}`
How to fix: write it for 2.4 GHz, and put the WLANs on both bands.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_steering_to_nowhere(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each band."""
    for band, radio in trust.standard.radios.items():
        if not radio.band_steering:
            continue
        path = object_path("standard", "radios", band, "band_steering")
        if band != "2.4":
            message = f"clients are led away from 2.4 GHz alone, not from {band} GHz"
            yield Finding(path, message, 'write band_steering below "2.4"')
        elif not any({"2.4", "5"} <= set(wlan.bands) for wlan in trust.standard.wlans.values()):
            message = "no WLAN is on 2.4 and 5 GHz, so clients can be led nowhere"
            yield Finding(path, message, "add band 5 to a WLAN, or remove band_steering")
