"""Batfish, given the golden configs of the reference trust, has nothing to object and agrees with our own engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgen.diagnostics import Collector
from netgen.judge import Judgement
from netgen.loader import load_inventory
from netgen.reports.verification import judge_model

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.batfish


@pytest.fixture(scope="module")
def judgement(batfish_port: int) -> Judgement:
    intent = load_inventory(ROOT / "inventory", Collector()).intent
    assert intent is not None
    texts = {
        f"{path.parent.name}/{path.name}": path.read_text()
        for path in sorted((ROOT / "golden_configs").glob("*/*.*"))
        if path.suffix != ".txt"
    }
    result = judge_model(intent, sorted(intent.sites), texts, engine="batfish", batfish_port=batfish_port)
    assert result.judgement is not None, result.diagnostics
    return result.judgement


def test_nothing_is_objected_to(judgement: Judgement) -> None:
    assert [(item.id, item.engine, item.message) for item in judgement.objections] == []
    assert judgement.ok


def test_both_engines_answered_and_agree(judgement: Judgement) -> None:
    assert {item.engine for item in judgement.verdicts} == {"embedded", "batfish"}
    assert not [note for note in judgement.notes if "disagree" in note]


def test_every_ordered_pair_of_zones_of_every_firewall_is_decided(judgement: Judgement) -> None:
    decided = {
        item.id for item in judgement.verdicts if item.engine == "batfish" and item.rule.name == "zone-policy"
    }
    assert len(decided) > 10 * 12 * 11


def test_what_was_adapted_is_said(judgement: Judgement) -> None:
    assert judgement.adaptations
    assert any("adapted for batfish by" in note for note in judgement.notes)
    assert any("not decided by batfish" in note for note in judgement.notes)
