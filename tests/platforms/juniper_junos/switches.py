"""Made-up EX switches: a Virtual Chassis of two with every kind of port, and a routed core."""

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
    10: "staff", 20: "pupils", 30: "voice", 40: "cameras", 70: "guest", 99: "management", 998: "unused-native",
    999: "blackhole",
}  # fmt: skip
_TAGGED = (10, 20, 30, 40, 70, 99)

DESK = PortProfile("access", "desk", 20, (), 0, edge=True, isolate=False, poe="on")
PHONE = PortProfile(
    "access", "phone", 10, (), 30, edge=True, isolate=False, poe="on", poe_priority="critical"
)
PRINTER = PortProfile("access", "printer", 10, (), 0, edge=True, isolate=False, poe="off")
ACCESS_POINT = PortProfile(
    "trunk", "access-point", 99, (10, 20), 0, edge=True, isolate=False, poe="on", arp_trusted=True
)
FAR_SWITCH = PortProfile("trunk", "uplink", NATIVE, _TAGGED, 0, edge=False, isolate=False, poe="none")
MEMBER = PortProfile("lag-member", "uplink", NATIVE, _TAGGED, 0, edge=False, isolate=False, poe="none", lag=1)
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

ACCESS = AccessControl(
    groups=(("staff-devices", "staff", 10),), guest_vlan=70, failed_vlan=70, critical="own", reauthenticate_s=28800,
    interim_s=3600, dead_s=300, origin="standard/access",
)  # fmt: skip
CLASSES = (
    QosClass("network", 48, 5, priority=False, origin="standard/qos/network"),
    QosClass("voice", 46, 15, priority=True, origin="standard/qos/voice"),
    QosClass("video", 34, 25, priority=False, origin="standard/qos/video"),
    QosClass("best-effort", 0, 55, priority=False, origin="standard/qos/best-effort"),
)


def port(interface: str, profile: PortProfile, description: str = "") -> PortRun:
    """A port whose origin is its own place."""
    return lone_port(interface, description, profile, f"{_SITE}/ports/{interface}")


def vlans() -> tuple[Vlan, ...]:
    """The VLANs of the school."""
    return tuple(Vlan(number, name, f"{_SITE}/vlans/{name}") for number, name in _VLANS.items())


def access_switch() -> Device:
    """A layer 2 Virtual Chassis."""
    return Device(
        hostname="oak-acc-1",
        platform="juniper_junos",
        model="EX4100-48P",
        role="access",
        site="oak",
        members=("EX4100-48P", "EX4100-48P"),
        management=MANAGEMENT,
        vlans=vlans(),
        native_vlan=NATIVE,
        blackhole_vlan=BLACKHOLE,
        stp_priority=32768,
        runs=(
            *(port(f"ge-0/0/{n}", DESK, f"Room {n}") for n in range(4)),
            port("ge-0/0/4", PHONE, "Office"),
            port("ge-0/0/5", PRINTER),
            port("ge-0/0/6", ACCESS_POINT, "AP 6"),
            port("ge-1/0/6", ACCESS_POINT, "AP 7"),
            port("ge-0/0/7", UNUSED, "unused"),
            port("xe-0/2/0", MEMBER, "oak-core u1"),
            port("xe-1/2/0", MEMBER, "oak-core u2"),
            port("xe-0/2/1", FAR_SWITCH, "oak-annex u1"),
            port("xe-1/2/1", UNUSED_FIBRE, "unused"),
        ),
        lags=(Lag(1, "oak-core", ("xe-0/2/0", "xe-1/2/0"), NATIVE, _TAGGED, f"{_SITE}/lags/1"),),
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
    default = Prefix.parse("0.0.0.0/0")
    return msgspec.structs.replace(
        access_switch(),
        hostname="oak-core",
        role="core",
        members=("EX4400-48P",),
        stp_priority=4096,
        vlans=(
            *vlans(),
            Vlan(3010, "transit-staff", f"{_SITE}/transits/staff"),
            Vlan(3020, "transit-pupils", f"{_SITE}/transits/pupils"),
        ),
        runs=(
            port("ge-0/0/46", MEMBER, "oak-fw 1"),
            port("ge-0/0/47", MEMBER, "oak-fw 2"),
            port("ge-0/0/1", UNUSED, "unused"),
        ),
        lags=(Lag(1, "oak-fw", ("ge-0/0/46", "ge-0/0/47"), NATIVE, (99, 3010, 3020), f"{_SITE}/lags/1"),),
        routes_ip=True,
        vrfs=(Vrf("staff", 1, "zones/staff"), Vrf("pupils", 2, "zones/pupils")),
        svis=(
            Svi(10, "Staff", "staff", "10.2.8.1", Prefix.parse("10.2.8.0/22"), f"{_SITE}/segments/staff"),
            Svi(20, "Pupils", "pupils", "10.2.16.1", Prefix.parse("10.2.16.0/21"), f"{_SITE}/segments/pupils"),
            Svi(3010, "to firewall", "staff", "10.2.60.2", Prefix.parse("10.2.60.0/30"), f"{_SITE}/transits/staff"),
            Svi(3020, "to firewall", "pupils", "10.2.60.6", Prefix.parse("10.2.60.4/30"), f"{_SITE}/transits/pupils"),
        ),
        routes=(
            StaticRoute("staff", default, "10.2.60.1", "", 1, "firewall", "zones/staff"),
            StaticRoute("pupils", default, "10.2.60.5", "", 1, "firewall", "zones/pupils"),
        ),
        dhcp_pools=(
            DhcpPool(
                "staff", 10, "staff", Prefix.parse("10.2.8.0/22"), "10.2.8.1", "10.2.8.20", "10.2.11.250",
                ("10.0.0.53", "10.0.1.53"), "oak.example.sch.uk", 28800, f"{_SITE}/segments/staff",
            ),
        ),
    )  # fmt: skip


def with_ports(*ports: PortRun) -> Device:
    """The access switch with other ports."""
    return msgspec.structs.replace(access_switch(), runs=ports)
