"""A protection that the box cannot give.

What it catches: isolated sockets, and the security or isolation of a WLAN, on hardware whose platform lacks it
    or for which netgen does not render it yet.
Why it matters in a school: the standard says that two devices cannot talk, and on this box they could.
Example: a role with `isolate: true` on a switch of arista_eos
How to fix: use hardware that can, move the sockets, or change the standard openly.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path

#: What the inventory calls a WLAN's security, and the platform feature that it needs.
WLAN_FEATURES = {
    "wpa3-enterprise": "wlan-wpa3-enterprise",
    "wpa2-enterprise": "wlan-wpa3-enterprise",
    "wpa3-personal": "wlan-personal",
    "wpa2-personal": "wlan-personal",
    "enhanced-open": "wlan-enhanced-open",
}


def find_missing_protection(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each range of sockets or WLAN."""
    yield from _sockets(site)
    yield from _wlans(site)


def _sockets(site: SiteFacts) -> Iterator[Finding]:
    roles = site.of_trust.standard.roles
    for sockets in site.sockets:
        role, hardware = roles.get(sockets.role), site.switches.get(sockets.switch)
        if role is None or hardware is None or not role.isolate:
            continue
        why = site.of_trust.lacks.get(hardware.platform, {}).get("isolate-ports")
        if why is not None:
            message = f"sockets of role `{sockets.role}` cannot be isolated on {hardware.platform}"
            yield Finding(sockets.path, message, f"use another switch or role: {why}")


def _wlans(site: SiteFacts) -> Iterator[Finding]:
    points = site.site.access_points
    hardware = site.of_trust.catalogue.get(points.model) if points else None
    if hardware is None or "wlan" not in site.of_trust.platforms.get(hardware.platform, ()):
        return
    lacks = site.of_trust.lacks.get(hardware.platform, {})
    path = object_path(site.path, "access_points", "model")
    for name, wlan in site.wlans.items():
        wanted = [WLAN_FEATURES[wlan.security]]
        wanted += ["wlan-isolation"] if wlan.isolate else []
        wanted += ["wlan-dynamic-vlan"] if wlan.dynamic_segments else []
        for feature in wanted:
            if feature in lacks:
                message = f"WLAN `{name}` needs {feature}, which {hardware.platform} lacks"
                yield Finding(path, message, f"use other access points: {lacks[feature]}")
