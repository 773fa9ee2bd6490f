"""A firewall answers for names where segments ask it, asks the planned servers itself, and answers nobody else."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan, SegmentPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedDomain, ObservedInterface, ObservedResolver

SERVED = Rule("JDG314", "dns-served")
DOMAINS = Rule("JDG315", "dns-domains")


def judge_served_names(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a segment that asks the firewall, and two a firewall: whom else it answers, and whom it asks itself.

    Silent where nobody asks and no firewall answers or knows a domain.
    """
    asking = [segment for segment in case.site.segments if segment.resolver]
    firewalls = list(case.of_kind("firewall"))
    claims = Claims(case, SERVED)
    if asking and not firewalls:
        for segment in asking:
            yield claims.undecided(segment.name, "the firewall could not be read", origin=segment.origin)
    for plan, observed in firewalls:
        for segment in asking:
            yield _segment(case, plan, observed, segment)
        addresses = {segment.resolver for segment in asking}
        ends = {item.name for item in observed.interfaces if item.address in addresses}
        strangers = [item for item in observed.resolvers if item.interface not in ends]
        if asking or strangers:
            yield claims.decide(
                plan.hostname,
                [f"{item.interface} answers for names, and nobody there was to ask it" for item in strangers],
                f"{plan.hostname} answers nobody else for names",
                device=plan.hostname,
                lines=[item.line for item in strangers],
                origin=plan.origin,
            )
        if asking or observed.domains:
            yield _domains(case, plan, observed, is_asked=bool(asking))


def _segment(case: SiteCase, plan: DevicePlan, observed: Observed, segment: SegmentPlan) -> Verdict:
    ends = [item for item in observed.interfaces if item.address == segment.resolver and not item.shutdown]
    answering = [item for item in observed.resolvers if item.interface in {end.name for end in ends}]
    wrong = [] if answering else [f"{segment.name} asks {segment.resolver} for names in vain"]
    wrong += [text for item in answering for text in _objections(case, observed, item)]
    return Claims(case, SERVED).decide(
        f"{plan.hostname}:{segment.name}",
        wrong,
        f"{segment.name} asks {segment.resolver} for names",
        device=plan.hostname,
        lines=[
            item.line
            for item in (*ends, *answering)
            if isinstance(item, ObservedInterface | ObservedResolver)
        ],
        origin=segment.origin,
    )


def _objections(case: SiteCase, observed: Observed, item: ObservedResolver) -> Iterator[str]:
    if item.mode not in ("all", "forward"):
        yield f"{item.interface} does not ask the trust's resolvers"
    elif item.mode == "forward" and case.trust.domains:
        yield f"{item.interface} asks the trust's resolvers about every domain"
    if any(entry.kind == "domains" for entry in case.trust.lists):
        if not item.dns_filter:
            yield f"{item.interface} answers for names that feeds refuse"
        elif item.dns_filter not in {entry.name for entry in observed.filters if entry.kind == "dns"}:
            yield f"{item.interface} has the unknown DNS filter {item.dns_filter}"


def _domains(case: SiteCase, plan: DevicePlan, observed: Observed, *, is_asked: bool) -> Verdict:
    """Exactly the planned domains, each asked of its servers, from the box's own address."""
    planned = {item.name: item.servers for item in case.trust.domains} if is_asked else {}
    names = [item.domain for item in observed.domains]
    wrong = [
        f"names of {name} are asked of the trust's resolvers" for name in sorted(planned.keys() - set(names))
    ]
    wrong += [f"{name} is there twice" for name in sorted(set(names)) if names.count(name) > 1]
    wrong += [text for item in observed.domains for text in _domain(plan, item, planned.get(item.domain))]
    return Claims(case, DOMAINS).decide(
        plan.hostname,
        wrong,
        f"{plan.hostname} asks the planned servers about {', '.join(planned) or 'no domain'}",
        device=plan.hostname,
        lines=[item.line for item in observed.domains],
        origin=plan.origin,
    )


def _domain(plan: DevicePlan, item: ObservedDomain, planned: tuple[str, ...] | None) -> Iterator[str]:
    if planned is None:
        yield f"{item.domain} is asked of {', '.join(item.servers) or 'the firewall'}, which nobody planned"
        return
    if item.servers != planned:
        yield f"{item.domain} is asked of {', '.join(item.servers) or 'nobody'}, not {', '.join(planned)}"
    if item.source != plan.management:
        yield f"{item.domain} is asked from {item.source or 'any address'}, not {plan.management}"
