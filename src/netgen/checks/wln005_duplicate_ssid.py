"""Two WLANs with one name in the air.

What it catches: the same SSID at two WLANs, in the standard or at a site after its exceptions.
Why it matters in a school: devices would join either of them and end in the wrong segment.
Example: `ssid: RLT-Guest` at guest and at byod
How to fix: give each its own SSID.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.intent import Wlan
from netgen.values import object_path


def find_duplicate_ssids(trust: TrustFacts) -> Iterator[Finding]:
    """Of the standard itself."""
    paths = {name: object_path("standard", "wlans", name, "ssid") for name in trust.standard.wlans}
    yield from _duplicates(trust.standard.wlans, paths, "")


def find_duplicate_ssids_at_site(site: SiteFacts) -> Iterator[Finding]:
    """Of a site with an exception to an SSID."""
    if any(field == "ssid" for _, _, field in site.excepted):
        paths = {name: site.origin("wlans", name, "ssid") for name in site.wlans}
        ordered = sorted(site.wlans, key=lambda name: paths[name].startswith(site.path))
        yield from _duplicates({name: site.wlans[name] for name in ordered}, paths, site.path)


def _duplicates(wlans: Mapping[str, Wlan], paths: Mapping[str, str], only: str) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for name, wlan in wlans.items():
        other = first.setdefault(wlan.ssid, name)
        if other != name and paths[name].startswith(only):
            message = f"SSID `{wlan.ssid}` of WLAN `{name}` is already that of WLAN `{other}`"
            yield Finding(paths[name], message, "choose an SSID of its own", also=(paths[other],))
