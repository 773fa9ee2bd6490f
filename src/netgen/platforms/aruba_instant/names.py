"""The words that Instant has for what a Device asks for."""

from __future__ import annotations

#: The wired profile of the uplink port, and the access rule of the same name that it needs.
UPLINK = "netgen-uplink"

#: Inventory word -> opmode. `wpa2-aes` is the enterprise mode, `wpa2-psk-aes` the personal one.
OPMODES = {
    "wpa3-enterprise": "wpa3-aes-ccm-128",
    "wpa3-enterprise-transition": "wpa3-aes-ccm-128",
    "wpa2-enterprise": "wpa2-aes",
    "wpa3-personal": "wpa3-sae-aes",
    "wpa3-personal-transition": "wpa3-sae-aes",
    "wpa2-personal": "wpa2-psk-aes",
    "enhanced-open": "enhanced-open",
}

#: A passphrase for each device, which RADIUS knows (Aruba-MPSK-Passphrase).
PER_DEVICE = "mpsk-aes"

#: Modes whose opmode also lets clients of the older mode in unless it is told not to (Aruba Wi-Fi design guide,
#: "Security modes": AKM 1 beside 5, AKM 2 beside 8, an open SSID beside Enhanced Open).
WITH_TRANSITION = frozenset(("wpa3-enterprise", "wpa3-personal", "enhanced-open"))

#: Modes that ask RADIUS for each client.
ENTERPRISE = frozenset(("wpa3-enterprise", "wpa3-enterprise-transition", "wpa2-enterprise"))

#: Modes that 6 GHz knows (IEEE 802.11ax: WPA3 or Enhanced Open only).
SIX_GHZ = frozenset(("wpa3-enterprise", "wpa3-personal", "enhanced-open"))

#: Time zone of the inventory -> clock lines. BST begins and ends at 01:00 UTC.
CLOCKS = {
    "Europe/London": (
        "clock timezone London 00 00",
        "clock summer-time BST recurring last sunday march 01:00 last sunday october 02:00",
    ),
}


def quoted(text: str) -> str:
    """A text as Instant prints it: in double quotes when it has spaces (no quote can be in it)."""
    return f'"{text}"' if " " in text else text


def radio_band(bands: tuple[str, ...]) -> str:
    """The value of `rf-band`: all, 2.4, 5.0, or none for 6 GHz alone."""
    low, high = "2.4" in bands, "5" in bands
    if low and high:
        return "all"
    if low:
        return "2.4"
    return "5.0" if high else "none"
