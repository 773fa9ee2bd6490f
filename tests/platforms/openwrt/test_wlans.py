"""Radios and SSIDs: who gets in, on which radio, into which VLAN."""

from __future__ import annotations

import pytest

from netgen.rendering import render_device

from .devices import GUEST, RADIOS, STAFF, THINGS, access_point, wlan
from .uci import Section, package, section


def ssid(name: str = "x_r0", **changes: object) -> Section:
    """The wifi-iface on the first radio of an SSID called x."""
    return section(access_point(wlan("x", **changes)), "wireless", name)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("security", "encryption", "frames"),
    [
        ("wpa3-enterprise", "wpa3+ccmp", "2"),
        ("wpa3-enterprise-transition", "wpa3-mixed+ccmp", "1"),
        ("wpa2-enterprise", "wpa2+ccmp", None),
        ("wpa3-personal", "sae+ccmp", "2"),
        ("wpa3-personal-transition", "sae-mixed+ccmp", "1"),
        ("wpa2-personal", "psk2+ccmp", None),
        ("enhanced-open", "owe", "2"),
    ],
)
def test_every_security_of_the_inventory_has_its_word(
    security: str, encryption: str, frames: str | None
) -> None:
    found = ssid(security=security)
    assert (found["encryption"], found.get("ieee80211w")) == (encryption, frames)


def test_an_enterprise_ssid_asks_the_servers_that_share_the_first_ones_secret() -> None:
    found = ssid(security="wpa3-enterprise")
    assert found["auth_server"] == found["acct_server"] == ["10.0.0.10", "10.0.1.10"]
    assert found["auth_secret"] == found["acct_secret"] == "NETGEN_SECRET.vault.radius.END"
    assert "key" not in found


def test_a_personal_ssid_asks_no_server() -> None:
    found = ssid(security="wpa3-personal", passphrase="secret://vault/wifi/x")
    assert found["key"] == "NETGEN_SECRET.vault.wifi.x.END"
    assert not {"auth_server", "acct_server", "auth_secret", "ppsk"} & set(found)


def test_a_device_with_its_own_passphrase_is_known_to_radius_and_nobody_shares_one() -> None:
    found = ssid(security="wpa2-personal", passphrase="secret://vault/wifi/x", per_device_psk=True)
    assert found["ppsk"] == "1"
    assert found["auth_server"] == ["10.0.0.10", "10.0.1.10"]
    assert "key" not in found


def test_an_ssid_is_on_every_radio_of_its_bands_in_its_vlan() -> None:
    device = access_point(STAFF, THINGS)
    found = {
        name: (body["device"], body["network"])
        for (kind, name), body in package(device, "wireless").items()
        if kind == "wifi-iface" and not name.startswith("default_")
    }
    assert found == {
        "staff_r0": ("radio0", "vlan10"),
        "staff_r1": ("radio1", "vlan10"),
        "old_things_r0": ("radio0", "vlan50"),
    }


def test_radius_may_assign_the_vlans_that_an_ssid_names() -> None:
    device = access_point(STAFF)
    assert section(device, "wireless", "staff_r1")["dynamic_vlan"] == "1"
    assert section(device, "wireless", "staff_r1_v20") == {
        "iface": ["staff_r1"], "name": "v20", "vid": "20", "network": "vlan20",
    }  # fmt: skip
    assert section(device, "network", "vlan20") == {"device": "br-lan.20", "proto": "none"}


def test_no_vlan_is_assigned_on_an_ssid_that_asks_nobody() -> None:
    device = access_point(wlan("x", "wpa3-personal", passphrase="secret://vault/wifi/x", dynamic_vlans=(20,)))
    assert not [kind for kind, _ in package(device, "wireless") if kind == "wifi-vlan"]


def test_guests_are_kept_apart_and_a_hidden_ssid_is_hidden() -> None:
    found = section(access_point(GUEST), "wireless", "guest_r0")
    assert (found["isolate"], found["bridge_isolate"]) == ("1", "1")
    assert not {"isolate", "bridge_isolate", "hidden"} & set(ssid())
    assert ssid(hidden=True)["hidden"] == "1"


@pytest.mark.parametrize(
    ("security", "roams"),
    [("wpa3-enterprise", True), ("wpa2-personal", True), ("wpa3-personal", False), ("enhanced-open", False)],
)
def test_fast_roaming_where_its_key_rests_on_a_secret(security: str, roams: bool) -> None:
    found = ssid(security=security, fast_roaming=True)
    assert ("ieee80211r" in found) is roams
    assert "ieee80211r" not in ssid(security=security)


def test_the_mobility_domain_is_the_same_everywhere_and_the_key_holder_is_not() -> None:
    first, second = ssid(fast_roaming=True), ssid("x_r1", fast_roaming=True)
    assert first["mobility_domain"] == second["mobility_domain"]
    assert first["nasid"] != second["nasid"]
    long = access_point(wlan("n" * 60, fast_roaming=True))
    assert len(str(section(long, "wireless", f"{'n' * 60}_r0")["nasid"])) == 48


def test_neighbours_are_told_unless_nobody_wants_it() -> None:
    assert {"ieee80211k", "bss_transition"} <= set(ssid())
    assert not {"ieee80211k", "bss_transition"} & set(ssid(assisted_roaming=False))


def test_a_radio_without_a_standard_chooses_its_channel_at_a_usual_width() -> None:
    found = section(access_point(STAFF), "wireless", "radio1")
    assert found == {
        "type": "mac80211", "band": "5g", "channel": "auto", "htmode": "HE40", "country": "GB", "disabled": "0",
    }  # fmt: skip


def test_channels_width_power_and_rates_of_the_standard() -> None:
    device = access_point(STAFF, radios=RADIOS)
    low, high = section(device, "wireless", "radio0"), section(device, "wireless", "radio1")
    assert low["channels"] == ["1", "6", "11"]
    assert (low["htmode"], high["htmode"]) == ("HE20", "HE80")
    assert (low["txpower"], high["txpower"]) == ("14", "17")
    assert low["basic_rate"] == ["12000"]
    assert low["supported_rates"] == ["12000", "18000", "24000", "36000", "48000", "54000"]
    assert high["supported_rates"][:2] == ["6000", "9000"]


def test_a_radio_without_an_ssid_is_off_and_so_is_the_factorys_open_ssid() -> None:
    device = access_point(THINGS)
    assert section(device, "wireless", "radio1")["disabled"] == "1"
    for name in ("default_radio0", "default_radio1"):
        found = section(device, "wireless", name)
        assert found["disabled"] == "1"
        assert "ssid" not in found


def test_a_box_without_radios_offers_nothing() -> None:
    device = access_point(STAFF, model="openwrt-x86-64")
    assert package(device, "wireless") == {}
    assert section(device, "network", "bridge")["ports"] == ["eth0"]


def test_an_apostrophe_in_a_name_stays_inside_of_its_quotes() -> None:
    device = access_point(wlan("x", ssid="St Mary's"))
    assert section(device, "wireless", "x_r0")["ssid"] == "St Mary's"
    assert "option ssid 'St Mary'\\''s'" in render_device(device)


def test_multicast_goes_to_each_client_alone_where_it_is_asked_for() -> None:
    assert ssid(multicast_to_unicast=True)["multicast_to_unicast_all"] == "1"
    assert "multicast_to_unicast_all" not in ssid()
