"""One device through the real driver over its real protocol: good ends, and each way to go wrong.

Every device ends either confirmed, or exactly as it was.
"""

from __future__ import annotations

import logging
import re
import threading

import msgspec
import pytest
from tests.emulators.certificates import Authority
from tests.emulators.device import EmulatedDevice, Fault
from tests.rollout.bench import FAST, INTERFACE, PASSWORD, PLATFORMS, SECRET, running

from netgen.rollout import Outcome
from netgen.rollout.device_push import PushOptions
from netgen.rollout.executor import push

COMMIT = {
    "arista_eos": "commit timer",
    "cisco_iosxe": "configure replace",
    "fortinet_fortios": "POST monitor/system/config-script/upload",
    "juniper_junos": "commit-configuration confirmed",
}
DIFF = {
    "arista_eos": "show session-config named",
    "cisco_iosxe": "show archive config differences",
    "fortinet_fortios": "GET monitor/system/config/backup",
    "juniper_junos": "get-configuration rollback",
}
CONFIRM = {
    "arista_eos": r"configure session \S+ commit$",
    "cisco_iosxe": "configure confirm",
    "fortinet_fortios": "DELETE cmdb/system/automation-stitch/napalm-commit-confirm",
    "juniper_junos": "commit-configuration$",
}
BAD_LINE = {
    "arista_eos": "name PUPIL",
    "cisco_iosxe": "name PUPIL",
    "fortinet_fortios": "set subnet 10.2.8.0",
    "juniper_junos": "members PUPIL",
}
each_platform = pytest.mark.parametrize("platform", PLATFORMS)


def unsalted(text: str) -> str:
    """A FortiGate prints its secrets with another salt each time."""
    return re.sub(r"ENC \S+", "ENC", text)


def assert_as_it_was(device: EmulatedDevice) -> None:
    assert unsalted(device.settled()) == unsalted(device.original)
    assert unsalted(device.startup) == unsalted(device.original)
    assert not device.is_pending


def assert_confirmed(device: EmulatedDevice) -> None:
    assert not device.is_pending
    assert device.running != device.original
    assert unsalted(device.startup) == unsalted(device.running)


@each_platform
def test_a_good_change_is_confirmed_and_saved(bench, platform):
    b = bench(platform)
    result = b.only(b.push(b.plan()))
    assert (result.outcome, result.emulated) == (Outcome.OK, True), result
    assert_confirmed(b.device)


@each_platform
def test_a_dry_run_compares_and_leaves_nothing_behind(bench, platform):
    b = bench(platform)
    plan = b.plan()
    result = b.only(b.push(plan, msgspec.structs.replace(FAST, commit=False)))
    assert result.outcome is Outcome.OK
    assert "PUPIL" in result.diff or "printers" in result.diff
    assert_as_it_was(b.device)
    assert b.only(b.push(plan)).outcome is Outcome.OK


@each_platform
def test_a_device_that_is_as_intended_is_left_alone(bench, platform):
    b = bench(platform)
    plan = b.plan()
    assert b.only(b.push(plan)).outcome is Outcome.OK
    saves = b.device.saves
    result = b.only(b.push(plan))
    assert (result.outcome, b.device.saves) == (Outcome.OK, saves)
    assert "already" in result.reason


@each_platform
def test_a_refused_login_changes_nothing(bench, platform):
    b = bench(platform)
    plan = b.plan()
    b.device.faults.append(Fault("refuse-login"))
    result = b.only(b.push(plan))
    assert result.outcome is Outcome.REFUSED
    assert "login refused" in result.reason
    assert_as_it_was(b.device)


@each_platform
def test_another_device_at_the_address_is_not_touched(bench, platform):
    b = bench(platform)
    plan = b.plan()
    b.device.serial = "OTHER-1"
    result = b.only(b.push(plan))
    assert result.outcome is Outcome.REFUSED
    assert "another device answers" in result.reason
    assert_as_it_was(b.device)


@each_platform
def test_a_configuration_that_moved_since_the_plan_is_not_overwritten(bench, platform):
    b = bench(platform)
    plan = msgspec.structs.replace(b.plan())
    device = msgspec.structs.replace(plan.devices[0], running_hash="sha256:of-yesterday")
    result = b.only(b.push(msgspec.structs.replace(plan, devices=(device,))))
    assert result.outcome is Outcome.REFUSED
    assert "changed since the plan" in result.reason
    assert_as_it_was(b.device)


def test_a_line_typed_by_hand_after_the_plan_is_noticed(bench):
    b = bench("cisco_iosxe")
    plan = b.plan()
    b.device.running = b.device.running.replace("Room 1", "Room 1 (moved by hand)")
    assert "changed since the plan" in b.only(b.push(plan)).reason
    assert "moved by hand" in b.device.running


@each_platform
def test_a_line_that_the_device_rejects_ends_as_it_was(bench, platform):
    b = bench(platform)
    plan = b.plan()
    b.device.faults.append(Fault("reject", at=BAD_LINE[platform]))
    result = b.only(b.push(plan))
    assert result.outcome in (Outcome.REFUSED, Outcome.REVERTED), result
    assert "rejected" in result.reason
    assert_as_it_was(b.device)


@each_platform
def test_a_connection_lost_before_the_commit_changes_nothing(bench, platform):
    b = bench(platform)
    plan = b.plan()
    b.device.faults.append(Fault("drop", at=DIFF[platform], times=1))
    result = b.only(b.push(plan))
    assert result.outcome is Outcome.REFUSED, result
    assert_as_it_was(b.device)
    assert b.only(b.push(plan)).outcome is Outcome.OK


@each_platform
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_connection_lost_at_the_commit_is_found_out(bench, platform, when):
    b = bench(platform)
    plan = b.plan()
    b.device.faults.append(Fault("drop", at=COMMIT[platform], when=when, times=1))
    result = b.only(b.push(plan))
    if result.outcome is Outcome.OK:
        assert_confirmed(b.device)
    else:
        assert result.outcome is Outcome.REVERTED, result
        assert_as_it_was(b.device)
    if when == "after":
        assert result.outcome is Outcome.OK


@each_platform
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_connection_lost_at_the_confirm_still_ends_confirmed(bench, platform, when):
    b = bench(platform)
    plan = b.plan()
    b.device.faults.append(Fault("drop", at=CONFIRM[platform], when=when, times=1))
    assert b.only(b.push(plan)).outcome is Outcome.OK
    assert_confirmed(b.device)


@each_platform
def test_a_failed_health_gate_undoes_the_change(bench, platform):
    b = bench(platform)
    plan = b.plan()
    b.device.faults.append(Fault("interfaces-down", names=(INTERFACE[platform],)))
    result = b.only(b.push(plan))
    assert result.outcome is Outcome.REVERTED, result
    assert f"{INTERFACE[platform]} is down" in result.reason
    assert_as_it_was(b.device)


@each_platform
def test_a_line_that_the_device_drops_in_silence_undoes_the_change(bench, platform):
    b = bench(platform)
    plan = b.plan()
    b.device.faults.append(Fault("ignore", at=BAD_LINE[platform]))
    result = b.only(b.push(plan))
    assert result.outcome is Outcome.REVERTED, result
    assert "did not take what was sent" in result.reason
    assert_as_it_was(b.device)


@pytest.mark.parametrize("platform", ["arista_eos", "cisco_iosxe"])
def test_a_bad_change_on_a_device_that_armed_no_timer_calls_for_a_person(bench, platform):
    b = bench(platform)
    plan = b.plan()
    b.device.faults += [Fault("no-timer"), Fault("interfaces-down", names=(INTERFACE[platform],))]
    result = b.only(b.push(plan))
    assert result.outcome is Outcome.UNKNOWN
    assert "armed no timer" in result.reason
    assert result.backup in result.reason


@each_platform
def test_a_device_that_is_cut_off_by_its_change_comes_back_by_its_own_timer(bench, platform):
    b = bench(platform, minute_s=1.5)
    plan = b.plan(b.target("oak-dev1", window_s=120))
    # Nobody can log in while the change is on, as if it had cut the management path.
    fault = Fault("refuse-login")

    def cut(event) -> None:
        if event.step == "leave":
            b.device.faults.append(fault)
        elif fault in b.device.faults and not b.device.is_pending:
            b.device.faults.remove(fault)

    result = b.only(b.push(plan, progress=cut))
    assert result.outcome is Outcome.REVERTED, result
    assert_as_it_was(b.device)


def test_a_device_that_never_comes_back_is_unknown_and_stops_the_rest(bench):
    first = EmulatedDevice("oak-dev1", "arista_eos", _text("arista_eos"), password=PASSWORD)
    second = EmulatedDevice("oak-dev2", "arista_eos", _text("arista_eos", "oak-dev2"), password=PASSWORD)
    b = bench(first, second)
    plan = b.plan(b.target("oak-dev1"), b.target("oak-dev2", stage=2))

    def cut(event) -> None:
        if event.step == "leave":
            first.faults.append(Fault("refuse-login"))

    report = b.push(plan, msgspec.structs.replace(FAST, patience_s=1.0), progress=cut)
    assert [item.outcome for item in report.results] == [Outcome.UNKNOWN, Outcome.SKIPPED]
    assert_as_it_was(second)
    assert not report.is_good


def test_a_stage_that_did_not_end_well_holds_the_next_one_back(bench):
    first = EmulatedDevice("oak-dev1", "arista_eos", _text("arista_eos"), password=PASSWORD)
    second = EmulatedDevice("oak-dev2", "cisco_iosxe", _text("cisco_iosxe", "oak-dev2"), password=PASSWORD)
    b = bench(first, second)
    plan = b.plan(b.target("oak-dev1"), b.target("oak-dev2", stage=2))
    first.faults.append(Fault("interfaces-down", names=("Ethernet1",)))
    report = b.push(plan)
    assert [item.outcome for item in report.results] == [Outcome.REVERTED, Outcome.SKIPPED]
    assert_as_it_was(first)
    assert_as_it_was(second)
    first.faults.clear()
    report = b.push(plan)
    assert [item.outcome for item in report.results] == [Outcome.OK, Outcome.OK]


@each_platform
def test_a_certificate_or_host_key_of_a_stranger_is_refused(bench, platform, tmp_path):
    b = bench(platform)
    plan = b.plan()
    if platform in ("cisco_iosxe", "juniper_junos"):
        (tmp_path / "lab" / "known_hosts").write_text("", encoding="utf-8")
    else:
        Authority().write(tmp_path / "lab" / "ca.pem")
    result = b.only(b.push(plan))
    assert result.outcome is Outcome.REFUSED
    assert_as_it_was(b.device)


@each_platform
def test_no_secret_is_written_anywhere(bench, platform, tmp_path, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    b = bench(platform)
    plan = b.plan()
    b.device.faults.append(Fault("reject", at=SECRET))
    events: list[str] = []
    result = b.only(b.push(plan, progress=lambda event: events.append(repr(event))))
    assert result.outcome in (Outcome.REFUSED, Outcome.REVERTED)
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    printed = capfd.readouterr()
    seen = "\n".join([repr(result), repr(plan), *events, caplog.text, printed.out, printed.err])
    for value in (SECRET, PASSWORD):
        assert value.encode() not in written
        assert value not in seen


def test_a_backup_is_for_its_owner_alone_and_holds_what_was_there(bench):
    b = bench("cisco_iosxe")
    b.push(b.plan())
    (backup,) = (b.folder / "backups").iterdir()
    assert backup.stat().st_mode & 0o777 == 0o600
    assert "switchport access vlan 10" in backup.read_text(encoding="utf-8")


def test_stopping_a_push_changes_no_device_that_had_not_begun_to_change(bench):
    b = bench("arista_eos")
    plan = b.plan()
    stop = threading.Event()
    report, _ = push(
        plan, journal=b.folder / "j.db", backups=b.folder / "b", lab=b.lab, secrets=b.secrets(), options=FAST,
        stop=stop, progress=lambda event: stop.set() if event.step == "load" else None,
    )  # fmt: skip
    assert report is not None
    assert report.results[0].outcome is Outcome.REFUSED
    assert_as_it_was(b.device)
    assert b.only(b.push(plan)).outcome is Outcome.OK


def test_a_health_fact_may_take_its_time(bench):
    b = bench("arista_eos")
    plan = b.plan()
    fault = Fault("interfaces-down", names=("Ethernet1",))
    b.device.faults.append(fault)

    def come_up(event) -> None:
        if event.step == "gate":
            threading.Timer(0.6, b.device.faults.remove, [fault]).start()

    slow = PushOptions(commit=True, gate_wait_s=5.0, pause_s=0.2, patience_s=20.0)
    assert b.only(b.push(plan, slow, progress=come_up)).outcome is Outcome.OK


def _text(platform: str, name: str = "oak-dev1") -> str:
    return running(platform).replace("oak-dev1", name)
