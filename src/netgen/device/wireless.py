"""The wireless part of a box: SSIDs, radios and the access points it controls."""

from __future__ import annotations

import msgspec

from netgen.device.schedule import Schedule


class Wlan(msgspec.Struct, frozen=True, gc=False):
    """One SSID. security is the inventory's word; `passphrase` a reference or "".

    security: wpa3-enterprise | wpa3-enterprise-transition | wpa2-enterprise | wpa3-personal |
    wpa3-personal-transition | wpa2-personal | enhanced-open. `per_device_psk`: RADIUS knows a passphrase for each
    device (MPSK, identity PSK, private PSK); only with wpa2-personal. `fast_roaming` is IEEE 802.11r,
    `assisted_roaming` 802.11k and 802.11v. `client_kbps` bounds each client in both directions, 0 for no bound. `hours`
    is "" or the name of a Schedule outside of which the SSID is off. `portal` is "" or the HTTPS address of the captive
    portal where guests register. `multicast_to_unicast`: a multicast frame goes out once for each client.
    """

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
    fast_roaming: bool = False
    assisted_roaming: bool = True
    client_kbps: int = 0
    hours: str = ""
    portal: str = ""
    per_device_psk: bool = False
    multicast_to_unicast: bool = False


class RadioBand(msgspec.Struct, frozen=True, gc=False):
    """How the radios of one band behave: band 2.4 | 5 | 6 (GHz).

    `channels` are IEEE 802.11 primary 20 MHz channels in the UK's bands, `width_mhz` the widest channel, powers EIRP
    bounds in dBm between which the radio chooses, `lowest_mbps` the slowest rate a client may use (it is mandatory).
    `band_steering`, of 2.4 GHz alone: clients of SSIDs that are on 5 GHz too are led there where they know it.
    """

    band: str
    channels: tuple[int, ...]
    width_mhz: int
    min_dbm: int
    max_dbm: int
    lowest_mbps: int
    origin: str
    band_steering: bool = False


class AccessPoint(msgspec.Struct, frozen=True, gc=False):
    """One access point. `group` is the building or cabinet it hangs on."""

    hostname: str
    model: str
    group: str
    origin: str


class WirelessPart(msgspec.Struct, frozen=True, gc=False):
    """What offers the SSIDs of a site, on the box that is configured for it.

    control: cluster (the access points are one virtual controller), controller (a box of its own),
    firewall (the site's firewall controls them), access-point (this box is one access point, alone in `access_points`).
    Clients always enter their VLAN at the access point's own port, where the trunk carries it.
    `native_vlan` is the access points' own VLAN, untagged on their ports.
    """

    wlans: tuple[Wlan, ...]
    access_points: tuple[AccessPoint, ...]
    native_vlan: int
    control: str = "cluster"
    radios: tuple[RadioBand, ...] = ()
    schedules: tuple[Schedule, ...] = ()
