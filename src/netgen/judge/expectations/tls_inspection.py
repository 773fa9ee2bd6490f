"""TLS is opened exactly where it was asked for, by the planned CA, and what stays closed is exactly what was asked for.

Silent where no filter opens TLS and no rule does.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan, InspectionPlan, PolicyPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.filter_vocabulary import (
    CLOSED_CATEGORIES,
    DECRYPTS_TLS,
    DOMAIN_FORMS,
    GOOD_TLS,
    REFUSED_SERVERS,
)
from netgen.judge.header_space import addresses_of, intersect
from netgen.judge.policy_space import Effect, FirewallView
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedInspection, ObservedPolicy

OPENED = Rule("JDG450", "tls-opened")
CLOSED = Rule("JDG451", "tls-exemptions")
STRICT = Rule("JDG452", "tls-strictness")


def judge_tls_inspection(case: SiteCase) -> Iterator[Verdict]:
    """A verdict for every rule that may be inspected, and two for each way in which sessions are opened."""
    for plan, observed in case.of_kind("firewall"):
        profiles = {item.name: item for item in observed.inspections}
        used: dict[str, ObservedInspection | None] = {}
        for person in ("", *(item.name for item in case.trust.groups)):
            view = FirewallView(case, observed, person=person)
            for effect in view.all_effects:
                people = view.people_of(effect.policy)
                if not effect.policy.allow or person not in (people or {""}):
                    continue
                if opens_tls(plan.platform, observed, effect.policy):
                    used[effect.policy.inspection] = profiles.get(effect.policy.inspection)
                yield from _opened(case, plan, observed, view, effect, person)
        for name, profile in sorted(used.items()):
            yield _closed(case, plan, name, profile)
            yield _strict(case, plan, name, profile)
        yield from _upstream(case, plan)


def opens_tls(platform: str, observed: Observed, policy: ObservedPolicy) -> bool:
    """True if a rule decrypts TLS."""
    found = next((item.https for item in observed.inspections if item.name == policy.inspection), None)
    return (policy.inspection if found is None else found) in DECRYPTS_TLS.get(platform, frozenset())


def _opened(
    case: SiteCase, plan: DevicePlan, observed: Observed, view: FirewallView, effect: Effect, person: str
) -> Iterator[Verdict]:
    policy = effect.policy
    planned = _plans_of(case, view, effect, person)
    inspects = {item.name for item in case.trust.filters if item.inspect}
    wanted = {item.filter in inspects for item in planned} or {False}
    opens, name = opens_tls(plan.platform, observed, policy), policy.name or policy.id
    if not opens and True not in wanted:
        return
    wrong = []
    if opens and False in wanted:
        zones = ", ".join(sorted({item.from_zone for item in planned if item.filter not in inspects}))
        wrong.append(
            f"rule {name} opens TLS of {zones or 'what no filter inspects'}, whose devices do not know the CA"
        )
    if not opens:
        wrong.append(f"rule {name} does not open TLS ({policy.inspection or 'no inspection'})")
    yield Claims(case, OPENED).decide(
        f"{plan.hostname}:{policy.id}{f' as {person}' if person else ''}",
        wrong,
        f"rule {name} opens TLS",
        device=plan.hostname,
        lines=[policy.line],
        origin=planned[0].origin if planned else plan.origin,
    )


def _plans_of(case: SiteCase, view: FirewallView, effect: Effect, person: str) -> list[PolicyPlan]:
    """Planned policies of which a rule may take traffic."""
    policy = effect.policy
    sources, targets = view.zones_named(policy.from_zones), view.zones_named(policy.to_zones)
    return [
        item
        for item in case.site.policies
        if item.services
        and item.from_zone in sources
        and item.to_zone in targets
        and item.group == person
        and (
            not item.sources
            or intersect(addresses_of(prefix for _, prefix in item.sources), effect.possible.source)
        )
    ]


def _closed(case: SiteCase, plan: DevicePlan, name: str, profile: ObservedInspection | None) -> Verdict:
    """Neither less nor more stays closed than what was asked for."""
    asked = case.trust.inspection
    wrong = []
    if profile is None:
        wrong.append(f"{name} is the maker's own, which leaves closed what nobody asked for")
    elif asked:
        missing = [key for key in asked.categories if key not in CLOSED_CATEGORIES.get(plan.platform, {})]
        wrong += [f"no category of the platform is known for {key}" for key in missing]
        wanted, seen = _exemptions(plan.platform, asked), set(profile.exempt)
        wrong += [f"{name} opens {place}, which must stay closed" for place in sorted(wanted - seen)]
        wrong += [f"{name} does not open {place}, which nobody asked for" for place in sorted(seen - wanted)]
    return Claims(case, CLOSED).decide(
        f"{plan.hostname}:{name}",
        wrong,
        f"{name} leaves closed exactly what was asked for",
        device=plan.hostname,
        lines=[profile.line] if profile else [],
        origin=asked.origin if asked else plan.origin,
    )


def _exemptions(platform: str, asked: InspectionPlan) -> set[str]:
    known = CLOSED_CATEGORIES.get(platform, {})
    found = {f"category {word}" for key in asked.categories for word in known.get(key, ())}
    forms = DOMAIN_FORMS.get(platform, ("{}",))
    return found | {f"domain {form.format(domain)}" for domain, _ in asked.domains for form in forms}


def _strict(case: SiteCase, plan: DevicePlan, name: str, profile: ObservedInspection | None) -> Verdict:
    """The planned CA signs, and a server is refused that nobody should trust, or whose session would stay closed."""
    asked = case.trust.inspection
    wrong = []
    if profile is None:
        wrong.append(f"{name} is the maker's own, which lets servers through that nobody should trust")
    else:
        if asked and profile.ca != asked.ca:
            wrong.append(f"{name} signs with {profile.ca or 'no CA'}, not {asked.ca}")
        if profile.min_version not in GOOD_TLS:
            wrong.append(f"{name} takes servers that speak TLS {profile.min_version or 'of any age'}")
        lacking = REFUSED_SERVERS.get(plan.platform, frozenset()) - set(profile.refuses)
        wrong += [f"{name} does not refuse servers by `{word}`" for word in sorted(lacking)]
    return Claims(case, STRICT).decide(
        f"{plan.hostname}:{name}",
        wrong,
        f"{name} signs with the planned CA and refuses servers that nobody should trust",
        device=plan.hostname,
        lines=[profile.line] if profile else [],
        origin=asked.origin if asked else plan.origin,
    )


def _upstream(case: SiteCase, plan: DevicePlan) -> Iterator[Verdict]:
    """Where somebody else filters, nobody opens TLS here, and that somebody answers for what is seen."""
    upstream = case.site.upstream
    inspects = {item.name for item in case.trust.filters if item.inspect}
    if upstream is None or not inspects:
        return
    words = (
        f"{plan.hostname} opens no TLS: {upstream.service} filters what leaves {case.site.site}, "
        f"says {upstream.attested_by} until {upstream.expires}"
    )
    yield Claims(case, OPENED).attested(
        f"{plan.hostname}/upstream", words, device=plan.hostname, origin=upstream.origin
    )
