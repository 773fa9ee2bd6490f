"""What a controller is told of an SSID: who gets in, on which bands, into which VLAN."""

from __future__ import annotations

import msgspec
import pytest

from netgen.device import Wlan
from netgen.platforms.cisco_iosxe_wlc.names import wlan_ids

from .devices import GUEST, RADIOS, STAFF, THINGS, controller, wlan
from .text import block, top_level, wlan_block

KEY = "security wpa psk set-key ascii 0 NETGEN_SECRET.vault.wifi.x.END"
LIST = "security dot1x authentication-list NETGEN-WIRELESS"


@pytest.mark.parametrize(
    ("security", "lines"),
    [
        (
            "wpa3-enterprise",
            [
                "no security ft adaptive", "no security wpa wpa2", "no security wpa akm dot1x",
                "security wpa akm dot1x-sha256", "security wpa wpa3", LIST, "security pmf mandatory",
            ],
        ),
        (
            "wpa3-enterprise-transition",
            [
                "no security ft adaptive", "security wpa akm dot1x-sha256", "security wpa wpa3", LIST,
                "security pmf optional",
            ],
        ),
        ("wpa2-enterprise", ["no security ft adaptive", LIST]),
        (
            "wpa3-personal",
            [
                "no security ft adaptive", "no security wpa wpa2", KEY, "no security wpa akm dot1x",
                "security wpa akm sae", "security wpa wpa3", "security pmf mandatory",
            ],
        ),
        (
            "wpa3-personal-transition",
            [
                "no security ft adaptive", KEY, "no security wpa akm dot1x", "security wpa akm psk",
                "security wpa akm sae", "security wpa wpa3", "security pmf optional",
            ],
        ),
        ("wpa2-personal", ["no security ft adaptive", KEY, "no security wpa akm dot1x", "security wpa akm psk"]),
        (
            "enhanced-open",
            [
                "no security ft adaptive", "no security wpa wpa2", "no security wpa akm dot1x",
                "security wpa akm owe", "security wpa wpa3", "security pmf mandatory",
            ],
        ),
    ],
)  # fmt: skip
def test_every_security_of_the_inventory_has_its_lines(security: str, lines: list[str]) -> None:
    passphrase = "secret://vault/wifi/x" if "personal" in security else ""
    found = wlan_block(controller(wlan("x", security, passphrase=passphrase)), "x")
    assert [line for line in found if "security" in line] == lines
    assert found[-1] == "no shutdown"


@pytest.mark.parametrize(
    ("security", "methods"),
    [
        ("wpa2-enterprise", ["security wpa akm ft dot1x"]),
        ("wpa3-personal", ["security wpa akm sae", "security wpa akm ft sae"]),
        ("enhanced-open", ["security wpa akm owe"]),
    ],
)
def test_fast_roaming_adds_a_method_where_there_is_a_key(security: str, methods: list[str]) -> None:
    found = wlan_block(controller(wlan("x", security, fast_roaming=True)), "x")
    assert [line for line in found if line.startswith("security wpa akm")] == methods
    assert ("security ft" in found) is (security != "enhanced-open")
    assert ("no security ft adaptive" in found) is (security == "enhanced-open")


@pytest.mark.parametrize(
    ("bands", "security", "words"),
    [
        (("2.4", "5", "6"), "wpa3-enterprise", []),
        (("2.4", "5", "6"), "wpa3-enterprise-transition", ["24ghz", "5ghz"]),
        (("2.4",), "wpa2-personal", ["24ghz"]),
        (("5", "6"), "wpa3-personal", ["5ghz", "6ghz"]),
        (("5", "6"), "wpa2-enterprise", ["5ghz"]),
    ],
)
def test_bands(bands: tuple[str, ...], security: str, words: list[str]) -> None:
    found = wlan_block(controller(wlan("x", security, bands=bands)), "x")
    assert [line for line in found if line.startswith("radio policy")] == [
        f"radio policy dot11 {word}" for word in words
    ]


def test_6_ghz_takes_hash_to_element_alone() -> None:
    assert "security wpa akm sae pwe h2e" in wlan_block(
        controller(wlan("x", "wpa3-personal", bands=("5", "6"))), "x"
    )


def test_guests_are_kept_apart_and_a_hidden_ssid_is_hidden() -> None:
    assert "peer-blocking drop" in wlan_block(controller(GUEST), "guest")
    assert "peer-blocking drop" not in wlan_block(controller(STAFF), "staff")
    assert "no broadcast-ssid" in wlan_block(controller(wlan("x", hidden=True)), "x")


def test_an_ssid_is_quoted_only_when_it_has_spaces() -> None:
    device = controller(STAFF, wlan("x", ssid="Oak-X"))
    assert [line.split(" ", 3)[3] for line in top_level(device, "wlan ")] == ['"Oak staff"', "Oak-X"]


def test_clients_enter_their_vlan_at_the_access_point() -> None:
    assert block(controller(THINGS), "wireless profile policy things") == [
        "no central dhcp", "no central switching", "vlan 50", "no shutdown",
    ]  # fmt: skip


def test_radius_may_assign_the_vlans_that_an_ssid_names() -> None:
    device = controller(STAFF)
    assert block(device, "wireless profile policy staff") == [
        "aaa-override", "accounting-list NETGEN-WIRELESS", "no central dhcp", "no central switching", "vlan 10",
        "no shutdown",
    ]  # fmt: skip
    assert block(device, "wireless profile flex oak") == [
        "native-vlan-id 97", "vlan-name vlan10", " vlan-id 10", "vlan-name vlan20", " vlan-id 20",
    ]  # fmt: skip


def test_a_device_with_its_own_passphrase_is_asked_for_by_its_hardware_address() -> None:
    device = controller(wlan("x", "wpa2-personal", passphrase="secret://vault/wifi/x", per_device_psk=True))
    assert "mac-filtering NETGEN-WIRELESS" in wlan_block(device, "x")
    assert "aaa-override" in block(device, "wireless profile policy x")


def test_each_client_is_bounded_both_ways() -> None:
    device = controller(GUEST, wlan("x", client_kbps=5000))
    assert top_level(device, "policy-map") == ["policy-map NETGEN-CLIENT-5000"]
    assert "  police cir 5000000" in [
        "  " + line.strip() for line in block(device, "policy-map NETGEN-CLIENT-5000")
    ]
    for name in ("guest", "x"):
        assert {
            "service-policy client input NETGEN-CLIENT-5000", "service-policy client output NETGEN-CLIENT-5000",
        } <= set(block(device, f"wireless profile policy {name}"))  # fmt: skip


def test_a_new_ssid_renumbers_no_other() -> None:
    before = wlan_ids(("staff", "guest", "things"))
    after = wlan_ids(("staff", "byod", "guest", "things"))
    assert before.items() <= after.items()
    assert len(set(after.values())) == 4
    assert all(17 <= number <= 4096 for number in after.values())


def test_many_ssids_have_many_numbers() -> None:
    names = tuple(f"wlan-{number}" for number in range(500))
    assert len(set(wlan_ids(names).values())) == 500


@pytest.mark.parametrize("ssid", [STAFF, GUEST, THINGS], ids=lambda item: item.name)
def test_the_policy_tag_offers_every_ssid(ssid: Wlan) -> None:
    lines = block(controller(STAFF, GUEST, THINGS), "wireless tag policy oak")
    assert f"wlan {ssid.name} policy {ssid.name}" in lines
    assert len(lines) == 3


def test_band_steering_is_asked_of_every_ssid_that_is_on_both_bands() -> None:
    both, one = wlan("both"), wlan("one", bands=("5",))
    steered = tuple(msgspec.structs.replace(radio, band_steering=radio.band == "2.4") for radio in RADIOS)
    device = controller(both, one, radios=steered)
    assert "band-select" in wlan_block(device, "both")
    assert "band-select" not in wlan_block(device, "one")
    assert "band-select" not in wlan_block(controller(both, radios=RADIOS), "both")
