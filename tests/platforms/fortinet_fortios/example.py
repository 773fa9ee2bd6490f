"""Two made-up FortiGates: a school with two circuits, and a hub whose spokes may have any address."""

from __future__ import annotations

import msgspec

from netgen.device import (
    AddressObject,
    Device,
    DhcpPool,
    FirewallInterface,
    FirewallPart,
    FirewallZone,
    Identity,
    Inspection,
    Management,
    Policy,
    PortProfile,
    Radius,
    RemoteAccess,
    RemoteGroup,
    ServiceObject,
    StaticRoute,
    Syslog,
    Tunnel,
    UserGroup,
    WebFilter,
    lone_port,
)
from netgen.rendering import render_device
from netgen.values import Prefix

_P = Prefix.parse
SITE = "sites/oak"

MANAGEMENT = Management(
    domain="oak.example.org",
    dns=("10.0.8.10", "10.0.8.11"),
    ntp=("10.0.8.10",),
    radius=(
        Radius("radius1", "10.0.8.20", "secret://vault/network/radius", "trust/services/radius/0"),
        Radius("radius2", "10.0.8.21", "secret://vault/network/radius", "trust/services/radius/1"),
    ),
    syslog=(
        Syslog("10.0.8.30", 6514, "tls", "trust/services/syslog/0"),
        Syslog("10.0.8.31", 514, "udp", "trust/services/syslog/1"),
        Syslog("10.0.8.32", 601, "tcp", "trust/services/syslog/2"),
    ),
    snmp_user="netmon",
    snmp_auth="secret://vault/network/snmp-auth",
    snmp_privacy="secret://vault/network/snmp-privacy",
    snmp_managers=("10.0.8.40",),
    user="breakglass",
    user_secret="secret://vault/network/breakglass",
    banner="Authorised users only",
    idle_minutes=10,
    country="GB",
    timezone="Europe/London",
    vlan=10,
    address="10.2.64.1",
    prefix=_P("10.2.64.0/26"),
    gateway="10.2.64.1",
    allowed=(_P("10.0.8.0/24"), _P("10.2.64.0/26")),
    location="Oak's comms room",
    origin="trust/administration",
)

LAG_MEMBER = PortProfile("lag-member", "core", 0, (), 0, edge=False, isolate=False, poe="none", lag=1)
UNUSED = PortProfile("unused", "", 0, (), 0, edge=False, isolate=False, poe="none")
CIRCUIT = PortProfile("access", "wan", 0, (), 0, edge=False, isolate=False, poe="none")


def interface(name: str, kind: str, **changes: object) -> FirewallInterface:
    """An interface with everything else off."""
    plain = FirewallInterface(
        name=name, kind=kind, description="", mode="none", address="", length=0, members=(), parent="",
        vlan=0, manage=False, priority=0, gateway="", down_kbps=0, up_kbps=0, origin=f"{SITE}/firewall",
    )  # fmt: skip
    return msgspec.structs.replace(plain, **changes)


def vlan(number: int, address: str, length: int, segment: str, *, manage: bool = False) -> FirewallInterface:
    """A VLAN interface on the LAG."""
    return interface(
        f"vlan{number}", "vlan", description=segment, mode="static", address=address, length=length,
        parent="core", vlan=number, manage=manage, origin=f"standard/segments/{segment}",
    )  # fmt: skip


WAN1 = interface(
    "wan1", "wan", description="Fibre", mode="static", address="203.0.113.2", length=30,
    gateway="203.0.113.1", down_kbps=1000000, up_kbps=200000, origin=f"{SITE}/circuits/fibre",
)  # fmt: skip
WAN2 = interface("wan2", "wan", description="4G backup", mode="dhcp", origin=f"{SITE}/circuits/backup")
CORE = interface("core", "lag", description="core switch", members=("internal1", "internal2"))

TUNNEL = Tunnel(
    name="oak-hub1",
    wan="wan1",
    role="spoke",
    remote="198.51.100.1",
    local_id="oak.example.org",
    peer_id="hub.example.org",
    psk="secret://vault/vpn/oak",
    encryption="aes256-gcm",
    prf="sha384",
    dh_group=20,
    local_address="10.255.0.2",
    peer_address="10.255.0.1",
    local_prefix=_P("10.2.64.0/18"),
    remote_prefix=_P("10.0.0.0/18"),
    origin=f"{SITE}/circuits/fibre",
)

PART = FirewallPart(
    interfaces=(
        WAN1,
        WAN2,
        CORE,
        vlan(10, "10.2.64.1", 26, "management", manage=True),
        vlan(30, "10.2.72.1", 21, "pupils"),
        vlan(40, "10.2.80.1", 23, "guests"),
    ),
    zones=(
        FirewallZone("mgmt", 1, ("vlan10",), intrazone=True, title="Management", origin="zones/mgmt"),
        FirewallZone("pupil", 3, ("vlan30",), intrazone=False, title="Pupils", origin="zones/pupil"),
        FirewallZone("guest", 4, ("vlan40",), intrazone=False, title="Guests", origin="zones/guest"),
        FirewallZone("overlay", 50, ("oak-hub1",), intrazone=False, title="", origin="trust/vpn"),
        FirewallZone("internet", 60, ("wan1", "wan2"), intrazone=False, title="", origin="zones/internet"),
    ),
    addresses=(
        AddressObject("oak-pupil", _P("10.2.72.0/21"), "standard/segments/pupils"),
        AddressObject("hub-servers", _P("10.0.8.0/24"), "sites/hub"),
    ),
    services=(
        ServiceObject("web", ("80", "443"), ("443",), icmp=False, any_=False, origin="standard/services/web"),
        ServiceObject("dns", ("53",), ("53",), icmp=True, any_=False, origin="standard/services/dns"),
        ServiceObject("any", (), (), icmp=False, any_=True, origin="standard/services/any"),
    ),
    policies=(
        Policy(
            3050, "pupil-to-overlay", "pupil", "overlay", ("oak-pupil",), ("hub-servers",), ("dns", "web"),
            "", nat=False, comment="Servers of the trust", origin="standard/policy/0",
        ),
        Policy(
            3060, "pupil-to-internet", "pupil", "internet", ("oak-pupil",), (), ("web",), "primary", nat=True,
            comment="Pupils' web", origin="standard/policy/1",
        ),
        Policy(
            1050, "management-of-everything-to-the-overlay", "mgmt", "overlay", (), (), ("any",), "",
            nat=False, comment="", origin="standard/policy/2",
        ),
    ),
    filters=(
        WebFilter(
            "primary", "Primary pupils", ("adult", "bypass", "unrated"), ("social",), safe_search=True,
            origin="standard/filters/primary",
        ),
    ),
    tunnels=(TUNNEL,),
)  # fmt: skip

SCHOOL = Device(
    hostname="oak-fw1",
    platform="fortinet_fortios",
    model="FortiGate-60F",
    role="firewall",
    site="oak",
    members=("FortiGate-60F",),
    management=MANAGEMENT,
    vlans=(),
    native_vlan=999,
    blackhole_vlan=998,
    stp_priority=0,
    runs=(
        lone_port("wan1", "Fibre", CIRCUIT, f"{SITE}/circuits/fibre"),
        lone_port("wan2", "4G backup", CIRCUIT, f"{SITE}/circuits/backup"),
        lone_port("internal1", "core switch 1", LAG_MEMBER, f"{SITE}/firewall/links/internal1"),
        lone_port("internal2", "core switch 2", LAG_MEMBER, f"{SITE}/firewall/links/internal2"),
        lone_port("internal3", "", UNUSED, f"{SITE}/firewall"),
    ),
    lags=(),
    routes_ip=True,
    vrfs=(),
    svis=(),
    routes=(
        StaticRoute("", _P("0.0.0.0/0"), "203.0.113.1", "", 10, "fibre", f"{SITE}/circuits/fibre"),
        StaticRoute("", _P("0.0.0.0/0"), "", "wan2", 20, "backup", f"{SITE}/circuits/backup"),
        StaticRoute("", _P("10.0.0.0/18"), "", "oak-hub1", 10, "hub", f"{SITE}/circuits/fibre"),
        StaticRoute("", _P("10.2.88.0/21"), "10.2.72.2", "", 10, "core", f"{SITE}/firewall"),
    ),
    dhcp_pools=(
        DhcpPool(
            "pupils", 30, "", _P("10.2.72.0/21"), "10.2.72.1", "10.2.72.50", "10.2.79.250",
            ("10.0.8.10", "10.0.8.11"), "oak.example.org", 28800, "standard/segments/pupils",
        ),
    ),
    firewall=PART,
    wireless=None,
    origin=f"{SITE}/firewall",
)  # fmt: skip


def with_part(device: Device, **changes: object) -> Device:
    """The same box with another firewall part."""
    return msgspec.structs.replace(
        device, firewall=msgspec.structs.replace(device.firewall or PART, **changes)
    )


HUB = with_part(
    msgspec.structs.replace(
        SCHOOL,
        hostname="hub-fw1",
        routes=(
            StaticRoute("", _P("0.0.0.0/0"), "203.0.113.1", "", 10, "fibre", f"{SITE}/circuits/fibre"),
            StaticRoute("", _P("10.2.64.0/18"), "", "hub-oak", 10, "oak", "sites/oak"),
        ),
    ),
    tunnels=(
        msgspec.structs.replace(
            TUNNEL, name="hub-oak", role="hub", remote="", local_id="hub.example.org",
            peer_id="oak.example.org",
            local_address="10.255.0.1", peer_address="10.255.0.2", local_prefix=_P("10.0.0.0/18"),
            remote_prefix=_P("10.2.64.0/18"), origin="sites/oak",
        ),
    ),
    zones=tuple(
        msgspec.structs.replace(zone, members=("hub-oak",)) if zone.name == "overlay" else zone
        for zone in PART.zones
    ),
)  # fmt: skip


REMOTE = RemoteAccess(
    wan="wan1",
    name="remote.example.org",
    certificate="remote-access",
    encryption="aes256-gcm",
    prf="sha384",
    dh_group=20,
    idle_minutes=30,
    session_hours=10,
    inside=_P("10.0.0.0/8"),
    groups=(
        RemoteGroup(
            "remote-staff", 21, "ra-21", "remote-staff", _P("10.0.56.0/24"), "10.0.56.1", "10.0.56.254", is_full=True,
            origin="trust/remote_access/groups/remote-staff",
        ),
        RemoteGroup(
            "supplier", 23, "ra-23", "remote-supplier", _P("10.0.57.64/26"), "10.0.57.65", "10.0.57.126", is_full=False,
            origin="trust/remote_access/groups/supplier",
        ),
    ),
    origin="trust/remote_access",
)  # fmt: skip

#: A hub where people come in from elsewhere.
OPEN_HUB = with_part(
    HUB,
    remote=REMOTE,
    zones=(
        *(HUB.firewall or PART).zones,
        FirewallZone("remote-staff", 21, ("ra-21",), intrazone=False, title="", origin="zones/remote-staff"),
        FirewallZone("remote-supplier", 23, ("ra-23",), intrazone=False, title="", origin="zones/supplier"),
    ),
)  # fmt: skip


def section(device: Device, heading: str, row: str = "") -> str:
    """The rendered lines from `config HEADING` to its `end`; of one row alone when `row` is given."""
    lines = render_device(device).split("\n")
    start = lines.index(f"config {heading}")
    found = lines[start : lines.index("end", start) + 1]
    if row:
        begin = found.index(f"    edit {row}")
        found = found[begin : found.index("    next", begin) + 1]
    return "\n".join(found)


INSPECTION = Inspection(
    ca="Trust-CA",
    categories=("finance", "health"),
    domains=(("bank.example", "standard/inspection/exempt/domains/0"),),
    origin="standard/inspection",
)
IDENTITY = Identity(
    senders=("10.0.8.20", "10.0.8.21"),
    secret="secret://vault/network/accounting",
    attribute="class",
    forget_s=28_800,
    origin="trust/services/identity",
)
LEADERS = UserGroup("leaders", "Leadership-Team", "standard/groups/leaders")
