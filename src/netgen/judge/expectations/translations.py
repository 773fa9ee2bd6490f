"""A joining school's old addresses: host by host others outside, on the way through tunnels and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan, LegacyPlan
from netgen.judge.case import OVERLAY, Claims, SiteCase
from netgen.judge.firewall_vocabulary import TRANSLATES_BY_RULE
from netgen.judge.header_space import Intervals, addresses_of, intersect, subtract, union
from netgen.judge.intended_space import translated_hosts
from netgen.judge.policy_space import FirewallView
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedPolicy, ObservedTranslation
from netgen.values import Prefix

TRANSLATION = Rule("JDG464", "one-to-one")
RULES = Rule("JDG465", "translated-rules")
WIRES = Rule("JDG466", "old-addresses-inside")
_OUT, _IN, _BOTH = "out", "in", "both"
_BITS = 32


def judge_translations(case: SiteCase) -> Iterator[Verdict]:
    """Silent where a school has no old addresses and its firewall translates none."""
    for plan, observed in case.of_kind("firewall"):
        if not case.legacy and not observed.translations:
            continue
        homes = {item.name: _home(case, item) for item in observed.translations}
        yield from _pairs(case, plan, observed, homes)
        if plan.platform in TRANSLATES_BY_RULE:
            yield from _rules(case, plan, observed, homes)
    if case.legacy:
        yield from _wires(case)


def _home(case: SiteCase, item: ObservedTranslation) -> LegacyPlan | None:
    """The planned segment that a translation is about; None where it is about others, or puts hosts elsewhere."""
    (first, last), (seen_first, seen_last) = _ends(item.inside), _ends(item.outside)
    for legacy in case.legacy:
        inside = legacy.own.first <= first <= last <= legacy.own.last
        shift = legacy.seen_as.first - legacy.own.first
        if inside and (seen_first, seen_last) == (first + shift, last + shift):
            return legacy
    return None


def _pairs(
    case: SiteCase, plan: DevicePlan, observed: Observed, homes: dict[str, LegacyPlan | None]
) -> Iterator[Verdict]:
    """Both ways, for every host, on every tunnel; and no other translation."""
    claims = Claims(case, TRANSLATION)
    tunnels = sorted(item.name for item in case.site.tunnels if item.role == "spoke")
    for legacy in case.legacy:
        mine = [item for item in observed.translations if homes[item.name] == legacy]
        hosts: Intervals = (translated_hosts(legacy),)
        wrong = []
        if subtract(hosts, _inside(mine, _OUT)):
            wrong.append(f"not every host of {legacy.segment} leaves with its address in {legacy.seen_as}")
        wrong += [
            f"not every host of {legacy.segment} is reached over {name} by its address in {legacy.seen_as}"
            for name in tunnels
            if subtract(hosts, _inside([item for item in mine if name in item.beyond], _IN))
        ]
        yield claims.decide(
            f"{plan.hostname}:{legacy.segment}",
            wrong,
            f"{legacy.own} is {legacy.seen_as} beyond {', '.join(tunnels)}",
            device=plan.hostname,
            lines=[item.line for item in mine],
            origin=legacy.origin,
        )
    wrong = [
        f"{item.name} shows {item.inside} as {item.outside}, which is not planned"
        for item in observed.translations
        if homes[item.name] is None
    ]
    wrong += [
        f"{item.name} translates on {name}, which is no tunnel to a hub"
        for item in observed.translations
        for name in item.beyond
        if name not in tunnels
    ]
    yield claims.decide(
        plan.hostname,
        wrong,
        f"{plan.hostname} shows no other hosts by other addresses",
        device=plan.hostname,
        lines=[item.line for item in observed.translations],
        origin=plan.origin,
    )


def _rules(
    case: SiteCase, plan: DevicePlan, observed: Observed, homes: dict[str, LegacyPlan | None]
) -> Iterator[Verdict]:
    """What crosses the overlay with old addresses is translated, by rules about nothing else.

    No other rule translates.
    """
    view, claims = FirewallView(case, observed), Claims(case, RULES)
    inward = {item.name for item in observed.translations if item.way != _OUT}
    old = {
        zone: addresses_of(item.own for item in case.legacy if item.zone == zone)
        for zone in view.interfaces_of
    }
    crossing: dict[str, list[str]] = {}
    for zone, span in old.items():
        for effect in view.between(zone, OVERLAY) if zone != OVERLAY else ():
            policy = effect.policy
            if not policy.allow:
                continue
            known = crossing.setdefault(policy.id, [])
            if intersect(effect.possible.source, span):
                known += _leaving(policy, effect.possible.source, zone, homes)
            elif policy.translation:
                known.append(f"rule {_name(policy)} translates sources that are known as they are")
        for effect in view.between(OVERLAY, zone) if zone != OVERLAY else ():
            policy = effect.policy
            if policy.allow and intersect(effect.possible.destination, span):
                plain = sorted(set(policy.destinations) - inward)
                crossing.setdefault(policy.id, []).extend(
                    f"rule {_name(policy)} lets nobody in: {name} is not what others see" for name in plain
                )
    for policy in observed.policies:
        wrong = crossing.get(policy.id, [])
        if policy.id not in crossing and policy.enabled and policy.translation:
            wrong = [f"rule {_name(policy)} does not lead to a hub and translates its sources"]
        if policy.id in crossing or wrong:
            yield claims.decide(
                f"{plan.hostname}:{policy.id}",
                list(dict.fromkeys(wrong)),
                f"rule {_name(policy)} shows others the addresses that they know",
                device=plan.hostname,
                lines=[policy.line],
                origin=plan.origin,
            )


def _leaving(
    policy: ObservedPolicy, sources: Intervals, zone: str, homes: dict[str, LegacyPlan | None]
) -> list[str]:
    legacy = homes.get(policy.translation)
    if not policy.translation:
        return [f"rule {_name(policy)} sends old addresses of {zone} to a hub"]
    if legacy is None or legacy.zone != zone:
        return [f"rule {_name(policy)} translates by {policy.translation}, which is not for {zone}"]
    if subtract(sources, addresses_of([legacy.own])):
        return [f"rule {_name(policy)} translates more than {legacy.own}"]
    return []


def _wires(case: SiteCase) -> Iterator[Verdict]:
    """No interface of the school has an address where others see its old segments, or two hosts would be one."""
    outside = union((item.seen_as.first, item.seen_as.last) for item in case.legacy)
    claims = Claims(case, WIRES)
    for name, observed in case.observed.items():
        found = [
            *((item.name, item.line, item.address, item.length) for item in observed.interfaces),
            *((item.name, item.line, item.address, item.length) for item in observed.svis),
        ]
        found = [row for row in found if row[2] and row[3]]
        bad = [row for row in found if intersect(addresses_of([_network(*row[2:])]), outside)]
        if found:
            yield claims.decide(
                name,
                [
                    f"{label} has {address}/{length}, by which others know old addresses"
                    for label, _, address, length in bad
                ],
                f"{name} has no address by which others know old ones",
                device=name,
                lines=[row[1] for row in bad],
                origin=case.legacy[0].origin,
            )


def _network(address: str, length: int) -> Prefix:
    bits = _BITS - length
    return Prefix(4, Prefix.parse(f"{address}/{_BITS}").first >> bits << bits, length)


def _inside(items: list[ObservedTranslation], way: str) -> Intervals:
    return union(_ends(item.inside) for item in items if item.way in (way, _BOTH))


def _ends(text: str) -> tuple[int, int]:
    first, _, last = text.partition("-")
    return Prefix.parse(f"{first}/32").first, Prefix.parse(f"{last or first}/32").first


def _name(policy: ObservedPolicy) -> str:
    return policy.name or policy.id
