"""Example switches of a made-up school: an access switch (a stack of two) and a routed core."""

from __future__ import annotations

import msgspec

from netgen.device import (
    AccessControl,
    Device,
    DhcpPool,
    Lag,
    Management,
    PortProfile,
    PortRun,
    QosClass,
    Radius,
    Reservation,
    StaticRoute,
    Svi,
    Syslog,
    Vlan,
    Vrf,
    lone_port,
)
from netgen.values import Prefix

NATIVE, BLACKHOLE = 998, 999
_SITE = "sites/oak"
_VLANS = {
    10: "staff",
    20: "pupils",
    30: "voice",
    40: "cameras",
    99: "management",
    998: "unused-native",
    999: "blackhole",
}
_TAGGED = (10, 20, 30, 40, 99)
_UPLINKS = ("TenGigabitEthernet1/1/1", "TenGigabitEthernet2/1/1")

DESK = PortProfile("access", "desk", 20, (), 0, edge=True, isolate=False, poe="on")
PHONE = PortProfile("access", "phone", 10, (), 30, edge=True, isolate=False, poe="on")
CAMERA = PortProfile("access", "camera", 40, (), 0, edge=True, isolate=True, poe="on")
PRINTER = PortProfile("access", "printer", 10, (), 0, edge=True, isolate=False, poe="off")
ACCESS_POINT = PortProfile("trunk", "access-point", 99, (10, 20), 0, edge=True, isolate=False, poe="on")
FAR_SWITCH = PortProfile("trunk", "uplink", NATIVE, _TAGGED, 0, edge=False, isolate=False, poe="none")
MEMBER = PortProfile("lag-member", "uplink", NATIVE, _TAGGED, 0, edge=False, isolate=False, poe="none")
UNUSED = PortProfile("unused", "unused", BLACKHOLE, (), 0, edge=False, isolate=False, poe="off")
UNUSED_FIBRE = PortProfile("unused", "unused", BLACKHOLE, (), 0, edge=False, isolate=False, poe="none")

MANAGEMENT = Management(
    domain="oak.example.sch.uk",
    dns=("10.0.0.53", "10.0.1.53"),
    ntp=("10.0.0.123", "10.0.1.123"),
    radius=(
        Radius("radius1", "10.0.0.10", "secret://env/RADIUS", "trust/services/radius/0"),
        Radius("radius2", "10.0.1.10", "secret://env/RADIUS", "trust/services/radius/1"),
    ),
    syslog=(
        Syslog("10.0.0.50", 6514, "tls", "trust/services/syslog/0"),
        Syslog("10.0.0.51", 1514, "tcp", "trust/services/syslog/1"),
        Syslog("10.0.0.52", 514, "udp", "trust/services/syslog/2"),
    ),
    snmp_user="monitor",
    snmp_auth="secret://env/SNMP_AUTH",
    snmp_privacy="secret://env/SNMP_PRIVACY",
    snmp_managers=("10.0.0.60", "10.0.1.60"),
    user="rescue",
    user_secret="secret://env/RESCUE",
    banner="Authorised use only",
    idle_minutes=10,
    country="GB",
    timezone="Europe/London",
    vlan=99,
    address="10.2.0.11",
    prefix=Prefix.parse("10.2.0.0/24"),
    gateway="10.2.0.1",
    allowed=(Prefix.parse("10.0.8.0/24"), Prefix.parse("10.2.0.0/24")),
    location="Main cabinet",
    origin="trust/administration",
)


def port(interface: str, profile: PortProfile, description: str = "", lag: int = 0) -> PortRun:
    """A port whose origin is its own place."""
    member = msgspec.structs.replace(profile, lag=lag) if lag else profile
    return lone_port(interface, description, member, f"{_SITE}/ports/{interface}")


def _vlans() -> tuple[Vlan, ...]:
    return tuple(Vlan(number, name, f"{_SITE}/vlans/{name}") for number, name in _VLANS.items())


def lag(number: int, members: tuple[str, ...], peer: str) -> Lag:
    """A LAG that carries every VLAN of the school."""
    return Lag(number, peer, members, NATIVE, _TAGGED, f"{_SITE}/lags/{number}")


def _access_ports() -> tuple[PortRun, ...]:
    copper = [port(f"GigabitEthernet1/0/{n}", DESK, f"Room {n}") for n in range(1, 31)]
    copper += [port(f"GigabitEthernet1/0/{n}", PHONE, f"Office {n}") for n in range(31, 39)]
    copper += [port(f"GigabitEthernet1/0/{n}", CAMERA, f"Camera {n}") for n in range(39, 41)]
    copper += [port(f"GigabitEthernet1/0/{n}", PRINTER, "Printer") for n in range(41, 42)]
    copper += [port(f"GigabitEthernet1/0/{n}", ACCESS_POINT, f"AP {n}") for n in range(42, 45)]
    copper += [port(f"GigabitEthernet1/0/{n}", UNUSED) for n in range(45, 49)]
    return (
        *copper,
        port("TenGigabitEthernet1/1/1", MEMBER, "oak-core u1", lag=1),
        port("TenGigabitEthernet2/1/1", MEMBER, "oak-core u2", lag=1),
        port("TenGigabitEthernet1/1/2", FAR_SWITCH, "oak-annex u1"),
        port("TenGigabitEthernet2/1/2", UNUSED_FIBRE),
    )


def access_switch() -> Device:
    """A layer 2 switch with 48 copper ports and every kind of port."""
    return Device(
        hostname="oak-acc-1",
        platform="cisco_iosxe",
        model="C9300-48P+NM-8X",
        role="access",
        site="oak",
        members=("C9300-48P+NM-8X", "C9300-24P+NM-8X"),
        management=MANAGEMENT,
        vlans=_vlans(),
        native_vlan=NATIVE,
        blackhole_vlan=BLACKHOLE,
        stp_priority=32768,
        runs=_access_ports(),
        lags=(lag(1, _UPLINKS, "oak-core"),),
        routes_ip=False,
        vrfs=(),
        svis=(),
        routes=(),
        dhcp_pools=(),
        firewall=None,
        wireless=None,
        origin=f"{_SITE}/cabinets/main/switches/sw1",
    )


def routed_core() -> Device:
    """A core that routes inside of two zones; the firewall is the way from one to the other."""
    svis = (
        Svi(10, "staff", "staff", "10.2.8.1", Prefix.parse("10.2.8.0/22"), f"{_SITE}/segments/staff"),
        Svi(20, "pupils", "pupils", "10.2.16.1", Prefix.parse("10.2.16.0/21"), f"{_SITE}/segments/pupils"),
        Svi(
            3010, "to firewall", "staff", "10.2.60.2", Prefix.parse("10.2.60.0/30"), f"{_SITE}/transits/staff"
        ),
        Svi(
            3020,
            "to firewall",
            "pupils",
            "10.2.60.6",
            Prefix.parse("10.2.60.4/30"),
            f"{_SITE}/transits/pupils",
        ),
    )
    default = Prefix.parse("0.0.0.0/0")
    transits = (
        Vlan(3010, "transit-staff", f"{_SITE}/transits/staff"),
        Vlan(3020, "transit-pupils", f"{_SITE}/transits/pupils"),
    )
    return msgspec.structs.replace(
        access_switch(),
        hostname="oak-core",
        role="core",
        stp_priority=4096,
        vlans=(*_vlans(), *transits),
        runs=(
            port("TenGigabitEthernet1/1/1", MEMBER, "oak-fw port1", lag=1),
            port("TenGigabitEthernet2/1/1", MEMBER, "oak-fw port2", lag=1),
            port("TenGigabitEthernet1/1/2", MEMBER, "oak-acc-1 u1", lag=2),
            port("TenGigabitEthernet2/1/2", MEMBER, "oak-acc-1 u2", lag=2),
            port("GigabitEthernet1/0/1", UNUSED),
        ),
        lags=(
            Lag(1, "oak-fw", _UPLINKS, NATIVE, (99, 3010, 3020), f"{_SITE}/lags/1"),
            lag(2, ("TenGigabitEthernet1/1/2", "TenGigabitEthernet2/1/2"), "oak-acc-1"),
        ),
        routes_ip=True,
        vrfs=(Vrf("staff", 1, "zones/staff"), Vrf("pupils", 2, "zones/pupils")),
        svis=svis,
        routes=(
            StaticRoute("staff", default, "10.2.60.1", "", 1, "firewall", "zones/staff"),
            StaticRoute("pupils", default, "10.2.60.5", "", 1, "firewall", "zones/pupils"),
        ),
        dhcp_pools=(
            DhcpPool(
                "staff", 10, "staff", Prefix.parse("10.2.8.0/22"), "10.2.8.1", "10.2.8.20", "10.2.11.250",
                ("10.0.0.53", "10.0.1.53"), "oak.example.sch.uk", 28800, f"{_SITE}/segments/staff",
            ),
            DhcpPool(
                "pupils", 20, "pupils", Prefix.parse("10.2.16.0/21"), "10.2.16.1", "10.2.16.3", "10.2.23.254",
                ("10.0.0.53",), "oak.example.sch.uk", 86400, f"{_SITE}/segments/pupils",
            ),
        ),
    )  # fmt: skip


GUEST, FAILED = 50, 60
ACCESS = AccessControl(
    groups=(("staff-devices", "staff", 10),),
    guest_vlan=GUEST,
    failed_vlan=FAILED,
    critical="own",
    reauthenticate_s=28800,
    interim_s=1800,
    dead_s=600,
    origin="standard/access",
)
QOS = (
    QosClass("network", 48, 5, priority=False, origin="standard/qos/network"),
    QosClass("voice", 46, 15, priority=True, origin="standard/qos/voice"),
    QosClass("video", 34, 25, priority=False, origin="standard/qos/video"),
    QosClass("scavenger", 8, 5, priority=False, origin="standard/qos/scavenger"),
    QosClass("rest", 0, 50, priority=False, origin="standard/qos/rest"),
)
LOGIN = msgspec.structs.replace(
    DESK, access="dot1x", dynamic_vlans=(10,), source_guard=True, ra_guard=True, poe_priority="high"
)
LOGIN_PHONE = msgspec.structs.replace(
    PHONE, access="dot1x", trust="phone", source_guard=True, ra_guard=True, poe_priority="critical"
)
KNOWN = msgspec.structs.replace(PRINTER, access="mab", ra_guard=True)
SERVER = msgspec.structs.replace(DESK, trust="dscp", ra_guard=True)
ROAMING = msgspec.structs.replace(ACCESS_POINT, trust="dscp", arp_trusted=True, ra_guard=True)
UPLINK = msgspec.structs.replace(MEMBER, trust="dscp", arp_trusted=True)


def asked_for_everything() -> Device:
    """The access switch with logins, guards, classes of traffic, signed time and flows."""
    switch = access_switch()
    return msgspec.structs.replace(
        switch,
        vlans=(
            *switch.vlans,
            Vlan(GUEST, "guest", f"{_SITE}/vlans/guest"),
            Vlan(FAILED, "failed", f"{_SITE}/vlans/failed"),
        ),
        management=msgspec.structs.replace(
            MANAGEMENT,
            ntp_key_id=7,
            ntp_key="secret://env/NTP",
            flow_host="10.0.0.70",
            netflow_port=2055,
            sflow_port=6343,
        ),
        runs=(
            port("GigabitEthernet1/0/1", LOGIN),
            port("GigabitEthernet1/0/2", LOGIN_PHONE),
            port("GigabitEthernet1/0/3", KNOWN),
            port("GigabitEthernet1/0/4", SERVER),
            port("GigabitEthernet1/0/5", ROAMING),
            port("GigabitEthernet1/0/6", UNUSED),
            port("TenGigabitEthernet1/1/1", UPLINK, lag=1),
            port("TenGigabitEthernet2/1/1", UPLINK, lag=1),
            port("TenGigabitEthernet1/1/2", UPLINK, lag=2),
            port("TenGigabitEthernet2/1/2", UPLINK, lag=2),
        ),
        lags=(
            lag(1, ("TenGigabitEthernet1/1/1", "TenGigabitEthernet2/1/1"), "oak-core"),
            msgspec.structs.replace(
                lag(2, ("TenGigabitEthernet1/1/2", "TenGigabitEthernet2/1/2"), "oak-annex"), root_guard=True
            ),
        ),
        access=ACCESS,
        qos=QOS,
        inspected_vlans=(10, 20, 30),
        jumbo=True,
    )


def core_with_services() -> Device:
    """The routed core with a relay, options of leases, a reservation below the pool and one inside of it.

    Devices of the relayed segment are woken from two networks, whose packets come in by its transit.
    """
    core = routed_core()
    pool = msgspec.structs.replace(
        core.dhcp_pools[0],
        boot_server="10.0.0.41",
        boot_file="boot/x64.efi",
        options=((42, ("10.0.0.123", "10.0.1.123")), (150, ("10.0.0.40",))),
        reservations=(
            Reservation("laser", "00:1a:2b:3c:4d:5e", "10.2.8.12", f"{_SITE}/reservations/laser"),
            Reservation("panel", "00:1a:2b:3c:4d:5f", "10.2.9.30", f"{_SITE}/reservations/panel"),
        ),
    )
    wakers = (Prefix.parse("10.0.9.0/26"), Prefix.parse("10.2.6.0/24"))
    relayed = msgspec.structs.replace(core.svis[1], relays=("10.0.0.14", "10.0.0.15"), wakers=wakers)
    return msgspec.structs.replace(
        core,
        dhcp_pools=(pool, *core.dhcp_pools[1:]),
        svis=(
            core.svis[0],
            relayed,
            core.svis[2],
            msgspec.structs.replace(core.svis[3], hears_broadcasts=True),
        ),
    )
