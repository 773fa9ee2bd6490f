"""Radios and SSIDs: one wifi-iface per SSID and band, with the VLANs that RADIUS may assign."""

from __future__ import annotations

from hashlib import md5

import msgspec

from netgen.device import Device, Management, RadioBand, WirelessPart, Wlan
from netgen.platforms.openwrt.names import (
    BANDS,
    DSSS_RATES,
    ENCRYPTIONS,
    ENTERPRISE,
    FAST_ROAMING,
    FRAME_PROTECTION,
    OFDM_RATES,
    RADIOS,
    USUAL_RADIOS,
    USUAL_WIDTHS,
    WITHOUT_WPA2,
    list_item,
    option,
    section,
    vlan_interface,
)
from netgen.values import placeholder


class RadioView(msgspec.Struct, frozen=True):
    """A radio; `lines` are ready lines without their indent. `is_used` is false without an SSID on its band."""

    name: str
    lines: tuple[str, ...]
    is_used: bool
    origin: str


class AssignableView(msgspec.Struct, frozen=True):
    """A VLAN that RADIUS may assign on one wifi-iface."""

    name: str
    iface: str
    vlan: int
    network: str


class SsidView(msgspec.Struct, frozen=True):
    """One SSID on one radio; `lines` are ready lines without their indent."""

    name: str
    lines: tuple[str, ...]
    assignable: tuple[AssignableView, ...]
    origin: str


#: The longest name of a key holder (IEEE 802.11-2020, R0KH-ID), in octets.
_NASID_LENGTH = 48


def bands_of(model: str) -> tuple[str, ...]:
    """Bands of the radios of a model, radio0 first."""
    return RADIOS.get(model, USUAL_RADIOS)


def radio_views(device: Device, part: WirelessPart) -> tuple[RadioView, ...]:
    """Every radio of the box; one that no SSID uses stays off."""
    asked = {radio.band: radio for radio in part.radios}
    used = {band for wlan in part.wlans for band in _bands(wlan)}
    return tuple(
        RadioView(
            name=f"radio{number}",
            lines=_radio_lines(band, asked.get(band), device.management.country),
            is_used=band in used,
            origin=asked[band].origin if band in asked else device.origin,
        )
        for number, band in enumerate(bands_of(device.model))
    )


def ssid_views(device: Device, part: WirelessPart) -> tuple[SsidView, ...]:
    """Every SSID on every radio of its bands, in the order of the device."""
    radios = tuple(enumerate(bands_of(device.model)))
    return tuple(
        _ssid(wlan, number, device.hostname, device.management)
        for wlan in part.wlans
        for number, band in radios
        if band in _bands(wlan)
    )


def _bands(wlan: Wlan) -> tuple[str, ...]:
    return tuple(band for band in wlan.bands if band != "6" or wlan.security in WITHOUT_WPA2)


def _radio_lines(band: str, asked: RadioBand | None, country: str) -> tuple[str, ...]:
    width = asked.width_mhz if asked else USUAL_WIDTHS[band]
    lines = [
        option("type", "mac80211"),
        option("band", BANDS[band]),
        option("channel", "auto"),
        option("htmode", f"HE{width}"),
        option("country", country),
    ]
    if asked is not None:
        lines.extend(list_item("channels", channel) for channel in asked.channels)
        lines.append(option("txpower", asked.max_dbm))
        lines.append(list_item("basic_rate", _kbps(asked.lowest_mbps)))
        rates = sorted((*DSSS_RATES, *OFDM_RATES)) if band == "2.4" else OFDM_RATES
        lines.extend(list_item("supported_rates", _kbps(rate)) for rate in rates if rate >= asked.lowest_mbps)
    return tuple(lines)


def _kbps(mbps: float) -> int:
    return int(mbps * 1000)


def _ssid(wlan: Wlan, radio: int, hostname: str, management: Management) -> SsidView:
    name = f"{section(wlan.name)}_r{radio}"
    return SsidView(
        name=name,
        lines=(
            option("device", f"radio{radio}"),
            option("mode", "ap"),
            option("network", vlan_interface(wlan.vlan)),
            option("ssid", wlan.ssid),
            *_security(wlan),
            *_radius(wlan, management),
            # Roaming wants a name that no other radio of the site has.
            option("nasid", f"{hostname}-{name}"[-_NASID_LENGTH:]),
            *_roaming(wlan),
            *_clients(wlan),
        ),
        assignable=tuple(
            AssignableView(f"{name}_v{vlan}", name, vlan, vlan_interface(vlan)) for vlan in wlan.dynamic_vlans
        )
        if _may_assign(wlan)
        else (),
        origin=wlan.origin,
    )


def _may_assign(wlan: Wlan) -> bool:
    return bool(wlan.dynamic_vlans) and (wlan.security in ENTERPRISE or wlan.per_device_psk)


def _security(wlan: Wlan) -> tuple[str, ...]:
    lines = [option("encryption", ENCRYPTIONS[wlan.security])]
    if wlan.security in FRAME_PROTECTION:
        lines.append(option("ieee80211w", FRAME_PROTECTION[wlan.security]))
    if wlan.per_device_psk:
        lines.append(option("ppsk", 1))
    elif wlan.passphrase:
        lines.append(option("key", placeholder(wlan.passphrase)))
    return tuple(lines)


def _radius(wlan: Wlan, management: Management) -> tuple[str, ...]:
    """Servers in order of preference. All share one secret, so those with another one are left out."""
    if not management.radius or not (wlan.security in ENTERPRISE or wlan.per_device_psk):
        return ()
    secret = management.radius[0].secret
    hosts = tuple(server.host for server in management.radius if server.secret == secret)
    lines = [list_item("auth_server", host) for host in hosts]
    lines += [option("auth_port", 1812), option("auth_secret", placeholder(secret))]
    lines += [list_item("acct_server", host) for host in hosts]
    lines += [option("acct_port", 1813), option("acct_secret", placeholder(secret))]
    if _may_assign(wlan):
        lines.append(option("dynamic_vlan", 1))
    return tuple(lines)


def _roaming(wlan: Wlan) -> tuple[str, ...]:
    lines = []
    if wlan.fast_roaming and wlan.security in FAST_ROAMING:
        domain = md5(wlan.ssid.encode(), usedforsecurity=False).hexdigest()[:4]
        lines += [option("ieee80211r", 1), option("mobility_domain", domain), option("ft_over_ds", 0)]
    if wlan.assisted_roaming:
        lines += [option("ieee80211k", 1), option("bss_transition", 1)]
    return tuple(lines)


def _clients(wlan: Wlan) -> tuple[str, ...]:
    lines = []
    if wlan.isolate:
        # Of this SSID on this radio, and of every other isolated one in the VLAN.
        lines += [option("isolate", 1), option("bridge_isolate", 1)]
    if wlan.hidden:
        lines.append(option("hidden", 1))
    if wlan.multicast_to_unicast:
        lines.append(option("multicast_to_unicast_all", 1))
    lines.append(option("disabled", 0))
    return tuple(lines)
