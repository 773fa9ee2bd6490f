"""Addresses, routing instances, routes and relays of a switch; routes of a firewall too."""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedRoute, ObservedSvi
from netgen.readback.indented import bounds, cidr_network, ipv4, network, split_cidr, whole_number
from netgen.readback.juniper_junos.names import Interfaces, Vlans, is_port, lag_number
from netgen.readback.juniper_junos.tree import NOTHING, Node, Notes

#: Preference of a static route (Junos, route preferences).
STATIC_PREFERENCE = 5
BLACKHOLE = "blackhole"
_SEPARATE = frozenset(("virtual-router", "vrf"))
#: A table that packet filters choose (see `forwarding`).
_CHOSEN = "forwarding"
#: Interfaces that have an address of their own beside irb and ports.
_OWN = ("me0", "em0", "fxp0", "vme", "lo0")


class Instances:
    """The routing instances with a table of their own, and which interfaces each has."""

    def __init__(self, root: Node, notes: Notes) -> None:
        self.rows: dict[str, Node] = {}
        self.of: dict[str, str] = {}
        units = _units(root)
        for row in root.sub("routing-instances").entries("<instance>"):
            kind = row.value("instance-type")
            if kind not in _SEPARATE:
                if kind != _CHOSEN:
                    row.keep("instance-type")
                continue
            self.rows[row.key] = row
            for item in row.entries("interface"):
                if item.key in self.of:
                    notes.doubt(item.line, f"{item.key} is in {self.of[item.key]} and in {row.key}")
                elif item.key not in units:
                    notes.doubt(item.line, f"instance {row.key}: interface {item.key} is not defined")
                self.of[item.key] = row.key


def forwarding_tables(root: Node) -> dict[str, Node]:
    """The tables of `instance-type forwarding` by name, which packet filters choose."""
    found: dict[str, Node] = {}
    for row in root.sub("routing-instances").entries("<instance>"):
        leaf = row.leaves.get("instance-type")
        if leaf and leaf.values[-1:] == [_CHOSEN]:
            leaf.asked = True
            found[row.key] = row
    return found


def _units(root: Node) -> dict[str, Node]:
    return {
        f"{row.key}.{unit.key}": unit
        for row in root.sub("interfaces").entries("<interface>")
        for unit in row.entries("unit")
    }


class Filters(msgspec.Struct, frozen=True):
    """The packet filters bound to a unit."""

    inward: str
    outward: str


def bound_filters(inet: Node, unit: str, known: set[str], notes: Notes) -> Filters:
    """The names of the filters of `family inet`, lists joined by spaces."""
    block = inet.sub("filter")
    found = []
    for way in ("input", "output"):
        names = tuple(name for name in (block.value(way), *block.values(f"{way}-list")) if name)
        for name in names:
            if name not in known:
                notes.doubt(block.line, f"{unit}: filter {name} is not defined")
        found.append(" ".join(names))
    return Filters(*found)


def read_addresses(
    root: Node,
    instances: Instances,
    vlans: Vlans,
    relays: dict[str, tuple[str, ...]],
    filters: set[str],
    notes: Notes,
) -> tuple[ObservedSvi, ...]:
    """One fact for each IPv4 address of a switch, and one for an irb unit without any."""
    by_unit: dict[str, int] = {}
    for name, row in vlans.rows.items():
        routed = row.value("l3-interface")
        if routed:
            if routed in by_unit:
                notes.doubt(row.line_of("l3-interface"), f"{routed} belongs to two VLANs")
            by_unit[routed] = vlans.ids.get(name, 0)
    quiet = root.has("system", "no-redirects")
    found: list[ObservedSvi] = []
    units = _units(root)
    for name, unit in units.items():
        port = name.partition(".")[0]
        inet = unit.sub("family").kids.get(("inet",))
        is_irb = port == "irb"
        if not (is_irb or is_port(port) or lag_number(port) or port in _OWN) or (inet is None and not is_irb):
            continue
        if is_irb and name not in by_unit:
            notes.doubt(unit.line, f"{name} belongs to no VLAN and stays down")
        inet = unit.sub("family", "inet") if inet is not None else NOTHING
        bound = bound_filters(inet, name, filters, notes)
        addresses = inet.entries("address")
        if port == "lo0" and not addresses:
            continue
        parent = root.sub("interfaces").entry("<interface>", port) or NOTHING
        if inet.has("dhcp"):
            inet.keep("dhcp")
        parts: list[tuple[str, int, int]] = []
        for row in addresses:
            read = split_cidr(row.key)
            if read is None:
                notes.doubt(row.line, f"{name}: `{row.key}` is no address with a length")
            parts.append((*(read or (row.key, 0)), row.line))
        for address, length, line in parts or [("", 0, unit.line)]:
            found.append(
                ObservedSvi(
                    name=name,
                    vlan=by_unit.get(name, 0),
                    vrf=instances.of.get(name, ""),
                    address=address,
                    length=length,
                    shutdown=parent.has("disable") or unit.has("disable"),
                    line=line,
                    acl_in=bound.inward,
                    acl_out=bound.outward,
                    relays=relays.get(name, ()),
                    proxy_arp=unit.has("proxy-arp"),
                    redirects=not quiet and not inet.has("no-redirects"),
                )
            )
    for unit_name in by_unit:
        if unit_name not in units:
            notes.doubt(vlans.rows[_vlan_of(vlans, unit_name)].line, f"{unit_name} is not defined")
    _check_overlaps(found, notes)
    return tuple(found)


def _vlan_of(vlans: Vlans, unit: str) -> str:
    return next(name for name, row in vlans.rows.items() if row.value("l3-interface") == unit)


def read_relays(root: Node, instances: Instances, notes: Notes) -> dict[str, tuple[str, ...]]:
    """Where requests of each unit's clients go."""
    found: dict[str, tuple[str, ...]] = {}
    for block in (root, *instances.rows.values()):
        relay = block.sub("forwarding-options", "dhcp-relay")
        groups = {
            row.key: tuple(item.key for item in row.entries("<address>"))
            for row in relay.sub("server-group").entries("<name>")
        }
        usual = next((row.key for row in relay.entries("active-server-group")), "")
        for row in relay.entries("group"):
            name = next((item.key for item in row.entries("active-server-group")), usual)
            if name not in groups:
                notes.doubt(row.line, f"DHCP relay {row.key}: server group `{name}` is not defined")
            for item in row.entries("interface"):
                found[item.key] = found.get(item.key, ()) + groups.get(name, ())
    return found


def _check_overlaps(svis: list[ObservedSvi], notes: Notes) -> None:
    taken: list[tuple[str, int, int, int, str]] = []
    for svi in svis:
        value, prefix = ipv4(svi.address), network(svi.address, svi.length)
        if value is None or prefix is None:
            continue
        first, last = bounds(prefix)
        for vrf, other, low, high, name in taken:
            if vrf != svi.vrf:
                continue
            if value == other:
                notes.doubt(svi.line, f"{svi.name} has the address of {name}, {svi.address}")
            elif first <= high and low <= last:
                notes.doubt(svi.line, f"the subnet of {svi.name}, {prefix}, overlaps that of {name}")
        taken.append((svi.vrf, value, first, last, svi.name))


def read_routes(
    root: Node, instances: Instances, interfaces: Interfaces, notes: Notes
) -> tuple[ObservedRoute, ...]:
    """The IPv4 static routes of all tables; one that leads nowhere has the interface `blackhole`."""
    return tuple(
        route
        for vrf, block in [("", root), *instances.rows.items()]
        for route in static_routes(block, vrf, interfaces, root, notes)
    )


def static_routes(
    block: Node, vrf: str, interfaces: Interfaces, root: Node, notes: Notes
) -> list[ObservedRoute]:
    """The IPv4 static routes of one table, that of an instance or the usual one."""
    found: list[ObservedRoute] = []
    known = _units(root)
    options = block.sub("routing-options")
    tables = [options.sub("static")]
    ipv4_table = options.entry("rib", f"{vrf}.inet.0" if vrf else "inet.0")
    if ipv4_table is not None:
        tables.append(ipv4_table.sub("static"))
    for table in tables:
        usual = whole_number(table.sub("defaults").value("preference", str(STATIC_PREFERENCE)))
        for row in table.entries("route"):
            found += _routes(row, vrf, usual or STATIC_PREFERENCE, interfaces, known, notes)
    return found


def _routes(
    row: Node, vrf: str, usual: int, interfaces: Interfaces, known: dict[str, Node], notes: Notes
) -> list[ObservedRoute]:
    if ":" in row.key:
        row.asked = False
        return []
    prefix = cidr_network(row.key) or cidr_network(f"{row.key}/32")
    if prefix is None:
        notes.doubt(row.line, f"route `{row.key}` has no valid prefix")
        return []
    if "/" in row.key and prefix != row.key:
        notes.doubt(row.line, f"route {row.key} has host bits")
    distance = _number(row, "preference", usual, notes)
    ways: list[tuple[str, int]] = [(hop, distance) for hop in row.values("next-hop")]
    others = row.entries("qualified-next-hop")
    ways += [(other.key, _number(other, "preference", distance, notes)) for other in others]
    found: list[ObservedRoute] = []
    for hop, preference in ways:
        if ipv4(hop) is not None:
            found.append(ObservedRoute(vrf, prefix, hop, "", preference, row.line))
            continue
        if hop not in known:
            notes.doubt(row.line, f"route {prefix}: interface {hop} is not defined")
        found.append(ObservedRoute(vrf, prefix, "", interfaces.name(hop), preference, row.line))
    if row.value("next-table"):
        found.append(ObservedRoute(vrf, prefix, "", f"table {row.value('next-table')}", distance, row.line))
    nowhere = [row.has(word) for word in ("discard", "reject", "receive")]
    if True in nowhere:
        if found:
            notes.doubt(row.line, f"route {prefix} leads somewhere and nowhere at once")
        found.append(ObservedRoute(vrf, prefix, "", BLACKHOLE, distance, row.line))
    if not found:
        notes.doubt(row.line, f"route {prefix} leads nowhere and does not say so")
    return found


def _number(row: Node, name: str, usual: int, notes: Notes) -> int:
    text = row.value(name)
    if not text:
        return usual
    number = whole_number(text)
    if number is None:
        notes.doubt(row.line_of(name), f"`{name}` is not a number")
        return usual
    return number
