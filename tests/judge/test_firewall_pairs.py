"""A planned pair of firewalls: what may differ in its texts, and what the judge says of it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from netgen.blueprint import FirewallPairPlan
from netgen.judge import Status, Verdict
from netgen.judge.case import SiteCase
from netgen.judge.expectations.firewall_pairs import judge_firewall_pairs
from netgen.readback import Observed, ObservedFirewallPair, ObservedInterface, ObservedLeg, ObservedRole
from tests.judge.small_site import SITE, TRUST

change: Any = msgspec.structs.replace

(FIREWALL,) = (item for item in SITE.devices if item.kind == "firewall")
CIRCUITS = tuple(item.interface for item in SITE.circuits)
CORE = tuple(port.interface for port in FIREWALL.ports if port.kind in ("trunk", "lag-member"))
PLAN = FirewallPairPlan(
    first=FIREWALL.hostname, standby="oak-fw2", number=40, heartbeat=("ha1", "ha2"), secret="secret://vault/ha",
    links=(), one_box=True, second_slot=5, origin="sites/oak/firewall/pair",
)  # fmt: skip
WITHOUT_PASSWORD: FirewallPairPlan = change(PLAN, secret="")
BOTH = frozenset({"configuration", "sessions", "connectionless"})


def cluster(**changes: object) -> ObservedFirewallPair:
    """A faultless pair with one text, whose ports have no slot and are the same on both members."""
    watched = tuple((name, 255) for name in CIRCUITS) + tuple((name, 255 // len(CORE) + 1) for name in CORE)
    if len(CORE) == 1:
        watched = tuple((name, 255) for name in (*CIRCUITS, *CORE))
    legs = tuple(ObservedLeg(name, (name,), (name,), 3) for name in (*CIRCUITS, *CORE))
    found = ObservedFirewallPair(
        mode="active-passive", group=-1, heartbeat=PLAN.heartbeat, far_heartbeat=PLAN.heartbeat,
        roles=(ObservedRole("1", (200, 100), preempts=False, watched=watched, line=5),), line=4, syncs=BOTH,
        hostnames=(PLAN.first, PLAN.standby), legs=legs,
    )  # fmt: skip
    return change(found, **changes)


def role(**changes: object) -> ObservedFirewallPair:
    (only,) = cluster().roles
    return cluster(roles=(change(only, **changes),))


def judged(
    seen: ObservedFirewallPair | None,
    plan: FirewallPairPlan | None = WITHOUT_PASSWORD,
    interfaces: tuple[ObservedInterface, ...] = (),
) -> list[Verdict]:
    firewall = change(FIREWALL, platform="juniper_junos")
    site = change(SITE, devices=(firewall,), firewall_pair=plan)
    observed = {
        firewall.hostname: Observed(
            "juniper_junos", firewall.hostname, firewall_pair=seen, interfaces=interfaces
        )
    }
    return list(judge_firewall_pairs(SiteCase(TRUST, site, {firewall.hostname: ""}, observed=observed)))


def objections(*args: Any, **kwargs: Any) -> set[str]:
    return {item.rule.code for item in judged(*args, **kwargs) if item.status is Status.FAIL}


def test_a_faultless_pair_has_four_verdicts_that_pass() -> None:
    found = judged(cluster())
    assert [item.rule.code for item in found] == ["JDG430", "JDG431", "JDG432", "JDG433"]
    assert {item.status for item in found} == {Status.PASS}


def test_nothing_is_said_of_a_firewall_that_stands_alone() -> None:
    assert judged(None, plan=None) == []


def test_a_pair_that_nobody_planned_is_objected_to() -> None:
    assert objections(cluster(), plan=None) == {"JDG430"}


def test_a_planned_pair_that_is_none_is_objected_to() -> None:
    assert objections(None) == {"JDG430", "JDG431", "JDG432"}


@pytest.mark.parametrize(
    ("seen", "code"),
    [
        (cluster(mode="active-active"), "JDG430"),
        (cluster(heartbeat=("ha1",)), "JDG430"),
        (cluster(far_heartbeat=()), "JDG430"),
        (cluster(syncs=frozenset({"configuration"})), "JDG430"),
        (cluster(group=3), "JDG430"),
        (cluster(password="letmein"), "JDG430"),
        (role(preempts=True), "JDG430"),
        (role(watched=()), "JDG431"),
        (role(watched=(*cluster().roles[0].watched, ("stranger", 1))), "JDG431"),
        (role(ranks=(100, 200)), "JDG432"),
        (role(ranks=(100, 100)), "JDG432"),
        (cluster(hostnames=(PLAN.standby, PLAN.first)), "JDG432"),
        (cluster(legs=cluster().legs[1:]), "JDG432"),
        (cluster(legs=(change(cluster().legs[0], second=()), *cluster().legs[1:])), "JDG432"),
    ],
)  # fmt: skip
def test_each_difference_is_named_by_its_rule(seen: ObservedFirewallPair, code: str) -> None:
    assert objections(seen) == {code}


def test_each_member_gives_way_for_its_own_ports() -> None:
    """With one text the second member's ports are named too: what it has lost must keep it from leading."""
    first = tuple((name, weight) for name, weight in cluster().roles[0].watched if name not in CIRCUITS)
    assert objections(role(watched=first)) == {"JDG431"}


def test_the_word_that_stands_for_the_password_is_never_shown() -> None:
    (verdict, *_) = judged(cluster(password="letmein"), plan=PLAN)
    assert verdict.status is Status.FAIL
    assert "letmein" not in verdict.message
    assert "secret://vault/ha" in verdict.message


@pytest.mark.parametrize(
    "item",
    [
        ObservedInterface("ha1", "physical", 3, address="10.9.9.1", length=24),
        ObservedInterface("ha2", "physical", 3, access=("ssh",)),
        ObservedInterface("ha1", "physical", 3, mode="dhcp"),
        ObservedInterface("ha1", "physical", 3, shutdown=True),
        ObservedInterface("v9", "vlan", 3, vlan=9, parent="ha2"),
        ObservedInterface("core", "aggregate", 3, members=("port1", "ha2")),
    ],
)
def test_a_heartbeat_port_carries_nothing_else(item: ObservedInterface) -> None:
    assert objections(cluster(), interfaces=(item,)) == {"JDG433"}


def test_a_heartbeat_port_without_anything_may_be_named() -> None:
    assert objections(cluster(), interfaces=(ObservedInterface("ha1", "physical", 3),)) == set()
