"""The access points that a FortiGate controls (FortiAP): SSIDs in bridge mode and a profile for each model.

Field names and values: schema of FortiOS 7.4.4. Clients enter their VLAN at the access point's own port.
"""

from __future__ import annotations

import re
from zlib import crc32

import msgspec

from netgen.device import Management, RadioBand, Radius, WirelessPart, Wlan
from netgen.platforms.fortinet_fortios.names import schedule_name
from netgen.values import placeholder


class WifiRadiusView(msgspec.Struct, frozen=True):
    """The servers that SSIDs or remote logins ask, as one row; `second` is "" without a second one."""

    host: str
    secret: str
    second: str
    second_secret: str
    origin: str


class RateView(msgspec.Struct, frozen=True):
    """What each client of an SSID gets, in kbit/s in both directions."""

    name: str
    kbps: int
    origin: str


class KeyringView(msgspec.Struct, frozen=True):
    """Passphrases of single devices, which RADIUS knows."""

    name: str
    origin: str


class SsidView(msgspec.Struct, frozen=True):
    """An SSID. `lines` are ready lines without their indent, in the order of the schema."""

    name: str
    lines: tuple[str, ...]
    origin: str


class RadioView(msgspec.Struct, frozen=True):
    """A radio of a model; `lines` as in SsidView."""

    number: int
    lines: tuple[str, ...]
    origin: str


class ModelView(msgspec.Struct, frozen=True):
    """The profile that access points of one model get unless somebody says otherwise."""

    name: str
    type: str
    #: Ready lines of the profile itself, between its platform and its radios.
    lines: tuple[str, ...]
    radios: tuple[RadioView, ...]
    origin: str


class WirelessView(msgspec.Struct, frozen=True):
    """Everything of the wireless controller."""

    country: str
    rates: tuple[RateView, ...]
    keyrings: tuple[KeyringView, ...]
    ssids: tuple[SsidView, ...]
    models: tuple[ModelView, ...]
    origin: str


#: Interface names have 15 characters (FortiOS 7.4 CLI schema); an SSID is one, hence the prefix.
_NAME_LENGTH = 15
RADIUS_ROW = "wifi-radius"
WIDS_ROW = "wifi-wids"

_SECURITIES = {
    "wpa3-enterprise": ("wpa3-only-enterprise", "enable"),
    "wpa3-enterprise-transition": ("wpa3-enterprise-transition", "optional"),
    "wpa2-enterprise": ("wpa2-only-enterprise", ""),
    "wpa3-personal": ("wpa3-sae", "enable"),
    "wpa3-personal-transition": ("wpa3-sae-transition", "optional"),
    # The default, which FortiOS does not print.
    "wpa2-personal": ("", ""),
    "enhanced-open": ("owe", "enable"),
}
_ENTERPRISE = frozenset(("wpa3-enterprise", "wpa3-enterprise-transition", "wpa2-enterprise"))
_WITH_PASSPHRASE = frozenset(("wpa3-personal-transition", "wpa2-personal"))
_WITH_SAE = frozenset(("wpa3-personal", "wpa3-personal-transition"))
#: Modes without WPA2, the only ones that 6 GHz knows.
_SIX_GHZ = frozenset(("wpa3-enterprise", "wpa3-personal", "enhanced-open"))

#: Data rates in Mbit/s.
_OFDM = ("6", "9", "12", "18", "24", "36", "48", "54")
_RATES = {"rates-11a": ("5", _OFDM), "rates-11bg": ("2.4", ("1", "2", "5.5", "11", *_OFDM))}

_BAND_WORDS = {"2.4": "2G", "5": "5G", "6": "6G"}
#: Last letter of a model -> its generation and the bands of its radios, in their order.
_GENERATIONS = {
    "F": ("802.11ax", ("2.4", "5")),
    "G": ("802.11ax", ("2.4", "5", "6")),
    "K": ("802.11be", ("2.4", "5", "6")),
}
#: Bounds between which a radio chooses its power by itself; FortiOS prints no defaults.
_USUAL_HIGHEST_DBM, _USUAL_LOWEST_DBM = 17, 10
#: A radio of the lowest band has no wider channel than 20 MHz.
_ONE_WIDTH = "2.4"


def wifi_radius(part: WirelessPart | None, management: Management) -> tuple[WifiRadiusView, ...]:
    """The row of servers for SSIDs, if one of them asks RADIUS for its clients."""
    if part is None or not any(_asks_radius(wlan) for wlan in part.wlans):
        return ()
    return radius_row(management.radius)


def radius_row(servers: tuple[Radius, ...]) -> tuple[WifiRadiusView, ...]:
    """The first two servers as one row, which asks the second while the first one is silent; none without servers."""
    if not servers:
        return ()
    second = servers[1:2]
    return (
        WifiRadiusView(
            host=servers[0].host,
            secret=placeholder(servers[0].secret),
            second=second[0].host if second else "",
            second_secret=placeholder(second[0].secret) if second else "",
            origin=servers[0].origin,
        ),
    )


def wireless_views(
    part: WirelessPart | None, management: Management, origin: str
) -> tuple[WirelessView, ...]:
    """The wireless controller; nothing on a firewall that controls no access points."""
    if part is None:
        return ()
    lowest = {radio.band: radio.lowest_mbps for radio in part.radios}
    rates = {wlan.client_kbps: wlan.origin for wlan in reversed(part.wlans) if wlan.client_kbps}
    models = {point.model: point.origin for point in reversed(part.access_points)}
    return (
        WirelessView(
            country=management.country,
            rates=tuple(RateView(_rate_name(kbps), kbps, rates[kbps]) for kbps in sorted(rates)),
            keyrings=tuple(
                KeyringView(_keyring_name(wlan), wlan.origin) for wlan in part.wlans if wlan.per_device_psk
            ),
            ssids=tuple(
                SsidView(ssid_name(wlan.name), _ssid_lines(wlan, lowest), wlan.origin) for wlan in part.wlans
            ),
            models=tuple(_model(model, models[model], part) for model in sorted(models)),
            origin=origin,
        ),
    )


def ssid_name(name: str) -> str:
    """The interface name of an SSID; a long one ends in a checksum.

    >>> ssid_name("staff"), len(ssid_name("visitors-of-the-school"))
    ('w-staff', 15)
    """
    found = f"w-{name}"
    if len(found) <= _NAME_LENGTH:
        return found
    return f"{found[: _NAME_LENGTH - 5]}-{crc32(name.encode()) & 0xFFFF:04x}"


def _asks_radius(wlan: Wlan) -> bool:
    return wlan.security in _ENTERPRISE or wlan.per_device_psk or bool(wlan.portal)


def _rate_name(kbps: int) -> str:
    return f"wifi-{kbps}"


def _keyring_name(wlan: Wlan) -> str:
    return f"mpsk-{wlan.name}"[:35]


def _ssid_lines(wlan: Wlan, lowest: dict[str, int]) -> tuple[str, ...]:
    security, pmf = _SECURITIES[wlan.security]
    lines = [f'set ssid "{wlan.ssid}"']
    if wlan.hidden:
        lines.append("set broadcast-ssid disable")
    if security:
        lines.append(f"set security {security}")
    if pmf:
        lines.append(f"set pmf {pmf}")
    # 6 GHz takes hash-to-element alone.
    if wlan.security == "wpa3-personal" and "6" in wlan.bands:
        lines.append("set sae-h2e-only enable")
    if wlan.fast_roaming and wlan.security != "enhanced-open":
        lines.append("set fast-bss-transition enable")
    if wlan.portal:
        lines += [
            "set captive-portal enable",
            "set portal-type external-auth",
            f'set external-web "{wlan.portal}"',
        ]
    if wlan.security in _ENTERPRISE:
        lines.append("set auth radius")
    if wlan.security in _ENTERPRISE or wlan.portal:
        lines.append(f'set radius-server "{RADIUS_ROW}"')
    lines.append("set local-bridging enable")
    if wlan.isolate:
        lines.append("set intra-vap-privacy enable")
    if wlan.multicast_to_unicast:
        lines.append("set multicast-enhance enable")
    lines.append(f'set schedule "{schedule_name(wlan.hours) if wlan.hours else "always"}"')
    lines.extend(_secret_lines(wlan))
    lines.append(f"set vlanid {wlan.vlan}")
    if wlan.dynamic_vlans and _asks_radius(wlan):
        lines.append("set dynamic-vlan enable")
    if wlan.client_kbps:
        lines.append(f'set qos-profile "{_rate_name(wlan.client_kbps)}"')
    lines.extend(_rate_lines(wlan, lowest))
    if not wlan.assisted_roaming:
        lines += ["set 80211k disable", "set 80211v disable"]
    return tuple(lines)


def _secret_lines(wlan: Wlan) -> tuple[str, ...]:
    lines = []
    if wlan.passphrase and wlan.security in _WITH_PASSPHRASE:
        lines.append(f'set passphrase "{placeholder(wlan.passphrase)}"')
    if wlan.passphrase and wlan.security in _WITH_SAE:
        lines.append(f'set sae-password "{placeholder(wlan.passphrase)}"')
    if wlan.per_device_psk:
        lines.append(f'set mpsk-profile "{_keyring_name(wlan)}"')
    return tuple(lines)


def _rate_lines(wlan: Wlan, lowest: dict[str, int]) -> tuple[str, ...]:
    """The slowest rate is mandatory, slower ones are off."""
    lines = []
    for field, (band, rates) in _RATES.items():
        if band in wlan.bands and band in lowest:
            left = [rate for rate in rates if float(rate) > lowest[band]]
            lines.append(f"set {field} {' '.join((f'{lowest[band]}-basic', *left))}")
    return tuple(lines)


def _model(model: str, origin: str, part: WirelessPart) -> ModelView:
    """FortiOS calls the profile that a new access point gets after its model: `FAP231F-default`."""
    kind = model.removeprefix("FAP-")
    # FortiAP models end in the letter of their generation; ValueError here is a gap in the catalogue.
    found = re.fullmatch(r"U?\d+([FGK])[A-Z]*", kind)
    if found is None:
        msg = f"{model} is no FortiAP that netgen knows"
        raise ValueError(msg)
    generation, bands = _GENERATIONS[found[1]]
    asked = {radio.band: radio for radio in part.radios}
    return ModelView(
        name=f"FAP{kind}-default",
        type=kind,
        lines=("set frequency-handoff enable",) if any(item.band_steering for item in part.radios) else (),
        radios=tuple(
            RadioView(
                number,
                _radio_lines(band, generation, asked.get(band), part.wlans),
                asked[band].origin if band in asked else origin,
            )
            for number, band in enumerate(bands, 1)
        ),
        origin=origin,
    )


def _radio_lines(
    band: str, generation: str, asked: RadioBand | None, wlans: tuple[Wlan, ...]
) -> tuple[str, ...]:
    names = [
        f'"{ssid_name(wlan.name)}"'
        for wlan in wlans
        if band in wlan.bands and (band != "6" or wlan.security in _SIX_GHZ)
    ]
    if not names:
        return ("set mode disabled",)
    lines = [f"set band {generation}-{_BAND_WORDS[band]}"]
    if asked is not None:
        if band != _ONE_WIDTH:
            lines.append(f"set channel-bonding {asked.width_mhz}MHz")
        lines.append("set auto-power-level enable")
        if asked.max_dbm != _USUAL_HIGHEST_DBM:
            lines.append(f"set auto-power-high {asked.max_dbm}")
        if asked.min_dbm != _USUAL_LOWEST_DBM:
            lines.append(f"set auto-power-low {asked.min_dbm}")
    lines += ["set darrp enable", f'set wids-profile "{WIDS_ROW}"', "set vap-all manual"]
    lines.append(f"set vaps {' '.join(names)}")
    if asked is not None:
        lines.append("set channel " + " ".join(f'"{channel}"' for channel in asked.channels))
    return tuple(lines)
