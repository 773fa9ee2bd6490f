"""Checks the wireless part of a Catalyst 9800 text: line shapes, ranges, and what excludes what.

`unknown_lines(text)` knows the shapes of `wlc_lines.yaml`. `refused(text)` holds each `wlan` block against the
constraints under which Cisco's 17.12.1 models (Cisco-IOS-XE-wireless-wlan-cfg revision 2023-07-01, -rf-cfg, -rule-cfg) let
a WLAN be switched on; the constraints are written here in words of their own.
"""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import yaml

#: First line of a block -> its kind in `wlc_lines.yaml`.
_KINDS: tuple[tuple[str, str], ...] = (
    (r'wlan (?:\S+|"[^"]+") \d+(?: (?:\S+|"[^"]+"))?', "wlan"),
    (r"wireless profile policy .+", "policy profile"),
    (r"wireless profile flex .+", "flex profile"),
    (r"wireless tag site .+", "site tag"),
    (r"wireless tag policy .+", "policy tag"),
    (r"wireless tag rf .+", "rf tag"),
    (r"ap dot11 (?:24|5|6)ghz rf-profile .+", "rf profile"),
    (r"ap profile .+", "ap profile"),
    (r"ap filter name .+", "ap filter"),
    (r"ap [0-9a-fA-F]{4}\.[0-9a-fA-F]{4}\.[0-9a-fA-F]{4}", "ap"),
    (r"wireless profile calender-profile name .+", "calendar"),
)
_SHAPES = {
    "N": r"-?\d+", "A": r"\d+\.\d+\.\d+\.\d+", "S": r"\"[^\"]*\"", "W": r"(?:\"[^\"]*\"|\S+)",
    "M": r"[0-9a-f.]{14}", "WIDTH": r"WIDTH_(?:20|40|80|160)MHz", "RATE": r"RATE_(?:1|2|5_5|6|9|11|12|18|24|36|48|54)M",
    "STATE": r"(?:mandatory|supported|disable)", "DAY": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "TIME": r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d",
}  # fmt: skip
#: (kind, start of a line) -> the least and the most of its number.
_RANGES: dict[tuple[str, str], tuple[int, int]] = {
    ("policy profile", "session-timeout"): (0, 86400),
    ("policy profile", "idle-timeout"): (15, 100000),
    ("flex profile", "native-vlan-id"): (1, 4094),
    ("rf profile", "tx-power max"): (-10, 30),
    ("rf profile", "tx-power min"): (-10, 30),
    ("rf profile", "tx-power v1 threshold"): (-80, -50),
}
#: Words of a `wlan` line (without `no`) -> leaf of the model, with the leaf's default.
_LEAVES: dict[str, tuple[str, bool]] = {
    "security wpa": ("security-wpa", True),
    "security wpa wpa2": ("wpa2-enabled", True),
    "security wpa wpa2 ciphers aes": ("wpa2-aes", True),
    "security wpa wpa3": ("wpa3-enabled", False),
    "security wpa akm dot1x": ("auth-key-mgmt-dot1x", True),
    "security wpa akm dot1x-sha256": ("auth-key-mgmt-dot1x-sha256", False),
    "security wpa akm ft dot1x": ("auth-key-mgmt-ft-dot1x", False),
    "security wpa akm psk": ("auth-key-mgmt-psk", False),
    "security wpa akm ft psk": ("auth-key-mgmt-ft-psk", False),
    "security wpa akm sae": ("auth-key-mgmt-sae", False),
    "security wpa akm ft sae": ("auth-key-mgmt-ft-sae", False),
    "security wpa akm owe": ("akm-owe", False),
}
Wlan = dict[str, bool | str]


def _any(wlan: Wlan, *leaves: str) -> bool:
    return any(wlan[leaf] for leaf in leaves)


_DOT1X = ("auth-key-mgmt-dot1x", "auth-key-mgmt-dot1x-sha256", "auth-key-mgmt-ft-dot1x")
_PSK = ("auth-key-mgmt-psk", "auth-key-mgmt-ft-psk")
_SAE = ("auth-key-mgmt-sae", "auth-key-mgmt-ft-sae")
#: What a WLAN that is switched on must hold: (claim, holds).
_MUSTS: tuple[tuple[str, Callable[[Wlan], bool]], ...] = (
    ("WPA2 needs a key management", lambda w: not w["wpa2-enabled"] or _any(w, *_DOT1X, *_PSK)),
    ("WPA3 needs a key management of its own and AES",
     lambda w: not w["wpa3-enabled"]
     or (_any(w, "auth-key-mgmt-dot1x-sha256", "auth-key-mgmt-ft-dot1x", *_SAE, "akm-owe") and bool(w["wpa2-aes"]))),
    ("SAE without WPA2 goes with FT off, or on with FT-SAE",
     lambda w: not (w["wpa3-enabled"] and not w["wpa2-enabled"] and w["auth-key-mgmt-sae"])
     or w["ft"] == "off" or (w["ft"] == "on" and bool(w["auth-key-mgmt-ft-sae"]))),
    ("enhanced open needs FT off", lambda w: not w["akm-owe"] or w["ft"] == "off"),
    ("802.1X with SHA-1 is none of WPA3 alone",
     lambda w: not w["wpa3-enabled"] or bool(w["wpa2-enabled"]) or not w["auth-key-mgmt-dot1x"]),
    ("SAE and enhanced open need WPA3", lambda w: bool(w["wpa3-enabled"]) or not _any(w, *_SAE, "akm-owe")),
    ("WPA3 alone requires protected management frames, with WPA2 it may offer them",
     lambda w: not w["wpa3-enabled"] or w["pmf"] == "mandatory" or (bool(w["wpa2-enabled"]) and w["pmf"] == "optional")),
    ("WPA3 alone has no PSK", lambda w: not w["wpa3-enabled"] or bool(w["wpa2-enabled"]) or not _any(w, *_PSK)),
    ("PSK and SAE need a key", lambda w: not _any(w, "auth-key-mgmt-psk", *_SAE) or bool(w["psk"])),
    ("SAE excludes 802.1X", lambda w: not _any(w, *_SAE) or not _any(w, *_DOT1X)),
    ("enhanced open excludes all others", lambda w: not w["akm-owe"] or not (_any(w, *_DOT1X, *_PSK, *_SAE) or w["wpa2-enabled"])),
    ("FT-SAE needs FT on", lambda w: not w["auth-key-mgmt-ft-sae"] or w["ft"] == "on"),
    ("6 GHz alone needs WPA3 without WPA2, and protected management frames",
     lambda w: w["bands"] != "6ghz" or (bool(w["wpa3-enabled"]) and not w["wpa2-enabled"] and w["pmf"] == "mandatory")),
    ("6 GHz beside other bands needs WPA3", lambda w: "6ghz" not in str(w["bands"]) or bool(w["wpa3-enabled"])),
)  # fmt: skip


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    listed = yaml.safe_load((Path(__file__).parent / "wlc_lines.yaml").read_text(encoding="utf-8"))
    return {
        kind: re.compile("|".join(_pattern(shape) for shapes in kinds.values() for shape in shapes))
        for kind, kinds in listed.items()
    }


def _pattern(shape: str) -> str:
    return " ".join(_SHAPES.get(word) or re.escape(word) for word in shape.split(" "))


def _blocks(text: str) -> list[tuple[str, str, list[tuple[int, str]]]]:
    """(kind, first line, lines) of every wireless block."""
    found: list[tuple[str, str, list[tuple[int, str]]]] = []
    here: list[tuple[int, str]] | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith(" "):
            if here is not None and not line.startswith("  "):
                here.append((number, line.strip()))
            continue
        kind = next((kind for start, kind in _KINDS if re.fullmatch(start, line)), None)
        here = [] if kind else None
        if kind and here is not None:
            found.append((kind, line, here))
    return found


def unknown_lines(text: str) -> list[tuple[int, str, str]]:
    """(line number from 1, line, reason) of every line of a wireless block that no source shows; empty is good."""
    found: list[tuple[int, str, str]] = []
    for kind, head, lines in _blocks(text):
        name = head.split(" ")[-1].strip('"')
        if len(name) > 32 and kind != "wlan":
            found.append((lines[0][0] - 1 if lines else 0, head, "a name has 32 characters at most"))
        for number, line in lines:
            said = line.removeprefix("no ")
            if not said.startswith("description ") and not _patterns()[kind].fullmatch(said):
                found.append((number, line, f"is no line of a {kind}"))
            for (where, start), (least, most) in _RANGES.items():
                value = said.removeprefix(f"{start} ")
                if (
                    where == kind
                    and said.startswith(f"{start} ")
                    and not least <= int(value.split(" ")[0]) <= most
                ):
                    found.append((number, line, f"is outside of {least} to {most}"))
    return found


def refused(text: str) -> list[tuple[str, str]]:
    """(first line of a WLAN, claim it breaks) for WLANs that the controller would not switch on; empty is good."""
    found: list[tuple[str, str]] = []
    for kind, head, lines in _blocks(text):
        if kind != "wlan":
            continue
        wlan = _leaves([line for _, line in lines])
        if wlan["on"] and wlan["security-wpa"]:
            found += [(head, claim) for claim, holds in _MUSTS if not holds(wlan)]
    return found


def _leaves(lines: list[str]) -> Wlan:
    wlan: Wlan = dict(_LEAVES.values())
    wlan |= {"on": False, "ft": "adaptive", "pmf": "", "psk": "", "bands": ""}
    for line in lines:
        on, said = not line.startswith("no "), line.removeprefix("no ")
        if said in _LEAVES:
            wlan[_LEAVES[said][0]] = on
        elif said == "shutdown":
            wlan["on"] = not on
        elif said in ("security ft", "security ft adaptive"):
            wlan["ft"] = ("on" if said == "security ft" else "adaptive") if on else "off"
        elif said.startswith("security pmf "):
            wlan["pmf"] = said.split(" ")[2] if on else ""
        elif said.startswith("security wpa psk set-key "):
            wlan["psk"] = said.split(" ")[-1] if on else ""
        elif said.startswith("radio policy dot11 ") and on:
            wlan["bands"] = f"{wlan['bands']} {said.split(' ')[3]}".strip()
    return wlan
