"""Two firewalls of which one is active: how they are a pair, what moves the role, and that both know the same.

Without a planned pair there is none: a firewall that waits for a second one may take another network's role, or believe
whoever is on its heartbeat ports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from ipaddress import ip_interface

from netgen.blueprint import DevicePlan, FirewallPairPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.firewall_vocabulary import HEARTBEAT_IN_ORDER, PAIR_GROUPS, STAYS_WITHOUT_CIRCUIT
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import GIVES_WAY, Observed, ObservedFirewallPair
from netgen.values import placeholder

SETTINGS = Rule("JDG430", "firewall-pair-settings")
WATCHES = Rule("JDG431", "firewall-pair-watches")
MEMBERS = Rule("JDG432", "firewall-pair-members")
HEARTBEAT = Rule("JDG433", "firewall-pair-heartbeat")
#: What the active member must hand over, so that a failover is not noticed.
_SYNCS = ("configuration", "sessions", "connectionless")
_SLOT = re.compile(r"([a-z]+-)(\d+)(/.*)")
_SHOWN = 3


def judge_firewall_pairs(case: SiteCase) -> Iterator[Verdict]:
    """Four verdicts a planned pair; one where a firewall is in a pair that nobody planned; else none."""
    pair = case.site.firewall_pair
    for plan, observed in case.of_kind("firewall"):
        wanted = pair if pair and pair.first == plan.hostname else None
        seen = observed.firewall_pair
        if wanted is None and seen is None:
            continue
        wrong = (
            _settings(plan, wanted, seen) if wanted else ["it is one of a pair, and stands alone in the plan"]
        )
        words = f"{plan.hostname} is active and {wanted.standby} stands by" if wanted else ""
        yield _decide(case, SETTINGS, plan, wrong, words, [seen.line] if seen else [])
        if wanted is None:
            continue
        lines = [role.line for role in seen.roles] if seen else []
        wrong = _watches(case, plan, wanted, observed, seen) if seen else ["there is no pair"]
        yield _decide(case, WATCHES, plan, wrong, "a lost port moves the role where it should", lines)
        yield _members(case, plan, wanted, seen)
        wrong, lines = _heartbeat(wanted, observed)
        yield _decide(case, HEARTBEAT, plan, wrong, "the ports between the members carry nothing else", lines)


def _decide(
    case: SiteCase, rule: Rule, plan: DevicePlan, wrong: list[str], words: str, lines: Iterable[int]
) -> Verdict:
    pair = case.site.firewall_pair
    origin = pair.origin if pair else plan.origin
    return Claims(case, rule).decide(
        plan.hostname, wrong, words, device=plan.hostname, lines=lines, origin=origin
    )


def _settings(plan: DevicePlan, wanted: FirewallPairPlan, seen: ObservedFirewallPair | None) -> list[str]:
    if seen is None:
        return [f"it is no pair with {wanted.standby}"]
    wrong = (
        []
        if seen.mode == "active-passive"
        else [f"the pair is {seen.mode or 'of no mode'}, not active-passive"]
    )
    most = PAIR_GROUPS.get(plan.platform)
    number = wanted.number % most + 1 if most else -1
    if seen.group != number:
        wrong.append(f"the number of the pair is {seen.group}, not {number}")
    is_ordered = plan.platform in HEARTBEAT_IN_ORDER
    found, planned = seen.heartbeat, wanted.heartbeat
    if found != planned and (is_ordered or sorted(found) != sorted(planned)):
        wrong.append(
            f"the members hear each other on {', '.join(found) or 'no port'}, not {', '.join(planned)}"
        )
    far = tuple(second_port(name, wanted) for name in planned) if wanted.one_box else ()
    if sorted(seen.far_heartbeat) != sorted(far):
        wrong.append(f"the second member is heard on {', '.join(seen.far_heartbeat) or 'no port'}")
    # A word in the text may be a password in clear: never shown.
    if seen.password != (placeholder(wanted.secret) if wanted.secret else ""):
        wrong.append(f"the password is not {wanted.secret}" if wanted.secret else "a password nobody planned")
    wrong += [f"the active member does not hand over {word}" for word in _SYNCS if word not in seen.syncs]
    named = [f"in group {role.name}" if role.name else "" for role in seen.roles if role.preempts]
    wrong += [f"a member that comes back takes the role back at once {where}".strip() for where in named]
    if not any(role.forwards for role in seen.roles):
        wrong.append("nothing says who leads")
    return wrong


def _watches(
    case: SiteCase, plan: DevicePlan, wanted: FirewallPairPlan, observed: Observed, seen: ObservedFirewallPair
) -> list[str]:
    """What is wrong with the ports whose loss moves the role, member by member where one text says both."""
    circuits = [item.interface for item in case.site.circuits]
    core = sorted({port.interface for port in plan.ports if port.kind in ("trunk", "lag-member")})
    below = {item.name: set(item.members) for item in observed.interfaces if item.members}
    watched: dict[str, int] = {}
    wrong = []
    for role in seen.roles:
        if not role.forwards:
            wrong += [f"{name} moves the management plane alone" for name, _ in role.watched]
            continue
        for name, weight in role.watched:
            watched[name] = max(weight, watched.get(name, 0))
    planned: set[str] = set()
    for member in (1, 2) if wanted.one_box else (1,):
        core_here = {_port_of(member, name, wanted) for name in core}
        planned |= core_here
        for circuit in circuits:
            name = _port_of(member, circuit, wanted)
            lost = _weight(watched, below, {name})
            if plan.platform in STAYS_WITHOUT_CIRCUIT:
                continue
            planned.add(name)
            if lost < GIVES_WAY:
                wrong.append(f"the role stays when circuit {name} is down")
        if _weight(watched, below, core_here) < GIVES_WAY:
            wrong.append(f"the role stays when {', '.join(sorted(core_here))} are down")
        if len(core_here) > 1:
            wrong += [
                f"the role moves when {name} alone is down"
                for name in sorted(core_here)
                if _weight(watched, below, {name}) >= GIVES_WAY
            ]
    wrong += [
        f"{name} moves the role, not planned"
        for name in sorted(watched)
        if not (below.get(name) or {name}) <= planned
    ]
    return wrong


def _weight(watched: dict[str, int], below: dict[str, set[str]], lost: set[str]) -> int:
    """The weight of what is down when ports are; a LAG is when all of its ports are."""
    return sum(weight for name, weight in watched.items() if (below.get(name) or {name}) <= lost)


def _members(
    case: SiteCase, plan: DevicePlan, wanted: FirewallPairPlan, seen: ObservedFirewallPair | None
) -> Verdict:
    """Both members are the same but for their place in the pair, and the first one leads."""
    wrong: list[str] = []
    lines: list[int] = []
    standby = case.standby
    if seen is None:
        wrong.append("there is no pair")
    elif wanted.one_box:
        wrong = _both_nodes(case, plan, wanted, seen)
    elif wanted.standby not in case.texts:
        wrong.append(f"{wanted.standby} stands by and has no text")
    elif standby is None or standby.firewall_pair is None:
        wrong.append(f"{wanted.standby} is no pair with {plan.hostname}")
    else:
        wrong, lines = _unlike(case, wanted, seen, standby.firewall_pair)
        if standby.hostname != wanted.standby:
            wrong.append(f"the standby says it is `{standby.hostname}`, not {wanted.standby}")
        for one, other in zip(seen.roles, standby.firewall_pair.roles, strict=False):
            if one.ranks <= other.ranks:
                wrong.append(f"{plan.hostname} does not lead while both are well")
        wrong += _addresses(seen, standby.firewall_pair)
    claim = f"{plan.hostname} leads, and {wanted.standby} is its like"
    return _decide(case, MEMBERS, plan, wrong, claim, lines)


def _both_nodes(
    case: SiteCase, plan: DevicePlan, wanted: FirewallPairPlan, seen: ObservedFirewallPair
) -> list[str]:
    wrong = [
        f"{plan.hostname} does not lead group {role.name} while both are well"
        for role in seen.roles
        if len(role.ranks) != 2 or role.ranks[0] <= role.ranks[1]
    ]
    if seen.hostnames != (wanted.first, wanted.standby):
        wrong.append(f"the members are {' and '.join(seen.hostnames) or 'nobody'}")
    planned = {item.interface for item in case.site.circuits}
    planned |= {port.interface for port in plan.ports if port.kind in ("trunk", "lag-member")}
    for leg in seen.legs:
        if sorted(leg.second) != sorted(second_port(name, wanted) for name in leg.first):
            wrong.append(f"{leg.name} is {', '.join(leg.first)} and {', '.join(leg.second) or 'nothing'}")
        planned -= set(leg.first)
    wrong += [f"{name} is a port of the first member alone" for name in sorted(planned)]
    return wrong


def _unlike(
    case: SiteCase, wanted: FirewallPairPlan, seen: ObservedFirewallPair, other: ObservedFirewallPair
) -> tuple[list[str], list[int]]:
    """Lines that differ and that the maker would have copied, so that they differ for nobody's good."""
    one = _lines(case.texts[wanted.first], seen)
    two = _lines(case.texts[wanted.standby], other)
    differ = [line for (line, text), (_, theirs) in zip(one, two, strict=False) if text != theirs]
    if len(one) != len(two):
        # One line more moves all that follow: the first that differs says where.
        differ = differ[:1]
    # A line may hold a password in clear: never shown.
    wrong = [f"line {line} is another one in the standby" for line in differ[:_SHOWN]]
    if len(one) != len(two) or len(differ) > _SHOWN:
        wrong.append(f"of {len(one)} and {len(two)} lines that both should have, not all are the same")
    return wrong, differ[:_SHOWN]


def _lines(text: str, pair: ObservedFirewallPair) -> list[tuple[int, str]]:
    """The lines of a text that the other member has too, with their numbers."""
    own = set(pair.own_lines)
    return [(line, words.strip()) for line, words in enumerate(text.splitlines(), 1) if line not in own]


def _addresses(seen: ObservedFirewallPair, other: ObservedFirewallPair) -> list[str]:
    """Each member sends to the address that the other one has, in one network."""
    wrong = []
    theirs = {use: (address, length) for use, address, length in other.addresses}
    for use, address, length in seen.addresses:
        far = theirs.get(use)
        if far is None or far[0] == address or _network(*far) != _network(address, length):
            wrong.append(f"{use} is {address} here and {far[0] if far else 'nothing'} at the standby")
    for one, two in ((seen, other), (other, seen)):
        if one.peer and one.peer not in {address for _, address, _ in two.addresses}:
            wrong.append(f"{one.peer} is sent to, and no address of the other member")
    if seen.addresses and not (seen.peer and other.peer):
        wrong.append("a member does not know the other one's address")
    return wrong


def _network(address: str, length: int) -> str:
    return str(ip_interface(f"{address}/{length}").network)


def _heartbeat(wanted: FirewallPairPlan, observed: Observed) -> tuple[list[str], list[int]]:
    ports = set(wanted.heartbeat)
    if wanted.one_box:
        ports |= {second_port(name, wanted) for name in ports}
    wrong: list[str] = []
    lines: list[int] = []
    for item in observed.interfaces:
        found = []
        if item.name in ports:
            found += [f"has the address {item.address}"] if item.address else []
            found += [f"takes an address by {item.mode}"] if item.mode not in ("static", "") else []
            found += [f"answers {' '.join(item.access)}"] if item.access else []
            found += ["is shut down"] if item.shutdown else []
        elif item.parent in ports:
            found.append(f"carries {item.name}")
        for name in sorted(ports & set(item.members)):
            wrong.append(f"{name} is in {item.name}")
            lines.append(item.line)
        if found:
            wrong.append(f"{item.parent if item.parent in ports else item.name} {', '.join(found)}")
            lines.append(item.line)
    for zone in observed.zones:
        for name in sorted(ports & set(zone.members)):
            wrong.append(f"{name} is in zone {zone.name}")
            lines.append(zone.line)
    return wrong, lines


def _port_of(member: int, name: str, pair: FirewallPairPlan) -> str:
    return second_port(name, pair) if member > 1 else name


def second_port(name: str, pair: FirewallPairPlan) -> str:
    """The second member's port of a box with one text: that of the first, in a later slot."""
    found = _SLOT.fullmatch(name)
    return f"{found[1]}{int(found[2]) + pair.second_slot}{found[3]}" if found else name
