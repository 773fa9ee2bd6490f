"""What a cluster of Instant access points is told: identity, SSIDs, servers, uplink."""

from __future__ import annotations

import pytest
from tests.platforms.aruba_instant.devices import GUEST, STAFF, THINGS, cluster, management, wlan

from netgen.device import Wlan
from netgen.platforms.aruba_instant import PLATFORM
from netgen.platforms.aruba_instant.view import build_view
from netgen.platforms.platform import Level
from netgen.rendering.render import Line, render_view, trace_device


def text(*wlans: Wlan) -> str:
    """The whole text of a cluster with these SSIDs."""
    return render_view("aruba_instant", build_view(cluster(*wlans)))


def block(rendered: str, head: str) -> list[str]:
    """The lines of one block, without their indent."""
    lines = rendered.split("\n")
    start = lines.index(head) + 1
    return [line.strip() for line in lines[start : lines.index(" exit", start)]]


def test_identity_and_management() -> None:
    assert text().split("wlan auth-server")[0] == (
        'syslocation "Main cabinet"\n'
        "virtual-controller-country GB\n"
        "name oak-wlan\n"
        "virtual-controller-ip 10.2.97.5\n"
        "syslog-server 10.0.0.50\n"
        "terminal-access\n"
        "loginsession timeout 10\n"
        "ntp-server 10.0.0.123\n"
        "clock timezone London 00 00\n"
        "clock summer-time BST recurring last sunday march 01:00 last sunday october 02:00\n"
        "rf-band all\n"
        "dynamic-radius-proxy\n"
        "no allow-new-aps\n"
        "syslog-level warn ap-debug\n"
        "syslog-level warn network\n"
        "syslog-level warn security\n"
        "syslog-level warn system\n"
        "syslog-level warn user\n"
        "syslog-level warn user-debug\n"
        "syslog-level warn wireless\n"
        "hash-mgmt-password\n"
        "hash-mgmt-user rescue password hash NETGEN_SECRET.env.RESCUE.END\n"
    )


def test_an_enterprise_ssid_asks_radius_for_each_client_and_its_vlan() -> None:
    assert block(text(STAFF), "wlan ssid-profile staff") == [
        "enable",
        "type employee",
        'essid "Oak staff"',
        "opmode wpa3-aes-ccm-128",
        "opmode-transition-disable",
        "max-authentication-failures 0",
        "vlan 10",
        "auth-server radius1",
        "auth-server radius2",
        "set-vlan Tunnel-Private-Group-Id equals 10 10",
        "set-vlan Tunnel-Private-Group-Id equals 20 20",
        "rf-band all",
        "broadcast-filter arp",
        "dot11k",
        "dot11v",
    ]


def test_guests_are_encrypted_without_a_password_and_kept_apart() -> None:
    lines = block(text(GUEST), "wlan ssid-profile guest")
    assert {"opmode enhanced-open", "deny-inter-user-bridging", "deny-intra-vlan-traffic", "vlan 60"} <= set(
        lines
    )
    assert not [line for line in lines if line.startswith(("auth-server", "wpa-passphrase", "set-vlan"))]


def test_clients_of_an_ssid_without_isolation_may_talk() -> None:
    assert "deny-inter-user-bridging" not in text(STAFF)


@pytest.mark.parametrize(
    ("security", "opmode"),
    [
        ("wpa3-enterprise", "wpa3-aes-ccm-128"),
        ("wpa3-enterprise-transition", "wpa3-aes-ccm-128"),
        ("wpa3-personal-transition", "wpa3-sae-aes"),
        ("wpa2-enterprise", "wpa2-aes"),
        ("wpa3-personal", "wpa3-sae-aes"),
        ("wpa2-personal", "wpa2-psk-aes"),
        ("enhanced-open", "enhanced-open"),
    ],
)
def test_every_security_of_the_inventory_has_its_mode(security: str, opmode: str) -> None:
    assert f"opmode {opmode}" in block(text(wlan("x", security)), "wlan ssid-profile x")


@pytest.mark.parametrize(
    ("security", "refuses"),
    [
        ("wpa3-personal", True),
        ("wpa3-personal-transition", False),
        ("enhanced-open", True),
        ("wpa2-personal", False),
        ("wpa3-enterprise", True),
        ("wpa3-enterprise-transition", False),
    ],
)
def test_an_ssid_refuses_the_mode_before_its_own(security: str, refuses: bool) -> None:
    assert ("opmode-transition-disable" in block(text(wlan("x", security)), "wlan ssid-profile x")) is refuses


@pytest.mark.parametrize(
    ("bands", "security", "lines"),
    [
        (("2.4", "5"), "wpa3-personal", ["rf-band all"]),
        (("2.4",), "wpa3-personal", ["rf-band 2.4"]),
        (("5",), "wpa3-personal", ["rf-band 5.0"]),
        (("2.4", "5", "6"), "wpa3-personal", ["rf-band all", "rf-band-6ghz"]),
        (("6",), "wpa3-enterprise", ["rf-band none", "rf-band-6ghz"]),
        (("5", "6"), "wpa2-personal", ["rf-band 5.0"]),
    ],
)
def test_bands(bands: tuple[str, ...], security: str, lines: list[str]) -> None:
    found = block(text(wlan("x", security, bands=bands)), "wlan ssid-profile x")
    assert [line for line in found if line.startswith("rf-band")] == lines


def test_a_hidden_ssid_is_hidden() -> None:
    assert "hide-ssid" in block(text(wlan("x", hidden=True)), "wlan ssid-profile x")
    assert "hide-ssid" not in text(STAFF)


def test_each_ssid_has_an_access_rule_of_its_name_that_guards_the_virtual_controller() -> None:
    rules = block(text(GUEST), "wlan access-rule guest")
    assert rules[-1] == "rule any any match any any any permit"
    assert [rule.split()[6] for rule in rules[:-1]] == ["22", "80", "443", "4343"]
    assert all(
        rule.startswith("rule masterip 0.0.0.0 match tcp") and rule.endswith("deny") for rule in rules[:-1]
    )


def test_what_a_block_names_comes_before_it() -> None:
    rendered = text(STAFF, GUEST)
    places = [
        rendered.index(head)
        for head in (
            "wlan auth-server radius1",
            "wlan access-rule staff",
            "wlan ssid-profile staff",
            "wlan access-rule guest",
            "wlan ssid-profile guest",
            "wlan access-rule netgen-uplink",
            "wired-port-profile netgen-uplink",
            "enet0-port-profile netgen-uplink",
        )
    ]
    assert places == sorted(places)


def test_radius_servers_carry_placeholders() -> None:
    assert block(text(), "wlan auth-server radius1") == [
        "ip 10.0.0.10", "port 1812", "acctport 1813", "key NETGEN_SECRET.vault.radius.END", "nas-id oak-wlan",
    ]  # fmt: skip


def test_a_passphrase_is_a_placeholder() -> None:
    assert "wpa-passphrase NETGEN_SECRET.vault.wifi.things.END" in block(
        text(THINGS), "wlan ssid-profile things"
    )
    assert "secret://" not in text(STAFF, GUEST, THINGS)


def test_the_uplink_carries_the_vlans_of_the_ssids_alone() -> None:
    lines = block(text(STAFF, GUEST, THINGS), "wired-port-profile netgen-uplink")
    assert lines[:4] == [
        "switchport-mode trunk",
        "allowed-vlan 10,20,50,60,97",
        "native-vlan 97",
        "no shutdown",
    ]


@pytest.mark.parametrize(
    ("receivers", "line"),
    [(2, "syslog-server 10.0.0.50 10.0.0.51"), (4, "syslog-server 10.0.0.50 10.0.0.51 10.0.0.52")],
)
def test_one_line_takes_up_to_three_receivers(receivers: int, line: str) -> None:
    rendered = render_view("aruba_instant", build_view(cluster(facts=management(syslog=receivers))))
    assert [each for each in rendered.split("\n") if each.startswith("syslog-server")] == [line]


def test_nothing_is_said_of_services_that_nobody_asked_for() -> None:
    rendered = render_view("aruba_instant", build_view(cluster(facts=management(syslog=0, ntp=()))))
    assert not [
        line
        for line in rendered.split("\n")
        if line.startswith(("syslog-server", "ntp-server", "snmp-server"))
    ]


def test_no_clear_text_and_no_auto_join() -> None:
    lines = text(STAFF).split("\n")
    assert "no allow-new-aps" in lines
    assert not {"telnet-server", "allow-new-aps"} & set(lines)


def test_the_traced_text_is_the_text_and_every_line_has_its_origin() -> None:
    device = cluster(STAFF, GUEST)
    lines = trace_device(device)
    assert "".join(f"{line.text}\n" for line in lines) == text(STAFF, GUEST)
    assert Line(' essid "Oak guest"', "sites/oak/wlans/guest") in lines
    assert Line(" ip 10.0.1.10", "trust/services/radius/1") in lines
    assert Line("name oak-wlan", "sites/oak/wlan") in lines


def test_the_same_device_gives_the_same_text() -> None:
    assert text(STAFF, GUEST) == text(STAFF, GUEST)
    assert text(STAFF).endswith("enet0-port-profile netgen-uplink\n")


def test_each_feature_is_in_the_matrix_once_and_says_why_it_is_not_done() -> None:
    features = [each.feature for each in PLATFORM.capabilities]
    assert len(features) == len(set(features))
    assert all(each.why for each in PLATFORM.capabilities if each.level is not Level.DONE)
