"""Two cores that are a pair hold together as planned.

Each knows the other, LAGs have legs to both, a keepalive watches. What one half says wrongly shows on the day the
other fails, and then for the whole school: so each half is held against the plan, and the two texts against each
other.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan, LagPlan, PairPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.switch_vocabulary import lag_name
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.wired_vocabulary import PAIRS, PairWords
from netgen.readback import Observed, ObservedPair, ObservedPort

HALF = Rule("JDG240", "pair-half")
PEER_LINK = Rule("JDG241", "pair-peer-link")
LAG = Rule("JDG242", "pair-lag")
KEEPALIVE = Rule("JDG243", "pair-keepalive")
ALIKE = Rule("JDG244", "pair-alike")

#: VLAN 1 is on every switch and leaves it by no trunk of the plan.
_ALWAYS = 1


def judge_pairs(case: SiteCase) -> Iterator[Verdict]:
    """Four kinds of verdict a half, one a pair; none where no pair is planned and none is there."""
    for plan, observed in case.of_kind("switch"):
        seen = observed.pair
        if plan.pair is None:
            if seen is not None:
                wrong = [f"{plan.hostname} is half of a pair{_called(seen)}, which nobody planned"]
                yield _decide(case, HALF, plan, plan.hostname, wrong, "", [seen.line])
            continue
        words = PAIRS.get(plan.platform)
        if words is None:
            why = f"no text of {plan.platform} makes a pair"
            yield Claims(case, HALF).undecided(
                plan.hostname, why, device=plan.hostname, origin=plan.pair.origin
            )
            continue
        ports = {port.name.casefold(): port for port in observed.ports}
        yield _half(case, plan, plan.pair, words, observed)
        yield _peer_link(case, plan, plan.pair, words, observed, ports)
        for lag in plan.lags:
            yield _lag(case, plan, lag, ports)
        yield _other_lags(case, plan, observed)
        yield _keepalive(case, plan, plan.pair, words, observed)
        if plan.pair.member == 1:
            yield _alike(case, plan, plan.pair, observed)


def _called(seen: ObservedPair) -> str:
    return f" `{seen.name or seen.system_mac}`" if seen.name or seen.system_mac else ""


def _decide(
    case: SiteCase,
    rule: Rule,
    plan: DevicePlan,
    subject: str,
    wrong: list[str],
    claim: str,
    lines: list[int],
    origin: str = "",
) -> Verdict:
    return Claims(case, rule).decide(
        subject,
        wrong,
        claim,
        device=plan.hostname,
        lines=lines,
        origin=origin or (plan.pair.origin if plan.pair else plan.origin),
    )


def _half(case: SiteCase, plan: DevicePlan, pair: PairPlan, words: PairWords, observed: Observed) -> Verdict:
    """The half says which pair it is of, which half it is, and who the other is."""
    seen = observed.pair
    if seen is None:
        wrong = [f"{plan.hostname} is no half of a pair: what hangs on {pair.peer} too is a loop"]
        return _decide(case, HALF, plan, plan.hostname, wrong, "", [])
    wrong = []
    if words.name and seen.name != pair.name:
        wrong.append(f"the pair is called {seen.name or 'nothing'}, not {pair.name}")
    if words.system_mac and seen.system_mac != pair.system_mac:
        wrong.append(f"the pair is {seen.system_mac or 'nobody'} to its neighbours, not {pair.system_mac}")
    if words.member and seen.member != pair.member:
        wrong.append(f"{plan.hostname} is half {seen.member or 'none'}, not {pair.member}")
    if words.vlan:
        name, (own, other) = f"Vlan{pair.peer_vlan}", pair.peer_addresses
        if seen.interface != name:
            wrong.append(f"it talks to {pair.peer} by {seen.interface or 'nothing'}, not {name}")
        if seen.peer_address != other:
            wrong.append(f"{pair.peer} is at {other}, not {seen.peer_address or 'nowhere'}")
        own_svis = [item for item in observed.svis if item.vlan == pair.peer_vlan and item.address]
        if [(item.address, item.length, item.vrf) for item in own_svis] != [(own, pair.length, "")]:
            wrong.append(f"{name} has not the address {own}/{pair.length} alone, in the global table")
        wrong += [f"{name} is shut down" for item in own_svis if item.shutdown]
        wrong += [f"{name} answers for addresses of hosts" for item in own_svis if item.shared]
    claim = f"{plan.hostname} is half {pair.member} of {pair.name}, with {pair.peer}"
    return _decide(case, HALF, plan, plan.hostname, wrong, claim, [seen.line])


def _peer_link(
    case: SiteCase,
    plan: DevicePlan,
    pair: PairPlan,
    words: PairWords,
    observed: Observed,
    ports: dict[str, ObservedPort],
) -> Verdict:
    """The LAG between the halves is the planned one, and every VLAN of the box can cross it.

    Its own crosses no other.
    """
    name = lag_name(plan.platform, pair.peer_link)
    link = ports.get(name)
    wrong = []
    if observed.pair and observed.pair.peer_link.casefold() != name:
        wrong.append(f"the peer link is {observed.pair.peer_link or 'none'}, not {name}")
    if link is None:
        wrong.append(f"{name} is not in the text")
        return _decide(case, PEER_LINK, plan, plan.hostname, wrong, "", [])
    if link.shutdown:
        wrong.append(f"{link.name} is shut down")
    carried = set(link.allowed) if link.mode == "trunk" else set()
    home = {case.site.native_vlan, case.site.blackhole_vlan, _ALWAYS}
    needed = {vlan.id for vlan in observed.vlans} - home
    needed |= {pair.peer_vlan} if words.vlan else set()
    if not link.allows_all:
        wrong += [f"VLAN {vlan} does not cross {link.name}" for vlan in sorted(needed - carried)]
    wrong += [
        f"{port.name} carries VLAN {pair.peer_vlan}, which is the peer link's alone"
        for port in observed.ports
        if words.vlan
        and port is not link
        and not port.lag
        and pair.peer_vlan in (*port.allowed, port.untagged)
    ]
    legs = [port for port in observed.ports if port.lag == pair.peer_link and not port.shutdown]
    planned = next((len(lag.members) for lag in plan.lags if lag.number == pair.peer_link), 0)
    if len(legs) != planned:
        wrong.append(f"{link.name} has {len(legs)} live cables, not {planned}")
    claim = f"every VLAN of {plan.hostname} crosses {link.name} to {pair.peer}"
    return _decide(case, PEER_LINK, plan, plan.hostname, wrong, claim, [link.line])


def _lag(case: SiteCase, plan: DevicePlan, lag: LagPlan, ports: dict[str, ObservedPort]) -> Verdict:
    """A LAG with legs to both halves has its number on both; any other is of this box alone."""
    name = lag_name(plan.platform, lag.number)
    seen = ports.get(name)
    wrong, lines = [], []
    if seen is None:
        wrong.append(f"LAG {lag.number} is not in the text of {plan.hostname}")
    else:
        lines = [seen.line]
        if lag.shared and not seen.shared:
            wrong.append(
                f"{seen.name} is of {plan.hostname} alone, and {lag.peer} has legs to the other half too"
            )
        elif lag.shared and seen.shared != lag.number:
            wrong.append(f"{seen.name} is number {seen.shared} of the pair, not {lag.number}")
        elif not lag.shared and seen.shared:
            wrong.append(f"{seen.name} is number {seen.shared} of the pair and leads to this half alone")
    claim = f"LAG {lag.number} is {'of both halves' if lag.shared else f'of {plan.hostname} alone'}"
    return _decide(case, LAG, plan, f"{plan.hostname}:{name}", wrong, claim, lines, lag.origin)


def _other_lags(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    planned = {lag_name(plan.platform, lag.number) for lag in plan.lags}
    others = [port for port in observed.ports if port.shared and port.name.casefold() not in planned]
    wrong = [f"{port.name} is number {port.shared} of the pair, which nobody planned" for port in others]
    claim = f"{plan.hostname} shares no other LAG"
    return _decide(case, LAG, plan, plan.hostname, wrong, claim, [port.line for port in others])


def _keepalive(
    case: SiteCase, plan: DevicePlan, pair: PairPlan, words: PairWords, observed: Observed
) -> Verdict:
    """The halves see each other by a cable that carries nothing else; nothing enters or leaves by its VRF."""
    seen = observed.pair
    (own, other), vrf = pair.keepalive_addresses, seen.keepalive_vrf if seen else ""
    wrong = []
    if seen is None or not seen.keepalive_peer:
        wrong.append(f"nothing tells {plan.hostname} that {pair.peer} lives when the peer link is lost")
    elif seen.keepalive_peer != other:
        wrong.append(f"{pair.peer} is looked for at {seen.keepalive_peer}, not {other}")
    if seen and seen.keepalive_own not in ("", own):
        wrong.append(f"the keepalive is sent from {seen.keepalive_own}, not {own}")
    if seen and seen.keepalive_peer and not vrf:
        wrong.append("the keepalive has no routing instance of its own")
    if seen and seen.split != words.split:
        wrong.append(f"the second half does not shut its {words.split} when the peer link is lost")
    svis = [item for item in observed.svis if item.name.casefold() == pair.keepalive.casefold()]
    if [(item.address, item.length) for item in svis] != [(own, pair.length)]:
        wrong.append(f"{pair.keepalive} has not the address {own}/{pair.length}")
    for item in svis:
        if item.shutdown:
            wrong.append(f"{item.name} is shut down")
        if item.vrf != vrf:
            wrong.append(
                f"{item.name} is in {item.vrf or 'the global table'}, not in {vrf or 'any of its own'}"
            )
    strangers = [item for item in observed.svis if vrf and item.vrf == vrf and item not in svis]
    wrong += [f"{item.name} is in the keepalive's routing instance" for item in strangers]
    routes = [route for route in observed.routes if vrf and route.vrf == vrf]
    wrong += [f"the keepalive's routing instance has a route to {route.prefix}" for route in routes]
    lines = [seen.line] if seen else []
    lines += [item.line for item in (*svis, *strangers)] + [route.line for route in routes]
    claim = f"{plan.hostname} sees by {pair.keepalive} whether {pair.peer} lives"
    return _decide(case, KEEPALIVE, plan, plan.hostname, wrong, claim, lines)


def _alike(case: SiteCase, plan: DevicePlan, pair: PairPlan, first: Observed) -> Verdict:
    """Both texts say the same of what the pair is to others, and mirror each other in what leads from half to half."""
    second = case.observed.get(pair.peer)
    if second is None:
        why = f"{pair.peer} could not be read"
        return Claims(case, ALIKE).undecided(pair.name, why, device=plan.hostname, origin=pair.origin)
    one, other = _shown_to_others(first), _shown_to_others(second)
    wrong = [
        f"{plan.hostname} has {word} {one.get(word) or 'none'} and {pair.peer} {other.get(word) or 'none'}"
        for word in sorted(one.keys() | other.keys())
        if one.get(word) != other.get(word)
    ]
    mine, theirs = first.pair, second.pair
    if mine and theirs:
        if "" not in (mine.keepalive_own, theirs.keepalive_own) and (
            mine.keepalive_own,
            mine.keepalive_peer,
        ) != (theirs.keepalive_peer, theirs.keepalive_own):
            wrong.append("the keepalive of one half does not end at the other")
        if mine.member and mine.member == theirs.member:
            wrong.append(f"both halves are number {mine.member}")
    shared = {address for item in first.svis if (address := item.address)} & {
        item.address for item in second.svis
    }
    wrong += [f"both halves have {address} as their own" for address in sorted(shared)]
    claim = f"{plan.hostname} and {pair.peer} are one to what hangs on both"
    lines = [mine.line] if mine else []
    return _decide(case, ALIKE, plan, pair.name, wrong, claim, lines)


def _shown_to_others(observed: Observed) -> dict[str, str]:
    """What a neighbour of both halves must find alike, by the word for it."""
    pair = observed.pair
    found = {
        "the pair's name": pair.name if pair else "",
        "the pair's address": pair.system_mac if pair else "",
        "spanning tree": f"{observed.stp_mode} {observed.stp_priority} {' '.join(observed.stp_region)}",
        "VLANs": ",".join(str(vlan.id) for vlan in observed.vlans),
    }
    for port in observed.ports:
        if port.shared:
            vlans = "all" if port.allows_all else ",".join(str(vlan) for vlan in port.allowed)
            found[f"VLANs of LAG {port.shared}"] = f"{port.mode} {port.untagged} {vlans}"
    for item in observed.svis:
        if item.shared:
            found[f"gateway of VLAN {item.vlan}"] = f"{','.join(item.shared)} {item.shared_mac}"
    return found
