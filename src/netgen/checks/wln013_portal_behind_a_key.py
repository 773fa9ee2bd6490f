"""A wish that the security of a WLAN cannot have.

What it catches: a captive portal on a WLAN that is not enhanced-open, and fast roaming where no key is handed over.
Why it matters in a school: access points refuse the SSID, or visitors meet a passphrase instead of the portal.
Example: `{security: wpa2-personal, portal: https://guests.example}`
How to fix: write enhanced-open for a portal, and a personal or enterprise mode for fast roaming.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_portals_behind_a_key(trust: TrustFacts) -> Iterator[Finding]:
    """At most two findings for each WLAN."""
    for name, wlan in trust.standard.wlans.items():
        path, is_open = object_path("standard", "wlans", name), wlan.security == "enhanced-open"
        if wlan.portal and not is_open:
            message = f"WLAN `{name}` is {wlan.security}, so nobody meets its portal"
            yield Finding(f"{path}/portal", message, "write security: enhanced-open, or remove portal")
        if wlan.fast_roaming and is_open:
            message = f"WLAN `{name}` is enhanced-open, which has no fast roaming"
            yield Finding(f"{path}/fast_roaming", message, "remove fast_roaming")
