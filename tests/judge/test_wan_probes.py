"""A planned watch over the circuits: what may differ in a text, and what the judge says of it.

The school has a static circuit, preferred, and one by DHCP. Facts are those of a text of the platform.
"""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from netgen.blueprint import ProbePlan
from netgen.judge import Status, Verdict
from netgen.judge.expectations.wan_probes import judge_wan_probes
from netgen.readback import Observed, ObservedInterface, ObservedProbe, ObservedRoute, ObservedZone
from tests.judge.small_site import SITE, TRUST, small_case

change: Any = msgspec.structs.replace

PLAN = ProbePlan(("203.0.113.200", "203.0.113.201"), interval_s=5, fail_after=4, recover_after=5)
(FIBRE,) = SITE.circuits
MOBILE = change(
    FIBRE,
    name="mobile",
    interface="wan2",
    address="dhcp",
    ip="",
    gateway="",
    priority=2,
    origin="sites/oak/m",
)
WATCH = ObservedProbe(
    name="fttp", interface="wan1", targets=PLAN.targets, interval_ms=5000, fail_after=4, recover_after=5, line=7,
    gives_up=("0.0.0.0/0",), gateway="198.51.100.1",
)  # fmt: skip
BACKUP = change(WATCH, name="mobile", interface="wan2", gateway="", line=9)
#: What a text of each platform says where all is as planned.
FAULTLESS = {
    "fortinet_fortios": (WATCH, BACKUP),
    "juniper_junos": (change(WATCH, recover_after=0, pause_s=5),),
    "paloalto_panos": (change(WATCH, recover_after=0, hold_s=60),),
}
FIXED = ObservedInterface("wan1", "physical", 2, "198.51.100.2", 30)
LEASED = ObservedInterface("wan2", "physical", 3, mode="dhcp", distance=12)


def judged(
    platform: str,
    *probes: ObservedProbe,
    plan: ProbePlan | None = PLAN,
    circuits: tuple[object, ...] = (FIBRE, MOBILE),
    routes: tuple[ObservedRoute, ...] = (),
    intrazone: bool = True,
) -> list[Verdict]:
    firewall = change(next(item for item in SITE.devices if item.kind == "firewall"), platform=platform)
    site = change(SITE, devices=(firewall,), circuits=circuits)
    zone = ObservedZone("internet", ("wan1", "wan2"), intrazone, 1)
    seen = Observed(
        platform, "oak-fw1", probes=probes, routes=routes, interfaces=(FIXED, LEASED), zones=(zone,)
    )
    case = small_case({"oak-fw1": seen}, site, change(TRUST, probe=plan))
    return list(judge_wan_probes(case))


def objections(platform: str, *probes: ObservedProbe, **other: Any) -> str:
    found = [item for item in judged(platform, *probes, **other) if item.status is not Status.PASS]
    return "\n".join(f"{item.id} {item.message}" for item in found)


@pytest.mark.parametrize("platform", FAULTLESS)
def test_circuits_that_are_watched_as_planned_pass(platform: str) -> None:
    found = judged(platform, *FAULTLESS[platform])
    assert all(item.status is Status.PASS for item in found)
    assert {item.id for item in found} >= {"oak/wan-probe/oak-fw1:wan1", "oak/wan-probe/oak-fw1"}


@pytest.mark.parametrize("platform", FAULTLESS)
def test_nothing_is_said_where_nothing_is_planned_and_nothing_is_there(platform: str) -> None:
    assert judged(platform, plan=None) == []


@pytest.mark.parametrize("platform", FAULTLESS)
def test_a_watch_that_nobody_planned_is_objected_to(platform: str) -> None:
    assert "fttp watches wan1, not planned" in objections(platform, *FAULTLESS[platform], plan=None)


@pytest.mark.parametrize("platform", FAULTLESS)
def test_a_static_circuit_must_be_watched(platform: str) -> None:
    assert "wan1 is not watched" in objections(platform, *FAULTLESS[platform][1:])


def test_a_leased_circuit_must_be_watched_where_a_text_can_say_so() -> None:
    assert "wan2 is not watched" in objections("fortinet_fortios", WATCH)
    assert not objections("paloalto_panos", *FAULTLESS["paloalto_panos"])


def test_a_static_circuit_behind_a_leased_one_is_not_watched_on_junos() -> None:
    order = (change(MOBILE, priority=1), change(FIBRE, priority=2))
    assert not objections("juniper_junos", circuits=order)
    assert "wan1 is not watched" in objections("paloalto_panos", circuits=order)


@pytest.mark.parametrize("platform", FAULTLESS)
@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": "http"}, "kind of probe: http, not ping"),
        ({"targets": ("203.0.113.9", "203.0.113.200")}, "targets: 203.0.113.200 203.0.113.9, not"),
        ({"targets": ("203.0.113.200",)}, "targets: 203.0.113.200, not"),
        ({"interval_ms": 5}, "time between pings in ms: 5, not 5000"),
        ({"fail_after": 5}, "lost pings that decide: 5, not 4"),
        ({"fail_after": 0}, "lost pings that decide: none, not 4"),
        ({"recover_after": 1}, "answers that decide: 1, not 5"),
        ({"pause_s": 60}, "nothing is sent for 60 s"),
        ({"any_answer": False}, "one lost target is enough"),
        ({"gives_up": ()}, "the default route stays"),
        ({"gives_up": ("0.0.0.0/0", "10.0.0.0/8")}, "the route to 10.0.0.0/8 goes too"),
        ({"gateway": "198.51.100.9"}, "the pings go by 198.51.100.9, not by 198.51.100.1"),
        ({"instead": "198.51.100.1"}, "198.51.100.1 takes its place"),
        ({"stays": 5}, "a route by the same gateway stays and is used before mobile"),
    ],
)
def test_each_difference_is_objected_to(platform: str, fields: dict[str, Any], words: str) -> None:
    first, *rest = FAULTLESS[platform]
    assert words in objections(platform, change(first, **fields), *rest)


def test_order_of_targets_and_a_route_of_last_resort_are_free() -> None:
    first, *rest = FAULTLESS["juniper_junos"]
    free = change(first, targets=PLAN.targets[::-1], stays=110)
    assert not objections("juniper_junos", free, *rest)


def test_a_route_may_come_back_after_whole_minutes_alone() -> None:
    (first,) = FAULTLESS["paloalto_panos"]
    assert "seconds until it is used again: 0, not 60" in objections(
        "paloalto_panos", change(first, hold_s=0)
    )
    longer = change(PLAN, interval_s=20)
    assert not objections("paloalto_panos", change(first, interval_ms=20_000, hold_s=120), plan=longer)


def test_three_lost_pings_decide_at_least_on_panos() -> None:
    (first,) = FAULTLESS["paloalto_panos"]
    early = change(PLAN, fail_after=2)
    assert not objections("paloalto_panos", change(first, fail_after=3), plan=early)
    assert "lost pings" in objections("fortinet_fortios", change(WATCH, fail_after=3), BACKUP, plan=early)


def test_pings_that_the_rules_refuse_are_objected_to() -> None:
    words = "the rules refuse its pings: 198.51.100.2 -> 203.0.113.200 icmp type 8"
    assert words in objections("paloalto_panos", *FAULTLESS["paloalto_panos"], intrazone=False)
    assert not objections("fortinet_fortios", *FAULTLESS["fortinet_fortios"], intrazone=False)


def test_two_watches_over_one_circuit_are_objected_to() -> None:
    assert "wan1 is watched by 2 probes" in objections(
        "fortinet_fortios", WATCH, change(WATCH, name="x"), BACKUP
    )


def test_the_place_of_a_lost_circuit_is_taken_by_the_next_one() -> None:
    second = change(FIBRE, name="second", interface="wan3", gateway="192.0.2.1", priority=2)
    watch = change(FAULTLESS["juniper_junos"][0], instead="192.0.2.1")
    other = change(watch, name="second", interface="wan3", gateway="192.0.2.1", instead="198.51.100.1")
    assert not objections("juniper_junos", watch, other, circuits=(FIBRE, second))
