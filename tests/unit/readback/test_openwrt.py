"""The OpenWrt reader: UCI text as `uci export` prints it, or as a person edited it, to facts."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgen.readback.facts import Observed, ObservedWlan
from netgen.readback.openwrt import read

POINT = """package system

config system 'main'
	option hostname 'oak-ap1'
	option timezone 'GMT0BST,M3.5.0/1,M10.5.0'
	option log_ip '10.0.8.30'

config timeserver 'ntp'
	option enabled '1'
	option use_dhcp '0'
	list server '10.0.8.12'
	list server '10.0.8.13'

package dropbear

config dropbear 'main'
	option PasswordAuth 'off'
	option Interface 'management'
	option IdleTimeout '600'

package network

config interface 'loopback'
	option device 'lo'
	option proto 'static'
	list ipaddr '127.0.0.1/8'

config device 'bridge'
	option name 'br-lan'
	option type 'bridge'
	list ports 'lan'

config bridge-vlan 'tag11'
	option device 'br-lan'
	option vlan '11'
	list ports 'lan:u*'

config bridge-vlan 'tag30'
	option device 'br-lan'
	option vlan '30'
	list ports 'lan:t'

config bridge-vlan 'tag70'
	option device 'br-lan'
	option vlan '70'
	list ports 'lan:t'

config interface 'management'
	option device 'br-lan.11'
	option proto 'static'
	option ipaddr '10.1.11.21'
	option netmask '255.255.255.0'
	option gateway '10.1.11.1'
	list dns '10.0.8.10'

config interface 'staff'
	option device 'br-lan.30'
	option proto 'none'

config interface 'guest'
	option device 'br-lan.70'
	option proto 'none'

package wireless

config wifi-device 'radio0'
	option band '2g'
	option channel '6'
	option htmode 'HE20'
	option country 'GB'
	option txpower '12'
	option cell_density '2'

config wifi-device 'radio1'
	option band '5g'
	option channel 'auto'
	list channels '36'
	list channels '40'
	option htmode 'HE40'
	option country 'GB'
	option txpower '18'
	list basic_rate '12000'
	list supported_rates '12000'
	list supported_rates '24000'

config wifi-iface 'default_radio0'
	option device 'radio0'
	option mode 'ap'
	option disabled '1'

config wifi-iface 'staff_r0'
	option device 'radio0'
	option mode 'ap'
	option network 'staff'
	option ssid 'Oak Staff'
	option encryption 'wpa3+ccmp'
	option ieee80211w '2'
	list auth_server '10.0.8.20'
	list auth_server '10.0.8.21'
	option auth_secret 'NETGEN_SECRET.env.RADIUS.END'
	option nasid 'oak-ap1-staff_r0'
	option dynamic_vlan '1'
	option ieee80211k '1'
	option bss_transition '1'

config wifi-iface 'staff_r1'
	option device 'radio1'
	option mode 'ap'
	option network 'staff'
	option ssid 'Oak Staff'
	option encryption 'wpa3+ccmp'
	option ieee80211w '2'
	list auth_server '10.0.8.20'
	list auth_server '10.0.8.21'
	option auth_secret 'NETGEN_SECRET.env.RADIUS.END'
	option nasid 'oak-ap1-staff_r1'
	option dynamic_vlan '1'
	option ieee80211k '1'
	option bss_transition '1'

config wifi-vlan 'guests'
	option name 'v70'
	option vid '70'
	option network 'guest'

config wifi-iface 'things_r0'
	option device 'radio0'
	option mode 'ap'
	option network 'guest'
	option ssid 'Oak Things'
	option encryption 'psk2+ccmp'
	option key 'NETGEN_SECRET.env.PSK.END'
	option isolate '1'
	option bridge_isolate '1'

package firewall

config defaults 'defaults'
	option input 'REJECT'
	option forward 'REJECT'

config zone 'management'
	option name 'management'
	list network 'management'
	option input 'REJECT'

config rule 'ssh'
	option src 'management'
	option proto 'tcp'
	list src_ip '10.0.9.0/26'
	option dest_port '22'
	option target 'ACCEPT'
"""


def edited(old: str, new: str) -> Observed:
    """The facts of the text after a person has changed one place of it."""
    assert POINT.count(old) == 1, "the test must change exactly one place"
    return read(POINT.replace(old, new))


def added(text: str) -> Observed:
    """The facts of the text with more at its end."""
    return read(POINT + text)


def wlan(found: Observed, ssid: str = "Oak Staff") -> ObservedWlan:
    return next(each for each in found.wlans if each.ssid == ssid)


def problems(found: Observed) -> str:
    return "\n".join(each.text for each in found.problems)


def test_a_whole_text_is_read_without_remainder() -> None:
    found = read(POINT)
    assert found.unread == ()
    assert found.problems == ()
    assert (found.platform, found.hostname) == ("openwrt", "oak-ap1")


def test_line_ends_quotes_comments_and_short_words_change_nothing() -> None:
    assert read(POINT.replace("\n", "\r\n")) == read(POINT)
    assert read(POINT.replace("'", '"')) == read(POINT)
    assert read(POINT.replace("\toption ", "  o ").replace("\tlist ", "  l ")).wlans == read(POINT).wlans
    assert read(
        POINT.replace(
            "option proto 'static'\n\toption ipaddr", "option proto static # fixed\n\toption ipaddr"
        )
    ) == read(POINT)


def test_an_ssid_on_two_radios_is_one() -> None:
    staff = wlan(read(POINT))
    assert len([each for each in read(POINT).wlans if each.ssid == "Oak Staff"]) == 1
    assert (staff.vlan, staff.security, staff.pmf, staff.bands) == (30, "wpa3", "required", ("2.4", "5"))
    assert (staff.radius, staff.passphrase) == (("10.0.8.20", "10.0.8.21"), "")
    assert (staff.dynamic_vlan, staff.dynamic_vlans) == (True, (70,))
    assert (staff.enabled, staff.hidden, staff.isolated, staff.assisted_roaming) == (True, False, False, True)


def test_radios_that_differ_in_an_ssid_make_two() -> None:
    found = edited(
        "\toption nasid 'oak-ap1-staff_r1'", "\toption nasid 'oak-ap1-staff_r1'\n\toption isolate '1'"
    )
    assert [each.bands for each in found.wlans if each.ssid == "Oak Staff"] == [("2.4",), ("5",)]
    assert "is another network" in problems(found)


def test_a_passphrase_ssid() -> None:
    things = wlan(read(POINT), "Oak Things")
    assert (things.vlan, things.security, things.pmf) == (70, "psk2", "off")
    assert (things.isolated, things.isolates_vlan, things.passphrase) == (
        True,
        True,
        "NETGEN_SECRET.env.PSK.END",
    )


def test_radios() -> None:
    slow, fast = read(POINT).radios
    assert (slow.band, slow.channels, slow.width_mhz, slow.lowest_kbps) == ("2.4", (6,), 20, 12000)
    assert (fast.band, fast.channels, fast.width_mhz, fast.lowest_kbps) == ("5", (36, 40), 40, 12000)
    assert (fast.min_dbm, fast.max_dbm, fast.country) == (18, 18, "GB")


def test_the_uplink() -> None:
    (port,) = read(POINT).ports
    assert (port.name, port.mode, port.untagged, port.allowed) == ("lan", "trunk", 11, (11, 30, 70))


def test_management() -> None:
    management = read(POINT).management
    assert (management.ntp, management.dns, management.syslog) == (
        ("10.0.8.12", "10.0.8.13"),
        ("10.0.8.10",),
        ("10.0.8.30",),
    )
    assert (management.ssh, management.idle_s, management.sources) == (True, 600, ("10.0.9.0/26",))
    assert (management.country, management.gateway, management.cleartext) == ("GB", "10.1.11.1", ())
    assert ("radius 10.0.8.21", "NETGEN_SECRET.env.RADIUS.END") in management.secrets


def test_facts_carry_the_line_where_they_stand() -> None:
    lines = POINT.split("\n")
    assert lines[wlan(read(POINT)).line - 1] == "config wifi-iface 'staff_r0'"
    assert lines[read(POINT).vlans[1].line - 1] == "config bridge-vlan 'tag30'"


@pytest.mark.parametrize(
    ("option", "field", "value"),
    [
        ("option encryption 'psk2+tkip'", "security", "psk2+tkip"),
        ("option encryption 'none'", "security", "none"),
        ("option encryption 'sae-mixed'", "security", "sae-mixed"),
        ("option disabled '1'", "enabled", False),
        ("option hidden '1'", "hidden", True),
        ("option network 'staff'", "vlan", 30),
        ("option ieee80211r '1'", "fast_roaming", True),
        ("option key 'letmein99'", "passphrase", "letmein99"),
        ("option ieee80211w '1'", "pmf", "optional"),
        ("option device 'radio1'", "bands", ("5",)),
        ("option dynamic_vlan '2'", "dynamic_vlan", True),
        ("option isolate '0'", "isolated", False),
        ("option bridge_isolate '0'", "isolates_vlan", False),
    ],
)  # fmt: skip
def test_every_edit_of_an_ssid_is_seen(option: str, field: str, value: object) -> None:
    assert getattr(wlan(read(POINT), "Oak Things"), field) != value
    name = option.split()[1]
    rows = POINT.split("config wifi-iface 'things_r0'")
    kept = re.sub(rf"\toption {name} '.*'\n", "", rows[1].split("\npackage", 1)[0])
    text = f"{rows[0]}config wifi-iface 'things_r0'\n\t{option}\n{kept.lstrip(chr(10))}\npackage{rows[1].split(chr(10) + 'package', 1)[1]}"
    assert getattr(wlan(read(text), "Oak Things"), field) == value


@pytest.mark.parametrize(
    ("word", "pmf"),
    [
        ("wpa3", "required"),
        ("wpa3-mixed", "optional"),
        ("wpa2", "off"),
        ("sae", "required"),
        ("owe", "required"),
        ("psk2", "off"),
    ],
)
def test_management_frames_without_a_line_follow_the_encryption(word: str, pmf: str) -> None:
    text = POINT.replace("option encryption 'psk2+ccmp'", f"option encryption '{word}'")
    assert wlan(read(text), "Oak Things").pmf == pmf


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("option ssid 'Oak Things'", "option ssid '" + "x" * 33 + "'", "32 octets"),
        ("option encryption 'psk2+ccmp'", "option encryption 'wpa3-sae'", "no encryption the scripts know"),
        ("option encryption 'psk2+ccmp'", "option encryption 'psk-mixed'", "broken ciphers"),
        ("option key 'NETGEN_SECRET.env.PSK.END'", "option key 'short'", "8 to 63 characters"),
        ("\toption key 'NETGEN_SECRET.env.PSK.END'\n", "", "needs a key"),
        ("option nasid 'oak-ap1-staff_r1'", "option nasid 'oak-ap1-staff_r0'", "has the same nasid"),
        ("option ssid 'Oak Things'", "option ssid 'Oak Staff'", "is another network"),
        ("\tlist ports 'lan:u*'", "\tlist ports 'lan9:u*'", "is no port of br-lan"),
        ("option vlan '70'", "option vlan '4095'", "VLAN 4095 does not exist"),
        ("option device 'br-lan.70'", "option device 'br-lan.71'", "takes no part in VLAN 71"),
        ("list network 'management'", "list network 'lan'", "there is no interface `lan`"),
        ("option isolate '1'", "option isolate 'yes'", "neither on nor off"),
        ("option vid '70'", "option vid '71'", "VLAN 71 of RADIUS becomes VLAN 70"),
        ("option channel '6'", "option channel 'six'", "is no channel"),
        ("option band '5g'", "option band '5ghz'", "is no band"),
        ("option src 'management'", "option src 'lan'", "there is no zone `lan`"),
    ],
)  # fmt: skip
def test_contradictions(old: str, new: str, expected: str) -> None:
    assert expected in problems(edited(old, new))


@pytest.mark.parametrize(
    ("more", "fact"),
    [
        ("package uhttpd\nconfig uhttpd 'main'\n\tlist listen_http '0.0.0.0:80'\n", "http"),
        ("package snmpd\nconfig com2sec 'public'\n\toption community 'public'\n", "snmp-v2"),
    ],
)
def test_protocols_without_encryption(more: str, fact: str) -> None:
    assert fact in added(more).management.cleartext


def test_a_redirecting_web_server_is_encrypted() -> None:
    found = added(
        "package uhttpd\nconfig uhttpd 'main'\n\tlist listen_http '0.0.0.0:80'\n\tlist listen_https '0.0.0.0:443'\n\toption redirect_https '1'\n"
    )
    assert (found.management.https, found.management.cleartext) == (True, ())


def test_who_may_open_a_session() -> None:
    assert (
        edited(
            "\toption input 'REJECT'\n\nconfig rule", "\toption input 'ACCEPT'\n\nconfig rule"
        ).management.sources
        == ()
    )
    assert edited("\tlist src_ip '10.0.9.0/26'\n", "").management.sources == ()
    assert edited("10.0.9.0/26", "10.0.0.0/8").management.sources == ("10.0.0.0/8",)
    assert edited("option dest_port '22'", "option dest_port '23'").management.sources == ()
    assert "means everybody else" in problems(edited("'10.0.9.0/26'", "'!10.0.9.0/26'"))


def test_accounts_of_the_api() -> None:
    found = added(
        "package rpcd\nconfig login 'a'\n\toption username 'admin'\n\toption password ''\n\tlist read '*'\n\tlist write '*'\n"
    )
    assert (found.management.users, found.management.roles) == (("admin",), (("admin", "all"),))
    assert "admin needs no password" in problems(found)


def test_a_server_of_addresses_is_seen() -> None:
    assert (
        added("package dhcp\nconfig dhcp 'g'\n\toption interface 'guest'\n\toption ignore '1'\n").pools == ()
    )
    assert [
        each.interface for each in added("package dhcp\nconfig dhcp 'g'\n\toption interface 'guest'\n").pools
    ] == ["guest"]


def test_routing_between_networks_is_seen() -> None:
    assert added("\nconfig forwarding 'f'\n\toption src 'management'\n\toption dest 'guest'\n").forwards
    assert (
        edited("\toption input 'REJECT'\n\nconfig rule", "\toption forward 'ACCEPT'\n\nconfig rule")
        .zones[0]
        .intrazone
    )


def test_keys_of_single_devices_and_other_modes_are_no_secret_door() -> None:
    assert "lets a device in" in problems(
        added(
            "package wireless\nconfig wifi-station 's'\n\toption key 'letmein99'\n\toption mac '00:00:5e:00:53:01'\n"
        )
    )
    assert any(
        "mode 'sta'" in each.text
        for each in edited(
            "config wifi-iface 'things_r0'\n\toption device 'radio0'\n\toption mode 'ap'",
            "config wifi-iface 'things_r0'\n\toption device 'radio0'\n\toption mode 'sta'",
        ).unread
    )


def test_unknown_lines_are_unread_and_secrets_are_not_shown() -> None:
    found = added(
        "\nconfig wizard 'w'\n\toption spell '1'\n\npackage wireless\nconfig wifi-iface 'x'\n\toption wps_pin '12345670'\n\toption vlan_bridge 'br-v'\n"
    )
    assert {
        "config wizard w",
        "option spell '1'",
        "option vlan_bridge 'br-v'",
        "option wps_pin <hidden>",
    } <= {each.text for each in found.unread}
    assert "12345670" not in repr(found)


def test_sections_and_options_that_come_twice() -> None:
    assert "already defined" in problems(added("\npackage wireless2\nconfig zone 'a'\nconfig zone 'a'\n"))
    assert "another value" in problems(edited("option vlan '70'", "option vlan '70'\n\toption vlan '71'"))
    assert "comes twice" in problems(added("package wireless\n"))


words = st.sampled_from(POINT.split("\n"))
junk = st.text(alphabet="apcolist '\"\\\t;#_-0123456789:*.", max_size=40)


@given(st.lists(words | junk, max_size=60))
def test_any_text_is_read(lines: list[str]) -> None:
    found = read("\n".join(lines))
    assert found.platform == "openwrt"


@given(st.integers(0, 170), st.text(max_size=60))
def test_any_edit_of_a_text_is_read(place: int, text: str) -> None:
    lines = POINT.split("\n")
    lines.insert(place % len(lines), text)
    assert read("\n".join(lines)).platform == "openwrt"


@given(st.integers(0, 170))
def test_no_line_is_lost_without_a_trace(place: int) -> None:
    lines = POINT.split("\n")
    lines.insert(place % len(lines), "\toption frobnicate 'x'")
    found = read("\n".join(lines))
    assert found.unread or found.problems
