"""BGP: neighbours of every table, and the routing policies between them and the box.

Terms count in the order of the text, policies in the order of the list; after the last one comes what BGP does
by itself: it believes everything, and tells on what it learnt (Junos, Default Routing Policies and Actions). The
nearest level that names policies decides: neighbour, group, protocol. Without a line the hold time is 90 s, and
keepalives come three times as often (CLI reference, hold-time). A limit without `teardown` only writes a log.
"""

from __future__ import annotations

from netgen.readback.facts import ObservedBfd, ObservedBgp, ObservedBgpPeer, ObservedRouteRule
from netgen.readback.indented import cidr_network, ipv4, split_cidr, whole_number
from netgen.readback.juniper_junos.filters import Doorkeeper, Flow
from netgen.readback.juniper_junos.layer3 import Instances
from netgen.readback.juniper_junos.tree import Node, Notes
from netgen.readback.spans import EVERYTHING, prefixes, subtract

_LONGEST = 32
_HOLD_S = 90
_KEEPALIVES = 3
_FAR = 64
_MULTIPLIER = 3
#: Conditions and actions that rules hold; all others are kept as words.
_CONDITIONS = frozenset({"protocol", "route-filter", "prefix-list"})
_ACTIONS = frozenset({"accept", "reject", "local-preference"})
_AS_PART = 1 << 16
#: A session of BGP (RFC 4271) and packets of BFD (RFC 5881).
_SESSION, _BFD = Flow("tcp", 179), Flow("udp", 3784)
Prefixes = tuple[tuple[str, int, int], ...]
Levels = tuple[Node, ...]


def read_bgp(root: Node, instances: Instances, door: Doorkeeper, notes: Notes) -> tuple[ObservedBgp, ...]:
    """The BGP of the main table and of every instance that has one."""
    policies = _Policies(root, notes)
    found: list[ObservedBgp] = []
    main_as = _as_number(root, notes)
    for vrf, block in [("", root), *instances.rows.items()]:
        bgp = block.sub("protocols", "bgp")
        groups = bgp.entries("group")
        if ("bgp",) not in block.sub("protocols").kids:
            continue
        own = _as_number(block, notes) or main_as
        peers = [
            _peer(row, (row, group, bgp), policies, notes)
            for group in groups
            for row in group.entries("neighbor")
        ]
        peers += _strangers(groups, policies, bgp)
        router_id = block.sub("routing-options").value("router-id")
        admits = _admitted(door, with_bfd=any(peer.bfd for peer in peers))
        origins = _origins(peers)
        found.append(ObservedBgp(own, router_id, bgp.line, tuple(peers), origins, vrf=vrf, admits=admits))
    policies.read_unused()
    return tuple(found)


def _admitted(door: Doorkeeper, *, with_bfd: bool) -> tuple[str, ...]:
    """Whose sessions, and BFD packets where it runs, the filter of lo0 lets in."""
    spans = door.sources(_SESSION)
    if with_bfd:
        spans = subtract(spans, subtract([EVERYTHING], door.sources(_BFD)))
    return prefixes(spans)


def _as_number(block: Node, notes: Notes) -> int:
    rows = block.sub("routing-options", "autonomous-system").entries("<number>")
    return _number(rows[-1].key, rows[-1].line, notes) if rows else 0


def _number(text: str, line: int, notes: Notes) -> int:
    """An AS number in either notation (RFC 5396)."""
    high, dot, low = text.partition(".")
    parts = [high, low] if dot else [high]
    if not all(part.isascii() and part.isdecimal() and len(part) < 12 for part in parts):
        notes.doubt(line, f"`{text}` is no AS number")
        return 0
    return int(high) * _AS_PART + int(low) if dot else int(high)


def _said(levels: Levels, name: str) -> str:
    """The value of the nearest level that has one."""
    return next((word for word in [level.value(name) for level in levels] if word), "")


def _peer(row: Node, levels: Levels, policies: _Policies, notes: Notes) -> ObservedBgpPeer:
    if ipv4(row.key) is None:
        notes.doubt(row.line, f"neighbour `{row.key}` is no IPv4 address")
    for level in levels:
        if level.value("type") not in ("", "external"):
            level.keep("type")
    hold = whole_number(_said(levels, "hold-time") or str(_HOLD_S)) or 0
    far = next((level.sub("multihop") for level in levels if level.has("multihop")), None)
    waits = [level.has("passive") for level in levels]
    peer_as = _said(levels, "peer-as")
    return ObservedBgpPeer(
        address=row.key,
        remote_as=_number(peer_as, row.line_of("peer-as"), notes) if peer_as else 0,
        line=row.line,
        believes=policies.believed(levels, row.line),
        tells=policies.told(levels, row.line),
        local_address=_said(levels, "local-address"),
        hops=1 if far is None else whole_number(far.value("ttl")) or _FAR,
        passive=True in waits,
        keepalive_s=hold // _KEEPALIVES,
        hold_s=hold,
        most_prefixes=_most_prefixes(levels),
        bfd=_bfd(levels),
    )


def _most_prefixes(levels: Levels) -> int:
    for level in levels:
        limit = level.sub("family", "inet", "unicast", "prefix-limit")
        if limit.value("maximum"):
            most = whole_number(limit.value("maximum")) or 0
            return most if limit.has("teardown") else 0
    return 0


def _bfd(levels: Levels) -> ObservedBfd | None:
    for level in levels:
        if level.has("bfd-liveness-detection"):
            block = level.sub("bfd-liveness-detection")
            both = whole_number(block.value("minimum-interval", "0")) or 0
            send = whole_number(block.sub("transmit-interval").value("minimum-interval", "0")) or both
            send = whole_number(block.value("minimum-transmit-interval", "0")) or send
            receive = whole_number(block.value("minimum-receive-interval", "0")) or both
            times = whole_number(block.value("multiplier", str(_MULTIPLIER))) or 0
            return ObservedBfd(send, receive, times)
    return None


def _strangers(groups: list[Node], policies: _Policies, bgp: Node) -> list[ObservedBgpPeer]:
    """A group that lets whoever has an address of a prefix open a session."""
    return [
        ObservedBgpPeer(
            prefix, 0, group.line, policies.believed((group, bgp), 0), policies.told((group, bgp), 0)
        )
        for group in groups
        for prefix in group.values("allow")
    ]


def _origins(peers: list[ObservedBgpPeer]) -> tuple[ObservedRouteRule, ...]:
    """Nothing but the policies towards neighbours says which of the box's own routes BGP has."""
    found: dict[ObservedRouteRule, None] = {}
    for peer in peers:
        for rule in peer.tells:
            if rule.allow and set(rule.sources) != {"bgp"}:
                found[rule] = None
            if not rule.prefixes and not rule.sources and not rule.conditions:
                break
    return tuple(found)


class _Policies:
    """Policy statements by name."""

    def __init__(self, root: Node, notes: Notes) -> None:
        options = root.sub("policy-options")
        self._notes = notes
        self._rows = {row.key: row for row in options.entries("policy-statement")}
        self._lists = {row.key: row for row in options.entries("prefix-list")}
        self._used: set[str] = set()

    def believed(self, levels: Levels, line: int) -> tuple[ObservedRouteRule, ...]:
        """The rules for what a neighbour says; by itself BGP believes everything."""
        return (*self._chain(levels, "import"), ObservedRouteRule((), allow=True, line=line))

    def told(self, levels: Levels, line: int) -> tuple[ObservedRouteRule, ...]:
        """The rules for what a neighbour is told; by itself BGP tells what it learnt."""
        learnt = ObservedRouteRule((), allow=True, line=line, sources=("bgp",))
        return (*self._chain(levels, "export"), learnt)

    def read_unused(self) -> None:
        """A policy that no neighbour has stays a setting, for whoever judges to allow or not."""
        for name, row in self._rows.items():
            if name not in self._used:
                row.asked = False

    def _chain(self, levels: Levels, way: str) -> list[ObservedRouteRule]:
        named = [level.values(way) for level in levels]
        names: tuple[str, ...] = next((found for found in named if found), ())
        rules: list[ObservedRouteRule] = []
        for name in names:
            row = self._rows.get(name)
            if row is None:
                self._notes.doubt(levels[0].line, f"{way}: policy {name} is not defined")
                continue
            self._used.add(name)
            for term in (*row.entries("term"), row):
                rules += self._rule(term)
        return rules

    def _rule(self, term: Node) -> list[ObservedRouteRule]:
        asks, then = term.sub("from"), term.sub("then")
        conditions = [*_others(asks, _CONDITIONS), *_others(term.sub("to"), frozenset())]
        changes = _others(then, _ACTIONS)
        accepts, rejects = then.has("accept"), then.has("reject")
        words = [row.key for row in then.sub("local-preference").entries("<word>")]
        if not then.kids and not then.leaves:
            return []
        preference = whole_number(words[0]) if len(words) == 1 else 0
        if words and preference is None:
            changes.append(f"local-preference {' '.join(words)}")
        if accepts == rejects:
            conditions.append("it decides nothing by itself")
        return [
            ObservedRouteRule(
                prefixes=self._prefixes(asks),
                allow=accepts,
                line=then.line_of("accept") if accepts else term.line,
                preference=preference or 0,
                sources=asks.values("protocol"),
                changes=tuple(changes),
                conditions=tuple(conditions),
            )
        ]

    def _prefixes(self, block: Node) -> Prefixes:
        found = [self._fits(row) for row in block.entries("route-filter")]
        for name in block.values("prefix-list"):
            row = self._lists.get(name)
            if row is None:
                self._notes.doubt(block.line, f"prefix list {name} is not defined")
                continue
            for item in row.entries("<prefix>"):
                parts = split_cidr(item.key)
                if parts:
                    found.append((item.key, parts[1], parts[1]))
        return tuple(found)

    def _fits(self, row: Node) -> tuple[str, int, int]:
        """(prefix, shortest, longest length) of a route filter."""
        parts, prefix = split_cidr(row.key), cidr_network(row.key)
        if parts is None or prefix is None:
            self._notes.doubt(row.line, f"`{row.key}` is no prefix")
            return row.key, 0, _LONGEST
        length = parts[1]
        if row.has("exact"):
            return prefix, length, length
        upto = whole_number(row.value("upto").removeprefix("/"))
        if upto is not None:
            return prefix, length, upto
        low, dash, high = row.value("prefix-length-range").partition("-")
        if dash:
            ends = whole_number(low.removeprefix("/")), whole_number(high.removeprefix("/"))
            if None not in ends:
                return prefix, ends[0] or 0, ends[1] or _LONGEST
        if row.value("through"):
            row.keep("through")
        return prefix, length + row.has("longer"), _LONGEST


def _others(block: Node, known: frozenset[str]) -> list[str]:
    """What stands in a block beside the words that rules hold, marked as understood."""
    found: list[str] = []
    for name, leaf in block.leaves.items():
        if name not in known:
            leaf.asked = True
            found.append(" ".join((name, *leaf.values)))
    for kid in block.kids.values():
        if kid.name not in known:
            kid.asked = True
            found.append(" ".join([kid.words, *(_others(kid, frozenset()))]))
    return found
