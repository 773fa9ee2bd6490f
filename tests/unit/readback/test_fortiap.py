"""The FortiAP part of the FortiOS reader: SSIDs, keys, radios and the access points that have them."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgen.readback.facts import Observed, ObservedWlan
from netgen.readback.fortinet_fortios import read

FIREWALL = """config system global
    set hostname "oak-fw1"
end
config firewall schedule recurring
    edit "lessons"
        set day monday friday
        set start 07:30
        set end 18:00
    next
end
config user radius
    edit "RAD"
        set server "10.0.8.20"
        set secret NETGEN_SECRET.env.RADIUS.END
        set secondary-server "10.0.8.21"
        set secondary-secret NETGEN_SECRET.env.RADIUS.END
    next
end
config wireless-controller setting
    set country GB
end
config wireless-controller qos-profile
    edit "slow"
        set uplink-sta 10000
        set downlink-sta 10000
    next
end
config wireless-controller mpsk-profile
    edit "keys"
        set mpsk-external-server-auth enable
        set mpsk-external-server "RAD"
    next
end
config wireless-controller vap
    edit "staff"
        set ssid "Oak-Staff"
        set security wpa3-only-enterprise
        set pmf enable
        set auth radius
        set radius-server "RAD"
        set local-bridging enable
        set schedule "always"
        set vlanid 30
        set dynamic-vlan enable
        set rates-11a 12-basic 18 24
        set rates-11bg 12-basic 18 24
    next
    edit "guest"
        set ssid "Oak-Guest"
        set security owe
        set captive-portal enable
        set portal-type external-auth
        set external-web "https://guests.example/oak"
        set local-bridging enable
        set intra-vap-privacy enable
        set schedule "lessons"
        set vlanid 70
        set qos-profile "slow"
        set rates-11a 12-basic 24
    next
    edit "things"
        set ssid "Oak-Things"
        set local-bridging enable
        set vlanid 130
        set mpsk-profile "keys"
    next
end
config wireless-controller wtp-profile
    edit "FAP231F-default"
        config platform
            set type 231F
        end
        config radio-1
            set band 802.11ax-2G
            set auto-power-level enable
            set auto-power-high 12
            set auto-power-low 6
            set vap-all manual
            set vaps "staff" "things"
            set channel "1" "6" "11"
        end
        config radio-2
            set band 802.11ax-5G
            set channel-bonding 40MHz
            set power-mode dBm
            set power-value 17
            set vap-all manual
            set vaps "staff" "guest"
        end
        config radio-3
            set mode disabled
        end
    next
end
config wireless-controller wtp
    edit "FP231FTF00000001"
        set name "oak-ap1"
        set wtp-profile "FAP231F-default"
    next
end
"""


def edited(old: str, new: str) -> Observed:
    """The facts of the text after a person has changed one place of it."""
    assert FIREWALL.count(old) == 1, "the test must change exactly one place"
    return read(FIREWALL.replace(old, new))


def wlan(found: Observed, name: str = "staff") -> ObservedWlan:
    return next(each for each in found.wlans if each.name == name)


def problems(found: Observed) -> str:
    return "\n".join(each.text for each in found.problems)


def test_a_whole_text_is_read_without_remainder() -> None:
    assert read(FIREWALL).unread == ()
    assert read(FIREWALL).problems == ()


def test_an_enterprise_ssid() -> None:
    staff = wlan(read(FIREWALL))
    assert (staff.ssid, staff.vlan, staff.security, staff.pmf) == (
        "Oak-Staff",
        30,
        "wpa3-only-enterprise",
        "required",
    )
    assert (staff.radius, staff.dynamic_vlan, staff.bands) == (("10.0.8.20", "10.0.8.21"), True, ("2.4", "5"))
    assert (staff.enabled, staff.tunnelled, staff.assisted_roaming, staff.hours) == (True, False, True, ())


def test_a_guest_ssid() -> None:
    guest = wlan(read(FIREWALL), "guest")
    assert (guest.pmf, guest.isolated, guest.client_kbps, guest.portal) == (
        "required",
        True,
        10000,
        "https://guests.example/oak",
    )
    assert guest.hours == (("mon", "07:30", "18:00"), ("fri", "07:30", "18:00"))


def test_an_ssid_with_a_key_for_each_device() -> None:
    things = wlan(read(FIREWALL), "things")
    assert (things.security, things.per_device_psk, things.radius) == (
        "wpa2-only-personal",
        True,
        ("10.0.8.20", "10.0.8.21"),
    )
    assert things.bands == ("2.4",)


def test_radios_and_the_country() -> None:
    found = read(FIREWALL)
    slow, fast, off = found.radios
    assert (slow.band, slow.channels, slow.min_dbm, slow.max_dbm, slow.lowest_kbps) == (
        "2.4",
        (1, 6, 11),
        6,
        12,
        1000,
    )
    assert (fast.width_mhz, fast.min_dbm, fast.max_dbm, fast.lowest_kbps) == (40, 17, 17, 12000)
    assert (off.enabled, found.management.country) == (False, "GB")


def test_access_points_by_name() -> None:
    (group,) = read(FIREWALL).ap_groups
    assert (group.members, group.wlans) == (("oak-ap1",), ("staff", "things", "guest"))


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        ("        set pmf enable\n", "", "pmf", "off"),
        ("        set pmf enable\n", "        set pmf optional\n", "pmf", "optional"),
        ("        set auth radius\n", "        set fast-bss-transition enable\n", "fast_roaming", True),
        ("        set auth radius\n", "        set 80211v disable\n", "assisted_roaming", False),
        ("        set auth radius\n", "        set broadcast-ssid disable\n", "hidden", True),
        ("        set auth radius\n", "        set status disable\n", "enabled", False),
        ("        set auth radius\n", '        set qos-profile "slow"\n', "client_kbps", 10000),
        ('        set schedule "always"\n', '        set schedule "lessons"\n', "hours", (("mon", "07:30", "18:00"), ("fri", "07:30", "18:00"))),
        ("        set vlanid 30\n", "        set vlanid 31\n", "vlan", 31),
        ("        set dynamic-vlan enable\n", "", "dynamic_vlan", False),
        ('            set vaps "staff" "things"\n', '            set vaps "things"\n', "bands", ("5",)),
    ],
)  # fmt: skip
def test_every_edit_of_an_ssid_is_seen(old: str, new: str, field: str, value: object) -> None:
    assert getattr(wlan(read(FIREWALL)), field) != value
    assert getattr(wlan(edited(old, new)), field) == value


def test_an_ssid_without_bridging_is_tunnelled() -> None:
    staff = wlan(
        edited(
            '        set radius-server "RAD"\n        set local-bridging enable\n',
            '        set radius-server "RAD"\n',
        )
    )
    assert (staff.tunnelled, staff.vlan) == (True, 0)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("        set security owe\n", "        set security owe\n        set pmf disable\n", "needs protected management frames"),
        ('set mpsk-profile "keys"', 'set mpsk-profile "none"', "MPSK profile `none` is not defined"),
        ('        set radius-server "RAD"\n', '        set radius-server "none"\n', "RADIUS server `none` is not defined"),
        ('set qos-profile "slow"', 'set qos-profile "none"', "QoS profile `none` is not defined"),
        ('set schedule "lessons"', 'set schedule "none"', "schedule `none` is not defined"),
        ('set vaps "staff" "things"', 'set vaps "staff" "nobody"', "there is no SSID `nobody`"),
        ('set wtp-profile "FAP231F-default"', 'set wtp-profile "none"', "profile `none` is not defined"),
        ("        set mpsk-external-server-auth enable\n", '        config mpsk-group\n            edit "g"\n                config mpsk-key\n                    edit "k"\n                        set passphrase x\n                    next\n                end\n            next\n        end\n', "lets `k` in"),
    ],
)  # fmt: skip
def test_contradictions(old: str, new: str, expected: str) -> None:
    assert expected in problems(edited(old, new))


@given(st.integers(0, FIREWALL.count("\n")), st.text(max_size=60))
def test_any_edit_of_a_text_is_read(place: int, text: str) -> None:
    lines = FIREWALL.split("\n")
    lines.insert(place, text)
    assert read("\n".join(lines)).platform == "fortinet_fortios"


@pytest.mark.parametrize(
    ("place", "line", "steers"),
    [
        ("        config radio-1\n", "        set frequency-handoff enable\n        config radio-1\n", True),
        ('            set channel "1" "6" "11"\n', "            set frequency-handoff enable\n", True),
        (
            "        config radio-1\n",
            "        set frequency-handoff disable\n        config radio-1\n",
            False,
        ),
        ("        config radio-1\n", "        set ap-handoff enable\n        config radio-1\n", False),
    ],
)
def test_clients_are_led_to_another_band_by_a_profile_or_a_radio(place: str, line: str, steers: bool) -> None:
    found = edited(place, line)
    assert found.unread == ()
    assert next(radio for radio in found.radios if radio.band == "2.4").band_steering is steers


@pytest.mark.parametrize(("word", "alone"), [("enable", True), ("disable", False)])
def test_multicast_to_each_client_is_read(word: str, alone: bool) -> None:
    place = '        set ssid "Oak-Staff"\n'
    found = edited(place, f"{place}        set multicast-enhance {word}\n")
    assert found.unread == ()
    assert wlan(found).multicast_to_unicast is alone
    assert not wlan(read(FIREWALL)).multicast_to_unicast


SCANNING = (
    'config wireless-controller wids-profile\n    edit "w"\n        set ap-scan {word}\n    next\nend\n'
)


@pytest.mark.parametrize(("word", "scans"), [("enable", True), ("disable", False)])
def test_radios_look_for_foreign_access_points_by_their_profile(word: str, scans: bool) -> None:
    text = FIREWALL.replace(
        "            set vap-all manual\n",
        '            set vap-all manual\n            set wids-profile "w"\n',
    )
    found = read(SCANNING.format(word=word) + text)
    assert [radio.scans for radio in found.radios if radio.enabled] == [scans, scans]
    assert found.unread == ()
    assert not any(radio.scans for radio in read(FIREWALL).radios)


def test_disturbing_foreign_access_points_is_a_problem() -> None:
    text = SCANNING.format(word="enable").replace("    next", "        set ap-auto-suppress enable\n    next")
    assert "access points of others are disturbed" in problems(read(text + FIREWALL))
