"""Everything that a standard can ask for, asked for at once: the parts do not get in each other's way."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from netgen.build import Built, build_texts
from netgen.build.examine import Examined, examine
from netgen.build.incremental import build
from netgen.diagnostics import Severity
from netgen.judge.verdict import Status
from netgen.reports.verification import judge_model
from tests.schools import CHECKED_ON, write_whole_standard

#: What the warnings are about; a new one is looked at before it joins.
WARNINGS = {"CAP005", "WAN005"}


@pytest.fixture(scope="module")
def inventory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_whole_standard(tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="module")
def examined(inventory: Path) -> Examined:
    found = examine(inventory, CHECKED_ON)
    assert isinstance(found, Examined), [item.message for item in found.findings]
    return found


@pytest.fixture(scope="module")
def built(examined: Examined) -> Built:
    return build_texts(examined.intent)


def test_no_part_forbids_another(examined: Examined) -> None:
    assert {item.severity for item in examined.findings} <= {Severity.WARNING}
    assert {item.code for item in examined.findings} == WARNINGS


def test_the_embedded_judge_objects_to_nothing(examined: Examined, built: Built) -> None:
    intent = examined.intent
    judgement = judge_model(intent, sorted(intent.sites), built.files, engine="embedded").judgement
    assert judgement is not None
    wrong = [item for item in judgement.verdicts if item.status not in (Status.PASS, Status.ATTESTED)]
    assert [(item.id, item.message) for item in wrong] == []
    attested = {
        item.id.rpartition("/")[0].rpartition(":")[0] or item.id
        for item in judgement.verdicts
        if item.status is Status.ATTESTED
    }
    assert attested


def test_a_build_remembers_all_of_it(inventory: Path, tmp_path: Path) -> None:
    today = datetime.date(2026, 9, 14)
    first = build(inventory, tmp_path / "golden", today=today)
    again = build(inventory, tmp_path / "golden", today=today)
    assert (len(first.rendered), again.rendered, again.written) == (14, (), ())


@pytest.mark.batfish
def test_batfish_objects_to_nothing(examined: Examined, built: Built, batfish_port: int) -> None:
    intent = examined.intent
    result = judge_model(
        intent, sorted(intent.sites), built.files, engine="batfish", batfish_port=batfish_port
    )
    assert result.judgement is not None, result.diagnostics
    assert [(item.id, item.engine, item.message) for item in result.judgement.objections] == []
