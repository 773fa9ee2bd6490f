"""Each zone of the matrix is one zone on the firewall, with exactly the interfaces that belong to it."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.judge.case import OVERLAY, Claims, SiteCase
from netgen.judge.policy_space import FirewallView
from netgen.judge.verdict import Rule, Verdict

ZONE = Rule("JDG405", "zone-members")
EXTRA = Rule("JDG406", "zone-not-planned")
INTRAZONE = Rule("JDG407", "intrazone")


def judge_zones(case: SiteCase) -> Iterator[Verdict]:
    """Membership of every zone, and what its members may do among themselves."""
    members, extra, intrazone = Claims(case, ZONE), Claims(case, EXTRA), Claims(case, INTRAZONE)
    for plan, observed in case.of_kind("firewall"):
        view = FirewallView(case, observed)
        homes = {member: zone for zone in observed.zones for member in zone.members}
        for zone, interfaces in view.interfaces_of.items():
            here = {homes[name].name: homes[name] for name in interfaces if name in homes}
            wrong = [f"{name} is in no zone" for name in interfaces if name not in homes]
            if len(here) > 1:
                wrong.append(f"the interfaces of {zone} are spread over {', '.join(sorted(here))}")
            strangers = sorted({name for item in here.values() for name in item.members} - set(interfaces))
            wrong += [f"{name} is in a zone with the interfaces of {zone}" for name in strangers]
            origin = case.zones[zone].origin if zone in case.zones else case.site.origin
            subject, lines = f"{plan.hostname}:{zone}", [item.line for item in here.values()]
            claim = f"zone {zone} is {', '.join(interfaces)}"
            yield members.decide(subject, wrong, claim, device=plan.hostname, lines=lines, origin=origin)
            wanted = _may_talk_inside(case, zone, len(interfaces))
            talks = any(item.intrazone for item in here.values())
            wrong = (
                []
                if wanted is None or talks == wanted
                else [f"members of {zone} may {'' if talks else 'not '}talk to each other"]
            )
            claim = f"members of {zone} are {'open' if talks else 'closed'} to each other as planned"
            yield intrazone.decide(subject, wrong, claim, device=plan.hostname, lines=lines, origin=origin)
        others = [
            zone
            for zone in observed.zones
            if zone.members and not any(name in view.zone_of for name in zone.members)
        ]
        yield extra.decide(
            plan.hostname,
            [f"zone {zone.name} is not planned" for zone in others],
            f"{plan.hostname} has no other zone",
            device=plan.hostname,
            lines=[zone.line for zone in others],
            origin=plan.origin,
        )


def _may_talk_inside(case: SiteCase, zone: str, interfaces: int) -> bool | None:
    """None where it makes no difference: one interface of a zone that does not isolate."""
    if zone in (OVERLAY, case.internet):
        return False
    plan = case.zones.get(zone)
    remote = case.site.remote
    if plan is None or plan.isolate or (remote and zone in {group.zone for group in remote.groups}):
        return False
    return True if interfaces > 1 else None
