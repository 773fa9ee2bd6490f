"""The `wlan` blocks: SSID, security, roaming, bands.

Defaults as the 17.12.1 model has them (Cisco-IOS-XE-wireless-wlan-cfg): WPA2 with AES and 802.1X, fast
transition adaptive, frames not protected, name shown, 802.11k and 802.11v on, all bands. A running configuration
prints none of them.
"""

from __future__ import annotations

import msgspec

from netgen.readback.cisco_iosxe_wlc.aaa import Lists
from netgen.readback.cisco_iosxe_wlc.blocks import Block, Notes
from netgen.readback.indented import whole_number

_BANDS = {"24ghz": "2.4", "5ghz": "5", "6ghz": "6"}
_OLD_BANDS = {
    "dot11a": ("5",),
    "dot11bg": ("2.4",),
    "dot11g": ("2.4",),
    "dot11ag": ("2.4", "5"),
    "all": ("2.4", "5"),
}
_PMF = {"mandatory": "required", "required": "required", "optional": "optional"}
_ENTERPRISE = frozenset({"dot1x", "dot1x-sha256", "ft-dot1x", "cckm"})
_KEYED = frozenset({"psk", "psk-sha256", "ft-psk", "sae", "ft-sae"})
_AKMS = _ENTERPRISE | _KEYED | {"owe"}
_CIPHERS = frozenset({"aes", "ccmp256", "gcmp128", "gcmp256"})
_WLAN_MAX = 4096


class Wlan(msgspec.Struct):
    """A WLAN before it is joined to a policy profile."""

    name: str
    ssid: str
    number: int
    line: int
    security: str
    passphrase: str
    enabled: bool
    isolated: bool
    hidden: bool
    radius: tuple[str, ...]
    filtered: tuple[str, ...] | None
    bands: tuple[str, ...]
    pmf: str
    fast_roaming: bool
    assisted_roaming: bool
    refuses_older: bool
    personal: bool
    portal: str
    band_steering: bool


class Security(msgspec.Struct):
    """What a WLAN asks of its clients."""

    wpa: bool
    versions: tuple[str, ...]
    akms: tuple[str, ...]
    ciphers: tuple[str, ...]

    @property
    def word(self) -> str:
        """`wpa2+wpa3 dot1x dot1x-sha256`; ciphers follow where they are not AES alone; `open` without WPA."""
        if not self.wpa or not self.versions:
            return "open"
        ciphers = () if self.ciphers == ("aes",) else self.ciphers
        return " ".join(("+".join(self.versions), *self.akms, *ciphers))


def read_wlan(
    block: Block, lists: Lists, portals: dict[str, str], secrets: list[tuple[str, str]], notes: Notes
) -> Wlan:
    """One `wlan` block; references that lead nowhere are noted."""
    number, ssid = (
        whole_number(block.extra[0]) if block.extra else None,
        block.extra[1] if block.extra[1:] else block.name,
    )
    if number is None or not 1 <= number <= _WLAN_MAX:
        notes.doubt(block.line, f"WLAN {block.name} has no number from 1 to {_WLAN_MAX}")
    if len(ssid.encode()) > 32:
        notes.doubt(block.line, f"WLAN {block.name}: an SSID has 32 octets at most")
    security = _security(block, notes)
    passphrase = _passphrase(block, notes)
    if passphrase:
        secrets.append((f"wlan {block.name}", passphrase))
    mode, has_key = _fast_transition(block), bool(set(security.akms) & {"ft-dot1x", "ft-psk", "ft-sae"})
    pmf_words = block.words("security", "pmf")
    pmf = _PMF.get(pmf_words[0] if pmf_words else "", "off")
    if pmf_words and pmf_words[0] not in _PMF:
        notes.skip(block.line_of("security", "pmf"), f"security pmf {' '.join(pmf_words)}")
    _check_security(block, security, mode, pmf, passphrase, notes)
    blocking = block.value("peer-blocking")
    if blocking not in {"", "drop"}:
        notes.skip(block.line_of("peer-blocking"), f"peer-blocking {blocking}")
    transition = block.value("security", "wpa", "transition-mode-wlan-id")
    neighbours = block.flag("assisted-roaming", "neighbor-list", default=True)
    return Wlan(
        name=block.name,
        ssid=ssid,
        number=number or 0,
        line=block.line,
        security=security.word,
        passphrase=passphrase,
        enabled=not block.flag("shutdown", default=True),
        isolated=blocking == "drop",
        hidden=not block.flag("broadcast-ssid", default=True),
        radius=_servers(block, security, lists, notes),
        filtered=_filter(block, lists, notes),
        bands=_bands(block, security, pmf),
        pmf=pmf,
        fast_roaming=mode == "on" and has_key,
        assisted_roaming=block.flag("bss-transition", default=True) and neighbours,
        refuses_older=not transition,
        personal=bool(set(security.akms) & {"psk", "psk-sha256", "ft-psk"}),
        portal=_portal(block, portals, notes),
        band_steering=block.flag("band-select"),
    )


def _security(block: Block, notes: Notes) -> Security:
    wpa = block.flag("security", "wpa", default=True)
    versions = [name for name, default in (("wpa1", False), ("wpa2", True), ("wpa3", False))
                if block.flag("security", "wpa", name, default=default)]  # fmt: skip
    akms: dict[str, None] = {"dot1x": None}
    for line in block.take("security", "wpa", "akm"):
        words = line.said[3:]
        if words[:2] == ("sae", "pwe"):
            if words[2:] not in {("h2e",), ("both-h2e-hnp",), ("hnp",)}:
                notes.skip(line.number, " ".join(line.words))
            continue
        name = "-".join(words)
        if name not in _AKMS:
            notes.skip(line.number, " ".join(line.words))
        if line.on:
            akms[name] = None
        else:
            akms.pop(name, None)
    ciphers = {"aes"} if "wpa2" in versions or "wpa3" in versions else set()
    for version in ("wpa1", "wpa2"):
        for line in block.take("security", "wpa", version, "ciphers"):
            name = " ".join(line.said[4:])
            (ciphers.add if line.on else ciphers.discard)(name)
            if line.on and name not in _CIPHERS:
                notes.doubt(line.number, f"WLAN {block.name} takes clients with the broken cipher {name}")
    if wpa and "wpa1" in versions:
        notes.doubt(block.line_of("security", "wpa", "wpa1"), f"WLAN {block.name} takes clients with WPA1")
    if wpa and versions and not akms:
        notes.doubt(block.line, f"WLAN {block.name} has WPA and no key management")
    return Security(wpa, tuple(versions), tuple(sorted(akms)), tuple(sorted(ciphers)))


def _passphrase(block: Block, notes: Notes) -> str:
    words = block.words("security", "wpa", "psk", "set-key")
    if not words:
        return ""
    if words[0] not in {"ascii", "hex"} or len(words) != 3:
        notes.skip(block.line_of("security", "wpa", "psk", "set-key"), "security wpa psk set-key <hidden>")
    return words[-1]


def _fast_transition(block: Block) -> str:
    """The word `off`, `on` or `adaptive`; the last line counts."""
    mode = "adaptive"
    for line in block.take("security", "ft"):
        match line.said[2:]:
            case ():
                mode = "on" if line.on else "off"
            case ("adaptive",):
                mode = "adaptive" if line.on else "off"
            case _:
                block.known.discard(line.number)
    return mode


def _check_security(
    block: Block, security: Security, mode: str, pmf: str, passphrase: str, notes: Notes
) -> None:
    """Combinations that the controller refuses to switch on (constraints of the 17.12.1 model)."""
    akms, versions = set(security.akms), set(security.versions)
    if not security.wpa:
        return
    line, name = block.line, f"WLAN {block.name}"
    if akms & _KEYED and not passphrase:
        notes.doubt(line, f"{name} has a passphrase mode and no passphrase")
    if "wpa3" in versions and (pmf == "off" or (pmf == "optional" and "wpa2" not in versions)):
        notes.doubt(line, f"{name}: WPA3 needs protected management frames (IEEE 802.11w)")
    if "wpa3" not in versions and akms & {"sae", "ft-sae", "owe"}:
        notes.doubt(line, f"{name}: SAE and enhanced open need `security wpa wpa3`")
    if versions == {"wpa3"} and akms & {"dot1x", "psk", "psk-sha256", "ft-psk"}:
        notes.doubt(line, f"{name}: WPA3 alone cannot have the key management of WPA2")
    strong = bool(set(security.ciphers) & {"gcmp128", "gcmp256", "ccmp256"})
    if "wpa3" in versions and not strong and not akms & {"dot1x-sha256", "ft-dot1x", "sae", "ft-sae", "owe"}:
        notes.doubt(line, f"{name}: no key management of WPA3")
    if "owe" in akms and ("wpa2" in versions or akms != {"owe"} or mode != "off"):
        notes.doubt(line, f"{name}: enhanced open goes with no other mode and without fast transition")
    if versions == {"wpa3"} and "sae" in akms and mode != "off" and not (mode == "on" and "ft-sae" in akms):
        notes.doubt(line, f"{name}: SAE alone cannot have adaptive fast transition")
    if "ft-sae" in akms and mode != "on":
        notes.doubt(line, f"{name}: FT-SAE needs `security ft`")
    if akms & {"sae", "ft-sae"} and akms & _ENTERPRISE:
        notes.doubt(line, f"{name}: SAE and 802.1X exclude each other")


def _servers(block: Block, security: Security, lists: Lists, notes: Notes) -> tuple[str, ...]:
    name = block.value("security", "dot1x", "authentication-list")
    asks = security.wpa and bool(set(security.akms) & _ENTERPRISE)
    if not name:
        if asks:
            notes.doubt(block.line, f"WLAN {block.name} asks RADIUS and names no authentication list")
        return ()
    hosts = lists.hosts("authentication dot1x", name)
    if hosts is None:
        notes.doubt(block.line_of("security", "dot1x"), f"authentication list {name} is not defined")
    return hosts or () if asks else ()


def _filter(block: Block, lists: Lists, notes: Notes) -> tuple[str, ...] | None:
    """The servers that know hardware addresses; None without a filter."""
    name = block.value("mac-filtering")
    if not name:
        return None
    hosts = lists.hosts("authorization network", name)
    if hosts is None:
        notes.doubt(block.line_of("mac-filtering"), f"authorization list {name} is not defined")
    return hosts or ()


def _bands(block: Block, security: Security, pmf: str) -> tuple[str, ...]:
    """The bands of the SSID; without a line all that its security may be sent on."""
    found: list[str] = []
    for line in block.take("radio", "policy", "dot11"):
        band = _BANDS.get(line.said[3] if len(line.said) > 3 else "")
        if band is None:
            block.known.discard(line.number)
        elif line.on and band not in found:
            found.append(band)
        elif not line.on and band in found:
            found.remove(band)
    for line in block.take("radio"):
        if len(line.said) == 2 and line.on:
            old = _OLD_BANDS.get(line.said[1])
            found += [band for band in old or () if band not in found]
            if old is None:
                block.known.discard(line.number)
    if found:
        return tuple(sorted(found))
    six = security.versions == ("wpa3",) and pmf == "required"
    return ("2.4", "5", "6") if six else ("2.4", "5")


def _portal(block: Block, portals: dict[str, str], notes: Notes) -> str:
    if not block.flag("security", "web-auth"):
        return ""
    name = block.value("security", "web-auth", "parameter-map", default="global")
    if name not in portals:
        if name != "global":
            notes.doubt(
                block.line_of("security", "web-auth", "parameter-map"), f"parameter map {name} is not defined"
            )
        return "web-auth"
    return portals[name] or "web-auth"
