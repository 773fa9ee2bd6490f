"""The access point as a box: its address, its VLANs, who may manage it; and the text as a whole."""

from __future__ import annotations

import re

import msgspec
import pytest

from netgen.device import PortProfile, lone_port
from netgen.platforms.openwrt import PLATFORM
from netgen.platforms.openwrt.view import build_view
from netgen.rendering import render_device, trace_device
from netgen.rendering.environment import template_folder

from .devices import GUEST, MANAGEMENT, OWN, RADIOS, SITE, STAFF, THINGS, access_point
from .uci import package, read, section

WHOLE = access_point(STAFF, GUEST, THINGS, radios=RADIOS)


def test_uci_reads_the_whole_text() -> None:
    assert list(read(render_device(WHOLE))) == [
        "system", "dropbear", "snmpd", "network", "dhcp", "firewall", "wireless",
    ]  # fmt: skip


def test_a_package_a_section_and_an_option_look_as_uci_prints_them() -> None:
    assert render_device(WHOLE).startswith(
        "package system\nconfig system 'main'\n\toption hostname 'oak-ap-main-1-7'\n"
    )


def test_name_time_and_logs() -> None:
    assert section(WHOLE, "system", "main") == {
        "hostname": "oak-ap-main-1-7",
        "timezone": "GMT0BST,M3.5.0/1,M10.5.0",
        "zonename": "Europe/London",
        "log_size": "128",
        "ttylogin": "1",
        "log_remote": "1",
        "log_ip": "10.0.0.50",
        "log_port": "514",
        "log_proto": "udp",
        "log_hostname": "oak-ap-main-1-7",
    }
    assert section(WHOLE, "system", "ntp")["server"] == ["10.0.0.123", "10.0.1.123"]
    assert section(WHOLE, "system", "ntp")["enable_server"] == "0"


def test_a_receiver_without_tls_keeps_its_port_and_transport() -> None:
    receivers = tuple(
        msgspec.structs.replace(MANAGEMENT.syslog[0], transport="tcp", port=601) for _ in range(1)
    )
    device = msgspec.structs.replace(
        WHOLE, management=msgspec.structs.replace(WHOLE.management, syslog=receivers)
    )
    main = section(device, "system", "main")
    assert (main["log_port"], main["log_proto"]) == ("601", "tcp")


def test_administrators_come_with_keys_alone() -> None:
    assert section(WHOLE, "dropbear", "main") == {
        "enable": "1", "PasswordAuth": "off", "RootPasswordAuth": "off", "Port": "22", "Interface": "management",
        "IdleTimeout": "600", "MaxAuthTries": "3",
    }  # fmt: skip


def test_sessions_come_from_the_administration_alone() -> None:
    rules = {name: body for (kind, name), body in package(WHOLE, "firewall").items() if kind == "rule"}
    assert set(rules) == {"dhcp", "ping", "ssh", "snmp"}
    assert rules["ssh"]["src_ip"] == ["10.0.8.0/24", "10.2.0.0/26"]
    assert rules["snmp"]["src_ip"] == ["10.0.0.60"]
    assert section(WHOLE, "firewall", "defaults")["input"] == "REJECT"
    assert section(WHOLE, "firewall", "management")["input"] == "REJECT"
    # What nobody limits by its source is no session.
    assert {rule["dest_port"] for name, rule in rules.items() if "src_ip" not in rule and name != "ping"} == {
        "68"
    }


def test_nobody_may_poll_without_managers_or_a_user() -> None:
    device = msgspec.structs.replace(
        WHOLE, management=msgspec.structs.replace(WHOLE.management, snmp_user="")
    )
    assert "snmpd" not in read(render_device(device))
    assert ("rule", "snmp") not in package(device, "firewall")
    bare = msgspec.structs.replace(
        WHOLE, management=msgspec.structs.replace(WHOLE.management, snmp_managers=())
    )
    assert ("rule", "snmp") not in package(bare, "firewall")


def test_snmp_is_version_3_read_only_and_quotes_a_name_with_an_apostrophe() -> None:
    user = section(WHOLE, "snmpd", "monitor")
    assert (user["allow_write"], user["auth_type"], user["privacy_type"]) == ("0", "SHA", "AES")
    assert section(WHOLE, "snmpd", "general")["snmp_version"] == "v3"
    assert section(WHOLE, "snmpd", "place")["sysLocation"] == "St Mary's, main cabinet"
    assert "\toption sysLocation 'St Mary'\\''s, main cabinet'\n" in render_device(WHOLE)


def test_the_address_comes_by_dhcp_in_the_own_vlan() -> None:
    assert section(WHOLE, "network", "management") == {
        "device": "br-lan.97", "proto": "dhcp", "hostname": "oak-ap-main-1-7",
    }  # fmt: skip


def test_an_address_of_the_inventory_is_static() -> None:
    device = access_point(STAFF, address="10.2.97.21")
    assert section(device, "network", "management") == {
        "device": "br-lan.97", "proto": "static", "ipaddr": "10.2.97.21", "netmask": "255.255.255.0",
        "gateway": "10.2.97.1", "dns": ["10.0.0.53", "10.0.1.53"],
    }  # fmt: skip
    assert ("rule", "dhcp") not in package(device, "firewall")


def test_the_uplink_carries_the_own_vlan_untagged_and_the_others_tagged() -> None:
    ports = {
        str(body["vlan"]): body["ports"]
        for (kind, _), body in package(WHOLE, "network").items()
        if kind == "bridge-vlan"
    }
    assert ports == {
        "10": ["lan:t"], "20": ["lan:t"], "50": ["lan:t"], "60": ["lan:t"], str(OWN): ["lan:u*"],
    }  # fmt: skip
    assert section(WHOLE, "network", "bridge")["vlan_filtering"] == "1"


def test_ports_of_the_device_are_the_uplinks_where_it_has_any() -> None:
    trunk = PortProfile("trunk", "uplink", OWN, (10,), 0, edge=False, isolate=False, poe="none")
    unused = PortProfile("unused", "unused", 999, (), 0, edge=False, isolate=False, poe="none")
    device = msgspec.structs.replace(
        WHOLE, runs=(lone_port("eth0", "uplink", trunk, SITE), lone_port("eth1", "unused", unused, SITE))
    )
    assert section(device, "network", "bridge")["ports"] == ["eth0"]


def test_clients_get_no_address_of_the_box_and_none_from_it() -> None:
    addressed = {
        name
        for (kind, name), body in package(WHOLE, "network").items()
        if kind == "interface" and body["proto"] != "none"
    }
    assert addressed == {"loopback", "management"}
    assert section(WHOLE, "dhcp", "management") == {"interface": "management", "ignore": "1"}
    assert not [kind for kind, _ in package(WHOLE, "dhcp") if kind == "dnsmasq"]


def test_the_traced_text_is_the_text_and_every_object_is_asked_for_by_its_own_origin() -> None:
    lines = trace_device(WHOLE)
    assert "".join(f"{line.text}\n" for line in lines) == render_device(WHOLE)
    wanted = [WHOLE, WHOLE.management, WHOLE.management.syslog[0], STAFF, GUEST, THINGS, *RADIOS]
    assert {item.origin for item in wanted} <= {line.origin for line in lines}


def test_the_same_device_gives_the_same_text() -> None:
    assert render_device(access_point(STAFF, GUEST, THINGS, radios=RADIOS)) == render_device(WHOLE)
    assert not [line for line in render_device(WHOLE).splitlines() if not line or line != line.rstrip()]
    assert render_device(WHOLE).endswith("'\n")


def test_secrets_are_placeholders() -> None:
    text = render_device(WHOLE)
    assert "secret://" not in text
    assert "\toption auth_secret 'NETGEN_SECRET.vault.radius.END'\n" in text
    assert "\toption privacy_pass 'NETGEN_SECRET.env.SNMP_PRIVACY.END'\n" in text


def test_a_device_without_a_wireless_part_is_refused() -> None:
    with pytest.raises(ValueError, match="no wireless part"):
        build_view(msgspec.structs.replace(WHOLE, wireless=None))


def owners(line: str) -> list[str]:
    """Templates that say they own a line."""
    found = []
    for path in sorted((template_folder() / "openwrt").glob("*.j2")):
        owned = re.search(r"^owns: (.*?)^vendor reference:", path.read_text(), re.DOTALL | re.MULTILINE)
        assert owned, f"{path.name} does not say what it owns"
        if line.startswith(tuple(" ".join(item.split()) for item in owned[1].split(","))):
            found.append(path.name)
    return found


def test_every_top_level_line_has_exactly_one_owner() -> None:
    for line in render_device(WHOLE).splitlines():
        if not line.startswith("\t"):
            assert len(owners(line)) == 1, f"{line!r} is owned by {owners(line)}"


def test_each_feature_is_in_the_matrix_once_and_says_why_it_is_not_done() -> None:
    features = [each.feature for each in PLATFORM.capabilities]
    assert len(features) == len(set(features))
    assert all(each.why for each in PLATFORM.capabilities if each.level != "done")
