"""What a rule does beyond allow: it logs, hides sources on the internet only, and filters people's web."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from netgen.blueprint import DevicePlan, FilterPlan, PairPolicy
from netgen.judge.case import Claims, SiteCase
from netgen.judge.filter_vocabulary import (
    ALLOWS_PAST_CATEGORIES,
    BUILT_IN_INSPECTIONS,
    DECRYPTS_TLS,
    DOMAIN_FORMS,
    FAIL_CLOSED_CATEGORIES,
    INSPECTS_TLS,
    LOCKED_CATEGORIES,
    QUIC_APPLICATIONS,
    STOPS_HIDDEN_NAMES,
    STOPS_QUIC,
    WEB_CATEGORIES,
)
from netgen.judge.not_in_text import NOT_IN_TEXT
from netgen.judge.policy_space import Effect, FirewallView, denied_categories
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedFilter, ObservedInspection, ObservedPolicy

NAT = Rule("JDG411", "nat")
LOG = Rule("JDG412", "policy-log")
FILTER = Rule("JDG413", "web-filter")
DENY = Rule("JDG414", "implicit-deny-logged")
#: Filter word that means: what the archetype says for the source zone.
BY_PHASE = "by-phase"
#: Restricted modes of video sites, the strictest last.
_VIDEO = ("none", "moderate", "strict")


def judge_policy_attributes(case: SiteCase) -> Iterator[Verdict]:
    """NAT and log of every rule, the filter of every way to the internet, the log of the last deny."""
    for plan, observed in case.of_kind("firewall"):
        view = FirewallView(case, observed)
        internet = view.names_of(case.internet) | {"any"}
        nat, log = Claims(case, NAT), Claims(case, LOG)
        for policy in observed.policies:
            if not policy.enabled:
                continue
            subject, lines = f"{plan.hostname}:{policy.id}", [policy.line]
            name = policy.name or policy.id
            wrong = [] if policy.log else [f"rule {name} does not log"]
            yield log.decide(
                subject, wrong, f"rule {name} logs", device=plan.hostname, lines=lines, origin=plan.origin
            )
            if not policy.allow:
                continue
            outside = [zone for zone in policy.to_zones if zone in internet]
            wrong = []
            if outside and not policy.nat and set(policy.from_zones) - internet:
                wrong.append(f"rule {name} leads to the internet and keeps private sources")
            if policy.nat and len(outside) != len(policy.to_zones):
                wrong.append(f"rule {name} hides the source inside the trust")
            claim = f"rule {name} {'hides' if policy.nat else 'keeps'} the source"
            yield nat.decide(subject, wrong, claim, device=plan.hostname, lines=lines, origin=plan.origin)
        wrong = (
            []
            if observed.implicit_deny_logged
            else [f"{plan.hostname} does not log what it denies at the end"]
        )
        claim = f"{plan.hostname} logs what it denies at the end"
        yield Claims(case, DENY).decide(plan.hostname, wrong, claim, device=plan.hostname, origin=plan.origin)
        yield from _filters(case, plan, observed, view)


def _filters(case: SiteCase, plan: DevicePlan, observed: Observed, view: FirewallView) -> Iterator[Verdict]:
    """Every rule by which a zone reaches the internet has the filter of that pair, and rules of a group the group's."""
    claims = Claims(case, FILTER)
    plans = {item.name: item for item in case.trust.filters}
    for pair in (*case.trust.matrix, *case.trust.group_matrix):
        if pair.to_zone != case.internet or not pair.services or pair.from_zone not in view.interfaces_of:
            continue
        seen = FirewallView(case, observed, person=pair.group) if pair.group else view
        ways_out = [
            effect
            for effect in seen.between(pair.from_zone, case.internet)
            if not pair.group or pair.group in (seen.people_of(effect.policy) or ())
        ]
        leaves_elsewhere = case.breakout == "hub" or (pair.group and case.breakout != "local")
        if leaves_elsewhere and not any(effect.policy.allow for effect in ways_out):
            # It leaves over the overlay, and the hub filters it (breakout-filter) and knows nobody.
            continue
        who = f"{pair.from_zone} as {pair.group}" if pair.group else pair.from_zone
        subject = f"{plan.hostname}:{who}"
        origin = pair.origins[0] if pair.origins else ""
        upstream = case.site.upstream
        if upstream and pair.filter:
            words = (
                f"{who} at {case.site.site} is filtered by {upstream.service}, "
                f"says {upstream.attested_by} until {upstream.expires}"
            )
            yield claims.attested(subject, words, device=plan.hostname, origin=upstream.origin)
            continue
        name = filter_of(case, pair)
        if pair.filter and name not in plans:
            why = f"which filter {who} has at {case.site.site} is not said"
            yield claims.undecided(subject, why, device=plan.hostname, origin=origin)
            continue
        wrong = unfiltered(plan.platform, observed, ways_out, plans[name] if name else None)
        claim = f"{who} reaches the internet through {name or 'no filter'}"
        lines = [effect.policy.line for effect in ways_out]
        yield claims.decide(subject, wrong, claim, device=plan.hostname, lines=lines, origin=origin)


def filter_of(case: SiteCase, pair: PairPolicy) -> str:
    """The name of the filter of a pair at a site; "" where it is not said, or without one."""
    if pair.filter != BY_PHASE:
        return pair.filter
    wanted = pair.from_zone, case.internet, pair.group
    found = {
        item.filter
        for item in case.site.policies
        if item.services and (item.from_zone, item.to_zone, item.group) == wanted
    }
    return found.pop() if len(found) == 1 else ""


def unfiltered(
    platform: str, observed: Observed, effects: Iterable[Effect], planned: FilterPlan | None
) -> list[str]:
    """How rules that allow the way to the internet differ from one with the planned filter."""
    wrong: list[str] = []
    for effect in effects:
        if effect.policy.allow:
            wrong += _filter_objections(platform, observed, effect, planned)
            if planned and _lets_past(observed, effect.policy):
                wrong += _lets_illegal_through(platform, observed, effect.policy)
    return wrong


def _filter_objections(
    platform: str, observed: Observed, effect: Effect, plan: FilterPlan | None
) -> list[str]:
    policy = effect.policy
    name = policy.name or policy.id
    if plan is None:
        return []
    seen = next(
        (item for item in observed.filters if item.name == policy.web_filter and item.kind == "web"), None
    )
    if seen is None:
        return [
            f"rule {name} has the unknown filter {policy.web_filter}"
            if policy.web_filter
            else f"rule {name} has no web filter"
        ]
    # Search engines and video sites are restricted by the web filter or by the answers of DNS.
    helpers = [item for item in observed.filters if item.name == policy.dns_filter and item.kind == "dns"]
    seen = msgspec.structs.replace(
        seen, video=max((item.video for item in (seen, *helpers)), key=_VIDEO.index)
    )
    wrong = [f"{objection} (rule {name})" for objection in filter_differences(platform, seen, plan)]
    if plan.safe_search and not any(item.safe_search for item in (seen, *helpers)):
        wrong.append(f"rule {name} does not enforce safe search")
    wrong += [
        f"DNS {words} (rule {name})" for item in helpers for words in filter_differences(platform, item, plan)
    ]
    if policy.dns_filter and not helpers:
        wrong.append(f"rule {name} has the unknown DNS filter {policy.dns_filter}")
    profile = next((item for item in observed.inspections if item.name == policy.inspection), None)
    inspection = profile.https if profile else policy.inspection
    wrong += _hidden_ways(platform, observed, policy, profile)
    if inspection not in INSPECTS_TLS.get(platform, frozenset({inspection})):
        wrong.append(
            f"rule {name} does not look into HTTPS ({inspection or 'no inspection'}), so its filter is blind"
        )
    return wrong


def _lets_past(observed: Observed, policy: ObservedPolicy) -> bool:
    """True if the web filter of a rule lets any place past its categories."""
    return any(
        item.bypasses for item in observed.filters if item.kind == "web" and item.name == policy.web_filter
    )


def _lets_illegal_through(platform: str, observed: Observed, policy: ObservedPolicy) -> list[str]:
    """An allowed domain is allowed whatever its category is, so what is illegal needs a rule before the filter."""
    locked = LOCKED_CATEGORIES.get(platform, frozenset())
    if platform not in ALLOWS_PAST_CATEGORIES:
        return []
    for item in observed.policies:
        before = item.position < policy.position and item.enabled and not item.allow and not item.negated
        wide = all(
            "any" in wider or set(narrower) <= set(wider)
            for wider, narrower in (
                (item.from_zones, policy.from_zones), (item.to_zones, policy.to_zones), (item.sources, policy.sources),
                (item.destinations, policy.destinations), (item.services, policy.services),
            )
        )  # fmt: skip
        if before and wide and not item.schedule and locked <= denied_categories(item):
            return []
    return [f"rule {policy.name or policy.id} lets illegal content of an allowed domain through"]


def _hidden_ways(
    platform: str, observed: Observed, policy: ObservedPolicy, profile: ObservedInspection | None
) -> list[str]:
    """The ways by which a page is fetched that a filter cannot see: QUIC, hidden names, exempted sites."""
    wanted = QUIC_APPLICATIONS.get(platform)
    if wanted is None:
        return []
    name = policy.name or policy.id
    wrong = []
    stopped = {
        word
        for item in observed.filters
        if item.kind == "application" and item.name == policy.app_control
        for word in item.blocked
    }
    if not wanted <= stopped:
        wrong.append(f"rule {name} lets QUIC through ({policy.app_control or 'no application list'})")
    if profile is None:
        if policy.inspection in BUILT_IN_INSPECTIONS.get(platform, ()):
            wrong.append(f"rule {name} has the profile {policy.inspection}, which stops no hidden names")
        return wrong
    if profile.quic not in STOPS_QUIC[platform]:
        wrong.append(f"profile {profile.name} does not block QUIC (rule {name})")
    if profile.client_hello not in STOPS_HIDDEN_NAMES[platform]:
        wrong.append(f"profile {profile.name} does not block encrypted client hellos (rule {name})")
    if profile.https not in DECRYPTS_TLS[platform]:
        wrong += [f"profile {profile.name} leaves out {place} (rule {name})" for place in profile.exempt]
    return wrong


def filter_differences(platform: str, seen: ObservedFilter, plan: FilterPlan) -> list[str]:
    """How a filter in a text differs from the planned one, in words; [] when it does not."""
    table = WEB_CATEGORIES.get(platform, {})
    locked = LOCKED_CATEGORIES.get(platform, frozenset())
    must = set(locked)
    may = set(locked | FAIL_CLOSED_CATEGORIES.get(platform, frozenset()))
    wrong = [
        f"no category of the platform is known for {key}" for key in plan.block if table and key not in table
    ]
    for key in plan.block:
        if key in table:
            must |= table[key].always
            may |= table[key].always | table[key].maybe
    blocked = set(seen.blocked)
    wrong += [f"filter {seen.name} does not block category {number}" for number in sorted(must - blocked)]
    wrong += [
        f"filter {seen.name} blocks category {number}, which {plan.name} does not"
        for number in sorted(blocked - may)
    ]
    if seen.fails_open:
        wrong.append(f"filter {seen.name} lets everything through when no rating comes")
    if seen.override:
        wrong.append(f"filter {seen.name} can be lifted by its users")
    forms = DOMAIN_FORMS.get(platform, ("{}",))
    unsaid = NOT_IN_TEXT.get(platform, {})
    for word, claim, found, domains in (
        ("allow", "let {} through unseen", seen.bypasses, plan.allow),
        ("deny", "refuse {} by its name", seen.denies, plan.deny),
    ):
        wanted = {form.format(domain) for domain in domains for form in forms}
        if seen.kind != "web" or word in unsaid:
            wanted &= set(found)
        lost, more = sorted(wanted - set(found)), sorted(set(found) - wanted)
        wrong += [f"filter {seen.name} does not {claim.format(place)}" for place in lost]
        wrong += [f"filter {seen.name} would {claim.format(place)}" for place in more]
    if seen.kind == "web" and "video" not in unsaid and seen.video != plan.video:
        wrong.append(f"filter {seen.name} has video mode {seen.video}, not {plan.video}")
    return wrong
