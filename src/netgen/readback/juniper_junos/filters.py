"""Packet filters: their terms as text, and whom the filter of the box itself (on lo0) lets in.

A filter ends with an implicit discard; a term whose actions do not end it accepts (Junos, Firewall filters).
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedAcl
from netgen.readback.indented import ipv4, split_cidr, whole_number
from netgen.readback.juniper_junos.tree import NOTHING, Node, Notes
from netgen.readback.spans import EVERYTHING, Span, join, network_span, prefixes, subtract

_PORTS = {
    "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "tacacs": 49, "domain": 53, "bootps": 67, "dhcp": 67, "bootpc": 68,
    "tftp": 69, "finger": 79, "http": 80, "ntp": 123, "snmp": 161, "snmptrap": 162, "bgp": 179, "https": 443,
    "syslog": 514, "radius": 1812, "radacct": 1813, "ldp": 646, "ike": 500,
}  # fmt: skip
_PROTOCOLS = {
    "icmp": 1,
    "igmp": 2,
    "tcp": 6,
    "udp": 17,
    "gre": 47,
    "esp": 50,
    "ah": 51,
    "ospf": 89,
    "vrrp": 112,
}
#: Conditions that the analysis follows to the letter.
_FOLLOWED = frozenset((
    "protocol", "protocol-except", "destination-port", "source-address", "source-prefix-list", "tcp-established",
    "tcp-initial", "next-header", "payload-protocol",
))  # fmt: skip


class Flow(msgspec.Struct, frozen=True):
    """A kind of session with the box itself."""

    protocol: str
    port: int


def read_filters(root: Node) -> tuple[ObservedAcl, ...]:
    """Every filter of the text; an entry is a term in one line."""
    found: list[ObservedAcl] = []
    for family in root.sub("firewall", "family").kids.values():
        family.asked = True
        for row in family.entries("filter"):
            entries = tuple(_text(term) for term in row.entries("term"))
            found.append(ObservedAcl(row.key, entries, row.line))
    return tuple(found)


def _text(node: Node) -> str:
    """A block and all in it as words; marks them as understood."""
    parts = [node.words]
    for name, leaf in node.leaves.items():
        leaf.asked = True
        parts.append(" ".join((name, *leaf.values)))
    for kid in node.kids.values():
        kid.asked = True
        parts.append(_text(kid))
    return " ".join(parts)


class Doorkeeper:
    """Who may open sessions with the box itself, by the input filters of lo0."""

    def __init__(self, root: Node, notes: Notes) -> None:
        """Find the filters; `is_bound` is false where nothing stands before the box."""
        self._notes = notes
        self._lists = {row.key: row for row in root.sub("policy-options").entries("prefix-list")}
        filters = {row.key: row for row in root.sub("firewall", "family", "inet").entries("filter")}
        filters |= {row.key: row for row in root.sub("firewall").entries("filter")}
        interfaces = root.sub("interfaces")
        loopback = interfaces.entry("<interface>", "lo0") or NOTHING
        unit = loopback.entry("unit", "0") or NOTHING
        self._rows: list[Node] = []
        self.is_bound, self.line = False, 0
        block = unit.sub("family", "inet", "filter")
        for name in (block.value("input"), *block.values("input-list")):
            if name:
                self.is_bound = True
                self.line = block.line_of("input")
                if name in filters:
                    self._rows.append(filters[name])
                else:
                    notes.doubt(block.line, f"lo0: filter {name} is not defined")
        other = unit.sub("family", "inet6", "filter")
        names6 = [name for name in (other.value("input"), *other.values("input-list")) if name]
        self._is_bound_6 = bool(names6)
        filters6 = {row.key: row for row in root.sub("firewall", "family", "inet6").entries("filter")}
        self._rows_6 = [filters6[name] for name in names6 if name in filters6]
        for name in names6:
            if name not in filters6:
                notes.doubt(other.line, f"lo0: filter {name} is not defined")
        self.speaks_6 = any(
            ("inet6",) in item.sub("family").kids
            for row in interfaces.entries("<interface>")
            for item in row.entries("unit")
        )

    @property
    def is_open_6(self) -> bool:
        """True if IPv6 reaches the box past every filter."""
        return self.speaks_6 and not self._is_bound_6

    def lets_in_6(self, flow: Flow) -> bool:
        """True if a session of this kind may open over IPv6 from anywhere: by a term, or without a filter.

        `next-header` is the first header alone, so that a packet with an extension header passes a term which discards
        by it; `payload-protocol` is the real one (Junos, Firewall Filter Match Conditions for IPv6 Traffic).
        """
        if not self._is_bound_6:
            return self.speaks_6
        for row in self._rows_6:
            for term in row.entries("term"):
                possible, certain = self._match_6(term.sub("from"), flow)
                action = _action(term.sub("then"))
                if possible and action == "accept":
                    return True
                if certain and action == "discard":
                    return False
        return False

    def _match_6(self, block: Node, flow: Flow) -> tuple[bool, bool]:
        """Whether a term may match a kind of session, and whether it certainly matches all of it."""
        certain = True
        for name in ("next-header", "payload-protocol"):
            words = block.values(name)
            if words and not any(_is_protocol(word, flow.protocol) for word in words):
                return False, False
            certain = certain and not (words and name == "next-header")
        ports = block.values("destination-port")
        if ports:
            held = [_holds_port(word, flow.port) for word in ports]
            if True not in held and None not in held:
                return False, False
            certain = certain and True in held
        followed = ("next-header", "payload-protocol", "destination-port")
        others = [name for name in (*block.leaves, *(key[0] for key in block.kids)) if name not in followed]
        return True, certain and not others

    def sources(self, flow: Flow) -> list[Span]:
        """The IPv4 addresses that may open a session of this kind; everything without a filter."""
        if not self.is_bound:
            return [EVERYTHING]
        allowed: list[Span] = []
        open_still: list[Span] = [EVERYTHING]
        for row in self._rows:
            for term in row.entries("term"):
                spans, certain = self._match(term, flow)
                if not spans:
                    continue
                action = _action(term.sub("then"))
                here = _common(spans, open_still)
                if action == "accept":
                    allowed += here
                if action in ("accept", "discard") and certain:
                    open_still = subtract(open_still, here)
        return join(allowed)

    def _match(self, term: Node, flow: Flow) -> tuple[list[Span], bool]:
        """The sources that a term may match for a flow, and whether it certainly matches each."""
        block = term.sub("from")
        if not block.leaves and not block.kids:
            return [EVERYTHING], True
        certain = True
        protocols = (
            *block.values("protocol"),
            *block.values("next-header"),
            *block.values("payload-protocol"),
        )
        if protocols and not any(_is_protocol(word, flow.protocol) for word in protocols):
            return [], False
        if any(_is_protocol(word, flow.protocol) for word in block.values("protocol-except")):
            return [], False
        if ("tcp-established",) in block.kids:
            return [], False
        if ("icmp-type") in block.leaves and not protocols:
            return [], False
        ports = block.values("destination-port")
        if ports:
            held = [_holds_port(word, flow.port) for word in ports]
            if True not in held and None not in held:
                return [], False
            certain = True in held
        spans = [EVERYTHING]
        listed = self._addresses(block)
        if listed is not None:
            spans = listed
        others = [name for name in (*block.leaves, *(key[0] for key in block.kids)) if name not in _FOLLOWED]
        return spans, certain and not others

    def _addresses(self, block: Node) -> list[Span] | None:
        return _sources(block, self._lists, self._notes)


class SourceFilters:
    """The packet filters of units as what they make of the source of packets alone."""

    def __init__(self, root: Node, notes: Notes) -> None:
        """Find the filters of IPv4."""
        self._notes = notes
        self._lists = {row.key: row for row in root.sub("policy-options").entries("prefix-list")}
        self._filters = {row.key: row for row in root.sub("firewall", "family", "inet").entries("filter")}
        self._filters |= {row.key: row for row in root.sub("firewall").entries("filter")}

    def sources(self, unit: str, block: Node) -> tuple[str, ...] | None:
        """The prefixes that packets into a unit may be from; None without a filter.

        A filter that decides by more than the source is reported, since no list of prefixes says what it does.
        """
        name = block.value("input")
        if not name:
            return None
        row = self._filters.get(name)
        if row is None:
            self._notes.doubt(block.line_of("input"), f"{unit}: filter {name} is not defined")
            return ()
        some: list[Span] = []
        all_: list[Span] = []
        undecided, untouched = [EVERYTHING], [EVERYTHING]
        for term in row.entries("term"):
            asked = term.sub("from")
            listed = _sources(asked, self._lists, self._notes)
            spans = [EVERYTHING] if listed is None else listed
            named = (*asked.leaves, *(key[0] for key in asked.kids))
            certain = set(named) <= {"source-address", "source-prefix-list"}
            action = _action(term.sub("then"))
            if action == "accept":
                some += _common(spans, undecided)
                all_ += _common(spans, untouched) if certain else []
            elif action == "discard":
                untouched = subtract(untouched, spans)
            if certain and action in ("accept", "discard"):
                undecided = subtract(undecided, spans)
        if join(some) != join(all_):
            self._notes.doubt(row.line, f"{unit}: filter {name} looks at more than where packets are from")
        return prefixes(join(some))


def _sources(block: Node, lists: dict[str, Node], notes: Notes) -> list[Span] | None:
    """The sources of a term, `except` prefixes taken out; None where it names none."""
    rows: list[tuple[int, Span, bool]] = []
    named = False
    for item in block.sub("source-address").entries("<prefix>"):
        named = True
        rows += _row(item.key, removed=item.has("except"))
    for item in block.sub("source-prefix-list").entries("<name>"):
        named = True
        found = lists.get(item.key)
        if found is None:
            notes.doubt(item.line, f"prefix list {item.key} is not defined")
            continue
        if found.value("apply-path"):
            found.keep("apply-path")
            rows.append((0, EVERYTHING, item.has("except")))
        for prefix in found.entries("<prefix>"):
            rows += _row(prefix.key, removed=item.has("except"))
    if not named:
        return None
    spans: list[Span] = []
    for _, span, removed in sorted(rows):
        spans = subtract(spans, [span]) if removed else [*spans, span]
    return join(spans)


def _row(text: str, *, removed: bool) -> list[tuple[int, Span, bool]]:
    parts = split_cidr(text) or split_cidr(f"{text}/32")
    if parts is None:
        return []
    address = ipv4(parts[0])
    return [] if address is None else [(parts[1], network_span(address, parts[1]), removed)]


def _common(one: list[Span], other: list[Span]) -> list[Span]:
    return subtract(one, subtract([EVERYTHING], other))


def _action(block: Node) -> str:
    if block.has("accept"):
        return "accept"
    if any([block.has("discard"), block.has("reject")]):
        return "discard"
    return "next" if block.value("next") else "accept"


def _is_protocol(word: str, protocol: str) -> bool:
    return word == protocol or whole_number(word) == _PROTOCOLS.get(protocol)


def _holds_port(word: str, port: int) -> bool | None:
    """True if a port or range of ports holds a port; None when the word is not known."""
    low, dash, high = word.partition("-")
    if word in _PORTS:
        return _PORTS[word] == port
    first, last = whole_number(low), whole_number(high if dash else low)
    if first is None or last is None:
        return None
    return first <= port <= last
