"""Which circuit a class of traffic takes at a school, and what steering never touches."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import msgspec
import pytest
from tests.schools import write_school

from netgen.blueprint import SitePlan, SteeringPlan
from netgen.compiler import compile_site, plan_trust, slice_for
from netgen.compiler.steering import outside_of
from netgen.diagnostics import Collector
from netgen.loader import load_inventory
from netgen.values import Prefix

STEERING = """\
exams:    {number: 20, title: Exams, to: [198.51.100.128/25], prefer: primary, loss_percent: 0}
visitors: {number: 10, title: Visitors, from: [guest, byod], services: [web], prefer: backup}
office:   {number: 30, title: Office, applications: [zoom, gmail], prefer: lowest-latency}
cameras:  {number: 40, title: Cameras, from: cctv, prefer: spread}
rest:     {number: 60, title: Rest, prefer: spread}
"""


@functools.cache
def plan(site: str = "elm", steering: str = STEERING) -> SitePlan:
    """A site of two: a school with two circuits, and a hub with one."""
    with tempfile.TemporaryDirectory() as folder:
        root = write_school(Path(folder), "C9300-48P", "FortiGate-80F", "AP-635")
        if steering:
            (root / "standard" / "steering.yaml").write_text(steering, encoding="utf-8")
        intent = load_inventory(root, Collector()).intent
    assert intent is not None
    trust = plan_trust(intent)
    return compile_site(intent, slice_for(trust, site), site)[0]


def rule(name: str) -> SteeringPlan:
    return next(item for item in plan().steering if item.name == name)


def test_classes_are_asked_in_the_order_of_their_numbers() -> None:
    assert [item.name for item in plan().steering] == ["visitors", "exams", "office", "rest"]


def test_a_class_of_zones_without_a_way_to_the_internet_steers_nothing() -> None:
    assert "cameras" not in {item.name for item in plan().steering}


def test_the_backup_comes_first_where_it_is_preferred() -> None:
    assert rule("visitors").circuits == ("mobile", "fttp")
    assert rule("exams").circuits == ("fttp", "mobile")


def test_sources_are_the_schools_own_subnets_of_the_zones() -> None:
    assert {name for name, _ in rule("visitors").sources} == {
        "elm-byod-10.10.32.0-25",
        "elm-guest-10.10.40.0-24",
    }
    assert all(plan().block.contains(prefix) for item in plan().steering for _, prefix in item.sources)


def test_nothing_inside_of_the_trust_is_steered() -> None:
    inside = Prefix.parse("10.0.0.0/8")
    for item in plan().steering:
        assert bool(item.destinations) is not bool(item.applications)
        assert not any(prefix.overlaps(inside) for _, prefix in item.destinations)


def test_a_class_without_networks_means_all_of_the_internet() -> None:
    assert sum(prefix.size for _, prefix in rule("rest").destinations) == 2**32 - 2**24


def test_a_bound_of_nothing_is_a_bound() -> None:
    assert (rule("exams").loss_percent, rule("exams").latency_ms) == (0, -1)


def test_a_site_with_one_circuit_has_nothing_to_choose() -> None:
    assert plan("dc").steering == ()


@pytest.mark.parametrize("site", ["elm", "dc"])
def test_steering_changes_nothing_else_of_a_site(site: str) -> None:
    assert msgspec.structs.replace(plan(site), steering=()) == plan(site, "")


@pytest.mark.parametrize("prefix", ["10.0.0.0/8", "172.16.0.0/12", "0.0.0.0/1", "255.255.255.255/32"])
def test_outside_is_all_that_is_not_inside(prefix: str) -> None:
    inside = Prefix.parse(prefix)
    outside = outside_of(inside)
    assert sum(item.size for item in outside) + inside.size == 2**32
    assert not any(item.overlaps(inside) for item in outside)
