"""One spanning tree a site with the planned root, and DHCP snooping where clients are."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.judge.case import Claims, SiteCase
from netgen.judge.switch_vocabulary import SERVES_OR_SNOOPS
from netgen.judge.verdict import Rule, Verdict

TREE = Rule("JDG220", "spanning-tree")
SNOOPING = Rule("JDG221", "dhcp-snooping")


def judge_spanning_tree(case: SiteCase) -> Iterator[Verdict]:
    """All switches of a site speak the same protocol, each with its planned priority."""
    switches = list(case.of_kind("switch"))
    modes = [observed.stp_mode for _, observed in switches]
    usual = max(sorted(set(modes)), key=modes.count, default="")
    regions = [observed.stp_region for _, observed in switches]
    region = max(sorted(set(regions)), key=regions.count, default=())
    claims = Claims(case, TREE)
    for plan, observed in switches:
        wrong = []
        if not observed.stp_mode or observed.stp_mode == "none":
            wrong.append(f"{plan.hostname} has no spanning tree")
        elif observed.stp_mode != usual:
            wrong.append(f"{plan.hostname} speaks {observed.stp_mode} and the others {usual}")
        if observed.stp_region != region:
            wrong.append(
                f"{plan.hostname} is in another region: {', '.join(observed.stp_region) or 'none'},"
                f" not {', '.join(region) or 'none'}"
            )
        if observed.stp_priority != plan.stp_priority:
            wrong.append(
                f"{plan.hostname} has bridge priority {observed.stp_priority}, not {plan.stp_priority}"
            )
        claim = f"{plan.hostname} has bridge priority {plan.stp_priority}"
        yield claims.decide(plan.hostname, wrong, claim, device=plan.hostname, origin=plan.origin)


def judge_snooping(case: SiteCase) -> Iterator[Verdict]:
    """Every VLAN with leased addresses is watched for foreign DHCP servers on every switch with it."""
    claims = Claims(case, SNOOPING)
    leased = {segment.vlan for segment in case.site.segments if segment.pool_first}
    for plan, observed in case.of_kind("switch"):
        missing = sorted(leased.intersection(plan.vlans).difference(observed.snooping_vlans))
        if plan.platform in SERVES_OR_SNOOPS and observed.pools:
            missing = []
        yield claims.decide(
            plan.hostname,
            [f"VLAN {vlan} has no DHCP snooping on {plan.hostname}" for vlan in missing],
            f"{plan.hostname} watches DHCP in every VLAN with clients",
            device=plan.hostname,
            origin=plan.origin,
        )
