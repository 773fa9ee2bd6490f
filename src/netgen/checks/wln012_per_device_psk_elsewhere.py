"""A passphrase for each device where no platform knows one.

What it catches: `per_device_psk` on a WLAN that is not wpa2-personal.
Why it matters in a school: WPA3 (SAE) cannot ask RADIUS for a passphrase, so devices would not join.
Example: `{security: wpa3-personal, per_device_psk: true}`
How to fix: write wpa2-personal, or use one passphrase.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_per_device_psk_elsewhere(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each WLAN."""
    for name, wlan in trust.standard.wlans.items():
        if wlan.per_device_psk and wlan.security != "wpa2-personal":
            message = f"WLAN `{name}` is {wlan.security}, which has no passphrase for each device"
            yield Finding(
                object_path("standard", "wlans", name, "per_device_psk"),
                message,
                "write security: wpa2-personal",
            )
