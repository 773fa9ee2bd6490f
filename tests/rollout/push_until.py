# ruff: noqa: T201 - its output is what the test waits for
"""A push as a process of its own, for the tests that kill it: stands still when a step is reached.

    python push_until.py PLAN LAB FOLDER STEP push|undo

It calls the same public functions as the command line. The journal has the step when it stands still.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from netgen.rollout import read_lab, read_plan
from netgen.rollout.device_push import PushOptions
from netgen.rollout.executor import push, undo
from netgen.rollout.results import Progress


def main() -> None:
    """Push; print every event; stand still at the step."""
    plan_path, lab_path, folder, stop_at, action = sys.argv[1:]
    plan, _ = read_plan(Path(plan_path))
    lab, _ = read_lab(Path(lab_path))
    assert plan is not None

    def watch(event: Progress) -> None:
        print(event.step, event.outcome, flush=True)
        if event.step == stop_at and not event.outcome:
            threading.Event().wait()

    options = PushOptions(commit=True, gate_wait_s=0.5, pause_s=0.2, patience_s=20.0)
    act = {"push": push, "undo": undo}[action]
    act(
        plan, journal=Path(folder) / "journal.db", backups=Path(folder) / "backups", lab=lab,
        options=options, progress=watch,
    )  # fmt: skip


if __name__ == "__main__":
    main()
