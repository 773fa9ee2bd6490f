"""Out-of-band ports that get no address.

What it catches: `oob: true` at a site while the trust's addressing has no `oob` window, and a window without room for
    the site's cabinets: 16 addresses each, by the cabinet's number.
Why it matters in a school: the ports stay shut, and on the day when the network is down nobody gets in.
Example: `oob: true` and cabinet number 20, with `oob: 0.0.54.0/24`, which ends at cabinet 14
How to fix: give the trust's addressing an `oob` window that is large enough, or take `oob: true` away.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path

_EACH = 16


def find_out_of_band_without_window(site: SiteFacts) -> Iterator[Finding]:
    """One finding, or one for each cabinet without room."""
    if not site.site.oob:
        return
    window = site.of_trust.trust.addressing.oob
    path = object_path(site.path, "oob")
    if window is None:
        yield Finding(path, "there is no window for out-of-band ports", "add `oob` to the trust's addressing")
        return
    for name, cabinet in site.site.cabinets.items():
        if _EACH * (cabinet.number + 1) >= window.size:
            yield Finding(
                object_path(site.path, "cabinets", name, "number"),
                f"the out-of-band window {window} has no room for cabinet {cabinet.number}",
                "widen it in the trust's addressing",
                also=(path, "trust/addressing/oob"),
            )
