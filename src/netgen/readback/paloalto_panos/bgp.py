"""BGP of a virtual router: peers in their groups, what is redistributed, and the import and export rules.

Rules count in the order of the text, each for the groups that it names. No document says what becomes of a route
that no rule is about, so a text must end with a rule that says it: without one all is believed and told. What BGP
learns is used for traffic with `install-route yes` alone. Without a line the hold time is 90 s, keepalives come
each 30 s, and more than 5000 prefixes cut a peer off (web interface help, BGP).
"""

from __future__ import annotations

from netgen.readback.facts import ObservedBfd, ObservedBgp, ObservedBgpPeer, ObservedRouteRule
from netgen.readback.indented import cidr_network, ipv4, split_cidr
from netgen.readback.paloalto_panos.tree import Node

_LONGEST = 32
_HOLD_S, _KEEPALIVE_S, _MOST_PREFIXES = 90, 30, 5000
_LARGEST_SHORT_AS = 65535
_AS_PART = 1 << 16
#: Profile that exists without a line, and the words for none and for that of the router.
_DEFAULT, _NONE, _INHERITED = "default", "None", "Inherit-vr-global-setting"
_ADDRESS_FAMILIES = frozenset({"ipv4"})
Prefixes = tuple[tuple[str, int, int], ...]


def read_bgp(root: Node) -> tuple[ObservedBgp, ...]:
    """The BGP of each virtual router where it is on; that of logical routers is unread."""
    profiles = {
        entry.word: _bfd_profile(entry) for entry in root.entries("network", "profiles", "bfd-profile")
    }
    routers = root.entries("network", "virtual-router")
    found = []
    for router in routers:
        bgp = router.at("protocol", "bgp")
        if not bgp:
            for entry in router.entries("protocol", "redist-profile"):
                _redistributed(entry)
            continue
        read = _read(router, bgp, profiles, router.word if len(routers) > 1 else "")
        if bgp.yes("enable"):
            found.append(read)
    return tuple(found)


def _read(router: Node, bgp: Node, profiles: dict[str, ObservedBfd], vrf: str) -> ObservedBgp:
    local_as = _as_number(bgp, "local-as")
    format_ = bgp.at("routing-options").word_of("as-format", "2-byte", frozenset({"4-byte"}))
    if local_as > _LARGEST_SHORT_AS and format_ != "4-byte":
        bgp.doubt("local-as", f"{local_as} needs AS numbers of four bytes")
    usual = bgp.at("global-bfd").value("profile", _NONE)
    believed, told = _rules(bgp, "import"), _rules(bgp, "export")
    peers = [
        _peer(group, entry, profiles, usual, believed, told)
        for group in bgp.entries("peer-group")
        for entry in group.entries("peer")
    ]
    return ObservedBgp(
        local_as=local_as,
        router_id=bgp.value("router-id"),
        line=bgp.line,
        peers=tuple(peers),
        origins=_origins(router, bgp),
        installs=bgp.yes("install-route"),
        vrf=vrf,
    )


def _as_number(node: Node, key: str) -> int:
    """An AS number in either notation (RFC 5396); 0 where there is none."""
    word = node.value(key)
    high, dot, low = word.partition(".")
    parts = [high, low] if dot else [high]
    if word and all(part.isascii() and part.isdecimal() and len(part) < 12 for part in parts):
        return int(high) * _AS_PART + int(low) if dot else int(high)
    if word:
        node.doubt(key, f"`{word}` is no AS number")
    return 0


_Rules = list[tuple[tuple[str, ...], tuple[str, ...], ObservedRouteRule]]


def _peer(
    group: Node,
    entry: Node,
    profiles: dict[str, ObservedBfd],
    usual: str,
    believed: _Rules,
    told: _Rules,
) -> ObservedBgpPeer:
    kind = group.at("type").choice()
    if kind not in ("", "ebgp"):
        group.at("type", kind).leave("export-nexthop")
        group.notes.doubt(group.at("type").line, f"{group.name}: its peers are of kind {kind}")
    options = entry.at("connection-options")
    address = entry.at("peer-address").value("ip")
    if ipv4(address) is None:
        entry.notes.doubt(entry.line, f"{entry.name}: has no peer address")
    local = entry.at("local-address")
    local.value("interface")
    name = entry.at("bfd").value("profile", _INHERITED)
    name = usual if name == _INHERITED else name
    if name not in (_NONE, _DEFAULT) and name not in profiles:
        entry.notes.doubt(
            entry.at("bfd").line or entry.line, f"{entry.name}: BFD profile `{name}` is not defined"
        )
    entry.word_of("address-family-identifier", "ipv4", _ADDRESS_FAMILIES)
    if not options.at("incoming-bgp-connection").yes("allow", default=True):
        options.at("incoming-bgp-connection").leave("allow")
    most = entry.value("max-prefixes", str(_MOST_PREFIXES))
    limited = most.isascii() and most.isdecimal() and len(most) < 10
    is_on = entry.yes("enable", default=True)
    return ObservedBgpPeer(
        address=address,
        remote_as=_as_number(entry, "peer-as"),
        line=entry.line,
        believes=_for_peer(believed, group.word, entry.word, entry.line),
        tells=_for_peer(told, group.word, entry.word, entry.line),
        local_address=local.value("ip").partition("/")[0],
        enabled=group.yes("enable", default=True) and is_on,
        # 0 leaves the number of hops to the kind of the session.
        hops=max(options.number("multihop", 0), 1),
        passive=not options.at("outgoing-bgp-connection").yes("allow", default=True),
        keepalive_s=options.number("keep-alive-interval", _KEEPALIVE_S),
        hold_s=options.number("hold-time", _HOLD_S),
        most_prefixes=int(most) if limited else 0,
        bfd=ObservedBfd(1000, 1000, 3) if name == _DEFAULT else profiles.get(name),
    )


def _for_peer(rules: _Rules, group: str, peer: str, line: int) -> tuple[ObservedRouteRule, ...]:
    """The rules that a peer meets; those for other peers of its group are passed over."""
    found = [rule for groups, peers, rule in rules if group in groups and (not peers or peer in peers)]
    return (*found, ObservedRouteRule((), allow=True, line=line))


def _rules(bgp: Node, way: str) -> _Rules:
    """(groups, peers, rule) of each rule that is on."""
    found: _Rules = []
    for entry in bgp.entries("policy", way, "rules"):
        match, action = entry.at("match"), entry.at("action")
        kind = action.choice()
        if kind == "deny":
            action.at("deny").take()
        elif kind == "allow":
            action.at("allow").take()
        else:
            entry.notes.doubt(entry.line, f"{entry.name}: says not what happens")
        update = action.at("allow", "update")
        preference = _whole(update, "local-preference")
        peers = match.values("from-peer")
        rule = ObservedRouteRule(
            prefixes=_prefixes(match),
            allow=kind == "allow",
            line=entry.line,
            preference=preference,
            changes=_words(update, "local-preference"),
            conditions=_words(match, "address-prefix", "from-peer"),
        )
        groups = entry.values("used-by")
        if entry.yes("enable"):
            found.append((groups, peers, rule))
    return found


def _whole(node: Node, key: str) -> int:
    """A number of up to 32 bits; 0 where there is none."""
    word = node.value(key)
    if word and not (word.isascii() and word.isdecimal() and len(word) < 12):
        node.doubt(key, f"`{key}` is no number")
        return 0
    return int(word or "0")


def _prefixes(match: Node) -> Prefixes:
    found: list[tuple[str, int, int]] = []
    for row in match.entries("address-prefix"):
        parts, prefix = split_cidr(row.word), cidr_network(row.word)
        exact = row.yes("exact")
        row.take()
        if parts is None or prefix is None:
            row.notes.doubt(row.line, f"`{row.word}` is no prefix")
            found.append((row.word, 0, _LONGEST))
        else:
            found.append((prefix, parts[1], parts[1] if exact else _LONGEST))
    return tuple(found)


def _words(node: Node, *known: str) -> tuple[str, ...]:
    """What stands below a node beside the keys that rules hold, marked as understood."""
    found: list[str] = []
    for key, child in node.children.items():
        if key in known:
            continue
        for leaf in child.leaves():
            leaf.take()
            found.append(" ".join(leaf.path[len(node.path) :]))
        if not child.children:
            child.take()
    return tuple(dict.fromkeys(found))


def _origins(router: Node, bgp: Node) -> tuple[ObservedRouteRule, ...]:
    """What of the router's own table enters BGP: profiles by their priority, or a prefix by itself."""
    profiles: dict[str, tuple[int, ObservedRouteRule]] = {
        entry.word: _redistributed(entry) for entry in router.entries("protocol", "redist-profile")
    }
    ranked: list[tuple[int, ObservedRouteRule]] = []
    for entry in bgp.entries("redist-rules"):
        entry.word_of("address-family-identifier", "ipv4", _ADDRESS_FAMILIES)
        is_on = entry.yes("enable", default=True)
        prefix, parts = cidr_network(entry.word), split_cidr(entry.word)
        if entry.word in profiles:
            rule = profiles[entry.word]
        elif prefix and parts:
            own = ((prefix, parts[1], parts[1]),)
            rule = (0, ObservedRouteRule(own, allow=True, line=entry.line))
        else:
            entry.notes.doubt(entry.line, f"{entry.name}: profile `{entry.word}` is not defined")
            continue
        if is_on:
            ranked.append(rule)
    return tuple(rule for _, rule in sorted(ranked, key=lambda pair: pair[0]))


def _redistributed(entry: Node) -> tuple[int, ObservedRouteRule]:
    """(priority, rule) of a redistribution profile: a prefix means the route of just this length."""
    filter_, action = entry.at("filter"), entry.at("action")
    kind = action.choice()
    if kind in ("redist", "no-redist"):
        action.at(kind).take()
    prefixes: list[tuple[str, int, int]] = []
    for text in filter_.values("destination"):
        parts, prefix = split_cidr(text), cidr_network(text)
        if parts is None or prefix is None:
            filter_.doubt("destination", f"`{text}` is no prefix")
        else:
            prefixes.append((prefix, parts[1], parts[1]))
    rule = ObservedRouteRule(
        prefixes=tuple(prefixes),
        allow=kind == "redist",
        line=entry.line,
        sources=filter_.values("type"),
        conditions=_words(filter_, "destination", "type"),
    )
    return entry.number("priority", 1), rule


def _bfd_profile(entry: Node) -> ObservedBfd:
    entry.word_of("mode", "active", frozenset())
    if entry.number("hold-time", 0):
        entry.leave("hold-time")
    return ObservedBfd(
        entry.number("min-tx-interval", 1000),
        entry.number("min-rx-interval", 1000),
        entry.number("detection-multiplier", 3),
    )
