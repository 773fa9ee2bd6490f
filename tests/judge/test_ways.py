"""What is asked before the routing table, where nobody planned anything and where somebody did."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from netgen.blueprint import SteeringPlan
from netgen.judge import Status, Verdict
from netgen.judge.expectations.breakout import judge_breakout_filters
from netgen.judge.expectations.steering import judge_steering
from netgen.readback import ObservedSteering
from netgen.values import Prefix
from tests.judge.small_site import PREFIXES, SITE, observed_firewall, small_case

change: Any = msgspec.structs.replace

(FIBRE,) = SITE.circuits
MOBILE = change(FIBRE, name="mobile", interface="wan2", gateway="203.0.113.1", priority=99)
EXAMS = Prefix.parse("203.0.113.64/26")
CLASS = SteeringPlan(
    name="exams", number=1, sources=(("net-staff", PREFIXES["staff"]),), destinations=(("to-exams", EXAMS),),
    services=("https",), applications=(), circuits=("mobile", FIBRE.name), strategy="ordered", latency_ms=-1,
    jitter_ms=-1, loss_percent=-1, title="Exams", origin="standard/steering/exams",
)  # fmt: skip
RULE = ObservedSteering(
    "exams", (str(PREFIXES["staff"]),), (str(EXAMS),), (("tcp", 443, 443),),
    (("wan2", "203.0.113.1"), ("wan1", FIBRE.gateway)), 7,
)  # fmt: skip


def judged(*rules: ObservedSteering, classes: tuple[SteeringPlan, ...] = (CLASS,)) -> list[Verdict]:
    site = change(SITE, circuits=(FIBRE, MOBILE), steering=classes)
    case = small_case({"oak-fw1": change(observed_firewall(), steering=rules)}, site)
    return list(judge_steering(case))


def objections(*rules: ObservedSteering, **plan: Any) -> str:
    return "\n".join(
        f"{item.rule.code} {item.message}" for item in judged(*rules, **plan) if item.status is Status.FAIL
    )


def test_nothing_is_said_where_nothing_is_planned_and_nothing_is_there() -> None:
    assert judged(classes=()) == []
    assert list(judge_breakout_filters(small_case())) == []


def test_a_class_that_takes_its_circuits_passes() -> None:
    assert {item.rule.code for item in judged(RULE)} == {"JDG440", "JDG441"}
    assert not objections(RULE)


def test_a_class_without_a_rule_takes_the_usual_circuit() -> None:
    assert "JDG440 exams takes fttp" in objections().replace(FIBRE.name, "fttp")


def test_a_rule_that_nobody_planned_is_objected_to() -> None:
    assert "JDG441 exams takes mobile" in objections(RULE, classes=())


def test_a_rule_in_the_usual_order_changes_nothing() -> None:
    usual = change(RULE, ways=tuple(reversed(RULE.ways)))
    assert not objections(usual, classes=())


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"ways": tuple(reversed(RULE.ways))}, "JDG440 exams takes"),
        ({"strategy": "spread"}, "(spread), not"),
        ({"latency_ms": 100}, "latency to 100 ms"),
        ({"ends_here": True, "ways": (("wan2", "203.0.113.1"),)}, "JDG440 exams takes mobile (ordered), not"),
        ({"sources": ("0.0.0.0/0",)}, "JDG441 exams takes mobile"),
        ({"destinations": ("0.0.0.0/0",)}, "takes traffic inside of the trust off its routes"),
        ({"flows": ()}, "JDG441 exams takes mobile"),
        ({"flows": (("udp", 443, 443),)}, "JDG440 exams takes"),
        ({"ways": (("to-dc", ""),), "ends_here": True}, "exams takes to-dc (ordered)"),
        ({"incoming": ("wan1",)}, "asked on wan1, behind which is no network of the site"),
        ({"incoming": ("v70",)}, "JDG440 exams takes"),
        ({"watches": ("192.0.2.9",)}, "exams watches 192.0.2.9, not planned"),
    ],
)
def test_each_difference_is_objected_to(fields: dict[str, Any], words: str) -> None:
    assert words in objections(change(RULE, **fields))


def test_a_rule_before_another_one_takes_its_traffic() -> None:
    first = change(RULE, name="first", ways=tuple(reversed(RULE.ways)))
    assert "JDG440 exams takes" in objections(first, RULE)
    assert not objections(RULE, first)


def test_rules_that_give_way_to_each_other_are_one_choice() -> None:
    one, other = (change(RULE, name=f"by-{way[0]}", ways=(way,)) for way in RULE.ways)
    assert not objections(one, other)
    assert "JDG440" in objections(other, one)
