"""Who may manage the box, and the servers it uses."""

from __future__ import annotations

import msgspec
from tests.platforms.fortinet_fortios.example import MANAGEMENT, SCHOOL, section

from netgen.device import Device
from netgen.rendering import render_device
from netgen.values import Prefix


def managed(**changes: object) -> Device:
    """The school with another management."""
    return msgspec.structs.replace(SCHOOL, management=msgspec.structs.replace(MANAGEMENT, **changes))


def test_the_local_account_is_bound_to_the_allowed_sources() -> None:
    assert section(SCHOOL, "system admin", '"breakglass"') == (
        '    edit "breakglass"\n'
        "        set trusthost1 10.0.8.0 255.255.255.0\n"
        "        set trusthost2 10.2.64.0 255.255.255.192\n"
        '        set accprofile "super_admin"\n'
        '        set vdom "root"\n'
        '        set password "NETGEN_SECRET.vault.network.breakglass.END"\n'
        "    next"
    )


def test_a_radius_login_has_no_rights_of_its_own() -> None:
    text = section(SCHOOL, "system admin", '"radius-login"')
    assert '        set accprofile "no_access"' in text
    assert "        set accprofile-override enable" in text
    assert section(SCHOOL, "system accprofile", '"no_access"').count("set") == 1


def test_without_radius_nobody_logs_in_by_radius() -> None:
    text = render_device(managed(radius=()))
    assert "radius" not in text
    assert "remote-auth" not in text


def test_the_box_itself_refuses_everybody_else() -> None:
    rows = section(SCHOOL, "firewall local-in-policy").split("    next\n")
    assert (
        '        set srcaddr "adm-sources"\n        set dstaddr "all"\n        set action accept' in rows[0]
    )
    assert (
        '        set srcaddr "adm-managers"\n        set dstaddr "all"\n        set action accept' in rows[1]
    )
    assert '        set srcaddr "all"' in rows[2]
    assert "accept" not in rows[2]
    assert '        set service "adm-sessions" "adm-snmp"' in rows[2]


def test_more_sources_than_trusted_hosts_still_bound_the_box() -> None:
    many = tuple(Prefix.parse(f"10.0.{number}.0/24") for number in range(12))
    text = render_device(managed(allowed=many))
    assert "trusthost" not in text
    assert '"adm-source-12"' in section(managed(allowed=many), "firewall addrgrp", '"adm-sources"')


def test_syslog_over_tls_is_reliable_and_encrypted() -> None:
    assert section(SCHOOL, "log syslogd setting") == (
        "config log syslogd setting\n"
        "    set status enable\n"
        '    set server "10.0.8.30"\n'
        "    set mode reliable\n"
        "    set port 6514\n"
        '    set source-ip "10.2.64.1"\n'
        "    set format rfc5424\n"
        "    set enc-algorithm high\n"
        "    set ssl-min-proto-version TLSv1-2\n"
        "end"
    )


def test_plain_syslog_is_not_called_encrypted() -> None:
    udp, tcp = section(SCHOOL, "log syslogd2 setting"), section(SCHOOL, "log syslogd3 setting")
    assert "set mode" not in udp
    assert "set mode reliable" in tcp
    assert "enc-algorithm" not in udp + tcp


def test_snmp_is_version_3_with_privacy_or_absent() -> None:
    text = section(SCHOOL, "system snmp user", '"netmon"')
    assert "        set security-level auth-priv" in text
    assert '        set priv-pwd "NETGEN_SECRET.vault.network.snmp-privacy.END"' in text
    silent = render_device(managed(snmp_user="", snmp_auth="", snmp_privacy="", snmp_managers=()))
    assert "config system snmp" not in silent
    assert "adm-managers" not in silent


def test_what_nobody_allows_is_logged() -> None:
    assert "    set fwpolicy-implicit-log enable" in section(SCHOOL, "log setting")


def test_time_is_taken_from_servers_that_sign_it() -> None:
    device = managed(ntp=("10.0.8.10", "10.0.8.11"), ntp_key_id=7, ntp_key="secret://vault/ntp")
    text = section(device, "system ntp")
    assert (
        text.count(
            "            set authentication enable\n"
            "            set key-type SHA1\n"
            '            set key "NETGEN_SECRET.vault.ntp.END"\n'
            "            set key-id 7\n"
        )
        == 2
    )
    assert "authentication" not in section(SCHOOL, "system ntp")


def test_flows_of_every_vlan_are_reported_from_the_boxs_own_address() -> None:
    device = managed(flow_host="10.0.8.32", netflow_port=9995)
    assert section(device, "system netflow") == (
        "config system netflow\n"
        "    config collectors\n"
        "        edit 1\n"
        '            set collector-ip "10.0.8.32"\n'
        "            set collector-port 9995\n"
        '            set source-ip "10.2.64.1"\n'
        "        next\n"
        "    end\n"
        "end"
    )
    interfaces = section(device, "system interface")
    assert interfaces.count("        set netflow-sampler both\n") == interfaces.count("set vlanid")
    assert "netflow" not in section(device, "system interface", '"wan1"')
    assert "netflow" not in render_device(SCHOOL)


def test_the_usual_port_of_a_collector_is_not_said() -> None:
    device = managed(flow_host="10.0.8.32", netflow_port=2055)
    assert "collector-port" not in section(device, "system netflow")
