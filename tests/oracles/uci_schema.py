"""Checks OpenWrt text line by line against the option names of its own sources: `unknown_lines(text)`.

The names are facts in `uci_options.yaml`, each source with its revision. What it does not know: which option needs
which other one, which packages are installed, and what a board can do.
"""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

_LINE = re.compile(r"\s*(package|config|option|list)\s+([\w-]+)(?:\s+'((?:[^']|'\\'')*)')?\s*\Z")
#: Values where a script compares with fixed words (netifd-wireless.sh, mac80211.sh, fw4.uc, netifd).
_VALUES: dict[tuple[str, str], re.Pattern[str]] = {
    ("wireless wifi-device", "band"): re.compile(r"[256]g|60g"),
    ("wireless wifi-device", "htmode"): re.compile(r"NOHT|HT20|HT40[+-]?|VHT(20|40|80|160)|HE(20|40|80|160)|EHT(20|40|80|160|320)"),
    ("wireless wifi-device", "channel"): re.compile(r"auto|\d+"),
    ("wireless wifi-device", "country"): re.compile(r"[A-Z]{2}|00"),
    ("wireless wifi-iface", "encryption"): re.compile(
        r"(none|owe|(psk|psk2|psk-mixed|psk3|psk3-mixed|sae|sae-mixed|wpa|wpa2|wpa-mixed|wpa3|wpa3-mixed|wpa3-192)"
        r"(\+(ccmp|aes|ccmp256|gcmp|gcmp256|tkip|tkip\+ccmp))?|wep(\+(open|shared))?)"
    ),
    ("wireless wifi-iface", "ieee80211w"): re.compile(r"[012]"),
    ("wireless wifi-iface", "dynamic_vlan"): re.compile(r"[012]"),
    ("wireless wifi-iface", "macfilter"): re.compile(r"allow|deny|disable"),
    ("wireless wifi-iface", "mode"): re.compile(r"ap|sta|mesh|adhoc|monitor"),
    ("wireless wifi-iface", "mobility_domain"): re.compile(r"[0-9a-fA-F]{4}"),
    ("network interface", "proto"): re.compile(r"static|dhcp|dhcpv6|none|pppoe"),
    ("network device", "type"): re.compile(r"bridge|8021q|8021ad|macvlan|veth"),
    ("firewall rule", "target"): re.compile(r"ACCEPT|REJECT|DROP|NOTRACK|MARK|HELPER|DSCP"),
    **{
        (f"firewall {kind}", option): re.compile(r"ACCEPT|REJECT|DROP")
        for kind in ("defaults", "zone")
        for option in ("input", "output", "forward")
    },
}  # fmt: skip
_STRICT = ("network", "wireless")
_FLAG = {
    True: re.compile(r"[01]|true|false"),
    False: re.compile(r"[01]|on|off|yes|no|true|false|enabled|disabled"),
}
_PORT = re.compile(r"[\w.-]+(:(t|u|u\*|\*|t\*))?")


@cache
def options() -> dict[str, dict[str, str]]:
    """Section (`network interface`) -> option -> kind."""
    read = yaml.safe_load((Path(__file__).parent / "uci_options.yaml").read_text(encoding="utf-8"))
    return {
        section: {name: kind for kind, names in kinds.items() for name in names}
        for section, kinds in read.items()
    }


def unknown_lines(text: str) -> list[tuple[int, str, str]]:
    """(line number from 1, line, reason) of every line that OpenWrt would not understand; empty is good."""
    found: list[tuple[int, str, str]] = []
    package = section = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        matched = _LINE.match(line)
        if matched is None:
            found.append((number, line, "is no line that `uci export` prints"))
            continue
        word, name, value = matched.groups()
        reason = ""
        if word == "package":
            package, section = name, ""
            reason = "" if any(key.startswith(f"{name} ") for key in options()) else f"no package `{name}`"
        elif word == "config":
            section = f"{package} {name}"
            reason = _section(section, value)
        elif not section:
            reason = "stands in no section"
        else:
            reason = _option(section, word, name, value)
        if reason:
            found.append((number, line, reason))
    return found


def _section(section: str, name: str | None) -> str:
    if section not in options():
        return f"no section `{section}`"
    return "" if name is None or re.fullmatch(r"\w+", name) else f"`{name}` is no name of a section"


def _option(section: str, word: str, name: str, value: str | None) -> str:
    kind = options().get(section, {}).get(name)
    if kind is None:
        return f"`{section}` has no option `{name}`"
    if value is None:
        return f"`{name}` has no value"
    strict = section.startswith(_STRICT)
    if word == "list" and kind != "list" and strict:
        return f"`{name}` is no list"
    if kind == "flag" and not _FLAG[strict].fullmatch(value):
        return f"`{value}` is neither on nor off"
    if kind == "number" and not re.fullmatch(r"-?\d+", value):
        return f"`{value}` is no number"
    wanted = _VALUES.get((section, name))
    if wanted and not wanted.fullmatch(value):
        return f"`{name}` cannot be `{value}`"
    if (section, name) == ("network bridge-vlan", "ports") and not _PORT.fullmatch(value):
        return f"`{value}` is no port of a VLAN"
    return ""
