"""Network address translation of an SRX: which traffic between zones has its source hidden, and what is let in.

Source rules are tried in their order, rule set by rule set; `off` leaves traffic as it is (Junos, Source NAT).
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedForward, ObservedTranslation
from netgen.readback.indented import ipv4, ipv4_text, split_cidr, whole_number
from netgen.readback.juniper_junos.names import Interfaces
from netgen.readback.juniper_junos.objects import AddressBook, Applications
from netgen.readback.juniper_junos.tree import Node, Notes
from netgen.readback.spans import EVERYTHING, Span, network_span, subtract

#: Length of a prefix that is one host.
_HOST = 32
Rectangle = tuple[tuple[Span, ...], tuple[Span, ...]]


class _Rule(msgspec.Struct, frozen=True):
    """A source rule: from and to zones, sources and destinations, and whether it translates."""

    from_zones: tuple[str, ...]
    to_zones: tuple[str, ...]
    sources: tuple[Span, ...]
    destinations: tuple[Span, ...]
    translates: bool
    certain: bool


class SourceNat:
    """The source rules of a text."""

    def __init__(self, root: Node, zone_of: dict[str, str], book: AddressBook, notes: Notes) -> None:
        self._rules: list[_Rule] = []
        self._book = book
        self._notes = notes
        source = root.sub("security", "nat", "source")
        pools = {row.key for row in source.entries("pool")}
        for rule_set in source.entries("rule-set"):
            ends = [self._zones(rule_set, way, zone_of) for way in ("from", "to")]
            for row in rule_set.entries("rule"):
                self._read(rule_set, row, ends, pools)

    def _zones(self, rule_set: Node, way: str, zone_of: dict[str, str]) -> tuple[str, ...]:
        block = rule_set.sub(way)
        zones = list(block.values("zone"))
        for name in block.values("interface"):
            if name not in zone_of:
                self._notes.doubt(
                    rule_set.line, f"NAT rule set {rule_set.key}: interface {name} is in no zone"
                )
            zones.append(zone_of.get(name, ""))
        known = set(zone_of.values())
        for name in zones:
            if name and name not in known and name != "junos-host":
                self._notes.doubt(rule_set.line, f"NAT rule set {rule_set.key}: zone {name} has no interface")
        if block.values("routing-instance"):
            block.keep("routing-instance")
        return tuple(zones)

    def _read(self, rule_set: Node, row: Node, ends: list[tuple[str, ...]], pools: set[str]) -> None:
        match = row.sub("match")
        action = row.sub("then", "source-nat")
        certain = True
        for name in ("source-port", "destination-port"):
            for item in match.entries(name):
                item.asked = False
                certain = False
        for name in ("protocol", "application"):
            if match.values(name) and match.values(name) != ("any",):
                match.keep(name)
                certain = False
        named = action.sub("pool").entries("<pool>")
        for pool in named:
            if pool.key not in pools:
                self._notes.doubt(pool.line, f"NAT rule {row.key}: pool {pool.key} is not defined")
        off = action.has("off")
        does = action.has("interface") or bool(named)
        if not off and not does:
            self._notes.doubt(row.line, f"NAT rule {row.key} of {rule_set.key} does nothing")
        self._rules.append(
            _Rule(
                ends[0],
                ends[1],
                self._spans(match, "source-address", row),
                self._spans(match, "destination-address", row),
                does and not off,
                certain,
            )
        )

    def _spans(self, match: Node, name: str, row: Node) -> tuple[Span, ...]:
        texts, names = match.values(name), match.values(f"{name}-name")
        if not texts and not names:
            return (EVERYTHING,)
        found: list[Span] = []
        for text in texts:
            parts = split_cidr(text) or split_cidr(f"{text}/32")
            if parts is None:
                if ":" not in text:
                    self._notes.doubt(match.line_of(name), f"NAT rule {row.key}: `{text}` is not a prefix")
                continue
            found.append(network_span(ipv4(parts[0]) or 0, parts[1]))
        for text in names:
            fact = self._book.name(text, ())
            if fact is None:
                self._notes.doubt(match.line, f"NAT rule {row.key}: address {text} is not defined")
            else:
                found += self._book.spans(fact)
        return tuple(found)

    def hides(self, source_zone: str, destination_zone: str, packets: Rectangle) -> tuple[bool, bool]:
        """(some packets are translated, some are not) of those that a policy lets pass between two zones."""
        left: list[Rectangle] = [packets]
        translated = False
        for rule in self._rules:
            if source_zone not in rule.from_zones or destination_zone not in rule.to_zones:
                continue
            after: list[Rectangle] = []
            for piece in left:
                inside, outside = _cut(piece, (rule.sources, rule.destinations))
                translated = translated or (inside is not None and rule.translates)
                after += outside if rule.certain else [piece]
                if inside is not None and not rule.translates and rule.certain:
                    after.append(((), ()))  # an exception: some of it keeps its source
            left = after
        return translated, bool(left)


def _cut(piece: Rectangle, other: Rectangle) -> tuple[Rectangle | None, list[Rectangle]]:
    """The part of a rectangle inside another, and the parts outside of it."""
    sources, destinations = _common(piece[0], other[0]), _common(piece[1], other[1])
    if not sources or not destinations:
        return None, [piece]
    outside = []
    rest = tuple(subtract(list(piece[0]), list(other[0])))
    if rest:
        outside.append((rest, piece[1]))
    rest = tuple(subtract(list(piece[1]), list(other[1])))
    if rest:
        outside.append((sources, rest))
    return (sources, destinations), outside


def _common(one: tuple[Span, ...], other: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(subtract(list(one), subtract([EVERYTHING], list(other))))


def read_forwards(
    root: Node,
    interfaces: Interfaces,
    members: dict[str, tuple[str, ...]],
    applications: Applications,
    notes: Notes,
) -> tuple[ObservedForward, ...]:
    """Destination and static rules: one fact for each interface where they act.

    `members` are the interfaces of each zone by their names in facts.
    """
    nat = root.sub("security", "nat")
    found: list[ObservedForward] = []
    pools = {row.key: row for row in nat.sub("destination").entries("pool")}
    for kind, action in (("destination", "destination-nat"), ("static", "static-nat")):
        for rule_set in nat.sub(kind).entries("rule-set"):
            ends = rule_set.sub("from")
            places = [interfaces.name(name) for name in ends.values("interface")]
            for zone in ends.values("zone"):
                if zone not in members:
                    notes.doubt(rule_set.line, f"NAT rule set {rule_set.key}: zone {zone} is not defined")
                places += members.get(zone, ())
            for row in rule_set.entries("rule"):
                block = row.sub("then", action)
                if block.has("off") or _ranges(row) is not None:
                    continue
                inside = _inside(row, block, pools, notes)
                flows = _flows(row.sub("match"), block, applications, notes)
                outside = " ".join(row.sub("match").values("destination-address"))
                sources = row.sub("match").values("source-address") if kind == "destination" else ()
                for name in ("source-address-name", "destination-address-name"):
                    row.sub("match").keep(name)
                if kind == "static":
                    row.sub("match").keep("source-address")
                found += [
                    ObservedForward(
                        row.key, place, outside.removesuffix("/32"), inside, flows, row.line, tuple(sources)
                    )
                    for place in places or [""]
                ]
    return tuple(found)


def read_translations(
    root: Node, interfaces: Interfaces, members: dict[str, tuple[str, ...]]
) -> tuple[ObservedTranslation, ...]:
    """Static rules for whole prefixes: both ways, between the inside and where the rule set says `from`."""
    found: list[ObservedTranslation] = []
    for rule_set in root.sub("security", "nat", "static").entries("rule-set"):
        ends = rule_set.sub("from")
        places = [interfaces.name(name) for name in ends.values("interface")]
        places += [name for zone in ends.values("zone") for name in members.get(zone, ())]
        for row in rule_set.entries("rule"):
            spans = _ranges(row)
            if spans is None:
                continue
            outside, inside = (f"{ipv4_text(first)}-{ipv4_text(last)}" for first, last in spans)
            found.append(
                ObservedTranslation(row.key, inside, outside, "both", tuple(places) or ("any",), row.line)
            )
            for name in ("source-address", "source-address-name", "destination-address-name"):
                row.sub("match").keep(name)
    return tuple(found)


def _ranges(row: Node) -> tuple[Span, Span] | None:
    """(outside, inside) of a static rule for two prefixes of one length; None for any other rule."""
    outside = row.sub("match").values("destination-address")
    block = row.sub("then", "static-nat", "prefix")
    inside = [item.key for item in block.entries("<prefix>")]
    parts = [split_cidr(text) for text in (*outside, *inside)]
    if len(outside) != 1 or len(inside) != 1 or parts[0] is None or parts[1] is None:
        return None
    if parts[0][1] != parts[1][1] or parts[0][1] == _HOST:
        return None
    one, other = (network_span(ipv4(part[0]) or 0, part[1]) for part in parts if part is not None)
    return one, other


def _inside(row: Node, block: Node, pools: dict[str, Node], notes: Notes) -> str:
    found: list[str] = []
    for item in block.sub("pool").entries("<pool>"):
        pool = pools.get(item.key)
        if pool is None:
            notes.doubt(item.line, f"NAT rule {row.key}: pool {item.key} is not defined")
            continue
        address = pool.sub("address")
        text = " ".join(each.key.removesuffix("/32") for each in address.entries("<prefix>"))
        if address.value("to"):
            text += f"-{address.value('to')}"
        if address.value("port"):
            text += f" port {address.value('port')}"
        found.append(text)
    found += [item.key.removesuffix("/32") for item in block.sub("prefix").entries("<prefix>")]
    return " ".join(found)


def _flows(
    match: Node, block: Node, applications: Applications, notes: Notes
) -> tuple[tuple[str, int, int], ...]:
    found: list[tuple[str, int, int]] = []
    for name in match.values("application"):
        if not applications.knows(name):
            notes.doubt(match.line_of("application"), f"NAT: application {name} is not defined")
        found += applications.contents(name)
    protocols = [word for word in match.values("protocol") if word in ("tcp", "udp")] or ["tcp", "udp"]
    for item in match.entries("destination-port"):
        first = whole_number(item.key)
        last = whole_number(item.value("to", item.key))
        if first is not None and last is not None:
            found += [(protocol, first, last) for protocol in protocols]
    del block
    return tuple(dict.fromkeys(found))
