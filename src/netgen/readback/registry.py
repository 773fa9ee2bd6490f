"""Which reader reads which platform. A reader is imported when its first text comes."""

from __future__ import annotations

from importlib import import_module

from netgen.readback.facts import Observed

#: platform key -> module with `read(text) -> Observed`.
READERS: dict[str, str] = {
    "arista_eos": "netgen.readback.arista_eos",
    "aruba_instant": "netgen.readback.aruba_instant",
    "cisco_iosxe": "netgen.readback.cisco_iosxe",
    "fortinet_fortios": "netgen.readback.fortinet_fortios",
}


def can_read(platform: str) -> bool:
    """True if there is a reader for the platform."""
    return platform in READERS


def read(platform: str, text: str) -> Observed:
    """The facts of one text; KeyError when no reader knows the platform. Never raises on the text."""
    observed: Observed = import_module(READERS[platform]).read(text)
    return observed
