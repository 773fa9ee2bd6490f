"""The IOS-XE reader: text as a switch prints it, or as a person edited it, to facts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.readback.whole_switches import IOS_XE

from netgen.readback.cisco_iosxe import read
from netgen.readback.facts import ObservedPort

QUIET = "no ip http server\nno ip http secure-server\n"
SAFE_LINES = "line vty 0 4\n access-class IN in vrf-also\n transport input ssh\n"


def port(body: str, extra: str = "") -> ObservedPort:
    """The facts of one port with these lines."""
    lines = "".join(f" {line}\n" for line in body.split("; ") if line)
    return read(f"{extra}interface GigabitEthernet1/0/1\n{lines}").ports[0]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("switchport mode access; switchport access vlan 10", ("access", 10, (), False, 0)),
        ("switchport access vlan 10", ("dynamic", 10, (), True, 0)),
        ("switchport mode access", ("access", 1, (), False, 0)),
        (
            "switchport mode access; switchport access vlan 10; no switchport access vlan",
            ("access", 1, (), False, 0),
        ),
        (
            "switchport mode access; switchport access vlan 10; switchport voice vlan 30",
            ("access", 10, (), False, 30),
        ),
        ("switchport mode trunk", ("trunk", 1, (), True, 0)),
        ("switchport mode trunk; switchport trunk native vlan 998", ("trunk", 998, (), True, 0)),
        (
            "switchport mode trunk; switchport trunk allowed vlan 10,20-22",
            ("trunk", 1, (10, 20, 21, 22), False, 0),
        ),
        (
            (
                "switchport mode trunk; switchport trunk allowed vlan 10; "
                "switchport trunk allowed vlan add 20,30"
            ),
            ("trunk", 1, (10, 20, 30), False, 0),
        ),
        (
            (
                "switchport mode trunk; switchport trunk allowed vlan 10,20; "
                "switchport trunk allowed vlan remove 20"
            ),
            ("trunk", 1, (10,), False, 0),
        ),
        ("switchport mode trunk; switchport trunk allowed vlan none", ("trunk", 1, (), False, 0)),
        ("switchport mode trunk; switchport trunk allowed vlan except 2-4094", ("trunk", 1, (1,), False, 0)),
        (
            "switchport mode trunk; switchport trunk allowed vlan 10; no switchport trunk allowed vlan",
            ("trunk", 1, (), True, 0),
        ),
        ("no switchport; ip address 10.0.0.1 255.255.255.0", ("routed", 1, (), False, 0)),
    ],
)
def test_vlans_of_a_port(body: str, expected: tuple[str, int, tuple[int, ...], bool, int]) -> None:
    found = port(body)
    assert (found.mode, found.untagged, found.allowed, found.allows_all, found.voice) == expected


@pytest.mark.parametrize(
    ("body", "extra", "edge", "guard"),
    [
        ("switchport mode access; spanning-tree portfast; spanning-tree bpduguard enable", "", True, True),
        ("switchport mode access; spanning-tree portfast edge", "", True, False),
        ("switchport mode access", "spanning-tree portfast default\n", True, False),
        (
            "switchport mode access",
            "spanning-tree portfast default\nspanning-tree portfast bpduguard default\n",
            True,
            True,
        ),
        (
            "switchport mode access; spanning-tree portfast disable",
            "spanning-tree portfast default\n",
            False,
            False,
        ),
        ("switchport mode trunk", "spanning-tree portfast default\n", False, False),
        (
            "switchport mode trunk; spanning-tree portfast",
            "spanning-tree portfast bpduguard default\n",
            False,
            False,
        ),
        (
            "switchport mode trunk; spanning-tree portfast trunk",
            "spanning-tree portfast bpduguard default\n",
            True,
            True,
        ),
        (
            "switchport mode access; spanning-tree portfast; spanning-tree bpduguard disable",
            "spanning-tree portfast bpduguard default\n",
            True,
            False,
        ),
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
        ("description ROOM-12 outlet A", "description", "ROOM-12 outlet A"),
        ("switchport protected", "isolated", True),
        ("storm-control broadcast level 1.00", "storm", True),
        ("storm-control broadcast level 1.00; no storm-control broadcast level", "storm", False),
        ("power inline never", "poe_off", True),
        ("power inline auto max 30000", "poe_off", False),
        ("ip dhcp snooping trust", "snooping_trusted", True),
        ("spanning-tree guard root", "root_guard", True),
        ("ip access-group PRE in", "acl_in", "PRE"),
        ("channel-group 1 mode active", "lag_active", True),
        ("channel-group 1 mode on", "lag_active", False),
    ],
)
def test_protection_of_a_port(body: str, field: str, value: object) -> None:
    assert getattr(port(body), field) == value


def test_a_range_stands_for_its_ports_and_short_names_are_spelled_out() -> None:
    found = read("interface range Gi1/0/1-2, Te1/1/4\n shutdown\n")
    assert [(each.name, each.shutdown) for each in found.ports] == [
        ("GigabitEthernet1/0/1", True),
        ("GigabitEthernet1/0/2", True),
        ("TenGigabitEthernet1/1/4", True),
    ]


def test_routed_core_facts() -> None:
    found = read(
        "ip routing\nvrf definition STAFF\n address-family ipv4\n exit-address-family\n"
        "vlan 10\n name STAFF\n"
        "ip dhcp excluded-address vrf STAFF 10.1.0.1 10.1.0.99\n"
        "ip dhcp excluded-address vrf STAFF 10.1.3.200 10.1.3.254\n"
        "ip dhcp excluded-address 10.1.0.1 10.1.3.0\n"
        "ip dhcp pool STAFF\n vrf STAFF\n network 10.1.0.0 255.255.252.0\n default-router 10.1.0.1\n"
        " dns-server 10.1.1.53 10.1.1.54\n"
        "interface Vlan10\n vrf forwarding STAFF\n ip address 10.1.0.1 255.255.252.0\n"
        "ip route vrf STAFF 0.0.0.0 0.0.0.0 10.20.0.254 5 name WAN\n"
    )
    assert found.routing
    assert found.vrfs == ("STAFF",)
    svi, pool, route = found.svis[0], found.pools[0], found.routes[0]
    assert (svi.name, svi.vlan, svi.vrf, svi.address, svi.length) == ("Vlan10", 10, "STAFF", "10.1.0.1", 22)
    assert (pool.prefix, pool.gateway, pool.first, pool.last) == (
        "10.1.0.0/22",
        "10.1.0.1",
        "10.1.0.100",
        "10.1.3.199",
    )
    assert (pool.vrf, pool.dns, pool.interface) == ("STAFF", ("10.1.1.53", "10.1.1.54"), "Vlan10")
    assert (route.vrf, route.prefix, route.gateway, route.distance) == (
        "STAFF",
        "0.0.0.0/0",
        "10.20.0.254",
        5,
    )
    assert (found.unread, found.problems) == ((), ())


def test_management_facts() -> None:
    management = read(
        QUIET
        + "ip default-gateway 10.1.9.1\nip name-server 10.1.1.53\nntp server vrf Mgmt-vrf 10.1.1.123 prefer\n"
        "vrf definition Mgmt-vrf\n"
        "logging host 10.1.1.50 transport tls profile SYSLOG\nlogging host 10.1.1.51\n"
        "username netgen privilege 15 secret 9 HASH\n"
        "radius server radius1\n address ipv4 10.1.1.10 auth-port 1812 acct-port 1813\n key RADKEY\n"
        "snmp-server group NMS v3 priv\nsnmp-server user nms NMS v3 auth sha AUTH priv aes 128 PRIV\n"
        "banner login ^C\nAuthorised use only\n^C\n"
        "ip access-list standard IN\n 10 permit 10.99.0.0 0.0.0.255\n 20 permit host 10.98.0.7\n" + SAFE_LINES
    ).management
    assert management.ssh
    assert management.cleartext == ()
    assert management.sources == ("10.99.0.0/24", "10.98.0.7/32")
    assert management.gateway == "10.1.9.1"
    assert (management.ntp, management.dns) == (("10.1.1.123",), ("10.1.1.53",))
    assert (management.syslog, management.transports) == (("10.1.1.50", "10.1.1.51"), ("tls", "udp"))
    assert (management.users, management.snmp_users, management.radius) == (
        ("netgen",),
        ("nms",),
        ("10.1.1.10",),
    )
    assert dict(management.secrets) == {
        "user netgen": "HASH",
        "radius 10.1.1.10": "RADKEY",
        "snmp nms auth": "AUTH",
        "snmp nms priv": "PRIV",
    }
    assert management.banner == "Authorised use only"


@pytest.mark.parametrize(
    ("text", "protocol"),
    [
        (QUIET + "line vty 0 4\n transport input ssh telnet\n", "telnet"),
        (QUIET + "line vty 0 4\n transport input all\n", "telnet"),
        (QUIET + "line vty 0 4\n transport input ssh\nline vty 5 15\n", "telnet"),
        (SAFE_LINES + "ip http server\nno ip http secure-server\n", "http"),
        (SAFE_LINES + "no ip http secure-server\n", "http"),
        (QUIET + SAFE_LINES + "snmp-server community public RO\n", "snmp-v2"),
        (QUIET + SAFE_LINES + "snmp-server host 10.1.1.60 version 2c public\n", "snmp-v2"),
    ],
)
def test_cleartext_management_surfaces(text: str, protocol: str) -> None:
    assert protocol in read(text).management.cleartext


@pytest.mark.parametrize(
    "text",
    [
        QUIET
        + "ip access-list standard IN\n permit 10.0.0.0 0.0.0.255\n"
        + SAFE_LINES
        + "line vty 5 15\n transport input ssh\n",
        "ip access-list standard IN\n permit 10.0.0.0 0.0.0.255\n"
        + SAFE_LINES
        + "no ip http server\nip http secure-server\n",
        QUIET + SAFE_LINES,
    ],
    ids=["a vty without access-class", "https without access-class", "access-class that does not exist"],
)
def test_one_way_in_without_a_filter_means_anywhere(text: str) -> None:
    assert read(text).management.sources == ()


def test_an_any_entry_shows_in_the_sources_and_in_the_filter() -> None:
    found = read(
        QUIET
        + "ip access-list extended IN\n 20 permit ip any any\n 10 deny   ip any 10.1.0.0 0.0.255.255 log\n"
        + SAFE_LINES
    )
    assert found.acls[0].entries == ("deny ip any 10.1.0.0 0.0.255.255 log", "permit ip any any")
    assert found.management.sources == ("0.0.0.0/0",)


@pytest.mark.parametrize(
    ("text", "mode", "priority"),
    [
        ("", "rapid-pvst", 32768),
        ("spanning-tree mode mst\nspanning-tree mst 0-1 priority 4096\n", "mstp", 4096),
        ("spanning-tree mode mst\nspanning-tree mst 1 priority 4096\n", "mstp", 32768),
        ("spanning-tree mode rapid-pvst\nspanning-tree vlan 1-4094 priority 8192\n", "rapid-pvst", 8192),
    ],
)
def test_spanning_tree(text: str, mode: str, priority: int) -> None:
    found = read(text)
    assert (found.stp_mode, found.stp_priority) == (mode, priority)


def test_snooping_counts_only_when_it_is_on() -> None:
    vlans = "vlan 10,20\nip dhcp snooping vlan 10,20\n"
    assert read(vlans + "ip dhcp snooping\n").snooping_vlans == (10, 20)
    off = read(vlans)
    assert off.snooping_vlans == ()
    assert [each.text for each in off.problems] == ["DHCP snooping names VLANs but is not on"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            "vlan 10\ninterface GigabitEthernet1/0/1\n switchport access vlan 20\n",
            3,
            "VLAN 20 is not defined",
        ),
        ("interface GigabitEthernet1/0/1\n channel-group 4 mode active\n", 2, "LAG 4"),
        ("interface Vlan1\n ip access-group NONE in\n", 2, "access list NONE is not defined"),
        ("interface Vlan1\n vrf forwarding X\n", 2, "VRF X is not defined"),
        (
            (
                "interface Vlan1\n ip address 10.0.0.1 255.255.255.0\ninterface Loopback0\n"
                " ip address 10.0.0.1 255.255.255.255\n"
            ),
            4,
            "has the address of Vlan1",
        ),
        (
            "vrf definition X\ninterface Vlan1\n ip address 10.0.0.1 255.255.255.0\n vrf forwarding X\n",
            4,
            "removes the address",
        ),
        ("line vty 0 4\n no login\n", 2, "without a login"),
        ("line con 0\n login authentication NONE\n", 2, "method list NONE is not defined"),
        ("aaa authentication login default group RAD local\n", 1, "AAA group RAD is not defined"),
        ("aaa authentication login default none\n", 1, "lets anyone in"),
        ("aaa authentication login default local\n", 1, "without `aaa new-model`"),
        ("aaa group server radius RAD\n", 1, "has no server"),
        ("snmp-server user nms NMS v3 auth sha A priv aes 128 P\n", 1, "SNMP group NMS is not defined"),
        ("snmp-server group NMS v3 auth\n", 1, "without encryption"),
        ("vtp mode server\n", 1, "VTP server"),
        ("username x nopassword\n", 1, "needs no password"),
        ("no spanning-tree vlan 10\n", 1, "spanning tree is off"),
        ("ip access-list standard A\n 10 permit any\n 10 deny any\n", 3, "two entries 10"),
        ("banner login ^C\nhello\nip http server\n", 1, "no end"),
        (
            (
                "interface Port-channel1\n switchport mode trunk\n switchport trunk allowed vlan 1\n"
                "interface GigabitEthernet1/0/1\n switchport mode trunk\n channel-group 1 mode active\n"
            ),
            6,
            "suspends the member",
        ),
    ],
)
def test_contradictions_are_problems_with_their_line(text: str, line: int, words: str) -> None:
    assert [each.line for each in read(text).problems if words in each.text] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "ip nat inside source list 1 interface Vlan1",
        "restconf",
        "tftp-server flash:x",
        "event manager applet X",
        "ip http tls",
        "username x view everything",
        "ip route 10.0.0.0 255.0.255.0 10.1.1.1",
    ],
)
def test_unknown_lines_are_never_silent(line: str) -> None:
    assert [(each.line, each.text) for each in read(f"hostname x\n{line}\n").unread] == [(2, line)]


def test_a_line_indented_below_a_one_line_command_is_unread() -> None:
    assert [each.text for each in read("hostname x\n ip http server\n").unread] == ["ip http server"]


def test_unknown_lines_inside_a_known_block_are_unread() -> None:
    found = read("interface Vlan1\n standby 1 ip 10.0.0.1\n ip address 10.0.0.2 255.255.255.0\n")
    assert [each.text for each in found.unread] == ["standby 1 ip 10.0.0.1"]
    assert found.svis[0].address == "10.0.0.2"


def test_a_whole_switch_is_read_without_a_rest() -> None:
    found = read(IOS_XE)
    assert (found.unread, found.problems) == ((), ())


@pytest.mark.parametrize(
    "place", range(len(IOS_XE.splitlines())), ids=lambda place: IOS_XE.splitlines()[place].strip()
)
def test_no_line_of_a_whole_switch_can_go_unseen(place: int) -> None:
    lines = IOS_XE.splitlines()
    gone = lines[place].strip()
    lines[place] = "!"
    assert read("\n".join(lines)) != read(IOS_XE), f"`{gone}` can go unseen"


def test_line_breaks_of_windows_change_nothing() -> None:
    text = "hostname x\nvlan 10\n name STAFF\ninterface GigabitEthernet1/0/1\n switchport access vlan 10\n"
    assert read(text.replace("\n", "\r\n")) == read(text)


def test_a_text_that_is_indented_ever_deeper_is_read() -> None:
    assert len(read("\n".join(" " * depth + "word" for depth in range(3000))).unread) == 3000


WORDS = st.sampled_from(
    [
        "interface",
        "Vlan10",
        "GigabitEthernet1/0/1",
        "switchport",
        "trunk",
        "allowed",
        "vlan",
        "access",
        "mode",
        "ip",
        "address",
        "route",
        "dhcp",
        "pool",
        "network",
        "vrf",
        "forwarding",
        "no",
        "10",
        "10-4000",
        "255.255.0.255",
        "10.1.1.1",
        "0.0.0.0",
        "line",
        "vty",
        "0",
        "4",
        "transport",
        "input",
        "permit",
        "any",
        "host",
        "snmp-server",
        "user",
        "username",
        "secret",
        "aaa",
        "group",
        "server",
        "radius",
        "key",
        "banner",
        "^C",
        "logging",
        "ntp",
        "spanning-tree",
        "mst",
        "priority",
        "\t",
        "\r",
        "٣",
        "range",
        "excluded-address",
        "access-list",
        "standard",
        "channel-group",
        "add",
        "remove",
    ]
)


@given(st.lists(st.tuples(st.integers(0, 3), st.lists(WORDS, max_size=7)), max_size=30))
def test_any_words_in_any_order_are_read_without_an_error(lines: list[tuple[int, list[str]]]) -> None:
    text = "\n".join(" " * indent + " ".join(words) for indent, words in lines)
    assert read(text).platform == "cisco_iosxe"


EDITS = st.tuples(
    st.integers(0, len(IOS_XE.splitlines()) - 1),
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
    lines = [line.split(" ") for line in IOS_XE.splitlines()]
    for place, word, other, removes in edits:
        lines[place][word : word + removes] = [other] if other else []
    assert read("\n".join(" ".join(words) for words in lines)).platform == "cisco_iosxe"


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert read(text).platform == "cisco_iosxe"


def test_who_may_come_in_by_a_vrf_is_told_apart() -> None:
    acls = (
        "ip access-list standard IN\n 10 permit 10.99.0.0 0.0.0.255\n"
        "ip access-list standard OOB\n 10 permit 10.98.0.0 0.0.0.255\n"
    )
    lines = "line vty 0 4\n access-class IN in\n access-class OOB in vrfname M\n transport input ssh\n"
    text = f"vrf definition M\n{acls}no ip http server\nno ip http secure-server\n{lines}"
    assert read(text).management.sources == ("10.99.0.0/24",)
    assert read(text).management.vrf_sources == (("M", ("10.98.0.0/24",)),)
    also = text.replace(" access-class IN in\n", " access-class IN in vrf-also\n")
    assert read(also).management.vrf_sources[0] == ("*", ("10.99.0.0/24",))


def test_a_vrf_carries_ipv4_where_it_says_so() -> None:
    interface = "vlan 10\ninterface Vlan10\n vrf forwarding X\n ip address 10.0.0.1 255.255.255.0\n"
    said = "vrf definition X\n address-family ipv4\n exit-address-family\n"
    without = [each.text for each in read(f"vrf definition X\n{interface}").problems]
    assert "VRF X has no IPv4 and Vlan10 has an address" in without
    assert "has no IPv4" not in str(read(said + interface).problems)
    assert "has no IPv4" not in str(read(f"ip vrf X\n{interface}").problems)
