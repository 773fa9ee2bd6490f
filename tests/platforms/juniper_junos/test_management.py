"""Who may manage the box, from where, and which servers it uses."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.juniper_junos.firewalls import SCHOOL
from tests.platforms.juniper_junos.switches import MANAGEMENT, access_switch
from tests.platforms.juniper_junos.text import names, stanza

from netgen.device import Device, Management
from netgen.rendering import render_device

TEXT = render_device(access_switch())
BOTH = pytest.mark.parametrize("text", [TEXT, render_device(SCHOOL)], ids=["switch", "firewall"])


def with_management(**changes: object) -> Device:
    """The access switch, managed in another way."""
    management: Management = msgspec.structs.replace(MANAGEMENT, **changes)
    return msgspec.structs.replace(access_switch(), management=management)


@BOTH
def test_the_first_word_is_one_that_a_replacing_load_takes(text: str) -> None:
    assert text.startswith("system {\n")


@BOTH
def test_sessions_are_ssh_and_netconf_and_nothing_else(text: str) -> None:
    services = names(text, "system", "services")
    assert [item for item in services if item != "dhcp-local-server"] == ["netconf", "ssh"]
    assert "root-login deny;\n" in stanza(text, "system", "services", "ssh")


@BOTH
def test_the_filter_before_the_box_lets_managers_in_and_logs_everybody_else(text: str) -> None:
    assert (
        stanza(text, "interfaces", "lo0", "unit 0", "family inet", "filter") == "input netgen-management;\n"
    )
    rules = ("firewall", "family inet", "filter netgen-management")
    assert names(text, *rules) == [
        "term sessions", "term snmp", "term ntp", "term anybody-else", "term all-but-management",
    ]  # fmt: skip
    assert stanza(text, *rules, "term sessions") == (
        "from {\n"
        "    source-prefix-list {\n"
        "        netgen-management;\n"
        "    }\n"
        "    protocol tcp;\n"
        "    destination-port [ 22 830 ];\n"
        "}\n"
        "then accept;\n"
    )
    assert stanza(text, *rules, "term anybody-else") == (
        "from {\n"
        "    protocol [ tcp udp ];\n"
        "    destination-port [ 21 22 23 80 123 161 443 830 ];\n"
        "}\n"
        "then {\n"
        "    syslog;\n"
        "    discard;\n"
        "}\n"
    )
    assert names(text, "policy-options", "prefix-list netgen-management") == ["10.0.8.0/24", "10.2.0.0/24"]
    assert names(text, "policy-options", "prefix-list netgen-snmp") == ["10.0.0.60/32", "10.0.1.60/32"]
    assert names(text, "policy-options", "prefix-list netgen-ntp") == ["10.0.0.123/32", "10.0.1.123/32"]


def test_no_manager_means_no_term_that_could_match_anybody() -> None:
    text = render_device(with_management(allowed=(), ntp=(), snmp_managers=()))
    assert "prefix-list" not in text
    assert names(text, "firewall", "family inet", "filter netgen-management") == [
        "term anybody-else", "term all-but-management",
    ]  # fmt: skip


def test_a_dead_radius_server_locks_nobody_out() -> None:
    assert "    authentication-order [ radius password ];\n" in TEXT
    local = render_device(with_management(radius=()))
    assert "    authentication-order password;\n" in local
    assert "radius-server" not in local
    assert names(local, "system", "login", "user rescue") == ["class netgen-admin", "authentication"]


@BOTH
def test_the_console_asks_no_server(text: str) -> None:
    assert stanza(text, "system", "ports", "console") == (
        "authentication-order password;\nlog-out-on-disconnect;\n"
    )


def test_a_login_that_radius_gives_no_account_may_do_nothing() -> None:
    assert "class unauthorized;\n" in stanza(TEXT, "system", "login", "user remote")
    assert "class netgen-admin;\n" in stanza(TEXT, "system", "login", "user netgen-admin")
    assert "authentication" not in stanza(TEXT, "system", "login", "user netgen-admin")
    assert "user remote" not in render_device(with_management(radius=()))


def test_radius_servers_in_their_order() -> None:
    assert names(TEXT, "system", "radius-server") == ["10.0.0.10", "10.0.1.10"]
    assert stanza(TEXT, "system", "radius-server", "10.0.0.10") == (
        'secret "NETGEN_SECRET.env.RADIUS.END";\ntimeout 3;\nretry 2;\nsource-address 10.2.0.11;\n'
    )


def test_idle_sessions_end_and_guessing_is_slowed_down() -> None:
    assert "idle-timeout 10;\n" in stanza(TEXT, "system", "login", "class netgen-admin")
    assert "lockout-period 5;\n" in stanza(TEXT, "system", "login", "retry-options")


def test_the_banner_ends_its_line() -> None:
    assert r'        message "Authorised use only\n";' in TEXT.splitlines()


def test_logs_go_to_each_receiver_by_its_transport() -> None:
    assert stanza(TEXT, "system", "syslog", "host 10.0.0.50") == (
        "any notice;\nauthorization info;\ninteractive-commands any;\nport 6514;\ntransport tls;\n"
        "tlsdetails {\n    trusted-ca-group netgen-syslog;\n}\nstructured-data;\n"
    )
    assert "transport tcp;\n" in stanza(TEXT, "system", "syslog", "host 10.0.0.51")
    assert "transport" not in stanza(TEXT, "system", "syslog", "host 10.0.0.52")
    assert names(TEXT, "security", "pki") == ["ca-profile netgen-syslog", "trusted-ca-group netgen-syslog"]
    plain = render_device(with_management(syslog=MANAGEMENT.syslog[1:]))
    assert "security {" not in plain.splitlines()


def test_a_firewall_streams_its_traffic_log() -> None:
    text = render_device(SCHOOL)
    log = ("security", "log")
    assert names(text, *log) == [
        "mode stream", "format sd-syslog", "source-address 10.2.64.1", "stream syslog1", "stream syslog2",
        "stream syslog3",
    ]  # fmt: skip
    assert stanza(text, *log, "stream syslog1") == (
        "severity info;\nhost {\n    10.0.0.50;\n    port 6514;\n}\n"
        "transport {\n    protocol tls;\n    tls-profile netgen-syslog;\n}\n"
    )
    assert "protocol tcp;\n" in stanza(text, *log, "stream syslog2", "transport")
    assert "transport" not in stanza(text, *log, "stream syslog3")
    assert "trusted-ca netgen-syslog;\n" in stanza(
        text, "services", "ssl", "initiation", "profile netgen-syslog"
    )


def test_snmp_is_version_3_with_privacy() -> None:
    user = stanza(TEXT, "snmp", "v3", "usm", "local-engine", "user monitor")
    assert user == (
        "authentication-sha256 {\n"
        '    authentication-password "NETGEN_SECRET.env.SNMP_AUTH.END";\n'
        "}\n"
        "privacy-aes128 {\n"
        '    privacy-password "NETGEN_SECRET.env.SNMP_PRIVACY.END";\n'
        "}\n"
    )
    assert "security-level privacy {" in TEXT
    assert "community" not in TEXT
    assert names(render_device(with_management(snmp_user="")), "snmp") == ['location "Main cabinet"']


def test_the_clock_prefers_the_first_server() -> None:
    assert stanza(TEXT, "system", "ntp") == (
        "server 10.0.0.123 prefer;\nserver 10.0.1.123;\nsource-address 10.2.0.11;\n"
    )


def test_signed_time_needs_the_key_its_trust_and_its_use() -> None:
    text = render_device(with_management(ntp_key_id=7, ntp_key="secret://env/NTP"))
    assert stanza(text, "system", "ntp") == (
        'authentication-key 7 type sha1 value "NETGEN_SECRET.env.NTP.END";\n'
        "trusted-key 7;\n"
        "server 10.0.0.123 key 7 prefer;\nserver 10.0.1.123 key 7;\nsource-address 10.2.0.11;\n"
    )


def test_flows_are_sampled_where_end_points_are() -> None:
    text = render_device(with_management(flow_host="10.0.0.70", netflow_port=2055, sflow_port=6343))
    sflow = stanza(text, "protocols", "sflow")
    assert "collector 10.0.0.70 {\n    udp-port 6343;\n}\n" in sflow
    assert "interfaces ge-0/0/0.0;\n" in sflow
    assert "interfaces ge-0/0/7.0;\n" not in sflow  # unused
    assert "interfaces xe-0/2/0.0;\n" not in sflow  # member of a LAG
    assert "sflow" not in TEXT
