"""Whoever breaks out at this hub leaves through the filter of their own zone and school, and through no other rule."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan, PairPolicy, SiteAddresses
from netgen.judge.case import OVERLAY, Claims, SiteCase
from netgen.judge.expectations.policy_attributes import BY_PHASE, unfiltered
from netgen.judge.header_space import addresses_of, intersect
from netgen.judge.policy_space import Effect, FirewallView
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed

FILTER = Rule("JDG443", "breakout-filter")


def judge_breakout_filters(case: SiteCase) -> Iterator[Verdict]:
    """One verdict for each zone of each site that breaks out here; none where nobody does."""
    for plan, observed in case.of_kind("firewall"):
        view = FirewallView(case, observed)
        effects = [item for item in view.between(OVERLAY, case.internet) if item.policy.allow]
        for site in case.guests:
            for pair in case.trust.matrix:
                if pair.to_zone == case.internet and pair.services and site.prefixes(pair.from_zone):
                    yield _zone(case, plan, observed, effects, site, pair)


def _zone(
    case: SiteCase,
    plan: DevicePlan,
    observed: Observed,
    effects: list[Effect],
    site: SiteAddresses,
    pair: PairPolicy,
) -> Verdict:
    claims = Claims(case, FILTER)
    subject, zone = f"{plan.hostname}:{site.code}/{pair.from_zone}", pair.from_zone
    upstream = case.site.upstream
    if upstream and pair.filter:
        words = (
            f"{zone} of {site.site} is filtered at {case.site.site} by {upstream.service}, "
            f"says {upstream.attested_by} until {upstream.expires}"
        )
        return claims.attested(subject, words, device=plan.hostname, origin=upstream.origin)
    name = dict(site.filters).get(zone, "") if pair.filter == BY_PHASE else pair.filter
    plans = {item.name: item for item in case.trust.filters}
    if pair.filter and name not in plans:
        why = f"which filter {zone} of {site.site} has is not said"
        return claims.undecided(subject, why, device=plan.hostname, origin=site.origin)
    sources = addresses_of(site.prefixes(zone))
    here = [item for item in effects if intersect(item.possible.source, sources)]
    wrong: list[str] = []
    if case.zones[zone].users and not name:
        wrong.append(f"people are in {zone}, and no filter is planned for it")
    wrong += unfiltered(plan.platform, observed, here, plans[name] if name else None)
    return claims.decide(
        subject,
        list(dict.fromkeys(wrong)),
        f"{zone} of {site.site} leaves here through {name or 'no filter'}",
        device=plan.hostname,
        lines=[effect.policy.line for effect in here],
        origin=pair.origins[0] if pair.origins else site.origin,
        witnesses=[str(prefix) for prefix in site.prefixes(zone)],
    )
