"""Settings of the whole test run, and the Batfish server that its live tests share."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from netgen import batfish_server

settings.register_profile("ci", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def batfish_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A reachable server (NETGEN_BATFISH_PORT, 9996 by default), or one started for this run on loopback."""
    given = int(os.environ.get("NETGEN_BATFISH_PORT", str(batfish_server.DEFAULT_PORT)))
    if batfish_server.server_version(given):
        yield given
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = int(probe.getsockname()[1])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        report = batfish_server.start(free, heap="3g")
        if not report.version:
            pytest.skip(f"no Batfish server: {report.diagnostics[0].message}; {report.diagnostics[0].help}")
        yield free
        batfish_server.stop(free)
