"""Who is behind an address, and what people of a group may beyond what everybody may.

Silent where the plan knows nobody and the text neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan, IdentityPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.firewall_vocabulary import ACCOUNTING_ACCESS
from netgen.judge.header_space import EVERY_ADDRESS, Region, addresses_of, describe, remainder, service, union
from netgen.judge.intended_space import Wanted, wanted_of_group, wanted_space
from netgen.judge.policy_space import ANY_INTERFACE, FirewallView, passing
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedIdentity, ObservedInterface
from netgen.values import Prefix, placeholder

IDENTITY = Rule("JDG453", "identity-source")
DOOR = Rule("JDG454", "accounting-door")
GROUPS = Rule("JDG455", "user-groups")
PEOPLE = Rule("JDG456", "group-policy")
_WITNESSES = 3
#: RADIUS accounting (RFC 2866).
ACCOUNTING_PORT = 1813
ACCOUNTING = union((service(17, ACCOUNTING_PORT, ACCOUNTING_PORT),))


def judge_people(case: SiteCase) -> Iterator[Verdict]:
    """The source of identities, the door it comes through, the groups, and the rules of each group."""
    for plan, observed in case.of_kind("firewall"):
        if plan.platform in ACCOUNTING_ACCESS:
            yield from _identity(case, plan, observed)
            yield from _door(case, plan, observed)
        yield from _groups(case, plan, observed)
        yield from _rules(case, plan, observed)


def accounting_senders(case: SiteCase, plan: DevicePlan) -> list[Prefix]:
    """The servers that may tell a firewall who is where."""
    asked = case.trust.identity
    if asked is None or plan.platform not in ACCOUNTING_ACCESS:
        return []
    return [Prefix.parse(f"{host}/32") for host in asked.senders]


def _identity(case: SiteCase, plan: DevicePlan, observed: Observed) -> Iterator[Verdict]:
    asked = case.trust.identity
    if asked is None and not observed.identities:
        return
    if asked is None:
        wrong = [
            f"{item.name} tells {plan.hostname} who is where, and nobody asked for it"
            for item in observed.identities
        ]
    else:
        wrong = [f"nobody tells {plan.hostname} who is behind an address"] if not observed.identities else []
        wrong += [f"{item.name} tells it too" for item in observed.identities[1:]]
        wrong += [words for item in observed.identities for words in _differences(item, asked)]
    yield Claims(case, IDENTITY).decide(
        plan.hostname,
        wrong,
        f"{plan.hostname} learns from signed accounting who is behind an address",
        device=plan.hostname,
        lines=[item.line for item in observed.identities],
        origin=asked.origin if asked else plan.origin,
    )


def _differences(seen: ObservedIdentity, asked: IdentityPlan) -> Iterator[str]:
    if not seen.verifies:
        yield f"{seen.name} believes what anybody says of who is where"
    if seen.secret != placeholder(asked.secret):
        yield f"{seen.name} is not signed with {asked.secret}"
    if seen.port != ACCOUNTING_PORT:
        yield f"{seen.name} listens on port {seen.port}, not {ACCOUNTING_PORT}"
    if seen.user != "user-name":
        yield f"{seen.name} calls people by {seen.user}, not by their name"
    if seen.group != asked.attribute:
        yield f"{seen.name} takes the group from {seen.group}, not {asked.attribute}"
    if seen.forget_s != asked.forget_s:
        yield f"{seen.name} forgets people after {seen.forget_s or 'unending'} seconds, not {asked.forget_s}"
    if not seen.ends_sessions:
        yield f"{seen.name} leaves sessions of people who left open to who comes next"
    if not seen.answers:
        yield f"{seen.name} answers no sender, which then sends each record again"


def _door(case: SiteCase, plan: DevicePlan, observed: Observed) -> Iterator[Verdict]:
    """Accounting is taken on the interface that manages the box alone, and from the planned senders alone."""
    word = ACCOUNTING_ACCESS[plan.platform]
    doors = [item for item in observed.interfaces if word in item.access and not item.shutdown]
    asked = case.trust.identity
    if asked is None and not doors:
        return
    wrong = []
    home = [item for item in doors if _is_home(case, plan, item)]
    wrong += [
        f"{item.name} takes accounting, which comes to the managing one alone"
        for item in doors
        if item not in home
    ]
    if asked is None:
        wrong += [f"{item.name} takes accounting, and nobody asked for it" for item in home]
    elif not home:
        wrong.append(f"{plan.hostname} takes accounting nowhere")
    senders = addresses_of(accounting_senders(case, plan))
    for door in doors:
        said, unsaid = _taken(case, observed, door)
        strangers = remainder(said, [Region(senders, EVERY_ADDRESS, ACCOUNTING)])
        wrong += [f"{door.name} takes accounting from others: {describe(strangers[0])}"] if strangers else []
        lost = remainder([Region(senders, EVERY_ADDRESS, ACCOUNTING)], unsaid)
        wrong += [f"{door.name} refuses accounting: {describe(lost[0])}"] if lost else []
    yield Claims(case, DOOR).decide(
        plan.hostname,
        wrong,
        f"{plan.hostname} takes accounting from RADIUS servers alone",
        device=plan.hostname,
        lines=[item.line for item in doors],
        origin=asked.origin if asked else plan.origin,
    )


def _is_home(case: SiteCase, plan: DevicePlan, item: ObservedInterface) -> bool:
    """True for the interface with the address at which the firewall is managed."""
    home = case.management_segment
    address = plan.management or (home.gateway if home else "")
    return bool(address) and item.address == address


def _taken(case: SiteCase, observed: Observed, door: ObservedInterface) -> tuple[list[Region], list[Region]]:
    """What an interface may take of accounting, and what it takes for certain: whatever no rule refuses before."""
    rules = tuple(item for item in observed.local_in if {ANY_INTERFACE, door.name} & set(item.from_zones))
    effects = FirewallView(case, observed, rules).all_effects
    everything = Region(EVERY_ADDRESS, EVERY_ADDRESS, ACCOUNTING)
    found = passing(effects)
    refused = [effect.certain for effect in effects if not effect.policy.allow]
    maybe_refused = [effect.possible for effect in effects if not effect.policy.allow]
    possible = [region.intersect(everything) for region, _ in found.possible]
    certain = list(found.certain)
    return [*possible, *remainder([everything], refused)], [*certain, *remainder([everything], maybe_refused)]


def _groups(case: SiteCase, plan: DevicePlan, observed: Observed) -> Iterator[Verdict]:
    """The groups that rules here name, by what RADIUS calls them, and no others."""
    named = {item.group for item in case.site.policies if item.group}
    planned = {item.value: item for item in case.trust.groups if item.name in named}
    seen = [item for item in observed.user_groups if item.kind == "accounting"]
    strange = [item for item in observed.user_groups if item.kind not in ("accounting", "firewall")]
    if not planned and not seen and not strange:
        return
    values = [item.value for item in seen]
    wrong = [f"{plan.hostname} does not know {value}" for value in sorted(set(planned) - set(values))]
    wrong += [
        f"group {item.name} is {item.value or 'nobody'}, and no rule here is for them"
        for item in seen
        if item.value not in planned
    ]
    wrong += [f"{value} is in two groups" for value in sorted(set(values)) if values.count(value) > 1]
    wrong += [f"group {item.name} is of the kind {item.kind}, which nobody planned" for item in strange]
    yield Claims(case, GROUPS).decide(
        plan.hostname,
        wrong,
        f"{plan.hostname} knows the groups that rules name",
        device=plan.hostname,
        lines=[item.line for item in (*seen, *strange)],
        origin=next((item.origin for item in planned.values()), plan.origin),
    )


def _rules(case: SiteCase, plan: DevicePlan, observed: Observed) -> Iterator[Verdict]:
    """People of each group reach what everybody may and what their rules add; their own rules come first."""
    plain = wanted_space(case)
    for group in case.trust.groups:
        wanted = wanted_of_group(case, group.name)
        view = FirewallView(case, observed, person=group.name)
        touched = {
            (source, target)
            for policy in observed.policies
            if policy.enabled and group.name in (view.people_of(policy) or ())
            for source in view.zones_named(policy.from_zones)
            for target in view.zones_named(policy.to_zones)
        }
        for pair in sorted(touched | wanted.keys()):
            yield _pair(case, plan, view, group.name, pair, plain.get(pair), wanted.get(pair))


def _pair(
    case: SiteCase,
    plan: DevicePlan,
    view: FirewallView,
    group: str,
    pair: tuple[str, str],
    plain: Wanted | None,
    extra: Wanted | None,
) -> Verdict:
    source, target = pair
    must = (*(plain.must if plain else ()), *(extra.must if extra else ()))
    may = (*(plain.may if plain else ()), *(extra.may if extra else ()))
    absent = [zone for zone in pair if zone not in view.interfaces_of]
    missing: list[Region] = []
    late: list[Region] = []
    excess: list[Region] = []
    lines: list[int] = []
    for one in view.interfaces_of.get(source, ()):
        for other in view.interfaces_of.get(target, ()):
            effects = view.effects(one, other)
            found = passing(effects)
            missing += remainder(must, found.certain)
            excess += [piece for region, _ in found.possible for piece in remainder([region], may)]
            own: list[Region] = []
            taken: list[Region] = []
            for effect in effects:
                if group in (view.people_of(effect.policy) or ()):
                    own += remainder([effect.certain], taken) if effect.policy.allow else []
                    lines.append(effect.policy.line)
                else:
                    taken.append(effect.possible)
            late += remainder(extra.must if extra else (), own)
    wrong = [f"{plan.hostname} has no interface of zone {zone}" for zone in absent]
    who = f"{source} as {group}"
    if missing:
        wrong.append(f"{who} cannot reach all of {target} that their rules allow")
    elif late:
        wrong.append(f"rules of everybody come before those of {who} to {target}")
    if excess:
        wrong.append(f"{who} reaches more of {target} than the rules allow")
    witnesses = [f"denied: {describe(region)}" for region in missing[:_WITNESSES]]
    witnesses += [
        f"not by a rule of the group: {describe(region)}" for region in late[:_WITNESSES] if not missing
    ]
    witnesses += [f"allowed: {describe(region)}" for region in excess[:_WITNESSES]]
    origin = extra.origin if extra else plain.origin if plain else plan.origin
    return Claims(case, PEOPLE).decide(
        f"{plan.hostname}:{who}->{target}",
        wrong,
        f"{who} reaches in {target} what everybody may and what their rules add",
        device=plan.hostname,
        lines=list(dict.fromkeys(lines)),
        origin=origin,
        witnesses=witnesses,
    )
