"""Every place of a site that names a hardware model."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.site_facts import SiteFacts
from netgen.hardware import Hardware
from netgen.values import object_path

#: Kind of hardware to kind of device, as platforms list them; an access point's depends on what controls it.
DEVICE_KIND = {"switch": "switch", "firewall": "firewall", "controller": "controller"}
CONTROL_KIND = {
    "cluster": "wlan",
    "controller": "controller",
    "firewall": "firewall",
    "access-point": "access-point",
}


def device_kind(hardware: Hardware) -> str:
    """The kind of device that the platform must be able to render for this hardware."""
    return DEVICE_KIND.get(hardware.kind) or CONTROL_KIND.get(hardware.control, "wlan")


def hardware_uses(site: SiteFacts) -> Iterator[tuple[str, str, Hardware | None, str]]:
    """(ObjectPath, model as written, its hardware or None, the kind that is wanted there)."""
    yield object_path(site.path, "firewall", "model"), site.site.firewall.model, site.firewall, "firewall"
    for switch, hardware in site.switches.items():
        model = site.site.cabinets[switch.cabinet].switches[f"sw{switch.number}"]
        yield site.switch_path(switch), model, hardware, "switch"
    points = site.site.access_points
    if points is not None:
        hardware = site.of_trust.catalogue.get(points.model)
        yield object_path(site.path, "access_points", "model"), points.model, hardware, "access_point"
        if points.controller is not None:
            path = object_path(site.path, "access_points", "controller", "model")
            hardware = site.of_trust.catalogue.get(points.controller.model)
            yield path, points.controller.model, hardware, "controller"
