"""The longest golden config of each platform is pushed onto a device that runs something else, and undone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.emulators.device import EmulatedDevice
from tests.emulators.fleet import CREDENTIAL
from tests.rollout.bench import FAST, PASSWORD, PLATFORMS, running
from tests.rollout.test_undo_later import rows

from netgen.rollout import Flag, Outcome, SecretStore, Target, make_plan
from netgen.rollout.config_text import digest
from netgen.rollout.executor import push, undo
from netgen.values.secrets import PLACEHOLDER, reference_of

GOLDEN = Path(__file__).resolve().parents[2] / "golden_configs"
#: A line that only golden configs of the platform have.
MARKS = {
    "arista_eos": "no aaa root", "cisco_iosxe": "vtp mode off", "fortinet_fortios": "config system global",
    "juniper_junos": "root-authentication {",
}  # fmt: skip


def longest(platform: str) -> Path:
    found = [path for path in GOLDEN.glob("*/*.c*") if MARKS[platform] in path.read_text(encoding="utf-8")]
    return max(found, key=lambda path: (path.stat().st_size, path.name))


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_golden_config_is_pushed_and_taken_back(bench, platform):
    path = longest(platform)
    intended = path.read_text(encoding="utf-8")
    before = running(platform).replace("oak-dev1", path.stem)
    if platform == "cisco_iosxe":
        # A switch has its ports whether they are configured or not.
        ports = re.findall(r"(?m)^interface \S+/\S+$", intended)
        before += "".join(f"{port}\n" for port in ports if f"{port}\n" not in before)
    b = bench(EmulatedDevice(path.stem, platform, before, password=PASSWORD))
    before = b.device.running
    names = {reference_of(match[1]).removeprefix("secret://env/") for match in PLACEHOLDER.finditer(intended)}
    values = {re.sub(r"[^A-Za-z0-9_]", "_", name): digest(name)[7:31] for name in names}
    secrets = SecretStore(environment={CREDENTIAL: PASSWORD, **values})
    target = Target(
        hostname=path.stem, site="x", platform=platform, stage=1, address="192.0.2.1", intended=intended
    )
    plan, findings = make_plan([target], lab=b.lab, secrets=secrets, verified={path.stem: Flag(True)})
    assert findings == ()
    for act in (push, undo):
        report, findings = act(
            plan, journal=b.folder / "journal.db", backups=b.folder / "backups", lab=b.lab, secrets=secrets,
            options=FAST,
        )  # fmt: skip
        assert report is not None, findings
        assert b.only(report).outcome is Outcome.OK, report
        if act is push:
            assert not any(value in repr(report) for value in values.values())
            assert b.device.running != before
    assert rows(b.device.running) == rows(before)
