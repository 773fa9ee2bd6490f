"""So many WLANs that they slow each other down.

What it catches: more than five WLANs at one site.
Why it matters in a school: every SSID sends beacons on every access point; in a dense school they eat the
    air.
Example: six WLANs without `without_wlans`
How to fix: let RADIUS assign segments inside of one SSID instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts

_MOST = 5


def find_too_many_ssids(site: SiteFacts) -> Iterator[Finding]:
    """At most one warning."""
    if len(site.wlans) > _MOST:
        message = f"site `{site.name}` has {len(site.wlans)} WLANs, more than {_MOST} slow each other down"
        path = f"{site.path}/access_points"
        yield Finding(path, message, "add some to without_wlans", warning=True, at_key=True)
