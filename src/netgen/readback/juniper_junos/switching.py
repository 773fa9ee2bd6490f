"""Ports, LAGs, VLANs and spanning tree of an EX switch (Enhanced Layer 2 software).

Defaults that act without a line: a port with `family ethernet-switching` is an access port of VLAN 1, and no port
gives power that `poe` does not name.
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedPort, ObservedVlan
from netgen.readback.indented import whole_number
from netgen.readback.juniper_junos.access_control import Authentication
from netgen.readback.juniper_junos.guards import Guards, read_ra_guard
from netgen.readback.juniper_junos.names import Interfaces, Vlans, is_port, lag_number
from netgen.readback.juniper_junos.quality import Quality
from netgen.readback.juniper_junos.spanning_tree import SpanningTree
from netgen.readback.juniper_junos.tree import NOTHING, Node, Notes

#: Without a number a storm control profile lets 80 percent pass (CLI reference, storm-control-profiles).
_DEFAULT_STORM = 80.0
_STORM_KINDS = ("broadcast", "multicast", "unicast")


class Switching(msgspec.Struct, frozen=True):
    """What this module found."""

    vlans: tuple[ObservedVlan, ...]
    ports: tuple[ObservedPort, ...]
    stp_mode: str
    stp_priority: int
    stp_region: tuple[str, ...]
    snooping_vlans: tuple[int, ...]
    inspected_vlans: tuple[int, ...]


def read_switching(
    root: Node, interfaces: Interfaces, vlans: Vlans, quality: Quality, notes: Notes
) -> Switching:
    """The layer 2 facts of a text."""
    reader = _Reader(root, interfaces, vlans, quality, notes)
    return Switching(
        vlans=_vlans(vlans, notes),
        ports=reader.ports(),
        stp_mode=reader.tree.mode,
        stp_priority=reader.tree.priority,
        stp_region=reader.tree.region,
        snooping_vlans=tuple(sorted(reader.guard.snooped)),
        inspected_vlans=tuple(sorted(reader.guard.inspected)),
    )


def _vlans(vlans: Vlans, notes: Notes) -> tuple[ObservedVlan, ...]:
    found: dict[int, ObservedVlan] = {}
    for name, row in vlans.rows.items():
        numbers = (vlans.ids[name],) if name in vlans.ids else vlans.lists.get(name, ())
        if not numbers:
            notes.doubt(row.line, f"VLAN {name} has no valid id")
        for number in numbers:
            if number in found:
                notes.doubt(
                    row.line_of("vlan-id"), f"VLANs {found[number].name} and {name} have the id {number}"
                )
            found.setdefault(number, ObservedVlan(number, name, row.line))
    return tuple(found[number] for number in sorted(found))


class _Reader:
    def __init__(
        self, root: Node, interfaces: Interfaces, vlans: Vlans, quality: Quality, notes: Notes
    ) -> None:
        self.root = root
        self.interfaces = interfaces
        self.vlans = vlans
        self.notes = notes
        self.tree = SpanningTree(root, interfaces, notes)
        self.guard = Guards(vlans, interfaces)
        self.quality = quality
        self.rows = {row.key: row for row in root.sub("interfaces").entries("<interface>")}
        self.storms = {
            row.key: row for row in root.sub("forwarding-options").entries("storm-control-profiles")
        }
        self.poe = {
            port: row for row in root.sub("poe").entries("interface") for port in interfaces.ports(row.key)
        }
        self.loops = {
            port
            for row in root.sub("protocols", "loop-detect").entries("interface")
            for port in interfaces.ports(row.key)
        }
        self.voices = self._read_voices()
        self.authentication = Authentication(root, interfaces, vlans, self.voices, notes)
        self.guarded = read_ra_guard(root, interfaces, notes)
        count = whole_number(root.sub("chassis", "aggregated-devices", "ethernet").value("device-count", "0"))
        self.device_count = count or 0

    def _read_voices(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for row in self.root.sub("switch-options", "voip").entries("interface"):
            numbers = self.vlans.resolve(row.value("vlan"))
            if not numbers or (numbers[0] not in self.vlans.defined):
                self.notes.doubt(row.line, f"voice VLAN `{row.value('vlan')}` of {row.key} is not defined")
            for port in self.interfaces.ports(row.key):
                found[port] = numbers[0] if numbers else 0
        return found

    def ports(self) -> tuple[ObservedPort, ...]:
        """Every physical port and every LAG of the text."""
        found = [
            self._port(name, row) for name, row in self.rows.items() if is_port(name) or lag_number(name)
        ]
        self._check_names(self.voices, "voice VLAN")
        return tuple(found)

    def _check_names(self, named: dict[str, int], what: str) -> None:
        for port in named:
            if port not in self.rows and port != "access-ports":
                self.notes.doubt(
                    self.root.sub("switch-options").line, f"{what}: interface {port} is not defined"
                )

    def _port(self, name: str, row: Node) -> ObservedPort:
        unit = row.entry("unit", "0")
        switched = unit is not None and ("ethernet-switching",) in unit.sub("family").kids
        family = unit.sub("family", "ethernet-switching") if unit is not None and switched else NOTHING
        bundle = _bundle(row)
        lag = self._lag(name, row, bundle, unit) if bundle else None
        mode = "access"
        if switched:
            mode = "trunk" if family.value("interface-mode") == "trunk" else "access"
        elif unit is not None and any(key in unit.sub("family").kids for key in (("inet",), ("inet6",))):
            mode = "routed"
        if family.value("port-mode"):
            family.keep("port-mode")
            self.notes.doubt(family.line_of("port-mode"), f"{name}: `port-mode` is not for this software")
        if switched and mode == "routed":
            self.notes.doubt(row.line, f"{name} is switched and routed at once")
        members, everything = self._members(name, family)
        untagged, carried = self._untagged(name, row, family, mode, members, switched=switched)
        shutdown = row.has("disable") or (unit is not None and unit.has("disable"))
        spanning = self.tree.row(name)
        edge = spanning is not None and spanning.has("edge")
        guarded = (edge and self.tree.blocks_edges) or self.tree.is_shielded(name)
        if switched and not shutdown and self.tree.mode and spanning is None and not guarded:
            self.notes.doubt(row.line, f"{name} takes no part in spanning tree and no BPDU shuts it")
        storm = self._storm(name, family)
        vlans = self.guard.snooped if everything else {*carried, untagged}
        trusted, trusted_for_arp = self.guard.trust_of(name, vlans, mode)
        power = self.poe.get(name) or self.poe.get("all")
        access = self.authentication.of(name)
        aggregate = row.sub("aggregated-ether-options", "lacp")
        voice = self.voices.get(
            name, self.voices.get("access-ports", 0) if mode == "access" and switched else 0
        )
        return ObservedPort(
            name=name,
            line=row.line,
            description=row.value("description") or "",
            mode=mode,
            untagged=untagged,
            allowed=() if everything or mode != "trunk" else tuple(sorted(carried)),
            allows_all=everything and mode == "trunk",
            voice=voice,
            shutdown=shutdown,
            lag=lag[0] if lag else 0,
            lag_active=lag[1] if lag else aggregate.has("active"),
            edge=edge,
            bpdu_guard=guarded,
            root_guard=spanning is not None and spanning.has("no-root-port"),
            isolated=self._isolated(members),
            poe_off=power is None or power.has("disable"),
            snooping_trusted=trusted,
            acl_in=family.sub("filter").value("input"),
            acl_out=family.sub("filter").value("output"),
            storm=bool(storm),
            storm_limits=storm,
            dot1x=access.dot1x,
            mab=access.mab,
            admits=access.admits,
            guest_vlan=access.guest_vlan,
            failed_vlan=access.failed_vlan,
            critical_vlan=access.critical_vlan,
            critical=access.critical,
            dynamic_vlan=access.dynamic_vlan,
            reauthenticate_s=access.reauthenticate_s,
            source_guard=mode == "access"
            and untagged in self.guard.sourced
            and not self.guard.trusts(name, untagged, mode),
            arp_trusted=trusted_for_arp,
            ra_guard=name in self.guarded
            or any(f"vlan {each}" in self.guarded for each in self._names(members)),
            trust=self.quality.trust(name),
            poe_priority="" if power is None else power.value("priority", "low"),
            mtu=self._mtu(row) or (self._mtu(self.rows[bundle]) if bundle in self.rows else 0),
            loop_guard=name in self.loops,
        )

    def _names(self, members: tuple[str, ...]) -> tuple[str, ...]:
        by_id = {number: name for name, number in self.vlans.ids.items()}
        return tuple(by_id.get(number, "") for text in members for number in self.vlans.resolve(text) or ())

    def _members(self, name: str, family: Node) -> tuple[tuple[str, ...], bool]:
        members = family.sub("vlan").values("members")
        everything = "all" in members
        for text in members:
            if text == "all":
                continue
            numbers = self.vlans.resolve(text)
            missing = numbers is None or any(number not in self.vlans.defined for number in numbers)
            if missing:
                self.notes.doubt(
                    family.sub("vlan").line_of("members"), f"{name}: VLAN `{text}` is not defined"
                )
        return tuple(text for text in members if text != "all"), everything

    def _untagged(
        self, name: str, row: Node, family: Node, mode: str, members: tuple[str, ...], *, switched: bool
    ) -> tuple[int, set[int]]:
        """The untagged VLAN (0 when untagged frames are dropped), and all that a trunk carries."""
        ids = {number for text in members for number in self.vlans.resolve(text) or ()}
        if not switched:
            return 1, set()
        native = row.value("native-vlan-id") or family.value("native-vlan-id")
        if mode == "trunk":
            number = whole_number(native) if native else 0
            if number is None or number > 4094:
                self.notes.doubt(row.line_of("native-vlan-id"), f"{name}: native VLAN `{native}` is no VLAN")
                number = 0
            return number, ids
        if native:
            self.notes.doubt(
                row.line_of("native-vlan-id"), f"{name}: a native VLAN has no effect on an access port"
            )
        if len(ids) > 1:
            self.notes.doubt(family.line, f"{name} is an access port of {len(ids)} VLANs, which is refused")
        return (min(ids) if ids else 1), set()

    def _lag(self, name: str, row: Node, bundle: str, unit: Node | None) -> tuple[int, bool]:
        """(group, LACP is active) of a member."""
        number, lag = lag_number(bundle), self.rows.get(bundle)
        if not number or lag is None:
            self.notes.doubt(row.line, f"{name} is in {bundle}, which is not defined")
        elif number >= self.device_count:
            text = f"{bundle} is not made: the chassis has {self.device_count} aggregated devices"
            self.notes.doubt(lag.line, text)
        if unit is not None:
            self.notes.doubt(unit.line, f"{name} is in {bundle} and has a unit of its own")
        return number, lag is not None and lag.sub("aggregated-ether-options", "lacp").has("active")

    def _storm(self, name: str, family: Node) -> tuple[tuple[str, float], ...]:
        profile = family.value("storm-control")
        if not profile:
            return ()
        row = self.storms.get(profile)
        if row is None:
            self.notes.doubt(
                family.line_of("storm-control"), f"{name}: storm control {profile} is not defined"
            )
            return ()
        if not row.has("all"):
            return ()
        block = row.sub("all")
        percent = _DEFAULT_STORM
        if block.value("bandwidth-percentage"):
            percent = float(whole_number(block.value("bandwidth-percentage")) or 0)
        if block.value("bandwidth-level"):
            percent = -1.0
        left_out = {
            kind
            for kind, words in (
                ("broadcast", ("no-broadcast",)),
                ("multicast", ("no-multicast", "no-registered-multicast", "no-unregistered-multicast")),
                ("unicast", ("no-unknown-unicast",)),
            )
            if True in [block.has(word) for word in words]
        }
        return tuple((kind, percent) for kind in _STORM_KINDS if kind not in left_out)

    def _mtu(self, row: Node) -> int:
        """The largest frame of a port in bytes; a member of a LAG has that of the LAG."""
        return whole_number(row.value("mtu", "0")) or 0

    def _isolated(self, members: tuple[str, ...]) -> bool:
        """True if all VLANs of a port are isolated parts of a private VLAN."""
        rows = [self.vlans.rows[name] for name in self._names(members) if name in self.vlans.rows]
        return bool(rows) and {row.value("private-vlan") for row in rows} == {"isolated"}


def _bundle(row: Node) -> str:
    for options in ("ether-options", "gigether-options"):
        for kid in row.sub(options, "802.3ad").entries("<bundle>"):
            return kid.key
    return ""
