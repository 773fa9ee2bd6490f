"""The EOS reader: text as a switch prints it, or as a person edited it, to facts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.readback.whole_switches import EOS

from netgen.readback.arista_eos import read
from netgen.readback.facts import ObservedPort

FILTER = "ip access-list standard IN\n   10 permit 10.99.0.0/24\n"


def port(body: str, extra: str = "") -> ObservedPort:
    """The facts of one port with these lines."""
    lines = "".join(f"   {line}\n" for line in body.split("; ") if line)
    return next(
        each for each in read(f"{extra}interface Ethernet1\n{lines}").ports if each.name == "Ethernet1"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", ("access", 1, (), False, 0)),
        ("switchport access vlan 20", ("access", 20, (), False, 0)),
        ("switchport mode trunk", ("trunk", 1, (), True, 0)),
        (
            "switchport trunk native vlan 998; switchport trunk allowed vlan 10,20-22; switchport mode trunk",
            ("trunk", 998, (10, 20, 21, 22), False, 0),
        ),
        (
            "switchport trunk allowed vlan 10; switchport trunk allowed vlan add 30; switchport mode trunk",
            ("trunk", 1, (10, 30), False, 0),
        ),
        ("switchport trunk allowed vlan none; switchport mode trunk", ("trunk", 1, (), False, 0)),
        (
            (
                "switchport trunk native vlan 20; switchport phone vlan 30; switchport phone trunk untagged; "
                "switchport mode trunk phone"
            ),
            ("access", 20, (), False, 30),
        ),
        ("switchport access vlan 20; switchport phone vlan 30", ("access", 20, (), False, 0)),
        ("no switchport; ip address 10.0.0.1/24", ("routed", 1, (), False, 0)),
    ],
)
def test_vlans_of_a_port(body: str, expected: tuple[str, int, tuple[int, ...], bool, int]) -> None:
    found = port(body)
    assert (found.mode, found.untagged, found.allowed, found.allows_all, found.voice) == expected


@pytest.mark.parametrize(
    ("body", "extra", "edge", "guard"),
    [
        ("spanning-tree portfast; spanning-tree bpduguard enable", "", True, True),
        ("switchport mode trunk; spanning-tree portfast", "", True, False),
        ("spanning-tree portfast", "spanning-tree edge-port bpduguard default\n", True, True),
        ("", "spanning-tree edge-port bpduguard default\n", False, False),
        (
            "spanning-tree portfast; spanning-tree bpduguard disable",
            "spanning-tree edge-port bpduguard default\n",
            True,
            False,
        ),
        ("spanning-tree portfast network", "", False, False),
    ],
)
def test_edge_and_guard_follow_the_global_defaults(body: str, extra: str, edge: bool, guard: bool) -> None:
    found = port(body, extra)
    assert (found.edge, found.bpdu_guard) == (edge, guard)


@pytest.mark.parametrize(
    ("body", "field", "value"),
    [
        ("shutdown", "shutdown", True),
        ("shutdown; no shutdown", "shutdown", False),
        ("storm-control broadcast level 1", "storm", True),
        ("poe disabled", "poe_off", True),
        ("poe disabled; no poe disabled", "poe_off", False),
        ("spanning-tree guard root", "root_guard", True),
        ("ip access-group PRE in", "acl_in", "PRE"),
        ("channel-group 1 mode active", "lag_active", True),
    ],
)
def test_protection_of_a_port(body: str, field: str, value: object) -> None:
    assert getattr(port(body), field) == value


def test_a_member_has_the_vlans_of_its_port_channel() -> None:
    trunk = (
        "   switchport trunk native vlan 998\n   switchport trunk allowed vlan 10\n   switchport mode trunk\n"
    )
    found = port("channel-group 1 mode active; switchport access vlan 7", f"interface Port-Channel1\n{trunk}")
    assert (found.mode, found.untagged, found.allowed, found.lag) == ("trunk", 998, (10,), 1)


def test_a_range_stands_for_its_ports() -> None:
    found = read("interface Ethernet1-2,5\n   shutdown\n")
    assert [(each.name, each.shutdown) for each in found.ports] == [
        ("Ethernet1", True),
        ("Ethernet2", True),
        ("Ethernet5", True),
    ]


def test_routed_core_facts() -> None:
    found = read(
        "no username admin\nvlan 20\n   name PUPIL\n!\nvrf instance PUPIL\n!\nip routing vrf PUPIL\n"
        "dhcp server vrf PUPIL\n   dns domain name ipv4 sch1.example.sch.uk\n"
        "   lease time ipv4 0 days 8 hours 0 minutes\n"
        "   !\n   subnet 10.20.0.0/22\n      range 10.20.0.50 10.20.3.250\n      name PUPIL\n"
        "      dns server 10.1.1.53\n      default-gateway 10.20.0.1\n"
        "interface Vlan20\n   vrf PUPIL\n   ip address 10.20.0.1/22\n   dhcp server ipv4\n"
        "ip route vrf PUPIL 0.0.0.0/0 10.20.0.254 name WAN\n"
    )
    assert found.routing
    svi, pool, route = found.svis[0], found.pools[0], found.routes[0]
    assert (svi.name, svi.vlan, svi.vrf, svi.address, svi.length) == ("Vlan20", 20, "PUPIL", "10.20.0.1", 22)
    assert (pool.name, pool.vrf, pool.prefix, pool.gateway) == ("PUPIL", "PUPIL", "10.20.0.0/22", "10.20.0.1")
    assert (pool.first, pool.last, pool.dns, pool.interface) == (
        "10.20.0.50",
        "10.20.3.250",
        ("10.1.1.53",),
        "Vlan20",
    )
    assert (route.vrf, route.prefix, route.gateway) == ("PUPIL", "0.0.0.0/0", "10.20.0.254")
    assert (found.unread, found.problems) == ((), ())


def test_management_facts() -> None:
    management = read(
        FILTER + "no username admin\nusername netgen privilege 15 role network-admin secret sha512 HASH\n"
        "radius-server host 10.1.1.10 timeout 4 key 7 RADKEY\n"
        "snmp-server group NMS v3 priv\n"
        "snmp-server user nms NMS v3 localized 4242 auth sha AUTH priv aes PRIV\n"
        "ntp server 10.1.1.123 prefer\nip name-server vrf default 10.1.1.53\n"
        "logging host 10.1.1.50 6514 protocol tls ssl-profile SYSLOG\nlogging host 10.1.1.51\n"
        "ip route 0.0.0.0/0 10.1.9.1\nbanner login\nAuthorised use only\nEOF\n"
        "management ssh\n   ip access-group IN in\n   idle-timeout 10\n"
        "management api http-commands\n   no shutdown\n   vrf default\n      ip access-group IN\n"
    ).management
    assert management.ssh
    assert management.cleartext == ()
    assert management.sources == ("10.99.0.0/24",)
    assert management.gateway == "10.1.9.1"
    assert (management.ntp, management.dns, management.radius) == (
        ("10.1.1.123",),
        ("10.1.1.53",),
        ("10.1.1.10",),
    )
    assert (management.syslog, management.transports) == (("10.1.1.50", "10.1.1.51"), ("tls", "udp"))
    assert (management.users, management.snmp_users) == (("netgen",), ("nms",))
    assert dict(management.secrets) == {
        "user netgen": "HASH",
        "radius 10.1.1.10": "RADKEY",
        "snmp nms auth": "AUTH",
        "snmp nms priv": "PRIV",
    }
    assert management.banner == "Authorised use only"


def test_the_admin_user_of_the_factory_is_there_until_it_is_removed() -> None:
    assert "admin" in read("username netgen secret sha512 HASH\n").management.users
    assert "admin" not in read("no username admin\n").management.users


@pytest.mark.parametrize(
    ("text", "protocol"),
    [
        ("management telnet\n   no shutdown\n", "telnet"),
        ("management api http-commands\n   protocol http\n   no shutdown\n", "http"),
        ("snmp-server community public ro\n", "snmp-v2"),
        ("snmp-server host 10.1.1.60 version 2c public\n", "snmp-v2"),
    ],
)
def test_cleartext_management_surfaces(text: str, protocol: str) -> None:
    assert read(text).management.cleartext == (protocol,)


@pytest.mark.parametrize(
    "text",
    [
        FILTER,
        FILTER + "management ssh\n   ip access-group IN in\nmanagement api http-commands\n   no shutdown\n",
        "management ssh\n   ip access-group IN in\n",
    ],
    ids=["SSH without filter", "eAPI without filter", "filter that does not exist"],
)
def test_one_way_in_without_a_filter_means_anywhere(text: str) -> None:
    assert read(text).management.sources == ()


def test_a_vrf_has_its_own_filter_and_without_one_takes_anybody() -> None:
    ssh = FILTER + "vrf instance M\nmanagement ssh\n   ip access-group IN in\n   vrf M\n      no shutdown\n"
    bounded = ssh.replace("   vrf M\n", "   ip access-group IN vrf M in\n   vrf M\n")
    assert read(ssh).management.sources == ("10.99.0.0/24",)
    assert read(ssh).management.vrf_sources == (("M", ("0.0.0.0/0",)),)
    assert read(bounded).management.vrf_sources == (("M", ("10.99.0.0/24",)),)


@pytest.mark.parametrize(
    ("text", "mode", "priority"),
    [
        ("", "mstp", 32768),
        ("spanning-tree mst 0 priority 4096\n", "mstp", 4096),
        ("spanning-tree mode rapid-pvst\nspanning-tree vlan-id 1-4093 priority 8192\n", "rapid-pvst", 8192),
        ("spanning-tree mode none\n", "none", 32768),
    ],
)
def test_spanning_tree(text: str, mode: str, priority: int) -> None:
    found = read(text)
    assert (found.stp_mode, found.stp_priority) == (mode, priority)


def test_snooping_needs_its_information_option() -> None:
    lines = "vlan 10,20\nip dhcp snooping\nip dhcp snooping vlan 10,20\n"
    assert read(lines + "ip dhcp snooping information option\n").snooping_vlans == (10, 20)
    without = read(lines)
    assert without.snooping_vlans == ()
    assert "DHCP snooping names VLANs but is not on" in [each.text for each in without.problems]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("vlan 10\ninterface Ethernet1\n   switchport access vlan 20\n", 3, "VLAN 20 is not defined"),
        ("interface Ethernet1\n   channel-group 4 mode active\n", 2, "LAG 4"),
        ("interface Vlan1\n   vrf X\n", 2, "VRF X is not defined"),
        (
            "vrf instance X\ninterface Vlan1\n   vrf X\n   ip address 10.0.0.1/24\n",
            2,
            "`ip routing vrf X` is not on",
        ),
        (
            "interface Vlan1\n   ip address 10.0.0.1/24\ninterface Loopback0\n   ip address 10.0.0.9/32\n",
            4,
            "overlaps",
        ),
        ("username x nopassword\n", 1, "needs no password"),
        ("aaa root nopassword\n", 1, "needs no password"),
        ("aaa authentication login default none\n", 1, "lets anyone in"),
        ("aaa authentication login default group RAD local\n", 1, "AAA group RAD is not defined"),
        ("management ssh\n   ip access-group IN in\n", 2, "access list IN is not defined"),
        ("dhcp server\n   subnet 10.0.0.0/24\n", 2, "no interface serves"),
        ("dhcp server\n   subnet 10.0.0.0/24\n      default-gateway 10.0.1.1\n", 3, "outside of"),
        ("dhcp server\n   disabled\n", 2, "is disabled"),
        ("no spanning-tree vlan-id 10\n", 1, "spanning tree is off"),
        ("interface Ethernet1\n   switchport phone vlan 30\n", 1, "no phone trunk"),
        ("banner login\nhello\n", 1, "no end"),
    ],
)
def test_contradictions_are_problems_with_their_line(text: str, line: int, words: str) -> None:
    assert [each.line for each in read(text).problems if words in each.text] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "daemon X",
        "event-handler X",
        "management api gnmi",
        "switchport default mode routed",
        "ip nat pool X",
        "router bgp 65000",
        "aaa authentication policy frob",
        "ip route 10.0.0.0/8",
    ],
)
def test_unknown_lines_are_never_silent(line: str) -> None:
    assert [(each.line, each.text) for each in read(f"hostname x\n{line}\n").unread] == [(2, line)]


def test_a_line_indented_below_a_one_line_command_is_unread() -> None:
    assert [each.text for each in read("hostname x\n   aaa root nopassword\n").unread] == [
        "aaa root nopassword"
    ]


def test_a_whole_switch_is_read_without_a_rest() -> None:
    found = read(EOS)
    assert (found.unread, found.problems) == ((), ())


@pytest.mark.parametrize(
    "place", range(len(EOS.splitlines())), ids=lambda place: EOS.splitlines()[place].strip()
)
def test_no_line_of_a_whole_switch_can_go_unseen(place: int) -> None:
    lines = EOS.splitlines()
    gone = lines[place].strip()
    lines[place] = "!"
    unseen = {"spanning-tree mode mstp"}  # the mode is the default
    assert (read("\n".join(lines)) == read(EOS)) is (gone in unseen)


def test_explicit_exits_and_windows_line_breaks_change_nothing() -> None:
    text = "hostname x\nvlan 10\n   name STAFF\ninterface Ethernet1\n   switchport access vlan 10\n"
    assert read(text.replace("\n", "\r\n")) == read(text)
    assert read(text + "   exit\nexit\n") == read(text)


def test_a_text_that_is_indented_ever_deeper_is_read() -> None:
    assert len(read("\n".join(" " * depth + "word" for depth in range(3000))).unread) == 3000


WORDS = st.sampled_from(
    [
        "interface",
        "Vlan10",
        "Ethernet1-3",
        "Port-Channel1",
        "switchport",
        "trunk",
        "phone",
        "allowed",
        "vlan",
        "access",
        "mode",
        "ip",
        "address",
        "virtual",
        "route",
        "dhcp",
        "server",
        "subnet",
        "range",
        "10.0.0.0/24",
        "vrf",
        "instance",
        "no",
        "10",
        "10-4000",
        "10.1.1.1",
        "management",
        "ssh",
        "api",
        "http-commands",
        "protocol",
        "http",
        "shutdown",
        "access-group",
        "in",
        "permit",
        "any",
        "host",
        "snmp-server",
        "user",
        "username",
        "secret",
        "aaa",
        "group",
        "radius-server",
        "key",
        "banner",
        "EOF",
        "login",
        "logging",
        "ntp",
        "spanning-tree",
        "mst",
        "priority",
        "\t",
        "\r",
        "٣",
        "channel-group",
        "add",
        "remove",
    ]
)


@given(st.lists(st.tuples(st.integers(0, 3), st.lists(WORDS, max_size=7)), max_size=30))
def test_any_words_in_any_order_are_read_without_an_error(lines: list[tuple[int, list[str]]]) -> None:
    text = "\n".join("   " * indent + " ".join(words) for indent, words in lines)
    assert read(text).platform == "arista_eos"


EDITS = st.tuples(
    st.integers(0, len(EOS.splitlines()) - 1),
    st.integers(0, 8),
    st.sampled_from(
        ["", "no", "vlan", "any", "10", "10.1.1.1/33", "255.0.255.0", "vrf", "999999999999", "name"]
    ),
    st.booleans(),
)


@given(st.lists(EDITS, max_size=8))
def test_a_whole_switch_with_words_added_and_removed_is_read_without_an_error(
    edits: list[tuple[int, int, str, bool]],
) -> None:
    lines = [line.split(" ") for line in EOS.splitlines()]
    for place, word, other, removes in edits:
        lines[place][word : word + removes] = [other] if other else []
    assert read("\n".join(" ".join(words) for words in lines)).platform == "arista_eos"


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert read(text).platform == "arista_eos"


def test_a_port_may_switch_smaller_frames_than_the_box() -> None:
    assert [each.mtu for each in read("interface Ethernet1-2\n   l2 mtu 1500\n").ports] == [1500, 1500]
    assert read("interface Ethernet1\n   l2 mru 1500\n   no l2 mru\n").ports[0].mtu == 0


def test_a_route_may_leave_through_another_vrf() -> None:
    vrfs = "vrf instance A\nvrf instance B\nip routing vrf A\nip routing vrf B\n"
    found = read(f"{vrfs}ip route vrf A 10.1.0.0/24 egress-vrf B Vlan7\n")
    assert found.routes[0].prefix == "10.1.0.0/24"
    assert "what VRF A sends to 10.1.0.0/24 leaves through VRF B" in [each.text for each in found.problems]
