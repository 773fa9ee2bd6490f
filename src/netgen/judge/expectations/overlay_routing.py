"""BGP over the overlay (RFC 4271): the planned sessions alone, one prefix said and one believed on each.

What a site says or believes decides where every packet between sites goes, so rules for routes are held against the
plan exactly: a longer prefix counts as another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from netgen.blueprint import BgpPlan, DevicePlan, PeerPlan, TunnelPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.expectations.firewall_routes import LAST_RESORT, NOWHERE
from netgen.judge.firewall_vocabulary import OWN_SESSIONS_IN_RULES
from netgen.judge.header_space import (
    EVERY_ADDRESS,
    PROTOCOLS,
    Region,
    addresses_of,
    describe,
    read_prefixes,
    remainder,
    subtract,
    union,
)
from netgen.judge.header_space import service as service_of
from netgen.judge.policy_space import FirewallView, passing
from netgen.judge.tunnel_vocabulary import ANSWERS_PROTOCOLS_BY_NAME, FILTERS_TUNNEL_SOURCES
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedBfd, ObservedBgp, ObservedBgpPeer, ObservedRouteRule
from netgen.values import Prefix

SESSION = Rule("JDG520", "bgp-session")
BELIEVED = Rule("JDG521", "bgp-believed")
TOLD = Rule("JDG522", "bgp-told")
PREFERENCE = Rule("JDG523", "bgp-preference")
BFD = Rule("JDG524", "bfd")
TUNNEL = Rule("JDG525", "bgp-tunnel")
EXTRA = Rule("JDG526", "bgp-not-planned")
_DEFAULT = "0.0.0.0/0"
#: Ports of a session (RFC 4271) and of BFD over one hop (RFC 5881).
_BGP_FLOW = service_of(PROTOCOLS["tcp"], 179, 179)
_BFD_FLOW = service_of(PROTOCOLS["udp"], 3784, 3784)
#: Where the discard route of the own block comes from, in words of readers.
_OWN_KIND = "static"
_LEARNT = "bgp"
#: What a rule may change beside the preference: it breaks ties that preferences leave none of.
_HARMLESS = ("origin ",)
_PROTOCOL = "protocol:"


def judge_bgp(case: SiteCase) -> Iterator[Verdict]:
    """The verdicts of all firewalls; none where nothing is planned and nothing is there."""
    asked = case.site.bgp
    for plan, observed in case.of_kind("firewall"):
        bgp = next((item for item in observed.bgp if not item.vrf), None)
        if asked:
            yield _box(case, plan, asked, bgp, observed)
            tunnels = {item.name: item for item in case.site.tunnels}
            for peer in asked.peers:
                seen = _find(bgp, peer)
                yield from _session(case, plan, asked, peer, observed, bgp, seen)
                yield from _routes(case, plan, asked, peer, seen)
                yield from _bfd(case, plan, asked, peer, seen)
                yield _tunnel(case, plan, tunnels[peer.tunnel], observed)
    yield from _extra(case)


def _find(bgp: ObservedBgp | None, plan: PeerPlan) -> ObservedBgpPeer | None:
    return next((peer for peer in bgp.peers if peer.address == plan.address), None) if bgp else None


def _box(
    case: SiteCase, plan: DevicePlan, asked: BgpPlan, bgp: ObservedBgp | None, observed: Observed
) -> Verdict:
    """What a firewall says of itself, and that it has a route of the own block to tell."""
    wrong = [] if bgp else [f"{plan.hostname} speaks no BGP"]
    if bgp:
        compared: list[tuple[str, object, object]] = [
            ("AS number", bgp.local_as, asked.local_as),
            ("router id", bgp.router_id, asked.router_id),
        ]
        wrong += [
            f"{what} is {found or 'none'}, not {right}" for what, found, right in compared if found != right
        ]
        if not bgp.installs:
            wrong.append("what it learns is not used")
        wrong += _said(bgp.origins, asked.announce, "enters BGP")
        for prefix in asked.announce:
            if not _ends_here(observed, prefix):
                wrong.append(f"no route to nowhere holds {prefix}, so nothing is there to tell")
    return Claims(case, TOLD).decide(
        plan.hostname,
        wrong,
        f"{plan.hostname} is AS {asked.local_as} and has {_names(asked.announce)} to tell",
        device=plan.hostname,
        lines=[bgp.line] if bgp else [],
        origin=asked.origin,
    )


def _ends_here(observed: Observed, prefix: Prefix) -> bool:
    return any(
        route.prefix == str(prefix)
        and route.interface in NOWHERE
        and not route.gateway
        and route.distance >= LAST_RESORT
        for route in observed.routes
    )


def _session(
    case: SiteCase,
    plan: DevicePlan,
    asked: BgpPlan,
    peer: PeerPlan,
    observed: Observed,
    bgp: ObservedBgp | None,
    seen: ObservedBgpPeer | None,
) -> Iterator[Verdict]:
    wrong = [] if seen else [f"{plan.hostname} has no neighbour {peer.address}"]
    if seen and bgp:
        compared: list[tuple[str, object, object]] = [
            ("AS number of the peer", seen.remote_as, peer.remote_as),
            ("own address", seen.local_address or peer.local_address, peer.local_address),
            ("seconds between keepalives", seen.keepalive_s, asked.keepalive_s),
            ("hold time", seen.hold_s, asked.hold_s),
            ("most prefixes", seen.most_prefixes, asked.most_prefixes),
            ("hops", seen.hops, 1),
        ]
        wrong += [
            f"{what}: {found or 'none'}, not {right}" for what, found, right in compared if found != right
        ]
        wrong += [] if seen.enabled else ["the session is off"]
        wrong += ["it waits for its peer"] if seen.passive else []
        wrong += _refused(case, plan, asked, peer, observed, bgp)
    yield Claims(case, SESSION).decide(
        f"{plan.hostname}:{peer.tunnel}",
        wrong,
        f"{plan.hostname} speaks BGP with {peer.site} ({peer.address}, AS {peer.remote_as})",
        device=plan.hostname,
        lines=[seen.line] if seen else [],
        origin=peer.origin,
    )


def _refused(
    case: SiteCase, plan: DevicePlan, asked: BgpPlan, peer: PeerPlan, observed: Observed, bgp: ObservedBgp
) -> list[str]:
    """What keeps the box from taking, or opening, the session."""
    wrong: list[str] = []
    there, here = _one(peer.address), _one(peer.local_address)
    admitted, _ = read_prefixes(bgp.admits)
    if subtract(addresses_of([there]), addresses_of(admitted)):
        wrong.append(f"the filter of the box itself refuses {peer.address}")
    flows = [_BGP_FLOW, *([_BFD_FLOW] if asked.bfd else [])]
    ways = [(observed.local_in, there, here)]
    if plan.platform in OWN_SESSIONS_IN_RULES:
        ways.append((observed.local_out, here, there))
    for rules, source, destination in ways:
        needed = Region(addresses_of([source]), addresses_of([destination]), union(flows))
        effects = FirewallView(case, observed, rules).all_effects
        denies = [item for item in effects if not item.policy.allow]
        is_met = any(not needed.intersect(item.possible).is_empty for item in denies)
        if is_met or plan.platform in OWN_SESSIONS_IN_RULES:
            lost = remainder([needed], passing(effects).certain)
            wrong += [f"the rules of the box itself refuse {describe(lost[0])}"] if lost else []
    words = {item.name: set(item.access) for item in observed.interfaces}
    if plan.platform in ANSWERS_PROTOCOLS_BY_NAME:
        missing = _answers(asked) - words.get(peer.tunnel, set())
        wrong += [f"{peer.tunnel} does not answer {word.removeprefix(_PROTOCOL)}" for word in sorted(missing)]
    return wrong


def _answers(asked: BgpPlan) -> set[str]:
    return {f"{_PROTOCOL}bgp", *([f"{_PROTOCOL}bfd"] if asked.bfd else [])}


def routing_sessions(case: SiteCase, plan: DevicePlan) -> list[Region]:
    """The sessions of BGP, and packets of BFD, that rules for the box itself may let in."""
    asked = case.site.bgp
    if asked is None or plan.platform not in OWN_SESSIONS_IN_RULES:
        return []
    flows = union([_BGP_FLOW, *([_BFD_FLOW] if asked.bfd else [])])
    there = addresses_of(_one(peer.address) for peer in asked.peers)
    here = addresses_of(_one(peer.local_address) for peer in asked.peers)
    return [Region(there, here, flows)]


def _one(address: str) -> Prefix:
    return Prefix.parse(f"{address}/32")


def _routes(
    case: SiteCase, plan: DevicePlan, asked: BgpPlan, peer: PeerPlan, seen: ObservedBgpPeer | None
) -> Iterator[Verdict]:
    """What is believed, what is told, and how much the peer is preferred."""
    subject = f"{plan.hostname}:{peer.tunnel}"
    believes, tells = (seen.believes, seen.tells) if seen else ((), ())
    absent = [] if seen else [f"{plan.hostname} has no neighbour {peer.address}"]
    place = [seen.line] if seen else []
    yield Claims(case, BELIEVED).decide(
        subject,
        absent or _said(believes, peer.accept, "is believed", learnt=True),
        f"of {peer.site} {_names(peer.accept)} is believed and nothing else",
        device=plan.hostname,
        lines=[*place, *_lines(believes)],
        origin=peer.origin,
    )
    yield Claims(case, TOLD).decide(
        subject,
        absent or _said(tells, asked.announce, "is told"),
        f"{peer.site} is told {_names(asked.announce)} and nothing else",
        device=plan.hostname,
        lines=[*place, *_lines(tells)],
        origin=peer.origin,
    )
    given = sorted({rule.preference for rule in believes if rule.allow and rule.prefixes})
    wrong = [f"its routes get preference {number or 'none'}, not {peer.preference}" for number in given]
    wrong = [] if given == [peer.preference] else wrong or ["no route of its gets a preference"]
    yield Claims(case, PREFERENCE).decide(
        subject,
        absent or wrong,
        f"routes by {peer.tunnel} get preference {peer.preference}",
        device=plan.hostname,
        lines=place,
        origin=peer.origin,
    )


def _lines(rules: Sequence[ObservedRouteRule]) -> list[int]:
    return [rule.line for rule in rules if rule.line]


def _said(
    rules: Sequence[ObservedRouteRule], wanted: Sequence[Prefix], verb: str, *, learnt: bool = False
) -> list[str]:
    """How rules differ from: these prefixes, each at its own length, and nothing else.

    `learnt`: the routes are those that a peer said. Else they are told, and come from the box's own table.
    """
    exact = {(str(prefix), prefix.length, prefix.length) for prefix in wanted}
    kind = _LEARNT if learnt else _OWN_KIND
    found: set[tuple[str, int, int]] = set()
    wrong: list[str] = []
    for rule in rules:
        fits_kind = not rule.sources or kind in rule.sources
        if not rule.allow:
            if not rule.prefixes and not rule.sources and not rule.conditions:
                break
            if fits_kind and not rule.prefixes:
                wrong += [f"{name} is refused first" for name, *_ in sorted(exact - found)]
            touched = [item for item in rule.prefixes if fits_kind and _touches(item, exact - found)]
            wrong += [f"{_shown(item)} is refused first" for item in touched]
            continue
        if learnt and not fits_kind:
            # It is about routes that no peer says.
            continue
        what = " ".join(rule.sources)
        if not rule.prefixes:
            wrong.append(f"every {what + ' ' if what else ''}route {verb}")
        for item in rule.prefixes:
            if item not in exact:
                wrong.append(f"{_shown(item)} {verb}")
            elif rule.conditions or not fits_kind:
                where = "; ".join((*rule.conditions, *([f"from {what}"] if not fits_kind else [])))
                wrong.append(f"{_shown(item)} {verb} on condition alone: {where}")
            else:
                found.add(item)
        wrong += [f"it changes {text}" for text in rule.changes if not text.startswith(_HARMLESS)]
    return wrong + [f"{name} {_not(verb)}" for name, *_ in sorted(exact - found)]


def _not(verb: str) -> str:
    return verb.replace("is ", "is not ", 1) if verb.startswith("is ") else "does not enter BGP"


def _touches(item: tuple[str, int, int], others: set[tuple[str, int, int]]) -> bool:
    """True if a filter may fit one of some routes."""
    prefixes, _ = read_prefixes([item[0]])
    for name, length, _longest in others:
        there, _ = read_prefixes([name])
        if not prefixes or not there:
            return True
        if prefixes[0].contains(there[0]) and item[1] <= length <= item[2]:
            return True
    return False


def _shown(item: tuple[str, int, int]) -> str:
    name, shortest, longest = item
    length = name.rpartition("/")[2]
    return name if f"{shortest}" == f"{longest}" == length else f"{name} ({shortest} to {longest} bits)"


def _names(prefixes: Sequence[Prefix]) -> str:
    return ", ".join(str(prefix) for prefix in prefixes)


def _bfd(
    case: SiteCase, plan: DevicePlan, asked: BgpPlan, peer: PeerPlan, seen: ObservedBgpPeer | None
) -> Iterator[Verdict]:
    found = seen.bfd if seen else None
    if asked.bfd is None and found is None:
        return
    wanted = (
        ObservedBfd(asked.bfd.interval_ms, asked.bfd.interval_ms, asked.bfd.multiplier) if asked.bfd else None
    )
    yield Claims(case, BFD).decide(
        f"{plan.hostname}:{peer.tunnel}",
        [] if found == wanted else [f"BFD with {peer.site}: {_times(found)}, not {_times(wanted)}"],
        f"BFD watches {peer.tunnel}: {_times(wanted)}",
        device=plan.hostname,
        lines=[seen.line] if seen else [],
        origin=peer.origin,
    )


def _times(bfd: ObservedBfd | None) -> str:
    if bfd is None:
        return "none"
    return f"{bfd.multiplier} lost packets, sent each {bfd.send_ms} ms and taken each {bfd.receive_ms} ms"


def _tunnel(case: SiteCase, plan: DevicePlan, tunnel: TunnelPlan, observed: Observed) -> Verdict:
    """Selectors of such a tunnel are everything, so routes and a filter hold it to its site."""
    wrong = [
        f"a static route sends {route.prefix} into it"
        for route in observed.routes
        if (route.interface == tunnel.name or route.gateway == tunnel.peer_address)
        and not (tunnel.internet == "there" and route.prefix == _DEFAULT)
    ]
    wrong += [
        "IKE adds routes into it"
        for item in observed.tunnels
        if item.name == tunnel.name and item.adds_routes
    ]
    claim = f"BGP alone brings routes into {tunnel.name}"
    item = next((item for item in observed.interfaces if item.name == tunnel.name), None)
    if plan.platform in FILTERS_TUNNEL_SOURCES:
        claim += f", and {tunnel.remote_prefix} alone comes out of it"
        wanted = addresses_of([tunnel.remote_prefix, _one(tunnel.peer_address)])
        if tunnel.internet == "there":
            # What answers from the internet comes out of it, and nothing else of the trust does.
            wanted = union([*wanted, *subtract(EVERY_ADDRESS, addresses_of([case.trust.supernet]))])
        found = item.sources if item else None
        prefixes, unknown = read_prefixes(found or ())
        if found is None:
            wrong.append("packets from anywhere come out of it")
        elif unknown or addresses_of(prefixes) != wanted:
            wrong.append(f"packets from {', '.join(found) or 'nowhere'} come out of it")
    elif item and item.sources is not None:
        wrong.append("a packet filter stands before it")
    return Claims(case, TUNNEL).decide(
        f"{plan.hostname}:{tunnel.name}",
        wrong,
        claim,
        device=plan.hostname,
        lines=[item.line] if item else [],
        origin=tunnel.origin,
    )


class _Found(msgspec.Struct, frozen=True):
    """Something that nobody planned."""

    text: str
    line: int


def _extra(case: SiteCase) -> Iterator[Verdict]:
    """Whoever else speaks BGP, where else it is answered, and what else is watched or filtered."""
    asked = case.site.bgp
    for name, observed in case.observed.items():
        plan = case.plans[name]
        planned = asked if plan.kind == "firewall" else None
        found = list(_strangers(planned, observed))
        if planned or found:
            yield Claims(case, EXTRA).decide(
                name,
                [item.text for item in found],
                f"{name} speaks BGP with nobody else",
                device=name,
                lines=[item.line for item in found],
                origin=planned.origin if planned else plan.origin,
            )


def _strangers(asked: BgpPlan | None, observed: Observed) -> Iterator[_Found]:
    peers = {peer.address for peer in asked.peers} if asked else set()
    tunnels = {peer.tunnel for peer in asked.peers} if asked else set()
    for bgp in observed.bgp:
        if asked is None or bgp.vrf:
            yield _Found(f"it speaks BGP{f' in {bgp.vrf}' if bgp.vrf else ''}, not planned", bgp.line)
        doubled = [peer.address for peer in bgp.peers]
        for peer in bgp.peers:
            if peer.address not in peers or bgp.vrf:
                yield _Found(f"{peer.address} is a neighbour, not planned", peer.line)
            elif doubled.count(peer.address) > 1:
                yield _Found(f"{peer.address} is a neighbour twice", peer.line)
    answered = _answers(asked) if asked else set()
    # A filter that chooses a way is judged by what it chooses.
    chosen = {name for rule in observed.steering for name in rule.incoming}
    for item in observed.interfaces:
        own = item.name in tunnels
        words = {word for word in item.access if word.startswith(_PROTOCOL)} - (answered if own else set())
        for word in sorted(words):
            yield _Found(f"{item.name} answers {word.removeprefix(_PROTOCOL)}, not planned", item.line)
        if item.bfd and not (own and asked and asked.bfd):
            yield _Found(f"BFD runs on {item.name}, not planned", item.line)
        if item.sources is not None and not own and item.name not in chosen:
            yield _Found(f"a packet filter stands before {item.name}, not planned", item.line)


def judge_bgp_pairs(cases: Sequence[SiteCase]) -> Iterator[Verdict]:
    """For each session with both ends at hand: AS numbers mirror each other, and both prefer the tunnel alike."""
    ends: dict[tuple[str, str], tuple[SiteCase, str, ObservedBgp, ObservedBgpPeer]] = {}
    for case in cases:
        for plan, observed in case.of_kind("firewall"):
            for peer in case.site.bgp.peers if case.site.bgp else ():
                bgp = next((item for item in observed.bgp if not item.vrf), None)
                seen = _find(bgp, peer)
                if bgp and seen:
                    ends.setdefault((peer.local_address, peer.address), (case, plan.hostname, bgp, seen))
    judged = {case.site.site for case in cases}
    for case in cases:
        for plan, _ in case.of_kind("firewall"):
            for peer in case.site.bgp.peers if case.site.bgp else ():
                if peer.site not in judged:
                    continue
                mine = ends.get((peer.local_address, peer.address))
                theirs = ends.get((peer.address, peer.local_address))
                wrong = [] if mine and theirs else [f"{peer.site} has no other end of the session"]
                places: tuple[str, ...] = ()
                if mine and theirs:
                    wrong += _mismatches(mine[2], mine[3], theirs[2], theirs[3])
                    places = theirs[0].place(theirs[1], theirs[3].line)
                yield Claims(case, PREFERENCE).decide(
                    f"{plan.hostname}:{peer.tunnel}/both-ends",
                    wrong,
                    f"both ends of {peer.tunnel} agree on their session",
                    device=plan.hostname,
                    lines=[mine[3].line] if mine else [],
                    origin=peer.origin,
                    witnesses=places,
                )


def _mismatches(
    mine: ObservedBgp, here: ObservedBgpPeer, theirs: ObservedBgp, there: ObservedBgpPeer
) -> list[str]:
    compared: list[tuple[str, object, object]] = [
        ("the AS number of this end", mine.local_as, there.remote_as),
        ("the AS number of the other end", here.remote_as, theirs.local_as),
        ("the preference of the tunnel", _preferences(here), _preferences(there)),
        ("BFD", bool(here.bfd), bool(there.bfd)),
    ]
    wrong = [f"the ends differ in {what}" for what, one, other in compared if one != other]
    if mine.router_id == theirs.router_id:
        wrong.append(f"both ends have the router id {mine.router_id}")
    if here.passive and there.passive:
        wrong.append("neither end opens the session")
    return wrong


def _preferences(peer: ObservedBgpPeer) -> tuple[int, ...]:
    return tuple(sorted({rule.preference for rule in peer.believes if rule.allow and rule.prefixes}))
