"""The spanning tree of an EX switch: it runs where an interface is named, or everywhere with `interface all`."""

from __future__ import annotations

import re

from netgen.readback.juniper_junos.names import Interfaces
from netgen.readback.juniper_junos.tree import NOTHING, Node, Notes

_STP_MODES = {"mstp": "mstp", "rstp": "rstp", "vstp": "rapid-pvst", "stp": "stp"}
_PRIORITY = re.compile(r"(\d{1,5})(k?)\Z")
_DEFAULT_PRIORITY = 32768
_HIGHEST_PRIORITY = 61440


class SpanningTree:
    """The one spanning tree protocol of the text, and what it says of each port."""

    def __init__(self, root: Node, interfaces: Interfaces, notes: Notes) -> None:
        protocols = root.sub("protocols")
        running = [
            (name, protocols.sub(name))
            for name in _STP_MODES
            if protocols.has(name) and not protocols.has(name, "disable")
        ]
        if len(running) > 1:
            names = " and ".join(name for name, _ in running)
            notes.doubt(running[1][1].line, f"{names} together: a switch speaks one spanning tree")
        name, self.block = running[0] if running else ("", NOTHING)
        self.mode = _STP_MODES.get(name, "")
        if self.block.value("force-version") == "stp":
            self.mode = "stp"
        self.priority = self._priority(name, notes)
        self.region = self._region(name)
        self.blocks_edges = self.block.has("bpdu-block-on-edge")
        self.rows: dict[str, Node] = {}
        for row in self.block.entries("interface"):
            for port in interfaces.ports(row.key):
                self.rows[port] = row
        self.shields: set[str] = set()
        for row in protocols.sub("layer2-control", "bpdu-block").entries("interface"):
            if row.has("drop"):
                row.keep("drop")
            elif not row.has("disable"):
                self.shields.update(interfaces.ports(row.key))

    def _priority(self, name: str, notes: Notes) -> int:
        if name == "vstp":
            found = [_bridge_priority(row, notes) for row in self.block.entries("vlan")]
            return min(found, default=_DEFAULT_PRIORITY)
        return _bridge_priority(self.block, notes)

    def _region(self, name: str) -> tuple[str, ...]:
        if name != "mstp":
            return ()
        found = []
        if self.block.value("configuration-name"):
            found.append(f"name {self.block.value('configuration-name')}")
        if self.block.value("revision-level"):
            found.append(f"revision {self.block.value('revision-level')}")
        found += [
            f"instance {row.key} vlan {','.join(row.values('vlan'))}" for row in self.block.entries("msti")
        ]
        return tuple(sorted(found))

    def row(self, port: str) -> Node | None:
        """What the protocol says of a port; None where it does not run there."""
        found = self.rows.get(port) or self.rows.get("all")
        return None if found is None or found.has("disable") else found

    def is_shielded(self, port: str) -> bool:
        """True if a BPDU shuts the port whatever the protocol says of it."""
        return port in self.shields or "all" in self.shields


def _bridge_priority(block: Node, notes: Notes) -> int:
    text = block.value("bridge-priority")
    if not text:
        return _DEFAULT_PRIORITY
    match = _PRIORITY.match(text)
    number = int(match[1]) * (1024 if match[2] else 1) if match else -1
    if number < 0 or number > _HIGHEST_PRIORITY or number % 4096:
        notes.doubt(
            block.line_of("bridge-priority"), f"bridge priority `{text}` is no multiple of 4k up to 60k"
        )
        return _DEFAULT_PRIORITY
    return number
