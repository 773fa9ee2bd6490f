"""A WLAN of eduroam or govroam as visitors' devices do not know it.

What it catches: `federation` with another SSID, a hidden one, or another security than wpa2-enterprise and
    wpa3-enterprise-transition; and an SSID of that name (in any spelling) without `federation`.
Why it matters in a school: visitors' devices look for the very name and many know WPA2-Enterprise alone; the same
    name with a passphrase or a portal teaches them to give their password to a stranger.
Example: `{ssid: Eduroam, security: wpa3-enterprise, federation: {name: eduroam, ...}}`
How to fix: write the name as it is, security wpa3-enterprise-transition, and no `hidden`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.intent import Wlan
from netgen.values import object_path

_FIELDS = ("ssid", "hidden", "security")
_NAMES = ("eduroam", "govroam")
#: What the federations ask for: WPA2-Enterprise with AES, which WPA3's transition mode offers too.
_SECURITIES = ("wpa2-enterprise", "wpa3-enterprise-transition")


def find_unfit_federation_wlans(trust: TrustFacts) -> Iterator[Finding]:
    """Of the standard itself."""
    for key, wlan in trust.standard.wlans.items():
        path = object_path("standard", "wlans", key)
        yield from _wrong(key, wlan, {field: f"{path}/{field}" for field in _FIELDS})


def find_unfit_federation_wlans_at_site(site: SiteFacts) -> Iterator[Finding]:
    """Of a site with an exception to a name or to whether it is shown."""
    changed = {name for _, name, field in site.excepted if field in _FIELDS}
    for key in sorted(changed & site.wlans.keys()):
        paths = {field: site.origin("wlans", key, field) for field in _FIELDS}
        for finding in _wrong(key, site.wlans[key], paths):
            if finding.path.startswith(site.path):
                yield finding


def _wrong(key: str, wlan: Wlan, paths: Mapping[str, str]) -> Iterator[Finding]:
    """One finding for each wrong field."""
    if wlan.federation is None:
        found = wlan.ssid.strip().casefold()
        if found in _NAMES:
            message = f"SSID {wlan.ssid} promises {found}, and WLAN `{key}` is none of it"
            yield Finding(paths["ssid"], message, "write federation, or choose another SSID")
        return
    name = wlan.federation.name
    if wlan.ssid != name:
        yield Finding(
            paths["ssid"], f"visitors look for the SSID {name}, not {wlan.ssid}", f"write ssid: {name}"
        )
    if wlan.hidden:
        message = f"visitors do not find the hidden SSID of WLAN `{key}`"
        yield Finding(paths["hidden"], message, "remove hidden")
    if wlan.security not in _SECURITIES:
        message = f"visitors' devices do not join {wlan.security}, {name} wants WPA2-Enterprise"
        yield Finding(paths["security"], message, "write wpa3-enterprise-transition or wpa2-enterprise")
