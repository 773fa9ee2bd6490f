"""What the EOS reader says of sockets, guards, QoS, time, samples and leases."""

from __future__ import annotations

import pytest

from netgen.readback.arista_eos import read
from netgen.readback.facts import Observed, ObservedPool, ObservedPort

AAA = (
    "radius-server host 10.0.0.1 key 7 K\nradius-server host 10.0.0.2 key 7 K\n"
    "aaa group server radius RAD\n   server 10.0.0.2\n   server 10.0.0.1\n"
    "aaa authentication dot1x default group RAD\ndot1x system-auth-control\n"
)
SOCKET = (
    "switchport access vlan 40; dot1x pae authenticator; dot1x port-control auto; dot1x reauthentication; "
    "dot1x timeout reauth-period 7200; dot1x host-mode multi-host authenticated; dot1x mac based authentication"
)
PHONE = (
    "switchport trunk native vlan 40; switchport phone vlan 80; switchport phone trunk untagged; "
    "switchport mode trunk phone"
)


def port(body: str, extra: str = "") -> ObservedPort:
    """The facts of one port with these lines."""
    return whole(body, extra).ports[0]


def whole(body: str, extra: str = "") -> Observed:
    """The facts of a text with one port."""
    lines = "".join(f"   {line}\n" for line in body.split("; ") if line)
    return read(f"{AAA}{extra}interface Ethernet1\n{lines}")


def objections(seen: Observed) -> str:
    """What the reader objects to, as one text."""
    return "; ".join(item.text for item in seen.problems)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", {"dot1x": True, "mab": True, "admits": "many", "critical": "shut", "reauthenticate_s": 7200}),
        ("dot1x eapol disabled", {"dot1x": False, "mab": True}),
        ("no dot1x mac based authentication", {"dot1x": True, "mab": False}),
        ("dot1x host-mode single-host", {"admits": "single"}),
        ("dot1x host-mode multi-host", {"admits": "host-mode-any"}),
        ("no dot1x host-mode", {"admits": ""}),
        (
            "dot1x authentication failure action traffic allow vlan 70",
            {"guest_vlan": 70, "failed_vlan": 70, "dynamic_vlan": True},
        ),
        ("dot1x authentication failure action traffic drop", {"guest_vlan": 0, "failed_vlan": 0}),
        ("dot1x aaa unresponsive action traffic allow", {"critical": "own", "critical_vlan": 40}),
        ("dot1x aaa unresponsive action traffic allow vlan 40", {"critical": "own"}),
        ("dot1x aaa unresponsive action traffic allow vlan 50", {"critical": "vlan", "critical_vlan": 50}),
        ("dot1x aaa unresponsive action traffic drop", {"critical": "shut"}),
        ("dot1x timeout reauth-period server", {"reauthenticate_s": 0}),
        ("no dot1x reauthentication", {"reauthenticate_s": 0}),
        ("dot1x port-control force-authorized", {"dot1x": False, "mab": False, "admits": ""}),
    ],
)
def test_the_lines_of_a_socket_say_who_may_use_it(more: str, expected: dict[str, object]) -> None:
    seen = port(f"{SOCKET}; {more}")
    assert {name: getattr(seen, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("block", "critical"),
    [
        ("", "shut"),
        ("dot1x\n   aaa unresponsive action traffic allow\n", "own"),
        ("dot1x\n   aaa unresponsive action traffic allow vlan 50\n", "vlan"),
        (
            "dot1x\n   aaa unresponsive action apply cached-results timeout 10 hours else traffic allow\n",
            "own",
        ),
        ("dot1x\n   aaa unresponsive action apply cached-results\n", "shut"),
    ],
)
def test_the_switch_says_what_happens_while_no_server_answers(block: str, critical: str) -> None:
    assert port(SOCKET, block).critical == critical
    assert port(f"{SOCKET}; dot1x aaa unresponsive action traffic allow vlan 60", block).critical_vlan == 60


@pytest.mark.parametrize(
    ("body", "extra", "objection"),
    [
        (f"{SOCKET}; no dot1x pae", "", "do not make it ask"),
        (f"{SOCKET}; dot1x mac based authentication host-mode common", "", "opens it for all others"),
        (SOCKET, "dot1x\n   mac based authentication delay 300 seconds\n", "MAB begins after 300 seconds"),
        (f"{SOCKET}; switchport mode trunk", "", "is trunk, not access"),
        (
            f"{SOCKET}; {PHONE}", "dot1x\n   aaa unresponsive action traffic allow\n",
            "telephones at Ethernet1 lose their VLAN",
        ),
        (SOCKET, "dot1x dynamic-authorization\nradius-server dynamic-authorization port 1700\n", "port 1700"),
        ("ip verify source", "", "EOS learns none from DHCP"),
        ("", "ip arp inspection vlan 40\n", "no address is known"),
        ("ipv6 access-group NONE in", "", "access list NONE is not defined"),
        ("no sflow enable", "", "left out of the samples"),
    ],
)  # fmt: skip
def test_a_text_that_contradicts_itself_is_objected_to(body: str, extra: str, objection: str) -> None:
    assert objection in objections(whole(body, extra))


def test_servers_stand_in_the_order_of_their_group() -> None:
    seen = whole(
        SOCKET,
        "radius-server deadtime 5\naaa accounting dot1x default start-stop group RAD\n"
        "dot1x\n   aaa accounting update interval 3600 seconds\ndot1x dynamic-authorization\n",
    ).access
    assert seen.enabled
    assert seen.servers == ("10.0.0.2", "10.0.0.1")
    assert (seen.detects_dead, seen.dead_s) == (True, 300)
    assert (seen.accounts, seen.interim_s) == (True, 3600)
    assert seen.coa == ("10.0.0.1", "10.0.0.2")


GUARD6 = (
    "ipv6 access-list G\n   10 deny icmpv6 any any router-advertisement\n   20 deny udp any eq 547 any\n"
    "   30 permit ipv6 any any\n"
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", True),
        ("any eq 547 any", "any eq 547 any eq 546 log", True),
        ("   10 deny icmpv6 any any router-advertisement\n", "", False),
        ("   20 deny udp any eq 547 any\n", "", False),
        ("   30 permit ipv6 any any\n", "", False),
        ("   10 deny", "   5 permit ipv6 any any\n   10 deny", False),
    ],
)
def test_a_filter_of_ipv6_refuses_routers_and_servers_and_nothing_else(
    old: str, new: str, expected: bool
) -> None:
    seen = whole("ipv6 access-group G in", GUARD6.replace(old, new, 1))
    assert seen.ports[0].ra_guard is expected
    assert ("does more or less than its guards" in objections(seen)) is not expected


@pytest.mark.parametrize(
    ("block", "body", "expected"),
    [
        ("   no shutdown\n   protect vlan 40,50\n", "switchport access vlan 40", True),
        ("   no shutdown\n   protect vlan 50\n", "switchport access vlan 40", False),
        ("   protect vlan 40\n", "switchport access vlan 40", False),
        ("   no shutdown\n   protect vlan 40\n", "switchport access vlan 40; no loop-protection", False),
        ("   no shutdown\n   protect vlan 40,80\n", PHONE, True),
        ("   no shutdown\n   protect vlan 40\n", PHONE, False),
    ],
)
def test_loops_are_looked_for_in_the_vlans_that_are_named(block: str, body: str, expected: bool) -> None:
    assert port(body, f"monitor loop-protection\n{block}").loop_guard is expected


QOS = (
    "qos map dscp 46 to traffic-class 6\nqos map dscp 48 to traffic-class 5\n"
    "qos profile Q\n   tx-queue 6\n      priority strict\n      shape rate 15 percent\n"
    "   tx-queue 1\n      no priority\n      bandwidth percent 45\n"
    "class-map type qos match-any PHONE\n   match vlan 80\n"
    "policy-map type quality-of-service UNMARK\n   class class-default\n      set dscp 0\n"
    "policy-map type quality-of-service PHONES\n   class PHONE\n   class class-default\n      set dscp 0\n"
)


def test_queues_are_classes_with_the_marks_that_lead_to_them() -> None:
    seen = {item.name: item for item in whole("service-profile Q", QOS).qos}
    voice, rest = seen["tx-queue 6"], seen["tx-queue 1"]
    assert (voice.dscp, voice.percent, voice.priority) == ((46, *range(49, 56)), 15, True)
    assert (rest.dscp, rest.percent, rest.priority) == (tuple(range(8)), 45, False)
    assert seen["tx-queue 0"].dscp == tuple(range(8, 16))


def test_a_member_has_the_queues_of_its_lag() -> None:
    lag = "interface Port-Channel1\n   switchport mode trunk\n   service-profile Q\n"
    seen = whole("channel-group 1 mode active", f"{QOS}{lag}interface Ethernet2\n   service-profile Q\n")
    assert "other queues" not in objections(seen)
    assert "other queues" in objections(whole("", f"{QOS}interface Ethernet2\n   service-profile Q\n"))


@pytest.mark.parametrize(
    ("body", "trust"),
    [
        ("service-profile Q", "cos"),
        ("service-profile Q; qos trust dscp", "dscp"),
        ("service-profile Q; no qos trust", "dscp unused"),
        (f"{PHONE}; service-profile Q; service-policy type qos input UNMARK", "none"),
        (f"{PHONE}; service-profile Q; qos trust dscp; service-policy type qos input PHONES", "phone"),
        (f"{PHONE}; service-profile Q; service-policy type qos input PHONES", "some"),
        ("", ""),
    ],
)
def test_marks_count_as_the_port_says(body: str, trust: str) -> None:
    assert port(body, QOS).trust == trust


def test_unmarked_without_a_policy_needs_a_rewrite() -> None:
    assert port("service-profile Q; no qos trust", f"{QOS}qos rewrite dscp\n").trust == "none"


def test_a_switched_frame_of_9000_bytes_always_passes() -> None:
    assert read("hostname a\n").mtu == 9214


def test_time_is_signed_only_where_key_trust_and_server_agree() -> None:
    lines = (
        "ntp authentication-key 7 sha1 7 K\nntp trusted-key 1-7\nntp authenticate servers\n"
        "ntp server 10.0.0.9 prefer key 7\n"
    )
    assert read(lines).management.ntp_signed == ("10.0.0.9",)
    assert read(lines).management.ntp_keys == ((7, "sha1", "K"),)
    for gone in ("ntp authenticate servers\n", "ntp trusted-key 1-7\n", " key 7"):
        assert read(lines.replace(gone, "\n" if gone == " key 7" else "")).management.ntp_signed == ()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("sflow destination 10.0.0.8\nsflow run\n", (("sflow", "10.0.0.8", 6343),)),
        ("sflow destination 10.0.0.8 7000\nsflow run\n", (("sflow", "10.0.0.8", 7000),)),
        ("sflow destination 10.0.0.8\n", ()),
    ],
)
def test_samples_leave_only_while_sflow_runs(lines: str, expected: object) -> None:
    assert read(lines).management.flow == expected


def pool(lines: str, server: str = "") -> ObservedPool:
    """The pool of a subnet with these lines."""
    return read(f"dhcp server\n{server}   subnet 10.1.0.0/24\n{lines}").pools[0]


def test_what_a_lease_says_besides() -> None:
    seen = pool("      tftp server option 66 10.0.0.7\n      tftp server file x64.efi\n",
                "   tftp server option 150 ipv4 10.0.0.5 10.0.0.6\n"
                "   lease time ipv4 0 days 4 hours 0 minutes\n")  # fmt: skip
    assert (seen.boot_server, seen.boot_file, seen.lease_s) == ("10.0.0.7", "x64.efi", 14400)
    assert seen.options == ((150, ("10.0.0.5", "10.0.0.6")),)


def test_hosts_that_always_get_the_same_address() -> None:
    host = "            ipv4-address 10.1.0.9\n            hostname a\n"
    lines = f"      reservations\n         mac-address 001a.2b3c.4d5e\n{host}"
    assert pool(lines).reservations == (("00:1a:2b:3c:4d:5e", "10.1.0.9"),)
