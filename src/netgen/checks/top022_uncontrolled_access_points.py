"""Access points that nothing could configure.

What it catches: access points that need a controller the school does not have, or one of another vendor; a
    controller beside access points that need none, or away from the core switch; FortiAPs without a FortiGate.
Why it matters in a school: the access points would come up with no SSID at all.
Example: `access_points: {model: C9120AXI}` without a `controller:`
How to fix: name the controller with its cables to the core, or choose access points that control themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.hardware import Hardware
from netgen.intent.site import Controller
from netgen.values import object_path


def find_uncontrolled_access_points(site: SiteFacts) -> Iterator[Finding]:
    """One finding for the access points, one for each cable of a controller that misses the core."""
    points = site.site.access_points
    hardware = site.of_trust.catalogue.get(points.model) if points else None
    if points is None or hardware is None or hardware.kind != "access_point":
        return
    path = object_path(site.path, "access_points", "model")
    if hardware.control == "controller":
        yield from _by_controller(site, hardware, points.controller, path)
    elif points.controller is not None:
        message = f"`{hardware.model}` is controlled by {_CONTROL[hardware.control]}, not by a controller"
        yield Finding(
            object_path(site.path, "access_points", "controller"), message, "leave the controller out"
        )
    elif hardware.control == "firewall" and site.firewall and site.firewall.platform != hardware.platform:
        message = (
            f"`{hardware.model}` needs a firewall of {hardware.platform}, and `{site.firewall.model}` is none"
        )
        yield Finding(path, message, "choose access points that control themselves, or another firewall")


_CONTROL = {"": "nothing", "cluster": "its own cluster", "firewall": "the firewall", "access-point": "itself"}


def _by_controller(
    site: SiteFacts, hardware: Hardware, controller: Controller | None, path: str
) -> Iterator[Finding]:
    if controller is None:
        message = f"`{hardware.model}` does nothing without a controller, and the school has none"
        yield Finding(
            path, message, "add `controller: {model: C9800-L, links: {u1: main/sw1/u4}}` under access_points"
        )
        return
    box = site.of_trust.catalogue.get(controller.model)
    if box is not None and box.kind == "controller" and box.platform != hardware.platform:
        message = f"`{controller.model}` cannot control `{hardware.model}`"
        yield Finding(
            object_path(site.path, "access_points", "controller", "model"), message, "use one vendor's"
        )
    core = site.box(site.firewall_cables[0].far.switch)
    for link in site.controller_cables:
        if link.far.switch in site.switches and site.box(link.far.switch) != core:
            message = f"the controller is connected to {link.far.switch}, which is not the core"
            yield Finding(
                link.path, message, "end its cables at the switch, stack or pair where the firewall ends"
            )
