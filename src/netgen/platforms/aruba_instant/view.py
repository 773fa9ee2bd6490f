"""Device to the flat view that the Instant templates see: one configuration for the whole cluster."""

from __future__ import annotations

import msgspec

from netgen.device import Device, Management, Radius, WirelessPart, Wlan
from netgen.platforms.aruba_instant.names import (
    CLOCKS,
    ENTERPRISE,
    OPMODES,
    PER_DEVICE,
    SIX_GHZ,
    UPLINK,
    WITH_TRANSITION,
    quoted,
    radio_band,
)
from netgen.platforms.aruba_instant.portal_view import PortalView, portal_views
from netgen.platforms.aruba_instant.radio_view import RadioBlock, radio_blocks, rate_lines
from netgen.platforms.aruba_instant.schedule_view import HoursView, hours_views, range_names
from netgen.values import placeholder

#: One `syslog-server` line takes three addresses.
_RECEIVERS = 3
#: The external portal has no name: a cluster has one.
_PORTALS = 1


class ServerView(msgspec.Struct, frozen=True):
    """A RADIUS server; `key` is a placeholder."""

    name: str
    host: str
    key: str
    origin: str


class WlanView(msgspec.Struct, frozen=True):
    """An SSID profile and the access rule of the same name.

    `kind` is employee, or guest behind a captive portal. `security_lines`, `radio_lines`, `roaming_lines` and
    `client_lines` are ready lines without their indent. `client_kbps` bounds each client in both directions, 0 without
    a bound.
    """

    name: str
    kind: str
    essid: str
    vlan: int
    security_lines: tuple[str, ...]
    radio_lines: tuple[str, ...]
    roaming_lines: tuple[str, ...]
    client_lines: tuple[str, ...]
    client_kbps: int
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
    hours: tuple[HoursView, ...]
    radios: tuple[RadioBlock, ...]
    wlans: tuple[WlanView, ...]
    portals: tuple[PortalView, ...]
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
        hours=hours_views(device.wireless.schedules, wlans),
        radios=radio_blocks(device.wireless.radios, device.origin),
        wlans=tuple(_wlan(each, servers, device.wireless) for each in wlans),
        portals=portal_views(wlans)[:_PORTALS],
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


def _wlan(wlan: Wlan, servers: tuple[ServerView, ...], part: WirelessPart) -> WlanView:
    return WlanView(
        name=wlan.name,
        kind="guest" if wlan.portal else "employee",
        essid=quoted(wlan.ssid),
        vlan=wlan.vlan,
        security_lines=_security(wlan),
        radio_lines=_radio(wlan, part),
        roaming_lines=_roaming(wlan),
        client_lines=_clients(wlan, servers),
        client_kbps=wlan.client_kbps,
        origin=wlan.origin,
    )


def _security(wlan: Wlan) -> tuple[str, ...]:
    lines = [f"wpa-passphrase {placeholder(wlan.passphrase)}"] if wlan.passphrase else []
    lines.append(f"opmode {PER_DEVICE if wlan.per_device_psk else OPMODES[wlan.security]}")
    if wlan.security in WITH_TRANSITION:
        lines.append("opmode-transition-disable")
    return tuple(lines)


def _radio(wlan: Wlan, part: WirelessPart) -> tuple[str, ...]:
    lines = [f"rf-band {radio_band(wlan.bands)}"]
    if "6" in wlan.bands and wlan.security in SIX_GHZ:
        lines.append("rf-band-6ghz")
    if wlan.hidden:
        lines.append("hide-ssid")
    if wlan.multicast_to_unicast:
        lines.append("dynamic-multicast-optimization")
    lines.extend(rate_lines(wlan, part.radios))
    lines.extend(f"time-range {name} enable" for name in range_names(wlan, part.schedules))
    return tuple(lines)


def _roaming(wlan: Wlan) -> tuple[str, ...]:
    lines = ["dot11r"] if wlan.fast_roaming and wlan.security != "enhanced-open" else []
    if wlan.assisted_roaming:
        lines += ["dot11k", "dot11v"]
    return tuple(lines)


def _clients(wlan: Wlan, servers: tuple[ServerView, ...]) -> tuple[str, ...]:
    """What RADIUS may say of a client, and whom it may talk to."""
    lines: list[str] = []
    if wlan.portal:
        lines.append("captive-portal external")
    if wlan.security in ENTERPRISE or wlan.per_device_psk or wlan.portal:
        lines.extend(f"auth-server {server.name}" for server in servers)
    if wlan.security in ENTERPRISE or wlan.per_device_psk:
        lines.extend(f"set-vlan Tunnel-Private-Group-Id equals {vlan} {vlan}" for vlan in wlan.dynamic_vlans)
    if wlan.isolate:
        lines.extend(("deny-inter-user-bridging", "deny-intra-vlan-traffic"))
    return tuple(lines)
