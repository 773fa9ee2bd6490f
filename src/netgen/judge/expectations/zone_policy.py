"""For every ordered pair of zones: what the matrix allows passes, and nothing else. Every packet counts."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.header_space import Region, describe, remainder
from netgen.judge.intended_space import Wanted, own_sessions, wanted_space
from netgen.judge.policy_space import FirewallView, passing
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import ObservedPolicy

POLICY = Rule("JDG410", "zone-policy")
_WITNESSES = 3


def judge_zone_policy(case: SiteCase) -> Iterator[Verdict]:
    """One verdict for each ordered pair of zones that the firewall stands between."""
    wanted = wanted_space(case)
    for plan, observed in case.of_kind("firewall"):
        view = FirewallView(case, observed)
        zones = sorted(view.interfaces_of)
        for source in zones:
            for destination in zones:
                if source != destination:
                    yield _pair(case, plan, view, source, destination, wanted.get((source, destination)))
                elif not _talks_inside(case, source):
                    yield _pair(case, plan, view, source, destination, own_sessions(case, plan, source))
        # A wanted pair whose zone has no interface here cannot pass at all.
        for (source, destination), item in wanted.items():
            if source not in zones or destination not in zones:
                absent = source if source not in zones else destination
                wrong = [f"{plan.hostname} has no interface of zone {absent}"]
                subject = f"{plan.hostname}:{source}->{destination}"
                yield Claims(case, POLICY).decide(
                    subject, wrong, "", device=plan.hostname, origin=item.origin
                )


def _talks_inside(case: SiteCase, zone: str) -> bool:
    """True where members of a zone may talk anyway, so that rules inside it change nothing."""
    plan = case.zones.get(zone)
    return bool(plan and plan.kind != "internet" and not plan.isolate)


def _pair(
    case: SiteCase, plan: DevicePlan, view: FirewallView, source: str, destination: str, wanted: Wanted | None
) -> Verdict:
    """All interface pairs of two zones; those under the same rules are decided once."""
    missing: list[Region] = []
    excess: list[tuple[Region, ObservedPolicy]] = []
    seen: set[tuple[str, ...]] = set()
    must, may = (wanted.must, wanted.may) if wanted else ((), ())
    for one in view.interfaces_of[source]:
        for other in view.interfaces_of[destination]:
            effects = view.effects(one, other)
            key = tuple(effect.policy.id for effect in effects)
            if key in seen:
                continue
            seen.add(key)
            found = passing(effects)
            missing += remainder(must, found.certain)
            excess += [
                (piece, policy) for region, policy in found.possible for piece in remainder([region], may)
            ]
    wrong: list[str] = []
    if missing:
        wrong.append(f"{source} cannot reach all of {destination} that the matrix allows")
    if excess:
        names = sorted({policy.name or policy.id for _, policy in excess})
        wrong.append(f"{source} reaches more of {destination} than the matrix allows, by {', '.join(names)}")
    witnesses = [f"denied: {describe(region)}" for region in missing[:_WITNESSES]]
    witnesses += [f"allowed: {describe(region)}" for region, _ in excess[:_WITNESSES]]
    return Claims(case, POLICY).decide(
        f"{plan.hostname}:{source}->{destination}",
        wrong,
        f"{source} to {destination} is exactly what the matrix says",
        device=plan.hostname,
        lines=[policy.line for _, policy in excess],
        origin=wanted.origin
        if wanted
        else (case.zones[source].origin if source in case.zones else plan.origin),
        witnesses=witnesses,
    )
