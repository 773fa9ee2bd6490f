"""The wireless part of a box: SSIDs and the cluster that offers them."""

from __future__ import annotations

import msgspec


class Wlan(msgspec.Struct, frozen=True):
    """One SSID. security is the inventory's word; `passphrase` a reference or ""."""

    name: str
    ssid: str
    vlan: int
    security: str
    passphrase: str
    dynamic_vlans: tuple[int, ...]
    isolate: bool
    bands: tuple[str, ...]
    hidden: bool
    origin: str


class WirelessPart(msgspec.Struct, frozen=True):
    """The cluster of access points of one site. `access_points` are their host names."""

    wlans: tuple[Wlan, ...]
    access_points: tuple[str, ...]
    native_vlan: int
