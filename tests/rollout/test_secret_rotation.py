"""New values of secrets show no difference, since secrets are compared by presence.

A push sends them when it is asked to.
"""

from __future__ import annotations

import base64
import re

import msgspec
import pytest
from tests.emulators.device import Fault
from tests.emulators.fleet import CREDENTIAL
from tests.rollout.bench import FAST, PASSWORD, PLATFORMS, SECRET, Bench
from tests.rollout.test_push_one_device import CONFIRM, assert_as_it_was, assert_confirmed

from netgen.rollout import Outcome, Plan, PushReport, SecretStore
from netgen.rollout.device_push import PushOptions
from netgen.rollout.executor import push, undo

NEW = "Radius-Key-rotated-5b"
ROTATE = msgspec.structs.replace(FAST, even_if_equal=True)


def act(how, b: Bench, plan: Plan, options: PushOptions, value: str) -> PushReport:
    report, findings = how(
        plan, journal=b.folder / "journal.db", backups=b.folder / "backups", lab=b.lab,
        secrets=SecretStore(environment={CREDENTIAL: PASSWORD, "RADIUS_KEY": value}), options=options,
    )  # fmt: skip
    assert report is not None, findings
    return report


def kept(text: str, platform: str) -> list[str]:
    """What the device keeps of its secrets: the value on a FortiGate, a hash on the others."""
    if platform == "fortinet_fortios":
        return [base64.b64decode(found)[6:].decode() for found in re.findall(r"ENC (\S+)", text)]
    if platform == "juniper_junos":
        return re.findall(r'"(\$[69]\$\S+)";', text)
    return re.findall(r"(?:secret|key|auth sha|priv aes) (?:sha512 |9 |7 )?(\S{8,})", text)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_rotated_secret_arrives_when_asked_for(bench, platform):
    b = bench(platform)
    assert act(push, b, b.plan(), FAST, SECRET).is_good
    before = kept(b.device.running, platform)
    plan = b.plan()
    assert plan.devices[0].change == ""
    assert act(push, b, plan, FAST, NEW).is_good
    assert kept(b.device.running, platform) == before
    assert b.only(act(push, b, plan, ROTATE, NEW)).outcome is Outcome.OK
    after = kept(b.device.running, platform)
    assert len(after) == len(before)
    assert after != before
    if platform == "fortinet_fortios":
        # Also the key that was there before netgen came, which a push by itself does not touch.
        assert sorted(before) == [SECRET, SECRET, "old-psk", "old-psk", "old-psk"]
        assert sorted(after) == [NEW, NEW, NEW, "old-psk", "old-psk"]
    assert_confirmed(b.device)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_rotation_is_taken_back_when_asked_for(bench, platform):
    b = bench(platform)
    assert act(push, b, b.plan(), FAST, SECRET).is_good
    before = kept(b.device.running, platform)
    plan = b.plan()
    assert act(push, b, plan, ROTATE, NEW).is_good
    assert b.only(act(undo, b, plan, ROTATE, NEW)).outcome is Outcome.OK
    assert sorted(kept(b.device.running, platform)) == sorted(before)


def test_a_dry_run_of_a_rotation_shows_no_value(bench):
    b = bench("fortinet_fortios")
    assert act(push, b, b.plan(), FAST, SECRET).is_good
    dry = msgspec.structs.replace(ROTATE, commit=False)
    result = b.only(act(push, b, b.plan(), dry, NEW))
    assert "set psksecret <secret>" in result.diff
    assert NEW not in result.diff


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_rotation_whose_confirmation_got_lost_is_not_called_good(bench, platform):
    b = bench(platform)
    assert act(push, b, b.plan(), FAST, SECRET).is_good
    b.device.original = b.device.running
    plan = b.plan(b.target("oak-dev1", window_s=60))
    b.device.minute_s = 4.0
    b.device.faults.append(Fault("drop", at=CONFIRM[platform]))
    result = b.only(act(push, b, plan, ROTATE, NEW))
    assert result.outcome is Outcome.UNKNOWN, result
    assert "push them again" in result.reason
    assert_as_it_was(b.device)
