"""Who may manage the box, from where, and which servers it uses."""

from __future__ import annotations

import msgspec

from netgen.device import Device, Management
from netgen.rendering import render_device
from netgen.values import Prefix

from .devices import MANAGEMENT, access_switch, routed_core
from .text import block, top_level

TEXT = render_device(access_switch())
LINES = TEXT.splitlines()


def with_management(**changes: object) -> Device:
    """The access switch, managed in another way."""
    management: Management = msgspec.structs.replace(MANAGEMENT, **changes)
    return msgspec.structs.replace(access_switch(), management=management)


def test_ssh_and_the_api_take_management_sources_only() -> None:
    assert block(TEXT, "ip access-list standard NETGEN-MANAGEMENT") == [
        "   10 permit 10.0.8.0/24",
        "   20 permit 10.2.0.0/24",
    ]
    assert block(TEXT, "management ssh")[0] == "   ip access-group NETGEN-MANAGEMENT in"
    assert block(TEXT, "management api http-commands") == [
        "   no shutdown",
        "   !",
        "   vrf default",
        "      no shutdown",
        "      ip access-group NETGEN-MANAGEMENT",
    ]


def test_a_single_host_is_written_as_a_host() -> None:
    text = render_device(with_management(allowed=(Prefix.parse("10.0.8.7/32"),)))
    assert block(text, "ip access-list standard NETGEN-MANAGEMENT") == ["   10 permit host 10.0.8.7"]


def test_telnet_and_plain_http_are_nowhere() -> None:
    assert "telnet" not in TEXT
    assert "protocol http" not in TEXT


def test_a_dead_radius_server_locks_nobody_out() -> None:
    assert [line for line in LINES if line.startswith(("aaa authentication login", "aaa authorization"))] == [
        "aaa authentication login default group NETGEN-RADIUS local",
        "aaa authentication login console local",
        "aaa authorization exec default group NETGEN-RADIUS local",
    ]


def test_guessing_locks_out() -> None:
    assert "aaa authentication policy lockout failure 5 window 300 duration 300" in LINES


def test_radius_servers_are_asked_in_order_from_the_management_address() -> None:
    assert top_level(TEXT, "radius-server host") == [
        "radius-server host 10.0.0.10 timeout 4 retransmit 2 key 0 NETGEN_SECRET.env.RADIUS.END",
        "radius-server host 10.0.1.10 timeout 4 retransmit 2 key 0 NETGEN_SECRET.env.RADIUS.END",
    ]
    assert block(TEXT, "aaa group server radius NETGEN-RADIUS") == [
        "   server 10.0.0.10",
        "   server 10.0.1.10",
    ]
    assert "ip radius source-interface Vlan99" in LINES


def test_without_radius_the_local_user_logs_in() -> None:
    text = render_device(with_management(radius=()))
    assert "radius" not in text.lower()
    assert "aaa authentication login default local" in text.splitlines()


def test_the_local_user_has_a_sha512_hash() -> None:
    assert (
        "username rescue privilege 15 role network-admin secret sha512 NETGEN_SECRET.env.RESCUE.END" in LINES
    )


def test_only_managers_may_poll_and_only_encrypted() -> None:
    assert top_level(TEXT, "snmp-server") == [
        "snmp-server ipv4 access-list NETGEN-SNMP",
        "snmp-server view NETGEN iso included",
        "snmp-server group NETGEN v3 priv read NETGEN",
        (
            "snmp-server user monitor NETGEN v3 auth sha NETGEN_SECRET.env.SNMP_AUTH.END "
            "priv aes NETGEN_SECRET.env.SNMP_PRIVACY.END"
        ),
        "snmp-server location Main cabinet",
        "snmp-server local-interface Vlan99",
    ]
    assert block(TEXT, "ip access-list standard NETGEN-SNMP") == [
        "   10 permit host 10.0.0.60",
        "   20 permit host 10.0.1.60",
    ]


def test_without_a_manager_there_is_no_snmp_user() -> None:
    text = render_device(with_management(snmp_user="", snmp_auth="", snmp_privacy="", snmp_managers=()))
    assert top_level(text, "snmp-server user") == []
    assert "NETGEN-SNMP" not in text


def test_syslog_by_transport() -> None:
    assert top_level(TEXT, "logging host") == [
        "logging host 10.0.0.50 6514 protocol tls ssl-profile NETGEN-SYSLOG",
        "logging host 10.0.0.51 1514 protocol tcp",
        "logging host 10.0.0.52",
    ]
    assert block(TEXT, "management security") == [
        "   ssl profile NETGEN-SYSLOG",
        "      tls versions 1.2",
        "      trust certificate netgen-syslog-ca.pem",
    ]


def test_without_a_tls_receiver_there_is_no_tls_profile() -> None:
    text = render_device(with_management(syslog=MANAGEMENT.syslog[1:]))
    assert top_level(text, "management security") == []


def test_time_servers_and_time_zone() -> None:
    assert top_level(TEXT, "ntp") == [
        "ntp local-interface Vlan99",
        "ntp server 10.0.0.123 prefer",
        "ntp server 10.0.1.123",
    ]
    assert "clock timezone Europe/London" in LINES


def test_the_banner_stands_before_its_mark() -> None:
    start = LINES.index("banner login")
    assert LINES[start + 1 : start + 3] == ["Authorised use only", "EOF"]


def test_an_idle_session_ends() -> None:
    text = render_device(with_management(idle_minutes=5))
    assert block(text, "management console") == ["   idle-timeout 5"]
    assert "   idle-timeout 5" in block(text, "management ssh")


def test_the_management_address_and_its_way_out() -> None:
    assert block(TEXT, "interface Vlan99") == ["   description management", "   ip address 10.2.0.11/24"]
    assert top_level(TEXT, "ip route") == ["ip route 0.0.0.0/0 10.2.0.1 name management"]


def test_an_access_switch_does_not_route_and_a_core_does() -> None:
    assert "no ip routing" in LINES
    core = render_device(routed_core()).splitlines()
    assert "ip routing" in core
    assert "no ip routing" not in core
