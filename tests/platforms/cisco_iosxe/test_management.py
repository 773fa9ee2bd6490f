"""Who may manage the box, from where, and which servers it uses."""

from __future__ import annotations

import msgspec
import pytest

from netgen.device import Device, Management
from netgen.rendering import render_device
from netgen.values import Prefix

from .devices import MANAGEMENT, access_switch, routed_core
from .text import block, top_level

TEXT = render_device(access_switch())
LINES = TEXT.splitlines()
TERMINALS = ("line vty 0 4", "line vty 5 15", "line vty 16 31")


def with_management(**changes: object) -> Device:
    """The access switch, managed in another way."""
    management: Management = msgspec.structs.replace(MANAGEMENT, **changes)
    return msgspec.structs.replace(access_switch(), management=management)


@pytest.mark.parametrize("line", TERMINALS)
def test_every_terminal_line_takes_ssh_from_management_sources_only(line: str) -> None:
    assert block(TEXT, line) == [" access-class NETGEN-MANAGEMENT in", " transport input ssh"]


def test_management_sources_end_in_a_logged_deny() -> None:
    assert block(TEXT, "ip access-list standard NETGEN-MANAGEMENT") == [
        " 10 permit 10.0.8.0 0.0.0.255",
        " 20 permit 10.2.0.0 0.0.0.255",
        " 30 deny   any log",
    ]


def test_a_single_host_prints_without_a_wildcard() -> None:
    text = render_device(with_management(allowed=(Prefix.parse("10.0.8.7/32"),)))
    assert block(text, "ip access-list standard NETGEN-MANAGEMENT")[0] == " 10 permit 10.0.8.7"


def test_no_source_is_no_entry_for_anybody() -> None:
    text = render_device(with_management(allowed=()))
    assert block(text, "ip access-list standard NETGEN-MANAGEMENT") == [" 10 deny   any log"]


def test_web_servers_are_off_and_telnet_is_nowhere() -> None:
    assert {"no ip http server", "no ip http secure-server"} <= set(LINES)
    assert "telnet" not in TEXT


def test_a_dead_radius_server_locks_nobody_out() -> None:
    assert top_level(TEXT, "aaa auth") == [
        "aaa authentication login default group NETGEN-RADIUS local",
        "aaa authentication login CONSOLE local",
        "aaa authorization console",
        "aaa authorization exec default group NETGEN-RADIUS local if-authenticated",
        "aaa authorization exec CONSOLE local",
    ]
    assert block(TEXT, "line con 0") == [
        " authorization exec CONSOLE",
        " login authentication CONSOLE",
        " stopbits 1",
    ]


def test_radius_servers_are_asked_in_order_from_the_management_address() -> None:
    assert block(TEXT, "radius server radius2") == [
        " address ipv4 10.0.1.10 auth-port 1812 acct-port 1813",
        " timeout 4",
        " retransmit 2",
        " key NETGEN_SECRET.env.RADIUS.END",
    ]
    assert block(TEXT, "aaa group server radius NETGEN-RADIUS") == [
        " server name radius1",
        " server name radius2",
        " ip radius source-interface Vlan99",
    ]


def test_without_radius_the_local_user_logs_in() -> None:
    text = render_device(with_management(radius=()))
    assert "radius" not in text.lower()
    assert "aaa authentication login default local" in text.splitlines()


def test_the_local_user_has_a_type_9_hash() -> None:
    assert "username rescue privilege 15 secret 9 NETGEN_SECRET.env.RESCUE.END" in LINES


def test_only_managers_may_poll_and_only_encrypted() -> None:
    assert top_level(TEXT, "snmp-server") == [
        "snmp-server view NETGEN iso included",
        "snmp-server group NETGEN v3 priv read NETGEN access NETGEN-SNMP",
        "snmp-server location Main cabinet",
    ]
    assert block(TEXT, "ip access-list standard NETGEN-SNMP") == [
        " 10 permit 10.0.0.60",
        " 20 permit 10.0.1.60",
        " 30 deny   any",
    ]


def test_the_snmp_user_is_not_in_the_text_since_the_box_never_prints_it() -> None:
    assert "SNMP_AUTH" not in TEXT


def test_without_a_manager_there_is_no_snmp() -> None:
    text = render_device(with_management(snmp_user="", snmp_auth="", snmp_privacy="", snmp_managers=()))
    assert top_level(text, "snmp-server") == ["snmp-server location Main cabinet"]


def test_syslog_by_transport() -> None:
    assert top_level(TEXT, "logging host") == [
        "logging host 10.0.0.50 transport tls profile NETGEN-SYSLOG",
        "logging host 10.0.0.51 transport tcp port 1514",
        "logging host 10.0.0.52",
    ]
    assert block(TEXT, "logging tls-profile NETGEN-SYSLOG") == [" tls-version TLSv1.2"]


def test_without_a_tls_receiver_there_is_no_tls_profile() -> None:
    text = render_device(with_management(syslog=MANAGEMENT.syslog[2:]))
    assert top_level(text, "logging tls-profile") == []


def test_time_servers_and_summer_time() -> None:
    assert top_level(TEXT, "ntp") == [
        "ntp source Vlan99",
        "ntp server 10.0.0.123 prefer",
        "ntp server 10.0.1.123",
    ]
    assert top_level(TEXT, "clock") == [
        "clock timezone GMT 0 0",
        "clock summer-time BST recurring last Sun Mar 1:00 last Sun Oct 2:00",
    ]


def test_the_banner_stands_between_its_marks() -> None:
    start = LINES.index("banner login ^C")
    assert LINES[start + 1 : start + 3] == ["Authorised use only", "^C"]


def test_an_idle_time_other_than_the_default_is_on_every_line() -> None:
    text = render_device(with_management(idle_minutes=5))
    assert all(" exec-timeout 5 0" in block(text, line) for line in ("line con 0", *TERMINALS))
    assert "exec-timeout" not in TEXT


def test_what_a_push_needs_is_there() -> None:
    assert "ip scp server enable" in LINES
    assert LINES[-1] == "end"
    assert {" path flash:netgen-archive", " write-memory"} <= set(block(TEXT, "archive"))


def test_the_management_address_and_its_way_out_on_a_switch_that_does_not_route() -> None:
    assert " ip address 10.2.0.11 255.255.255.0" in block(TEXT, "interface Vlan99")
    assert "ip default-gateway 10.2.0.1" in LINES
    assert "ip routing" not in LINES
    assert top_level(TEXT, "ip route") == []


def test_a_box_that_routes_has_a_route_instead() -> None:
    lines = render_device(routed_core()).splitlines()
    assert "ip route 0.0.0.0 0.0.0.0 10.2.0.1 name management" in lines
    assert not [line for line in lines if line.startswith("ip default-gateway")]
