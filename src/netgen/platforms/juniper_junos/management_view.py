"""How a Junos box is managed: who may log in from where, and which servers it uses."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from netgen.device import Device, FirewallPart, Radius, Syslog
from netgen.platforms.juniper_junos.names import quoted
from netgen.values import placeholder

#: RADIUS puts an administrator into this account (attribute Juniper-Local-User-Name).
ADMIN_TEMPLATE = "netgen-admin"


class RadiusView(msgspec.Struct, frozen=True):
    """A RADIUS server; `secret` is a placeholder."""

    host: str
    secret: str
    origin: str


class SyslogView(msgspec.Struct, frozen=True):
    """A syslog receiver: `stream` is its name among the streams of a firewall's traffic log."""

    stream: str
    host: str
    port: int
    transport: str
    is_tls: bool
    origin: str


class ManagementView(msgspec.Struct, frozen=True):
    """Management of the box. Texts are quoted, secrets are placeholders.

    `source` is the address the box speaks from. `ntp` are (server, words after it), `time_clients` may ask the box;
    `ntp_key_id` is 0 without a key.
    """

    origin: str
    domain: str
    name_servers: tuple[str, ...]
    timezone: str
    source: str
    ntp: tuple[tuple[str, str], ...]
    ntp_hosts: tuple[str, ...]
    time_clients: tuple[str, ...]
    ntp_key_id: int
    ntp_key: str
    radius: tuple[RadiusView, ...]
    login_order: str
    syslog: tuple[SyslogView, ...]
    has_tls: bool
    has_snmp: bool
    snmp_user: str
    snmp_auth: str
    snmp_privacy: str
    snmp_managers: tuple[str, ...]
    engine_id: str
    location: str
    user: str
    secret: str
    banner: str
    idle_minutes: int
    allowed: tuple[str, ...]


def management_view(device: Device) -> ManagementView:
    """The management part of the view."""
    management = device.management
    return ManagementView(
        origin=management.origin,
        domain=management.domain,
        name_servers=management.dns,
        timezone=management.timezone,
        source=management.address,
        ntp=_ntp(management.ntp, management.ntp_key_id),
        ntp_hosts=tuple(f"{server}/32" for server in management.ntp),
        time_clients=_time_clients(device.firewall),
        ntp_key_id=management.ntp_key_id,
        ntp_key=placeholder(management.ntp_key) if management.ntp_key_id else "",
        radius=radius_views(management.radius),
        login_order="[ radius password ]" if management.radius else "password",
        syslog=_syslog_views(management.syslog),
        has_tls=any(server.transport == "tls" for server in management.syslog),
        has_snmp=bool(management.snmp_user),
        snmp_user=management.snmp_user,
        snmp_auth=placeholder(management.snmp_auth),
        snmp_privacy=placeholder(management.snmp_privacy),
        snmp_managers=tuple(f"{manager}/32" for manager in management.snmp_managers),
        engine_id=device.hostname,
        location=quoted(management.location),
        user=management.user,
        secret=placeholder(management.user_secret),
        banner=management.banner,
        idle_minutes=management.idle_minutes,
        allowed=_sources(management.allowed),
    )


# What all boxes of a site, or of the trust, share is made once.


@lru_cache(maxsize=64)
def _sources(allowed: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(str(prefix) for prefix in allowed)


@lru_cache(maxsize=64)
def _time_clients(part: FirewallPart | None) -> tuple[str, ...]:
    clients = {prefix for item in part.interfaces for prefix in item.time_clients} if part else set()
    return tuple(str(prefix) for prefix in sorted(clients))


def _ntp(servers: tuple[str, ...], key: int) -> tuple[tuple[str, str], ...]:
    """Each server and what is said of it: the key, and that the first one is preferred."""
    signed = f" key {key}" if key else ""
    return tuple(
        (server, f"{signed}{' prefer' if place == 0 else ''}") for place, server in enumerate(servers)
    )


@lru_cache(maxsize=64)
def radius_views(servers: tuple[Radius, ...]) -> tuple[RadiusView, ...]:
    """The servers in order of preference."""
    return tuple(RadiusView(server.host, placeholder(server.secret), server.origin) for server in servers)


@lru_cache(maxsize=64)
def _syslog_views(servers: tuple[Syslog, ...]) -> tuple[SyslogView, ...]:
    return tuple(
        SyslogView(
            f"syslog{place}",
            server.host,
            server.port,
            server.transport,
            server.transport == "tls",
            server.origin,
        )
        for place, server in enumerate(servers, 1)
    )
