"""The AOS-CX reader: text as a switch prints it, or as a person edited it, to facts."""

# ruff: noqa: E501, SIM905 - a row of a table is one line, words are read as words
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.readback.whole_aoscx_switch import CORE

from netgen.readback.aruba_aoscx import read
from netgen.readback.aruba_aoscx.admission import prefixes, subtract, union
from netgen.readback.facts import Observed, ObservedManagement, ObservedPort

VLANS = "vlan 20\nvlan 30\n    voice\nvlan 40,998-999\n"
LOG = "logging 10.1.1.41"


def text_of(blocks: str) -> str:
    """Lines separated by `; `, those below a block begun with `>`, nested ones with `>>`."""
    lines = (line for line in blocks.split("; ") if line)
    return "".join("    " * (len(line) - len(line.lstrip(">"))) + line.lstrip(">") + "\n" for line in lines)


def port(body: str, extra: str = "", name: str = "1/1/1") -> ObservedPort:
    """The facts of one port with these lines; another one of the text is told to be no router."""
    below = "".join(f"    {line}\n" for line in text_of(body).splitlines())
    other = "interface 1/1/9\n    shutdown\n    no routing\n"
    found = read(f"{extra}{VLANS}interface 1/1/1\n{below}{other}")
    return next(each for each in found.ports if each.name == name)


def management(blocks: str) -> ObservedManagement:
    """How a switch with these lines is managed."""
    return read(text_of(blocks)).management


def problems(text: str) -> list[str]:
    """What the reader objects to."""
    return [each.text for each in read(text).problems]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("no routing", ("access", 1, (), False, 0)),
        ("no routing; vlan access 20", ("access", 20, (), False, 0)),
        ("no routing; vlan access 20; no vlan access", ("access", 1, (), False, 0)),
        ("no routing; vlan trunk native 998", ("trunk", 998, (), True, 0)),
        ("no routing; vlan trunk allowed all", ("trunk", 1, (), True, 0)),
        ("no routing; vlan trunk native 998; vlan trunk allowed 20,30", ("trunk", 998, (20, 30), False, 0)),
        (
            "no routing; vlan trunk native 998 tag; vlan trunk allowed 20,998-999",
            ("trunk", 0, (20, 998, 999), False, 0),
        ),
        (
            "no routing; vlan trunk allowed 20,30,40; no vlan trunk allowed 30",
            ("trunk", 1, (20, 40), False, 0),
        ),
        ("no routing; vlan trunk allowed 20; no vlan trunk allowed", ("trunk", 1, (), True, 0)),
        ("no routing; vlan trunk native 20; vlan trunk allowed 20,30", ("trunk", 20, (20, 30), False, 30)),
        ("no routing; vlan trunk native 20; vlan trunk allowed 30", ("trunk", 20, (30,), False, 0)),
        (
            "no routing; vlan trunk native 20; vlan trunk allowed 20,30,40",
            ("trunk", 20, (20, 30, 40), False, 0),
        ),
        ("vlan access 20", ("routed", 1, (), False, 0)),
        ("routing; ip address 10.0.0.1/31", ("routed", 1, (), False, 0)),
    ],
)
def test_vlans_of_a_port(body: str, expected: tuple[str, int, tuple[int, ...], bool, int]) -> None:
    found = port(body)
    mode, untagged, allowed, everything, voice = expected
    assert (found.mode, found.allowed, found.allows_all, found.voice) == (mode, allowed, everything, voice)
    assert mode == "routed" or found.untagged == untagged


def test_ports_bridge_where_no_port_of_the_text_says_so() -> None:
    found = read("vlan 20\ninterface 1/1/1\n    no shutdown\n    vlan access 20\n")
    assert (found.ports[0].mode, found.ports[0].untagged, found.problems) == ("access", 20, ())


@pytest.mark.parametrize(
    ("body", "field", "value"),
    [
        ("shutdown", "shutdown", True),
        ("shutdown; no shutdown", "shutdown", False),
        ("description to the hall", "description", "to the hall"),
        ("spanning-tree port-type admin-edge", "edge", True),
        ("spanning-tree port-type admin-edge; spanning-tree port-type admin-network", "edge", False),
        ("vlan trunk allowed 20; no routing; spanning-tree port-type admin-edge", "edge", True),
        ("spanning-tree bpdu-guard", "bpdu_guard", True),
        ("spanning-tree bpdu-guard; no spanning-tree bpdu-guard", "bpdu_guard", False),
        ("spanning-tree root-guard", "root_guard", True),
        ("no power-over-ethernet", "poe_off", True),
        ("no power-over-ethernet; power-over-ethernet", "poe_off", False),
        ("dhcpv4-snooping trust", "snooping_trusted", True),
        ("rate-limit broadcast 1 percent", "storm_limits", (("broadcast", 1.0),)),
        ("rate-limit broadcast 640 pps", "storm_rates", (("broadcast", 640, "pps"),)),
        ("rate-limit broadcast 640 pps; no rate-limit broadcast", "storm", False),
        ("rate-limit multicast 2048 kbps; rate-limit multicast 2 percent", "storm_rates", ()),
        ("apply access-list ip A in", "acl_in", "A"),
        ("apply access-list ip A out; no apply access-list ip A out", "acl_out", ""),
    ],
)
def test_behaviour_of_a_port(body: str, field: str, value: object) -> None:
    assert getattr(port(f"{body}"), field) == value


def test_a_lag_is_down_until_it_is_told_otherwise_and_its_members_follow_it() -> None:
    found = read(
        VLANS
        + text_of(
            "interface lag 7 multi-chassis; >no routing; >vlan trunk native 998; >vlan trunk allowed 20; "
            ">lacp mode active; interface lag8; >no shutdown; >no routing; >vlan access 20; "
            "interface 1/1/1-1/1/2; >no shutdown; >lag 7; interface 1/1/3; >no shutdown; >lag 8"
        )
    )
    ports = {each.name: each for each in found.ports}
    assert (ports["lag 7"].shutdown, ports["lag 8"].shutdown) == (True, False)
    assert [(ports[name].lag, ports[name].lag_active) for name in ("1/1/1", "1/1/2", "1/1/3")] == [
        (7, True),
        (7, True),
        (8, False),
    ]
    assert (ports["1/1/2"].mode, ports["1/1/2"].untagged, ports["1/1/2"].allowed) == ("trunk", 998, (20,))


@pytest.mark.parametrize(
    ("first", "second", "isolated"),
    [
        ("portfilter 1/1/2", "portfilter 1/1/1", (True, True)),
        ("portfilter 1/1/1-1/1/2", "portfilter 1/1/1-1/1/2", (True, True)),
        ("portfilter 1/1/2", "portfilter 1/1/2", (True, False)),
        ("portfilter 1/1/2", "", (True, False)),
    ],
)
def test_a_port_is_isolated_when_it_keeps_from_all_that_keep_from_any(
    first: str, second: str, isolated: tuple[bool, bool]
) -> None:
    found = read(
        text_of(f"interface 1/1/1; >no shutdown; >{first}; interface 1/1/2; >no shutdown; >{second}")
    )
    assert tuple(each.isolated for each in found.ports) == isolated


def test_vlans_of_a_text_with_names_and_lists() -> None:
    found = read("vlan 1,42,48-49\nvlan 10\n    name VLAN of staff\n    description x\nno vlan 42\n")
    assert [(each.id, each.name) for each in found.vlans] == [
        (1, ""),
        (10, "VLAN of staff"),
        (48, ""),
        (49, ""),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("", 32768, ())),
        ("spanning-tree", ("mstp", 32768, ())),
        ("spanning-tree; spanning-tree priority 1", ("mstp", 4096, ())),
        ("spanning-tree mode rpvst; spanning-tree; spanning-tree vlan 20; spanning-tree vlan 20 priority 2",
         ("rapid-pvst", 8192, ())),
        ("spanning-tree; no spanning-tree", ("", 32768, ())),
        (("spanning-tree; spanning-tree config-name T; spanning-tree config-revision 3; "
         "spanning-tree instance 1 vlan 20,30"), ("mstp", 32768, ("instance 1 20,30", "name T", "revision 3"))),
    ],
)  # fmt: skip
def test_spanning_tree(text: str, expected: tuple[str, int, tuple[str, ...]]) -> None:
    found = read(text_of(text))
    assert (found.stp_mode, found.stp_priority, found.stp_region) == expected


def test_snooping_needs_the_switch_and_the_vlan() -> None:
    on = read("dhcpv4-snooping\nvlan 20,30\n    dhcpv4-snooping\nvlan 40\n")
    off = read("vlan 20\n    dhcpv4-snooping\n")
    assert (on.snooping_vlans, off.snooping_vlans) == ((20, 30), ())
    assert problems("vlan 20\n    dhcpv4-snooping\n") == ["DHCP snooping names VLANs but is not on"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ip route 0.0.0.0/0 10.0.0.1", ("", "0.0.0.0/0", "10.0.0.1", "", 1)),
        ("ip route 10.9.0.0/16 10.0.0.1 distance 200 tag 9", ("", "10.9.0.0/16", "10.0.0.1", "", 200)),
        ("ip route 0.0.0.0/0 10.0.0.1 vrf A", ("A", "0.0.0.0/0", "10.0.0.1", "", 1)),
        ("ip route 0.0.0.0/0 10.0.0.1 vrf default", ("", "0.0.0.0/0", "10.0.0.1", "", 1)),
        ("ip route 10.9.0.0/16 nullroute", ("", "10.9.0.0/16", "", "nullroute", 1)),
        ("ip route 10.9.0.0/16 vlan 20", ("", "10.9.0.0/16", "", "vlan 20", 1)),
        ("ip route 10.9.0.0/16 1/1/3", ("", "10.9.0.0/16", "", "1/1/3", 1)),
    ],
)
def test_static_routes(line: str, expected: tuple[str, str, str, str, int]) -> None:
    found = read(f"vrf A\n{line}\n").routes
    assert [(r.vrf, r.prefix, r.gateway, r.interface, r.distance) for r in found] == [expected]


def test_a_route_can_be_taken_back() -> None:
    assert read("ip route 0.0.0.0/0 10.0.0.1\nno ip route 0.0.0.0/0 10.0.0.1\n").routes == ()


SVI = "vrf A\nvlan 20\ninterface vlan 20\n    vrf attach A\n    ip address 10.1.0.1/22\n"
POOL = "dhcp-server vrf A\n    pool p\n        range 10.1.0.9 10.1.3.9{}\n        default-router 10.1.0.1\n{}    enable\n"


@pytest.mark.parametrize(
    ("length", "more", "lease_s", "domain"),
    [
        (" prefix-len 22", "        lease 00:08:00\n        domain-name example.org\n", 28800, "example.org"),
        ("", "        lease infinite\n", 0, ""),
        ("", "", 3600, ""),
        ("", "        lease 01:00:30\n", 88200, ""),
    ],
)
def test_a_pool_belongs_to_the_interface_whose_subnet_holds_it(
    length: str, more: str, lease_s: int, domain: str
) -> None:
    (found,) = read(SVI + POOL.format(length, more)).pools
    assert (found.prefix, found.gateway, found.interface) == ("10.1.0.0/22", "10.1.0.1", "vlan 20")
    assert (found.first, found.last, found.lease_s, found.domain) == ("10.1.0.9", "10.1.3.9", lease_s, domain)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (SVI + POOL.format("", "").replace("    enable\n", ""), "is not enabled"),
        (SVI + POOL.format("", "").replace("vrf A", "vrf default"), "no interface serves"),
        (SVI + POOL.format("", "").replace("10.1.3.9", "10.1.4.9"), "is outside of"),
        (SVI + POOL.format("", "").replace("10.1.0.1\n", "10.2.0.1\n"), "is outside of"),
        (
            SVI + POOL.format("", "").replace("10.1.0.9 10.1.3.9", "10.1.3.9 10.1.0.9"),
            "ends before it begins",
        ),
        ("dhcpv4-snooping\n" + SVI + POOL.format("", ""), "cannot be a DHCP server"),
        (SVI + POOL.format(" prefix-len 24", ""), "no interface serves"),
    ],
)
def test_contradictions_of_the_dhcp_server(text: str, word: str) -> None:
    assert any(word in each for each in problems(text))


def test_what_a_pool_tells_clients_besides() -> None:
    more = (
        "        static-bind ip 10.1.0.7 mac 00:1A:2B:3C:4D:5E\n        bootp tftp://10.1.0.4/boot/pxe.0\n"
        "        option 42 ip 10.1.0.5 10.1.0.6\n        option 150 hex 0a\n"
    )
    found = read(SVI + POOL.format("", more))
    (pool,) = found.pools
    assert pool.reservations == (("00:1a:2b:3c:4d:5e", "10.1.0.7"),)
    assert (pool.boot_server, pool.boot_file) == ("10.1.0.4", "boot/pxe.0")
    assert pool.options == ((42, ("10.1.0.5", "10.1.0.6")),)
    assert [each.text for each in found.settings] == ["option 150 hex 0a"]


ACL = (
    "access-list ip M\n    10 permit tcp 10.99.0.0/24 any eq ssh\n    20 permit tcp 10.99.1.0/255.255.255.128 any eq https\n"
    "    30 deny tcp any any eq 22 log count\n    40 deny tcp any any eq https\n"
    "    50 permit udp 10.99.0.5 any eq snmp\n    60 deny udp any any eq snmp\n    70 permit any any any\n"
    "apply access-list ip M control-plane vrf default\n"
)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("ssh server vrf default\n", ()),
        ("ssh server vrf default\n" + ACL, ("10.99.0.0/24",)),
        ("ssh server vrf default\nhttps-server vrf default\n" + ACL, ("10.99.0.0/24", "10.99.1.0/25")),
        ("ssh server vrf default\nssh server vrf mgmt\n" + ACL, ("10.99.0.0/24",)),
        ("ssh server vrf default\ntelnet server vrf default\n" + ACL, ()),
        ("ssh server vrf default\nssh server port 2222\n" + ACL, ()),
        ("ssh server vrf default\n" + ACL.replace("    30 deny tcp any any eq 22 log count\n", ""), ()),
        ("ssh server vrf default\n" + ACL + "access-list ip M\n    5 permit any any any\n", ()),
        ("ssh server vrf default\n" + ACL + "access-list ip M\n    no 10\n    15 permit tcp 10.9.0.1 any eq ssh\n",
         ("10.9.0.1/32",)),
        ("ssh server vrf default\nssh server allow-list\n    ip 10.99.7.0/24\n    enable\n", ("10.99.7.0/24",)),
        ("ssh server vrf default\nssh server allow-list\n    ip 10.99.7.0/24\n", ()),
        ("ssh server vrf default\nssh server allow-list\n    ip 10.99.0.7\n    ip 10.98.0.0/16\n    enable\n" + ACL,
         ("10.99.0.7/32",)),
        (("ssh server vrf default\nobject-group ip address G\n    10 10.99.0.0/24\n    20 10.99.1.7\n"
         "access-list ip M\n    10 permit tcp G any eq ssh\napply access-list ip M control-plane vrf default\n"),
         ("10.99.0.0/24", "10.99.1.7/32")),
        (("ssh server vrf default\nobject-group port P\n    10 eq ssh\n    20 range 80 90\n"
         "access-list ip M\n    10 permit tcp 10.1.0.0/16 any group P\napply access-list ip M control-plane vrf default\n"),
         ("10.1.0.0/16",)),
        (("ssh server vrf default\naccess-list ip M\n    10 permit tcp any any established\n    20 deny any any any\n"
         "apply access-list ip M control-plane vrf default\n"), ()),
    ],
)  # fmt: skip
def test_who_may_open_a_session(text: str, sources: tuple[str, ...]) -> None:
    assert read(text).management.sources == sources


def test_who_may_poll() -> None:
    assert read("snmp-server vrf default\n" + ACL).management.snmp_managers == ("10.99.0.5/32",)
    assert read("snmp-server vrf default\n").management.snmp_managers == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ntp server 10.1.1.13\n" + ACL.replace("    70 permit any any any\n", ""), "drops the answers of ntp 10.1.1.13"),
        ("radius-server host 10.1.1.20 key plaintext K\n" + ACL.replace("70 permit any any", "70 permit tcp any"),
         "drops the answers of radius 10.1.1.20"),
        (ACL.replace("any eq ssh", "10.1.1.1 eq ssh"), "names a destination"),
        (ACL.replace("10.99.0.0/24", "NOBODY"), "names a group or a port that is not defined"),
        (SVI + POOL.format("", "") + ACL.replace("vrf default", "vrf A").replace("70 permit any", "70 permit tcp"),
         "drops what clients ask of DHCP"),
        ("apply access-list ip NONE control-plane vrf default\n", "access list NONE is not defined"),
    ],
)  # fmt: skip
def test_a_filter_of_the_control_plane_leaves_the_switch_working(text: str, word: str) -> None:
    assert any(word in each for each in problems(text))


@pytest.mark.parametrize(
    ("text", "cleartext"),
    [
        ("snmp-server vrf default; snmp-server snmpv3-only", ()),
        ("snmp-server vrf default", ("snmp-v2",)),
        ("snmp-server community public", ("snmp-v2",)),
        ("snmp-server vrf default; snmp-server snmpv3-only; snmp-server host 10.0.0.1 trap version v2c community c",
         ("snmp-v2",)),
        ("telnet server vrf mgmt", ("telnet",)),
        ("telnet server vrf mgmt; no telnet server vrf mgmt", ()),
    ],
)  # fmt: skip
def test_protocols_without_encryption(text: str, cleartext: tuple[str, ...]) -> None:
    assert management(text).cleartext == cleartext


USER = "snmpv3 user nms auth {} auth-pass plaintext A priv {} priv-pass ciphertext P{}"


def test_snmp_users() -> None:
    found = management(f"snmp-server vrf default; {USER.format('sha256', 'aes256', '')}")
    assert found.snmp_users == ("nms",)
    assert found.snmp_algorithms == (("nms", "sha256", "aes256"),)
    assert found.secrets == (("snmp nms auth", "A"), ("snmp nms priv", "P"))
    assert not found.snmp_writes
    assert management(USER.format("sha", "aes", " access-level rw")).snmp_writes


@pytest.mark.parametrize(
    "line",
    [
        USER.format("sha", "des", ""),
        "snmpv3 user nms auth sha auth-pass plaintext A",
        "snmpv3 user nms",
        "no snmpv3 security-level auth-privacy",
        USER.format("sha", "aes", " access-level admin"),
    ],
)
def test_weak_snmp_is_objected_to(line: str) -> None:
    assert problems(f"snmp-server vrf default\n{line}\n")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (LOG, ("udp", 514)),
        (f"{LOG} udp 1514", ("udp", 1514)),
        (f"{LOG} tcp", ("tcp", 1470)),
        (f"{LOG} tls 6514 severity info vrf default include-auditable-events", ("tls", 6514)),
        (f"{LOG} tls vrf default severity info", ("tls", 6514)),
    ],
)
def test_log_servers(line: str, expected: tuple[str, int]) -> None:
    found = management(line)
    assert (found.syslog, found.transports, found.syslog_ports) == (
        ("10.1.1.41",),
        expected[:1],
        expected[1:],
    )


def test_accounts_servers_and_sessions() -> None:
    found = management(
        "user admin group administrators password ciphertext H; user watch group operators password plaintext W; "
        "radius-server host 10.1.1.20 key plaintext K vrf default; radius-server host 10.1.1.21 key ciphertext L; "
        "aaa group server radius R; >server 10.1.1.20; >server 10.1.1.21; "
        "aaa authentication login default group R local; aaa authentication login console local; "
        "cli-session; >timeout 10; https-server vrf mgmt; https-server session-timeout 5; "
        "ip dns server-address 10.1.1.53; ntp server 10.1.1.13 prefer"
    )
    assert found.users == ("admin", "watch")
    assert found.roles == (("admin", "administrators"), ("watch", "operators"))
    assert found.radius == ("10.1.1.20", "10.1.1.21")
    assert found.secrets == (
        ("user admin", "H"), ("user watch", "W"), ("radius 10.1.1.20", "K"), ("radius 10.1.1.21", "L"),
    )  # fmt: skip
    assert found.logins == ("default group R local", "console local")
    assert (found.idle_s, found.dns, found.ntp) == (600, ("10.1.1.53",), ("10.1.1.13",))
    assert (found.ssh, found.https) == (False, True)


def test_sessions_last_as_long_as_the_factory_says_until_the_text_does() -> None:
    assert management("ssh server vrf default").idle_s == 1800
    assert management("cli-session; >timeout 5; https-server vrf default").idle_s == 1200
    assert management("cli-session; >timeout 0").idle_s == 0


def test_a_banner_may_hold_any_line() -> None:
    found = read("banner motd ^\nKeep out\n! or else\nvlan 7\n^\nbanner exec #\nhello\n#\nhostname h\n")
    assert (found.management.banner, found.hostname, found.vlans) == ("Keep out\n! or else\nvlan 7", "h", ())


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (text_of("interface 1/1/1; >vlan access 20"), "neither"),
        (VLANS + text_of("interface 1/1/1; >no shutdown; >vlan access 21"), "VLAN 21 is not defined"),
        (VLANS + text_of("interface 1/1/1; >no shutdown; >lag 3"), "is in LAG 3, which is not defined"),
        (VLANS + text_of("interface 1/1/1; >no shutdown; >vlan access 20; interface 1/1/2; >shutdown; >no routing"),
         "routed port"),
        (VLANS + text_of("interface 1/1/1; >no shutdown; >vlan trunk allowed 20; >vlan trunk allowed 30"), "second list"),
        (text_of("interface 1/1/1; >no shutdown; >spanning-tree bpdu-filter"), "BPDU filter"),
        (text_of("interface 1/1/1; >no shutdown; >portfilter 1/1/9; interface 1/1/9; >no shutdown"), "nothing from"),
        ("vlan 20\ninterface vlan 20\n    ip address 10.0.0.1/24\n    vrf attach A\nvrf A\n", "removes the address"),
        ("vlan 20-21\ninterface vlan 20\n    ip address 10.0.0.1/24\ninterface vlan 21\n    ip address 10.0.0.9/24\n",
         "overlaps"),
        ("user eve group administrators\n", "has no password"),
        ("aaa authentication login default group NONE local\n", "AAA group NONE is not defined"),
        ("aaa authentication login default none\n", "lets anyone in"),
        ("aaa group server radius R\n    server 10.0.0.1\n", "which is no server of this text"),
        (("aaa group server radius R\n    server 10.0.0.1\nradius-server host 10.0.0.1 key plaintext K\n"
         "radius-server host 10.0.0.2 key plaintext K\n"), "nobody asks it"),
        ("radius-server host 10.0.0.1 key plaintext K vrf mgmt\n", "where the switch has no address"),
        ("ip dns server-address 10.0.0.1 vrf BLUE\n", "VRF BLUE is not defined"),
        ("configuration-lockout central managed\n", "its command line is locked"),
        ("banner motd ^\nno end\n", "has no end"),
        (USER.format("sha", "aes", "") + "\n", "agent is on in no VRF"),
        ("spanning-tree\nno spanning-tree vlan 20\n", "spanning tree is off"),
    ],
)  # fmt: skip
def test_contradictions_are_named(text: str, word: str) -> None:
    assert any(word in each for each in problems(text))


@pytest.mark.parametrize(
    ("text", "scope", "setting"),
    [
        ("interface 1/1/1\n    no shutdown\n    udld\n", "interface 1/1/1", "udld"),
        ("vlan 20\n    apply access-list ip A in\n", "vlan 20", "apply access-list ip A in"),
        ("vlan 20\n    shutdown\n", "vlan 20", "shutdown"),
        ("aruba-central\n    disable\n", "aruba-central", "disable"),
        ("interface vlan 20\n    active-gateway ipv6 fe80::1\n", "interface vlan 20", "active-gateway ipv6 fe80::1"),
        ("interface vlan 1\n    ip dhcp\n", "interface vlan 1", "ip dhcp"),
        ("router ospf 1\n    area 0.0.0.0\n", "router ospf 1", "area 0.0.0.0"),
        ("aaa authentication allow-fail-through\n", "", "aaa authentication allow-fail-through"),
        (f"{LOG} udp include-auditable-events\n", LOG, "include-auditable-events"),
        ("dhcp-server vrf default\n    pool p\n        option 43 hex 0a\n", "dhcp-server / pool p", "option 43 hex 0a"),
        ("tacacs-server host 10.0.0.1 key plaintext K\n", "", "tacacs-server host 10.0.0.1"),
        ("user eve authorized-key ssh-ed25519 AAAA\n", "", "user eve authorized-key"),
    ],
)  # fmt: skip
def test_what_no_fact_holds_is_a_setting(text: str, scope: str, setting: str) -> None:
    assert any((each.scope, each.text) == (scope, setting) for each in read(text).settings)


@pytest.mark.parametrize(
    "line",
    [
        "made-up command",
        "interface ethernet 3",
        "vlan 5000",
        "access-list ip A\n    10 allow everything",
        "interface 1/1/1\n    no shutdown\n    made-up",
        "interface 1/1/1\n    no shutdown\n    lldp med\n        deeper",
        "ip route somewhere",
        "snmp-server made-up",
        f"{LOG} carrier pigeon",
        "dhcp-server vrf default\n    pool p\n        range 10.0.0.9",
        "interface 1/1/1\n    shutdown\n    rate-limit broadcast lots",
    ],
)
def test_a_line_that_nobody_understands_is_unread(line: str) -> None:
    assert read(f"{line}\n").unread or "deeper" in line


def test_a_whole_switch_leaves_nothing_unread_and_contradicts_nothing() -> None:
    found = read(CORE)
    assert (found.unread, found.problems) == ((), ())
    assert [each.name for each in found.ports if each.dot1x] == ["1/1/3"]
    assert found.management.sources == ("10.99.0.0/24", "10.99.4.0/24")


def test_line_ends_of_windows_make_no_difference() -> None:
    assert read(CORE.replace("\n", "\r\n")) == read(CORE)


def test_facts_say_where_they_stand() -> None:
    found = read("!\nvlan 20\ninterface 1/1/1\n    shutdown\nip route 0.0.0.0/0 10.0.0.1\n")
    assert (found.vlans[0].line, found.ports[0].line, found.routes[0].line) == (2, 3, 5)


@given(st.lists(st.tuples(st.integers(0, 0xFFFFFFFF), st.integers(0, 0xFFFFFFFF)), max_size=4))
def test_prefixes_are_exactly_the_addresses(pairs: list[tuple[int, int]]) -> None:
    wanted = union((min(pair), max(pair)) for pair in pairs)
    found = []
    for prefix in prefixes(wanted):
        address, _, length = prefix.partition("/")
        first = int.from_bytes(bytes(map(int, address.split("."))))
        found.append((first, first + (1 << (32 - int(length))) - 1))
    assert union(found) == wanted
    assert subtract(wanted, found) == ()


WORDS = st.sampled_from(
    "no interface 1/1/1 1/1/1-1/1/3 lag 7 vlan 20 5000 10,20-22 mgmt loopback shutdown routing trunk native allowed "
    "access all tag name voice spanning-tree priority instance bpdu-guard admin-edge port-type rate-limit broadcast "
    "percent pps ip address 10.0.0.1/24 10.0.0.1/33 10.0.0.1 route vrf default attach A distance access-list permit "
    "deny tcp udp any eq range gt lt ssh group object-group port apply control-plane in out dhcp-server pool range "
    "prefix-len lease 00:08:00 enable disable default-router snmp-server community snmpv3 user auth auth-pass plaintext "
    "priv priv-pass aaa authentication login console local server radius radius-server host key tracking password "
    "port-access dot1x authenticator mac-auth logging tls severity ntp authentication-key banner motd ^ portfilter "
    "ssh allow-list https-server cli-session timeout \t \r ٣ 999999999999 role qos dscp-map schedule-profile class "
    "policy match dscp sflow collector arp inspection trust".split(" ")
)


@given(st.lists(st.tuples(st.integers(0, 3), st.lists(WORDS, max_size=8)), max_size=30))
def test_any_words_in_any_order_are_read_without_an_error(lines: list[tuple[int, list[str]]]) -> None:
    text = "\n".join("    " * indent + " ".join(words) for indent, words in lines)
    assert read(text).platform == "aruba_aoscx"


EDITS = st.tuples(
    st.integers(0, len(CORE.splitlines()) - 1),
    st.integers(0, 9),
    st.sampled_from(
        ["", "no", "vlan", "any", "10", "10.1.1.1/33", "vrf", "999999999999", "name", "enable", "::1"]
    ),
    st.booleans(),
)


@given(st.lists(EDITS, max_size=8))
def test_a_whole_switch_with_words_added_and_removed_is_read_without_an_error(
    edits: list[tuple[int, int, str, bool]],
) -> None:
    lines = [line.split(" ") for line in CORE.splitlines()]
    for place, word, other, removes in edits:
        lines[place][word : word + removes] = [other] if other else []
    found: Observed = read("\n".join(" ".join(words) for words in lines))
    assert found.platform == "aruba_aoscx"


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert read(text).platform == "aruba_aoscx"


def test_the_management_port_takes_sessions_by_its_own_vrf() -> None:
    text = "ssh server vrf default\nssh server vrf mgmt\ninterface mgmt\n    no shutdown\n    ip static 10.98.0.5/24\n"
    bounded = "access-list ip O\n    10 permit tcp 10.98.0.0/24 any eq ssh\napply access-list ip O control-plane vrf mgmt\n"
    assert read(text + ACL).management.vrf_sources == (("mgmt", ("0.0.0.0/0",)),)
    assert read(text + ACL + bounded).management.vrf_sources == (("mgmt", ("10.98.0.0/24",)),)
    (port,) = (svi for svi in read(text).svis if svi.name == "mgmt")
    assert (port.vrf, port.address, port.length) == ("mgmt", "10.98.0.5", 24)
