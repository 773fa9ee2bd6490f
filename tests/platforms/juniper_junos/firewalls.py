"""Made-up SRX firewalls: a school with two circuits, and a hub whose spokes may have any address."""

from __future__ import annotations

import msgspec
from tests.platforms.juniper_junos.switches import MANAGEMENT

from netgen.device import (
    AddressObject,
    Device,
    DhcpPool,
    FirewallInterface,
    FirewallPart,
    FirewallZone,
    Policy,
    PortProfile,
    Protection,
    Publication,
    RemoteList,
    Schedule,
    ServiceObject,
    StaticRoute,
    Translation,
    Tunnel,
    WebFilter,
    lone_port,
)
from netgen.values import Prefix

_P = Prefix.parse
SITE = "sites/oak"
UNUSED = PortProfile("unused", "", 0, (), 0, edge=False, isolate=False, poe="none")


def interface(name: str, kind: str, **changes: object) -> FirewallInterface:
    """An interface with everything else off."""
    plain = FirewallInterface(
        name=name, kind=kind, description="", mode="none", address="", length=0, members=(), parent="", vlan=0,
        manage=False, priority=0, gateway="", down_kbps=0, up_kbps=0, origin=f"{SITE}/firewall",
    )  # fmt: skip
    return msgspec.structs.replace(plain, **changes)


def vlan(number: int, address: str, length: int, segment: str, *, manage: bool = False) -> FirewallInterface:
    """A VLAN interface on the LAG."""
    return interface(
        f"vlan{number}", "vlan", description=segment, mode="static", address=address, length=length, parent="core",
        vlan=number, manage=manage, origin=f"standard/segments/{segment}",
    )  # fmt: skip


FIBRE = interface(
    "ge-0/0/0", "wan", description="Fibre", mode="static", address="203.0.113.2", length=30, priority=10,
    gateway="203.0.113.1", up_kbps=200000, origin=f"{SITE}/circuits/fibre",
)  # fmt: skip
BACKUP = interface(
    "ge-0/0/1", "wan", description="4G backup", mode="dhcp", priority=20, origin=f"{SITE}/circuits/backup"
)
CORE = interface("core", "lag", description="core switch", members=("ge-0/0/2", "ge-0/0/3"))

TUNNEL = Tunnel(
    name="to-hub",
    wan="ge-0/0/0",
    role="spoke",
    remote="198.51.100.1",
    local_id="oak",
    peer_id="hub",
    psk="secret://vault/vpn/oak",
    encryption="aes256-gcm",
    prf="sha384",
    dh_group=20,
    local_address="10.255.0.3",
    peer_address="10.255.0.2",
    local_prefix=_P("10.2.64.0/18"),
    remote_prefix=_P("10.0.0.0/18"),
    origin=f"{SITE}/tunnels/hub",
)

PART = FirewallPart(
    interfaces=(
        FIBRE,
        BACKUP,
        CORE,
        vlan(10, "10.2.64.1", 26, "management", manage=True),
        vlan(30, "10.2.72.1", 21, "pupils"),
        vlan(40, "10.2.80.1", 23, "guests"),
    ),
    zones=(
        FirewallZone("mgmt", 1, ("vlan10",), intrazone=True, title="Management", origin="zones/mgmt"),
        FirewallZone("pupil", 3, ("vlan30",), intrazone=False, title="Pupils", origin="zones/pupil"),
        FirewallZone("guest", 4, ("vlan40",), intrazone=False, title="Guests", origin="zones/guest"),
        FirewallZone(
            "internet", 60, ("ge-0/0/0", "ge-0/0/1"), intrazone=False, title="", origin="zones/internet"
        ),
        FirewallZone("overlay", 61, ("to-hub",), intrazone=False, title="", origin="trust/hubs"),
    ),
    addresses=(
        AddressObject("oak-pupil-10.2.72.0-21", _P("10.2.72.0/21"), "standard/segments/pupils"),
        AddressObject("hub-servers-10.0.8.0-24", _P("10.0.8.0/24"), "sites/hub"),
    ),
    services=(
        ServiceObject("web", ("80", "443"), ("443",), icmp=False, any_=False, origin="standard/services/web"),
        ServiceObject("ping", (), (), icmp=True, any_=False, origin="standard/services/ping"),
        ServiceObject("sip", (), ("5060-5061",), icmp=False, any_=False, origin="standard/services/sip"),
        ServiceObject("any", (), (), icmp=False, any_=True, origin="standard/services/any"),
    ),
    policies=(
        Policy(
            1050, "mgmt to overlay", "mgmt", "overlay", (), (), ("any",), "", nat=False, comment="",
            origin="standard/policy/2",
        ),
        Policy(
            3050, "pupil to overlay", "pupil", "overlay", ("oak-pupil-10.2.72.0-21",), ("hub-servers-10.0.8.0-24",),
            ("ping", "web"), "", nat=False, comment="Servers of the trust", origin="standard/policy/0",
        ),
        Policy(
            3060, "pupil to internet", "pupil", "internet", ("oak-pupil-10.2.72.0-21",), (), ("web",), "primary",
            nat=True, comment="Pupils' web", origin="standard/policy/1",
        ),
    ),
    filters=(
        WebFilter(
            "primary", "Primary pupils", ("adult", "bypass", "gamble"), ("social",), safe_search=True,
            origin="standard/filters/primary",
        ),
    ),
    tunnels=(TUNNEL,),
)  # fmt: skip

SCHOOL = Device(
    hostname="oak-fw1",
    platform="juniper_junos",
    model="SRX340",
    role="firewall",
    site="oak",
    members=("SRX340",),
    management=msgspec.structs.replace(MANAGEMENT, vlan=10, address="10.2.64.1", gateway="10.2.64.1"),
    vlans=(),
    native_vlan=998,
    blackhole_vlan=999,
    stp_priority=0,
    runs=(lone_port("ge-0/0/7", "", UNUSED, f"{SITE}/firewall/ports"),),
    lags=(),
    routes_ip=True,
    vrfs=(),
    svis=(),
    routes=(
        StaticRoute("", _P("0.0.0.0/0"), "203.0.113.1", "ge-0/0/0", 10, "fibre", f"{SITE}/circuits/fibre/gateway"),
        StaticRoute("", _P("10.0.0.0/18"), "", "to-hub", 10, "hub", f"{SITE}/tunnels/hub/route"),
        StaticRoute("", _P("10.0.0.0/8"), "", "", 254, "trust", "trust/addressing/supernet"),
    ),
    dhcp_pools=(
        DhcpPool(
            "pupils", 30, "", _P("10.2.72.0/21"), "10.2.72.1", "10.2.72.50", "10.2.79.250",
            ("10.0.8.10", "10.0.8.11"), "oak.example.sch.uk", 28800, "standard/segments/pupils/dhcp",
        ),
    ),
    firewall=PART,
    wireless=None,
    origin=f"{SITE}/firewall",
)  # fmt: skip

SCHOOL_DAY = Schedule("school-day", ("mon", "wed"), "07:30", "18:00", "standard/schedules/school-day")
PORTAL = Publication(
    "portal", "ge-0/0/0", "203.0.113.2", "10.2.64.20", ("web", "sip"), f"{SITE}/publish/portal"
)


def with_part(device: Device, **changes: object) -> Device:
    """The same box with another firewall part."""
    return msgspec.structs.replace(
        device, firewall=msgspec.structs.replace(device.firewall or PART, **changes)
    )


FEED = RemoteList(
    "feed-bad",
    "addresses",
    "https://feeds.example/lists/a.txt",
    "hourly",
    4,
    "standard/protection/threat_feeds/bad",
)
OLD_PUPILS = Translation(
    "pupil", "pupil", "vlan40", _P("192.168.0.0/22"), _P("10.2.72.0/22"), f"{SITE}/legacy/pupil"
)
#: Oak in its first year, with old addresses, a feed and everything that looks into sessions.
JOINING = with_part(
    SCHOOL, lists=(FEED,), translations=(OLD_PUPILS,), protection=Protection(ips=True, antivirus=True)
)

#: The far side of oak's tunnel, which does not know oak's address.
HUB = with_part(
    msgspec.structs.replace(SCHOOL, hostname="hub-fw1", routes=SCHOOL.routes[:1]),
    tunnels=(
        msgspec.structs.replace(
            TUNNEL, name="to-oak", role="hub", remote="", local_id="hub", peer_id="oak", local_address="10.255.0.2",
            peer_address="10.255.0.3", local_prefix=TUNNEL.remote_prefix, remote_prefix=TUNNEL.local_prefix,
            distance=12,
        ),
    ),
    zones=tuple(
        msgspec.structs.replace(zone, members=("to-oak",)) if zone.name == "overlay" else zone
        for zone in PART.zones
    ),
)  # fmt: skip
