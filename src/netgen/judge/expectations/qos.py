"""What goes first when a port is full: classes and shares as planned, and whose marks count."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan, TrafficClassPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.switch_vocabulary import lag_name
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.wired_vocabulary import PRIORITY_HAS_NO_SHARE
from netgen.readback import Observed, ObservedPort, ObservedQosClass

QOS = Rule("JDG236", "qos")
_BEST_EFFORT = 0


def judge_qos(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a switch for classes and one for marks."""
    for plan, observed in case.of_kind("switch"):
        yield _classes(case, plan, observed)
        yield _trust(case, plan, observed)


def _decide(case: SiteCase, what: str, plan: DevicePlan, wrong: list[str], claim: str) -> Verdict:
    return Claims(case, QOS).decide(
        f"{plan.hostname}/{what}",
        wrong[:3] + ([f"and {len(wrong) - 3} more"] if len(wrong) > 3 else []),
        claim,
        device=plan.hostname,
        origin=plan.origin,
        witnesses=wrong,
    )


def _classes(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    wanted = case.trust.qos
    marks = {item.dscp for item in wanted}
    wrong = [] if wanted or not observed.qos else [f"{plan.hostname} sorts traffic, which nobody planned"]
    homes: dict[int, list[ObservedQosClass]] = {}
    for seen in observed.qos:
        for point in seen.dscp:
            homes.setdefault(point, []).append(seen)
    for item in wanted:
        wrong += _class(plan, item, homes.get(item.dscp, []), marks)
    return _decide(case, "classes", plan, wrong, f"{plan.hostname} sorts traffic as planned")


def _class(
    plan: DevicePlan, item: TrafficClassPlan, homes: list[ObservedQosClass], marks: set[int]
) -> list[str]:
    if len(homes) != 1:
        return [f"code point {item.dscp} of {item.name} is in {len(homes) or 'no'} class"]
    (seen,) = homes
    wrong = []
    strangers = sorted(set(seen.dscp) - {item.dscp})
    if item.dscp != _BEST_EFFORT and strangers:
        wrong.append(f"code points {', '.join(map(str, strangers))} are in the class {item.name} too")
    elif others := sorted((marks - {item.dscp}) & set(seen.dscp)):
        wrong.append(f"code points {', '.join(map(str, others))} share the class of {item.name}")
    if seen.priority != item.priority:
        wrong.append(f"{item.name} is {'' if seen.priority else 'not '}sent before everything else")
    unsaid = seen.percent == -1 and item.priority and plan.platform in PRIORITY_HAS_NO_SHARE
    if seen.percent != item.percent and not unsaid:
        wrong.append(f"{item.name} has {seen.percent} percent of a full port, not {item.percent}")
    return wrong


def _trust(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    """Sockets trust as their role says; what leads to another switch or an access point carries marks that count."""
    found = {port.name.casefold(): port for port in observed.ports}
    wrong = []
    wanted: list[tuple[ObservedPort | None, str]] = [
        (found.get(port.interface.casefold()), port.use.trust if port.role != "uplink" else "dscp")
        for port in plan.ports
        if port.kind not in ("unused", "lag-member")
    ]
    wanted += [(found.get(lag_name(plan.platform, lag.number)), "dscp") for lag in plan.lags]
    for seen, asked in wanted:
        trust = asked if case.trust.qos else ""
        if seen is not None and seen.trust != trust:
            wrong.append(f"{seen.name} trusts the marks of {seen.trust or 'nobody'}, not {trust or 'unsaid'}")
    return _decide(case, "marks", plan, wrong, f"{plan.hostname} believes the planned marks")
