"""The wireless controller of a made-up school: a box with two uplinks in a LAG, and its SSIDs."""

from __future__ import annotations

import msgspec

from netgen.device import (
    AccessPoint,
    Device,
    Lag,
    Management,
    PortProfile,
    RadioBand,
    Radius,
    Schedule,
    Syslog,
    Vlan,
    WirelessPart,
    Wlan,
    lone_port,
)
from netgen.values import Prefix

SITE = "sites/oak"
NATIVE, BLACKHOLE, OWN = 998, 999, 97
MEMBER = PortProfile("lag-member", "uplink", NATIVE, (OWN,), 0, edge=False, isolate=False, poe="none", lag=1)
TRUNK = PortProfile("trunk", "uplink", NATIVE, (OWN,), 0, edge=False, isolate=False, poe="none")
UNUSED = PortProfile("unused", "unused", BLACKHOLE, (), 0, edge=False, isolate=False, poe="none")

MANAGEMENT = Management(
    domain="oak.example.sch.uk",
    dns=("10.0.0.53",),
    ntp=("10.0.0.123", "10.0.1.123"),
    radius=(
        Radius("radius1", "10.0.0.10", "secret://vault/radius", "trust/services/radius/0"),
        Radius("radius2", "10.0.1.10", "secret://vault/radius", "trust/services/radius/1"),
    ),
    syslog=(
        Syslog("10.0.0.50", 6514, "tls", "trust/services/syslog/0"),
        Syslog("10.0.0.51", 514, "udp", "trust/services/syslog/1"),
    ),
    snmp_user="monitor",
    snmp_auth="secret://env/SNMP_AUTH",
    snmp_privacy="secret://env/SNMP_PRIVACY",
    snmp_managers=("10.0.0.60",),
    user="rescue",
    user_secret="secret://env/RESCUE",
    banner="Authorised use only",
    idle_minutes=10,
    country="GB",
    timezone="Europe/London",
    vlan=OWN,
    address="10.2.97.5",
    prefix=Prefix.parse("10.2.97.0/24"),
    gateway="10.2.97.1",
    allowed=(Prefix.parse("10.0.8.0/24"),),
    location="Main cabinet",
    origin="trust/administration",
)


def wlan(name: str = "staff", security: str = "wpa3-enterprise", **changes: object) -> Wlan:
    """An SSID; only what a test says of it differs from a plain one."""
    plain = Wlan(
        name=name, ssid=f"Oak {name}", vlan=10, security=security, passphrase="", dynamic_vlans=(), isolate=False,
        bands=("2.4", "5"), hidden=False, origin=f"{SITE}/wlans/{name}",
    )  # fmt: skip
    return msgspec.structs.replace(plain, **changes)


STAFF = wlan("staff", dynamic_vlans=(20, 10))
GUEST = wlan("guest", "enhanced-open", isolate=True, vlan=60, client_kbps=5000)
THINGS = wlan("things", "wpa2-personal", passphrase="secret://vault/wifi/things", bands=("2.4",), vlan=50)

RADIOS = (
    RadioBand("2.4", (1, 6, 11), 20, 5, 14, 12, "standard/radios/2.4"),
    RadioBand("5", (36, 40, 44, 48), 40, 8, 17, 12, "standard/radios/5"),
    RadioBand("6", (5, 21), 80, 8, 20, 6, "standard/radios/6"),
)
HOURS = Schedule("lessons", ("mon", "fri"), "07:30", "18:00", "standard/schedules/lessons")


def points(count: int = 2, *, group: str = "main") -> tuple[AccessPoint, ...]:
    """Access points of one group."""
    return tuple(
        AccessPoint(f"oak-ap-{group}-1-{number}", "CW9166I", group, f"{SITE}/cabinets/{group}")
        for number in range(1, count + 1)
    )


def wireless(*wlans: Wlan, **changes: object) -> WirelessPart:
    """The wireless part of a controller with these SSIDs."""
    plain = WirelessPart(wlans=wlans, access_points=points(), native_vlan=OWN, control="controller")
    return msgspec.structs.replace(plain, **changes)


def controller(*wlans: Wlan, **changes: object) -> Device:
    """A controller with these SSIDs; `changes` are those of its wireless part."""
    uplinks = ("TenGigabitEthernet0/1/0", "TenGigabitEthernet0/1/1")
    return Device(
        hostname="oak-wlc1",
        platform="cisco_iosxe_wlc",
        model="C9800-L",
        role="controller",
        site="oak",
        members=(),
        management=MANAGEMENT,
        vlans=(
            Vlan(OWN, "access-points", f"{SITE}/segments/access-points"),
            Vlan(NATIVE, "native-unused", "trust/switching"),
            Vlan(BLACKHOLE, "unused-ports", "trust/switching"),
        ),
        native_vlan=NATIVE,
        blackhole_vlan=BLACKHOLE,
        stp_priority=0,
        runs=(
            lone_port("TwoGigabitEthernet0/0/0", "unused", UNUSED, f"{SITE}/controller"),
            *(lone_port(name, f"to core {name[-1]}", MEMBER, f"{SITE}/links/{name}") for name in uplinks),
        ),
        lags=(Lag(1, "to oak-core", uplinks, NATIVE, (OWN,), f"{SITE}/links"),),
        routes_ip=False,
        vrfs=(),
        svis=(),
        routes=(),
        dhcp_pools=(),
        firewall=None,
        wireless=wireless(*wlans, **changes),
        origin=f"{SITE}/controller",
    )
