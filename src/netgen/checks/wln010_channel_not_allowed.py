"""A channel that access points may not use in the UK, or indoors.

What it catches: channels outside of Ofcom's IR 2030 bands, and 20 MHz channels that a 2.4 GHz plan would overlap.
Why it matters in a school: the access point refuses the whole plan, or the school transmits unlawfully.
Example: `"2.4": {channels: [1, 6, 14]}`
How to fix: choose channels of the band's list.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

#: Primary 20 MHz channels by band (Ofcom IR 2030: 2400-2483.5, 5150-5350, 5470-5725 and 5925-6425 MHz).
ALLOWED: dict[str, frozenset[int]] = {
    "2.4": frozenset(range(1, 14)),
    "5": frozenset({*range(36, 65, 4), *range(100, 141, 4)}),
    "6": frozenset(range(1, 94, 4)),
}
_APART = 4


def find_channels_not_allowed(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each band."""
    for band, radio in trust.standard.radios.items():
        path = object_path("standard", "radios", band, "channels")
        foreign = sorted(set(radio.channels) - ALLOWED[band])
        channels = sorted(radio.channels)
        if foreign:
            message = f"channel {foreign[0]} is not allowed on {band} GHz in the UK"
            yield Finding(
                path, message, f"choose from {min(ALLOWED[band])} to {max(ALLOWED[band])} of the band's list"
            )
        elif len(set(channels)) < len(channels):
            yield Finding(path, f"a channel of {band} GHz is listed twice", "write each channel once")
        elif band == "2.4" and any(b - a < _APART for a, b in pairwise(channels)):
            yield Finding(path, "channels of 2.4 GHz overlap", "choose 1, 6, 11 or 1, 5, 9, 13")
