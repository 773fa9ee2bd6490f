"""Who may manage the box, from where, and which servers it uses."""

from __future__ import annotations

import msgspec

from netgen.device import Device, Management
from netgen.rendering import render_device
from netgen.values import Prefix

from .devices import MANAGEMENT, access_switch, small_switch
from .text import block, top_level

TEXT = render_device(access_switch())
LINES = TEXT.splitlines()


def with_management(**changes: object) -> Device:
    """The access switch, managed in another way."""
    management: Management = msgspec.structs.replace(MANAGEMENT, **changes)
    return msgspec.structs.replace(access_switch(), management=management)


def test_ssh_takes_management_sources_and_snmp_takes_managers_only() -> None:
    assert block(TEXT, "access-list ip NETGEN-MANAGEMENT") == [
        "    10 permit tcp 10.0.8.0/255.255.255.0 any eq ssh",
        "    20 permit tcp 10.2.0.0/255.255.255.0 any eq ssh",
        "    30 permit udp 10.0.0.60 any eq snmp",
        "    40 permit udp 10.0.1.60 any eq snmp",
        "    50 deny tcp any any eq ssh log count",
        "    60 deny udp any any eq snmp log count",
        "    70 permit any any any",
    ]
    assert "apply access-list ip NETGEN-MANAGEMENT control-plane vrf default" in LINES


def test_a_single_host_is_written_bare() -> None:
    text = render_device(with_management(allowed=(Prefix.parse("10.0.8.7/32"),)))
    assert block(text, "access-list ip NETGEN-MANAGEMENT")[0] == "    10 permit tcp 10.0.8.7 any eq ssh"


def test_the_access_list_exists_before_it_is_applied() -> None:
    applied = LINES.index("apply access-list ip NETGEN-MANAGEMENT control-plane vrf default")
    assert LINES.index("access-list ip NETGEN-MANAGEMENT") < applied


def test_ssh_is_the_only_way_in() -> None:
    assert top_level(TEXT, "ssh server") == ["ssh server vrf default"]
    assert top_level(TEXT, "no ") == [
        "no ip icmp redirect",
        "no ssh server vrf mgmt",
        "no https-server vrf default",
        "no https-server vrf mgmt",
        "no dhcpv4-snooping option 82",
    ]
    assert top_level(TEXT, "https-server") == []
    assert "telnet" not in TEXT


def test_a_series_without_an_out_of_band_port_does_not_speak_of_one() -> None:
    assert "mgmt" not in render_device(small_switch()).replace("all-mgmt", "")


def test_the_out_of_band_port_is_shut() -> None:
    assert block(TEXT, "interface mgmt") == ["    shutdown", "    ip dhcp"]


def test_a_dead_radius_server_locks_nobody_out() -> None:
    assert top_level(TEXT, "aaa authentication login") == [
        "aaa authentication login default group NETGEN-RADIUS local",
        "aaa authentication login console local",
    ]


def test_guessing_locks_out() -> None:
    assert "aaa authentication limit-login-attempts 5 lockout-time 300" in LINES
    assert "aaa authentication console-login-attempts 5 console-lockout-time 300" in LINES


def test_radius_servers_are_asked_in_order() -> None:
    assert top_level(TEXT, "radius-server") == [
        "radius-server host 10.0.0.10 key plaintext NETGEN_SECRET.env.RADIUS.END",
        "radius-server host 10.0.1.10 key plaintext NETGEN_SECRET.env.RADIUS.END",
        "radius-server timeout 4",
        "radius-server retries 2",
    ]
    assert block(TEXT, "aaa group server radius NETGEN-RADIUS") == [
        "    server 10.0.0.10",
        "    server 10.0.1.10",
    ]


def test_without_radius_the_local_user_logs_in() -> None:
    text = render_device(with_management(radius=()))
    assert "radius" not in text.lower()
    assert "aaa authentication login default local" in text.splitlines()


def test_the_local_user_has_a_password_that_is_not_readable() -> None:
    assert "user rescue group administrators password ciphertext NETGEN_SECRET.env.RESCUE.END" in LINES


def test_polling_is_encrypted_and_nothing_else_is_answered() -> None:
    assert top_level(TEXT, "snmp") == [
        "snmp-server vrf default",
        "snmp-server snmpv3-only",
        "snmp-server system-location Main cabinet",
        (
            "snmpv3 user monitor auth sha auth-pass plaintext NETGEN_SECRET.env.SNMP_AUTH.END "
            "priv aes priv-pass plaintext NETGEN_SECRET.env.SNMP_PRIVACY.END"
        ),
    ]


def test_without_a_manager_snmp_stays_off() -> None:
    text = render_device(with_management(snmp_user="", snmp_auth="", snmp_privacy="", snmp_managers=()))
    assert top_level(text, "snmp") == ["snmp-server system-location Main cabinet"]
    assert "any eq snmp" not in "\n".join(
        line for line in block(text, "access-list ip NETGEN-MANAGEMENT") if "permit" in line
    )


def test_syslog_by_transport() -> None:
    assert top_level(TEXT, "logging") == [
        "logging 10.0.0.50 tls 6514 include-auditable-events",
        "logging 10.0.0.51 tcp 1514 include-auditable-events",
        "logging 10.0.0.52 include-auditable-events",
    ]


def test_time_servers_and_time_zone() -> None:
    assert top_level(TEXT, "ntp") == ["ntp server 10.0.0.123 prefer", "ntp server 10.0.1.123", "ntp enable"]
    assert "clock timezone europe/london" in LINES


def test_names_are_resolved_in_order() -> None:
    assert top_level(TEXT, "ip dns") == [
        "ip dns server-address 10.0.0.53",
        "ip dns server-address 10.0.1.53",
        "ip dns domain-name oak.example.sch.uk",
    ]


def test_the_banner_stands_between_its_marks() -> None:
    start = LINES.index("banner motd ^")
    assert LINES[start + 1 : start + 3] == ["Authorised use only", "^"]


def test_an_idle_session_ends() -> None:
    assert block(render_device(with_management(idle_minutes=5)), "cli-session") == ["    timeout 5"]


def test_nobody_else_configures_the_box() -> None:
    assert block(TEXT, "aruba-central") == ["    disable"]


def test_the_management_address_and_its_way_out() -> None:
    assert block(TEXT, "interface vlan 99") == ["    description management", "    ip address 10.2.0.11/24"]
    assert top_level(TEXT, "ip route") == ["ip route 0.0.0.0/0 10.2.0.1"]


def test_a_series_that_asks_for_an_address_in_vlan_1_is_told_not_to() -> None:
    assert block(render_device(small_switch()), "interface vlan 1") == ["    no ip dhcp"]
    assert "interface vlan 1" not in LINES
