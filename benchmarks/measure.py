"""Run a command as its own process and measure it from outside: wall time, CPU time, peak memory.

The benchmark itself must stay small: Linux counts the memory of a process before `exec` in its peak,
so a fat parent would be charged to its child. Everything heavy therefore runs in a child.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec


class FailedRunError(RuntimeError):
    """A measured command did not do its work, so there is nothing to measure."""


class Run(msgspec.Struct, frozen=True):
    """One finished process. `peak_mib` is its largest process (workers are not added up)."""

    seconds: float
    cpu_seconds: float
    peak_mib: float
    output: str


def run(command: Sequence[str], *, folder: Path | None = None) -> Run:
    """Run a command to its end. FailedRunError with the end of its output if it exits non-zero."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, cwd=folder
    )
    if process.stdout is None:
        msg = "a process without the pipe that was asked for"
        raise FailedRunError(msg)
    output = process.stdout.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if process.returncode:
        tail = "\n".join(output.splitlines()[-6:])
        msg = f"`{' '.join(command)}` ended with {process.returncode}:\n{tail}"
        raise FailedRunError(msg)
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output)
