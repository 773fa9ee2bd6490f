"""The syntax oracle of OpenWrt objects where it must, and takes what the documentation of OpenWrt shows."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import pytest

from tests.oracles.uci_schema import options, unknown_lines


def section(package: str, kind: str, *lines: str) -> str:
    """A package with one section."""
    return "\n".join([f"package {package}", f"config {kind} 'one'", *(f"\t{line}" for line in lines), ""])


WRONG = {
    "invented option": section("wireless", "wifi-iface", "option ieee80211v '1'"),
    "word of another vendor": section("wireless", "wifi-iface", "option encryption 'wpa3-sae'"),
    "word of another system": section("wireless", "wifi-iface", "option encryption 'wpa2-enterprise'"),
    "protection out of range": section("wireless", "wifi-iface", "option ieee80211w '3'"),
    "mobility domain of five digits": section("wireless", "wifi-iface", "option mobility_domain 'a1b2c'"),
    "old band word": section("wireless", "wifi-device", "option band '5ghz'"),
    "width that does not exist": section("wireless", "wifi-device", "option htmode 'HE60'"),
    "country in small letters": section("wireless", "wifi-device", "option country 'gb'"),
    "boolean that netifd does not know": section("wireless", "wifi-iface", "option isolate 'yes'"),
    "text as a number": section("network", "bridge-vlan", "option vlan 'thirty'"),
    "list of one text": section("wireless", "wifi-iface", "list ssid 'a'"),
    "wrong port flag": section("network", "bridge-vlan", "list ports 'lan:x'"),
    "invented target": section("firewall", "rule", "option target 'PERMIT'"),
    "option of the wrong case": section("dropbear", "dropbear", "option passwordauth 'off'"),
    "section that does not exist": section("network", "vlan", "option id '3'"),
    "package that does not exist": section("radius", "server", "option name 'a'"),
    "name with a hyphen": "package network\nconfig interface 'my-lan'\n",
    "option without a section": "package network\n\toption proto 'none'\n",
    "other system's words": "interface Vlan30\n",
}
RIGHT = {
    "a WPA3 SSID": section(
        "wireless", "wifi-iface", "option device 'radio0'", "option mode 'ap'", "option network 'staff'",
        "option ssid 'Example Staff'", "option encryption 'wpa3+ccmp'", "option ieee80211w '2'",
        "list auth_server '192.0.2.1'", "option auth_secret 'x'", "option dynamic_vlan '1'", "option nasid 'ap1'",
        "option bss_transition '1'", "option bridge_isolate '1'",
    ),
    "a bridge VLAN": section("network", "bridge-vlan", "option device 'br-lan'", "option vlan '30'", "list ports 'lan:u*'"),
    "shell words": section("dropbear", "dropbear", "option PasswordAuth 'off'", "option MaxAuthTries '3'"),
    "a quote in a value": section("wireless", "wifi-iface", "option ssid 'Head'\\''s office'"),
}  # fmt: skip


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG.keys())
def test_objects_to(text: str) -> None:
    assert unknown_lines(text)


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT.keys())
def test_accepts(text: str) -> None:
    assert unknown_lines(text) == []


def test_the_extract_has_the_sections_of_an_access_point() -> None:
    assert {
        "network interface",
        "wireless wifi-iface",
        "wireless wifi-device",
        "firewall rule",
    } <= options().keys()
    assert options()["wireless wifi-iface"]["dynamic_vlan"] == "number"
