"""A WLAN on 6 GHz with security that is not allowed there.

What it catches: band 6 with WPA2, and a WLAN on no band or on one band twice.
Why it matters in a school: WPA3 or enhanced open is required on 6 GHz; clients would not see the WLAN.
Example: `security: wpa2-personal` with `bands: ["5", "6"]`
How to fix: leave band 6 out, or choose WPA3.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.intent import Wlan
from netgen.values import object_path


def find_old_security_on_six_ghz(trust: TrustFacts) -> Iterator[Finding]:
    """Of the standard itself."""
    for name, wlan in trust.standard.wlans.items():
        yield from _wrong(object_path("standard", "wlans", name, "bands"), name, wlan)


def find_old_security_on_six_ghz_at_site(site: SiteFacts) -> Iterator[Finding]:
    """Of a site's exceptions."""
    for collection, name, field in site.excepted:
        if (collection, field) == ("wlans", "bands") and name in site.wlans:
            yield from _wrong(site.origin(collection, name, field), name, site.wlans[name])


def _wrong(path: str, name: str, wlan: Wlan) -> Iterator[Finding]:
    if not wlan.bands or len(set(wlan.bands)) < len(wlan.bands):
        reason = "is on one band twice" if wlan.bands else "is on no band"
        yield Finding(path, f"WLAN `{name}` {reason}", 'write each band once, such as ["2.4", "5"]')
    elif "6" in wlan.bands and (wlan.security.startswith("wpa2") or "transition" in wlan.security):
        message = f"WLAN `{name}` is {wlan.security}, which is not allowed on 6 GHz"
        yield Finding(path, message, "leave band 6 out, or choose WPA3")
