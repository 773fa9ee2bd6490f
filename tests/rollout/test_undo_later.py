"""A confirmed push can be taken back later: by the backup, or on FortiOS by the computed undo."""

from __future__ import annotations

import pytest
from tests.rollout.bench import ENVIRONMENT, FAST, PLATFORMS, Bench
from tests.rollout.test_kill_and_resume import kill_at
from tests.rollout.test_push_one_device import unsalted

from netgen.rollout import Outcome, Plan, PushReport, write_plan
from netgen.rollout.executor import undo
from netgen.rollout.results import Step, ignore_progress


def take_back(b: Bench, plan: Plan, progress=ignore_progress) -> PushReport | tuple:
    report, findings = undo(
        plan, journal=b.folder / "journal.db", backups=b.folder / "backups", lab=b.lab, secrets=b.secrets(),
        options=FAST, progress=progress,
    )  # fmt: skip
    return report or findings


def rows(text: str) -> list[str]:
    """Fields may come back in another order on a FortiGate."""
    return sorted(unsalted(text).splitlines())


@pytest.mark.parametrize("platform", PLATFORMS)
def test_what_was_confirmed_is_taken_back(bench, platform):
    b = bench(platform)
    plan = b.plan()
    assert b.only(b.push(plan)).outcome is Outcome.OK
    result = b.only(take_back(b, plan))
    assert result.outcome is Outcome.OK, result
    assert rows(b.device.settled()) == rows(b.device.original)
    assert rows(b.device.startup) == rows(b.device.original)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_device_that_somebody_has_changed_since_is_not_taken_back(bench, platform):
    b = bench(platform)
    plan = b.plan()
    assert b.only(b.push(plan)).outcome is Outcome.OK
    b.device.serial = "OTHER"
    after = b.device.running
    assert b.only(take_back(b, plan)).outcome is Outcome.REFUSED
    assert b.device.running == after


@pytest.mark.parametrize("step", [Step.LOAD, Step.GATE, Step.FINISH])
def test_an_undo_that_was_killed_is_resumed(bench, step):
    b = bench("arista_eos")
    plan = b.plan()
    write_plan(plan, b.folder / "plan.json")
    assert b.push(plan).is_good
    after = b.device.running
    kill_at(b, step, "undo")
    result = b.only(b.resume(plan))
    if step is Step.LOAD:
        assert (result.outcome, b.device.settled()) == (Outcome.REFUSED, after)
        assert b.only(take_back(b, plan)).outcome is Outcome.OK
    else:
        assert result.outcome is Outcome.OK
    assert b.device.settled() == b.device.original == b.device.startup


def test_a_backup_that_was_touched_is_not_restored(bench):
    b = bench("arista_eos")
    plan = b.plan()
    assert b.push(plan).is_good
    (backup,) = (b.folder / "backups").iterdir()
    backup.write_text("hostname mallory\n", encoding="utf-8")
    (finding,) = take_back(b, plan)
    assert finding.code == "ROL060"


def test_nothing_confirmed_is_nothing_to_undo(bench):
    b = bench("arista_eos")
    (finding,) = take_back(b, b.plan())
    assert finding.code == "ROL061"


def test_an_undo_writes_no_secret_of_ours(bench, tmp_path):
    b = bench("fortinet_fortios")
    plan = b.plan()
    assert b.push(plan).is_good
    take_back(b, plan)
    written = b"".join(path.read_bytes() for path in tmp_path.glob("journal*") if path.is_file())
    assert not any(value.encode() in written for value in ENVIRONMENT.values())
