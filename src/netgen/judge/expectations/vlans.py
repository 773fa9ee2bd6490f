"""A switch defines the VLANs it carries, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.wired_vocabulary import PAIRS

DEFINED = Rule("JDG201", "vlan-defined")
EXTRA = Rule("JDG202", "vlan-not-planned")

#: VLAN 1 exists on every switch and cannot be removed (IEEE 802.1Q default).
_ALWAYS = 1


def judge_vlans(case: SiteCase) -> Iterator[Verdict]:
    """One verdict for each VLAN that must be there, one a switch for those that must not."""
    defined, extra = Claims(case, DEFINED), Claims(case, EXTRA)
    housekeeping = {case.site.native_vlan, case.site.blackhole_vlan}
    for plan, observed in case.of_kind("switch", "controller", "access-point"):
        name = plan.hostname
        wanted = set(plan.vlans)
        if plan.lags:
            wanted.add(case.site.native_vlan)
        if any(port.kind == "unused" for port in plan.ports):
            wanted.add(case.site.blackhole_vlan)
        if plan.pair and plan.platform in PAIRS and PAIRS[plan.platform].vlan:
            wanted.add(plan.pair.peer_vlan)
        lines = {vlan.id: vlan.line for vlan in observed.vlans}
        for vlan in sorted(wanted):
            segment = case.segment_by_vlan.get(vlan)
            missing = [] if vlan in lines else [f"VLAN {vlan} is not defined on {name}"]
            yield defined.decide(
                f"{name}/vlan{vlan}",
                missing,
                f"VLAN {vlan} is defined on {name}",
                device=name,
                lines=[lines.get(vlan, 0)],
                origin=segment.origin if segment else plan.origin,
            )
        others = sorted(lines.keys() - wanted - housekeeping - {_ALWAYS})
        yield extra.decide(
            name,
            [f"VLAN {vlan} is defined on {name} and not planned there" for vlan in others],
            f"{name} defines no other VLAN",
            device=name,
            lines=[lines[vlan] for vlan in others],
            origin=plan.origin,
        )
