"""Countries and threat feeds.

What is refused before anything is allowed, whom publications answer, and where lists come from.
No text holds the addresses of a list, so the rules here know lists by their country or URL.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from netgen.blueprint import DevicePlan, ListPlan, PublicationPlan
from netgen.judge.case import OVERLAY, Claims, SiteCase
from netgen.judge.firewall_vocabulary import LIST_REFRESH_S
from netgen.judge.header_space import addresses_of, intersect, subtract, union
from netgen.judge.intended_space import service_flows
from netgen.judge.not_in_text import NOT_IN_TEXT
from netgen.judge.policy_space import ALWAYS, Effect, FirewallView, ListKey
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedList, ObservedPolicy
from netgen.values import Prefix

REFUSED = Rule("JDG460", "refused-lists")
COUNTRIES = Rule("JDG461", "countries")
ADDRESSES = Rule("JDG462", "feeds-of-addresses")
DOMAINS = Rule("JDG463", "feeds-of-domains")


def judge_remote_lists(case: SiteCase) -> Iterator[Verdict]:
    """Silent where the trust asks for no list and the text has none."""
    for plan, observed in case.of_kind("firewall"):
        view = FirewallView(case, observed)
        yield from _refused(case, plan, view)
        yield from _countries(case, plan, observed, view)
        yield from _feeds(case, plan, observed)
        yield from _domains(case, plan, observed, view)


def _keys(case: SiteCase, names: Iterable[str]) -> dict[ListKey, ListPlan]:
    wanted = set(names)
    return {(item.kind, item.source): item for item in case.trust.lists if item.name in wanted}


def _refused(case: SiteCase, plan: DevicePlan, view: FirewallView) -> Iterator[Verdict]:
    """On each way to or from the internet, every list is refused before anything is allowed."""
    wanted = _keys(case, case.trust.refused_lists)
    claims = Claims(case, REFUSED)
    for zone in view.interfaces_of:
        # Out of the overlay and on to the internet goes who breaks out here, and nobody else.
        if zone == case.internet or (zone == OVERLAY and not case.guests):
            continue
        for source, target in ((zone, case.internet), (case.internet, zone)):
            effects = view.between(source, target)
            allowed = [item for item in effects if item.policy.allow and not item.possible.is_empty]
            denied = [item for item in effects if not item.policy.allow]
            other = {
                f"rule {_name(item.policy)} refuses {_shown(key)}, which nobody asked for"
                for item in denied
                for key in view.lists_of((*item.policy.sources, *item.policy.destinations)) - wanted.keys()
            }
            if not (wanted and allowed) and not other:
                continue
            wrong = sorted(other)
            for effect in allowed:
                lost = wanted.keys() - _refused_before(case, view, denied, effect, zone, source == zone)
                wrong += [f"rule {_name(effect.policy)} allows {_shown(key)} too" for key in sorted(lost)]
            yield claims.decide(
                f"{plan.hostname}:{source}->{target}",
                wrong,
                f"{len(wanted)} lists are refused before {source} reaches {target}",
                device=plan.hostname,
                lines=[item.policy.line for item in (*allowed, *denied)] if wrong else [],
                origin=next((item.origin for item in wanted.values()), plan.origin),
            )


def _refused_before(
    case: SiteCase, view: FirewallView, denied: list[Effect], allow: Effect, zone: str, outward: bool
) -> set[ListKey]:
    """The lists of the refusals before a rule that are about all that the rule allows."""
    found: set[ListKey] = set()
    for deny in (item.policy for item in denied):
        if deny.position > allow.policy.position or deny.negated or deny.conditions:
            continue
        if deny.schedule not in ALWAYS:
            continue
        far, near = (deny.destinations, deny.sources) if outward else (deny.sources, deny.destinations)
        inside = allow.possible.source if outward else allow.possible.destination
        hosts = addresses_of(case.local_prefixes(zone))
        about = intersect(inside, hosts) or inside
        if subtract(about, view.addresses_of(near)) or not view.is_every_service(deny):
            continue
        found |= view.lists_of(far)
    return found


def _countries(case: SiteCase, plan: DevicePlan, observed: Observed, view: FirewallView) -> Iterator[Verdict]:
    """Publications answer the planned countries, those with sources of their own no country.

    Nothing else is by country.
    """
    wanted = _keys(case, case.trust.inbound_lists)
    claims = Claims(case, COUNTRIES)
    judged: set[str] = set()
    used = [
        item for item in observed.policies
        if item.enabled and item.allow and view.lists_of((*item.sources, *item.destinations))
    ]  # fmt: skip
    if wanted or used:
        for item in case.site.publications:
            effects = _letting_in(view, case, item)
            judged |= {effect.policy.id for effect in effects}
            own = set() if item.sources else set(wanted)
            wrong = [
                words
                for effect in effects
                for words in _audience(view, effect.policy, own, bool(item.sources))
            ]
            answers = "its own sources" if item.sources else ", ".join(_shown(key) for key in sorted(own))
            yield claims.decide(
                f"{plan.hostname}:{item.name}",
                wrong,
                f"{item.name} answers {answers or 'everybody'}",
                device=plan.hostname,
                lines=[effect.policy.line for effect in effects],
                origin=item.origin,
            )
    planned = {(item.kind, item.source) for item in case.trust.lists}
    strange = [
        item for item in observed.lists if item.kind == "country" and (item.kind, item.source) not in planned
    ]
    wrong = [f"{item.name} is the country {item.source}, which nobody asked for" for item in strange]
    rest = [item for item in used if item.id not in judged]
    wrong += [f"rule {_name(item)} allows by a list and is no planned publication" for item in rest]
    if wrong or any(kind == "country" for kind, _ in planned):
        yield claims.decide(
            plan.hostname,
            wrong,
            f"{plan.hostname} tells no other countries apart",
            device=plan.hostname,
            lines=[*(item.line for item in strange), *(item.line for item in rest)],
            origin=plan.origin,
        )


def _letting_in(view: FirewallView, case: SiteCase, item: PublicationPlan) -> list[Effect]:
    """The rules that let anybody reach a published service by its own outside address."""
    outside = {each.name: each.outside for each in view.observed.forwards}
    inside = addresses_of([Prefix.parse(f"{item.inside}/32")])
    services = {each.name: each for each in case.trust.services}
    flows = union(flow for name in item.services for flow in service_flows(services.get(name), name))
    return [
        effect
        for effect in view.between(case.internet, item.zone)
        if effect.policy.allow
        and (not effect.policy.published or item.outside in {outside.get(n) for n in effect.policy.published})
        and intersect(effect.possible.destination, inside)
        and intersect(effect.possible.service, flows)
    ]


def _audience(
    view: FirewallView, policy: ObservedPolicy, wanted: set[ListKey], own_sources: bool
) -> Iterator[str]:
    seen = view.lists_of(policy.sources)
    for key in sorted(wanted - seen):
        yield f"rule {_name(policy)} does not answer {_shown(key)}"
    for key in sorted(seen - wanted):
        yield f"rule {_name(policy)} answers {_shown(key)} too"
    if wanted and not own_sources and view.addresses_of(policy.sources):
        yield f"rule {_name(policy)} answers addresses beside the countries"


def _feeds(case: SiteCase, plan: DevicePlan, observed: Observed) -> Iterator[Verdict]:
    """Each feed is fetched from its URL as often as planned, from a server that must prove its name; no other is."""
    rest = [item for item in observed.lists if item.kind != "country"]
    for rule, kind in ((ADDRESSES, "addresses"), (DOMAINS, "domains")):
        claims = Claims(case, rule)
        for wanted in case.trust.lists:
            if wanted.kind != kind:
                continue
            seen = [item for item in rest if (item.kind, item.source) == (kind, wanted.source)]
            rest = [item for item in rest if item not in seen]
            if not seen and case.breakout == "hub" and not case.site.publications:
                # Nothing goes to the internet from here: the hub refuses what is on the list.
                continue
            yield claims.decide(
                f"{plan.hostname}:{wanted.name}",
                _feed_objections(plan, wanted, seen),
                f"{wanted.name} is fetched {wanted.refresh}",
                device=plan.hostname,
                lines=[item.line for item in seen],
                origin=wanted.origin,
            )
    if rest:
        yield Claims(case, ADDRESSES).decide(
            plan.hostname,
            [
                f"{item.name} fetches {item.kind} from {item.source or 'nowhere'}, which nobody asked for"
                for item in rest
            ],
            "",
            device=plan.hostname,
            lines=[item.line for item in rest],
            origin=plan.origin,
        )


def _feed_objections(plan: DevicePlan, wanted: ListPlan, seen: list[ObservedList]) -> list[str]:
    if not seen:
        return [f"{plan.hostname} does not fetch {wanted.kind} from {wanted.source}"]
    if len(seen) > 1:
        return [f"{plan.hostname} fetches {wanted.source} as {', '.join(item.name for item in seen)}"]
    item, wrong = seen[0], []
    if item.refresh_s != LIST_REFRESH_S[wanted.refresh]:
        wrong.append(f"{item.name} is fetched every {item.refresh_s} s, not {wanted.refresh}")
    if not item.checks_server and "list-server" not in NOT_IN_TEXT.get(plan.platform, {}):
        wrong.append(f"{item.name} is believed from any server")
    return wrong


def _domains(case: SiteCase, plan: DevicePlan, observed: Observed, view: FirewallView) -> Iterator[Verdict]:
    """Every rule by which somebody asks the internet refuses the names of all feeds; no filter refuses other lists."""
    planned = {(item.kind, item.source): item for item in case.trust.lists if item.kind == "domains"}
    names = {
        item.name: planned[(item.kind, item.source)]
        for item in observed.lists
        if (item.kind, item.source) in planned
    }
    claims = Claims(case, DOMAINS)
    for zone in view.interfaces_of if planned else ():
        if zone in (case.internet, OVERLAY):
            continue
        effects = [item for item in view.between(zone, case.internet) if item.policy.allow]
        wrong = []
        for effect in effects:
            refused = {
                names[name].source for name in _names_refused(observed, effect.policy) if name in names
            }
            wrong += [
                f"rule {_name(effect.policy)} answers names of {item.name}"
                for item in planned.values()
                if item.source not in refused
            ]
        if effects:
            yield claims.decide(
                f"{plan.hostname}:{zone}",
                wrong,
                f"{zone} gets no answer for names of {', '.join(item.name for item in planned.values())}",
                device=plan.hostname,
                lines=[effect.policy.line for effect in effects],
                origin=next(item.origin for item in planned.values()),
            )


def _names_refused(observed: Observed, policy: ObservedPolicy) -> set[str]:
    """Lists that the profiles of a rule refuse the names of."""
    profiles = {("dns", policy.dns_filter)}
    profiles |= {(kind, name) for kind, _, name in (word.partition(" ") for word in policy.protections)}
    return {name for item in observed.filters if (item.kind, item.name) in profiles for name in item.lists}


def _name(policy: ObservedPolicy) -> str:
    return policy.name or policy.id


def _shown(key: ListKey) -> str:
    return key[1] or key[0]
