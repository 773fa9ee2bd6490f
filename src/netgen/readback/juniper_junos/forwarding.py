"""Filter-based forwarding: a packet filter that sends what it matches to a routing table of its own.

Terms are asked in order and the first match decides; what no term matches is discarded (Junos, Firewall
filters). A table of `instance-type forwarding` has its own routes alone: where they are gone, its traffic is lost.
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedRoute, ObservedSteering
from netgen.readback.indented import ipv4, split_cidr, whole_number
from netgen.readback.juniper_junos.layer3 import forwarding_tables, static_routes
from netgen.readback.juniper_junos.names import Interfaces
from netgen.readback.juniper_junos.tree import Node, Notes
from netgen.readback.spans import EVERYTHING, Span, join, network_span, prefixes, subtract

_DEFAULT = "0.0.0.0/0"
_MAIN = "inet.0"
_LAST_PORT = 65535
_WITH_PORTS = frozenset({"tcp", "udp", "sctp"})
#: What a term of such a filter may say.
_MATCHES = frozenset({"source-address", "destination-address", "protocol", "destination-port"})
_ACTIONS = frozenset({"accept", "routing-instance", "count", "log", "syslog"})


class _Term(msgspec.Struct, frozen=True):
    """A term, and the table that it sends to ("" for the usual one)."""

    name: str
    sources: tuple[str, ...]
    destinations: tuple[str, ...]
    flows: tuple[tuple[str, int, int], ...]
    table: str
    line: int


class Forwarding:
    """The filters of a text that choose a table, and the tables that they choose."""

    def __init__(self, root: Node, interfaces: Interfaces, notes: Notes) -> None:
        """Find the tables of forwarding alone and the filters that lead there."""
        self._root = root
        self._interfaces = interfaces
        self._notes = notes
        self._tables = forwarding_tables(root)

    def rules(self, preferred: tuple[ObservedRoute, ...]) -> tuple[ObservedSteering, ...]:
        """Every term of the filters that lead to a table, for the units where the filter is.

        `preferred` are routes that a watch puts into tables.
        """
        ways = {name: self._ways(name, preferred) for name in self._tables}
        filters = self._filters()
        homes = self._homes({row.key for row in filters})
        found: list[ObservedSteering] = []
        for row in filters:
            terms = [self._term(row, term) for term in row.entries("term")]
            incoming = tuple(homes.get(row.key, ()))
            if not incoming:
                self._notes.doubt(row.line, f"filter {row.key} leads to a table and is on no interface")
                continue
            for term in terms:
                if term.table and term.table not in self._tables:
                    text = (
                        f"filter {row.key}, term {term.name}: no table of forwarding is called {term.table}"
                    )
                    self._notes.doubt(term.line, text)
            if not terms or (terms[-1].sources, terms[-1].destinations, terms[-1].flows) != (
                (_DEFAULT,),
                (_DEFAULT,),
                (),
            ):
                self._notes.doubt(row.line, f"filter {row.key} discards what no term of it matches")
            found += [
                ObservedSteering(
                    name=f"{row.key} {term.name}",
                    sources=term.sources,
                    destinations=term.destinations,
                    flows=term.flows,
                    ways=ways.get(term.table, ()),
                    line=term.line,
                    incoming=incoming,
                    ends_here=bool(term.table),
                    table=term.table,
                )
                for term in terms
            ]
        self._check_groups()
        return tuple(found)

    def _filters(self) -> list[Node]:
        block = self._root.sub("firewall")
        rows = [*block.sub("family", "inet").entries("filter"), *block.entries("filter")]
        return [row for row in rows if any(_leads_away(term) for term in row.entries("term"))]

    def _homes(self, names: set[str]) -> dict[str, list[str]]:
        """Units by the filter of what comes in, for some filters."""
        found: dict[str, list[str]] = {}
        for row in self._root.sub("interfaces").entries("<interface>"):
            for unit in row.entries("unit"):
                block = unit.sub("family", "inet", "filter")
                for leaf in ("input", "input-list"):
                    held = block.leaves.get(leaf)
                    for name in set(held.values) & names if held else ():
                        block.values(leaf)
                        found.setdefault(name, []).append(self._interfaces.name(f"{row.key}.{unit.key}"))
        return found

    def _term(self, home: Node, row: Node) -> _Term:
        block, then = row.sub("from"), row.sub("then")
        said = {*block.leaves, *(key[0] for key in block.kids)}
        acts = {*then.leaves, *(key[0] for key in then.kids)}
        place = f"filter {home.key}, term {row.key}"
        for word in sorted(said - _MATCHES):
            self._notes.doubt(row.line, f"{place}: what `{word}` matches is not known")
        for word in sorted(acts - _ACTIONS):
            self._notes.doubt(row.line, f"{place}: `{word}` does more than to choose a table")
        return _Term(
            row.key,
            _prefixes(block, "source-address"),
            _prefixes(block, "destination-address"),
            self._flows(block, place),
            then.value("routing-instance"),
            row.line,
        )

    def _flows(self, block: Node, place: str) -> tuple[tuple[str, int, int], ...]:
        protocols, ports = block.values("protocol"), block.values("destination-port")
        if ports and not set(protocols) <= _WITH_PORTS | {"6", "17", "132"}:
            self._notes.doubt(block.line, f"{place}: ports without a protocol that has them")
        found: list[tuple[str, int, int]] = []
        for protocol in protocols:
            for text in ports or ("",):
                low, dash, high = text.partition("-")
                first, last = whole_number(low), whole_number(high if dash else low)
                if text and (first is None or last is None):
                    self._notes.doubt(block.line, f"{place}: `{text}` is no range of ports")
                if not text:
                    first, last = (0, _LAST_PORT) if protocol in _WITH_PORTS else (-1, -1)
                found.append((protocol, first or 0, last or 0) if first != -1 else (protocol, -1, -1))
        return tuple(found)

    def _ways(self, name: str, preferred: tuple[ObservedRoute, ...]) -> tuple[tuple[str, str], ...]:
        """The default routes of a table, the one that is used first in front; no other route may be there."""
        row = self._tables[name]
        routes = static_routes(row, name, self._interfaces, self._root, self._notes)
        for route in routes:
            if route.prefix != _DEFAULT or route.vrf != name:
                self._notes.doubt(route.line, f"table {name} has a route to {route.prefix}")
        ranks: dict[tuple[str, str], tuple[int, int]] = {}
        for route in (*routes, *(item for item in preferred if item.vrf == name)):
            rank = route.distance, route.metric
            ranks[route.interface, route.gateway] = min(
                rank, ranks.get((route.interface, route.gateway), rank)
            )
        ordered = sorted(ranks.items(), key=lambda pair: pair[1])
        if len(set(ranks.values())) < len(ranks):
            self._notes.doubt(row.line, f"table {name}: two ways are used at once")
        left = [item for item in preferred if item.prefix == _DEFAULT and not item.vrf]
        for route in left:
            mirrored = {item.gateway for item in preferred if item.vrf == name and item.line == route.line}
            if ("", route.gateway) in ranks and route.gateway not in mirrored:
                text = f"table {name}: the way by {route.gateway} stays when all its pings are lost"
                self._notes.doubt(route.line, text)
        if any(gateway for _, gateway in ranks) and f"{name}.{_MAIN}" not in self._imported():
            self._notes.doubt(row.line, f"table {name} knows no network of an interface, so no gateway")
        return tuple(way for way, _ in ordered)

    def _imported(self) -> tuple[str, ...]:
        options = self._root.sub("routing-options")
        name = options.sub("interface-routes", "rib-group").value("inet")
        row = options.entry("rib-groups", name)
        return row.values("import-rib") if row else ()

    def _check_groups(self) -> None:
        """Networks of interfaces go from the usual table to those of forwarding, and nowhere else."""
        ribs = self._imported()
        strange = [rib for rib in ribs if rib != _MAIN and rib.removesuffix(f".{_MAIN}") not in self._tables]
        if strange or (ribs and ribs[0] != _MAIN):
            line = self._root.sub("routing-options").line
            self._notes.doubt(line, f"networks of interfaces are imported to {' '.join(ribs)}")


def _leads_away(term: Node) -> bool:
    return "routing-instance" in term.sub("then").leaves


def _prefixes(block: Node, name: str) -> tuple[str, ...]:
    rows = block.sub(name).entries("<prefix>")
    spans: list[tuple[int, Span, bool]] = []
    for row in rows:
        parts = split_cidr(row.key) or split_cidr(f"{row.key}/32")
        address = ipv4(parts[0]) if parts else None
        if parts is not None and address is not None:
            spans.append((parts[1], network_span(address, parts[1]), row.has("except")))
    if not rows:
        return (_DEFAULT,)
    found: list[Span] = []
    for _, span, removed in sorted(spans):
        found = subtract(found, [span]) if removed else join([*found, span])
    return (_DEFAULT,) if EVERYTHING in found else prefixes(found)
