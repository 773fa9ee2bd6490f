"""Junos text in, facts out. Lines are as EX switches and SRX firewalls print them, or as a stranger writes them."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgen.readback import Observed, ObservedPort
from netgen.readback.juniper_junos import read

VLANS = "vlans { staff { vlan-id 30; } phones { vlan-id 80; } black { vlan-id 999; } }\n"
TREE = "protocols { mstp { bridge-priority 8k; bpdu-block-on-edge; interface all { edge; } } }\n"


def problems(text: str) -> list[str]:
    return [item.text for item in read(text).problems]


def unread(text: str) -> list[tuple[int, str]]:
    return [(item.line, item.text) for item in read(text).unread]


def kept(text: str) -> list[tuple[str, str]]:
    """(scope, text) of the settings, the marks of blocks left out."""
    return [(item.scope, item.text) for item in read(text).settings if item.text]


def port(text: str, name: str = "ge-0/0/1") -> ObservedPort:
    found = [item for item in read(VLANS + TREE + text).ports if item.name == name]
    assert len(found) == 1, name
    return found[0]


def switched(inside: str, beside: str = "") -> str:
    """A port with the lines of its `ethernet-switching` family, and lines beside its unit."""
    return f"interfaces {{ ge-0/0/1 {{ {beside} unit 0 {{ family ethernet-switching {{ {inside} }} }} }} }}\n"


# --- form ------------------------------------------------------------------------------------------


CURLY = """
## Last commit: 2031-01-01 by ops
version 23.4R1.9;
system {
    host-name sw1; /* a comment
       over two lines */
    name-server {
        10.0.8.10;
        10.0.8.11;
    }
    ntp {
        server 10.0.8.13 prefer;
    }
    services {
        ssh {
            root-login deny;
            ciphers [ aes256-ctr aes128-ctr ];
        }
    }
}
interfaces {
    ge-0/0/1 {
        description "room 1; by the door";
        unit 0 {
            family ethernet-switching {
                interface-mode trunk;
                vlan {
                    members [ staff phones ];
                }
            }
        }
    }
}
vlans {
    staff {
        vlan-id 30;
    }
    phones {
        vlan-id 80;
    }
}
"""
SET = """
set version 23.4R1.9
set system host-name sw1
set system name-server 10.0.8.10
set system name-server 10.0.8.11
set system ntp server 10.0.8.13 prefer
set system services ssh root-login deny ciphers [ aes256-ctr aes128-ctr ]
set interfaces ge-0/0/1 description "room 1; by the door"
set interfaces ge-0/0/1 unit 0 family ethernet-switching interface-mode trunk
set interfaces ge-0/0/1 unit 0 family ethernet-switching vlan members staff
set interfaces ge-0/0/1 unit 0 family ethernet-switching vlan members phones
set vlans staff vlan-id 30
set vlans phones vlan-id 80
"""


def without_lines(seen: Observed) -> object:
    import msgspec  # noqa: PLC0415 - only this test needs it

    def strip(value: object) -> object:
        if isinstance(value, msgspec.Struct):
            return [(name, strip(getattr(value, name))) for name in value.__struct_fields__ if name != "line"]
        return tuple(strip(item) for item in value) if isinstance(value, tuple) else value

    return strip(seen)


def test_braces_and_commands_say_the_same() -> None:
    assert without_lines(read(CURLY)) == without_lines(read(SET))


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert read("\ufeff" + CURLY.replace("\n", "\r\n")) == read(CURLY)


def test_facts_keep_their_line() -> None:
    seen = read(CURLY)
    assert [(item.name, item.line) for item in seen.ports] == [("ge-0/0/1", 22)]
    assert [(item.id, item.line) for item in seen.vlans] == [(30, 35), (80, 38)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("system { host-name a; inactive: domain-name x.example; }", []),
        ("system { inactive: services { telnet; } }", []),
        ("set system domain-name x.example\ndeactivate system domain-name", []),
        ("set system domain-name x.example\ndeactivate system domain-name\nactivate system domain-name", [("system", "domain-name x.example")]),
        ("set system domain-name x.example\ndelete system domain-name", []),
        ("set system no-redirects\ndelete system", []),
        ("edit system\nset domain-name x.example\ntop\nset chassis network-services ip", [("system", "domain-name x.example"), ("chassis", "network-services ip")]),
        ("edit system services\nup\nset domain-name x.example", [("system", "domain-name x.example")]),
    ],
)  # fmt: skip
def test_what_is_deactivated_or_deleted_is_not_there(text: str, expected: list[tuple[str, str]]) -> None:
    assert [item for item in kept(text) if item[1] != "services"] == expected


def test_insert_moves_a_policy() -> None:
    text = "".join(f"set security policies global policy {name} then {name}\n" for name in ("permit", "deny"))
    assert [item.name for item in read(text).policies] == ["permit", "deny"]
    moved = read(text + "insert security policies global policy deny before policy permit\n")
    assert [item.name for item in moved.policies] == ["deny", "permit"]
    back = read(text + "insert security policies global policy permit after policy deny\n")
    assert [item.name for item in back.policies] == ["deny", "permit"]


def test_a_protected_statement_shows_since_no_push_could_change_it() -> None:
    assert ("", "protect: vlans") in kept("protect: vlans { a { vlan-id 3; } }")
    assert ("", "protect: vlans") in kept("set vlans a vlan-id 3\nprotect vlans")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("system { hostname a; }", [(1, "system hostname a")]),
        ("system {\n frob {\n  a;\n }\n}", [(2, "system frob"), (3, "system frob a")]),
        ("set system host-name a\nset frob 1", [(2, "set frob 1")]),
        ("set system host-name a\nload merge x", [(2, "load merge x")]),
        ("set system host-name a\nsystem { host-name b; }", [(2, "system host-name b")]),
        ("system { host-name a; }\nset system host-name b;", [(2, "set system host-name b")]),
        ("interfaces { ge-0/0/1 { unit; } }", [(1, "interfaces ge-0/0/1 unit")]),
        ("set system radius-server 10.0.0.1 secrt x secret word", [(1, "set system radius-server 10.0.0.1 secrt x secret <hidden>")]),
        ("set vlans a vlan-id 3\ndelete vlans b", [(2, "delete vlans b")]),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_unread(text: str, expected: list[tuple[int, str]]) -> None:
    assert unread(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("system { host-name a;", "a `{` is not closed"),
        ("system { host-name a; } }", "`}` closes nothing"),
        ("system { host-name a }", "a statement has no `;`"),
        ("system { host-name a; } vlans", "the last statement has no `;`"),
        ('system { host-name "a; }', "a quote is not closed"),
        ("/* system { host-name a; }", "a comment is not closed: it takes all lines below it"),
        ("vlans { a { vlan-id [ 3; } }", "a `[` is not closed"),
        ("system { host-name a; host-name b; }", "`host-name` was set to another value in line 1"),
        ("set system host-name a\nset system host-name b", "`host-name` was set to another value in line 1"),
        ("replace: system { host-name a; }", "a `replace:` tag belongs in a change, not in a configuration"),
    ],
)
def test_a_broken_form_is_a_problem(text: str, expected: str) -> None:
    assert expected in problems(text)


# --- inheritance -----------------------------------------------------------------------------------


GROUP = """
groups {
    house {
        system { domain-name x.example; host-name other; ntp { server 10.0.0.1; } }
        interfaces { <ge-*> { mtu 9014; } }
    }
}
"""


def test_a_group_gives_what_the_text_does_not_say_itself() -> None:
    seen = read(
        GROUP
        + "apply-groups house;\nsystem { host-name a; ntp { server 10.0.0.2; } }\ninterfaces { ge-0/0/1 { disable; } xe-0/2/0 { disable; } }"
    )
    assert seen.hostname == "a"
    assert set(seen.management.ntp) == {"10.0.0.1", "10.0.0.2"}
    assert {item.name: item.mtu for item in seen.ports} == {"ge-0/0/1": 9014, "xe-0/2/0": 0}
    assert not seen.problems


def test_a_group_that_nobody_applies_does_nothing() -> None:
    seen = read(GROUP + "system { host-name a; }")
    assert seen.management.ntp == ()
    assert not seen.unread


def test_a_group_is_applied_in_a_block_and_left_out_by_except() -> None:
    seen = read(GROUP + "interfaces { ge-0/0/1 { apply-groups house; } ge-0/0/2 { disable; } }")
    assert {item.name: item.mtu for item in seen.ports} == {"ge-0/0/1": 9014, "ge-0/0/2": 0}
    assert (
        read(GROUP + "apply-groups house;\nsystem { apply-groups-except house; host-name a; }").management.ntp
        == ()
    )


def test_groups_in_commands() -> None:
    seen = read("set groups g system domain-name x.example\nset apply-groups g\nset system host-name a")
    assert ("system", "domain-name x.example") in [(item.scope, item.text) for item in seen.settings]


@pytest.mark.parametrize("name", ["absent", '"${node}"'])
def test_a_group_that_is_not_defined_is_a_problem(name: str) -> None:
    assert any("is not defined" in text for text in problems(f"apply-groups {name};"))


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ("member-range ge-0/0/30 to ge-0/0/32;", ["ge-0/0/30", "ge-0/0/31", "ge-0/0/32"]),
        ('member "ge-0/0/[4-5,9]";', ["ge-0/0/4", "ge-0/0/5", "ge-0/0/9"]),
        ("member ge-0/0/7; member ge-0/0/8;", ["ge-0/0/7", "ge-0/0/8"]),
    ],
)
def test_a_range_is_its_members(members: str, expected: list[str]) -> None:
    seen = read(f"interfaces {{ interface-range unused {{ {members} disable; }} }}")
    assert [item.name for item in seen.ports] == expected
    assert all(item.shutdown for item in seen.ports)


def test_a_port_of_a_range_keeps_its_own_value() -> None:
    seen = read(
        "interfaces { interface-range r { member-range ge-0/0/1 to ge-0/0/2; mtu 9014; } ge-0/0/2 { mtu 1514; } }"
        "protocols { mstp { interface r { edge; } } }"
    )
    assert {item.name: item.mtu for item in seen.ports} == {"ge-0/0/2": 1514, "ge-0/0/1": 9014}
    assert all(item.edge for item in seen.ports)


def test_a_range_of_nothing_is_a_problem() -> None:
    assert "range r has no member" in problems("interfaces { interface-range r { disable; } }")
    assert any(
        "is no range" in text
        for text in problems("interfaces { interface-range r { member-range ge-0/0/9 to ge-0/0/3; } }")
    )


# --- ports -----------------------------------------------------------------------------------------


def test_a_socket() -> None:
    text = switched("interface-mode access; vlan { members staff; } storm-control edge;", "description x;")
    text += "forwarding-options { storm-control-profiles edge { all { bandwidth-percentage 1; } } }\n"
    text += "switch-options { voip { interface ge-0/0/1.0 { vlan phones; } } }\npoe { interface ge-0/0/1; }\n"
    seen = port(text)
    assert (seen.mode, seen.untagged, seen.voice, seen.edge, seen.bpdu_guard) == (
        "access",
        30,
        80,
        True,
        True,
    )
    assert seen.storm_limits == (("broadcast", 1.0), ("multicast", 1.0), ("unicast", 1.0))
    assert (seen.poe_off, seen.poe_priority, seen.shutdown, seen.description) == (False, "low", False, "x")
    assert not problems(VLANS + TREE + text)


@pytest.mark.parametrize(
    ("inside", "beside", "expected"),
    [
        ("", "", ("access", 1, (), False)),
        ("interface-mode access; vlan { members 30; }", "", ("access", 30, (), False)),
        ("interface-mode trunk; vlan { members staff; }", "", ("trunk", 0, (30,), False)),
        ("interface-mode trunk; vlan { members [ staff 80 ]; }", "native-vlan-id 999;", ("trunk", 999, (30, 80), False)),
        ("interface-mode trunk; vlan { members 30-32; }", "", ("trunk", 0, (30, 31, 32), False)),
        ("interface-mode trunk; vlan { members all; }", "", ("trunk", 0, (), True)),
    ],
)  # fmt: skip
def test_modes_and_vlans(inside: str, beside: str, expected: tuple[object, ...]) -> None:
    seen = port(switched(inside, beside))
    assert (seen.mode, seen.untagged, seen.allowed, seen.allows_all) == expected


@pytest.mark.parametrize(
    ("inside", "beside", "expected"),
    [
        ("vlan { members absent; }", "", "ge-0/0/1: VLAN `absent` is not defined"),
        ("vlan { members 31; }", "", "ge-0/0/1: VLAN `31` is not defined"),
        ("vlan { members [ staff phones ]; }", "", "ge-0/0/1 is an access port of 2 VLANs, which is refused"),
        ("vlan { members staff; }", "native-vlan-id 30;", "ge-0/0/1: a native VLAN has no effect on an access port"),
        ("storm-control absent;", "", "ge-0/0/1: storm control absent is not defined"),
        ("port-mode trunk;", "", "ge-0/0/1: `port-mode` is not for this software"),
        ("vlan { members staff; }", "ether-options { 802.3ad ae1; }", "ge-0/0/1 is in ae1, which is not defined"),
    ],
)  # fmt: skip
def test_what_the_commit_would_refuse_is_a_problem(inside: str, beside: str, expected: str) -> None:
    assert expected in problems(VLANS + TREE + switched(inside, beside))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", True),
        ("poe { interface all; }", False),
        ("poe { interface ge-0/0/1; }", False),
        ("poe { interface all; interface ge-0/0/1 { disable; } }", True),
        ("poe { interface ge-0/0/2; }", True),
    ],
)
def test_a_port_gives_power_when_poe_names_it(lines: str, expected: bool) -> None:
    assert port(switched("") + lines).poe_off is expected


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("all { bandwidth-percentage 5; no-multicast; }", (("broadcast", 5.0), ("unicast", 5.0))),
        ("all;", (("broadcast", 80.0), ("multicast", 80.0), ("unicast", 80.0))),
        ("all { bandwidth-level 2000; no-unknown-unicast; }", (("broadcast", -1.0), ("multicast", -1.0))),
        ("action-shutdown;", ()),
    ],
)
def test_storm_control(profile: str, expected: tuple[tuple[str, float], ...]) -> None:
    text = f"forwarding-options {{ storm-control-profiles p {{ {profile} }} }}\n"
    assert port(switched("storm-control p;") + text).storm_limits == expected


LAG = """
chassis { aggregated-devices { ethernet { device-count 3; } } }
interfaces {
    ae2 { native-vlan-id 999; aggregated-ether-options { lacp { active; } } unit 0 { family ethernet-switching { interface-mode trunk; vlan { members staff; } } } }
    xe-0/2/0 { ether-options { 802.3ad ae2; } }
    xe-0/2/1 { ether-options { 802.3ad { ae2; } } }
}
"""


def test_a_lag_and_its_members() -> None:
    seen = {item.name: item for item in read(VLANS + TREE + LAG).ports}
    assert (seen["ae2"].mode, seen["ae2"].untagged, seen["ae2"].allowed, seen["ae2"].lag) == (
        "trunk",
        999,
        (30,),
        0,
    )
    assert [(seen[name].lag, seen[name].lag_active) for name in ("xe-0/2/0", "xe-0/2/1")] == [
        (2, True),
        (2, True),
    ]
    assert not problems(VLANS + TREE + LAG)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("active;", "passive;", ""),
        ("device-count 3", "device-count 2", "ae2 is not made: the chassis has 2 aggregated devices"),
        (
            "xe-0/2/0 { ",
            "xe-0/2/0 { unit 0 { family inet; } ",
            "xe-0/2/0 is in ae2 and has a unit of its own",
        ),
    ],
)
def test_a_lag_that_does_not_work(before: str, after: str, expected: str) -> None:
    text = VLANS + TREE + LAG.replace(before, after, 1)
    if expected:
        assert expected in problems(text)
    else:
        assert not any(item.lag_active for item in read(text).ports)


# --- spanning tree and DHCP snooping ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("mstp { bridge-priority 4k; }", ("mstp", 4096)),
        ("mstp { bridge-priority 61440; }", ("mstp", 61440)),
        ("rstp { bridge-priority 8k; }", ("rstp", 8192)),
        ("rstp;", ("rstp", 32768)),
        ("rstp { force-version stp; }", ("stp", 32768)),
        ("vstp { vlan 30 { bridge-priority 16k; } vlan 80 { bridge-priority 4k; } }", ("rapid-pvst", 4096)),
        ("mstp { disable; }", ("", 32768)),
        ("lldp { interface all; }", ("", 32768)),
    ],
)  # fmt: skip
def test_spanning_tree(lines: str, expected: tuple[str, int]) -> None:
    seen = read(f"protocols {{ {lines} }}")
    assert (seen.stp_mode, seen.stp_priority) == expected


def test_the_region() -> None:
    seen = read(
        "protocols { mstp { configuration-name trust; revision-level 3; msti 1 { vlan [ 10-20 30 ]; } } }"
    )
    assert seen.stp_region == ("instance 1 vlan 10-20,30", "name trust", "revision 3")


@pytest.mark.parametrize(
    ("lines", "edge", "guard", "root"),
    [
        ("mstp { bpdu-block-on-edge; interface ge-0/0/1 { edge; } }", True, True, False),
        ("mstp { interface ge-0/0/1.0 { edge; } }", True, False, False),
        ("mstp { bpdu-block-on-edge; interface ge-0/0/1; }", False, False, False),
        ("mstp { interface ge-0/0/1 { no-root-port; } }", False, False, True),
        ("mstp { interface all; } layer2-control { bpdu-block { interface ge-0/0/1; } }", False, True, False),
        ("mstp { interface all; } layer2-control { bpdu-block { interface all { drop; } } }", False, False, False),
        ("mstp { interface all { edge; } bpdu-block-on-edge; interface ge-0/0/1; }", False, False, False),
    ],
)  # fmt: skip
def test_guards(lines: str, edge: bool, guard: bool, root: bool) -> None:
    seen = read(f"{VLANS}protocols {{ {lines} }}{switched('vlan { members staff; }')}").ports[0]
    assert (seen.edge, seen.bpdu_guard, seen.root_guard) == (edge, guard, root)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("mstp { interface ge-0/0/2; }", "ge-0/0/1 takes no part in spanning tree and no BPDU shuts it"),
        ("mstp { interface all; interface ge-0/0/1 { disable; } }", "ge-0/0/1 takes no part in spanning tree and no BPDU shuts it"),
        ("mstp { bridge-priority 5000; interface all; }", "bridge priority `5000` is no multiple of 4k up to 60k"),
        ("mstp { interface all; } rstp { interface all; }", "mstp and rstp together: a switch speaks one spanning tree"),
    ],
)  # fmt: skip
def test_a_tree_with_a_hole_is_a_problem(lines: str, expected: str) -> None:
    assert expected in problems(f"{VLANS}protocols {{ {lines} }}{switched('vlan { members staff; }')}")


SNOOPED = "vlans {{ staff {{ vlan-id 30; forwarding-options {{ dhcp-security {{ {} }} }} }} phones {{ vlan-id 80; }} }}\n"


@pytest.mark.parametrize(
    ("lines", "mode", "expected"),
    [
        ("", "access", ((30,), False)),
        ("", "trunk", ((30,), True)),
        ("group u { overrides { untrusted; } interface { ge-0/0/1.0; } }", "trunk", ((30,), False)),
        ("group t { overrides { trusted; } interface ge-0/0/1.0; }", "access", ((30,), True)),
        ("no-dhcp-snooping;", "trunk", ((), False)),
    ],
)
def test_snooping_and_trust(lines: str, mode: str, expected: tuple[object, bool]) -> None:
    seen = read(SNOOPED.format(lines) + TREE + switched(f"interface-mode {mode}; vlan {{ members staff; }}"))
    assert (seen.snooping_vlans, seen.ports[0].snooping_trusted) == expected


def test_what_rests_on_snooping() -> None:
    text = SNOOPED.format("arp-inspection; ip-source-guard;") + TREE + switched("vlan { members staff; }")
    seen = read(text)
    assert (seen.inspected_vlans, seen.ports[0].source_guard, seen.ports[0].arp_trusted) == (
        (30,),
        True,
        False,
    )
    guard = "forwarding-options { access-security { router-advertisement-guard { interface ge-0/0/1.0 { mark-interface block; } } } }"
    assert read(text + guard).ports[0].ra_guard
    assert not seen.ports[0].ra_guard


def test_a_private_vlan_isolates() -> None:
    text = "vlans { a { vlan-id 30; private-vlan isolated; } b { vlan-id 31; isolated-vlan a; } }\n" + TREE
    assert read(text + switched("vlan { members a; }")).ports[0].isolated
    assert not read(text + switched("vlan { members b; }")).ports[0].isolated


# --- 802.1X and quality of service -----------------------------------------------------------------


DOT1X = """
access {
    radius-server { 10.0.8.20 { secret word1; dynamic-request-port 3799; } 10.0.8.21 { secret word2; } }
    radius-options { revert-interval 300; }
    profile wired { authentication-order radius; radius { authentication-server [ 10.0.8.20 10.0.8.21 ]; accounting-server [ 10.0.8.20 10.0.8.21 ]; } accounting { order radius; update-interval 15; } }
}
protocols { dot1x { authenticator { authentication-profile-name wired; interface { ge-0/0/1.0 { %s } } } } }
"""


def test_an_authenticated_socket() -> None:
    lines = (
        "supplicant multiple; mac-radius; guest-vlan phones; reauthentication 7200; server-fail vlan-name black;"
        "server-reject-vlan staff; multi-domain { max-data-session 1; }"
    )
    seen = port(switched("vlan { members staff; }") + DOT1X % lines)
    assert (seen.dot1x, seen.mab, seen.admits) == (True, True, "domain")
    assert (seen.guest_vlan, seen.failed_vlan, seen.critical, seen.critical_vlan) == (80, 30, "vlan", 999)
    assert seen.reauthenticate_s == 7200


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", (True, False, "host-mode-any", "shut", 3600)),
        ("supplicant single-secure; no-reauthentication;", (True, False, "single", "shut", 0)),
        ("supplicant multiple; server-fail permit;", (True, False, "many", "own", 3600)),
        ("supplicant multiple; mac-radius { restrict; }", (False, True, "many", "shut", 3600)),
        ("disable;", (False, False, "", "", 0)),
    ],
)
def test_defaults_of_the_authenticator(lines: str, expected: tuple[object, ...]) -> None:
    seen = port(switched("vlan { members staff; }") + DOT1X % lines)
    assert (seen.dot1x, seen.mab, seen.admits, seen.critical, seen.reauthenticate_s) == expected


def test_who_is_asked() -> None:
    seen = read(DOT1X % "").access
    assert (seen.enabled, seen.servers, seen.coa) == (True, ("10.0.8.20", "10.0.8.21"), ("10.0.8.20",))
    assert (seen.dead_s, seen.accounts, seen.interim_s) == (300, True, 900)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("profile wired", "profile other", "802.1X: access profile `wired` is not defined"),
        ("10.0.8.21 { secret word2; }", "", "access profile wired: RADIUS server 10.0.8.21 is not defined"),
        (
            "authentication-order radius;",
            "authentication-order password;",
            "access profile wired does not ask RADIUS",
        ),
    ],
)
def test_an_authenticator_that_asks_nobody(before: str, after: str, expected: str) -> None:
    assert expected in problems(DOT1X.replace(before, after) % "")


QOS = """
class-of-service {
    classifiers { dscp marks { forwarding-class voice { loss-priority low code-points [ ef 101000 ]; } } }
    forwarding-classes { class voice queue-num 5; }
    schedulers { sched { transmit-rate percent 15; priority strict-high; } }
    scheduler-maps { map { forwarding-class voice scheduler sched; } }
    interfaces { ge-0/0/1 { scheduler-map map; unit 0 { classifiers { dscp marks; } } } }
}
"""


def test_classes_of_traffic() -> None:
    seen = read(QOS)
    assert [(item.name, item.dscp, item.percent, item.priority) for item in seen.qos] == [
        ("voice", (40, 46), 15, True)
    ]
    assert port(switched("") + QOS).trust == "dscp"
    assert port(switched("")).trust == ""
    assert not seen.problems


# --- addresses, routes, leases ---------------------------------------------------------------------


ROUTED = """
vlans { staff { vlan-id 30; l3-interface irb.30; } cctv { vlan-id 90; l3-interface irb.90; } }
interfaces { irb { unit 30 { family inet { address 10.1.30.1/24; } } unit 90 { family inet { no-redirects; address 10.1.90.1/24; } } } }
routing-instances {
    zone-cctv { instance-type virtual-router; interface irb.90; routing-options { static { route 0.0.0.0/0 next-hop 10.9.0.1; } } }
}
routing-options { static { route 0.0.0.0/0 { next-hop 10.1.30.254; preference 20; } route 10.0.0.0/8 { discard; preference 254; } } }
"""


def test_a_routed_core() -> None:
    seen = read(ROUTED)
    assert [
        (item.name, item.vlan, item.vrf, item.address, item.length, item.redirects) for item in seen.svis
    ] == [
        ("irb.30", 30, "", "10.1.30.1", 24, True),
        ("irb.90", 90, "zone-cctv", "10.1.90.1", 24, False),
    ]
    assert [(item.vrf, item.prefix, item.gateway, item.interface, item.distance) for item in seen.routes] == [
        ("", "0.0.0.0/0", "10.1.30.254", "", 20),
        ("", "10.0.0.0/8", "", "blackhole", 254),
        ("zone-cctv", "0.0.0.0/0", "10.9.0.1", "", 5),
    ]
    assert (seen.vrfs, seen.management.gateway, seen.routing) == (("zone-cctv",), "10.1.30.254", True)
    assert not seen.problems


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("l3-interface irb.90", "l3-interface irb.91", "irb.91 is not defined"),
        ("l3-interface irb.90;", "", "irb.90 belongs to no VLAN and stays down"),
        ("10.1.90.1/24", "10.1.30.9/24", ""),
        ("virtual-router; interface irb.90;", "virtual-router; interface irb.99;", "instance zone-cctv: interface irb.99 is not defined"),
        ("10.1.90.1/24", "10.1.90.1", "irb.90: `10.1.90.1` is no address with a length"),
        ("route 10.0.0.0/8 { discard; preference 254; }", "route 10.0.0.0/8 { preference 254; }", "route 10.0.0.0/8 leads nowhere and does not say so"),
        ("route 10.0.0.0/8 { discard;", "route 10.0.0.1/8 { discard;", "route 10.0.0.1/8 has host bits"),
        ("route 0.0.0.0/0 next-hop 10.9.0.1", "route 0.0.0.0/0 next-hop irb.77", "route 0.0.0.0/0: interface irb.77 is not defined"),
    ],
)  # fmt: skip
def test_addresses_and_routes_that_lead_nowhere(before: str, after: str, expected: str) -> None:
    found = problems(ROUTED.replace(before, after, 1))
    assert (expected in found) if expected else not found


def test_an_address_in_two_places_of_one_table() -> None:
    text = ROUTED.replace("10.1.90.1/24", "10.1.30.9/24").replace("interface irb.90;", "")
    assert "the subnet of irb.90, 10.1.30.0/24, overlaps that of irb.30" in problems(text)


def test_a_second_way_has_its_own_preference() -> None:
    text = "routing-options { static { route 0.0.0.0/0 { next-hop 10.0.0.1; qualified-next-hop 10.0.1.1 { preference 30; } } } }"
    assert [(item.gateway, item.distance) for item in read(text).routes] == [
        ("10.0.0.1", 5),
        ("10.0.1.1", 30),
    ]


def test_a_relay() -> None:
    text = ROUTED + (
        "forwarding-options { dhcp-relay { server-group { dc { 10.0.8.5; } } group g { active-server-group dc; interface irb.30; } } }"
    )
    assert read(text).svis[0].relays == ("10.0.8.5",)
    assert any(
        "server group `dd`" in item
        for item in problems(text.replace("active-server-group dc", "active-server-group dd"))
    )


POOL = """
interfaces { irb { unit 30 { family inet { address 10.1.30.1/24; } } } }
vlans { staff { vlan-id 30; l3-interface irb.30; } }
system { services { dhcp-local-server { group g { interface irb.30; } } } }
access { address-assignment { pool staff { family inet {
    network 10.1.30.0/24;
    range a { low 10.1.30.10; high 10.1.30.200; }
    excluded-address 10.1.30.50;
    dhcp-attributes { maximum-lease-time 28800; name-server { 10.0.8.10; 10.0.8.11; } router { 10.1.30.1; } domain-name x.example; }
} } } }
"""


def test_a_pool() -> None:
    seen = read(POOL).pools
    assert [(item.first, item.last) for item in seen] == [
        ("10.1.30.10", "10.1.30.49"),
        ("10.1.30.51", "10.1.30.200"),
    ]
    assert {
        (item.prefix, item.gateway, item.dns, item.lease_s, item.domain, item.interface) for item in seen
    } == {("10.1.30.0/24", "10.1.30.1", ("10.0.8.10", "10.0.8.11"), 28800, "x.example", "irb.30")}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("maximum-lease-time 28800; ", "", 86400),
        ("maximum-lease-time 28800", "maximum-lease-time infinite", 0),
    ],
)
def test_a_lease(before: str, after: str, expected: int) -> None:
    assert {item.lease_s for item in read(POOL.replace(before, after)).pools} == {expected}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "group g { interface irb.30; }",
            "group g;",
            "pool staff: no interface of the DHCP server is in 10.1.30.0/24",
        ),
        ("network 10.1.30.0/24", "network 10.1.30.1/24", "pool staff: `10.1.30.1/24` is no network"),
        ("high 10.1.30.200", "high 10.1.31.200", "pool staff: range a is outside of 10.1.30.0/24"),
        ("low 10.1.30.10", "low 10.1.30.250", "pool staff: range a is not a range of addresses"),
        ("10.1.30.1/24", "10.1.40.1/24", "pool staff: no interface of the DHCP server is in 10.1.30.0/24"),
    ],
)
def test_a_pool_that_serves_nobody(before: str, after: str, expected: str) -> None:
    assert expected in problems(POOL.replace(before, after, 1))


# --- management ------------------------------------------------------------------------------------


def test_management() -> None:
    seen = read(
        "system {\n"
        " root-authentication { encrypted-password A; }\n"
        " authentication-order [ radius password ]; ports { console { authentication-order password; } }\n"
        " name-server { 10.0.8.10; } radius-server { 10.0.8.20 { secret B; } }\n"
        ' login { message "keep out\\nplease"; class c { idle-timeout 10; permissions all; }\n'
        "  user glass { class c; authentication { encrypted-password A; } } user remote { class unauthorized; } }\n"
        " services { ssh; netconf { ssh; } }\n"
        " syslog { host 10.0.8.30 { any info; transport tls; tlsdetails { trusted-ca-group g; } } }\n"
        " ntp { server 10.0.8.13 key 7; authentication-key 7 type sha256 value C; trusted-key 7; }\n"
        "}\n"
        "protocols { sflow { collector 10.0.8.32 udp-port 6343; } }\n"
    ).management
    assert (seen.dns, seen.radius, seen.ntp) == (("10.0.8.10",), ("10.0.8.20",), ("10.0.8.13",))
    assert (seen.syslog, seen.transports, seen.syslog_ports) == (("10.0.8.30",), ("tls",), (6514,))
    assert (seen.users, seen.roles) == (("glass", "remote"), (("glass", "all"), ("remote", "none")))
    assert seen.remote_admins == (("remote", "none", ("10.0.8.20",)),)
    assert seen.logins == ("default group radius local", "console local")
    assert (seen.ssh, seen.https, seen.cleartext, seen.idle_s) == (True, False, (), 600)
    assert seen.banner == "keep out\nplease"
    assert (seen.ntp_keys, seen.ntp_signed) == (((7, "sha256", "C"),), ("10.0.8.13",))
    assert seen.flow == (("sflow", "10.0.8.32", 6343),)
    assert set(seen.secrets) == {
        ("user root", "A"), ("user glass", "A"), ("system radius-server 10.0.8.20 secret", "B"),
        ("system ntp authentication-key 7 value", "C"),
    }  # fmt: skip


SAMPLED = (
    "interfaces { ge-0/0/1 { unit 0 { family inet { sampling { input; } } } } }\n"
    "forwarding-options { sampling { instance all { input { rate 100; } family inet { output {\n"
    "flow-server 10.0.8.32 { port 2055; version9 { template { four; } } }\n"
    "inline-jflow { source-address 10.1.0.1; } } } } } }\n"
)


def test_flow_records_go_to_a_server_if_an_interface_is_sampled() -> None:
    assert read(SAMPLED).management.flow == (("netflow", "10.0.8.32", 2055),)
    assert read(SAMPLED.replace("version9", "version-ipfix")).management.flow[0][0] == "ipfix"
    assert read(SAMPLED.replace("sampling { input; }", "mtu 1500;")).management.flow == ()
    assert read(SAMPLED.replace("input { rate 100; }", "disable;")).management.flow == ()
    assert not read(SAMPLED).unread
    assert not read(SAMPLED).problems


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("system { services { telnet; } }", "telnet"),
        ("system { services { ftp; } }", "ftp"),
        ("system { services { web-management { http; } } }", "http"),
        ("system { services { xnm-clear-text; } }", "xnm-clear-text"),
        ("snmp { community public { authorization read-only; } }", "snmp-v2"),
        (
            "snmp { v3 { vacm { security-to-group { security-model v2c { security-name x { group g; } } } } } }",
            "snmp-v2",
        ),
    ],
)
def test_management_without_encryption(lines: str, expected: str) -> None:
    assert expected in read(lines).management.cleartext


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("user a { class super-user; }", 0),
        ("idle-timeout 20; user a { class super-user; }", 1200),
        ("idle-timeout 20; class c { permissions all; } user a { class c; }", 1200),
        ("idle-timeout 20; class c { permissions all; idle-timeout 5; } user a { class c; }", 300),
        ("class c { permissions all; idle-timeout 5; } user a { class c; } user b { class operator; }", 0),
    ],
)
def test_a_silent_session(lines: str, expected: int) -> None:
    assert read(f"system {{ login {{ {lines} }} }}").management.idle_s == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("user a { class super-user; }", "all"),
        ("user a { class read-only; }", "view"),
        ("class c { permissions [ view configure ]; } user a { class c; }", "configure view"),
        ("class c { permissions all; deny-commands request; } user a { class c; }", "all deny-commands"),
    ],
)
def test_rights(lines: str, expected: str) -> None:
    assert read(f"system {{ login {{ {lines} }} }}").management.roles == (("a", expected),)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("system { login { user a { class x; } } }", "user a: class `x` is not defined"),
        ("system { ntp { server 10.0.0.1 key 3; } }", "NTP server 10.0.0.1: key 3 is not defined"),
        ("system { ntp { server 10.0.0.1 key 3; authentication-key 3 type sha1 value x; } }", "NTP server 10.0.0.1: key 3 is not trusted"),
        ("system { syslog { host 10.0.0.1 { port 514; } } }", "syslog: nothing is sent to 10.0.0.1"),
        ("system { syslog { host 10.0.0.1 { any info; transport tls; } } }", "syslog: 10.0.0.1 is reached over TLS and no authority is trusted"),
    ],
)  # fmt: skip
def test_management_that_does_not_work(lines: str, expected: str) -> None:
    assert expected in problems(lines)


SNMP = """
snmp {
    view all { oid .1 { include; } }
    v3 {
        usm { local-engine { user poll { authentication-sha256 { authentication-password A; } privacy-aes128 { privacy-password B; } } } }
        vacm {
            security-to-group { security-model usm { security-name poll { group ro; } } }
            access { group ro { default-context-prefix { security-model usm { security-level privacy { read-view all; } } } } }
        }
    }
}
"""


def test_snmp() -> None:
    seen = read(SNMP).management
    assert (seen.snmp_users, seen.snmp_algorithms, seen.snmp_writes) == (
        ("poll",),
        (("poll", "sha256", "aes128"),),
        False,
    )
    assert seen.secrets == (("snmp poll auth", "A"), ("snmp poll priv", "B"))
    assert not problems(SNMP)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("security-level privacy", "security-level none", "SNMP group ro works without encryption (none)"),
        ("{ group ro; }", "{ group rx; }", "SNMP group rx is not defined"),
        ("security-name poll", "security-name other", "SNMP user poll is in no group"),
        ("read-view all", "read-view none", "SNMP group ro: view none is not defined"),
    ],
)
def test_snmp_that_does_not_work(before: str, after: str, expected: str) -> None:
    assert expected in problems(SNMP.replace(before, after))


def test_snmp_that_writes() -> None:
    assert read(SNMP.replace("read-view all;", "read-view all; write-view all;")).management.snmp_writes


DOOR = """
system { services { ssh; } }
interfaces { lo0 { unit 0 { family inet { filter { input door; } } } } }
policy-options { prefix-list admins { 10.0.9.0/26; } }
firewall { family inet { filter door { %s } } }
"""
ADMIT = "term a { from { source-prefix-list { admins; } protocol tcp; destination-port ssh; } then accept; }"
REFUSE = "term b { from { protocol tcp; destination-port 22; } then { syslog; discard; } }"
REST = "term c { then accept; }"


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (ADMIT + REFUSE + REST, ("10.0.9.0/26",)),
        (ADMIT, ("10.0.9.0/26",)),
        (ADMIT + REST, ()),
        (REST + REFUSE, ()),
        (ADMIT + "term x { from { source-address { 10.1.0.0/16; } } then accept; }", ("10.0.9.0/26", "10.1.0.0/16")),
        (ADMIT + "term x { from { source-address { 10.1.0.0/16; 10.1.2.0/24 except; } protocol tcp; } then count n; }", ("10.0.9.0/26", "10.1.0.0/23", "10.1.3.0/24", "10.1.4.0/22", "10.1.8.0/21", "10.1.16.0/20", "10.1.32.0/19", "10.1.64.0/18", "10.1.128.0/17")),
        ("term x { from { protocol tcp; tcp-established; } then accept; }" + ADMIT, ("10.0.9.0/26",)),
        ("term x { from { protocol udp; } then accept; }" + ADMIT, ("10.0.9.0/26",)),
        ("term x { from { protocol tcp; destination-port 20-30; source-port 1024; } then discard; }" + REST, ()),
        ("term x { from { protocol tcp; destination-port 20-30; } then reject; }" + ADMIT, ("0.0.0.0/32",)),
    ],
)  # fmt: skip
def test_who_may_open_a_session(terms: str, expected: tuple[str, ...]) -> None:
    assert read(DOOR % terms).management.sources == expected


def test_without_a_filter_anybody_may() -> None:
    assert read((DOOR % ADMIT).replace("filter { input door; }", "")).management.sources == ()


def test_ipv6_past_the_filter_is_said() -> None:
    text = DOOR % ADMIT + "interfaces { irb { unit 30 { family inet6 { address 2001:db8::1/64; } } } }"
    assert read(text).management.sources == ("10.0.9.0/26", "::/0")


# --- firewall --------------------------------------------------------------------------------------


SRX = """
chassis { aggregated-devices { ethernet { device-count 1; } } }
interfaces {
    ge-0/0/0 { unit 0 { family inet { dhcp { no-dns-install; metric 7; } } } }
    ge-0/0/1 { gigether-options { 802.3ad ae0; } }
    ae0 { vlan-tagging; aggregated-ether-options { lacp { active; } } unit 30 { vlan-id 30; family inet { address 10.1.30.1/24; } } unit 40 { vlan-id 40; family inet { address 10.1.40.1/24; } } }
    st0 { unit 1 { family inet { address 10.255.0.1/31; } } }
}
security {
    address-book { global { address net-staff 10.1.30.0/24; address printer 10.1.40.9; address all-of { range-address 10.2.0.0 { to { 10.2.0.255; } } } address-set set1 { address [ net-staff printer ]; } } }
    policies {
        from-zone staff to-zone internet { policy web { match { source-address net-staff; destination-address any; application [ junos-https dns ]; } then { permit; log { session-close; } } } }
        global { policy last { match { source-address any; destination-address any; application any; } then { deny; log { session-init; } } } }
        default-policy { deny-all; }
    }
    nat { source { rule-set out { from zone staff; to zone internet; rule r { match { source-address 0.0.0.0/0; } then { source-nat { interface; } } } } } }
    screen { ids-option wan { icmp { ping-death; flood { threshold 200; } } tcp { syn-flood { attack-threshold 1000; } } } }
    zones {
        security-zone staff { interfaces { ae0.30 { host-inbound-traffic { system-services { ping; ssh; } } } } }
        security-zone print { host-inbound-traffic { system-services { ping; } } interfaces { ae0.40; } }
        security-zone internet { screen wan; interfaces { ge-0/0/0.0 { host-inbound-traffic { system-services { dhcp; ike; } } } } }
        security-zone overlay { interfaces { st0.1; } }
    }
}
applications { application dns-udp { protocol udp; destination-port 53; } application-set dns { application dns-udp; } }
"""


def srx(before: str = "", after: str = "") -> Observed:
    assert before in SRX
    return read(SRX.replace(before, after, 1) if before else SRX)


def test_firewall_interfaces() -> None:
    seen = {item.name: item for item in srx().interfaces}
    assert (seen["ge-0/0/0"].mode, seen["ge-0/0/0"].takes_dns, seen["ge-0/0/0"].metric) == ("dhcp", False, 7)
    assert (seen["ae0"].kind, seen["ae0"].members, seen["ae0"].lag_active) == (
        "aggregate",
        ("ge-0/0/1",),
        True,
    )
    lan = seen["ae0.30"]
    assert (lan.kind, lan.vlan, lan.parent, lan.address, lan.length) == ("vlan", 30, "ae0", "10.1.30.1", 24)
    assert (lan.access, seen["ae0.40"].access) == (("ping", "ssh"), ("ping",))
    assert not srx().problems


def test_zones_and_screens() -> None:
    seen = srx()
    assert [(item.name, item.members, item.intrazone) for item in seen.zones] == [
        ("staff", ("ae0.30",), False), ("print", ("ae0.40",), False), ("internet", ("ge-0/0/0",), False),
        ("overlay", ("st0.1",), False),
    ]  # fmt: skip
    assert [(item.interface, item.anomalies) for item in seen.flood_guards] == [
        (
            "ge-0/0/0",
            (("icmp ping-death", "block", 1), ("tcp syn-flood", "block", 1000), ("icmp flood", "block", 200)),
        )
    ]


def test_objects() -> None:
    seen = srx()
    assert {item.name: item.prefixes for item in seen.addresses} == {
        "net-staff": ("10.1.30.0/24",), "printer": ("10.1.40.9/32",), "all-of": ("10.2.0.0/24",),
        "set1": ("10.1.30.0/24", "10.1.40.9/32"), "any": ("0.0.0.0/0", "::/0"),
    }  # fmt: skip
    assert {item.name: (item.flows, item.any_) for item in seen.services} == {
        "dns-udp": ((("udp", 53, 53),), False), "dns": ((("udp", 53, 53),), False),
        "junos-https": ((("tcp", 443, 443),), False), "any": ((), True),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "flows", "exact"),
    [
        ("protocol tcp;", (("tcp", 0, 65535),), True),
        ("protocol tcp; destination-port 8000-8010;", (("tcp", 8000, 8010),), True),
        ("protocol 17; destination-port ntp;", (("udp", 123, 123),), True),
        ("protocol udp; destination-port 53; source-port 53;", (("udp", 53, 53),), False),
        ("protocol icmp; icmp-type echo-request; icmp-code 0;", (("icmp", 8, 8),), True),
        ("protocol icmp; icmp-type 3; icmp-code 4;", (("icmp", 3, 3),), False),
        ("protocol icmp;", (("icmp", -1, -1),), True),
        ("protocol esp;", (("50", -1, -1),), True),
        ("term a { protocol tcp; destination-port 80; } term b { protocol udp; destination-port 80; }", (("tcp", 80, 80), ("udp", 80, 80)), True),
    ],
)  # fmt: skip
def test_applications(lines: str, flows: tuple[tuple[str, int, int], ...], exact: bool) -> None:
    text = f"applications {{ application a {{ {lines} }} }} security {{ policies {{ default-policy {{ deny-all; }} }} }}"
    found = read(text).services
    assert [(item.flows, item.exact) for item in found if item.name == "a"] == [(flows, exact)]


def test_policies() -> None:
    seen = srx()
    web, last = seen.policies
    assert (web.id, web.from_zones, web.to_zones, web.sources, web.destinations) == (
        "staff/internet/web", ("staff",), ("internet",), ("net-staff",), ("any",),
    )  # fmt: skip
    assert (web.services, web.allow, web.nat, web.log, web.position) == (
        ("junos-https", "dns"),
        True,
        True,
        True,
        1,
    )
    assert (last.from_zones, last.allow, last.log, last.position) == (("any",), False, True, 2)
    assert seen.implicit_deny_logged


@pytest.mark.parametrize(
    ("before", "after", "field", "expected"),
    [
        ("permit; log { session-close; }", "permit;", "log", False),
        ("permit; log { session-close; }", "deny; log { session-close; }", "log", False),
        ("permit; log", "reject; log", "allow", False),
        ("destination-address any; application [", "destination-address any; destination-address-excluded; application [", "negated", True),
        ("{ match { source-address net-staff;", "{ scheduler-name day; match { source-address net-staff;", "schedule", "day"),
        ("source-address net-staff;", "source-address net-staff; source-identity staff;", "conditions", ("source-identity staff",)),
        ("source-nat { interface; }", "source-nat { off; }", "nat", False),
        ("match { source-address 0.0.0.0/0; }", "match { source-address 10.9.0.0/16; }", "nat", False),
        ("from zone staff; to zone internet;", "from zone print; to zone internet;", "nat", False),
        ("from zone staff; to zone internet;", "from interface ae0.30; to interface ge-0/0/0.0;", "nat", True),
    ],
)  # fmt: skip
def test_a_policy_that_differs(before: str, after: str, field: str, expected: object) -> None:
    assert getattr(srx(before, after).policies[0], field) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("source-address net-staff;", "source-address absent;", "policy staff/internet/web: address absent is not defined"),
        ("[ junos-https dns ]", "[ junos-frob dns ]", "policy staff/internet/web: application junos-frob is not defined"),
        ("source-address net-staff; destination", "destination", "policy staff/internet/web has no source"),
        ("from-zone staff to-zone internet {", "from-zone staf to-zone internet {", "policies: zone staf is not defined"),
        ("permit; log", "log", "policy staff/internet/web has no actions"),
        ("{ match { source-address net-staff;", "{ scheduler-name day; match { source-address net-staff;", "policy staff/internet/web: schedule day is not defined"),
        ("permit;", "permit { application-services { utm-policy x; } }", "policy staff/internet/web: UTM policy x is not defined"),
        ("match { source-address 0.0.0.0/0; }", "match { source-address 10.1.30.0/25; }", "policy staff/internet/web: NAT hides a part of its sources alone"),
        ("ae0.40;", "ae0.41;", "zone print: interface ae0.41 is not defined"),
        ("ae0.40;", "ae0.30;", "ae0.30 is in zone staff and in zone print"),
        ("screen wan;", "screen wa;", "zone internet: screen wa is not defined"),
        ("vlan-tagging; ", "", "ae0.30 has a VLAN and ae0 does not carry VLANs"),
        ("10.1.40.1/24", "10.1.30.129/25", "ae0.40: 10.1.30.129/25 overlaps ae0.30"),
        ("application dns-udp; }", "application absent; }", "application set dns: application absent is not defined"),
        ("[ net-staff printer ]", "[ net-staff absent ]", "address set set1: address absent is not defined"),
        ("device-count 1", "device-count 0", "ae0 is not made: the chassis has 0 aggregated devices"),
    ],
)  # fmt: skip
def test_names_that_lead_nowhere(before: str, after: str, expected: str) -> None:
    assert expected in [item.text for item in srx(before, after).problems]


def test_permit_all_at_the_end_is_a_policy() -> None:
    seen = srx("default-policy { deny-all; }", "default-policy { permit-all; }")
    assert (seen.policies[-1].id, seen.policies[-1].allow, seen.implicit_deny_logged) == (
        "default-policy",
        True,
        False,
    )


def test_an_open_zone() -> None:
    inside = "from-zone print to-zone print { policy inside { match { source-address any; destination-address any; application any; } then { permit; } } } global {"
    assert [item.name for item in srx("global { policy", inside + " policy").zones if item.intrazone] == [
        "print"
    ]
    assert not [
        item.name
        for item in srx("global { policy", inside.replace("permit", "deny") + " policy").zones
        if item.intrazone
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("all;", ("ftp", "http", "https", "netconf", "ntp", "ping", "rlogin", "rsh", "snmp", "ssh", "telnet", "tftp", "traceroute")),
        ("all; telnet { except; }", ("ftp", "http", "https", "netconf", "ntp", "ping", "rlogin", "rsh", "snmp", "ssh", "tftp", "traceroute")),
        ("https;", ("https",)),
    ],
)  # fmt: skip
def test_what_the_box_answers(words: str, expected: tuple[str, ...]) -> None:
    seen = srx("system-services { dhcp; ike; }", f"system-services {{ {words} }}")
    assert next(item.access for item in seen.interfaces if item.name == "ge-0/0/0") == expected


def test_destination_and_static_translation() -> None:
    rules = """destination {
        pool web { address 10.1.40.9/32 port 8443; }
        rule-set in { from zone internet; rule d { match { destination-address 198.51.100.5/32; destination-port 443; protocol tcp; } then { destination-nat { pool { web; } } } } }
    }
    static { rule-set st { from zone internet; rule s { match { destination-address 198.51.100.6/32; } then { static-nat { prefix { 10.1.40.8/32; } } } } } }
    source {"""
    seen = srx("source { rule-set out", rules + " rule-set out").forwards
    assert [(item.name, item.interface, item.outside, item.inside, item.flows) for item in seen] == [
        ("d", "ge-0/0/0", "198.51.100.5", "10.1.40.9 port 8443", (("tcp", 443, 443),)),
        ("s", "ge-0/0/0", "198.51.100.6", "10.1.40.8", ()),
    ]


TUNNEL = """
interfaces { ge-0/0/0 { unit 0 { family inet { address 192.0.2.1/30; } } } st0 { unit 1 { family inet { address 10.255.0.1/31; } } } }
routing-options { static { route 10.0.0.0/18 { next-hop st0.1; preference 10; } } }
security {
    zones { security-zone overlay { interfaces { st0.1; } } }
    ike {
        proposal p { authentication-method pre-shared-keys; dh-group group20; encryption-algorithm aes-256-gcm; }
        policy q { proposals p; pre-shared-key ascii-text WORD; }
        gateway g { ike-policy q; address 198.51.100.1; dead-peer-detection { probe-idle-tunnel; } local-identity hostname here; remote-identity hostname there; external-interface ge-0/0/0.0; version v2-only; }
    }
    ipsec {
        proposal p { protocol esp; encryption-algorithm aes-256-gcm; }
        policy q { perfect-forward-secrecy { keys group20; } proposals p; }
        vpn to-dc { bind-interface st0.1; ike { gateway g; proxy-identity { local 10.1.0.0/16; remote 10.0.0.0/18; } ipsec-policy q; } establish-tunnels immediately; }
    }
}
"""


def test_a_tunnel_has_the_name_of_its_vpn_everywhere() -> None:
    seen = read(TUNNEL)
    assert [item.name for item in seen.tunnels] == ["to-dc"]
    interface = next(item for item in seen.interfaces if item.kind == "tunnel")
    assert (interface.name, interface.native, interface.address, interface.remote) == (
        "to-dc",
        "st0.1",
        "10.255.0.1",
        "10.255.0.0",
    )
    assert [(item.interface, item.distance) for item in seen.routes] == [("to-dc", 10)]
    assert seen.zones[0].members == ("to-dc",)
    assert not seen.problems


def test_a_tunnel() -> None:
    seen = read(TUNNEL).tunnels[0]
    assert (seen.interface, seen.ike_version, seen.remote, seen.dynamic) == (
        "ge-0/0/0",
        2,
        "198.51.100.1",
        False,
    )
    assert (seen.local_id, seen.peer_id, seen.psk) == ("here", "there", "WORD")
    assert (seen.phase1, seen.phase2, seen.dh_groups, seen.pfs_groups) == (
        ("aes-256-gcm",),
        ("aes-256-gcm",),
        ("20",),
        ("20",),
    )
    assert (seen.local_prefix, seen.remote_prefix, seen.adds_routes) == ("10.1.0.0/16", "10.0.0.0/18", False)
    assert (seen.dpd, seen.dpd_idle, seen.initiates) == (True, True, True)


@pytest.mark.parametrize(
    ("before", "after", "field", "expected"),
    [
        ("version v2-only;", "", "ike_version", 1),
        ("{ probe-idle-tunnel; }", "{ interval 10; }", "dpd_idle", False),
        ("dead-peer-detection { probe-idle-tunnel; }", "", "dpd", False),
        ("address 198.51.100.1; dead", "dynamic hostname there; dead", "dynamic", True),
        ("proxy-identity { local 10.1.0.0/16; remote 10.0.0.0/18; }", "", "remote_prefix", "0.0.0.0/0"),
        ("establish-tunnels immediately;", "", "initiates", False),
        ("perfect-forward-secrecy { keys group20; }", "", "pfs_groups", ()),
        ("encryption-algorithm aes-256-gcm; }\n        policy q { prop", "encryption-algorithm 3des-cbc; authentication-algorithm md5; }\n        policy q { prop", "phase1", ("3des-cbc md5",)),
        ("establish-tunnels", "traffic-selector t { local-ip 10.1.0.0/16; remote-ip 10.2.0.0/16; } establish-tunnels", "adds_routes", True),
    ],
)  # fmt: skip
def test_a_tunnel_that_differs(before: str, after: str, field: str, expected: object) -> None:
    assert before in TUNNEL
    assert getattr(read(TUNNEL.replace(before, after, 1)).tunnels[0], field) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("gateway g; proxy", "gateway x; proxy", "vpn to-dc: gateway `x` is not defined"),
        ("ike-policy q;", "ike-policy x;", "gateway g: IKE policy `x` is not defined"),
        ("ipsec-policy q;", "ipsec-policy x;", "vpn to-dc: IPsec policy `x` is not defined"),
        ("proposals p; pre", "proposals x; pre", "IKE proposal x is not defined"),
        ("bind-interface st0.1", "bind-interface st0.2", "VPN to-dc: interface st0.2 is not defined"),
        ("external-interface ge-0/0/0.0", "external-interface ge-0/0/9.0", "gateway g: ge-0/0/9.0 is not defined"),
        ("policy q { proposals p; pre", "policy q { mode aggressive; proposals p; pre", "IKE policy q: aggressive mode shows the identity and a hash of the key"),
    ],
)  # fmt: skip
def test_a_tunnel_that_leads_nowhere(before: str, after: str, expected: str) -> None:
    assert before in TUNNEL
    assert expected in problems(TUNNEL.replace(before, after, 1))


WEB = """
security {
    utm {
        default-configuration { web-filtering { type juniper-enhanced; } }
        feature-profile { web-filtering { juniper-enhanced { profile kids {
            category { Enhanced_Gambling { action block; } Enhanced_Games { action log-and-permit; } }
            default permit;
            fallback-settings { default block; server-connectivity block; timeout block; too-many-requests block; }
        } } } }
        utm-policy u { web-filtering { http-profile kids; } }
    }
    policies { from-zone a to-zone b { policy p { match { source-address any; destination-address any; application any; } then { permit { application-services { utm-policy u; } } } } } }
}
"""


def test_a_web_filter() -> None:
    seen = read(WEB)
    kids = seen.filters[0]
    assert (kids.name, kids.blocked, kids.safe_search, kids.fails_open, kids.override, kids.bypasses) == (
        "kids", ("Enhanced_Gambling",), True, False, False, (),
    )  # fmt: skip
    assert seen.policies[0].web_filter == "kids"


@pytest.mark.parametrize(
    ("before", "after", "field", "expected"),
    [
        ("timeout block;", "", "fails_open", True),
        ("timeout block;", "timeout log-and-permit;", "fails_open", True),
        ("default permit;", "default permit; no-safe-search;", "safe_search", False),
        ("Gambling { action block; }", "Gambling { action quarantine; }", "override", True),
        ("default permit;", "default block;", "blocked", ("Enhanced_Gambling", "default")),
        ("type juniper-enhanced;", "type juniper-enhanced; url-whitelist ok;", "bypasses", ("ok",)),
    ],
)
def test_a_web_filter_that_differs(before: str, after: str, field: str, expected: object) -> None:
    assert before in WEB
    assert getattr(read(WEB.replace(before, after, 1)).filters[0], field) == expected


def test_a_web_filter_without_its_engine() -> None:
    assert "web filter kids is of juniper-enhanced, and the engine is none" in problems(
        WEB.replace("default-configuration { web-filtering { type juniper-enhanced; } }", "")
    )


def test_a_schedule() -> None:
    text = "schedulers { scheduler day { monday { start-time 08:00 stop-time 16:00; } friday { start-time 08:00 stop-time 16:00; } } }"
    seen = read(text + SRX).schedules
    assert [(item.name, item.days, item.start, item.end) for item in seen] == [
        ("day", ("monday", "friday"), "08:00", "16:00")
    ]


# --- any text --------------------------------------------------------------------------------------


words = st.text(alphabet='abz019./:-"[]{};# \n\\<>*', max_size=30) | st.sampled_from(
    [
        "inactive: ",
        "apply-groups x;",
        "set vlans a vlan-id 3\n",
        "vlan-id 99999;",
        "10.0.0.1/99",
        "/*",
        "member-range a to b;",
    ]
)
WHOLE = [
    CURLY,
    SET,
    SRX,
    TUNNEL,
    ROUTED,
    POOL,
    WEB,
    SNMP,
    DOT1X % "mac-radius;",
    QOS,
    GROUP + "apply-groups house;",
    LAG,
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(WHOLE), st.integers(0, 4000), st.integers(0, 30), words)
def test_an_edited_text_never_raises(text: str, place: int, removed: int, added: str) -> None:
    place %= len(text) + 1
    assert read(text[:place] + added + text[place + removed :]).platform == "juniper_junos"


def test_a_description_without_words_is_none() -> None:
    text = "interfaces { ge-0/0/0 { description; unit 0 { family ethernet-switching; } } }\n"
    assert [port.description for port in read(text).ports if port.name == "ge-0/0/0"] == [""]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_never_raises(text: str) -> None:
    assert read(text).platform == "juniper_junos"


SESSION = """interfaces {
    ge-0/0/1 { unit 0 { encapsulation ppp-over-ether; } }
    pp0 { unit 0 {
        ppp-options { chap { default-chap-secret "$9$x"; local-name elm; passive; } }
        pppoe-options { underlying-interface ge-0/0/1.0; auto-reconnect 10; client; }
        family inet { negotiate-address; }
    } }
}
routing-options { static { route 0.0.0.0/0 { qualified-next-hop pp0.0 { preference 20; } } } }
security { zones { security-zone out { interfaces { pp0.0; } } } }
"""


def test_a_session_goes_by_the_port_that_carries_it() -> None:
    found = read(SESSION)
    assert [(item.name, item.mode, item.user) for item in found.interfaces] == [("ge-0/0/1", "pppoe", "elm")]
    assert found.interfaces[0].brings_no_default
    assert [(route.prefix, route.interface, route.distance) for route in found.routes] == [
        ("0.0.0.0/0", "ge-0/0/1", 20)
    ]
    assert found.zones[0].members == ("ge-0/0/1",)
    assert ("pppoe ge-0/0/1", "$9$x") in found.management.secrets
    assert not found.problems


def test_the_port_beneath_a_session_is_no_circuit() -> None:
    found = read(SESSION.replace("interfaces { pp0.0; }", "interfaces { ge-0/0/1.0; }"))
    assert found.zones[0].members == ("ge-0/0/1.0",)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("encapsulation ppp-over-ether;", "", "does not speak PPPoE"),
        ("ppp-over-ether;", "ppp-over-ether; family inet { dhcp; }", "has an address beside it"),
        ("underlying-interface ge-0/0/1.0;", "", "has no underlying interface"),
        ("negotiate-address;", "", "negotiates no address"),
    ],
)
def test_half_a_session(old: str, new: str, said: str) -> None:
    assert any(said in text for text in problems(SESSION.replace(old, new)))
