"""One access point of a made-up school, and its SSIDs."""

from __future__ import annotations

import msgspec

from netgen.device import (
    AccessPoint,
    Device,
    Management,
    RadioBand,
    Radius,
    Syslog,
    WirelessPart,
    Wlan,
)
from netgen.values import Prefix

SITE = "sites/oak"
OWN = 97

MANAGEMENT = Management(
    domain="oak.example.sch.uk",
    dns=("10.0.0.53", "10.0.1.53"),
    ntp=("10.0.0.123", "10.0.1.123"),
    radius=(
        Radius("radius1", "10.0.0.10", "secret://vault/radius", "trust/services/radius/0"),
        Radius("radius2", "10.0.1.10", "secret://vault/radius", "trust/services/radius/1"),
        Radius("radius3", "10.0.2.10", "secret://vault/other", "trust/services/radius/2"),
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
    address="",
    prefix=Prefix.parse("10.2.97.0/24"),
    gateway="10.2.97.1",
    allowed=(Prefix.parse("10.0.8.0/24"), Prefix.parse("10.2.0.0/26")),
    location="St Mary's, main cabinet",
    origin="trust/administration",
)


def wlan(name: str = "staff", security: str = "wpa3-enterprise", **changes: object) -> Wlan:
    """An SSID; only what a test says of it differs from a plain one."""
    plain = Wlan(
        name=name, ssid=f"Oak {name}", vlan=10, security=security, passphrase="", dynamic_vlans=(), isolate=False,
        bands=("2.4", "5"), hidden=False, origin=f"{SITE}/wlans/{name}",
    )  # fmt: skip
    return msgspec.structs.replace(plain, **changes)


STAFF = wlan("staff", dynamic_vlans=(10, 20))
GUEST = wlan("guest", "enhanced-open", isolate=True, vlan=60)
THINGS = wlan("old-things", "wpa2-personal", passphrase="secret://vault/wifi/things", bands=("2.4",), vlan=50)

RADIOS = (
    RadioBand("2.4", (1, 6, 11), 20, 5, 14, 12, "standard/radios/2.4"),
    RadioBand("5", (36, 40), 80, 8, 17, 6, "standard/radios/5"),
)


def access_point(
    *wlans: Wlan, radios: tuple[RadioBand, ...] = (), address: str = "", model: str = "NWA50AX"
) -> Device:
    """An access point that offers these SSIDs."""
    origin = f"{SITE}/cabinets/main/ports/access-point"
    return Device(
        hostname="oak-ap-main-1-7",
        platform="openwrt",
        model=model,
        role="access-point",
        site="oak",
        members=(),
        management=msgspec.structs.replace(MANAGEMENT, address=address),
        vlans=(),
        native_vlan=998,
        blackhole_vlan=999,
        stp_priority=0,
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
            access_points=(AccessPoint("oak-ap-main-1-7", model, "main", origin),),
            native_vlan=OWN,
            control="access-point",
            radios=radios,
        ),
        origin=origin,
    )
