"""Who may manage the box, which servers it uses, and from which address it speaks."""

from __future__ import annotations

import msgspec
from tests.platforms.paloalto_panos.example import MANAGEMENT, SCHOOL, lines

from netgen.device import Device
from netgen.rendering import render_device

SYSTEM = "set deviceconfig system"


def managed(**changes: object) -> Device:
    """The school with another management."""
    return msgspec.structs.replace(SCHOOL, management=msgspec.structs.replace(MANAGEMENT, **changes))


def test_the_management_port_is_bound_to_the_allowed_sources() -> None:
    assert lines(SCHOOL, f"{SYSTEM} permitted-ip") == ["10.0.8.0/24", "10.2.64.0/26"]
    assert lines(SCHOOL, f"{SYSTEM} service") == ["disable-telnet yes", "disable-http yes"]


def test_the_local_account_is_checked_locally_and_stored_as_a_hash() -> None:
    assert lines(SCHOOL, "set mgt-config users breakglass") == [
        "phash NETGEN_SECRET.vault.network.breakglass.END",
        "permissions role-based superuser yes",
    ]


def test_whoever_has_no_local_account_is_checked_by_radius() -> None:
    assert lines(SCHOOL, f"{SYSTEM} authentication-profile") == ["adm-radius"]
    assert "method radius server-profile adm-radius" in lines(
        SCHOOL, "set shared authentication-profile adm-radius"
    )
    assert lines(SCHOOL, "set shared server-profile radius adm-radius server radius1") == [
        "ip-address 10.0.8.20",
        "secret NETGEN_SECRET.vault.network.radius.END",
        "port 1812",
    ]


def test_without_radius_nobody_is_sent_there() -> None:
    text = render_device(managed(radius=()))
    assert "radius" not in text
    assert "authentication-profile" not in text


def test_guessing_is_slowed_and_an_idle_session_ends() -> None:
    assert lines(SCHOOL, "set deviceconfig setting management") == [
        "idle-timeout 10",
        "admin-lockout failed-attempts 5",
        "admin-lockout lockout-time 5",
    ]


def test_what_the_box_asks_it_asks_from_its_management_address() -> None:
    routes = lines(SCHOOL, f"{SYSTEM} route service")
    services = ["dns", "ntp", "paloalto-networks-services", "radius", "syslog", "url-updates"]
    assert routes == [
        line
        for name in services
        for line in (f"{name} source interface ae1.10", f"{name} source address 10.2.64.1/26")
    ]


def test_there_are_two_places_for_servers() -> None:
    device = managed(ntp=("10.0.8.12", "10.0.8.13", "10.0.8.14"))
    assert lines(device, f"{SYSTEM} ntp-servers") == [
        "primary-ntp-server ntp-server-address 10.0.8.12",
        "secondary-ntp-server ntp-server-address 10.0.8.13",
    ]


def test_time_is_signed_when_there_is_a_key() -> None:
    device = managed(ntp_key_id=7, ntp_key="secret://vault/network/ntp")
    assert lines(device, f"{SYSTEM} ntp-servers primary-ntp-server authentication-type symmetric-key") == [
        "key-id 7",
        "algorithm sha1 authentication-key NETGEN_SECRET.vault.network.ntp.END",
    ]


def test_snmp_is_version_3_with_privacy_or_absent() -> None:
    users = lines(SCHOOL, f"{SYSTEM} snmp-setting access-setting version v3 users netmon")
    assert users == [
        "view all",
        "authproto SHA-256",
        "authpwd NETGEN_SECRET.vault.network.snmp-auth.END",
        "privproto AES-256",
        "privpwd NETGEN_SECRET.vault.network.snmp-privacy.END",
    ]
    silent = render_device(managed(snmp_user="", snmp_auth="", snmp_privacy="", snmp_managers=()))
    assert "snmp" not in silent


def test_each_receiver_has_its_own_transport() -> None:
    server = "set shared log-settings syslog adm-syslog server"
    assert [line for line in lines(SCHOOL, server) if "transport" in line or "port" in line.split()] == [
        "syslog1 transport SSL",
        "syslog1 port 6514",
        "syslog2 transport UDP",
        "syslog2 port 514",
        "syslog3 transport TCP",
        "syslog3 port 601",
    ]


def test_system_configuration_and_session_logs_go_to_syslog() -> None:
    sent = [line for line in lines(SCHOOL, "set shared log-settings") if "send-syslog adm-syslog" in line]
    assert [line.removesuffix(" send-syslog adm-syslog") for line in sent] == [
        "system match-list all",
        "config match-list all",
        "profiles to-syslog match-list traffic",
        "profiles to-syslog match-list threat",
        "profiles to-syslog match-list url",
        "profiles to-syslog match-list auth",
    ]


def test_without_a_receiver_no_rule_names_one() -> None:
    assert "to-syslog" not in render_device(managed(syslog=()))


def test_flows_are_sent_from_every_circuit_and_vlan() -> None:
    device = managed(flow_host="10.0.8.32", netflow_port=2055)
    assert lines(device, "set shared server-profile netflow adm-flow server collector") == [
        "host 10.0.8.32",
        "port 2055",
    ]
    text = render_device(device)
    assert text.count("netflow-profile adm-flow") == 2 + 3
    assert "netflow" not in render_device(SCHOOL)
