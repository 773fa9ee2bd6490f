"""What a device at a socket may claim: its address, its ARP, to be a router or a root; and loops behind it."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan, LagPlan, PortPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.switch_vocabulary import lag_name
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.wired_vocabulary import (
    GUARDS_ADVERTISEMENTS,
    GUARDS_ROOT,
    GUARDS_WHERE_ASKED,
    LOOKS_FOR_LOOPS,
    NEVER_CHECKED,
    UNCHECKED_WHERE_LEASED,
)
from netgen.readback import Observed, ObservedPort

GUARD = Rule("JDG233", "edge-guard")


def judge_edge_guards(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a port in use for its guards, one a switch for ARP, one a LAG for the root."""
    claims = Claims(case, GUARD)
    for plan, observed in case.of_kind("switch"):
        found = {port.name.casefold(): port for port in observed.ports}
        reason = NEVER_CHECKED.get(plan.platform, "")
        if not reason and observed.pools:
            reason = UNCHECKED_WHERE_LEASED.get(plan.platform, "")
        inspected = _inspected(case, plan)
        hardens = _hardens(plan, inspected)
        speaks6 = {segment.vlan for segment in case.site.segments if segment.prefix6} & set(plan.vlans)
        yield _inspection(case, plan, observed, inspected, reason)
        for port in plan.ports:
            seen = found.get(port.interface.casefold())
            if seen is None or port.kind == "unused":
                continue
            wrong = _socket(port, seen, inspects=bool(inspected) and not reason, unchecked=bool(reason))
            wrong += _claims_of_routers(plan, port, seen) if hardens or speaks6 else []
            wrong += _loops(plan, port, seen) if hardens else []
            yield claims.decide(
                f"{plan.hostname}:{port.interface}",
                wrong,
                f"{port.interface} believes its devices as little as planned",
                device=plan.hostname,
                lines=[seen.line],
                origin=port.origin,
            )
        for lag in plan.lags:
            lag_seen = found.get(lag_name(plan.platform, lag.number))
            if lag_seen is not None:
                yield _lag(
                    case, plan, lag, lag_seen, inspects=bool(inspected) and not reason, hardens=hardens,
                    speaks6=speaks6,
                )  # fmt: skip


def _inspected(case: SiteCase, plan: DevicePlan) -> set[int]:
    return {segment.vlan for segment in case.site.segments if segment.guard} & set(plan.vlans)


def _hardens(plan: DevicePlan, inspected: set[int]) -> bool:
    """True if the platform guards this switch against routers, roots and loops."""
    asked = bool(inspected) or any(port.use.access != "open" for port in plan.ports)
    return asked or plan.platform not in GUARDS_WHERE_ASKED


def _inspection(
    case: SiteCase, plan: DevicePlan, observed: Observed, wanted: set[int], reason: str
) -> Verdict:
    claims, seen = Claims(case, GUARD), set(observed.inspected_vlans)
    if wanted and reason:
        return claims.undecided(f"{plan.hostname}/arp", reason, device=plan.hostname, origin=plan.origin)
    wrong = [f"ARP of VLAN {vlan} is not inspected" for vlan in sorted(wanted - seen)]
    wrong += [f"ARP of VLAN {vlan} is inspected, which nobody planned" for vlan in sorted(seen - wanted)]
    claim = f"{plan.hostname} inspects ARP where it is planned"
    return claims.decide(f"{plan.hostname}/arp", wrong, claim, device=plan.hostname, origin=plan.origin)


def _socket(port: PortPlan, seen: ObservedPort, *, inspects: bool, unchecked: bool) -> list[str]:
    wrong = []
    wanted = port.use.guarded and not unchecked
    if seen.source_guard != wanted:
        wrong.append(f"{seen.name} {'checks' if seen.source_guard else 'does not check'} who uses an address")
    # A member of a LAG has what its LAG has. Without inspection, trust is of no effect.
    if port.kind != "lag-member" and inspects and seen.arp_trusted != (port.kind == "trunk"):
        wrong.append(f"{seen.name} is {'' if seen.arp_trusted else 'not '}trusted for ARP")
    return wrong


def _is_edge(port: PortPlan) -> bool:
    return port.kind in ("access", "trunk") and port.role != "uplink"


def _claims_of_routers(plan: DevicePlan, port: PortPlan, seen: ObservedPort) -> list[str]:
    wrong = []
    is_edge = _is_edge(port)
    if is_edge and plan.platform in GUARDS_ADVERTISEMENTS and not seen.ra_guard:
        wrong.append(f"{seen.name} lets devices say that they are a router or a DHCPv6 server")
    return wrong


def _loops(plan: DevicePlan, port: PortPlan, seen: ObservedPort) -> list[str]:
    wrong = []
    is_edge = _is_edge(port)
    if is_edge and plan.platform in LOOKS_FOR_LOOPS and not seen.loop_guard:
        wrong.append(f"{seen.name} does not look for loops behind it")
    return wrong


def _lag(
    case: SiteCase,
    plan: DevicePlan,
    lag: LagPlan,
    seen: ObservedPort,
    *,
    inspects: bool,
    hardens: bool,
    speaks6: set[int],
) -> Verdict:
    wrong = []
    if not lag.is_down and (speaks6 & set(seen.ra_drops) or (seen.ra_guard and speaks6)):
        wrong.append(f"{seen.name} drops what the router of this switch's IPv6 says")
    if seen.root_guard and not lag.is_down:
        wrong.append(f"{seen.name} has root guard, which blocks it when the root is behind it")
    if lag.is_down and hardens and not seen.root_guard and plan.platform in GUARDS_ROOT:
        wrong.append(f"{seen.name} takes a root from a switch that is further from it")
    if inspects and not seen.arp_trusted:
        wrong.append(f"{seen.name} is not trusted for ARP, whose devices another switch knows")
    return Claims(case, GUARD).decide(
        f"{plan.hostname}:{seen.name}",
        wrong,
        f"{seen.name} takes roots and ARP from the right side",
        device=plan.hostname,
        lines=[seen.line],
        origin=lag.origin,
    )
