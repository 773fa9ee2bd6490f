"""An independent oracle for `set` lines of PAN-OS: the vendor's specification of the configuration, condensed.

It knows nothing of templates, devices or readers: a path that the vendor does not know, a value outside of an
enumeration, a number or a text outside of its bounds is an objection.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

EXTRACT = Path(__file__).parent / "panos_paths.txt"
_WORD = re.compile(r'"([^"]*)"|(\S+)')
#: Texts of a secret stand for one that the push puts in.
_PLACEHOLDER = re.compile(r"NETGEN_SECRET\..+\.END")

#: What the specification does not cover, each with where else its form is known from.
UNCOVERED = (
    ("import network", "administrator's guide, virtual systems: interfaces are imported"),
    (
        "deviceconfig system permitted-ip",
        "administrator's guide, restrict access to the management interface",
    ),
    ("deviceconfig system service", "batfish palo_alto test configurations"),
    ("deviceconfig system route service", "administrator's guide, service routes"),
    ("deviceconfig system snmp-setting", "public configurations; agent algorithms since PAN-OS 10.2"),
    ("deviceconfig system authentication-profile", "administrator's guide, administrator authentication"),
    ("deviceconfig setting", "PaloAltoNetworks/iron-skillet, panos set commands"),
    ("mgt-config password-complexity", "PaloAltoNetworks/iron-skillet, panos set commands"),
    (
        "deviceconfig high-availability",
        "PaloAltoNetworks/pan-os-python, panos/ha.py; batfish palo_alto test configurations; administrator's guide",
    ),
    ("server-profile netflow", "administrator's guide, NetFlow exports"),
    (
        "network ike crypto-profiles global-protect-app-crypto-profiles",
        "public configurations of running firewalls; GlobalProtect, ciphers used to set up IPsec tunnels",
    ),
    ("network tunnel global-protect-gateway", "public configuration of a running firewall"),
)


class _Level:
    """What may follow a path: words, the name of an entry, or a value."""

    def __init__(self) -> None:
        self.below: dict[str, _Level] = {}
        self.kind = ""


@cache
def _root() -> _Level:
    root = _Level()
    for line in EXTRACT.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        path, _, kind = line.partition("\t")
        level = root
        for word in path.split():
            level = level.below.setdefault(word, _Level())
        level.kind = kind
    return root


def words_of(line: str) -> list[str]:
    """The words of a line, quotes taken off."""
    return [quoted or bare for quoted, bare in _WORD.findall(line)]


def is_uncovered(line: str) -> bool:
    """True where the specification is silent, so that another source vouches for the line."""
    path = line.removeprefix("set ").removeprefix("shared ")
    return any(path == prefix or path.startswith(f"{prefix} ") for prefix, _ in UNCOVERED)


def objections(text: str) -> Iterator[tuple[int, str]]:
    """(line, what is wrong) for every line that the vendor's specification does not allow."""
    for number, line in enumerate(text.splitlines(), 1):
        if line and not is_uncovered(line):
            wrong = _objection(words_of(line))
            if wrong:
                yield number, f"{wrong}: {line}"


def _objection(words: list[str]) -> str:
    if words[0] != "set":
        return "no set line"
    path = words[2:] if words[1] == "shared" else words[1:]
    level = _root()
    for place, word in enumerate(path):
        if level.kind and not level.below:
            return _value(level.kind, path[place:])
        below = level.below.get(word) or level.below.get("*")
        if below is None:
            return _value(level.kind, path[place:]) if level.kind else f"`{word}` is unknown here"
        level = below
    return "" if level.kind in ("entry", "empty") else "a value is missing"


def _value(kind: str, words: list[str]) -> str:
    """What is wrong with the words behind a path of some kind; "" when they fit."""
    name, _, bounds = kind.partition(" ")
    if name == "list":
        values = words[1:-1] if words[0] == "[" and words[-1] == "]" else words
        if words[0] != "[" and len(words) != 1:
            return "several values without brackets"
        strange = [value for value in values if bounds and value not in bounds.split("|")]
        return f"`{strange[0]}` is not one of {bounds}" if strange else "" if values else "an empty list"
    if len(words) != 1:
        return (
            f"`{words[1]}` after the value"
            if name not in ("entry", "empty")
            else f"`{words[0]}` is unknown here"
        )
    return _single(name, bounds, words[0])


def _single(name: str, bounds: str, word: str) -> str:
    low, _, high = bounds.partition("..")
    if name == "yesno":
        return "" if word in ("yes", "no") else f"`{word}` is neither yes nor no"
    if name == "enum":
        return "" if word in bounds.split("|") else f"`{word}` is not one of {bounds}"
    if name == "int":
        fits = word.isdigit() and int(low or 0) <= int(word) <= int(high or word)
        return "" if fits else f"`{word}` is not in {bounds}"
    if name == "text" and not _PLACEHOLDER.fullmatch(word):
        fits = int(low or 0) <= len(word) <= int(high or len(word))
        return "" if fits else f"`{word}` is not {bounds} characters long"
    return "" if name == "text" else f"`{word}` is unknown here"
