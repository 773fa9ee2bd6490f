"""Reads what `uci export` would print, as strictly as `uci import` would: anything else is an AssertionError.

Rules of openwrt/uci, file.c and util.c: names of sections and options hold letters, digits and underscores,
values stand in single quotes, and a single quote inside is written as quote, backslash, quote, quote.
"""

from __future__ import annotations

import re

from netgen.device import Device
from netgen.rendering import render_device

Section = dict[str, str | list[str]]

_PACKAGE = re.compile(r"package ([A-Za-z0-9_-]+)")
_SECTION = re.compile(r"config ([A-Za-z0-9_-]+) '([A-Za-z0-9_]+)'")
_ENTRY = re.compile(r"\t(option|list) ([A-Za-z0-9_]+) '((?:[^']|'\\'')*)'")


def read(text: str) -> dict[str, dict[tuple[str, str], Section]]:
    """Package to (type, name) to options and lists; every section has a name that no other of the package has."""
    packages: dict[str, dict[tuple[str, str], Section]] = {}
    section: Section = {}
    for line in text.splitlines():
        if found := _PACKAGE.fullmatch(line):
            assert found[1] not in packages, line
            package = packages[found[1]] = {}
        elif found := _SECTION.fullmatch(line):
            assert found[2] not in {name for _, name in package}, f"{line}: a second section of this name"
            section = package[found[1], found[2]] = {}
        elif found := _ENTRY.fullmatch(line):
            kind, key, value = found[1], found[2], found[3].replace("'\\''", "'")
            if kind == "option":
                assert key not in section, f"{line}: a second option of this name"
                section[key] = value
            else:
                items = section.setdefault(key, [])
                assert isinstance(items, list), line
                items.append(value)
        else:
            msg = f"uci does not read {line!r}"
            raise AssertionError(msg)
    return packages


def package(device: Device, name: str) -> dict[tuple[str, str], Section]:
    """One package of a rendered access point."""
    return read(render_device(device))[name]


def section(device: Device, package_name: str, name: str) -> Section:
    """One section, by its name."""
    (found,) = [body for (_, own), body in package(device, package_name).items() if own == name]
    return found
