"""Kinds: of hardware as the catalogue calls them, of devices as platforms do."""

from __future__ import annotations

from netgen.hardware import Hardware

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
