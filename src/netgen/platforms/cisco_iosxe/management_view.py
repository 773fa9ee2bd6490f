"""How a Catalyst is managed: who may log in from where, and which servers it uses."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from netgen.device import Device, OutOfBand, Radius, Syslog
from netgen.platforms.cisco_iosxe.names import CLOCKS, Clock, vlan_interface
from netgen.values import Prefix, placeholder


class EntryView(msgspec.Struct, frozen=True):
    """One entry of a standard access list, with its number and without its verb."""

    sequence: int
    source: str


class OutOfBandView(msgspec.Struct, frozen=True):
    """The management port; `source` are the addresses that may open sessions there."""

    interface: str
    address: str
    netmask: str
    source: str
    origin: str


class RadiusView(msgspec.Struct, frozen=True):
    """A RADIUS server; `key` is a placeholder."""

    name: str
    host: str
    key: str
    origin: str


class SyslogView(msgspec.Struct, frozen=True):
    """A syslog receiver; `transport`: udp | tcp | tls, `port` is 0 when it is the box's default for it."""

    host: str
    transport: str
    port: int
    is_tls: bool
    origin: str


class ManagementView(msgspec.Struct, frozen=True):
    """Management of the box.

    `own_idle_minutes` is 0 when it is the box's default of ten. `preferred_ntp` is "" without servers, `ntp_key_id` 0
    without a key. `flow_host` is "" when no flows are exported.
    """

    origin: str
    domain: str
    name_servers: str
    clock: Clock
    interface: str
    ntp_key_id: int
    ntp_key: str
    preferred_ntp: str
    other_ntp: tuple[str, ...]
    syslog: tuple[SyslogView, ...]
    has_tls: bool
    radius: tuple[RadiusView, ...]
    has_snmp: bool
    snmp_managers: tuple[EntryView, ...]
    snmp_deny: int
    location: str
    user: str
    secret: str
    banner: str
    own_idle_minutes: int
    allowed: tuple[EntryView, ...]
    allowed_deny: int
    oob: tuple[OutOfBandView, ...]
    flow_host: str
    flow_port: int


_DEFAULT_IDLE_MINUTES = 10
_DEFAULT_PORTS = {"udp": 514, "tls": 6514}
_FULL_LENGTH = 32


def management_view(device: Device) -> ManagementView:
    """The management part of the view."""
    management = device.management
    allowed = _sources(management.allowed)
    managers = _numbered(management.snmp_managers)
    return ManagementView(
        origin=management.origin,
        domain=management.domain,
        name_servers=" ".join(management.dns),
        clock=CLOCKS[management.timezone],
        interface=vlan_interface(management.vlan),
        ntp_key_id=management.ntp_key_id,
        ntp_key=placeholder(management.ntp_key) if management.ntp_key_id else "",
        preferred_ntp=management.ntp[0] if management.ntp else "",
        other_ntp=management.ntp[1:],
        syslog=_syslog_views(management.syslog),
        has_tls=any(server.transport == "tls" for server in management.syslog),
        radius=_radius_views(management.radius),
        has_snmp=bool(management.snmp_user),
        snmp_managers=managers,
        snmp_deny=10 * len(managers) + 10,
        location=management.location,
        user=management.user,
        secret=placeholder(management.user_secret),
        banner=management.banner,
        own_idle_minutes=0 if management.idle_minutes == _DEFAULT_IDLE_MINUTES else management.idle_minutes,
        allowed=allowed,
        allowed_deny=10 * len(allowed) + 10,
        oob=_out_of_band(management.oob),
        flow_host=management.flow_host,
        flow_port=management.netflow_port,
    )


def _out_of_band(port: OutOfBand | None) -> tuple[OutOfBandView, ...]:
    if port is None:
        return ()
    prefix = port.prefix
    source = f"{prefix.network} {prefix.wildcard}"
    return (OutOfBandView(port.interface, port.address, prefix.netmask, source, port.origin),)


# What all boxes of a site, or of the trust, share is made once.


@lru_cache(maxsize=64)
def _sources(allowed: tuple[Prefix, ...]) -> tuple[EntryView, ...]:
    """Addresses or networks with wildcards. A single host prints without a wildcard."""
    return _numbered(
        tuple(
            prefix.network if prefix.length == _FULL_LENGTH else f"{prefix.network} {prefix.wildcard}"
            for prefix in allowed
        )
    )


@lru_cache(maxsize=64)
def _radius_views(servers: tuple[Radius, ...]) -> tuple[RadiusView, ...]:
    return tuple(
        RadiusView(server.name, server.host, placeholder(server.secret), server.origin) for server in servers
    )


@lru_cache(maxsize=64)
def _syslog_views(servers: tuple[Syslog, ...]) -> tuple[SyslogView, ...]:
    return tuple(_syslog_view(server) for server in servers)


@lru_cache(maxsize=64)
def _numbered(sources: tuple[str, ...]) -> tuple[EntryView, ...]:
    return tuple(EntryView(10 * place, source) for place, source in enumerate(sources, 1))


def _syslog_view(server: Syslog) -> SyslogView:
    is_default = server.port == _DEFAULT_PORTS.get(server.transport)
    return SyslogView(
        server.host,
        server.transport,
        0 if is_default else server.port,
        server.transport == "tls",
        server.origin,
    )
