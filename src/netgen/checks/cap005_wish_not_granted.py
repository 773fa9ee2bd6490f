"""A convenience that the box cannot give.

What it catches: (a warning) a WLAN's hours, client rate or fast roaming on access points that cannot do it, and a
    publication's, circuit's or segment's convenience on hardware whose platform lacks it.
Why it matters in a school: somebody believes that the guest network goes off at night, and it does not.
Example: `guest: {hours: school-day}` on access points of openwrt
How to fix: use other hardware, leave the WLAN out at this school, or change the standard.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_wishes_not_granted(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each WLAN or circuit and what it lacks."""
    yield from _of_wlans(site)
    if site.firewall is not None:
        platform = site.firewall.platform
        cannot = site.of_trust.cannot.get(platform, {})
        yield from _of_circuits(site, cannot, platform)


def _of_wlans(site: SiteFacts) -> Iterator[Finding]:
    points = site.site.access_points
    hardware = site.of_trust.catalogue.get(points.model) if points else None
    if hardware is None or hardware.kind != "access_point":
        return
    cannot = site.of_trust.cannot.get(hardware.platform, {})
    path = object_path(site.path, "access_points", "model")
    for name, wlan in site.wlans.items():
        wishes = {
            "wlan-schedule": ("hours", wlan.hours),
            "wlan-rate-limit": ("a rate for each client", wlan.client_rate),
            "wlan-fast-roaming": ("fast roaming", wlan.fast_roaming),
        }
        for feature, (words, asked) in wishes.items():
            if asked and feature in cannot:
                message = f"WLAN `{name}` has no {words} on {hardware.platform}"
                yield Finding(path, message, f"use other access points: {cannot[feature]}", warning=True)


def _of_circuits(site: SiteFacts, cannot: Mapping[str, str], platform: str) -> Iterator[Finding]:
    for name, circuit in site.site.circuits.items():
        if circuit.shape and "shaping" in cannot:
            path = object_path(site.path, "circuits", name, "shape")
            message = f"circuit `{name}` is not shaped on {platform}"
            yield Finding(path, message, f"let the carrier shape it: {cannot['shaping']}", warning=True)
