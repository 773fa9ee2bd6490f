"""The AOS-CX reader on what a socket does with a device: logins, guards, marks, power, frames."""

from __future__ import annotations

from typing import Any

import pytest

from netgen.readback.aruba_aoscx import read
from netgen.readback.facts import Observed, ObservedAccess, ObservedPort, ObservedQosClass

GLOBAL = """\
radius-server host 10.1.1.20 key plaintext K tracking enable
radius-server host 10.1.1.21 key plaintext K tracking enable
aaa group server radius R
    server 10.1.1.20
    server 10.1.1.21
aaa authentication port-access dot1x authenticator
    radius server-group R
    enable
aaa authentication port-access mac-auth
    radius server-group R
    enable
vlan 20,70
vlan 30
    voice
port-access role OWN
    vlan trunk native 20
    vlan trunk allowed 20,30
port-access role PC
    vlan access 20
port-access role GUEST
    vlan access 70
"""
LOGIN = """\
    aaa authentication port-access client-limit 2
    aaa authentication port-access auth-role OWN
    aaa authentication port-access critical-role OWN
    aaa authentication port-access reject-role GUEST
    aaa authentication port-access dot1x authenticator
        reauth
        reauth-period 28800
        enable
    aaa authentication port-access mac-auth
        reauth
        reauth-period 28800
        enable
"""


def text_of(lines: str = LOGIN, top: str = "") -> str:
    return f"{GLOBAL}{top}interface 1/1/1\n    no shutdown\n    no routing\n    vlan access 20\n{lines}"


def port(lines: str = LOGIN, top: str = "") -> ObservedPort:
    return read(text_of(lines, top)).ports[0]


def facts(seen: ObservedPort, *names: str) -> tuple[Any, ...]:
    return tuple(getattr(seen, name) for name in names)


def problems(text: str) -> list[str]:
    return [each.text for each in read(text).problems]


def test_a_socket_where_devices_log_in() -> None:
    found = port()
    assert facts(found, "dot1x", "mab", "admits", "voice", "untagged") == (True, True, "many", 30, 20)
    assert facts(found, "guest_vlan", "failed_vlan", "critical", "critical_vlan") == (70, 70, "own", 0)
    assert facts(found, "dynamic_vlan", "reauthenticate_s") == (True, 28800)
    assert read(text_of()).problems == ()


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        ("reauth-period 28800\n        enable\n    aaa", "reauth-period 28800\n    aaa", "dot1x", False),
        ("authenticator\n", "authenticator\n        no reauth\n", "dot1x", True),
        ("mac-auth\n        reauth", "mac-auth\n        no enable", "reauthenticate_s", 0),
        ("        reauth\n        reauth-period 28800\n        enable\n    aaa authentication port-access mac-auth",
         "        enable\n    aaa authentication port-access mac-auth", "reauthenticate_s", 0),
        ("        reauth-period 28800\n", "", "reauthenticate_s", 3600),
        ("client-limit 2", "client-limit 1", "admits", "single"),
        ("    aaa authentication port-access client-limit 2\n", "", "admits", "single"),
        ("client-limit 2\n", "client-limit 2\n    aaa authentication port-access auth-mode device-mode\n", "admits",
         "host-mode-any"),
        ("    aaa authentication port-access reject-role GUEST\n", "", "guest_vlan", 0),
        ("reject-role GUEST", "reject-role PC", "failed_vlan", 20),
        ("    aaa authentication port-access critical-role OWN\n", "", "critical", "shut"),
        ("critical-role OWN", "critical-role GUEST", "critical", "vlan"),
        ("critical-role OWN", "critical-role GUEST", "critical_vlan", 70),
        ("critical-role OWN", "critical-role PC", "critical", "vlan"),
        ("auth-role OWN", "auth-role PC", "voice", 0),
    ],
)  # fmt: skip
def test_a_line_changes_what_the_socket_does(old: str, new: str, field: str, value: object) -> None:
    assert old in LOGIN
    assert getattr(port(LOGIN.replace(old, new)), field) == value


def test_a_socket_without_a_login_has_none() -> None:
    found = port("")
    assert facts(found, "dot1x", "mab", "admits", "critical", "dynamic_vlan") == (False, False, "", "", False)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (text_of().replace("    radius server-group R\n    enable\n", "    radius server-group R\n"),
         "is on at ports and off for the whole switch"),
        (text_of(LOGIN.replace("auth-role OWN", "auth-role NONE")), "role NONE is not defined"),
        (text_of(LOGIN.replace("auth-role OWN", "auth-role GUEST")), "land in VLAN 70, not its own"),
        (text_of().replace("vlan trunk allowed 20,30", "vlan trunk allowed 20,30,70"), "role OWN carries VLAN 70"),
        (text_of(top="port-access role X\n    vlan access 99\n"), "VLAN 99 of role X is not defined"),
        (text_of().replace("mac-auth\n    radius server-group R", "mac-auth\n    radius server-group NONE"),
         "AAA group NONE is not defined"),
        (text_of(top="aaa group server radius S\n    server 10.1.1.21\n").replace(
            "mac-auth\n    radius server-group R", "mac-auth\n    radius server-group S"), "ask different servers"),
    ],
)  # fmt: skip
def test_contradictions_of_logins(text: str, word: str) -> None:
    assert any(word in each for each in problems(text))


@pytest.mark.parametrize(
    ("top", "field", "value"),
    [
        ("", "enabled", True),
        ("", "servers", ("10.1.1.20", "10.1.1.21")),
        ("", "detects_dead", True),
        ("", "dead_s", 300),
        ("radius-server tracking interval 600\n", "dead_s", 600),
        ("", "coa", ()),
        ("radius dyn-authorization client 10.1.1.20 secret-key plaintext K\n", "coa", ()),
        ("radius dyn-authorization enable\nradius dyn-authorization client 10.1.1.20 secret-key plaintext K\n", "coa",
         ("10.1.1.20",)),
        ("", "accounts", False),
        ("aaa accounting port-access start-stop group R\n", "accounts", True),
        ("aaa accounting port-access start-stop group R\n", "interim_s", 0),
        ("aaa accounting port-access start-stop interim 60 group R\n", "interim_s", 3600),
    ],
)  # fmt: skip
def test_the_switch_as_authenticator(top: str, field: str, value: object) -> None:
    found: ObservedAccess = read(text_of(top=top)).access
    assert getattr(found, field) == value


def test_silence_is_noticed_when_every_server_is_tracked() -> None:
    assert not read(text_of().replace(" tracking enable", "", 1)).access.detects_dead


GUARDED = (
    "nd-snooping enable\ndhcpv6-snooping\ndhcpv4-snooping\n"
    "vlan 20\n    nd-snooping ra-guard\n    dhcpv6-snooping\n"
)


@pytest.mark.parametrize(
    ("top", "lines", "expected"),
    [
        (GUARDED, "", True),
        (GUARDED, "    nd-snooping trust\n", False),
        (GUARDED, "    dhcpv6-snooping trust\n", False),
        (GUARDED.replace("nd-snooping enable\n", ""), "", False),
        (GUARDED.replace("dhcpv6-snooping\nd", "d", 1), "", False),
        (GUARDED.replace("    dhcpv6-snooping\n", ""), "", False),
        (GUARDED, "    vlan trunk native 20\n    vlan trunk allowed 20,70\n", False),
        (GUARDED.replace("    dhcpv6-snooping\n", "") + "access-list ipv6 E\n    10 deny udp any eq 547 any\n"
         "    20 permit any any any\n", "    apply access-list ipv6 E in\n", True),
        (GUARDED.replace("    dhcpv6-snooping\n", "") + "access-list ipv6 E\n    10 permit any any any\n",
         "    apply access-list ipv6 E in\n", False),
    ],
)  # fmt: skip
def test_a_device_may_not_be_a_router_or_a_dhcpv6_server(top: str, lines: str, expected: bool) -> None:
    assert port(lines, top).ra_guard is expected


def test_addresses_and_arp() -> None:
    snooped = "dhcpv4-snooping\nvlan 20\n    dhcpv4-snooping\n    arp inspection\n"
    found = read(text_of("    ipv4 source-lockdown\n    arp inspection trust\n", snooped))
    assert (found.inspected_vlans, found.ports[0].source_guard, found.ports[0].arp_trusted) == (
        (20,),
        True,
        True,
    )
    assert found.problems == ()


@pytest.mark.parametrize(
    ("top", "lines", "word"),
    [
        ("vlan 20\n    arp inspection\n", "", "has no DHCP snooping"),
        ("", "    ipv4 source-lockdown\n", "no DHCP snooping knows them"),
        ("vlan 20\n    nd-snooping ra-guard\n", "", "names VLANs but is not on"),
        ("", "    apply access-list ipv6 E in\n", "access list E is not defined"),
        (
            "access-list ipv6 E\n    10 deny any any any\n",
            "    apply access-list ipv6 E in\n",
            "does more than",
        ),
    ],
)
def test_contradictions_of_guards(top: str, lines: str, word: str) -> None:
    assert any(word in each for each in problems(text_of(lines, top)))


QOS = """\
qos dscp-map 40 local-priority 2
qos queue-profile Q
    map queue 0 local-priority 0
    map queue 1 local-priority 1,2,3,4,6,7
    map queue 5 local-priority 5
    name queue 1 best-effort
    name queue 5 voice
qos schedule-profile S
    dwrr queue 0 weight 5
    dwrr queue 1 weight 45
    strict queue 5
apply qos queue-profile Q schedule-profile S
qos trust dscp
"""


def qos(text: str = QOS) -> dict[str, ObservedQosClass]:
    return {each.name: each for each in read(text).qos}


def test_code_points_lead_through_priorities_to_queues() -> None:
    found = qos()
    assert (found["queue 0"].dscp, found["queue 0"].percent) == (tuple(range(8, 16)), 5)
    assert found["voice"].dscp == (41, 42, 43, 44, 45, 46, 47)
    assert (found["voice"].priority, found["voice"].percent) == (True, -1)
    assert {0, 40, 63} <= set(found["best-effort"].dscp)
    assert (found["best-effort"].priority, found["best-effort"].percent) == (False, 45)


def test_small_switches_go_by_cos() -> None:
    found = qos(QOS.replace("dscp-map 40 local-priority 2", "dscp-map 0 cos 5").replace("dwrr", "wfq"))
    assert {0, 40} <= set(found["voice"].dscp)
    moved = qos(QOS + "qos cos-map 5 local-priority 6\n")
    assert 46 in moved["best-effort"].dscp


#: A 6100: no local priorities, so CoS n leads to its queue and code points 0 to 7 have CoS 0.
BY_COS = (
    QOS.replace("dscp-map 40 local-priority 2", "dscp-map 40 cos 2")
    .replace("queue 0 local-priority 0", "queue 0 cos 1")
    .replace("queue 1 local-priority 1,2,3,4,6,7", "queue 1 cos 0,2-4,6-7")
    .replace("queue 5 local-priority 5", "queue 5 cos 5")
    .replace("dwrr queue 0 weight", "min-bandwidth queue 0 percent")
    .replace("dwrr queue 1 weight", "min-bandwidth queue 1 percent")
)


def test_queues_by_cos() -> None:
    found = qos(BY_COS)
    assert not problems(BY_COS)
    assert (found["queue 0"].dscp, found["queue 0"].percent) == (tuple(range(8, 16)), 5)
    assert found["voice"].dscp == (41, 42, 43, 44, 45, 46, 47)
    assert {0, 7, 40, 63} <= set(found["best-effort"].dscp)
    assert found["best-effort"].percent == 45


def test_a_profile_by_cos_is_whole_and_of_one_kind() -> None:
    assert any("some CoS have no queue" in each for each in problems(BY_COS.replace("0,2-4,6-7", "0,2-4,6")))
    assert any(
        "not both" in each for each in problems(BY_COS.replace("queue 5 cos", "queue 5 local-priority"))
    )


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("apply qos queue-profile Q schedule-profile S\n", "", "none is applied"),
        ("queue-profile Q schedule-profile S", "queue-profile X schedule-profile S", "is not defined"),
        ("    strict queue 5\n", "", "queue 5 has no schedule"),
        ("1,2,3,4,6,7", "1,2,3,4,6", "some local priorities have no queue"),
    ],
)
def test_contradictions_of_qos(old: str, new: str, word: str) -> None:
    assert any(word in each for each in problems(QOS.replace(old, new)))


UNMARK = (
    "class ip U\n    10 match any any any\nclass ipv6 U\n    10 match any any any\n"
    "policy P\n    10 class ip U action dscp CS0 action local-priority 1\n"
    "    20 class ipv6 U action dscp CS0 action local-priority 1\n"
)
SPARED = UNMARK.replace("    10 match any", "    10 ignore any any any vlan 30\n    20 match any")
ON_PORT = "    apply policy P in\n"
PHONE = "    vlan trunk native 20\n    vlan trunk allowed 20,30\n"


@pytest.mark.parametrize(
    ("top", "lines", "trust"),
    [
        ("", "", ""),
        ("qos trust dscp\n", "", "dscp"),
        ("qos trust cos\n", "", ""),
        ("", "    qos trust dscp\n", "dscp"),
        ("qos trust dscp\n", "    qos trust none\n", ""),
        ("qos trust dscp\n" + UNMARK, ON_PORT, "none"),
        ("qos trust dscp\n" + SPARED, ON_PORT + PHONE, "phone"),
        ("qos trust dscp\n" + SPARED, ON_PORT, ""),
        ("qos trust dscp\n" + SPARED.replace("vlan 30", "vlan 70"), ON_PORT + PHONE, ""),
        ("qos trust dscp\n" + UNMARK.replace("CS0", "EF"), ON_PORT, ""),
        ("qos trust dscp\n" + UNMARK.replace("match any any any", "match ip any any"), ON_PORT, "none"),
        ("qos trust dscp\n" + UNMARK.replace("match any any any", "match udp any any", 1), ON_PORT, ""),
        ("qos trust dscp\n" + UNMARK.replace("local-priority 1", "local-priority 5", 1), ON_PORT, ""),
        ("qos trust dscp\n" + UNMARK.replace("    20 class ipv6 U action dscp CS0 action local-priority 1\n", ""),
         ON_PORT, ""),
        (BY_COS + UNMARK.replace(" action local-priority 1", ""), ON_PORT, "none"),
        (BY_COS + SPARED.replace(" action local-priority 1", ""), ON_PORT + PHONE, "phone"),
        (QOS + UNMARK.replace(" action local-priority 1", ""), ON_PORT, ""),
    ],
)  # fmt: skip
def test_whose_marks_count(top: str, lines: str, trust: str) -> None:
    assert port(lines, top).trust == trust


def test_a_policy_that_does_something_else_is_a_setting() -> None:
    found: Observed = read(text_of(ON_PORT, UNMARK.replace("CS0", "EF")))
    assert [each.text for each in found.settings if each.scope == "interface 1/1/1"][
        -1
    ] == "apply policy P in"


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        ("", "poe_priority", "low"),
        ("    power-over-ethernet priority critical\n", "poe_priority", "critical"),
        ("    power-over-ethernet priority high\n    no power-over-ethernet\n", "poe_priority", ""),
        ("    mtu 9198\n", "mtu", 9198),
        ("    mtu 9198\n    no mtu\n", "mtu", 0),
        ("    loop-protect\n", "loop_guard", True),
        ("    loop-protect\n    no loop-protect\n", "loop_guard", False),
    ],
)
def test_sockets(lines: str, field: str, value: object) -> None:
    assert getattr(port(lines), field) == value


NTP = "ntp authentication\nntp authentication-key 7 sha1 WORD trusted\nntp server 10.1.1.13 key 7 prefer\n"


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (NTP, ("10.1.1.13",)),
        (NTP.replace("ntp authentication\n", ""), ()),
        (NTP.replace(" trusted", ""), ()),
        (NTP.replace("key 7 prefer", "prefer"), ()),
        (NTP.replace("key 7 prefer", "key 8"), ()),
    ],
)
def test_signed_time(text: str, signed: tuple[str, ...]) -> None:
    found = read(text).management
    assert (found.ntp, found.ntp_signed) == (("10.1.1.13",), signed)
    assert found.ntp_keys == ((7, "sha1", "WORD"),)
    assert ("ntp key 7", "WORD") in found.secrets


FLOW = "sflow\nsflow collector 10.1.1.9 port 6344\nsflow agent-ip 10.1.9.2\n"


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        (FLOW, (("sflow", "10.1.1.9", 6344),)),
        (FLOW.replace(" port 6344", ""), (("sflow", "10.1.1.9", 6343),)),
        (FLOW.replace("sflow\n", "", 1), ()),
        (FLOW + "sflow disable\n", ()),
        (FLOW.replace("sflow agent-ip 10.1.9.2\n", ""), ()),
        (FLOW + "no sflow collector 10.1.1.9 port 6344\n", ()),
    ],
)
def test_flow_records(text: str, flow: tuple[tuple[str, str, int], ...]) -> None:
    assert read(text).management.flow == flow
