"""Device to the flat view of the OpenWrt templates.

Reads: Device of role access-point. Writes: View. Every value is final and, where a person chose it, quoted.
"""

from __future__ import annotations

import msgspec

from netgen.device import Device, Management, Syslog
from netgen.platforms.openwrt.names import (
    BRIDGE,
    MANAGEMENT,
    TIMEZONES,
    UPLINKS,
    quoted,
    vlan_interface,
)
from netgen.platforms.openwrt.wireless_view import RadioView, SsidView, radio_views, ssid_views
from netgen.values import placeholder

#: UDP port of a receiver that wants TLS, which the logger of OpenWrt does not know (RFC 5426).
_SYSLOG_PORT = 514


class LogView(msgspec.Struct, frozen=True):
    """Where the box logs; transport udp | tcp."""

    host: str
    port: int
    transport: str
    origin: str


class ManagementView(msgspec.Struct, frozen=True):
    """How the box is managed. `address` is "" when DHCP gives it. `logs` holds one receiver, or none."""

    hostname: str
    timezone: str
    zone: str
    interface: str
    device: str
    address: str
    mask: str
    gateway: str
    dns: tuple[str, ...]
    ntp: tuple[str, ...]
    logs: tuple[LogView, ...]
    idle_seconds: int
    allowed: tuple[str, ...]
    snmp_user: str
    snmp_auth: str
    snmp_privacy: str
    snmp_managers: tuple[str, ...]
    location: str
    origin: str


class VlanView(msgspec.Struct, frozen=True):
    """A VLAN of the bridge. `is_own` is that of the access point itself, untagged on its uplink."""

    id: int
    interface: str
    is_own: bool
    origin: str


class View(msgspec.Struct, frozen=True):
    """One access point."""

    origin: str
    management: ManagementView
    bridge: str
    uplinks: tuple[str, ...]
    vlans: tuple[VlanView, ...]
    radios: tuple[RadioView, ...]
    ssids: tuple[SsidView, ...]


def build_view(device: Device) -> View:
    """The view of one access point; ValueError for a Device without a wireless part, a bug of the caller."""
    part = device.wireless
    if part is None:
        msg = f"{device.hostname} has no wireless part"
        raise ValueError(msg)
    asked = {part.native_vlan: device.management.origin}
    for wlan in part.wlans:
        for vlan in (wlan.vlan, *wlan.dynamic_vlans):
            asked.setdefault(vlan, wlan.origin)
    return View(
        origin=device.origin,
        management=_management(device, part.native_vlan),
        bridge=BRIDGE,
        uplinks=_uplinks(device),
        vlans=tuple(
            VlanView(vlan, vlan_interface(vlan), vlan == part.native_vlan, asked[vlan])
            for vlan in sorted(asked)
        ),
        radios=radio_views(device, part),
        ssids=ssid_views(device, part),
    )


def _uplinks(device: Device) -> tuple[str, ...]:
    """Ports that lead to the switch; KeyError for a model that nobody has described is a bug of ours."""
    found = tuple(port.interface for port in device.ports if port.profile.kind != "unused")
    return found or UPLINKS[device.model]


def _management(device: Device, vlan: int) -> ManagementView:
    management = device.management
    return ManagementView(
        hostname=device.hostname,
        timezone=TIMEZONES[management.timezone],
        zone=management.timezone,
        interface=MANAGEMENT,
        device=f"{BRIDGE}.{vlan}",
        address=management.address,
        mask=management.prefix.netmask,
        gateway=management.gateway,
        dns=management.dns,
        ntp=management.ntp,
        logs=tuple(_log(receiver) for receiver in management.syslog[:1]),
        idle_seconds=60 * management.idle_minutes,
        allowed=tuple(str(prefix) for prefix in management.allowed),
        snmp_user=management.snmp_user,
        snmp_auth=placeholder(management.snmp_auth),
        snmp_privacy=placeholder(management.snmp_privacy),
        snmp_managers=management.snmp_managers,
        location=_location(management),
        origin=management.origin,
    )


def _location(management: Management) -> str:
    return quoted(management.location) if management.location else ""


def _log(receiver: Syslog) -> LogView:
    is_tls = receiver.transport == "tls"
    return LogView(
        receiver.host,
        _SYSLOG_PORT if is_tls else receiver.port,
        "udp" if is_tls else receiver.transport,
        receiver.origin,
    )
