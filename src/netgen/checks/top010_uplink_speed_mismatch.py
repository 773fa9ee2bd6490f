"""An uplink that cannot come up at its speed.

What it catches: a cable whose `speed` one of its two ports does not support, and cables to the firewall
    whose ends have no speed in common, or that differ from each other.
Why it matters in a school: a link that is down, or a LAG with one cable less than planned.
Example: `uplink: {speed: 25G, ...}` into an SFP+ port
How to fix: choose a speed that both ends support.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import FirewallCable, Plug, SiteFacts
from netgen.checks.wording import rate
from netgen.hardware import Port
from netgen.values import object_path

_MBPS = {"1G": 1000, "2.5G": 2500, "10G": 10_000, "25G": 25_000, "40G": 40_000, "100G": 100_000}


def find_speed_mismatches(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each cable."""
    reported = set()
    for end in site.cable_ends:
        cable, port = end.cable, end.port
        if port is not None and _MBPS[cable.speed] not in port.speeds_mbps and cable.path not in reported:
            reported.add(cable.path)
            speeds = " or ".join(rate(speed * 1000) for speed in port.speeds_mbps)
            message = f"port {end.plug} cannot run at {cable.speed}, only at {speeds}"
            yield Finding(cable.path, message, "choose a speed that both ends support", at_key=end.is_near)
    yield from _of_firewall(site, site.firewall_cables, object_path(site.path, "firewall", "links"))
    yield from _of_firewall(site, site.standby_cables, object_path(site.path, "firewall", "pair", "links"))


def _of_firewall(site: SiteFacts, links: tuple[FirewallCable, ...], path: str) -> Iterator[Finding]:
    best: dict[int, str] = {}
    for link in links:
        own = site.firewall.port(link.port) if site.firewall else None
        far = _port(site, link.far)
        if own is None or far is None:
            continue
        common = set(own.speeds_mbps) & set(far.speeds_mbps)
        if not common:
            message = f"firewall port {link.port} and {link.far} have no speed in common"
            yield Finding(link.path, message, "choose ports that share a speed")
        else:
            best.setdefault(max(common), link.path)
    if len(best) > 1:
        speeds = " and ".join(rate(speed * 1000) for speed in sorted(best))
        message = f"the cables of the firewall's LAG would run at {speeds}"
        yield Finding(path, message, "choose ports of one speed", at_key=True, also=tuple(best.values()))


def _port(site: SiteFacts, plug: Plug) -> Port | None:
    hardware = site.switches.get(plug.switch)
    return hardware.port(plug.port) if hardware is not None else None
