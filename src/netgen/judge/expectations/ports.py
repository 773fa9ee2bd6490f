"""Every port and LAG of a switch does what its socket is for: mode, VLANs, voice, isolation, shut.

On a trunk each tagged VLAN is a claim of its own, so that a path through a school can be followed
VLAN by VLAN.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan, PortPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.switch_vocabulary import (
    ISOLATES_BY_LIST,
    SAYS_SNOOPING_TRUST,
    SERVES_OR_SNOOPS,
    STOPS_DHCP_BY_FILTER,
    STORM_LIMITS,
    STORM_RATES,
    lag_name,
)
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.wired_vocabulary import PAIRS
from netgen.readback import Observed, ObservedPort

MODE = Rule("JDG210", "port")
ON_TRUNK = Rule("JDG211", "vlan-on-trunk")
TRUNK = Rule("JDG212", "trunk")
UNUSED = Rule("JDG213", "unused-port-shut")
EDGE = Rule("JDG214", "edge-port")
UPLINK = Rule("JDG215", "uplink-port")
LAG = Rule("JDG216", "lag-member")
UNPLANNED = Rule("JDG217", "port-not-planned")


def judge_ports(case: SiteCase) -> Iterator[Verdict]:
    """All ports and LAGs of all switches."""
    for plan, observed in case.of_kind("switch", "controller"):
        found = {port.name.casefold(): port for port in observed.ports}
        yield from _ports(case, plan, found)
        yield from _lags(case, plan, observed, found)
        yield from _unplanned(case, plan, found)


def _ports(case: SiteCase, plan: DevicePlan, found: dict[str, ObservedPort]) -> Iterator[Verdict]:
    for port in plan.ports:
        seen = found.get(port.interface.casefold())
        if seen is None:
            claims = Claims(case, UNUSED if port.kind == "unused" else MODE)
            wrong = [f"{port.interface} is not in the text of {plan.hostname}"]
            yield claims.decide(
                _subject(plan, port.interface), wrong, "", device=plan.hostname, origin=port.origin
            )
        elif port.kind == "access":
            yield _access(case, plan, port, seen)
            yield _edge(case, plan, port, seen)
        elif port.kind == "trunk":
            yield from _trunk(case, plan, port, seen)
        elif port.kind == "lag-member":
            yield _member(case, plan, port, seen)
        else:
            yield _unused(case, plan, port, seen)


def _subject(plan: DevicePlan, interface: str) -> str:
    return f"{plan.hostname}:{interface}"


def _live(case: SiteCase, plan: DevicePlan, seen: ObservedPort, *, edge: bool = False) -> list[str]:
    wrong = [f"{seen.name} is shut down"] if seen.shutdown else []
    if seen.acl_in and not (edge and case.is_edge_filter(plan.hostname, seen.acl_in)):
        wrong.append(f"{seen.name} has a packet filter `{seen.acl_in}` that nobody planned")
    if seen.acl_out:
        wrong.append(f"{seen.name} has a packet filter `{seen.acl_out}` that nobody planned")
    if seen.negotiates:
        wrong.append(f"{seen.name} negotiates trunks with whatever is plugged in")
    return wrong


def _access(case: SiteCase, plan: DevicePlan, port: PortPlan, seen: ObservedPort) -> Verdict:
    wrong = _live(case, plan, seen, edge=True)
    # A phone port may be a trunk that carries the two VLANs of the socket alone (Arista: trunk phone).
    phone_trunk = port.voice and seen.mode == "trunk" and not seen.allows_all
    if seen.mode != "access" and not (phone_trunk and set(seen.allowed) == {port.native, port.voice}):
        wrong.append(f"{seen.name} is {seen.mode}, not access")
    if seen.untagged != port.native:
        wrong.append(f"{seen.name} is in VLAN {seen.untagged}, not {port.native}")
    if seen.voice != port.voice:
        wrong.append(f"{seen.name} has voice VLAN {seen.voice or 'none'}, not {port.voice or 'none'}")
    if seen.lag:
        wrong.append(f"{seen.name} is in LAG {seen.lag}")
    if seen.isolated != _needs_isolation(plan, port):
        wrong.append(f"{seen.name} is {'' if seen.isolated else 'not '}isolated")
    wrong += _power(port, seen)
    return Claims(case, MODE).decide(
        _subject(plan, port.interface),
        wrong,
        f"{port.interface} is an access port of VLAN {port.native}",
        device=plan.hostname,
        lines=[seen.line],
        origin=port.origin,
    )


def _needs_isolation(plan: DevicePlan, port: PortPlan) -> bool:
    """True if the text must keep this socket from the other isolated ones of the switch."""
    alone = plan.platform in ISOLATES_BY_LIST and sum(item.isolate for item in plan.ports) == 1
    return port.isolate and not alone


def _power(port: PortPlan, seen: ObservedPort) -> list[str]:
    if port.poe_w and seen.poe_off:
        return [f"{seen.name} gives no power and {port.poe_w:g} W are needed"]
    return (
        [f"{seen.name} gives power that nobody planned"]
        if port.has_poe and not port.poe_w and not seen.poe_off
        else []
    )


def _edge(case: SiteCase, plan: DevicePlan, port: PortPlan, seen: ObservedPort) -> Verdict:
    wrong = []
    if not seen.edge:
        wrong.append(f"{seen.name} is no edge port: the client waits for spanning tree")
    if not seen.bpdu_guard:
        wrong.append(f"{seen.name} has no BPDU guard")
    filters = plan.platform in STOPS_DHCP_BY_FILTER or (
        plan.platform in SERVES_OR_SNOOPS and case.observed[plan.hostname].pools
    )
    if filters and not case.is_edge_filter(plan.hostname, seen.acl_in):
        wrong.append(f"{seen.name} lets foreign DHCP servers answer")
    if port.kind == "access":
        wrong += _storms(seen)
    if seen.snooping_trusted:
        wrong.append(f"{seen.name} is trusted for DHCP offers")
    return Claims(case, EDGE).decide(
        _subject(plan, port.interface),
        wrong,
        f"{port.interface} is an edge port with BPDU guard",
        device=plan.hostname,
        lines=[seen.line],
        origin=port.origin,
    )


def _storms(seen: ObservedPort) -> list[str]:
    """Storm control is as tight as the house wants, in whatever unit it is written."""
    limits = {kind: f"{percent:g} %" for kind, percent in seen.storm_limits}
    limits |= {kind: f"{rate} {unit}" for kind, rate, unit in seen.storm_rates}
    good = {kind for kind, percent in seen.storm_limits if 0 <= percent <= STORM_LIMITS.get(kind, -1)}
    good |= {kind for kind, rate, unit in seen.storm_rates if rate <= STORM_RATES.get(kind, {}).get(unit, -1)}
    return [
        f"{seen.name} bears {limits.get(kind, 'any amount')} of {kind}"
        for kind in STORM_LIMITS
        if kind not in good
    ]


def _trunk(case: SiteCase, plan: DevicePlan, port: PortPlan, seen: ObservedPort) -> Iterator[Verdict]:
    wrong = _power(port, seen)
    if seen.lag:
        wrong.append(f"{seen.name} is in LAG {seen.lag}")
    if seen.isolated != _needs_isolation(plan, port):
        wrong.append(f"{seen.name} is {'' if seen.isolated else 'not '}isolated")
    yield from _carries(case, plan, seen, port.native, port.tagged, port.origin, wrong)
    if (plan.hostname, port.interface.casefold()) in case.access_point_ports:
        yield _edge(case, plan, port, seen)
    elif port.peer:
        yield _uplink(case, plan, seen, port.origin)


def _of_peer_link(plan: DevicePlan, seen: ObservedPort) -> set[int]:
    """The VLAN in which the halves of a pair talk, on the link between them; it is judged with the pair."""
    if plan.pair is None or plan.platform not in PAIRS or not PAIRS[plan.platform].vlan:
        return set()
    name = lag_name(plan.platform, plan.pair.peer_link)
    is_link = seen.lag == plan.pair.peer_link or seen.name.casefold() == name
    return {plan.pair.peer_vlan} if is_link else set()


def _carries(
    case: SiteCase,
    plan: DevicePlan,
    seen: ObservedPort,
    native: int,
    tagged: tuple[int, ...],
    origin: str,
    wrong: list[str],
) -> Iterator[Verdict]:
    """Each VLAN of a trunk, then the trunk itself: mode, untagged VLAN, nothing else carried."""
    on_trunk = Claims(case, ON_TRUNK)
    carried = (set(seen.allowed) if seen.mode == "trunk" else set()) - _of_peer_link(plan, seen)
    for vlan in tagged:
        missing = (
            []
            if vlan in carried or seen.allows_all
            else [f"VLAN {vlan} is not carried by {seen.name} of {plan.hostname}"]
        )
        if not missing and vlan == seen.untagged:
            missing = [f"VLAN {vlan} leaves {seen.name} of {plan.hostname} untagged"]
        segment = case.segment_by_vlan.get(vlan)
        yield on_trunk.decide(
            f"{_subject(plan, seen.name)}/vlan{vlan}",
            missing,
            f"VLAN {vlan} is tagged on {seen.name}",
            device=plan.hostname,
            lines=[seen.line],
            origin=segment.origin if segment else origin,
            witnesses=[f"vlan {vlan}"],
        )
    edge = (plan.hostname, seen.name.casefold()) in case.access_point_ports
    wrong = [*_live(case, plan, seen, edge=edge), *wrong]
    if seen.mode != "trunk":
        wrong.append(f"{seen.name} is {seen.mode}, not trunk")
    if seen.untagged != native:
        wrong.append(f"{seen.name} has VLAN {seen.untagged} untagged, not {native}")
    if seen.allows_all:
        wrong.append(f"{seen.name} carries every VLAN")
    others = sorted(carried - set(tagged) - {native})
    wrong += [f"{seen.name} carries VLAN {vlan}, which is not planned there" for vlan in others]
    if native != case.site.native_vlan and not seen.allows_all and native not in carried:
        wrong.append(f"{seen.name} does not carry its untagged VLAN {native}")
    yield Claims(case, TRUNK).decide(
        _subject(plan, seen.name),
        wrong,
        f"{seen.name} is a trunk with VLAN {native} untagged and nothing unplanned",
        device=plan.hostname,
        lines=[seen.line],
        origin=origin,
        witnesses=[f"vlan {vlan}" for vlan in others],
    )


def _uplink(case: SiteCase, plan: DevicePlan, seen: ObservedPort, origin: str) -> Verdict:
    wrong = [f"{seen.name} is an edge port and leads to another device"] if seen.edge else []
    if seen.bpdu_guard:
        wrong.append(f"{seen.name} has BPDU guard and leads to another device, whose first BPDU shuts it")
    if (
        plan.platform in SAYS_SNOOPING_TRUST
        and not seen.snooping_trusted
        and case.observed[plan.hostname].snooping_vlans
    ):
        wrong.append(f"{seen.name} drops DHCP offers: snooping is on and the port is not trusted")
    return Claims(case, UPLINK).decide(
        _subject(plan, seen.name),
        wrong,
        f"{seen.name} lets spanning tree and DHCP through",
        device=plan.hostname,
        lines=[seen.line],
        origin=origin,
    )


def _member(case: SiteCase, plan: DevicePlan, port: PortPlan, seen: ObservedPort) -> Verdict:
    wrong = _live(case, plan, seen)
    if seen.lag != port.lag:
        wrong.append(f"{seen.name} is in LAG {seen.lag or 'none'}, not {port.lag}")
    elif not seen.lag_active:
        wrong.append(f"{seen.name} does not speak LACP actively")
    lag = next((lag for lag in plan.lags if lag.number == port.lag), None)
    silent = seen.mode == "access" and not seen.allowed and seen.untagged == 1
    if lag and not silent:
        carried = set(seen.allowed) - {lag.native} - _of_peer_link(plan, seen)
        if (
            seen.mode != "trunk"
            or seen.untagged != lag.native
            or seen.allows_all
            or carried != set(lag.tagged)
        ):
            wrong.append(f"{seen.name} differs from its LAG in mode or VLANs, which can suspend it")
    return Claims(case, LAG).decide(
        _subject(plan, port.interface),
        wrong,
        f"{port.interface} is an active member of LAG {port.lag}",
        device=plan.hostname,
        lines=[seen.line],
        origin=port.origin,
    )


def _unused(case: SiteCase, plan: DevicePlan, port: PortPlan, seen: ObservedPort) -> Verdict:
    wrong = [] if seen.shutdown else [f"{seen.name} is unused and not shut down"]
    if seen.mode != "access":
        wrong.append(f"{seen.name} is unused and {seen.mode}")
    elif seen.untagged != case.site.blackhole_vlan:
        wrong.append(f"{seen.name} is unused and in VLAN {seen.untagged}, not {case.site.blackhole_vlan}")
    if seen.voice or seen.lag:
        wrong.append(f"{seen.name} is unused and has a voice VLAN or a LAG")
    if seen.negotiates:
        wrong.append(f"{seen.name} is unused and negotiates trunks")
    return Claims(case, UNUSED).decide(
        _subject(plan, port.interface),
        wrong,
        f"{port.interface} is shut down in VLAN {case.site.blackhole_vlan}",
        device=plan.hostname,
        lines=[seen.line],
        origin=port.origin,
    )


def _lags(
    case: SiteCase, plan: DevicePlan, observed: Observed, found: dict[str, ObservedPort]
) -> Iterator[Verdict]:
    claims = Claims(case, LAG)
    for lag in plan.lags:
        name = lag_name(plan.platform, lag.number)
        seen = found.get(name)
        if seen is None:
            wrong = [f"LAG {lag.number} is not in the text of {plan.hostname}"]
            yield Claims(case, TRUNK).decide(
                _subject(plan, name), wrong, "", device=plan.hostname, origin=lag.origin
            )
            continue
        yield from _carries(case, plan, seen, lag.native, lag.tagged, lag.origin, [])
        yield _uplink(case, plan, seen, lag.origin)
        wanted = {member.casefold() for member in lag.members}
        others = sorted(
            port.name
            for port in observed.ports
            if port.lag == lag.number and port.name.casefold() not in wanted
        )
        yield claims.decide(
            _subject(plan, seen.name),
            [f"{other} is in LAG {lag.number} and not planned there" for other in others],
            f"LAG {lag.number} has no other member",
            device=plan.hostname,
            lines=[seen.line],
            origin=lag.origin,
        )


def _unplanned(case: SiteCase, plan: DevicePlan, found: dict[str, ObservedPort]) -> Iterator[Verdict]:
    planned = {port.interface.casefold() for port in plan.ports} | {
        lag_name(plan.platform, lag.number) for lag in plan.lags
    }
    # A routed port does nothing without an address, and addresses are judged as such.
    others = [
        port
        for key, port in found.items()
        if key not in planned and not port.shutdown and port.mode != "routed"
    ]
    yield Claims(case, UNPLANNED).decide(
        plan.hostname,
        [f"{port.name} is live and not planned" for port in others],
        f"{plan.hostname} has no other live port",
        device=plan.hostname,
        lines=[port.line for port in others],
        origin=plan.origin,
    )
