"""Interfaces, zones and screens of an SRX."""

from __future__ import annotations

import re

from netgen.readback.facts import ObservedFloodGuard, ObservedInterface, ObservedZone
from netgen.readback.indented import bounds, ipv4, ipv4_text, network, split_cidr, whole_number
from netgen.readback.juniper_junos.filters import SourceFilters
from netgen.readback.juniper_junos.names import Interfaces, Vlans, lag_number
from netgen.readback.juniper_junos.tree import NOTHING, Node, Notes

#: Preference of the default route that a DHCP client installs (Access-internal; Junos, route preferences).
DHCP_PREFERENCE = 12
#: What `all` and `any-service` mean among those that somebody could misuse.
_EVERY_SERVICE = (
    "ftp", "http", "https", "netconf", "ntp", "ping", "rlogin", "rsh", "snmp", "ssh", "telnet", "tftp", "traceroute",
)  # fmt: skip
#: Thresholds of floods without a number (CLI reference, ids-option).
_FLOODS: tuple[tuple[str, str, str, int], ...] = (
    ("tcp", "syn-flood", "attack-threshold", 200),
    ("icmp", "flood", "threshold", 1000),
    ("udp", "flood", "threshold", 1000),
)
#: Attacks of a single packet; a fact has them with the threshold 1.
_ATTACKS = (
    ("icmp", "ping-death"), ("ip", "source-route-option"), ("ip", "spoofing"), ("ip", "tear-drop"), ("tcp", "land"),
)  # fmt: skip
_POINT_TO_POINT = (30, 31)
_RATE = re.compile(r"(\d{1,12})([kmg]?)\Z")
_THOUSANDS = {"": 1, "k": 1000, "m": 1000_000, "g": 1000_000_000}


class Inbound:
    """What the box itself answers, by unit: the interface's own words, or else those of its zone."""

    def __init__(self, root: Node) -> None:
        self.zone_of: dict[str, str] = {}
        self.words: dict[str, tuple[str, ...]] = {}
        zones = root.sub("security", "zones")
        for zone in [*zones.entries("security-zone"), *zones.entries("functional-zone")]:
            usual = _inbound(zone)
            for item in zone.sub("interfaces").entries("<interface>"):
                own = item.kids.get(("host-inbound-traffic",))
                self.words[item.key] = _inbound(item) if own is not None else usual


def _inbound(block: Node) -> tuple[str, ...]:
    inbound = block.sub("host-inbound-traffic")
    found: dict[str, None] = {}
    removed: set[str] = set()
    for item in inbound.sub("system-services").entries("<service>"):
        if item.has("except"):
            removed.add(item.key)
        elif item.key in ("all", "any-service"):
            found.update(dict.fromkeys(_EVERY_SERVICE))
        else:
            found[item.key] = None
    for item in inbound.sub("protocols").entries("<protocol>"):
        if item.has("except"):
            removed.add(f"protocol:{item.key}")
        else:
            found[f"protocol:{item.key}"] = None
    return tuple(word for word in found if word not in removed)


def read_interfaces(
    root: Node, interfaces: Interfaces, vlans: Vlans, relays: dict[str, tuple[str, ...]], notes: Notes
) -> tuple[ObservedInterface, ...]:
    """Every port, LAG and unit; a port and its unit 0 are one interface unless it carries VLANs."""
    inbound = Inbound(root)
    rows = root.sub("interfaces").entries("<interface>")
    members: dict[str, list[str]] = {}
    for row in rows:
        for options in ("ether-options", "gigether-options"):
            block = row.sub(options)
            for kid in block.sub("802.3ad").entries("<bundle>"):
                members.setdefault(kid.key, []).append(row.key)
            if block.value("redundant-parent"):
                members.setdefault(block.value("redundant-parent"), []).append(row.key)
    names = {row.key for row in rows}
    for bundle, ports in members.items():
        if bundle not in names:
            notes.doubt(root.sub("interfaces").line, f"{', '.join(ports)}: {bundle} is not defined")
    _check_device_count(root, rows, notes)
    irb = {row.value("l3-interface"): vlans.ids.get(name, 0) for name, row in vlans.rows.items()}
    found: list[ObservedInterface] = []
    rates, filters = _rates(root, notes), SourceFilters(root, notes)
    for row in rows:
        found += _Port(
            row, interfaces, inbound, relays, irb, tuple(members.get(row.key, ())), rates, filters, notes
        ).read()
    underlying = {item.native: item for item in found if item.mode == "pppoe"}
    if underlying:
        over = {item.name for item in underlying.values()}
        found = [item for item in found if item.mode == "pppoe" or item.name not in over]
        _check_encapsulation(rows, interfaces, notes)
    _check_overlaps(found, notes)
    return tuple(found)


def _check_device_count(root: Node, rows: list[Node], notes: Notes) -> None:
    count = (
        whole_number(root.sub("chassis", "aggregated-devices", "ethernet").value("device-count", "0")) or 0
    )
    for row in rows:
        if row.key.startswith("ae") and lag_number(row.key) and max(lag_number(row.key), 0) >= count:
            notes.doubt(row.line, f"{row.key} is not made: the chassis has {count} aggregated devices")


def _check_encapsulation(rows: list[Node], interfaces: Interfaces, notes: Notes) -> None:
    """A port beneath a session speaks PPPoE alone: neither an address of its own nor another encapsulation."""
    for row in rows:
        for unit in row.entries("unit"):
            label = f"{row.key}.{unit.key}"
            if label not in interfaces.sessions.values():
                continue
            if unit.value("encapsulation") != "ppp-over-ether":
                notes.doubt(unit.line, f"{label} carries a session and does not speak PPPoE")
            if unit.sub("family", "inet").has("dhcp") or unit.sub("family", "inet").entries("address"):
                notes.doubt(unit.line, f"{label} carries a session and has an address beside it")


def _rates(root: Node, notes: Notes) -> dict[str, int]:
    """The shaping rate of each interface or unit that has one, in kbit/s."""
    found: dict[str, int] = {}
    for row in root.sub("class-of-service", "interfaces").entries("<interface>"):
        for label, block in (
            (row.key, row),
            *((f"{row.key}.{unit.key}", unit) for unit in row.entries("unit")),
        ):
            text = block.value("shaping-rate")
            match = _RATE.match(text)
            if match:
                found[label] = int(match[1]) * _THOUSANDS[match[2]] // 1000
            elif text:
                notes.doubt(block.line_of("shaping-rate"), f"{label}: `{text}` is no rate")
    return found


def _user(block: Node) -> str:
    for way in ("chap", "pap"):
        if block.sub(way).value("local-name"):
            return block.sub(way).value("local-name")
    return ""


class _Port:
    """One interface with its units."""

    def __init__(
        self,
        row: Node,
        interfaces: Interfaces,
        inbound: Inbound,
        relays: dict[str, tuple[str, ...]],
        irb: dict[str, int],
        members: tuple[str, ...],
        rates: dict[str, int],
        filters: SourceFilters,
        notes: Notes,
    ) -> None:
        self.row = row
        self.interfaces = interfaces
        self.inbound = inbound
        self.relays = relays
        self.irb = irb
        self.members = members
        self.notes = notes
        self.rates = rates
        self.filters = filters
        self.tagged = any([row.has("vlan-tagging"), row.has("flexible-vlan-tagging")])

    def read(self) -> list[ObservedInterface]:
        """The facts of the port and of its units."""
        row, name = self.row, self.row.key
        units = row.entries("unit")
        found: list[ObservedInterface] = []
        if name in ("irb", "st0", "lo0", "pp0"):
            return [self._unit(unit) for unit in units]
        base = next((unit for unit in units if unit.key == "0" and not unit.value("vlan-id")), None)
        if self.tagged and base is not None:
            self.notes.doubt(base.line, f"{name} carries VLANs and unit 0 has none")
        lacp = row.sub("aggregated-ether-options", "lacp")
        is_lag = bool(lag_number(name)) or name.startswith("reth")
        found.append(
            self._fact(
                name,
                "aggregate" if is_lag else "physical",
                base,
                members=self.members,
                native=f"{name}.0" if base is not None else "",
                lag_active=any(
                    [lacp.has("active"), row.sub("redundant-ether-options", "lacp").has("active")]
                ),
            )
        )
        return found + [self._unit(unit) for unit in units if unit is not base]

    def _unit(self, unit: Node) -> ObservedInterface:
        port = self.row.key
        label = f"{port}.{unit.key}"
        if port == "st0":
            return self._fact(self.interfaces.name(label), "tunnel", unit, native=label)
        if port == "lo0":
            return self._fact(label, "loopback", unit)
        if port == "pp0":
            below = unit.sub("pppoe-options").value("underlying-interface")
            if not below:
                self.notes.doubt(unit.line, f"{label} has no underlying interface")
            return self._fact(self.interfaces.name(label), "physical", unit, native=label, mode="pppoe")
        if port == "irb":
            return self._fact(label, "vlan", unit, vlan=self.irb.get(label, 0))
        number = whole_number(unit.value("vlan-id", "0")) or 0
        if not number:
            self.notes.doubt(unit.line, f"{label} has no VLAN")
        if number and not self.tagged:
            self.notes.doubt(unit.line, f"{label} has a VLAN and {port} does not carry VLANs")
        return self._fact(label, "vlan", unit, vlan=number, parent=port)

    def _fact(
        self,
        name: str,
        kind: str,
        unit: Node | None,
        *,
        vlan: int = 0,
        parent: str = "",
        native: str = "",
        mode: str = "",
        members: tuple[str, ...] = (),
        lag_active: bool = False,
    ) -> ObservedInterface:
        row, block = self.row, unit or NOTHING
        label = f"{row.key}.{unit.key}" if unit is not None else row.key
        inet = block.sub("family", "inet")
        dynamic = inet.has("dhcp")
        client = inet.sub("dhcp") if dynamic else NOTHING
        address, length, remote = self._address(inet, label, kind)
        if dynamic and address:
            self.notes.doubt(inet.line, f"{label} has an address and takes one by DHCP")
        if mode == "pppoe" and not inet.has("negotiate-address") and not address:
            self.notes.doubt(block.line, f"{label} negotiates no address")
        access = self.inbound.words.get(label, ())
        if row.key in ("fxp0", "em0") and unit is not None:
            access = self.inbound.words.get(label, ("ssh",))
        return ObservedInterface(
            name=name,
            kind=kind,
            line=unit.line if unit is not None and kind != "physical" else row.line,
            address=address,
            length=length,
            mode=mode or ("dhcp" if dynamic else "static"),
            vlan=vlan,
            parent=parent,
            members=members,
            access=access,
            shutdown=row.has("disable") or block.has("disable"),
            lag_active=lag_active,
            relays=self.relays.get(label, ()),
            distance=DHCP_PREFERENCE if dynamic else 0,
            takes_dns=dynamic and not client.has("no-dns-install"),
            remote=remote,
            native=native,
            metric=whole_number(client.value("metric", "0")) or 0,
            shape_kbps=self.rates.get(label, self.rates.get(row.key, 0)),
            user=_user(block.sub("ppp-options")),
            brings_no_default=mode == "pppoe",
            # That of lo0 guards the box itself, and is read for itself.
            sources=None if kind == "loopback" else self.filters.sources(label, inet.sub("filter")),
        )

    def _address(self, inet: Node, label: str, kind: str) -> tuple[str, int, str]:
        """Address, length and the other end of a tunnel."""
        rows = inet.entries("address")
        if not rows:
            return "", 0, ""
        if len(rows) > 1:
            self.notes.doubt(rows[1].line, f"{label} has {len(rows)} addresses")
        read = split_cidr(rows[0].key)
        if read is None:
            self.notes.doubt(rows[0].line, f"{label}: `{rows[0].key}` is no address with a length")
            return "", 0, ""
        address, length = read
        other = rows[0].value("destination")
        if kind == "tunnel" and not other and length in _POINT_TO_POINT:
            first, last = bounds(network(address, length) or "0.0.0.0/0")
            low, high = (first, last) if length == _POINT_TO_POINT[1] else (first + 1, last - 1)
            other = ipv4_text(high if ipv4(address) == low else low)
        return address, length, other


def _check_overlaps(found: list[ObservedInterface], notes: Notes) -> None:
    taken: list[tuple[int, int, ObservedInterface]] = []
    for item in found:
        prefix = network(item.address, item.length) if item.address else None
        if prefix is None:
            continue
        first, last = bounds(prefix)
        for low, high, other in taken:
            if first <= high and low <= last:
                notes.doubt(item.line, f"{item.name}: {item.address}/{item.length} overlaps {other.name}")
        taken.append((first, last, item))


def read_zones(
    root: Node, interfaces: Interfaces, open_inside: set[str], notes: Notes
) -> tuple[ObservedZone, ...]:
    """The security zones; `open_inside` are those whose members a policy lets talk to each other."""
    units = {
        f"{row.key}.{unit.key}"
        for row in root.sub("interfaces").entries("<interface>")
        for unit in row.entries("unit")
    }
    homes: dict[str, str] = {}
    found: list[ObservedZone] = []
    for zone in root.sub("security", "zones").entries("security-zone"):
        members: list[str] = []
        for item in zone.sub("interfaces").entries("<interface>"):
            unit = item.key if "." in item.key else f"{item.key}.0"
            if unit not in units:
                notes.doubt(item.line, f"zone {zone.key}: interface {item.key} is not defined")
            if unit in homes:
                notes.doubt(item.line, f"{item.key} is in zone {homes[unit]} and in zone {zone.key}")
            homes[unit] = zone.key
            members.append(interfaces.name(unit))
        found.append(ObservedZone(zone.key, tuple(members), zone.key in open_inside, zone.line))
    return tuple(found)


def read_flood_guards(root: Node, interfaces: Interfaces, notes: Notes) -> tuple[ObservedFloodGuard, ...]:
    """The screens, once for each interface of a zone that has one."""
    screens = {row.key: row for row in root.sub("security", "screen").entries("ids-option")}
    found: list[ObservedFloodGuard] = []
    for zone in root.sub("security", "zones").entries("security-zone"):
        name = zone.value("screen")
        if not name:
            continue
        row = screens.get(name)
        if row is None:
            notes.doubt(zone.line_of("screen"), f"zone {zone.key}: screen {name} is not defined")
            continue
        action = "alarm" if row.has("alarm-without-drop") else "block"
        anomalies = [(f"{family} {kind}", action, 1) for family, kind in _ATTACKS if row.has(family, kind)]
        for family, kind, threshold, usual in _FLOODS:
            if row.has(family, kind):
                number = whole_number(row.sub(family, kind).value(threshold, str(usual)))
                anomalies.append((f"{family} {kind}", action, number or 0))
        found += [
            ObservedFloodGuard(name, interfaces.name(item.key), tuple(anomalies), enabled=True, line=row.line)
            for item in zone.sub("interfaces").entries("<interface>")
        ]
    return tuple(found)
