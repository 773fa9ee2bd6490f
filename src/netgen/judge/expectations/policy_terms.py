"""When a rule applies and what it looks for: the planned schedule, and what the trust wants detected."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan, PolicyPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.filter_vocabulary import ANTIVIRUS_WORDS, IPS_WORDS, STRICT_PROFILES
from netgen.judge.policy_space import FirewallView
from netgen.judge.schedules import describe_hours, observed_hours, planned_hours
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedPolicy

SCHEDULE = Rule("JDG417", "policy-schedule")
PROTECTION = Rule("JDG418", "protection")


def judge_policy_terms(case: SiteCase) -> Iterator[Verdict]:
    """One verdict each for every allowing rule between zones of the plan."""
    for plan, observed in case.of_kind("firewall"):
        view = FirewallView(case, observed)
        for policy in observed.policies:
            if not (policy.enabled and policy.allow):
                continue
            wanted = _plans_of(case, view, policy)
            if wanted:
                yield _schedule(case, plan, observed, policy, wanted)
                if plan.platform in IPS_WORDS:
                    yield _protection(case, plan, observed, policy, wanted)


def _plans_of(case: SiteCase, view: FirewallView, policy: ObservedPolicy) -> list[PolicyPlan]:
    """Planned policies that let anything pass between the zones that a rule names, for the people that it is for."""
    sources, targets = view.zones_named(policy.from_zones), view.zones_named(policy.to_zones)
    people = view.people_of(policy)
    return [
        item
        for item in case.site.policies
        if item.services
        and item.from_zone in sources
        and item.to_zone in targets
        and people is not None
        and item.group in (people or {""})
    ]


def _schedule(
    case: SiteCase, plan: DevicePlan, observed: Observed, policy: ObservedPolicy, wanted: list[PolicyPlan]
) -> Verdict:
    seen = observed_hours(observed, policy.schedule)
    planned = {planned_hours(case.trust, item.schedule) for item in wanted}
    name = policy.name or policy.id
    wrong = []
    if seen not in planned:
        should = " or ".join(sorted(describe_hours(hours) for hours in planned))
        wrong.append(f"rule {name} applies {describe_hours(seen)}, not {should}")
    return Claims(case, SCHEDULE).decide(
        f"{plan.hostname}:{policy.id}",
        wrong,
        f"rule {name} applies {describe_hours(seen)}",
        device=plan.hostname,
        lines=[policy.line],
        origin=wanted[0].origin,
    )


def _protection(
    case: SiteCase, plan: DevicePlan, observed: Observed, policy: ObservedPolicy, wanted: list[PolicyPlan]
) -> Verdict:
    """All plans of these zones protected: the rule must be; none: it must not; else it may."""
    words: set[str] = set()
    if case.trust.ips:
        words |= IPS_WORDS[plan.platform]
    if case.trust.antivirus:
        words |= ANTIVIRUS_WORDS[plan.platform]
    must = words if all(item.protected for item in wanted) else set()
    may = words if any(item.protected for item in wanted) else set()
    seen, name = _looked_for(case, observed, policy), policy.name or policy.id
    wrong = [f"rule {name} does not look for what `{word}` knows" for word in sorted(must - seen)]
    wrong += [f"rule {name} has `{word}`, which is not planned" for word in sorted(seen - may)]
    return Claims(case, PROTECTION).decide(
        f"{plan.hostname}:{policy.id}",
        wrong,
        f"rule {name} looks for {', '.join(sorted(seen)) or 'nothing more'}",
        device=plan.hostname,
        lines=[policy.line],
        origin=wanted[0].origin,
    )


def _looked_for(case: SiteCase, observed: Observed, policy: ObservedPolicy) -> set[str]:
    """What a rule looks for, by the maker's words.

    A profile that refuses names of feeds stands for what it is as strict as.
    """
    found = set(policy.protections)
    feeds = any(item.kind == "domains" for item in case.trust.lists)
    for word, (ended, lists) in STRICT_PROFILES.items():
        kind = word.partition(" ")[0]
        own = {
            f"{kind} {item.name}": ended <= set(item.blocked) and lists <= set(item.lists)
            for item in observed.filters
            if item.kind == kind
        }
        for profile in found & own.keys() if feeds else ():
            found.discard(profile)
            if own[profile] and case.trust.ips:
                found.add(word)
    return found
