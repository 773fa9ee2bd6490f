"""Device to the flat view that the Instant templates see: one configuration for the whole cluster."""

from __future__ import annotations

import msgspec

from netgen.device import Device, Management, Radius, Wlan
from netgen.platforms.aruba_instant.names import (
    CLOCKS,
    ENTERPRISE,
    OPMODES,
    SIX_GHZ,
    UPLINK,
    WITH_TRANSITION,
    quoted,
    radio_band,
)
from netgen.values import placeholder

#: One `syslog-server` line takes three addresses.
_RECEIVERS = 3


class ServerView(msgspec.Struct, frozen=True):
    """A RADIUS server; `key` is a placeholder."""

    name: str
    host: str
    key: str
    origin: str


class WlanView(msgspec.Struct, frozen=True):
    """An SSID profile and the access rule of the same name.

    `security_lines`, `radio_lines` and `client_lines` are ready lines without their indent.
    """

    name: str
    essid: str
    vlan: int
    security_lines: tuple[str, ...]
    radio_lines: tuple[str, ...]
    client_lines: tuple[str, ...]
    origin: str


class ManagementView(msgspec.Struct, frozen=True):
    """Identity and management of the cluster. `syslog` and `ntp` are "" when nothing is asked for."""

    country: str
    address: str
    location: str
    syslog: str
    idle_minutes: int
    ntp: str
    clock: tuple[str, ...]
    user: str
    user_hash: str
    origin: str


class UplinkView(msgspec.Struct, frozen=True):
    """The wired profile of enet0. `allowed` is a comma list with the native VLAN in it."""

    name: str
    native: int
    allowed: str


class ClusterView(msgspec.Struct, frozen=True):
    """The whole configuration of one virtual controller."""

    hostname: str
    management: ManagementView
    servers: tuple[ServerView, ...]
    uplink: UplinkView
    wlans: tuple[WlanView, ...]
    origin: str


def build_view(device: Device) -> ClusterView:
    """The view of a Device of role wlan; ValueError for any other, which is a bug of the caller."""
    if device.wireless is None:
        msg = f"{device.hostname} has no wireless part"
        raise ValueError(msg)
    wlans = device.wireless.wlans
    native = device.wireless.native_vlan
    carried = {native}.union(*((wlan.vlan, *wlan.dynamic_vlans) for wlan in wlans))
    servers = tuple(_server(each) for each in device.management.radius)
    return ClusterView(
        hostname=device.hostname,
        management=_management(device.management),
        servers=servers,
        uplink=UplinkView(UPLINK, native, ",".join(str(number) for number in sorted(carried))),
        wlans=tuple(_wlan(each, servers) for each in wlans),
        origin=device.origin,
    )


def _management(management: Management) -> ManagementView:
    return ManagementView(
        country=management.country,
        address=management.address,
        location=quoted(management.location),
        syslog=" ".join(each.host for each in management.syslog[:_RECEIVERS]),
        idle_minutes=management.idle_minutes,
        ntp=management.ntp[0] if management.ntp else "",
        clock=CLOCKS[management.timezone],
        user=management.user,
        user_hash=placeholder(management.user_secret),
        origin=management.origin,
    )


def _server(server: Radius) -> ServerView:
    return ServerView(server.name, server.host, placeholder(server.secret), server.origin)


def _wlan(wlan: Wlan, servers: tuple[ServerView, ...]) -> WlanView:
    return WlanView(
        name=wlan.name,
        essid=quoted(wlan.ssid),
        vlan=wlan.vlan,
        security_lines=_security(wlan),
        radio_lines=_radio(wlan),
        client_lines=_clients(wlan, servers),
        origin=wlan.origin,
    )


def _security(wlan: Wlan) -> tuple[str, ...]:
    lines = [f"wpa-passphrase {placeholder(wlan.passphrase)}"] if wlan.passphrase else []
    lines.append(f"opmode {OPMODES[wlan.security]}")
    if wlan.security in WITH_TRANSITION:
        lines.append("opmode-transition-disable")
    return tuple(lines)


def _radio(wlan: Wlan) -> tuple[str, ...]:
    lines = [f"rf-band {radio_band(wlan.bands)}"]
    if "6" in wlan.bands and wlan.security in SIX_GHZ:
        lines.append("rf-band-6ghz")
    if wlan.hidden:
        lines.append("hide-ssid")
    return tuple(lines)


def _clients(wlan: Wlan, servers: tuple[ServerView, ...]) -> tuple[str, ...]:
    """What RADIUS may say of a client, and whom it may talk to."""
    lines: list[str] = []
    if wlan.security in ENTERPRISE:
        lines.extend(f"auth-server {server.name}" for server in servers)
        lines.extend(f"set-vlan Tunnel-Private-Group-Id equals {vlan} {vlan}" for vlan in wlan.dynamic_vlans)
    if wlan.isolate:
        lines.extend(("deny-inter-user-bridging", "deny-intra-vlan-traffic"))
    return tuple(lines)
