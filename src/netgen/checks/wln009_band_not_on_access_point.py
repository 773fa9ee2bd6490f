"""A WLAN on bands that the access points do not have.

What it catches: a WLAN none of whose bands the site's access points serve.
Why it matters in a school: nobody would ever see it.
Example: `bands: ["6"]` with access points of Wi-Fi 6
How to fix: add a band that the model serves, or list the WLAN under `without_wlans`.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts


def find_unserved_bands(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each WLAN."""
    points = site.site.access_points
    model = site.of_trust.catalogue.get(points.model) if points else None
    served = {radio.band for radio in model.radios} if model else set()
    for name, wlan in site.wlans.items():
        if model is not None and served and wlan.bands and not served & set(wlan.bands):
            bands = " and ".join(wlan.bands)
            message = f"WLAN `{name}` is on {bands} GHz alone, which `{model.model}` does not serve"
            path = f"{site.path}/access_points/model"
            yield Finding(path, message, f"add a band, or add `{name}` to without_wlans")
