"""What the internet may reach inside: exactly the published services, sent to their servers."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import PublicationPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.header_space import (
    EVERY_SERVICE,
    Intervals,
    addresses_of,
    every_address,
    intersect,
    read_prefixes,
    subtract,
    union,
)
from netgen.judge.intended_space import service_flows
from netgen.judge.policy_space import FirewallView, service_set
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedForward
from netgen.values import Prefix

FORWARD = Rule("JDG415", "inbound-forward")


def judge_publications(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a publication, one for everything else that is sent inward."""
    claims = Claims(case, FORWARD)
    services = {item.name: item for item in case.trust.services}
    wanted = {
        item.name: union(flow for name in item.services for flow in service_flows(services.get(name), name))
        for item in case.site.publications
    }
    for plan, observed in case.of_kind("firewall"):
        rest = list(observed.forwards)
        for item in case.site.publications:
            # Other services of the same server at the same address, whose forwards are not this publication's.
            beside = union(
                flow
                for each in case.site.publications
                if each.name != item.name and (each.outside, each.inside) == (item.outside, item.inside)
                for flow in wanted[each.name]
            )
            seen = [
                each
                for each in observed.forwards
                if (each.outside, each.inside) == (item.outside, item.inside)
                and (not intersect(_sent(each), beside) or intersect(_sent(each), wanted[item.name]))
            ]
            rest = [each for each in rest if each not in seen]
            wrong = [] if seen else [f"{plan.hostname} does not send {item.outside} to {item.inside}"]
            wrong += [
                f"{each.name} is on {each.interface or 'no interface'}, not {item.interface}"
                for each in seen
                if each.interface != item.interface
            ]
            if seen:
                wrong += _flows(item.name, seen, wanted[item.name], beside)
                wrong += _sources(item, seen)
            if any(each.inside == item.inside for each in case.site.publications if each.name != item.name):
                wrong += _audience(case, observed, item, wanted[item.name], seen)
            yield claims.decide(
                f"{plan.hostname}:{item.name}",
                wrong,
                f"{item.outside} is {item.inside} for {', '.join(item.services)}",
                device=plan.hostname,
                lines=[each.line for each in seen],
                origin=item.origin,
            )
        yield claims.decide(
            plan.hostname,
            [f"{item.name} sends {item.outside} on {item.interface} to {item.inside}" for item in rest],
            f"{plan.hostname} forwards nothing else inward",
            device=plan.hostname,
            lines=[item.line for item in rest],
            origin=plan.origin,
        )


def _sent(forward: ObservedForward) -> Intervals:
    """The flows that a forward certainly takes."""
    return service_set(forward.flows)[0] if forward.flows else EVERY_SERVICE


def _flows(name: str, seen: list[ObservedForward], wanted: Intervals, beside: Intervals) -> list[str]:
    """How what is translated differs from the published services; a forward without flows takes everything."""
    if any(not item.flows for item in seen):
        return [f"{name} sends every protocol inward"]
    found, known = service_set(flow for item in seen for flow in item.flows)
    wrong = [] if known else [f"{name} sends a protocol inward that cannot be decided"]
    if subtract(subtract(found, wanted), beside):
        wrong.append(f"{name} sends more ports inward than are published")
    if subtract(wanted, found):
        wrong.append(f"{name} does not send all published ports inward")
    return wrong


def _planned(item: PublicationPlan) -> Intervals:
    return addresses_of(item.sources) if item.sources else every_address(4)


def _bounds(forward: ObservedForward) -> Intervals:
    """Whose packets a forward takes; a source that is no prefix is nobody for certain."""
    return addresses_of(read_prefixes(forward.sources)[0]) if forward.sources else every_address(4)


def _sources(item: PublicationPlan, seen: list[ObservedForward]) -> Iterator[str]:
    """A translation for some sources alone is for those that may reach the publication."""
    bound = [each for each in seen if each.sources]
    if bound and subtract(_planned(item), union(pair for each in seen for pair in _bounds(each))):
        yield f"{item.name} does not send inward what comes from all its sources"
    for each in bound:
        if subtract(_bounds(each), _planned(item)) or read_prefixes(each.sources)[1]:
            yield f"{each.name} sends inward what comes from others than {item.name} is for"


def _audience(
    case: SiteCase, observed: Observed, item: PublicationPlan, wanted: Intervals, seen: list[ObservedForward]
) -> Iterator[str]:
    """Who gets in by this address, where another publication lets others reach the same server.

    A rule by virtual IP or outside address is about its own publication alone; one that knows the server's address
    alone lets in whoever is translated. Refused lists and answered countries are judged by their names.
    """
    view = FirewallView(case, observed)
    outside = {each.name: each.outside for each in observed.forwards}
    inside = addresses_of([Prefix.parse(f"{item.inside}/32")])
    translated = union(pair for each in seen for pair in _bounds(each))
    answered: list[tuple[int, int]] = []
    for effect in view.between(case.internet, item.zone):
        published = {outside.get(name) for name in effect.policy.published}
        if not effect.policy.allow or (published and item.outside not in published):
            continue
        if not intersect(effect.possible.destination, inside) or not intersect(
            effect.possible.service, wanted
        ):
            continue
        sources = intersect(effect.possible.source, translated)
        if subtract(sources, _planned(item)):
            yield f"rule {effect.policy.name or effect.policy.id} lets others reach {item.name} too"
        answered += intersect(effect.certain.source, translated)
    if subtract(_planned(item), union(answered)):
        yield f"{item.name} does not answer all of its sources"
