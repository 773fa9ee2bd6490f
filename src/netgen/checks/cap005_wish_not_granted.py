"""A convenience that the box cannot give.

What it catches: (a warning) a WLAN's hours, client rate, fast roaming or multicast, or band steering, on access points
    that cannot do it, and a circuit's or steered class's convenience, and names of people in logs, on hardware whose
    platform lacks it.
Why it matters in a school: somebody believes that the guest network goes off at night, and it does not.
Example: `guest: {hours: school-day}` on access points of openwrt
How to fix: use other hardware, leave the WLAN out at this school, or change the standard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.intent import Wlan
from netgen.values import object_path

_SEVERAL = 2
#: Platform feature: in words, and whether a WLAN asks for it.
_OF_WLANS: dict[str, tuple[str, Callable[[Wlan], object]]] = {
    "wlan-schedule": ("hours", lambda wlan: wlan.hours),
    "wlan-rate-limit": ("a rate for each client", lambda wlan: wlan.client_rate),
    "wlan-fast-roaming": ("fast roaming", lambda wlan: wlan.fast_roaming),
    "wlan-multicast-unicast": ("multicast to each client alone", lambda wlan: wlan.multicast_to_unicast),
}


def find_wishes_not_granted(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each WLAN or circuit and what it lacks."""
    yield from _of_wlans(site)
    yield from _of_ports(site)
    if site.firewall is not None:
        platform = site.firewall.platform
        cannot = site.of_trust.cannot.get(platform, {})
        yield from _of_circuits(site, cannot, platform)
        if site.of_trust.trust.services.identity is not None and "identity-logging" in cannot:
            path = object_path(site.path, "firewall", "model")
            message = f"the firewall's log names nobody on {platform}"
            yield Finding(path, message, f"use another firewall: {cannot['identity-logging']}", warning=True)
        yield from _of_steering(site, cannot, platform)


def _of_wlans(site: SiteFacts) -> Iterator[Finding]:
    points = site.site.access_points
    hardware = site.of_trust.catalogue.get(points.model) if points else None
    if hardware is None or hardware.kind != "access_point":
        return
    cannot = site.of_trust.cannot.get(hardware.platform, {})
    path = object_path(site.path, "access_points", "model")
    crowded = site.of_trust.standard.radios.get("2.4")
    if crowded is not None and crowded.band_steering and "band-steering" in cannot:
        message = f"nobody is led away from 2.4 GHz on {hardware.platform}"
        yield Finding(path, message, f"use other access points: {cannot['band-steering']}", warning=True)
    for feature in cannot.keys() & _OF_WLANS.keys():
        words, is_asked = _OF_WLANS[feature]
        for name, wlan in site.wlans.items():
            if is_asked(wlan):
                message = f"WLAN `{name}` has no {words} on {hardware.platform}"
                yield Finding(path, message, f"use other access points: {cannot[feature]}", warning=True)


def _of_ports(site: SiteFacts) -> Iterator[Finding]:
    """Switches whose management port stays shut although the site has an out-of-band network."""
    platforms = {item.platform for item in site.switches.values() if item is not None and site.site.oob}
    for platform in sorted(platforms):
        why = site.of_trust.cannot.get(platform, {}).get("out-of-band")
        if why is not None:
            message = f"the management ports of switches stay shut on {platform}"
            yield Finding(
                object_path(site.path, "oob"), message, f"use other switches: {why[:160]}", warning=True
            )


def _of_circuits(site: SiteFacts, cannot: Mapping[str, str], platform: str) -> Iterator[Finding]:
    for name, circuit in site.site.circuits.items():
        if circuit.shape and "shaping" in cannot:
            path = object_path(site.path, "circuits", name, "shape")
            message = f"circuit `{name}` is not shaped on {platform}"
            yield Finding(path, message, f"let the carrier shape it: {cannot['shaping']}", warning=True)


def _of_steering(site: SiteFacts, cannot: Mapping[str, str], platform: str) -> Iterator[Finding]:
    if site.site.breakout == "hub-or-local" and "hub-breakout-fallback" in cannot:
        message = f"nothing leaves here while no hub is reached: {platform} does not fall back"
        path, why = object_path(site.path, "breakout"), cannot["hub-breakout-fallback"]
        yield Finding(path, message, f"write breakout: hub, or use another firewall: {why}", warning=True)
    if site.site.breakout != "local":
        return
    circuits = site.site.circuits.values()
    if len(circuits) < _SEVERAL:
        return
    path = object_path(site.path, "firewall", "model")
    unknown = any(circuit.address != "static" for circuit in circuits)
    for name, item in site.of_trust.standard.steering.items():
        measured = item.has_bounds or item.prefer in ("lowest-latency", "spread")
        wishes = {
            "sdwan-steering": ("is not steered", True),
            "sdwan-applications": ("is not steered", bool(item.applications)),
            "sdwan-dynamic": (
                "does not prefer the backup, for a gateway is unknown,",
                item.prefer == "backup" and unknown,
            ),
            "sdwan-sla": ("simply takes the circuits in order", measured),
        }
        for feature, (words, asked) in wishes.items():
            if asked and feature in cannot:
                message = f"class `{name}` {words} on {platform}"
                yield Finding(path, message, f"use another firewall: {cannot[feature][:160]}", warning=True)
                break
