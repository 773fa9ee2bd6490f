"""The machine and the versions a measurement was taken on: a number without them means nothing."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

import msgspec

PACKAGES = ("netgen", "jinja2", "markupsafe", "msgspec", "netaddr", "pydantic", "pyyaml", "rich", "typer")


class Machine(msgspec.Struct, frozen=True):
    """Where a benchmark ran. `load` is the 1-minute load average before: above 0.5, distrust the rest."""

    cpu: str
    cores: int
    memory_mib: int
    system: str
    python: str
    load: float
    versions: dict[str, str]


def this_machine() -> Machine:
    """Facts of the machine that runs this, as Linux tells them; "unknown" where it does not."""
    return Machine(
        cpu=_field("/proc/cpuinfo", "model name") or platform.processor() or "unknown",
        cores=len(os.sched_getaffinity(0)),
        memory_mib=int((_field("/proc/meminfo", "MemTotal") or "0 kB").split()[0]) // 1024,
        system=f"{platform.system()} {platform.release()}",
        python=f"{platform.python_implementation()} {platform.python_version()}",
        load=round(os.getloadavg()[0], 2),
        versions={name: version(name) for name in PACKAGES},
    )


def _field(path: str, key: str) -> str:
    file = Path(path)
    if not file.is_file():
        return ""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "")
