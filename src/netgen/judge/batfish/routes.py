"""Routing policies of BGP as Batfish understands them: is there any route beside the planned ones that they let pass?

Batfish searches all routes at once, so it needs no list of what a tired engineer might get wrong. It reads routing
policies of Junos whole; what it makes of those of FortiOS and PAN-OS is not what the boxes do. It searches routes
that BGP learnt: what of the box's own routes is told is decided by the embedded engine alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from netgen.blueprint import BgpPlan, DevicePlan, PeerPlan
from netgen.judge.batfish.session import BatfishSession
from netgen.judge.batfish.snapshot import Snapshot
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict

ROUTES = Rule("JDG805", "batfish-bgp")
PLATFORMS = frozenset({"juniper_junos"})


def judge_routes(
    cases: list[SiteCase], session: BatfishSession, name: str, snapshot: Snapshot
) -> Iterator[Verdict]:
    """One verdict a planned session of a firewall whose policies Batfish reads; nothing is asked without one."""
    wanted = [
        (case, plan, case.site.bgp)
        for case in cases
        for plan in case.site.devices
        if case.site.bgp
        and plan.kind == "firewall"
        and plan.platform in PLATFORMS
        and plan.hostname in snapshot.adapted
    ]
    rows = session.ask("bgpPeerConfiguration", name) if wanted else []
    neighbours = {(str(row["Node"]), str(row["Remote_IP"])): row for row in rows}
    for case, plan, asked in wanted:
        for peer in asked.peers:
            row = neighbours.get((plan.hostname, peer.address))
            yield Claims(case, ROUTES, "batfish").decide(
                f"{plan.hostname}:{peer.tunnel}",
                list(_objections(session, name, plan, asked, peer, row)),
                f"Batfish finds no route that {plan.hostname} believes of {peer.site}, or tells it on, unplanned",
                device=plan.hostname,
                origin=peer.origin,
            )


def _objections(
    session: BatfishSession,
    name: str,
    plan: DevicePlan,
    asked: BgpPlan,
    peer: PeerPlan,
    row: dict[str, Any] | None,
) -> Iterator[str]:
    if row is None:
        yield f"Batfish finds no neighbour {peer.address}"
        return
    compared = (
        ("own AS", row["Local_AS"], asked.local_as),
        ("AS of the peer", row["Remote_AS"], peer.remote_as),
    )
    for what, found, right in compared:
        if str(found) != str(right):
            yield f"Batfish finds the {what} {found}, not {right}"
    for column, verb, prefixes in (
        ("Import_Policy", "believed", peer.accept),
        ("Export_Policy", "told on", asked.announce),
    ):
        policies = [str(policy) for policy in row[column] or []]
        if len(policies) != 1:
            yield f"Batfish finds {len(policies)} policies for what is {verb}, not 1"
        for policy in policies:
            for network in session.routes_past(name, plan.hostname, policy, [str(item) for item in prefixes]):
                yield f"{network} is {verb}"
