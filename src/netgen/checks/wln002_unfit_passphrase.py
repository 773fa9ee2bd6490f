"""A passphrase that is missing, or that nothing uses.

What it catches: a personal WLAN without a passphrase, and an enterprise or open WLAN with one, or one
    whose devices have their own.
Why it matters in a school: a WLAN without its passphrase cannot be made; one nobody uses is a secret to
    lose.
Example: `{ssid: RLT-Things, security: wpa2-personal}`
How to fix: add the reference, or remove it.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_wrong_passphrases(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each WLAN."""
    for name, wlan in trust.standard.wlans.items():
        path = object_path("standard", "wlans", name)
        if wlan.is_personal and not wlan.per_device_psk and not wlan.passphrase:
            message = f"WLAN `{name}` is {wlan.security} without a passphrase"
            yield Finding(path, message, "add passphrase: with a secret:// reference", at_key=True)
        elif wlan.passphrase and wlan.per_device_psk and wlan.security == "wpa2-personal":
            message = f"WLAN `{name}` has a passphrase for all and one for each device"
            yield Finding(f"{path}/passphrase", message, "remove the passphrase, or per_device_psk")
        elif wlan.passphrase and not wlan.is_personal:
            message = f"WLAN `{name}` is {wlan.security}, which has no passphrase"
            yield Finding(f"{path}/passphrase", message, "remove the passphrase")
