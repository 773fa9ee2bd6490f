"""The `bench` fixture, and the checkout on the import path, since the emulators live in `tests`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.emulators.device import EmulatedDevice
from tests.emulators.fleet import Fleet
from tests.rollout.bench import PASSWORD, Bench, running

from netgen.rollout import read_lab


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Callable[..., Bench]]:
    """Make a bench: `bench(platform, ...)` or `bench(device, device, ...)`."""
    fleets: list[Fleet] = []

    def make(*devices: str | EmulatedDevice, **extra: object) -> Bench:
        made = [
            EmulatedDevice("oak-dev1", item, running(item), password=PASSWORD, **extra)  # type: ignore[arg-type]
            if isinstance(item, str)
            else item
            for item in devices
        ]
        fleet = Fleet(made, network=10 + os.getpid() % 200).__enter__()
        fleets.append(fleet)
        fleet.write_lab(tmp_path / "lab" / "lab.yaml")
        lab, findings = read_lab(tmp_path / "lab" / "lab.yaml")
        assert lab is not None, findings
        return Bench(fleet, tmp_path, lab)

    yield make
    for fleet in fleets:
        fleet.close()
