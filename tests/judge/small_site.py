"""A small school and its hub, written by hand: plans, and what a faultless reader would see in their texts.

oak: firewall oak-fw1 (gateway of all), core oak-main-sw, cabinet switch oak-ks1-sw1, cluster oak-wlan.
Matrix: staff -> printing tcp/631 and ping; staff -> servers (at the hub) tcp/443; staff -> internet
tcp/443 through filter `staff`; guest -> internet tcp/443 through filter `visitor`.
"""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import msgspec

from netgen.blueprint import (
    AccessPointPlan,
    CircuitPlan,
    DevicePlan,
    FilterPlan,
    LagPlan,
    LinkPlan,
    ManagementPlan,
    PairPolicy,
    PolicyPlan,
    PortRunPlan,
    PortUse,
    RadiusPlan,
    SegmentPlan,
    ServicePlan,
    SiteAddresses,
    SitePlan,
    SyslogPlan,
    TrustPlan,
    TunnelPlan,
    WlanPlan,
    ZoneAddresses,
    ZonePlan,
)
from netgen.judge.case import SiteCase
from netgen.readback import (
    Observed,
    ObservedAcl,
    ObservedAddress,
    ObservedFilter,
    ObservedFloodGuard,
    ObservedInspection,
    ObservedInterface,
    ObservedManagement,
    ObservedPolicy,
    ObservedPool,
    ObservedPort,
    ObservedRoute,
    ObservedService,
    ObservedSvi,
    ObservedTunnel,
    ObservedVlan,
    ObservedWlan,
    ObservedZone,
)
from netgen.values import Prefix, placeholder
from tests.judge.small_settings import settings_of

FORTIOS, IOS, INSTANT = "fortinet_fortios", "cisco_iosxe", "aruba_instant"
NATIVE, BLACKHOLE = 998, 999
P = Prefix.parse

VLANS = {"management": 10, "points": 11, "staff": 30, "printing": 40, "guest": 70}
PREFIXES = {
    "management": P("10.1.10.0/24"),
    "points": P("10.1.11.0/24"),
    "staff": P("10.1.30.0/24"),
    "printing": P("10.1.40.0/24"),
    "guest": P("10.1.70.0/24"),
}
ZONES = {
    "management": "management",
    "points": "management",
    "staff": "staff",
    "printing": "printing",
    "guest": "guest",
}
HUB_SERVERS, HUB_MANAGEMENT = P("10.0.8.0/24"), P("10.0.10.0/24")


def _zone(
    name: str, number: int, kind: str = "site", *, users: bool = False, isolate: bool = False
) -> ZonePlan:
    return ZonePlan(name, number, kind, users, isolate, name.title(), f"standard/zones/{name}")


def _address(name: str, prefix: Prefix) -> tuple[str, Prefix]:
    return f"net-{name}", prefix


TRUST = TrustPlan(
    trust="Example Trust",
    code="ext",
    supernet=P("10.0.0.0/8"),
    overlay=P("10.255.0.0/16"),
    hubs=("dc",),
    zones=(
        _zone("guest", 7, users=True, isolate=True),
        _zone("internet", 60, "internet"),
        _zone("management", 1),
        _zone("printing", 4),
        _zone("servers", 2, "hub"),
        _zone("staff", 3, users=True),
    ),
    services=(
        ServicePlan("https", ("443",), (), icmp=False, any_=False, origin="standard/services/https"),
        ServicePlan("ping", (), (), icmp=True, any_=False, origin="standard/services/ping"),
        ServicePlan("printing", ("631",), (), icmp=False, any_=False, origin="standard/services/printing"),
    ),
    matrix=(
        PairPolicy("guest", "internet", ("https",), "visitor", ("standard/policy/3",)),
        PairPolicy("staff", "internet", ("https",), "staff", ("standard/policy/2",)),
        PairPolicy("staff", "printing", ("ping", "printing"), "", ("standard/policy/0",)),
        PairPolicy("staff", "servers", ("https",), "", ("standard/policy/1",)),
    ),
    filters=(
        FilterPlan("staff", "Staff", ("csam", "terror", "gamble"), (), safe_search=False, origin="standard/filters/staff"),
        FilterPlan("visitor", "Visitors", ("csam", "terror", "gamble", "dating"), (), safe_search=True, origin="standard/filters/visitor"),
    ),
    management=ManagementPlan(
        domain="example.org",
        dns=("10.0.8.10",),
        ntp=("10.0.8.12",),
        radius=(RadiusPlan("10.0.8.20", "secret://env/RADIUS", "trust/services/radius/0"),),
        syslog=(SyslogPlan("10.0.8.30", 6514, "tls", "trust/services/syslog/0"),),
        snmp_user="netpoll",
        snmp_auth="secret://env/SNMP_AUTH",
        snmp_privacy="secret://env/SNMP_PRIV",
        snmp_managers=("10.0.8.31",),
        user="breakglass",
        user_secret="secret://env/BREAKGLASS_<platform>",
        banner="Authorised users only.",
        idle_minutes=10,
        country="GB",
        timezone="Europe/London",
    ),
    management_zones=("management",),
    vpn_encryption="aes256-gcm",
    vpn_prf="sha384",
    vpn_dh_group=20,
    sites=(
        SiteAddresses(
            "dc", "dc", 0, P("10.0.0.0/16"), is_hub=True, public="203.0.113.1",
            zones=(ZoneAddresses("management", (HUB_MANAGEMENT,)), ZoneAddresses("servers", (HUB_SERVERS,))),
            origin="sites/dc/number",
        ),
        SiteAddresses(
            "oak", "oak", 1, P("10.1.0.0/16"), is_hub=False, public="",
            zones=tuple(
                ZoneAddresses(zone, tuple(PREFIXES[name] for name in VLANS if ZONES[name] == zone))
                for zone in ("guest", "management", "printing", "staff")
            ),
            origin="sites/oak/number",
        ),
    ),
)  # fmt: skip


def _segment(name: str) -> SegmentPlan:
    prefix = PREFIXES[name]
    return SegmentPlan(
        name=name, title=name.title(), zone=ZONES[name], vlan=VLANS[name], prefix=prefix, gateway=prefix.address(1),
        gateway_on="firewall", pool_first=prefix.address(50), pool_last=prefix.address(200), isolate=name == "guest",
        management=name == "management", access_points=name == "points", origin=f"standard/segments/{name}",
        lease_s=28800,
    )  # fmt: skip


def _port(interface: str, kind: str, *, has_poe: bool = False, **more: object) -> PortRunPlan:
    facts: dict[str, object] = {
        "role": kind, "native": 0, "tagged": (), "voice": 0, "lag": 0, "poe_w": 0.0,
        "isolate": False, "peer": "", "origin": "sites/oak/cabinets/main/ports",
    }  # fmt: skip
    use = PortUse(kind=kind, **{**facts, **more})  # type: ignore[arg-type]
    return PortRunPlan(use, has_poe=has_poe, members=(("1", interface),))


def _device(hostname: str, kind: str, platform: str, **more: object) -> DevicePlan:
    facts: dict[str, object] = {
        "model": "model", "members": (), "cabinet": "main", "is_core": False, "management": "", "stp_priority": 32768,
        "runs": (), "lags": (), "vlans": (), "origin": f"sites/oak/{hostname}",
    }  # fmt: skip
    return DevicePlan(hostname=hostname, kind=kind, platform=platform, **{**facts, **more})  # type: ignore[arg-type]


TAGGED = (10, 11, 30, 40, 70)
WLAN_VLANS = (30, 70)
EVERY_VLAN = (10, 11, 30, 40, 70)


def _uplinks(lag: int, *ports: str) -> tuple[PortRunPlan, ...]:
    return tuple(_port(port, "lag-member", native=NATIVE, tagged=TAGGED, lag=lag) for port in ports)


DEVICES = (
    _device(
        "oak-fw1", "firewall", FORTIOS,
        runs=_uplinks(1, "port1", "port2"),
        lags=(LagPlan(1, ("port1", "port2"), NATIVE, TAGGED, "oak-main-sw", "sites/oak/firewall/links"),),
    ),
    _device(
        "oak-ks1-sw1", "switch", IOS, management="10.1.10.12",
        runs=(
            _port("GigabitEthernet1/0/1", "access", native=30, poe_w=15.0, has_poe=True),
            _port("GigabitEthernet1/0/2", "access", native=40, isolate=True),
            _port("GigabitEthernet1/0/3", "trunk", native=11, tagged=WLAN_VLANS, poe_w=25.0, has_poe=True),
            _port("GigabitEthernet1/0/4", "unused"),
            *_uplinks(1, "TenGigabitEthernet1/1/1", "TenGigabitEthernet1/1/2"),
        ),
        lags=(LagPlan(1, ("TenGigabitEthernet1/1/1", "TenGigabitEthernet1/1/2"), NATIVE, TAGGED, "oak-main-sw", "sites/oak/cabinets/ks1/uplink"),),
        vlans=EVERY_VLAN,
    ),
    _device(
        "oak-main-sw", "switch", IOS, management="10.1.10.11", is_core=True, stp_priority=4096,
        runs=(
            *_uplinks(1, "TenGigabitEthernet1/1/1", "TenGigabitEthernet1/1/2"),
            *_uplinks(48, "GigabitEthernet1/0/47", "GigabitEthernet1/0/48"),
        ),
        lags=(
            LagPlan(1, ("TenGigabitEthernet1/1/1", "TenGigabitEthernet1/1/2"), NATIVE, TAGGED, "oak-ks1-sw1", "sites/oak/cabinets/ks1/uplink"),
            LagPlan(48, ("GigabitEthernet1/0/47", "GigabitEthernet1/0/48"), NATIVE, TAGGED, "oak-fw1", "sites/oak/firewall/links"),
        ),
        vlans=EVERY_VLAN,
    ),
    _device("oak-wlan", "wlan", INSTANT, management="10.1.11.5"),
)  # fmt: skip


def _policy(
    number: int,
    source: str,
    destination: str,
    destinations: tuple[tuple[str, Prefix], ...],
    services: tuple[str, ...],
    filter_: str = "",
) -> PolicyPlan:
    return PolicyPlan(
        number=number, name=f"{source} to {destination}", from_zone=source, to_zone=destination,
        sources=(_address(source, PREFIXES[source]),), destinations=destinations, services=services, filter=filter_,
        nat=destination == "internet", origin="standard/policy",
    )  # fmt: skip


SITE = SitePlan(
    site="oak", name="Oak School", code="oak", number=1, block=P("10.1.0.0/16"), topology="collapsed", is_hub=False,
    stage="rest", phase="primary", native_vlan=NATIVE, blackhole_vlan=BLACKHOLE,
    segments=tuple(_segment(name) for name in VLANS),
    transits=(),
    devices=DEVICES,
    links=(
        LinkPlan("oak-fw1", "port1", "oak-main-sw", "GigabitEthernet1/0/47", "sites/oak/firewall/links"),
        LinkPlan("oak-fw1", "port2", "oak-main-sw", "GigabitEthernet1/0/48", "sites/oak/firewall/links"),
        LinkPlan("oak-ks1-sw1", "TenGigabitEthernet1/1/1", "oak-main-sw", "TenGigabitEthernet1/1/1", "sites/oak/cabinets/ks1/uplink"),
        LinkPlan("oak-ks1-sw1", "TenGigabitEthernet1/1/2", "oak-main-sw", "TenGigabitEthernet1/1/2", "sites/oak/cabinets/ks1/uplink"),
    ),
    circuits=(CircuitPlan("fttp", "Carrier", "fttp", "wan1", "static", "198.51.100.2", 30, "198.51.100.1", 900_000, 110_000, 1, "sites/oak/circuits/fttp"),),
    tunnels=(
        TunnelPlan(
            name="to-dc", role="spoke", peer_site="dc", circuit="fttp", remote="203.0.113.1", local_id="oak", peer_id="dc",
            psk="secret://env/PSK_oak", encryption="aes256-gcm", prf="sha384", dh_group=20, local_address="10.255.0.2",
            peer_address="10.255.0.1", local_prefix=P("10.1.0.0/16"), remote_prefix=P("10.0.0.0/16"), distance=10,
            origin="trust/hubs/0",
        ),
    ),
    policies=(
        _policy(101, "staff", "printing", (_address("printing", PREFIXES["printing"]),), ("ping", "printing")),
        _policy(102, "staff", "overlay", (_address("servers", HUB_SERVERS),), ("https",)),
        _policy(103, "staff", "internet", (), ("https",), "staff"),
        _policy(104, "guest", "internet", (), ("https",), "visitor"),
    ),
    wlans=(
        WlanPlan("guest", "Oak-Guest", "guest", 70, "enhanced-open", "", (), isolate=True, bands=("2.4", "5"), hidden=False, origin="standard/wlans/guest"),
        WlanPlan("staff", "Oak-Staff", "staff", 30, "wpa2-personal", "secret://env/PSK_STAFF", (), isolate=False, bands=("2.4", "5"), hidden=False, origin="standard/wlans/staff"),
    ),
    access_points=(AccessPointPlan("oak-ap1", "AP-515", "oak-ks1-sw1", "GigabitEthernet1/0/3", "ks1", "sites/oak/access_points"),), wlan_control="cluster",
    origin="sites/oak",
)  # fmt: skip


def _management(platform: str, use: str) -> ObservedManagement:
    secrets = [(f"{use} breakglass", placeholder(f"secret://env/BREAKGLASS_{platform}"))]
    secrets.append(("radius 10.0.8.20", placeholder("secret://env/RADIUS")))
    on_wlan, on_firewall = platform == INSTANT, platform == FORTIOS
    if on_firewall:
        secrets.append(("snmp netpoll auth-pwd", placeholder("secret://env/SNMP_AUTH")))
        secrets.append(("snmp netpoll priv-pwd", placeholder("secret://env/SNMP_PRIV")))
    if on_wlan:
        secrets.append(("wlan staff", placeholder("secret://env/PSK_STAFF")))
    return ObservedManagement(
        ntp=("10.0.8.12",),
        dns=() if on_wlan else ("10.0.8.10",),
        syslog=("10.0.8.30",),
        transports=("udp" if on_wlan else "tls",),
        syslog_ports=(514 if on_wlan else 6514,),
        idle_s=600,
        snmp_managers=("10.0.8.31/32",) if platform == IOS else (),
        snmp_algorithms=(("netpoll", "sha256", "aes256"),) if on_firewall else (),
        remote_admins=(("radius-login", "no_access", ("10.0.8.20",)),) if on_firewall else (),
        radius=("10.0.8.20",),
        snmp_users=("netpoll",) if on_firewall else (),
        users=("breakglass", "radius-login") if on_firewall else ("breakglass",),
        ssh=True,
        sources=() if on_wlan else ("10.0.10.0/24", "10.1.10.0/24", "10.1.11.0/24"),
        secrets=tuple(secrets),
        gateway="10.1.10.1" if platform == IOS else "",
        banner="" if on_wlan else "Authorised users only.",
        logins=("default group RAD local", "CONSOLE local", "console CONSOLE") if platform == IOS else (),
        roles={
            FORTIOS: (("breakglass", "super_admin"), ("radius-login", "no_access")),
            INSTANT: (("breakglass", "administrator"),),
            IOS: (("breakglass", "15"),),
        }.get(platform, ()),
        account_sources=(("breakglass", ("10.0.10.0/24", "10.1.10.0/24", "10.1.11.0/24")),)
        if on_firewall
        else (),
    )


def _trunk(name: str, line: int, lag: int = 0, **more: object) -> ObservedPort:
    facts: dict[str, object] = {
        "mode": "trunk", "untagged": NATIVE, "allowed": TAGGED, "lag": lag, "lag_active": bool(lag),
        "snooping_trusted": not lag,
    }  # fmt: skip
    return ObservedPort(name=name, line=line, **{**facts, **more})  # type: ignore[arg-type]


def _switch(hostname: str, address: str, priority: int, ports: tuple[ObservedPort, ...]) -> Observed:
    return Observed(
        platform=IOS,
        hostname=hostname,
        vlans=tuple(
            ObservedVlan(vlan, f"vlan{vlan}", line)
            for line, vlan in enumerate((*EVERY_VLAN, NATIVE, BLACKHOLE), 10)
        ),
        ports=ports,
        svis=(ObservedSvi("Vlan10", 10, "", address, 24, shutdown=False, line=90),),
        stp_mode="mstp",
        stp_priority=priority,
        stp_region=("name oak", "revision 1"),
        snooping_vlans=EVERY_VLAN,
        management=_management(IOS, "user"),
        acls=(ObservedAcl("ADMINS", ("permit 10.0.10.0 0.0.0.255", "deny any log"), 95),),
        settings=settings_of("switch"),
    )


def observed_ks1() -> Observed:
    """The cabinet switch, faultless."""
    edge = {
        "edge": True, "bpdu_guard": True, "storm": True, "storm_limits": (("broadcast", 1.0), ("multicast", 4.0)),
    }  # fmt: skip
    return _switch(
        "oak-ks1-sw1", "10.1.10.12", 32768,
        (
            ObservedPort("GigabitEthernet1/0/1", 31, untagged=30, **edge),
            ObservedPort("GigabitEthernet1/0/2", 32, untagged=40, isolated=True, **edge),
            ObservedPort("GigabitEthernet1/0/3", 33, mode="trunk", untagged=11, allowed=(11, 30, 70), edge=True, bpdu_guard=True),
            ObservedPort("GigabitEthernet1/0/4", 34, untagged=BLACKHOLE, shutdown=True),
            _trunk("TenGigabitEthernet1/1/1", 35, 1),
            _trunk("TenGigabitEthernet1/1/2", 36, 1),
            _trunk("Port-channel1", 30),
        ),
    )  # fmt: skip


def observed_main() -> Observed:
    """The core switch, faultless."""
    return _switch(
        "oak-main-sw", "10.1.10.11", 4096,
        (
            _trunk("Port-channel1", 30),
            _trunk("Port-channel48", 31),
            _trunk("TenGigabitEthernet1/1/1", 35, 1),
            _trunk("TenGigabitEthernet1/1/2", 36, 1),
            _trunk("GigabitEthernet1/0/47", 37, 48),
            _trunk("GigabitEthernet1/0/48", 38, 48),
        ),
    )  # fmt: skip


def rule(id_: str, position: int, source: str, destination: str, **more: object) -> ObservedPolicy:
    """An observed rule that allows, logs, and has neither NAT nor filter unless said otherwise."""
    facts: dict[str, object] = {
        "name": f"rule {id_}", "sources": ("all",), "destinations": ("all",), "services": ("s-https",), "allow": True,
        "enabled": True, "nat": False, "log": True, "schedule": "always", "web_filter": "", "dns_filter": "",
        "app_control": "", "inspection": "", "line": 200 + position,
    }  # fmt: skip
    facts |= {"from_zones": (source,), "to_zones": (destination,)}
    return ObservedPolicy(id=id_, position=position, **{**facts, **more})  # type: ignore[arg-type]


def observed_firewall() -> Observed:
    """The firewall, faultless."""
    inside = {"management", "points"}
    vlans = tuple(
        ObservedInterface(
            f"v{VLANS[name]}", "vlan", 100 + VLANS[name], PREFIXES[name].address(1), 24, vlan=VLANS[name], parent="core",
            access=("ping", "https", "ssh") if name in inside else ("ping",),
        )
        for name in VLANS
    )  # fmt: skip
    internet = {"nat": True, "inspection": "names-only", "app_control": "no-quic"}
    return Observed(
        platform=FORTIOS,
        hostname="oak-fw1",
        management=_management(FORTIOS, "admin"),
        interfaces=(
            ObservedInterface("wan1", "physical", 90, "198.51.100.2", 30, access=("ping",)),
            ObservedInterface("port1", "physical", 91),
            ObservedInterface("port2", "physical", 92),
            ObservedInterface("core", "aggregate", 93, members=("port1", "port2"), lag_active=True),
            *vlans,
            ObservedInterface("to-dc", "tunnel", 95, "10.255.0.2", 32, remote="10.255.0.1"),
        ),
        zones=(
            ObservedZone("z-management", ("v10", "v11"), intrazone=True, line=150),
            ObservedZone("z-staff", ("v30",), intrazone=False, line=151),
            ObservedZone("z-printing", ("v40",), intrazone=False, line=152),
            ObservedZone("z-guest", ("v70",), intrazone=False, line=153),
            ObservedZone("z-overlay", ("to-dc",), intrazone=False, line=154),
            ObservedZone("z-internet", ("wan1",), intrazone=False, line=155),
        ),
        addresses=(
            ObservedAddress("all", (), any_=True, line=0),
            ObservedAddress("n-staff", ("10.1.30.0/24",), any_=False, line=161),
            ObservedAddress("n-guest", ("10.1.70.0/24",), any_=False, line=162),
            ObservedAddress("n-printing", ("10.1.40.0/24",), any_=False, line=163),
            ObservedAddress("n-servers", ("10.0.8.0/24",), any_=False, line=164),
        ),
        services=(
            ObservedService("s-https", (("tcp", 443, 443),), any_=False, line=171),
            ObservedService("s-print", (("tcp", 631, 631),), any_=False, line=172),
            ObservedService("s-ping", (("icmp", 8, 8),), any_=False, line=173),
            ObservedService("ALL", (), any_=True, line=0),
        ),
        policies=(
            rule("101", 1, "z-staff", "z-printing", sources=("n-staff",), destinations=("n-printing",), services=("s-print", "s-ping")),
            rule("102", 2, "z-staff", "z-overlay", sources=("n-staff",), destinations=("n-servers",)),
            rule("103", 3, "z-staff", "z-internet", sources=("n-staff",), web_filter="wf-staff", **internet),
            rule("104", 4, "z-guest", "z-internet", sources=("n-guest",), web_filter="wf-visitor", **internet),
        ),
        implicit_deny_logged=True,
        filters=(
            ObservedFilter("wf-staff", ("83", "96", "11"), safe_search=False, fails_open=False, line=181),
            ObservedFilter("wf-visitor", ("83", "96", "11", "15"), safe_search=True, fails_open=False, line=182),
            ObservedFilter("no-quic", ("application:40169",), safe_search=False, fails_open=False, line=183, kind="application"),
        ),
        inspections=(ObservedInspection("names-only", "certificate-inspection", (), 185, "block", "block"),),
        flood_guards=(
            ObservedFloodGuard("1", "wan1", (("tcp_syn_flood", "block", 1000), ("icmp_flood", "block", 100)), enabled=True, line=188),
        ),
        settings=settings_of("firewall"),
        routes=(
            ObservedRoute("", "0.0.0.0/0", "198.51.100.1", "wan1", 10, 191),
            ObservedRoute("", "10.0.0.0/16", "", "to-dc", 10, 192),
            ObservedRoute("", "10.0.0.0/8", "", "blackhole", 254, 193),
        ),
        pools=tuple(
            ObservedPool(
                name, "", str(PREFIXES[name]), PREFIXES[name].address(1), PREFIXES[name].address(50),
                PREFIXES[name].address(200), ("10.0.8.10",), 140 + index, lease_s=28800, domain="example.org",
            )
            for index, name in enumerate(VLANS)
        ),
        tunnels=(observed_tunnel(),),
    )  # fmt: skip


def observed_tunnel() -> ObservedTunnel:
    """The spoke end of the tunnel to the hub."""
    return ObservedTunnel(
        name="to-dc", interface="wan1", ike_version=2, remote="203.0.113.1", dynamic=False, local_id="oak", peer_id="dc",
        psk=placeholder("secret://env/PSK_oak"), phase1=("aes256gcm-prfsha384",), phase2=("aes256gcm",), dh_groups=("20",),
        pfs_groups=("20",), local_prefix="10.1.0.0/16", remote_prefix="10.0.0.0/16", dpd=True, line=195, dpd_idle=True, initiates=True,
    )  # fmt: skip


def observed_wlan() -> Observed:
    """The cluster of access points, faultless."""
    rules = (
        *(f"masterip 0.0.0.0 match tcp {port} {port} deny" for port in (22, 80, 443, 4343)),
        "any any match any any any permit",
    )
    facts = {
        "assisted_roaming": True,
        "enabled": True,
        "hidden": False,
        "radius": (),
        "dynamic_vlan": False,
        "bands": ("2.4", "5"),
        "rules": rules,
    }
    key = placeholder("secret://env/PSK_STAFF")
    return Observed(
        platform=INSTANT,
        hostname="oak-wlan",
        interfaces=(ObservedInterface("virtual-controller", "loopback", 5, "10.1.11.5", 32),),
        management=msgspec.structs.replace(_management(INSTANT, "user"), country="GB"),
        ports=(ObservedPort("enet0", 70, mode="trunk", untagged=11, allowed=(11, 30, 70), acl_in="uplink"),),
        acls=(ObservedAcl("uplink", ("any any match any any any permit",), 71),),
        settings=settings_of("wlan"),
        wlans=(
            ObservedWlan(
                "guest",
                "Oak-Guest",
                70,
                "enhanced-open",
                "",
                isolated=True,
                isolates_vlan=True,
                line=60,
                refuses_older=True,
                pmf="required",
                **facts,
            ),  # type: ignore[arg-type]
            ObservedWlan(
                "staff", "Oak-Staff", 30, "wpa2-psk-aes", key, isolated=False, line=61, pmf="off", **facts
            ),  # type: ignore[arg-type]
        ),
    )


def observed_site() -> dict[str, Observed]:
    """Every device of the school, faultless."""
    return {
        "oak-fw1": observed_firewall(),
        "oak-ks1-sw1": observed_ks1(),
        "oak-main-sw": observed_main(),
        "oak-wlan": observed_wlan(),
    }


def small_case(
    observed: dict[str, Observed] | None = None, site: SitePlan = SITE, trust: TrustPlan = TRUST
) -> SiteCase:
    """The school as it comes to judgement."""
    found = observed_site() if observed is None else observed
    return SiteCase(
        trust, site, dict.fromkeys(found, ""), {name: f"oak/{name}.cfg" for name in found}, observed=found
    )
