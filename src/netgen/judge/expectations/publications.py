"""What the internet may reach inside: exactly the published services, sent to their servers."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.judge.case import Claims, SiteCase
from netgen.judge.header_space import Intervals, subtract, union
from netgen.judge.intended_space import service_flows
from netgen.judge.policy_space import service_set
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import ObservedForward

FORWARD = Rule("JDG415", "inbound-forward")


def judge_publications(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a publication, one for everything else that is sent inward."""
    claims = Claims(case, FORWARD)
    services = {item.name: item for item in case.trust.services}
    for plan, observed in case.of_kind("firewall"):
        rest = list(observed.forwards)
        for item in case.site.publications:
            seen = [each for each in rest if (each.outside, each.inside) == (item.outside, item.inside)]
            rest = [each for each in rest if each not in seen]
            wanted = union(flow for name in item.services for flow in service_flows(services.get(name), name))
            wrong = [] if seen else [f"{plan.hostname} does not send {item.outside} to {item.inside}"]
            wrong += [
                f"{each.name} is on {each.interface or 'no interface'}, not {item.interface}"
                for each in seen
                if each.interface != item.interface
            ]
            if seen:
                wrong += _flows(item.name, seen, wanted)
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


def _flows(name: str, seen: list[ObservedForward], wanted: Intervals) -> list[str]:
    """How what is translated differs from the published services; a forward without flows takes everything."""
    if any(not item.flows for item in seen):
        return [f"{name} sends every protocol inward"]
    found, known = service_set(flow for item in seen for flow in item.flows)
    wrong = [] if known else [f"{name} sends a protocol inward that cannot be decided"]
    if subtract(found, wanted):
        wrong.append(f"{name} sends more ports inward than are published")
    if subtract(wanted, found):
        wrong.append(f"{name} does not send all published ports inward")
    return wrong
