"""The access point cluster of a made-up school."""

from __future__ import annotations

from netgen.device import AccessPoint, Device, Management, Radius, Syslog, WirelessPart, Wlan
from netgen.values import Prefix

_SITE = "sites/oak"


def wlan(
    name: str = "staff",
    security: str = "wpa3-enterprise",
    *,
    passphrase: str = "",
    dynamic_vlans: tuple[int, ...] = (),
    isolate: bool = False,
    bands: tuple[str, ...] = ("2.4", "5"),
    hidden: bool = False,
    vlan: int = 10,
) -> Wlan:
    """An SSID; only what a test says of it differs from a plain one."""
    return Wlan(
        name=name,
        ssid=f"Oak {name}",
        vlan=vlan,
        security=security,
        passphrase=passphrase,
        dynamic_vlans=dynamic_vlans,
        isolate=isolate,
        bands=bands,
        hidden=hidden,
        origin=f"{_SITE}/wlans/{name}",
    )


STAFF = wlan("staff", dynamic_vlans=(10, 20))
GUEST = wlan("guest", "enhanced-open", isolate=True, vlan=60)
THINGS = wlan("things", "wpa2-personal", passphrase="secret://vault/wifi/things", bands=("2.4",), vlan=50)


def management(*, syslog: int = 1, ntp: tuple[str, ...] = ("10.0.0.123",)) -> Management:
    """Management with a number of syslog receivers."""
    return Management(
        domain="oak.example.sch.uk",
        dns=("10.0.0.53",),
        ntp=ntp,
        radius=(
            Radius("radius1", "10.0.0.10", "secret://vault/radius", "trust/services/radius/0"),
            Radius("radius2", "10.0.1.10", "secret://vault/radius", "trust/services/radius/1"),
        ),
        syslog=tuple(
            Syslog(f"10.0.0.{50 + number}", 6514, "tls", f"trust/services/syslog/{number}")
            for number in range(syslog)
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
        vlan=97,
        address="10.2.97.5",
        prefix=Prefix.parse("10.2.97.0/24"),
        gateway="10.2.97.1",
        allowed=(Prefix.parse("10.0.8.0/24"),),
        location="Main cabinet",
        origin="trust/administration",
    )


def cluster(*wlans: Wlan, facts: Management | None = None) -> Device:
    """A cluster that offers these SSIDs."""
    return Device(
        hostname="oak-wlan",
        platform="aruba_instant",
        model="AP-615",
        role="wlan",
        site="oak",
        members=(),
        management=facts or management(),
        vlans=(),
        native_vlan=998,
        blackhole_vlan=999,
        stp_priority=32768,
        runs=(),
        lags=(),
        routes_ip=False,
        vrfs=(),
        svis=(),
        routes=(),
        dhcp_pools=(),
        firewall=None,
        wireless=WirelessPart(
            wlans=wlans,
            access_points=tuple(AccessPoint(f"oak-ap{n}", "AP-635", "main", "x") for n in (1, 2)),
            native_vlan=97,
        ),
        origin=f"{_SITE}/wlan",
    )
