"""For every ordered pair of zones over IPv6: what the matrix allows passes as over IPv4, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.blueprint import DevicePlan
from netgen.judge.case import OVERLAY, Claims, SiteCase
from netgen.judge.firewall_vocabulary import IPV6_PER_INTERFACE
from netgen.judge.header_space import Region, describe, remainder
from netgen.judge.intended_space import Wanted
from netgen.judge.intended_space6 import talk_with_the_box, wanted_space6
from netgen.judge.policy_space import Effect, FirewallView, passing
from netgen.judge.schedules import observed_hours, planned_hours
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedPolicy

POLICY6 = Rule("JDG333", "ipv6-zone-policy")
_WITNESSES = 3
_IPV6 = 6


class _Crossing(msgspec.Struct):
    """What the rules make of IPv6 between two zones, over all pairs of their interfaces."""

    missing: list[Region] = []
    excess: list[tuple[Region, ObservedPolicy]] = []
    rules: dict[str, Effect] = {}


def judge_ipv6_policy(case: SiteCase) -> Iterator[Verdict]:
    """One verdict for each ordered pair of zones where any IPv6 is planned; without, for pairs that let some pass."""
    wanted = wanted_space6(case)
    planned = any(item.prefix6 for item in case.site.segments)
    for plan, observed in case.of_kind("firewall"):
        view = FirewallView(case, observed, version=_IPV6)
        speaks = {item.name for item in observed.ipv6}
        zones = sorted(view.interfaces_of)
        for source in zones:
            for destination in zones:
                if source == destination and _talks_inside(case, source):
                    continue
                pair = source, destination
                item = talk_with_the_box(case, plan, source) if source == destination else wanted.get(pair)
                found = _between(plan, view, speaks, pair, item)
                if planned or found.excess:
                    yield _decide(case, plan, observed, pair, item, found)
        for (source, destination), item in wanted.items():
            absent = [zone for zone in (source, destination) if zone not in zones]
            if absent:
                yield Claims(case, POLICY6).decide(
                    f"{plan.hostname}:{source}->{destination}",
                    [f"{plan.hostname} has no interface of zone {absent[0]}"],
                    "",
                    device=plan.hostname,
                    origin=item.origin,
                )


def _talks_inside(case: SiteCase, zone: str) -> bool:
    """True where members of a zone may talk anyway, so that rules inside it change nothing."""
    plan = case.zones.get(zone)
    return bool(plan and zone not in (OVERLAY, case.internet) and not plan.isolate)


def _between(
    plan: DevicePlan,
    view: FirewallView,
    speaks: set[str],
    pair: tuple[str, str],
    wanted: Wanted | None,
) -> _Crossing:
    found = _Crossing()
    must, may = (wanted.must, wanted.may) if wanted else ((), ())
    seen: set[tuple[str, ...]] = set()
    for one in view.interfaces_of[pair[0]]:
        for other in view.interfaces_of[pair[1]]:
            effects = view.effects(one, other)
            can_pass = plan.platform not in IPV6_PER_INTERFACE or {one, other} <= speaks
            key = (str(can_pass), *(effect.policy.id for effect in effects))
            if key in seen:
                continue
            seen.add(key)
            let = passing(effects)
            found.missing += remainder(must, let.certain)
            if not can_pass:
                continue
            for region, policy in let.possible:
                found.excess += [(piece, policy) for piece in remainder([region], may)]
            found.rules |= {
                effect.policy.id: effect
                for effect in effects
                if effect.policy.allow and not effect.possible.is_empty
            }
    return found


def _decide(
    case: SiteCase,
    plan: DevicePlan,
    observed: Observed,
    pair: tuple[str, str],
    wanted: Wanted | None,
    found: _Crossing,
) -> Verdict:
    source, destination = pair
    wrong: list[str] = []
    if found.missing:
        wrong.append(f"{source} cannot reach all of {destination} over IPv6 that the matrix allows")
    if found.excess:
        names = ", ".join(sorted({policy.name or policy.id for _, policy in found.excess}))
        wrong.append(f"{source} reaches more of {destination} over IPv6 than the matrix allows, by {names}")
    hours = {
        planned_hours(case.trust, item.schedule)
        for item in case.site.policies
        if (item.from_zone, item.to_zone) == pair and item.services
    }
    for effect in found.rules.values() if hours else ():
        if observed_hours(observed, effect.policy.schedule) not in hours:
            name = effect.policy.name or effect.policy.id
            wrong.append(f"rule {name} lets IPv6 pass at other hours than the matrix says")
    witnesses = [f"denied: {describe(region, _IPV6)}" for region in found.missing[:_WITNESSES]]
    witnesses += [f"allowed: {describe(region, _IPV6)}" for region, _ in found.excess[:_WITNESSES]]
    zone = case.zones.get(source)
    return Claims(case, POLICY6).decide(
        f"{plan.hostname}:{source}->{destination}",
        wrong,
        f"{source} to {destination} is over IPv6 exactly what the matrix says",
        device=plan.hostname,
        lines=[policy.line for _, policy in found.excess],
        origin=wanted.origin if wanted else zone.origin if zone else plan.origin,
        witnesses=witnesses,
    )
