"""How an AOS-CX switch is managed: who may log in from where, and which servers it uses."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from netgen.device import Device, OutOfBand, Radius, Syslog
from netgen.platforms.aruba_aoscx.names import time_zone
from netgen.values import Prefix, placeholder


class RuleView(msgspec.Struct, frozen=True):
    """One entry of the access list in front of the box itself."""

    sequence: int
    text: str


class OutOfBandView(msgspec.Struct, frozen=True):
    """The management port, and who may come in by it: the entries of the list before its VRF."""

    interface: str
    address: str
    rules: tuple[RuleView, ...]
    origin: str


class RadiusView(msgspec.Struct, frozen=True):
    """A RADIUS server; `key` is a placeholder."""

    host: str
    key: str
    origin: str


class SyslogView(msgspec.Struct, frozen=True):
    """A syslog receiver; `way` is the protocol and port, "" for UDP to port 514."""

    host: str
    way: str
    origin: str


class ManagementView(msgspec.Struct, frozen=True):
    """Management of the box; `preferred_ntp` is "" without servers.

    probes_radius: sockets ask RADIUS too, so a silent server must be noticed and the others may change a
    session. `ntp_key_id` is 0 without a key; `sflow_host` is "" without a collector.
    """

    origin: str
    domain: str
    dns: tuple[str, ...]
    timezone: str
    vlan: int
    preferred_ntp: str
    other_ntp: tuple[str, ...]
    syslog: tuple[SyslogView, ...]
    radius: tuple[RadiusView, ...]
    has_snmp: bool
    snmp_user: str
    snmp_auth: str
    snmp_privacy: str
    location: str
    user: str
    secret: str
    banner: str
    idle_minutes: int
    rules: tuple[RuleView, ...]
    oob: tuple[OutOfBandView, ...]
    probes_radius: bool
    ntp_key_id: int
    ntp_key: str
    sflow_host: str
    sflow_port: int
    address: str


_DEFAULT_PORT = 514
_FULL_LENGTH = 32
_STEP = 10


def management_view(device: Device) -> ManagementView:
    """The management part of the view."""
    management = device.management
    has_snmp = bool(management.snmp_user)
    return ManagementView(
        origin=management.origin,
        domain=management.domain,
        dns=management.dns,
        timezone=time_zone(management.timezone),
        vlan=management.vlan,
        preferred_ntp=management.ntp[0] if management.ntp else "",
        other_ntp=management.ntp[1:],
        syslog=_syslog_views(management.syslog),
        radius=_radius_views(management.radius),
        has_snmp=has_snmp,
        snmp_user=management.snmp_user,
        snmp_auth=placeholder(management.snmp_auth) if has_snmp else "",
        snmp_privacy=placeholder(management.snmp_privacy) if has_snmp else "",
        location=management.location,
        user=management.user,
        secret=placeholder(management.user_secret),
        banner=management.banner,
        idle_minutes=management.idle_minutes,
        rules=_rules(management.allowed, management.snmp_managers if has_snmp else ()),
        oob=_out_of_band(management.oob),
        probes_radius=bool(management.radius) and device.access is not None,
        ntp_key_id=management.ntp_key_id,
        ntp_key=placeholder(management.ntp_key) if management.ntp_key_id else "",
        sflow_host=management.flow_host if management.sflow_port else "",
        sflow_port=management.sflow_port,
        address=management.address,
    )


def _out_of_band(port: OutOfBand | None) -> tuple[OutOfBandView, ...]:
    if port is None:
        return ()
    texts = (f"permit tcp {_source(port.prefix)} any eq ssh", "deny any any any log count")
    rules = tuple(RuleView(_STEP * place, text) for place, text in enumerate(texts, 1))
    return (OutOfBandView(port.interface, f"{port.address}/{port.prefix.length}", rules, port.origin),)


# What all boxes of a site, or of the trust, share is made once.


@lru_cache(maxsize=64)
def _rules(allowed: tuple[Prefix, ...], managers: tuple[str, ...]) -> tuple[RuleView, ...]:
    """SSH and SNMP from those who may, from nobody else; whatever else the box listens to stays open.

    The list is in front of the processor, so it must not stop DHCP, RADIUS answers or ping.
    """
    texts = [
        *(f"permit tcp {_source(prefix)} any eq ssh" for prefix in allowed),
        *(f"permit udp {host} any eq snmp" for host in managers),
        "deny tcp any any eq ssh log count",
        "deny udp any any eq snmp log count",
        "permit any any any",
    ]
    return tuple(RuleView(_STEP * place, text) for place, text in enumerate(texts, 1))


def _source(prefix: Prefix) -> str:
    """An access list prints masks in dots, and a single host bare."""
    return prefix.network if prefix.length == _FULL_LENGTH else f"{prefix.network}/{prefix.netmask}"


@lru_cache(maxsize=64)
def _radius_views(servers: tuple[Radius, ...]) -> tuple[RadiusView, ...]:
    return tuple(RadiusView(server.host, placeholder(server.secret), server.origin) for server in servers)


@lru_cache(maxsize=64)
def _syslog_views(servers: tuple[Syslog, ...]) -> tuple[SyslogView, ...]:
    return tuple(_syslog_view(server) for server in servers)


def _syslog_view(server: Syslog) -> SyslogView:
    is_usual = server.transport == "udp" and server.port == _DEFAULT_PORT
    return SyslogView(server.host, "" if is_usual else f"{server.transport} {server.port}", server.origin)
