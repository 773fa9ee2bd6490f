"""Settings of the whole test run, and the Batfish server that its live tests share."""

from __future__ import annotations

import contextlib
import fcntl
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from netgen import batfish_server

settings.register_profile("ci", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def batfish_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A reachable server (NETGEN_BATFISH_PORT, 9996 by default), or one started for this run on loopback.

    The workers of a run share it: the first that needs one starts it, the last that is done stops it.
    """
    given = int(os.environ.get("NETGEN_BATFISH_PORT", str(batfish_server.DEFAULT_PORT)))
    if batfish_server.server_version(given):
        yield given
        return
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    port = _join(shared)
    yield port
    _leave(shared, port)


def _join(shared: Path) -> int:
    """The port of the run's server, counting one more user; a skip where none starts."""
    with _alone(shared) as note:
        port, users = _read(note)
        if not users:
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                port = int(probe.getsockname()[1])
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("XDG_STATE_HOME", str(shared / "state"))
                report = batfish_server.start(port, heap="3g")
            if not report.version:
                pytest.skip(
                    f"no Batfish server: {report.diagnostics[0].message}; {report.diagnostics[0].help}"
                )
        note.write_text(f"{port} {users + 1}")
        return port


def _leave(shared: Path, port: int) -> None:
    with _alone(shared) as note:
        _, users = _read(note)
        note.write_text(f"{port} {users - 1}")
        if users == 1:
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("XDG_STATE_HOME", str(shared / "state"))
                batfish_server.stop(port)


@contextlib.contextmanager
def _alone(shared: Path) -> Iterator[Path]:
    """The note of port and users, while no other worker reads or writes it."""
    with (shared / "batfish.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield shared / "batfish.note"


def _read(note: Path) -> tuple[int, int]:
    """Port and number of users; no users without a note."""
    port, users = note.read_text().split() if note.exists() else ("0", "0")
    return int(port), int(users)
