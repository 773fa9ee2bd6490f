"""Power or width that a radio cannot have.

What it catches: a lowest power above the highest, a power above the UK's limit, a wide channel on 2.4 GHz, and a
    slowest rate of 802.11b on a band that does not know it.
Why it matters in a school: the controller refuses the profile, or cells shout over each other.
Example: `"2.4": {channels: [1, 6, 11], width: 40}`
How to fix: keep 2.4 GHz at 20 MHz, and the power within 20 dBm (2.4), 23 (5) and 23 (6).
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

#: EIRP in dBm that indoor access points may have without more conditions (Ofcom IR 2030).
LIMITS = {"2.4": 20, "5": 23, "6": 23}
_SLOW = frozenset({1, 2, 11})


def find_unusable_radios(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each wrong field."""
    for band, radio in trust.standard.radios.items():
        path = object_path("standard", "radios", band)
        low, _, high = radio.power.partition("-")
        if int(low) > int(high):
            yield Finding(
                f"{path}/power",
                f"power {radio.power} has its ends the wrong way round",
                f"write {high}-{low}",
            )
        elif int(high) > LIMITS[band]:
            message = f"{high} dBm is more than {band} GHz may have ({LIMITS[band]} dBm)"
            yield Finding(f"{path}/power", message, f"write at most {LIMITS[band]}")
        if band == "2.4" and radio.width > 20:
            yield Finding(
                f"{path}/width", f"{radio.width} MHz leave no three channels on 2.4 GHz", "write width: 20"
            )
        if band != "2.4" and radio.lowest_rate in _SLOW:
            yield Finding(
                f"{path}/lowest_rate",
                f"{band} GHz has no rate of {radio.lowest_rate} Mbit/s",
                "write 6, 12, 18 or 24",
            )
