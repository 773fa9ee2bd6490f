"""Which reader reads which platform. A reader is imported when its first text comes."""

from __future__ import annotations

from importlib import import_module

from netgen.readback.facts import Observed

#: platform key -> module with `read(text) -> Observed`.
READERS: dict[str, str] = {
    "arista_eos": "netgen.readback.arista_eos",
    "aruba_aoscx": "netgen.readback.aruba_aoscx",
    "aruba_instant": "netgen.readback.aruba_instant",
    "cisco_iosxe": "netgen.readback.cisco_iosxe",
    "cisco_iosxe_wlc": "netgen.readback.cisco_iosxe_wlc",
    "fortinet_fortios": "netgen.readback.fortinet_fortios",
    "juniper_junos": "netgen.readback.juniper_junos",
    "openwrt": "netgen.readback.openwrt",
    "paloalto_panos": "netgen.readback.paloalto_panos",
}


def can_read(platform: str) -> bool:
    """True if there is a reader for the platform."""
    return platform in READERS


def read(platform: str, text: str) -> Observed:
    """The facts of one text; KeyError when no reader knows the platform. Never raises on the text."""
    observed: Observed = import_module(READERS[platform]).read(text)
    return observed
