"""The emulated devices as a process: what a demonstration starts."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

from tests.rollout.bench import FAST, PLATFORMS, intended, running

from netgen.rollout import Outcome, SecretStore, make_plan, read_lab
from netgen.rollout.executor import push
from netgen.rollout.plan import Flag, Target

ROOT = Path(__file__).resolve().parents[2]


def test_a_school_of_emulated_devices_is_pushed_to(tmp_path):
    spec = [
        {
            "hostname": f"oak-dev{number}",
            "platform": name,
            "running": running(name).replace("oak-dev1", f"oak-dev{number}"),
        }
        for number, name in enumerate(PLATFORMS, 1)
    ]
    (tmp_path / "spec.json").write_text(json.dumps(spec), encoding="utf-8")
    lab_file = tmp_path / "lab" / "lab.yaml"
    arguments = [
        "-m",
        "tests.emulators",
        "--devices",
        str(tmp_path / "spec.json"),
        "--lab-out",
        str(lab_file),
    ]
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(len(PLATFORMS) + 1)]
        assert all(line.startswith("EMULATED ") for line in lines)
        lab, findings = read_lab(lab_file)
        assert lab is not None, findings
        words = (lab_file.parent / "credentials.env").read_text(encoding="utf-8").split()[1].split("=")
        secrets = SecretStore(environment={words[0]: words[1], "RADIUS_KEY": "Radius-Key-1"})
        targets = [
            Target(
                hostname=item["hostname"], site="oak", platform=item["platform"], stage=number, address="192.0.2.1",
                intended=intended(item["platform"]).replace("oak-dev1", item["hostname"]),
            )
            for number, item in enumerate(spec)
        ]  # fmt: skip
        verified = {item.hostname: Flag(True) for item in targets}
        plan, _ = make_plan(targets, lab=lab, secrets=secrets, verified=verified)
        report, _ = push(
            plan,
            journal=tmp_path / "j.db",
            backups=tmp_path / "backups",
            lab=lab,
            secrets=secrets,
            options=FAST,
        )
        assert report is not None
        assert [item.outcome for item in report.results] == [Outcome.OK] * len(PLATFORMS), report
        assert report.emulated
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)
        if process.stdout is not None:
            process.stdout.close()
    assert process.returncode == 0
