"""SSIDs as a controller sees them: a WLAN profile, and a policy profile of the same name.

Lines are in the order in which a 17.9 controller prints those of its WLANs; what is a default is not said.
"""

from __future__ import annotations

import msgspec

from netgen.device import WirelessPart, Wlan
from netgen.platforms.cisco_iosxe_wlc.names import (
    AAA_LIST,
    BANDS,
    ENTERPRISE,
    PERSONAL,
    WITHOUT_WPA2,
    WPA2_ALONE,
    quoted,
    wlan_ids,
)
from netgen.values import placeholder


class WlanView(msgspec.Struct, frozen=True):
    """`lines` and `policy_lines` are ready lines without their indent, without the last `no shutdown`."""

    name: str
    number: int
    ssid: str
    lines: tuple[str, ...]
    policy_lines: tuple[str, ...]
    origin: str


class RateView(msgspec.Struct, frozen=True):
    """A policer that bounds each client; `bps` in bits a second."""

    name: str
    bps: int
    origin: str


def wlan_views(part: WirelessPart) -> tuple[WlanView, ...]:
    """Every SSID, in the order of the device."""
    ids = wlan_ids(tuple(wlan.name for wlan in part.wlans))
    steers = any(radio.band_steering for radio in part.radios)
    return tuple(
        WlanView(
            name=wlan.name,
            number=ids[wlan.name],
            ssid=quoted(wlan.ssid),
            lines=(
                *_radio(wlan, steers=steers), *_access(wlan), *_roaming(wlan), *_keys(wlan), *_protection(wlan)
            ),
            policy_lines=_policy(wlan),
            origin=wlan.origin,
        )
        for wlan in part.wlans
    )  # fmt: skip


def rate_views(part: WirelessPart) -> tuple[RateView, ...]:
    """One policer for each rate that an SSID asks for; the first SSID that does is its origin."""
    found = {wlan.client_kbps: wlan.origin for wlan in reversed(part.wlans) if wlan.client_kbps}
    return tuple(RateView(_rate_name(kbps), kbps * 1000, found[kbps]) for kbps in sorted(found))


def _rate_name(kbps: int) -> str:
    return f"NETGEN-CLIENT-{kbps}"


def _radio(wlan: Wlan, *, steers: bool) -> tuple[str, ...]:
    lines = ["band-select"] if steers and {"2.4", "5"} <= set(wlan.bands) else []
    if wlan.hidden:
        lines.append("no broadcast-ssid")
    if wlan.isolate:
        lines.append("peer-blocking drop")
    # All bands are the default, and 6 GHz refuses a WLAN that lets WPA2 in.
    bands = [band for band in wlan.bands if band != "6" or wlan.security in WITHOUT_WPA2]
    if set(bands) != set(BANDS):
        lines.extend(f"radio policy dot11 {word}" for band, word in BANDS.items() if band in bands)
    if not wlan.assisted_roaming:
        lines.extend(("no assisted-roaming neighbor-list", "no bss-transition"))
    return tuple(lines)


def _access(wlan: Wlan) -> tuple[str, ...]:
    # The passphrase of a device comes with the answer about its hardware address.
    return (f"mac-filtering {AAA_LIST}",) if wlan.per_device_psk else ()


def _roaming(wlan: Wlan) -> tuple[str, ...]:
    has_keys = wlan.security in ENTERPRISE or wlan.security in PERSONAL
    return ("security ft",) if wlan.fast_roaming and has_keys else ("no security ft adaptive",)


def _keys(wlan: Wlan) -> tuple[str, ...]:
    """Who proves what to whom. The default is WPA2 with 802.1X, so other modes take it back."""
    lines = ["no security wpa wpa2"] if wlan.security in WITHOUT_WPA2 else []
    if wlan.passphrase:
        lines.append(f"security wpa psk set-key ascii 0 {placeholder(wlan.passphrase)}")
    methods = _METHODS[wlan.security]
    if "dot1x" not in methods:
        lines.append("no security wpa akm dot1x")
    lines.extend(f"security wpa akm {method}" for method in methods if method != "dot1x")
    if wlan.fast_roaming:
        lines.extend(f"security wpa akm ft {method}" for method in _FAST_METHODS[wlan.security])
    # 6 GHz takes hash-to-element alone.
    if wlan.security == "wpa3-personal" and "6" in wlan.bands:
        lines.append("security wpa akm sae pwe h2e")
    if wlan.security not in WPA2_ALONE:
        lines.append("security wpa wpa3")
    if wlan.security in ENTERPRISE:
        lines.append(f"security dot1x authentication-list {AAA_LIST}")
    return tuple(lines)


def _protection(wlan: Wlan) -> tuple[str, ...]:
    """Protected management frames (IEEE 802.11w): WPA3 demands them."""
    if wlan.security in WPA2_ALONE:
        return ()
    return ("security pmf mandatory" if wlan.security in WITHOUT_WPA2 else "security pmf optional",)


def _policy(wlan: Wlan) -> tuple[str, ...]:
    """Sorted as they print: by the word after `no`."""
    lines = []
    if wlan.dynamic_vlans or wlan.per_device_psk:
        lines.append("aaa-override")
    if wlan.security in ENTERPRISE or wlan.per_device_psk:
        lines.append(f"accounting-list {AAA_LIST}")
    # The controller lets clients in, the access point puts their frames into the VLAN at its own port.
    lines.extend(("no central dhcp", "no central switching"))
    if wlan.client_kbps:
        name = _rate_name(wlan.client_kbps)
        lines.extend((f"service-policy client input {name}", f"service-policy client output {name}"))
    lines.append(f"vlan {wlan.vlan}")
    return tuple(lines)


_METHODS: dict[str, tuple[str, ...]] = {
    "wpa3-enterprise": ("dot1x-sha256",),
    "wpa3-enterprise-transition": ("dot1x", "dot1x-sha256"),
    "wpa2-enterprise": ("dot1x",),
    "wpa3-personal": ("sae",),
    "wpa3-personal-transition": ("psk", "sae"),
    "wpa2-personal": ("psk",),
    "enhanced-open": ("owe",),
}
_FAST_METHODS: dict[str, tuple[str, ...]] = {
    "wpa3-enterprise": ("dot1x",),
    "wpa3-enterprise-transition": ("dot1x",),
    "wpa2-enterprise": ("dot1x",),
    "wpa3-personal": ("sae",),
    "wpa3-personal-transition": ("psk", "sae"),
    "wpa2-personal": ("psk",),
    "enhanced-open": (),
}
