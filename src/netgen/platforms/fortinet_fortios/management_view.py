"""How a FortiGate is managed: administrators, servers, and who may open a session."""

from __future__ import annotations

import msgspec

from netgen.device import Management
from netgen.platforms.fortinet_fortios.names import plain
from netgen.values import placeholder

#: FortiOS 7.4 CLI schema: trusthost1 to trusthost10.
_TRUSTED_HOSTS = 10
_SYSLOG_PORT = 514
_NETFLOW_PORT = 2055


class TrustedHost(msgspec.Struct, frozen=True):
    """An allowed source of management sessions."""

    number: int
    network: str
    netmask: str


class ServerRow(msgspec.Struct, frozen=True):
    """A numbered server."""

    number: int
    host: str


class RadiusView(msgspec.Struct, frozen=True):
    """A RADIUS server."""

    name: str
    host: str
    secret: str
    origin: str


class SyslogView(msgspec.Struct, frozen=True):
    """A receiver: FortiOS calls them syslogd, syslogd2, ...

    FortiOS prints no defaults: `mode` is "" for udp or reliable for TCP, `port` 0 for 514.
    """

    suffix: str
    host: str
    port: int
    mode: str
    is_encrypted: bool
    origin: str


class CollectorView(msgspec.Struct, frozen=True):
    """Where flows are reported; `port` 0 for 2055, which FortiOS does not print."""

    host: str
    port: int


class ManagementView(msgspec.Struct, frozen=True):
    """Everything of the sections before the interfaces.

    `trusted` bounds the administrators where ten rows are enough, `sources` bound the box itself (local-in
    policy) in any case. `source` is the address the box speaks from: its own traffic fits the tunnels then.
    """

    source: str
    domain: str
    dns: tuple[tuple[str, str], ...]
    ntp: tuple[ServerRow, ...]
    radius: tuple[RadiusView, ...]
    syslog: tuple[SyslogView, ...]
    snmp_user: str
    snmp_auth: str
    snmp_privacy: str
    snmp_managers: tuple[ServerRow, ...]
    user: str
    password: str
    banner: str
    idle_minutes: int
    timezone: str
    location: str
    trusted: tuple[TrustedHost, ...]
    sources: tuple[TrustedHost, ...]
    #: Number and placeholder of the key of the time servers, 0 and "" without.
    ntp_key_id: int
    ntp_key: str
    collectors: tuple[CollectorView, ...]
    origin: str


def build_management(management: Management) -> ManagementView:
    """The management of one box."""
    sources = tuple(
        TrustedHost(number, prefix.network, prefix.netmask)
        for number, prefix in enumerate(management.allowed, start=1)
    )
    return ManagementView(
        source=management.address,
        domain=management.domain,
        dns=tuple(zip(("primary", "secondary"), management.dns, strict=False)),
        ntp=_rows(management.ntp),
        radius=tuple(
            RadiusView(server.name, server.host, placeholder(server.secret), server.origin)
            for server in management.radius
        ),
        syslog=tuple(
            SyslogView(
                suffix="" if number == 1 else str(number),
                host=server.host,
                port=0 if server.port == _SYSLOG_PORT else server.port,
                mode="" if server.transport == "udp" else "reliable",
                is_encrypted=server.transport == "tls",
                origin=server.origin,
            )
            for number, server in enumerate(management.syslog, start=1)
        ),
        snmp_user=management.snmp_user,
        snmp_auth=placeholder(management.snmp_auth),
        snmp_privacy=placeholder(management.snmp_privacy),
        snmp_managers=_rows(management.snmp_managers),
        user=management.user,
        password=placeholder(management.user_secret),
        banner=management.banner,
        idle_minutes=management.idle_minutes,
        timezone=management.timezone,
        location=plain(management.location),
        trusted=sources if len(sources) <= _TRUSTED_HOSTS else (),
        sources=sources,
        ntp_key_id=management.ntp_key_id,
        ntp_key=placeholder(management.ntp_key) if management.ntp_key else "",
        collectors=_collectors(management),
        origin=management.origin,
    )


def _collectors(management: Management) -> tuple[CollectorView, ...]:
    if not management.flow_host:
        return ()
    port = management.netflow_port
    return (CollectorView(management.flow_host, 0 if port == _NETFLOW_PORT else port),)


def _rows(hosts: tuple[str, ...]) -> tuple[ServerRow, ...]:
    return tuple(ServerRow(number, host) for number, host in enumerate(hosts, start=1))
