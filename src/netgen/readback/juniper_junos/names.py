"""Interface names: what a fact calls an interface, and the VLANs that a text names.

A fact knows a port without its unit 0, and a tunnel by the name of the VPN that is bound to it.
"""

from __future__ import annotations

import re

from netgen.readback.indented import whole_number
from netgen.readback.juniper_junos.tree import Node

_PORT = re.compile(r"(?:fe|ge|mge|xe|et)-\d+/\d+/\d+(?::\d+)?\Z")
_LAG = re.compile(r"ae(\d+)\Z")
VLAN_MAX = 4094
#: Group number of `ae0`, since 0 means that a port is in no group.
_GROUP_OF_AE0 = -1


def is_port(name: str) -> bool:
    """True for a physical Ethernet port."""
    return _PORT.match(name) is not None


def lag_number(name: str) -> int:
    """The group number of `aeN`; 0 for any other name."""
    found = _LAG.match(name)
    if found is None or len(found[1]) > 4:
        return 0
    return int(found[1]) or _GROUP_OF_AE0


def _unit_of(text: str) -> str:
    return text if "." in text else f"{text}.0"


class Interfaces:
    """The interfaces of a text: names of tunnels by their unit, ports of PPPoE sessions, members of ranges."""

    def __init__(self, root: Node, ranges: dict[str, tuple[str, ...]]) -> None:
        """Read which VPN is bound to which unit, and which session runs over which port.

        A unit with two VPNs and a session on a port with two keep their own names.
        """
        self.ranges = ranges
        bound: dict[str, list[str]] = {}
        for vpn in root.sub("security", "ipsec").entries("vpn"):
            unit = vpn.value("bind-interface")
            if unit:
                bound.setdefault(unit, []).append(vpn.key)
        self.tunnels = {unit: names[0] for unit, names in bound.items() if len(names) == 1}
        below: dict[str, list[str]] = {}
        sessions = root.sub("interfaces").entry("<interface>", "pp0")
        for row in sessions.entries("unit") if sessions else ():
            port = row.sub("pppoe-options").value("underlying-interface")
            if port:
                below.setdefault(_unit_of(port), []).append(f"pp0.{row.key}")
        self.sessions = {units[0]: _unit_of(port) for port, units in below.items() if len(units) == 1}

    def name(self, text: str) -> str:
        """What a fact calls `ge-0/0/0.0`, `ae0.30` or `st0.1`.

        A PPPoE session goes by the port that carries it, as a circuit does; the port beneath it is then no circuit.
        """
        if text in self.tunnels:
            return self.tunnels[text]
        if text in self.sessions:
            return self.sessions[text].removesuffix(".0")
        if _unit_of(text) in self.sessions.values():
            return _unit_of(text)
        port, dot, unit = text.partition(".")
        return port if dot and unit == "0" and port not in ("irb", "st0") else text

    def ports(self, text: str) -> tuple[str, ...]:
        """The ports that a protocol's `interface` line means: one, or the members of a range."""
        port, _, unit = text.partition(".")
        if text in self.ranges:
            return self.ranges[text]
        return (port,) if unit in ("", "0") else (text,)


class Vlans:
    """The VLANs of a text by name, with their blocks."""

    def __init__(self, root: Node) -> None:
        """Read names and ids; `default` is VLAN 1 unless the text says otherwise."""
        self.rows: dict[str, Node] = {row.key: row for row in root.sub("vlans").entries("<vlan>")}
        self.ids: dict[str, int] = {}
        self.lists: dict[str, tuple[int, ...]] = {}
        for name, row in self.rows.items():
            number = vlan_number(row.value("vlan-id"))
            if number:
                self.ids[name] = number
            listed = tuple(each for text in row.values("vlan-id-list") for each in vlan_range(text))
            if listed:
                self.lists[name] = listed
        self.ids.setdefault("default", 1)
        self.defined = {*self.ids.values(), *(each for listed in self.lists.values() for each in listed)}

    def resolve(self, text: str) -> tuple[int, ...] | None:
        """The ids that a name, an id or a range means; None when nothing has that name."""
        if text in self.ids:
            return (self.ids[text],)
        if text in self.lists:
            return self.lists[text]
        return vlan_range(text) or None


def vlan_number(text: str) -> int:
    """A VLAN id, else 0."""
    number = whole_number(text)
    return number if number is not None and 1 <= number <= VLAN_MAX else 0


def vlan_range(text: str) -> tuple[int, ...]:
    """The ids of `100` or `100-110`; () when it is neither."""
    low, dash, high = text.partition("-")
    first, last = vlan_number(low), vlan_number(high if dash else low)
    return tuple(range(first, last + 1)) if first and last else ()
