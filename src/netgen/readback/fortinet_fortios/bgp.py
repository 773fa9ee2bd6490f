"""BGP: neighbours, what enters BGP, and the route maps and prefix lists between it and each neighbour.

Defaults are those of the schema of FortiOS 7.6 (keepalive 60 s, hold 180 s, a neighbour's own timers unset). Rules
of a route map count in the order of their numbers, not of the text; what no rule permits is refused (Fortinet,
Administration Guide, Route maps). A prefix without `ge` and `le` means itself alone.
"""

from __future__ import annotations

from netgen.readback.facts import (
    ObservedBfd,
    ObservedBgp,
    ObservedBgpPeer,
    ObservedInterface,
    ObservedRouteRule,
)
from netgen.readback.fortinet_fortios.tree import Node
from netgen.readback.indented import ipv4
from netgen.readback.spans import address_and_length, network_text

_LONGEST = 32
_EVERYTHING = ("0.0.0.0/0", 0, _LONGEST)
_DEFAULT_ROUTE = ("0.0.0.0/0", 0, 0)
#: A neighbour's own timer that is not set.
_UNSET = 4294967295
_AS_PART = 1 << 16
#: Filters of a neighbour beside its route map: both must let a route pass.
_OTHER_FILTERS = ("distribute-list", "filter-list", "prefix-list")
Prefixes = tuple[tuple[str, int, int], ...]


def read_bfd(entry: Node) -> ObservedBfd | None:
    """BFD of an interface that says so itself; what it leaves to the whole box is none."""
    is_on = entry.choice("bfd", "global", {"enable", "disable"}) == "enable"
    send, receive = entry.number("bfd-desired-min-tx", 250), entry.number("bfd-required-min-rx", 250)
    times = entry.number("bfd-detect-mult", 3)
    return ObservedBfd(send, receive, times) if is_on else None


def read_bgp(root: Node, interfaces: tuple[ObservedInterface, ...]) -> tuple[ObservedBgp, ...]:
    """The BGP of the box; none without an AS number and without a neighbour."""
    maps = _Maps(root)
    section = root.section("router bgp")
    local_as = _as_number(section, "as")
    router_id = section.word("router-id")
    timers = section.number("keepalive-timer", 60), section.number("holdtime-timer", 180)
    peers = [_peer(entry, maps, timers, interfaces) for entry in section.rows("neighbor")]
    for entry in section.rows("neighbor-range"):
        # Whoever has an address of the range may open a session.
        read = address_and_length(entry.words("prefix"))
        text = network_text(*read) if read else " ".join(entry.words("prefix"))
        end = (maps.end(allow=True, line=entry.line),)
        peers.append(ObservedBgpPeer(text, 0, entry.line, end, end))
    origins = _origins(section)
    maps.report_unused()
    if not local_as and not peers:
        return ()
    return (ObservedBgp(local_as, router_id, section.line, tuple(peers), origins),)


def _as_number(node: Node, field: str) -> int:
    """An AS number in either notation (RFC 5396); 0 where there is none."""
    word = node.word(field)
    high, dot, low = word.partition(".")
    parts = [high, low] if dot else [high]
    if word and all(part.isascii() and part.isdecimal() and len(part) < 12 for part in parts):
        return int(high) * _AS_PART + int(low) if dot else int(high)
    if word:
        node.doubt_field(field, f"`{word}` is no AS number")
    return 0


def _peer(
    entry: Node, maps: _Maps, timers: tuple[int, int], interfaces: tuple[ObservedInterface, ...]
) -> ObservedBgpPeer:
    if ipv4(entry.name) is None:
        entry.notes.doubt(entry.line, f"neighbour `{entry.name}` is no address")
    home = next((item for item in interfaces if item.remote == entry.name), None)
    keepalive, hold = entry.number("keep-alive-timer", _UNSET), entry.number("holdtime-timer", _UNSET)
    multihop, hops = entry.enabled("ebgp-enforce-multihop"), entry.number("ebgp-multihop-ttl", 255)
    source = entry.word("update-source")
    local = next((item.address for item in interfaces if item.name == source), "")
    if source and not local:
        entry.doubt_field("update-source", f"interface `{source}` has no address")
    most = entry.number("maximum-prefix", 0)
    only_warns = entry.enabled("maximum-prefix-warning-only")
    wants_bfd = entry.enabled("bfd")
    believes, tells = maps.rules(entry, "in"), maps.rules(entry, "out")
    if entry.enabled("capability-default-originate"):
        line = entry.line_of("capability-default-originate")
        tells = (ObservedRouteRule((_DEFAULT_ROUTE,), allow=True, line=line), *tells)
    is_active = entry.enabled("activate", default=True)
    return ObservedBgpPeer(
        address=entry.name,
        remote_as=_as_number(entry, "remote-as"),
        line=entry.line,
        believes=believes,
        tells=tells,
        local_address=local,
        enabled=not entry.enabled("shutdown") and is_active,
        hops=hops if multihop else 1,
        passive=entry.enabled("passive"),
        keepalive_s=timers[0] if keepalive == _UNSET else keepalive,
        hold_s=timers[1] if hold == _UNSET else hold,
        most_prefixes=0 if only_warns else most,
        bfd=home.bfd if home and wants_bfd else None,
    )


def _origins(section: Node) -> tuple[ObservedRouteRule, ...]:
    """Networks, aggregates and redistributed routes; a device prints empty blocks of the latter too."""
    found: list[ObservedRouteRule] = []
    for table in ("network", "aggregate-address"):
        for entry in section.rows(table):
            read = address_and_length(entry.words("prefix"))
            if read is None:
                entry.doubt_field("prefix", f"`{' '.join(entry.words('prefix'))}` is no prefix")
                continue
            kinds = ("aggregate",) if table == "aggregate-address" else ()
            exact = ((network_text(*read), read[1], read[1]),)
            found.append(ObservedRouteRule(exact, allow=True, line=entry.line, sources=kinds))
    for name in [name for name in section.children if name.startswith("redistribute ")]:
        block = section.section(name)
        kind = name.removeprefix("redistribute ")
        # A route map that narrows what comes in is not followed: nobody is meant to redistribute anything.
        if block.enabled("status"):
            found.append(ObservedRouteRule((), allow=True, line=block.line, sources=(kind,)))
    return tuple(found)


class _Maps:
    """Route maps and prefix lists by name."""

    def __init__(self, root: Node) -> None:
        self._lists = {entry.name: entry for entry in root.section("router prefix-list").rows()}
        self._maps = {entry.name: entry for entry in root.section("router route-map").rows()}
        self._used: set[str] = set()
        for entry in (*self._lists.values(), *self._maps.values()):
            entry.section("rule")

    def rules(self, peer: Node, way: str) -> tuple[ObservedRouteRule, ...]:
        """What a neighbour's route map makes of routes, the end that no text says included."""
        for name in _OTHER_FILTERS:
            if peer.words(f"{name}-{way}"):
                peer.leave_unread(f"{name}-{way}")
        name = peer.word(f"route-map-{way}")
        entry = self._maps.get(name)
        if name and entry is None:
            peer.doubt_field(f"route-map-{way}", f"route map `{name}` is not defined")
        if entry is None:
            return (self.end(allow=True, line=peer.line),)
        self._used.add(name)
        found: list[ObservedRouteRule] = []
        for row in _in_order(entry):
            found += self._rule(row, entry.name)
        return (*found, self.end(allow=False, line=entry.line))

    @staticmethod
    def end(*, allow: bool, line: int) -> ObservedRouteRule:
        """What happens to a route that no rule is about."""
        return ObservedRouteRule((), allow=allow, line=line)

    def report_unused(self) -> None:
        """A route map that no neighbour has does nothing, and says what nobody reads."""
        for name, entry in self._maps.items():
            if name not in self._used:
                entry.notes.doubt(entry.line, f"route map `{name}` is used by no neighbour")
                for row in _in_order(entry):
                    self._rule(row, name)
        for entry in self._lists.values():
            for row in _in_order(entry):
                _fits(row)

    def _rule(self, row: Node, name: str) -> list[ObservedRouteRule]:
        allow = row.choice("action", "permit", {"deny"}) == "permit"
        listed = row.word("match-ip-address")
        preference = row.number("set-local-preference", 0)
        conditions = [
            " ".join((field, *row.words(field)))
            for field in list(row.values)
            if field.startswith("match-") and field != "match-ip-address"
        ]
        changes = tuple(
            " ".join((field, *row.words(field)))
            for field in list(row.values)
            if field.startswith("set-") and field != "set-local-preference"
        )
        prefixes: Prefixes = ()
        if listed:
            entry = self._lists.get(listed)
            if entry is None:
                # An access list can have the name too; none is read.
                row.doubt_field(
                    "match-ip-address", f"route map {name}: prefix list `{listed}` is not defined"
                )
                conditions.append(f"match-ip-address {listed}")
            else:
                prefixes, refused = _listed(entry)
                conditions += [f"not {text}" for text in refused]
                if not prefixes:
                    return []
        return [
            ObservedRouteRule(
                prefixes, allow, row.line, preference, changes=changes, conditions=tuple(conditions)
            )
        ]


def _in_order(entry: Node) -> list[Node]:
    """The rules of a list or a map by their numbers."""
    rows = entry.rows("rule")
    return sorted(rows, key=lambda row: int(row.name) if row.name.isascii() and row.name.isdecimal() else 0)


def _listed(entry: Node) -> tuple[Prefixes, list[str]]:
    """(what a prefix list permits, what it denies before that)."""
    permitted: list[tuple[str, int, int]] = []
    refused: list[str] = []
    waiting: list[str] = []
    for row in _in_order(entry):
        fits = _fits(row)
        if row.choice("action", "permit", {"deny"}) == "deny":
            waiting.append(fits[0])
            continue
        # A denial counts for what is permitted after it alone.
        refused, waiting = refused + waiting, []
        permitted.append(fits)
    return tuple(permitted), refused


def _fits(row: Node) -> tuple[str, int, int]:
    """(prefix, shortest, longest length) of a row of a prefix list."""
    words = row.words("prefix")
    row.choice("action", "permit", {"deny"})
    shortest, longest = row.number("ge", 0), row.number("le", 0)
    if words == ("any",):
        return _EVERYTHING
    read = address_and_length(words) if words else (0, 0)
    if read is None:
        row.doubt_field("prefix", f"`{' '.join(words)}` is no prefix")
        return _EVERYTHING
    length = read[1]
    if not shortest and not longest:
        return network_text(*read), length, length
    return network_text(*read), max(shortest, length), longest or _LONGEST
