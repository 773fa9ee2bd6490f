"""Example switches of a made-up school: an access switch, a stack, a layer 2 series and a routed core."""

from __future__ import annotations

import msgspec

from netgen.device import (
    AccessControl,
    Device,
    DhcpPool,
    Lag,
    Management,
    Pair,
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
    10: "staff",
    20: "pupils",
    30: "voice",
    40: "cameras",
    99: "management",
    998: "unused-native",
    999: "blackhole",
}
_TAGGED = (10, 20, 30, 40, 99)

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
    copper = [port(f"1/1/{n}", DESK, f"Room {n}") for n in range(1, 31)]
    copper += [port(f"1/1/{n}", PHONE, f"Office {n}") for n in range(31, 39)]
    copper += [port(f"1/1/{n}", CAMERA, f"Camera {n}") for n in range(39, 41)]
    copper += [port(f"1/1/{n}", PRINTER, "Printer") for n in range(41, 42)]
    copper += [port(f"1/1/{n}", ACCESS_POINT, f"AP {n}") for n in range(42, 45)]
    copper += [port(f"1/1/{n}", UNUSED) for n in range(45, 49)]
    return (
        *copper,
        port("1/1/49", MEMBER, "oak-core u1", lag=1),
        port("1/1/50", MEMBER, "oak-core u2", lag=1),
        port("1/1/51", FAR_SWITCH, "oak-annex u1"),
        port("1/1/52", UNUSED_FIBRE),
    )


def access_switch() -> Device:
    """A layer 2 switch with 48 copper ports and every kind of port."""
    return Device(
        hostname="oak-acc-1",
        platform="aruba_aoscx",
        model="6300M-48G-CL4",
        role="access",
        site="oak",
        members=("JL661A",),
        management=MANAGEMENT,
        vlans=_vlans(),
        native_vlan=NATIVE,
        blackhole_vlan=BLACKHOLE,
        stp_priority=32768,
        runs=_access_ports(),
        lags=(lag(1, ("1/1/49", "1/1/50"), "oak-core"),),
        routes_ip=False,
        vrfs=(),
        svis=(),
        routes=(),
        dhcp_pools=(),
        firewall=None,
        wireless=None,
        origin=f"{_SITE}/cabinets/main/switches/sw1",
    )


def small_switch() -> Device:
    """A switch of the layer 2 series: no out-of-band port, no VRFs, no stacking."""
    return msgspec.structs.replace(
        access_switch(), hostname="oak-acc-2", model="6100-48G-CL4", members=("6100-48G-CL4",)
    )


def stack() -> Device:
    """Two switches that answer to one name, held together by the last two ports of each."""
    first = access_switch()
    ports = tuple(
        port(f"{member}/1/{n}", MEMBER if n == 49 else DESK, lag=int(n == 49))
        for member in (1, 2)
        for n in range(1, 51)
    )
    return msgspec.structs.replace(
        first,
        hostname="oak-acc-3",
        members=("JL661A", "JL659A"),
        stack_ports=(("1/1/51", "1/1/52"), ("2/1/51", "2/1/52")),
        runs=ports,
        lags=(lag(1, ("1/1/49", "2/1/49"), "oak-core"),),
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
            port("1/1/49", MEMBER, "oak-fw port1", lag=1),
            port("1/1/50", MEMBER, "oak-fw port2", lag=1),
            port("1/1/51", MEMBER, "oak-acc-1 u1", lag=2),
            port("1/1/52", MEMBER, "oak-acc-1 u2", lag=2),
            port("1/1/1", UNUSED),
        ),
        lags=(
            msgspec.structs.replace(lag(1, ("1/1/49", "1/1/50"), "oak-fw"), tagged=(99, 3010, 3020)),
            lag(2, ("1/1/51", "1/1/52"), "oak-acc-1"),
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


CONTROL = AccessControl(
    groups=(("staff-devices", "staff", 10),),
    guest_vlan=40,
    failed_vlan=40,
    critical="own",
    reauthenticate_s=28800,
    interim_s=3600,
    dead_s=600,
    origin="standard/access",
)
CLASSES = (
    QosClass("network", 48, 5, False, "standard/qos/network"),
    QosClass("voice", 46, 15, True, "standard/qos/voice"),
    QosClass("signalling", 24, 5, False, "standard/qos/signalling"),
    QosClass("video", 34, 25, False, "standard/qos/video"),
    QosClass("best-effort", 0, 45, False, "standard/qos/best-effort"),
    QosClass("scavenger", 8, 5, False, "standard/qos/scavenger"),
)


def guarded_switch(model: str = "6300M-48G-CL4", member: str = "JL661A") -> Device:
    """The access switch with everything that a school can ask of its sockets."""
    plain = access_switch()
    asked = {
        DESK: {"access": "dot1x", "dynamic_vlans": (10, 20)},
        PHONE: {"access": "dot1x", "trust": "phone", "poe_priority": "high"},
        CAMERA: {"access": "mab", "poe_priority": "critical"},
        PRINTER: {"access": "mab", "source_guard": True},
        ACCESS_POINT: {"trust": "dscp", "arp_trusted": True, "poe_priority": "critical"},
        FAR_SWITCH: {"trust": "dscp", "arp_trusted": True},
    }
    profiles = {
        profile: msgspec.structs.replace(profile, ra_guard=profile.edge, **changes)
        for profile, changes in asked.items()
    }
    return msgspec.structs.replace(
        plain,
        hostname="oak-acc-4",
        model=model,
        members=(member,),
        runs=tuple(
            msgspec.structs.replace(item, profile=profiles.get(item.profile, item.profile))
            for item in plain.runs
        ),
        lags=tuple(msgspec.structs.replace(item, root_guard=True) for item in plain.lags),
        access=CONTROL,
        qos=CLASSES,
        inspected_vlans=(10, 20),
        jumbo=True,
        management=msgspec.structs.replace(
            MANAGEMENT,
            ntp_key_id=7,
            ntp_key="secret://env/NTP",
            flow_host="10.0.0.70",
            netflow_port=2055,
            sflow_port=6343,
        ),
    )


def _shared(svi: Svi, member: int) -> Svi:
    """The gateway that both halves answer for; transits have room for the firewall and three addresses more."""
    if svi.vlan < 3000:
        return msgspec.structs.replace(svi, shared=svi.address, address=svi.prefix.address(1 + member))
    prefix = Prefix.parse(f"10.2.60.{8 * (svi.vlan - 3000) // 10}/29")
    return msgspec.structs.replace(
        svi, prefix=prefix, shared=prefix.address(2), address=prefix.address(2 + member)
    )


def paired_core(member: int = 1) -> Device:
    """One half of a pair of routed cores: a leg to the firewall and to an access switch each, two cables between."""
    core = routed_core()
    own, peer = (member, 3 - member)
    ports = (
        port("1/1/49", MEMBER, "oak-fw port1", lag=48),
        port("1/1/50", UNUSED_FIBRE),
        port("1/1/51", MEMBER, "oak-acc-1 u1", lag=2),
        port("1/1/52", MEMBER, f"to oak-main-sw{peer}", lag=50),
        port("1/1/53", MEMBER, f"to oak-main-sw{peer}", lag=50),
    )
    firewall, access = (
        msgspec.structs.replace(item, number=number, members=(name,), shared=True)
        for item, number, name in zip(core.lags, (48, 2), ("1/1/49", "1/1/51"), strict=True)
    )
    every = tuple(sorted({vlan.id for vlan in core.vlans} - {NATIVE, BLACKHOLE}))
    between = lag(50, ("1/1/52", "1/1/53"), f"to oak-main-sw{peer}")
    return msgspec.structs.replace(
        core,
        model="8325-48Y8C",
        members=("8325-48Y8C",),
        hostname=f"oak-main-sw{own}",
        runs=ports,
        lags=(access, firewall, msgspec.structs.replace(between, tagged=every)),
        svis=tuple(_shared(svi, own) for svi in core.svis),
        routes=tuple(
            msgspec.structs.replace(route, gateway=f"10.2.60.{8 * vrf.number + 1}")
            for route, vrf in zip(core.routes, core.vrfs, strict=True)
        ),
        pair=Pair(
            name="oak-main",
            member=own,
            peer=f"oak-main-sw{peer}",
            peer_link=50,
            keepalive="1/1/46",
            peer_vlan=4094,
            peer_addresses=(f"10.2.62.{own}", f"10.2.62.{peer}"),
            keepalive_addresses=(f"10.2.62.{4 + own}", f"10.2.62.{4 + peer}"),
            length=30,
            system_mac="02:00:00:00:00:07",
            gateway_mac="02:00:00:01:00:07",
            origin=f"{_SITE}/cabinets/main/pair",
        ),
    )
