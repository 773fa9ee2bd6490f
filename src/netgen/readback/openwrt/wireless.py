"""Radios and SSIDs: `config wifi-device`, `wifi-iface`, `wifi-vlan`, `wifi-station`.

Source: the Wi-Fi scripts of OpenWrt 24.10 (netifd-wireless.sh, hostapd.sh, mac80211.sh): which words of
`encryption` mean what, what management frame protection is without a word, which rates a cell density leaves.
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedRadio, ObservedWlan
from netgen.readback.indented import ipv4, whole_number
from netgen.readback.openwrt.network import Network
from netgen.readback.openwrt.uci import Section, Tree

_BANDS = {"2g": "2.4", "5g": "5", "6g": "6"}
_OLD_MODES = {"11a": "5", "11b": "2.4", "11g": "2.4", "11n": "2.4"}
#: What `encryption` may be: the words with their key management; a cipher may follow after `+`.
_MODES = {
    "none": "none", "owe": "owe", "psk": "psk", "psk2": "psk", "psk-mixed": "psk", "sae": "sae", "psk3": "sae",
    "sae-mixed": "psk-sae", "psk3-mixed": "psk-sae", "wpa": "eap", "wpa2": "eap", "wpa-mixed": "eap", "wpa3": "eap2",
    "wpa3-mixed": "eap-eap2", "wpa3-192": "eap192", "wep": "wep", "wep+open": "wep", "wep+shared": "wep",
    "wep-open": "wep", "wep-shared": "wep",
}  # fmt: skip
_ENTERPRISE = frozenset({"eap", "eap2", "eap-eap2", "eap192"})
_KEYED = frozenset({"psk", "sae", "psk-sae"})
_MODERN = frozenset({"sae", "owe", "eap2", "eap192"})
_TRANSITION = frozenset({"psk-sae", "eap-eap2"})
_WEAK = frozenset({"psk", "psk-mixed", "wpa", "wpa-mixed"})
_SAFE_CIPHERS = frozenset({"", "ccmp", "aes", "ccmp256", "gcmp", "gcmp256"})
_PMF = {0: "off", 1: "optional", 2: "required"}
_PLACEHOLDER = "NETGEN_SECRET."
#: Slowest rate in kbit/s by cell density where no rates are listed (hostapd.sh; legacy rates are off).
_SLOWEST = {0: 6000, 1: 6000, 2: 12000, 3: 24000}
_WIDTHS = {"NOHT": 20, "HT20": 20, "HT40": 40, "HT40+": 40, "HT40-": 40}


def read_radios(tree: Tree) -> tuple[ObservedRadio, ...]:
    """Every radio, used or not."""
    found: list[ObservedRadio] = []
    for each in tree.of("wireless", "wifi-device"):
        if each.word("type", "mac80211") != "mac80211":
            each.leave_unread("type")
        band = _band(each)
        channels = _channels(each)
        power = each.number("txpower", -1) if each.has("txpower") else None
        country = each.word("country")
        if country and country != country.upper():
            each.doubt("country", f"country `{country}` must be in capitals")
        found.append(
            ObservedRadio(
                name=each.name,
                band=band,
                line=each.line,
                enabled=not each.flag("disabled"),
                country=country,
                channels=channels,
                width_mhz=_width(each, band),
                min_dbm=power,  # it does not choose: what is set is what is sent
                max_dbm=power,
                lowest_kbps=_lowest(each, band),
            )
        )
    return tuple(found)


def _band(radio: Section) -> str:
    word, old = radio.word("band"), radio.word("hwmode")
    if word:
        if word not in _BANDS:
            radio.doubt("band", f"`{word}` is no band of an access point")
        if old and _OLD_MODES.get(old) != _BANDS.get(word):
            radio.doubt("hwmode", f"hwmode {old} is not band {word}")
        return _BANDS.get(word, word)
    if old:
        return _OLD_MODES.get(old, "5" if old.startswith("11a") else "2.4")
    channel = whole_number(radio.word("channel"))
    radio.notes.doubt(radio.line, f"wifi-device {radio.name} names no band")
    return "5" if channel is not None and channel > 14 else "2.4"


def _channels(radio: Section) -> tuple[int, ...]:
    """The channels to choose from: the one that is set, or the list for automatic choice."""
    word, listed = radio.word("channel", "auto"), radio.words("channels")
    number = whole_number(word)
    if number:
        if listed and listed != (word,):
            radio.doubt("channels", f"the list has no effect beside channel {word}")
        return (number,)
    if word not in {"auto", "0"}:
        radio.doubt("channel", f"`{word}` is no channel")
    numbers: set[int] = set()
    for part in (piece for item in listed for piece in item.replace(",", " ").split()):
        low, dash, high = part.partition("-")
        first, last = whole_number(low), whole_number(high if dash else low)
        if first is None or last is None or last < first or last > 233:
            radio.doubt("channels", f"`{part}` is no channel")
        else:
            numbers.update(range(first, last + 1, 4 if dash and first > 14 else 1))
    return tuple(sorted(numbers))


def _width(radio: Section, band: str) -> int:
    word = radio.word("htmode", "NOHT")
    digits = word.lstrip("VEHT")
    width = _WIDTHS.get(word) or (int(digits) if digits in {"20", "40", "80", "160", "320"} else 0)
    if not width:
        radio.doubt("htmode", f"`{word}` is no channel width")
    elif band == "2.4" and (width > 40 or word.startswith("VHT")):
        radio.doubt("htmode", f"{word} does not exist at 2.4 GHz")
    elif band == "6" and not word.startswith(("HE", "EHT")):
        radio.doubt("htmode", f"{word} does not exist at 6 GHz")
    return width or 20


def _lowest(radio: Section, band: str) -> int:
    rates = [whole_number(word) for word in radio.words("supported_rates")]
    basic = [whole_number(word) for word in radio.words("basic_rate")]
    for option, found in (("supported_rates", rates), ("basic_rate", basic)):
        if None in found:
            radio.doubt(option, f"`{option}` is a list of rates in kbit/s")
    known = [rate for rate in rates if rate]
    if known:
        missing = [rate for rate in basic if rate and rate not in known]
        if missing:
            radio.doubt("basic_rate", f"{missing[0]} is mandatory and not supported")
        return min(known)
    density = radio.number("cell_density", 0)
    if density not in _SLOWEST:
        radio.doubt("cell_density", f"cell density {density} does not exist")
    if radio.flag("legacy_rates") and band == "2.4":
        return 1000 if density == 0 else 5500 if density == 1 else 11000
    return _SLOWEST.get(density, 6000)


def read_wlans(
    tree: Tree, radios: tuple[ObservedRadio, ...], network: Network, secrets: list[tuple[str, str]]
) -> tuple[ObservedWlan, ...]:
    """Every SSID: one fact for those that differ in nothing but the radio that sends them."""
    by_name = {radio.name: radio for radio in radios}
    vlans, stations = tree.of("wireless", "wifi-vlan"), tree.of("wireless", "wifi-station")
    found: list[ObservedWlan] = []
    every = tree.of("wireless", "wifi-iface")
    for iface in every:
        found += _read_iface(iface, by_name, network, vlans, stations, secrets)
    _check_extras(every, vlans, stations)
    _check_names(every)
    merged: dict[ObservedWlan, tuple[ObservedWlan, list[str]]] = {}
    for wlan in found:
        alike = msgspec.structs.replace(wlan, name="", line=0, bands=())
        if alike in merged:
            merged[alike][1].extend(wlan.bands)
        else:
            merged[alike] = (wlan, list(wlan.bands))
    return tuple(
        msgspec.structs.replace(wlan, bands=tuple(dict.fromkeys(bands))) for wlan, bands in merged.values()
    )


def _read_iface(
    iface: Section,
    radios: dict[str, ObservedRadio],
    network: Network,
    vlans: list[Section],
    stations: list[Section],
    secrets: list[tuple[str, str]],
) -> list[ObservedWlan]:
    off = iface.flag("disabled") or iface.flag("default_disabled") or not iface.flag("enable", default=True)
    if off and not iface.word("ssid"):
        iface.idle = True  # a factory interface that was never anything
        return []
    devices = iface.words("device")
    for name in devices:
        if name not in radios:
            iface.doubt("device", f"there is no wifi-device `{name}`")
    if not devices:
        iface.notes.doubt(iface.line, f"wifi-iface {iface.name} names no device")
    used = [radios[name] for name in devices if name in radios]
    if iface.word("mode", "ap") != "ap":
        iface.leave_unread("mode")  # a mesh, a client: a door of another kind
        return []
    band = used[0].band if used else ""
    auth, word = _encryption(iface)
    pmf = _pmf(iface, auth, band)
    secret, radius, per_device = _keys(iface, auth, stations, secrets)
    chosen = _choices(iface, vlans, network)
    ssid = iface.word("ssid")
    if not ssid:
        iface.notes.doubt(iface.line, f"wifi-iface {iface.name} has no ssid")
    elif len(ssid.encode()) > 32:
        iface.doubt("ssid", "an SSID has 32 octets at most")
    moved = auth != "owe" and iface.number("dynamic_vlan", 0) in (1, 2)
    if iface.number("dynamic_vlan", 0) not in (0, 1, 2):
        iface.doubt("dynamic_vlan", "`dynamic_vlan` is 0, 1 or 2")
    isolated = iface.flag("isolate")
    (not iface.flag("disabled") and not iface.flag("default_disabled") and iface.flag("enable", default=True))
    return [
        ObservedWlan(
            name=iface.name,
            ssid=ssid,
            vlan=network.vlan_of_wifi(iface),
            security=word,
            passphrase=secret,
            enabled=not off and any(radio.enabled for radio in used),
            isolated=isolated,
            isolates_vlan=iface.flag("bridge_isolate"),
            hidden=iface.number("hidden", 0) != 0,
            radius=radius,
            dynamic_vlan=moved,
            dynamic_vlans=chosen if moved else (),
            bands=tuple(radio.band for radio in used if radio.enabled),
            line=iface.line,
            refuses_older=not iface.word("owe_transition_ssid") and not iface.word("owe_transition_ifname"),
            pmf=pmf,
            fast_roaming=iface.flag("ieee80211r") and auth not in {"none", "wep", "owe"},
            assisted_roaming=iface.flag("ieee80211k") and iface.flag("bss_transition"),
            per_device_psk=per_device,
            # Release 25.12 has one option for both; the older word of the bridge alone sends copies too.
            multicast_to_unicast=iface.flag("multicast_to_unicast_all"),
        )
    ]


def _encryption(iface: Section) -> tuple[str, str]:
    """The key management that the scripts make of `encryption`, and its word without the cipher."""
    text = iface.word("encryption", "none")
    word, plus, cipher = text.partition("+")
    if word == "wep":
        cipher = ""
    if word not in _MODES:
        iface.doubt("encryption", f"`{text}` is no encryption the scripts know")
        return ("eap" if "wpa" in text or "8021x" in text else "psk" if "psk" in text else "none"), text
    if word in _WEAK or cipher not in _SAFE_CIPHERS or _MODES[word] == "wep":
        iface.doubt("encryption", f"`{text}` takes clients with broken ciphers")
    return _MODES[word], word if cipher in _SAFE_CIPHERS else f"{word}{plus}{cipher}"


def _pmf(iface: Section, auth: str, band: str) -> str:
    default = (
        2 if auth in _MODERN or (auth in _TRANSITION and band == "6") else 1 if auth in _TRANSITION else 0
    )
    number = iface.number("ieee80211w", default)
    if number not in _PMF:
        iface.doubt("ieee80211w", "`ieee80211w` is 0, 1 or 2")
        number = 0
    if auth in _MODERN and number != 2:
        iface.doubt("ieee80211w", "WPA3 and enhanced open need protected management frames (IEEE 802.11w)")
    return _PMF[number]


def _keys(
    iface: Section, auth: str, stations: list[Section], secrets: list[tuple[str, str]]
) -> tuple[str, tuple[str, ...], bool]:
    """Passphrase, RADIUS servers in their order, and whether RADIUS knows one key a device."""
    servers = iface.words("auth_server") or iface.words("server")
    shared = iface.word("auth_secret")
    per_device = auth in _KEYED and iface.flag("ppsk")
    key = iface.word("key")
    if auth in _ENTERPRISE and not shared and key:
        shared, key = key, ""  # the old name of the same option
    if iface.number("auth_port", iface.number("port", 1812)) != 1812:
        iface.doubt("auth_port", "RADIUS is asked on another port")
    if iface.number("acct_port", 1813) != 1813:
        iface.doubt("acct_port", "RADIUS accounting goes to another port")
    if (auth in _ENTERPRISE or per_device) and not servers:
        iface.notes.doubt(iface.line, f"wifi-iface {iface.name} asks RADIUS and names no server")
    if servers and not shared:
        iface.notes.doubt(iface.line, f"wifi-iface {iface.name} has no secret for RADIUS")
    for server in servers:
        if ipv4(server) is None:
            iface.doubt("auth_server", f"`{server}` is not an address")
        if shared:
            secrets.append((f"radius {server}", shared))
    for server in iface.words("acct_server"):
        if server not in servers:
            iface.doubt("acct_server", f"accounting goes to {server}, which is no RADIUS server of the SSID")
        secrets.append((f"radius {server}", iface.word("acct_secret") or "no secret"))
    for client in iface.words("dae_client"):
        if client not in servers:
            iface.doubt("dae_client", f"{client} may throw clients out and is no RADIUS server of the SSID")
        secrets.append((f"radius {client}", iface.word("dae_secret") or "no secret"))
    if auth in _KEYED and not per_device and not stations:
        if not key:
            iface.notes.doubt(iface.line, f"wifi-iface {iface.name} needs a key")
        elif not key.startswith(_PLACEHOLDER) and len(key) != 64 and not 8 <= len(key) <= 63:
            iface.doubt("key", "a key has 8 to 63 characters")
    if key:
        secrets.append((f"wlan {iface.name}", key))
    return key, servers if auth in _ENTERPRISE or per_device or servers else (), per_device


def _choices(iface: Section, vlans: list[Section], network: Network) -> tuple[int, ...]:
    """The VLANs that `wifi-vlan` sections offer for this SSID, by the VLAN of their network."""
    found: set[int] = set()
    for section in vlans:
        names = section.words("iface")
        if names and iface.name not in names:
            continue
        number = section.number("vid", 0)
        vlan = network.vlan_of_wifi(section)
        if number != vlan:
            section.doubt("vid", f"VLAN {number} of RADIUS becomes VLAN {vlan}")
        found.add(vlan)
    return tuple(sorted(found))


def _check_extras(ifaces: list[Section], vlans: list[Section], stations: list[Section]) -> None:
    """Sections beside the SSIDs: VLANs nobody can be moved to, keys of single devices."""
    names = {iface.name for iface in ifaces}
    for section in (*vlans, *stations):
        for name in section.words("iface"):
            if name not in names:
                section.doubt("iface", f"there is no wifi-iface `{name}`")
    for section in stations:
        section.doubt("key", "a key of its own lets a device in")
        for option in ("key", "mac", "vid", "iface"):
            section.words(option)
    seen: set[str] = set()
    for section in vlans:
        name = section.word("name")
        if not name:
            section.notes.doubt(section.line, f"wifi-vlan {section.name} has no name")
        if name in seen and not section.words("iface"):
            section.doubt("name", f"two wifi-vlan sections are named {name}")
        seen.add(name)
        section.flag("isolate")
        section.flag("bridge_isolate")


def _check_names(ifaces: list[Section]) -> None:
    """RADIUS and 802.11r know a BSS by its name: no two may share it."""
    seen: dict[str, str] = {}
    for iface in ifaces:
        name = iface.options["nasid"].values[-1] if iface.has("nasid") else ""
        if name and not iface.idle and seen.setdefault(name, iface.name) != iface.name:
            iface.doubt("nasid", f"`{seen[name]}` has the same nasid, so that roaming keys go astray")
