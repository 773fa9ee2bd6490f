"""The oracle of Catalyst 9800 texts objects where it must, and takes what public configurations show."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import pytest

from tests.oracles.wlc_model import refused, unknown_lines


def wlan(*lines: str) -> str:
    """A WLAN that is switched on."""
    return "\n".join(["wlan STAFF 20 Staff", *(f" {line}" for line in lines), " no shutdown", ""])


WPA3 = ("no security ft adaptive", "no security wpa wpa2", "no security wpa akm dot1x", "security wpa wpa3")
REFUSED = {
    "WPA3 without protected frames": wlan(*WPA3, "security wpa akm dot1x-sha256"),
    "WPA3 alone with optional protection": wlan(*WPA3, "security wpa akm dot1x-sha256", "security pmf optional"),
    "WPA3 with the key management of WPA2": wlan(
        "no security ft adaptive", "no security wpa wpa2", "security wpa akm dot1x-sha256", "security wpa wpa3",
        "security pmf mandatory",
    ),
    "SAE with adaptive roaming": wlan(
        "no security wpa wpa2", "no security wpa akm dot1x", "security wpa wpa3", "security wpa akm sae",
        "security wpa psk set-key ascii 0 longenough", "security pmf mandatory",
    ),
    "SAE without a key": wlan(*WPA3, "security wpa akm sae", "security pmf mandatory"),
    "PSK without a key": wlan("no security wpa akm dot1x", "security wpa akm psk"),
    "no key management": wlan("no security wpa akm dot1x"),
    "enhanced open with adaptive roaming": wlan(
        "no security wpa wpa2", "no security wpa akm dot1x", "security wpa wpa3", "security wpa akm owe",
        "security pmf mandatory",
    ),
    "enhanced open beside 802.1X": wlan(
        "no security ft adaptive", "no security wpa wpa2", "security wpa wpa3", "security wpa akm owe",
        "security pmf mandatory",
    ),
    "SAE without WPA3": wlan("no security wpa akm dot1x", "security wpa akm sae", "security wpa psk set-key ascii 0 longenough"),
    "FT-SAE with FT off": wlan(
        *WPA3, "security wpa akm ft sae", "security wpa psk set-key ascii 0 longenough", "security pmf mandatory"
    ),
    "WPA2 at 6 GHz": wlan("radio policy dot11 6ghz", "security dot1x authentication-list L"),
}  # fmt: skip
TAKEN = {
    "WPA2 Enterprise": wlan("security dot1x authentication-list L"),
    "WPA3 Enterprise": wlan(*WPA3, "security wpa akm dot1x-sha256", "security pmf mandatory"),
    "both": wlan("security wpa akm dot1x-sha256", "security wpa wpa3", "security pmf optional"),
    "SAE at 6 GHz": wlan(
        *WPA3, "radio policy dot11 6ghz", "security wpa akm sae", "security wpa psk set-key ascii 0 longenough",
        "security pmf mandatory",
    ),
    "enhanced open": wlan(*WPA3, "security wpa akm owe", "security pmf mandatory"),
    "off, whatever it says": wlan(*WPA3).replace(" no shutdown\n", ""),
}  # fmt: skip
UNKNOWN = {
    "isolation of another vendor": wlan("peer-to-peer-blocking drop"),
    "isolation in a policy profile": "wireless profile policy P\n peer-blocking drop\n",
    "spelling of a person": "wireless profile calender-profile name C\n recurrence weekly\n",
    "power out of range": "ap dot11 5ghz rf-profile R\n tx-power max 40\n",
    "rate that does not exist": "ap dot11 5ghz rf-profile R\n rate RATE_13M disable\n",
    "timeout out of range": "wireless profile policy P\n session-timeout 90000\n",
    "key word of another block": "wireless tag site S\n vlan 30\n",
    "name of 33 characters": f"wireless profile policy {'p' * 33}\n vlan 30\n",
}
KNOWN = {
    "a policy profile": "wireless profile policy P\n aaa-override\n no central dhcp\n no central switching\n vlan 30\n no shutdown\n",
    "a flex profile": "wireless profile flex F\n native-vlan-id 11\n vlan-name staff\n  vlan-id 30\n",
    "an RF profile": "ap dot11 24ghz rf-profile R\n rate RATE_1M disable\n tx-power max 14\n no shutdown\n",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_the_controller_would_refuse(text: str) -> None:
    assert refused(text)
    assert unknown_lines(text) == []


@pytest.mark.parametrize("text", TAKEN.values(), ids=TAKEN.keys())
def test_the_controller_would_take(text: str) -> None:
    assert refused(text) == []
    assert unknown_lines(text) == []


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_objects_to(text: str) -> None:
    assert unknown_lines(text)


@pytest.mark.parametrize("text", KNOWN.values(), ids=KNOWN.keys())
def test_accepts(text: str) -> None:
    assert unknown_lines(text) == []
