"""How the box is managed: its name, its servers, who may open a session, and from which address it speaks."""

from __future__ import annotations

import msgspec

from netgen.device import Device, FirewallInterface, FirewallPart, Management, RemoteList
from netgen.platforms.paloalto_panos.names import InterfaceNames, text
from netgen.values import placeholder

_TRANSPORTS = {"udp": "UDP", "tcp": "TCP", "tls": "SSL"}
#: What the box asks for from its management address: `route service` names of PAN-OS.
_ALWAYS_ROUTED = ("dns", "ntp", "paloalto-networks-services", "url-updates")


class ServerRow(msgspec.Struct, frozen=True):
    """A server in the place that PAN-OS has for it: primary | secondary."""

    place: str
    host: str


class RadiusView(msgspec.Struct, frozen=True):
    """A RADIUS server."""

    name: str
    host: str
    secret: str
    origin: str


class SyslogView(msgspec.Struct, frozen=True):
    """A receiver; transport: UDP | TCP | SSL."""

    name: str
    host: str
    port: int
    transport: str
    origin: str


class ManagementView(msgspec.Struct, frozen=True):
    """Everything that is not traffic of others.

    `source_interface` and `source_address` (with the length of its subnet) are "" on a box without management.
    `flow_host` is "" without a collector, `ntp_key_id` 0 without a key (40 hexadecimal digits: SHA-1).
    `permitted` bounds sessions with the box on that interface and on the management port.
    """

    hostname: str
    domain: str
    timezone: str
    banner: str
    dns: tuple[ServerRow, ...]
    ntp: tuple[ServerRow, ...]
    radius: tuple[RadiusView, ...]
    syslog: tuple[SyslogView, ...]
    ntp_key_id: int
    ntp_key: str
    flow_host: str
    flow_port: int
    snmp_user: str
    snmp_auth: str
    snmp_privacy: str
    snmp_managers: tuple[str, ...]
    location: str
    user: str
    password: str
    idle_minutes: int
    permitted: tuple[str, ...]
    permitted_on_port: tuple[str, ...]
    source_interface: str
    source_address: str
    routed_services: tuple[str, ...]
    shares_updates: bool
    origin: str


def managing_interface(part: FirewallPart, management: Management) -> FirewallInterface | None:
    """The interface that has the management address, else the first one that manages."""
    managing = [item for item in part.interfaces if item.manage]
    exact = [item for item in managing if item.address == management.address]
    return next(iter(exact or managing), None)


def build_management(device: Device, part: FirewallPart, names: InterfaceNames) -> ManagementView:
    """The management of one box."""
    management = device.management
    interface = managing_interface(part, management)
    allowed = tuple(str(prefix) for prefix in management.allowed)
    managers = tuple(f"{host}/32" for host in management.snmp_managers)
    return ManagementView(
        hostname=device.hostname,
        domain=management.domain,
        timezone=management.timezone,
        banner=text(management.banner) if management.banner else "",
        dns=_rows(management.dns),
        ntp=_rows(management.ntp),
        radius=tuple(
            RadiusView(item.name, item.host, placeholder(item.secret), item.origin)
            for item in management.radius
        ),
        syslog=tuple(
            SyslogView(f"syslog{number}", item.host, item.port, _TRANSPORTS[item.transport], item.origin)
            for number, item in enumerate(management.syslog, start=1)
        ),
        ntp_key_id=management.ntp_key_id,
        ntp_key=placeholder(management.ntp_key) if management.ntp_key else "",
        flow_host=management.flow_host,
        flow_port=management.netflow_port,
        snmp_user=management.snmp_user,
        snmp_auth=placeholder(management.snmp_auth),
        snmp_privacy=placeholder(management.snmp_privacy),
        snmp_managers=management.snmp_managers,
        location=text(management.location) if management.location else "",
        user=management.user,
        password=placeholder(management.user_secret),
        idle_minutes=management.idle_minutes,
        permitted=tuple(dict.fromkeys((*allowed, *managers))),
        permitted_on_port=allowed,
        source_interface=names[interface.name] if interface else "",
        source_address=f"{interface.address}/{interface.length}" if interface else "",
        routed_services=_routed_services(management, part.lists) if interface else (),
        # The member that stands by has no way out of its own.
        shares_updates=part.pair is not None,
        origin=management.origin,
    )


def _routed_services(management: Management, lists: tuple[RemoteList, ...]) -> tuple[str, ...]:
    found = set(_ALWAYS_ROUTED)
    if management.radius:
        found.add("radius")
    if management.syslog:
        found.add("syslog")
    if management.flow_host:
        found.add("netflow")
    if any(item.kind != "country" for item in lists):
        found.add("edl-updates")
    return tuple(sorted(found))


def _rows(hosts: tuple[str, ...]) -> tuple[ServerRow, ...]:
    """PAN-OS has two places; a third server has none."""
    return tuple(ServerRow(place, host) for place, host in zip(("primary", "secondary"), hosts, strict=False))
