"""The judge on whole schools whose cores are a pair: nothing to object to, and what no single edit shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgen.blueprint import SitePlan, TrustPlan
from netgen.build import build_texts
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.judge import SETTLED, Status, Verdict, judge_site
from netgen.loader import load_inventory
from tests.judge.mutations.test_mutations import PAIRED_SCHOOLS
from tests.schools import write_paired_school, write_school

FIRST, SECOND = "elm-main-sw1", "elm-main-sw2"
SCHOOLS = sorted(PAIRED_SCHOOLS)
_PAIR_RULES = ("JDG24", "JDG321", "JDG322")

Built = tuple[TrustPlan, SitePlan, dict[str, str]]


def built(inventory: Path) -> Built:
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    trust, plans = plan_all(intent)
    texts = {
        Path(name).stem: text
        for name, text in build_texts(intent).files.items()
        if name.startswith("elm/") and not name.endswith(".txt")
    }
    return trust, plans["elm"], texts


@pytest.fixture(scope="module", params=SCHOOLS)
def routed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(write_paired_school(tmp_path_factory.mktemp("pair"), *PAIRED_SCHOOLS[request.param]))


def objections(school: Built, texts: dict[str, str] | None = None) -> list[Verdict]:
    trust, site, own = school
    return [item for item in judge_site(trust, site, texts or own) if item.status not in SETTLED]


def test_a_routed_pair_is_as_planned(routed: Built) -> None:
    assert not objections(routed)
    judged = [item for item in judge_site(*routed) if item.rule.code == "JDG321"]
    gateways = len([item for item in routed[1].segments if item.gateway_on == "core"] + [*routed[1].transits])
    assert len(judged) == 2 * gateways > 0


@pytest.mark.parametrize("name", SCHOOLS)
def test_a_pair_that_does_not_route_is_as_planned(tmp_path: Path, name: str) -> None:
    school = built(write_paired_school(tmp_path, *PAIRED_SCHOOLS[name], routed=False))
    assert not objections(school)
    codes = {item.rule.code for item in judge_site(*school)}
    assert "JDG244" in codes
    assert "JDG321" not in codes


def test_nothing_is_said_of_pairs_where_there_is_none(tmp_path: Path) -> None:
    school = built(write_school(tmp_path, "CCS-720XP-48Y6", "FortiGate-80F", "AP-635"))
    assert not [item for item in judge_site(*school) if item.rule.code.startswith(_PAIR_RULES)]


def test_a_half_of_a_pair_that_nobody_planned(tmp_path: Path) -> None:
    trust, site, texts = built(write_school(tmp_path, "CCS-720XP-48Y6", "FortiGate-80F", "AP-635"))
    block = "mlag configuration\n   domain-id old\n"
    found = objections((trust, site, texts), {**texts, FIRST: texts[FIRST] + block})
    assert "elm-main-sw1 is half of a pair `old`, which nobody planned" in [item.message for item in found]


def test_whether_the_halves_agree_is_open_while_one_is_unread(routed: Built) -> None:
    found = objections(routed, {name: text for name, text in routed[2].items() if name != SECOND})
    assert [item.status for item in found if item.rule.code == "JDG244"] == [Status.NOT_DECIDED]


def test_halves_that_agree_on_what_nobody_planned(routed: Built) -> None:
    """The first half's text on both boxes: each is alike, and the second is not itself."""
    texts = {**routed[2], SECOND: routed[2][FIRST]}
    codes = {item.rule.code for item in objections(routed, texts)}
    assert {"JDG240", "JDG243", "JDG244", "JDG301"} <= codes


def test_only_what_leads_to_both_halves_is_shared(routed: Built) -> None:
    shared = {lag.number for plan in routed[1].devices if plan.pair for lag in plan.lags if lag.shared}
    judged = [item for item in judge_site(*routed) if item.rule.code == "JDG242"]
    assert shared == {2, 48}
    assert len([item for item in judged if item.message.endswith("is of both halves")]) == 2 * len(shared)
