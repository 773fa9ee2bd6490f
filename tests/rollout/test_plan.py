"""The plan file: deterministic, without secrets, and refused when anybody has touched it."""

from __future__ import annotations

import json

import msgspec
import pytest
from tests.emulators.device import Fault
from tests.rollout.bench import FAST, PLATFORMS, intended

from netgen.rollout import Expectation, Flag, Outcome, Target, make_plan, read_plan, write_plan
from netgen.rollout.plan import PlannedDevice


def target(platform: str = "arista_eos", **changes: object) -> Target:
    made = Target(
        hostname="oak-dev1", site="oak", platform=platform, stage=1, address="192.0.2.1",
        intended=intended(platform) if platform in PLATFORMS else "name x\n",
    )  # fmt: skip
    return msgspec.structs.replace(made, **changes)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_plan_says_what_changes_how_it_is_undone_and_what_it_assumes(bench, platform):
    b = bench(platform)
    (device,) = b.plan().devices
    assert device.applicable == Flag(True)
    assert device.running_hash.startswith("sha256:")
    assert device.serial == "EMU-oak-dev1"
    assert "PUPIL" in device.change or "printers" in device.change
    assert device.undo


def test_the_same_inputs_give_the_same_bytes(bench, tmp_path):
    b = bench("arista_eos")
    for name in ("one.json", "two.json"):
        write_plan(b.plan(), tmp_path / name)
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert (tmp_path / "one.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_plan_holds_no_secret_of_the_device_or_of_the_store(bench, platform, tmp_path):
    b = bench(platform)
    write_plan(b.plan(), tmp_path / "plan.json")
    text = (tmp_path / "plan.json").read_text(encoding="utf-8")
    assert "$old$" not in text
    assert "b2xkLXBzaw" not in text
    assert "NETGEN_SECRET.env.RADIUS_KEY.END" in text


def test_a_plan_reads_back_as_it_was_written(bench, tmp_path):
    plan = bench("cisco_iosxe").plan()
    write_plan(plan, tmp_path / "plan.json")
    assert read_plan(tmp_path / "plan.json") == (plan, ())


def test_offline_nothing_is_applicable_and_the_plan_says_why():
    plan, findings = make_plan([target()], offline=True)
    assert not plan.devices[0].applicable.holds
    assert "offline" in plan.devices[0].applicable.reason
    assert [item.code for item in findings] == ["ROL010"]


def test_a_platform_that_cannot_be_pushed_is_in_the_plan_with_its_reason():
    plan, _ = make_plan([target("aruba_instant")])
    assert plan.devices[0].send == "none"
    assert "no commit timer" in plan.devices[0].applicable.reason


def test_a_device_that_is_not_who_it_should_be_is_not_applicable(bench):
    b = bench("arista_eos")
    b.device.running = b.device.running.replace("hostname oak-dev1", "hostname elm-dev7")
    assert "elm-dev7" in b.plan().devices[0].applicable.reason


def test_a_device_that_refuses_the_login_is_not_applicable(bench):
    b = bench("cisco_iosxe")
    b.device.faults.append(Fault("refuse-login"))
    assert "login refused" in b.plan().devices[0].applicable.reason


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"platform": "acme_os"}, "ROL011"),
        ({"window_s": 90}, "ROL012"),
        ({"window_s": 7260}, "ROL012"),
        ({"platform": "fortinet_fortios", "expect": (Expectation("reach", "192.0.2.9"),)}, "ROL013"),
        ({"platform": "fortinet_fortios", "intended": "config x\n"}, "ROL014"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_target_that_makes_no_sense_is_reported_and_never_applicable(changes, code):
    plan, findings = make_plan([target(**changes)], offline=True)
    assert code in [item.code for item in findings]
    assert not plan.devices[0].applicable.holds


def tampered(text: str) -> dict[str, str]:
    data = json.loads(text)
    data["devices"][0]["intended"] += "username mallory privilege 15\n"
    other = json.loads(text) | {"format": 99}
    return {
        "ROL023": json.dumps(data),
        "ROL022": json.dumps(other),
        "ROL021": text[: len(text) // 2],
        "ROL021 ": "[]",
        "ROL021  ": "[" * 100_000,
        "ROL023 ": text.replace("\n", ""),
    }


@pytest.mark.parametrize("case", ["ROL023", "ROL022", "ROL021", "ROL021 ", "ROL021  ", "ROL023 "])
def test_a_plan_that_was_touched_is_refused(bench, tmp_path, case):
    path = tmp_path / "plan.json"
    write_plan(bench("arista_eos").plan(), path)
    path.write_text(tampered(path.read_text(encoding="utf-8"))[case], encoding="utf-8")
    plan, findings = read_plan(path)
    assert plan is None
    assert [item.code for item in findings] == [case.strip()]


def test_a_plan_that_is_not_there_is_a_finding(tmp_path):
    assert [item.code for item in read_plan(tmp_path / "none.json")[1]] == ["ROL020"]


def test_an_unverified_device_is_compared_but_not_committed(bench):
    b = bench("arista_eos")
    plan, _ = make_plan([b.target("oak-dev1")], lab=b.lab, secrets=b.secrets())
    assert b.only(b.push(plan, msgspec.structs.replace(FAST, commit=False))).outcome is Outcome.OK
    report = b.push(plan)
    assert b.only(report).outcome is Outcome.REFUSED
    assert "not verified" in b.only(report).reason


def test_every_field_of_a_planned_device_is_in_the_file(bench, tmp_path):
    write_plan(bench("arista_eos").plan(), tmp_path / "plan.json")
    (device,) = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))["devices"]
    assert sorted(device) == sorted(PlannedDevice.__struct_fields__)


def test_a_pair_without_a_timed_way_back_is_shown_and_not_pushed(bench):
    b = bench("fortinet_fortios")
    alone = b.target("oak-dev1")
    plan, _ = make_plan([msgspec.structs.replace(alone, is_pair=True)], lab=b.lab, secrets=b.secrets())
    (device,) = plan.devices
    assert device.change
    assert not device.applicable.holds
    assert "no timed way back" in device.applicable.reason


def test_a_pair_whose_platform_can_undo_it_is_pushed_like_any_box(bench):
    b = bench("juniper_junos")
    plan, _ = make_plan(
        [msgspec.structs.replace(b.target("oak-dev1"), is_pair=True)], lab=b.lab, secrets=b.secrets()
    )
    assert plan.devices[0].applicable.holds
