"""SSIDs and access points of a site."""

from __future__ import annotations

import msgspec


class WlanPlan(msgspec.Struct, frozen=True, gc=False):
    """One SSID at this site. `passphrase` is a reference or "".

    `federation` is eduroam | govroam or "", `vouched_by` who answers for what RADIUS refuses there, until when.
    """

    name: str
    ssid: str
    segment: str
    vlan: int
    security: str
    passphrase: str
    dynamic_vlans: tuple[int, ...]
    isolate: bool
    bands: tuple[str, ...]
    hidden: bool
    origin: str
    per_device_psk: bool = False
    fast_roaming: bool = False
    client_kbps: int = 0
    hours: str = ""
    portal: str = ""
    federation: str = ""
    vouched_by: str = ""
    multicast_to_unicast: bool = False


class AccessPointPlan(msgspec.Struct, frozen=True, gc=False):
    """One access point on a switch port. `group` is its cabinet."""

    hostname: str
    model: str
    switch: str
    interface: str
    group: str
    origin: str
