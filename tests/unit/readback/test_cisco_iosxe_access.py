"""What the IOS-XE reader says of sockets, guards, QoS, time, flows and leases."""

from __future__ import annotations

import pytest

from netgen.readback.cisco_iosxe import read
from netgen.readback.facts import Observed, ObservedPool, ObservedPort

AAA = (
    "aaa new-model\nradius server one\n address ipv4 10.0.0.1 auth-port 1812 acct-port 1813\n key K\n"
    "radius server two\n address ipv4 10.0.0.2 auth-port 1812 acct-port 1813\n key K\n"
    "aaa group server radius RAD\n server name two\n server name one\n"
    "aaa authentication dot1x default group RAD\naaa authorization network default group RAD\n"
)
SOCKET = (
    "switchport mode access; switchport access vlan 40; authentication port-control auto; "
    "authentication periodic; authentication timer reauthenticate 7200; mab; dot1x pae authenticator; "
    "dot1x timeout tx-period 3"
)


def port(body: str, extra: str = "") -> ObservedPort:
    """The facts of one port with these lines."""
    return whole(body, extra).ports[0]


def whole(body: str, extra: str = "") -> Observed:
    """The facts of a text with one port."""
    lines = "".join(f" {line}\n" for line in body.split("; ") if line)
    return read(f"{AAA}{extra}interface GigabitEthernet1/0/1\n{lines}")


def objections(seen: Observed) -> str:
    """What the reader objects to, as one text."""
    return "; ".join(item.text for item in seen.problems)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", {"dot1x": True, "mab": True, "admits": "single", "critical": "shut", "reauthenticate_s": 7200}),
        ("authentication order mab", {"dot1x": False, "mab": True}),
        ("no mab", {"dot1x": True, "mab": False}),
        ("authentication host-mode multi-domain", {"admits": "domain"}),
        ("authentication host-mode multi-auth", {"admits": "many"}),
        ("authentication host-mode multi-host", {"admits": "host-mode-any"}),
        ("authentication event no-response action authorize vlan 70", {"guest_vlan": 70, "failed_vlan": 70}),
        ("authentication event fail retry 2 action authorize vlan 71", {"guest_vlan": 0, "failed_vlan": 71}),
        ("authentication event server dead action authorize vlan 40", {"critical": "own", "critical_vlan": 40}),
        ("authentication event server dead action authorize", {"critical": "own"}),
        ("authentication event server dead action reinitialize vlan 50", {"critical": "vlan", "critical_vlan": 50}),
        ("authentication timer reauthenticate server", {"reauthenticate_s": 0}),
        ("no authentication periodic", {"reauthenticate_s": 0}),
        ("authentication port-control force-authorized", {"dot1x": False, "mab": False, "admits": ""}),
    ],
)  # fmt: skip
def test_the_lines_of_a_socket_say_who_may_use_it(more: str, expected: dict[str, object]) -> None:
    seen = port(f"{SOCKET}; {more}")
    assert {name: getattr(seen, name) for name in expected} == expected


def test_radius_names_vlans_only_with_authorisation_of_networks() -> None:
    assert port(SOCKET).dynamic_vlan
    without = AAA.replace("aaa authorization network default group RAD\n", "")
    body = "".join(f" {line}\n" for line in SOCKET.split("; "))
    assert not read(f"{without}interface GigabitEthernet1/0/1\n{body}").ports[0].dynamic_vlan


@pytest.mark.parametrize(
    ("more", "objection"),
    [
        ("authentication open", "before they have logged in"),
        ("authentication order mab dot1x", "tries MAB before 802.1X"),
        ("no dot1x timeout tx-period", "tries MAB after 90 seconds"),
        ("switchport mode trunk", "is trunk, not access"),
        ("authentication port-control force-unauthorized", "lets no device in"),
        ("switchport voice vlan 80; authentication event server dead action authorize vlan 40", "telephones"),
        ("service-policy type control subscriber NONE", "policy NONE is not defined"),
        ("source template NONE", "template NONE is not defined"),
    ],
)
def test_a_socket_that_contradicts_itself_is_objected_to(more: str, objection: str) -> None:
    assert objection in objections(whole(f"{SOCKET}; {more}"))


CONTROL = """\
service-template GUEST
 vlan 70
service-template CRITICAL
 vlan 40
service-template PHONES
 voice vlan
class-map type control subscriber match-all DEAD
 match result-type aaa-timeout
 match authorization-status unauthorized
class-map type control subscriber match-all REFUSED
 match method dot1x
 match result-type method dot1x authoritative
class-map type control subscriber match-all SILENT
 match method dot1x
 match result-type method dot1x agent-not-found
class-map type control subscriber match-all UNKNOWN
 match result-type method mab authoritative
policy-map type control subscriber PM
 event session-started match-all
  10 class always do-until-failure
   10 authenticate using dot1x retries 2 retry-time 0 priority 10
 event authentication-failure match-first
  10 class DEAD do-until-failure
   10 activate service-template CRITICAL
   20 activate service-template PHONES
   30 authorize
  20 class REFUSED do-until-failure
   10 terminate dot1x
   20 activate service-template GUEST
  30 class SILENT do-until-failure
   10 terminate dot1x
   20 authenticate using mab priority 20
  40 class UNKNOWN do-until-failure
   10 activate service-template GUEST
template WIRED
 dot1x pae authenticator
 dot1x timeout tx-period 3
 mab
 access-session port-control auto
 access-session closed
 service-policy type control subscriber PM
"""


def test_a_control_policy_in_a_template_is_carried_out() -> None:
    body = (
        "switchport mode access; switchport access vlan 40; switchport voice vlan 80; source template WIRED"
    )
    whole_text = whole(body, f"{CONTROL}vlan 40,70,80\n")
    seen = whole_text.ports[0]
    assert (seen.dot1x, seen.mab, seen.admits) == (True, True, "many")
    assert (seen.guest_vlan, seen.failed_vlan) == (70, 70)
    assert (seen.critical, seen.critical_vlan) == ("own", 40)
    assert not whole_text.unread
    assert "telephones" not in objections(whole_text)


def test_a_control_policy_that_authorises_the_unknown_is_objected_to() -> None:
    policy = CONTROL.replace("  40 class UNKNOWN do-until-failure\n   10 activate service-template GUEST\n",
                             "  40 class UNKNOWN do-until-failure\n   10 authorize\n")  # fmt: skip
    body = "switchport mode access; switchport access vlan 40; source template WIRED"
    assert "lets unknown devices into the VLAN" in objections(whole(body, policy))


def test_servers_stand_in_the_order_of_their_group() -> None:
    seen = whole(
        SOCKET,
        "dot1x system-auth-control\nradius-server dead-criteria time 5 tries 3\nradius-server deadtime 5\n"
        "aaa accounting update newinfo periodic 60\naaa accounting identity default start-stop group RAD\n"
        "aaa server radius dynamic-author\n client 10.0.0.1 server-key K\n port 3799\n",
    )
    assert seen.access.enabled
    assert seen.access.servers == ("10.0.0.2", "10.0.0.1")
    assert (seen.access.detects_dead, seen.access.dead_s) == (True, 300)
    assert (seen.access.accounts, seen.access.interim_s) == (True, 3600)
    assert seen.access.coa == ("10.0.0.1",)
    assert ("radius coa 10.0.0.1", "K") in seen.management.secrets


@pytest.mark.parametrize(
    ("lines", "objection"),
    [
        (" client 10.0.0.1 server-key K\n", "port 1700, not 3799"),
        (" client 10.0.0.1\n port 3799\n", "without a key"),
        (" ignore server-key\n", "whoever has no key"),
    ],
)
def test_sessions_are_changed_only_with_a_key_on_the_planned_port(lines: str, objection: str) -> None:
    seen = whole(SOCKET, f"aaa server radius dynamic-author\n{lines}")
    assert objection in objections(seen)
    assert seen.access.coa == () or "port" not in objection


GUARDS = (
    "ip dhcp snooping vlan 40\nip dhcp snooping\nip arp inspection vlan 40\n"
    "ipv6 nd raguard policy HOST\n device-role host\nipv6 nd raguard policy ROUTER\n device-role router\n"
    "ipv6 dhcp guard policy CLIENT\n device-role client\nipv6 dhcp guard policy OPEN\n trusted-port\n"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("ipv6 nd raguard attach-policy HOST; ipv6 dhcp guard attach-policy CLIENT", True),
        ("ipv6 nd raguard; ipv6 dhcp guard", True),
        ("ipv6 nd raguard attach-policy HOST", False),
        ("ipv6 nd raguard attach-policy ROUTER; ipv6 dhcp guard attach-policy CLIENT", False),
        ("ipv6 nd raguard attach-policy HOST; ipv6 dhcp guard attach-policy OPEN", False),
        ("ipv6 nd raguard attach-policy NONE; ipv6 dhcp guard attach-policy CLIENT", False),
    ],
)
def test_a_socket_refuses_routers_and_servers_by_its_policies(body: str, expected: bool) -> None:
    assert port(f"switchport mode access; switchport access vlan 40; {body}", GUARDS).ra_guard is expected


def test_guards_of_a_vlan_hold_at_its_sockets() -> None:
    vlans = (
        "vlan configuration 40\n ipv6 nd raguard attach-policy HOST\n ipv6 dhcp guard attach-policy CLIENT\n"
    )
    assert port("switchport mode access; switchport access vlan 40", GUARDS + vlans).ra_guard
    assert not port("switchport mode access; switchport access vlan 50", GUARDS + vlans).ra_guard


def test_guards_loops_power_and_frames_of_a_port() -> None:
    body = "switchport mode access; switchport access vlan 40; ip verify source; ip arp inspection trust; loopdetect"
    seen = whole(f"{body}; power inline port priority high; mtu 9000", GUARDS + "system mtu 9198\n")
    found = seen.ports[0]
    assert (found.source_guard, found.arp_trusted, found.loop_guard) == (True, True, True)
    assert (found.poe_priority, found.mtu, seen.mtu, seen.inspected_vlans) == ("high", 9000, 9198, (40,))
    assert not port(f"{body}; loopdetect action syslog", GUARDS).loop_guard


@pytest.mark.parametrize(
    ("text", "objection"),
    [
        ("ip arp inspection vlan 50\n", "ARP inspection of VLAN 50 has no DHCP snooping"),
        ("interface Gi1/0/2\n switchport mode access\n ip verify source\n", "no DHCP snooping knows them"),
    ],
)
def test_guards_without_snooping_are_objected_to(text: str, objection: str) -> None:
    assert objection in objections(read(text))


QOS = (
    "class-map match-any VOICE\n match dscp ef\nclass-map match-any PHONE\n match vlan 80\n"
    "policy-map OUT\n class VOICE\n  priority level 1 percent 20\n"
    " class class-default\n  bandwidth remaining percent 100\n"
    "policy-map UNMARK\n class class-default\n  set dscp default\n"
    "policy-map PHONES\n class PHONE\n class class-default\n  set dscp default\n"
    "policy-map RAISE\n class class-default\n  set dscp ef\n"
    "policy-map EF\n class VOICE\n class class-default\n  set dscp 0\n"
)
PHONE = (
    "switchport mode access; switchport access vlan 40; switchport voice vlan 80; service-policy output OUT"
)


@pytest.mark.parametrize(
    ("more", "trust"),
    [
        ("", "dscp"),
        ("service-policy input UNMARK", "none"),
        ("service-policy input PHONES", "phone"),
        ("trust device cisco-phone", "phone"),
        ("service-policy input RAISE", "some"),
        ("service-policy input EF", "some"),
    ],
)
def test_marks_count_as_the_policy_on_the_way_in_says(more: str, trust: str) -> None:
    assert port(f"{PHONE}; {more}", QOS).trust == trust


def test_without_classes_nothing_is_said_of_marks() -> None:
    assert port("switchport mode access").trust == ""


@pytest.mark.parametrize(
    ("old", "new", "shares"),
    [
        ("", "", [20, 80]),
        ("remaining percent 100", "remaining percent 85", [20, 80]),
        ("remaining percent 100", "percent 70", [20, 70]),
        ("priority level 1 percent 20", "priority level 1", [-1, 100]),
    ],
)
def test_shares_are_those_of_a_full_port(old: str, new: str, shares: list[int]) -> None:
    seen = whole(PHONE, QOS.replace(old, new)).qos
    assert [item.percent for item in seen] == shares
    assert [item.priority for item in seen] == [True, False]
    assert seen[0].dscp == (46,)
    assert len(seen[1].dscp) == 63


def test_a_live_port_without_the_queues_of_the_others_is_objected_to() -> None:
    second = "interface GigabitEthernet1/0/2\n switchport mode access\n service-policy output OUT\n"
    assert "sends without the policy OUT" in objections(whole("switchport mode access", QOS + second))


def test_time_is_signed_only_where_key_trust_and_server_agree() -> None:
    lines = (
        "ntp authentication-key 7 sha1 K\nntp authenticate\nntp trusted-key 7\nntp server 10.0.0.9 key 7\n"
    )
    assert read(lines).management.ntp_signed == ("10.0.0.9",)
    assert read(lines).management.ntp_keys == ((7, "sha1", "K"),)
    for gone in ("ntp authenticate\n", "ntp trusted-key 7\n", " key 7"):
        assert read(lines.replace(gone, "\n" if gone == " key 7" else "")).management.ntp_signed == ()


def test_flows_leave_from_a_monitor_on_a_live_port() -> None:
    flow = (
        "flow exporter E\n destination 10.0.0.8\n transport udp 2055\nflow monitor M\n exporter E\n record R\n"
        "flow record R\n match ipv4 protocol\n"
    )
    on = "ip flow monitor M input"
    assert whole(on, flow).management.flow == (("netflow", "10.0.0.8", 2055),)
    assert whole(f"{on}; shutdown", flow).management.flow == ()
    assert whole("", flow).management.flow == ()
    ipfix = flow.replace(" transport udp 2055\n", " export-protocol ipfix\n")
    assert whole(on, ipfix).management.flow == (("ipfix", "10.0.0.8", 9995),)


def pool(lines: str, more: str = "") -> ObservedPool:
    """The pool of a network with these lines."""
    return read(
        f"{more}ip dhcp pool P\n network 10.1.0.0 255.255.255.0\n default-router 10.1.0.1\n{lines}"
    ).pools[0]


def test_what_a_lease_says_besides() -> None:
    seen = pool(
        " next-server 10.0.0.7\n bootfile x64.efi\n option 150 ip 10.0.0.5 10.0.0.6\n option 42 ip 10.0.0.9\n"
    )
    assert (seen.boot_server, seen.boot_file) == ("10.0.0.7", "x64.efi")
    assert seen.options == ((42, ("10.0.0.9",)), (150, ("10.0.0.5", "10.0.0.6")))


def test_hosts_that_always_get_the_same_address() -> None:
    inside = pool(" address 10.1.0.9 client-id 0100.1a2b.3c4d.5e\n")
    assert inside.reservations == (("00:1a:2b:3c:4d:5e", "10.1.0.9"),)
    own = "ip dhcp pool H\n host 10.1.0.9 255.255.255.0\n hardware-address 001a.2b3c.4d5e\n"
    assert pool("", own).reservations == inside.reservations


def test_a_reserved_address_among_excluded_ones_is_no_lease() -> None:
    excluded = "ip dhcp excluded-address 10.1.0.1 10.1.0.8\nip dhcp excluded-address 10.1.0.10 10.1.0.15\n"
    assert pool(" address 10.1.0.9 client-id 0100.1a2b.3c4d.5e\n", excluded).first == "10.1.0.16"
    assert pool("", excluded).first == "10.1.0.9"
