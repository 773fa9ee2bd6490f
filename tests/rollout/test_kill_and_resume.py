"""`kill -9` at any moment, then resume: every device ends confirmed or exactly as it was.

The process is killed when its journal holds a step and before it acts on it, for every step; and in
the middle of a command that the device has carried out and not answered yet.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from tests.emulators.device import Fault
from tests.rollout.bench import ENVIRONMENT, FAST, INTERFACE, PLATFORMS, Bench
from tests.rollout.test_push_one_device import COMMIT, CONFIRM, assert_as_it_was, assert_confirmed

from netgen.rollout import Outcome, read_plan, write_plan
from netgen.rollout.executor import push
from netgen.rollout.journal import Journal
from netgen.rollout.results import Step

GOOD_STEPS = [step for step in Step if step not in (Step.DISCARD, Step.UNDO)]
BEFORE_THE_CHANGE = (
    Step.CONNECT, Step.IDENTIFY, Step.COMPARE, Step.BACKUP, Step.LOAD, Step.DIFF, Step.COMMIT,
)  # fmt: skip


def start(b: Bench, stop_at: str, action: str = "push") -> subprocess.Popen[str]:
    if action == "push":
        write_plan(b.plan(), b.folder / "plan.json")
    script = Path(__file__).with_name("push_until.py")
    arguments = [
        sys.executable,
        str(script),
        str(b.folder / "plan.json"),
        b.lab.file,
        str(b.folder),
        stop_at,
        action,
    ]
    environment = {**os.environ, **ENVIRONMENT, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, env=environment)


def kill_at(b: Bench, step: str, action: str = "push") -> None:
    """Kill the push when its journal holds the step and it has not been acted on."""
    process = start(b, step, action)
    assert process.stdout is not None
    for line in process.stdout:
        if line.split() == [step]:
            break
    else:
        pytest.fail(f"the push ended without reaching {step}")
    process.send_signal(signal.SIGKILL)
    process.wait(10)
    process.stdout.close()


def kill_in(b: Bench, fault: Fault) -> None:
    """Kill the push while the device holds back the answer to a command."""
    b.device.faults.append(fault)
    process = start(b, "never")
    assert fault.reached.wait(20), "the push did not reach the command"
    process.send_signal(signal.SIGKILL)
    process.wait(10)
    if process.stdout is not None:
        process.stdout.close()
    b.device.faults.remove(fault)
    fault.release.set()


def resume_and_check(b: Bench) -> Outcome:
    plan, _ = read_plan(b.folder / "plan.json")
    assert plan is not None
    result = b.only(b.resume(plan))
    if result.outcome is Outcome.OK:
        assert_confirmed(b.device)
    else:
        assert result.outcome in (Outcome.REFUSED, Outcome.REVERTED), result
        assert_as_it_was(b.device)
        # Nothing is left that would be in the way of the next push.
        assert b.only(b.push(plan)).outcome is Outcome.OK
        assert_confirmed(b.device)
    return result.outcome


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("step", GOOD_STEPS)
def test_killed_at_a_step(bench, platform, step):
    b = bench(platform)
    kill_at(b, step)
    outcome = resume_and_check(b)
    if step in BEFORE_THE_CHANGE:
        assert outcome is not Outcome.OK
    else:
        assert outcome is Outcome.OK


@pytest.mark.parametrize("platform", PLATFORMS)
def test_killed_at_the_undo(bench, platform):
    b = bench(platform)
    fault = Fault("interfaces-down", names=(INTERFACE[platform],))
    b.device.faults.append(fault)
    kill_at(b, Step.UNDO)
    # The interface is up again: what was judged bad is undone nevertheless.
    b.device.faults.remove(fault)
    assert resume_and_check(b) is Outcome.REVERTED


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("moment", ["commit", "confirm"])
def test_killed_in_the_middle_of_a_command(bench, platform, moment):
    b = bench(platform)
    at = {"commit": COMMIT, "confirm": CONFIRM}[moment][platform]
    kill_in(b, Fault("hold", at=at, when="after", times=1))
    assert resume_and_check(b) is Outcome.OK


@pytest.mark.parametrize("platform", PLATFORMS)
def test_resumed_when_the_device_has_undone_the_change_long_ago(bench, platform):
    b = bench(platform, minute_s=0.6)
    kill_at(b, Step.GATE)
    deadline = time.monotonic() + 20
    while b.device.is_pending and time.monotonic() < deadline:
        time.sleep(0.2)
    b.device.minute_s = 60.0
    assert resume_and_check(b) is Outcome.REVERTED


@pytest.mark.parametrize("step", [Step.LOAD, Step.COMMIT, Step.GATE])
def test_ctrl_c_ends_every_device_safely_before_the_process_ends(bench, step):
    b = bench("cisco_iosxe")
    process = start(b, "never")
    assert process.stdout is not None
    for line in process.stdout:
        if line.split() == [step]:
            process.send_signal(signal.SIGINT)
            break
    process.communicate(timeout=30)
    assert process.returncode == 0
    # On a busy machine a signal at the load may come after the commit; half a change it never leaves.
    if step is Step.LOAD and b.device.settled() == b.device.original:
        assert_as_it_was(b.device)
    else:
        assert_confirmed(b.device)
    with Journal(b.folder / "journal.db") as journal:
        assert journal.unfinished() == ()


def test_a_new_push_is_refused_while_one_is_unfinished(bench):
    b = bench("arista_eos")
    kill_at(b, Step.GATE)
    plan = msgspec.json.decode((b.folder / "plan.json").read_bytes(), type=type(b.plan(b.target("oak-dev1"))))
    report, findings = push(
        plan, journal=b.folder / "journal.db", backups=b.folder / "backups", lab=b.lab,
        secrets=b.secrets(), options=FAST,
    )  # fmt: skip
    assert report is None
    assert [item.code for item in findings] == ["ROL043"]
    assert resume_and_check(b) is Outcome.OK
