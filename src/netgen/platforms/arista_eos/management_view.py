"""How an EOS switch is managed: who may log in from where, and which servers it uses."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from netgen.device import Device, OutOfBand, Radius, Syslog
from netgen.platforms.arista_eos.names import OUT_OF_BAND_VRF, vlan_interface
from netgen.values import Prefix, placeholder


class EntryView(msgspec.Struct, frozen=True):
    """One entry of a standard access list; `source` is a prefix, or an address if it is one host."""

    sequence: int
    source: str
    is_host: bool


class OutOfBandView(msgspec.Struct, frozen=True):
    """The management port; `source` are the addresses that may open sessions there."""

    interface: str
    address: str
    vrf: str
    source: str
    origin: str


class RadiusView(msgspec.Struct, frozen=True):
    """A RADIUS server; `key` is a placeholder."""

    host: str
    key: str
    origin: str


class SyslogView(msgspec.Struct, frozen=True):
    """A syslog receiver; `port` is 0 where the box's default port is not printed."""

    host: str
    port: int
    is_tcp: bool
    is_tls: bool
    origin: str


class ManagementView(msgspec.Struct, frozen=True):
    """Management of the box; `preferred_ntp` is "" without servers, `ntp_key_id` 0 without a key.

    `flow_host` is "" when no flows are exported, `flow_port` 0 when it is the box's default.
    """

    origin: str
    domain: str
    dns: tuple[str, ...]
    timezone: str
    interface: str
    ntp_key_id: int
    ntp_key: str
    preferred_ntp: str
    other_ntp: tuple[str, ...]
    syslog: tuple[SyslogView, ...]
    has_tls: bool
    radius: tuple[RadiusView, ...]
    has_snmp: bool
    snmp_user: str
    snmp_auth: str
    snmp_privacy: str
    snmp_managers: tuple[EntryView, ...]
    location: str
    user: str
    secret: str
    banner: str
    idle_minutes: int
    allowed: tuple[EntryView, ...]
    oob: tuple[OutOfBandView, ...]
    flow_host: str
    flow_port: int


_DEFAULT_PORT = 514
_SFLOW_PORT = 6343
_FULL_LENGTH = 32


def management_view(device: Device) -> ManagementView:
    """The management part of the view."""
    management = device.management
    has_snmp = bool(management.snmp_user)
    return ManagementView(
        origin=management.origin,
        domain=management.domain,
        dns=management.dns,
        timezone=management.timezone,
        interface=vlan_interface(management.vlan),
        ntp_key_id=management.ntp_key_id,
        ntp_key=placeholder(management.ntp_key) if management.ntp_key_id else "",
        preferred_ntp=management.ntp[0] if management.ntp else "",
        other_ntp=management.ntp[1:],
        syslog=_syslog_views(management.syslog),
        has_tls=any(server.transport == "tls" for server in management.syslog),
        radius=_radius_views(management.radius),
        has_snmp=has_snmp,
        snmp_user=management.snmp_user,
        snmp_auth=placeholder(management.snmp_auth) if has_snmp else "",
        snmp_privacy=placeholder(management.snmp_privacy) if has_snmp else "",
        snmp_managers=_managers(management.snmp_managers),
        location=management.location,
        user=management.user,
        secret=placeholder(management.user_secret),
        banner=management.banner,
        idle_minutes=management.idle_minutes,
        allowed=_entries(management.allowed),
        oob=_out_of_band(management.oob),
        flow_host=management.flow_host,
        flow_port=0 if management.sflow_port == _SFLOW_PORT else management.sflow_port,
    )


def _out_of_band(port: OutOfBand | None) -> tuple[OutOfBandView, ...]:
    if port is None:
        return ()
    address = f"{port.address}/{port.prefix.length}"
    return (OutOfBandView(port.interface, address, OUT_OF_BAND_VRF, str(port.prefix), port.origin),)


# What all boxes of a site, or of the trust, share is made once.


@lru_cache(maxsize=64)
def _entries(allowed: tuple[Prefix, ...]) -> tuple[EntryView, ...]:
    return tuple(_entry(10 * place, prefix) for place, prefix in enumerate(allowed, 1))


@lru_cache(maxsize=64)
def _managers(hosts: tuple[str, ...]) -> tuple[EntryView, ...]:
    return tuple(EntryView(10 * place, host, is_host=True) for place, host in enumerate(hosts, 1))


@lru_cache(maxsize=64)
def _radius_views(servers: tuple[Radius, ...]) -> tuple[RadiusView, ...]:
    return tuple(RadiusView(server.host, placeholder(server.secret), server.origin) for server in servers)


@lru_cache(maxsize=64)
def _syslog_views(servers: tuple[Syslog, ...]) -> tuple[SyslogView, ...]:
    return tuple(_syslog_view(server) for server in servers)


def _entry(sequence: int, prefix: Prefix) -> EntryView:
    is_host = prefix.length == _FULL_LENGTH
    return EntryView(sequence, prefix.network if is_host else str(prefix), is_host)


def _syslog_view(server: Syslog) -> SyslogView:
    is_tls = server.transport == "tls"
    # The port stands before `protocol tls` even where it is the usual one; else only if it is not 514.
    port = server.port if is_tls or server.port != _DEFAULT_PORT else 0
    return SyslogView(server.host, port, server.transport == "tcp", is_tls, server.origin)
