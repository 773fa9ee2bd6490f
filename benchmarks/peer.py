"""The peer: PyAVD in a virtual environment of its own, on fabrics with as many lines as a few schools.

The two do different work (PyAVD writes EOS switches; netgen writes firewalls, switches and access
points of several vendors), so the only figure compared is lines a second, and what each figure
contains is said beside it. PyAVD gets the kinder terms: its start-up is left out, it writes no file,
and its fabrics are small; netgen's figure is its whole command.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import msgspec
from measure import FailedRunError, run

#: Pinned, so that two runs measure the same peer.
REQUIREMENT = "pyavd==6.4.0"
#: Lines of one access switch of `peer_fabric.py`; only steers how many switches are asked for.
_LINES_A_SWITCH = 640
#: Access switches of a fabric: an average generated school.
_FABRIC_SIZE = 20
_FABRIC = Path(__file__).with_name("peer_fabric.py")


class Peer(msgspec.Struct, frozen=True):
    """What the peer did. `missing` says why there is no figure; it is empty when there is one."""

    requirement: str
    missing: str = ""
    version: str = ""
    devices: int = 0
    lines: int = 0
    seconds: float = 0.0
    peak_mib: float = 0.0
    steps: dict[str, float] = {}


def prepare_peer(folder: Path) -> str:
    """Make sure that the virtual environment `folder` has the peer; returns why it has not, or ""."""
    python = folder / "bin" / "python"
    stamp = folder / ".installed"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == REQUIREMENT:
        return ""
    steps = (
        [sys.executable, "-m", "venv", str(folder)],
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", REQUIREMENT],
    )
    for command in steps:
        try:
            run(command)
        except (FailedRunError, OSError, subprocess.SubprocessError) as error:
            return f"{REQUIREMENT} cannot be installed: {str(error).splitlines()[-1].strip()}"
    stamp.write_text(REQUIREMENT, encoding="utf-8")
    return ""


def measure_peer(folder: Path, lines: int) -> Peer:
    """PyAVD on small fabrics of about `lines` lines in all."""
    missing = prepare_peer(folder)
    if missing:
        return Peer(REQUIREMENT, missing=missing)
    fabrics, rest = divmod(max(1, lines // _LINES_A_SWITCH), _FABRIC_SIZE)
    leaves = [_FABRIC_SIZE] * fabrics + [rest] * bool(rest)
    try:
        done = run([str(folder / "bin" / "python"), "-B", str(_FABRIC), ",".join(map(str, leaves))])
        found = json.loads(done.output.splitlines()[-1])
    except (FailedRunError, ValueError, IndexError) as error:
        return Peer(REQUIREMENT, missing=f"PyAVD did not run: {str(error).splitlines()[-1].strip()}")
    return Peer(
        REQUIREMENT,
        version=found["version"],
        devices=found["devices"],
        lines=found["lines"],
        seconds=found["seconds"],
        peak_mib=done.peak_mib,
        steps=found["steps"],
    )
