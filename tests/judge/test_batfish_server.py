"""Starting and stopping a local Batfish: on loopback, and only ours."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from netgen.batfish_server import batfish_home, find_java, find_local_batfish, start, status, stop
from netgen.batfish_server.local_home import LocalBatfish, has_server, java_version
from netgen.batfish_server.server import docker_command, java_command
from netgen.batfish_server.state import ServerState, read_state, start_time, write_state


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def java_that_says(folder: Path, words: str) -> Path:
    path = folder / "java"
    path.write_text(f"#!/bin/sh\necho '{words}' >&2\n")
    path.chmod(0o755)
    return path


def test_the_home_is_named_or_in_the_cache() -> None:
    assert batfish_home({"NETGEN_BATFISH_HOME": "/opt/batfish"}) == Path("/opt/batfish")
    assert batfish_home({}) == Path.home() / ".cache" / "netgen" / "batfish"


def test_a_home_needs_jars_and_questions(tmp_path: Path) -> None:
    assert not has_server(tmp_path)
    (tmp_path / "questions").mkdir()
    assert not has_server(tmp_path)
    (tmp_path / "server.jar").touch()
    assert has_server(tmp_path)


@pytest.mark.parametrize(
    ("words", "version"),
    [
        ('openjdk version "21.0.4" 2024-07-16', 21),
        ('openjdk version "25" 2025-09-16', 25),
        ('java version "1.8.0_402"', 8),
        ("no such thing", 0),
    ],
)
def test_a_java_says_its_version(tmp_path: Path, words: str, version: int) -> None:
    assert java_version(java_that_says(tmp_path, words)) == version


def test_java_home_comes_before_path_and_an_old_one_is_passed_over(tmp_path: Path) -> None:
    old, new = tmp_path / "old" / "bin", tmp_path / "new"
    old.mkdir(parents=True)
    new.mkdir()
    java_that_says(old, 'openjdk version "17.0.1"')
    java = java_that_says(new, 'openjdk version "21.0.1"')
    assert find_java({"JAVA_HOME": str(tmp_path / "old"), "PATH": str(new)}) == java


def test_the_server_is_bound_to_loopback(tmp_path: Path) -> None:
    command = java_command(LocalBatfish(tmp_path, Path("/usr/bin/java")), 9123, tmp_path / "work", "1g")
    assert "-workbindhost 127.0.0.1 -workv2port 9123 " in command[-1]
    assert "127.0.0.1:9123:9996" in docker_command(9123)


def test_without_a_server_to_start_the_advice_is_plain(
    tmp_path: Path, free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETGEN_BATFISH_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    (problem,) = start(free_port).diagnostics
    assert problem.code == "JDG911"
    assert "NETGEN_BATFISH_HOME" in problem.help


def test_a_path_with_a_blank_is_refused_with_a_reason(
    tmp_path: Path, free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "my home"
    (home / "questions").mkdir(parents=True)
    (home / "server.jar").touch()
    java_that_says(tmp_path, 'openjdk version "21.0.1"')
    monkeypatch.setenv("NETGEN_BATFISH_HOME", str(home))
    monkeypatch.setenv("JAVA_HOME", "")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    (problem,) = start(free_port).diagnostics
    assert "blank" in problem.message


def test_a_process_that_is_not_ours_is_never_stopped(free_port: int) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as stranger:
        write_state(ServerState(free_port, pid=stranger.pid, started=start_time(stranger.pid)))
        report = stop(free_port)
        assert "no Batfish server of ours" in report.message
        assert stranger.poll() is None
        stranger.communicate(b"\n")
    assert read_state(free_port) is None


class _Version(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"Batfish": "0.0.1"}).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def foreign_port() -> Iterator[int]:
    """A server that answers as Batfish does and was started by someone else."""
    server = HTTPServer(("127.0.0.1", 0), _Version)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def test_a_server_of_someone_else_is_used_and_left_alone(foreign_port: int) -> None:
    assert start(foreign_port).version == "0.0.1"
    assert not status(foreign_port).ours
    report = stop(foreign_port)
    assert report.diagnostics[0].code == "JDG912"
    assert status(foreign_port).version == "0.0.1"


@pytest.mark.batfish
def test_a_local_server_starts_answers_and_stops(free_port: int) -> None:
    if find_local_batfish() is None:
        pytest.skip(
            "no local Batfish: NETGEN_BATFISH_HOME has no jars and questions/, or there is no Java 21"
        )
    try:
        report = start(free_port, heap="512m")
        assert report.version
        assert report.ours
        assert start(free_port).version == report.version
    finally:
        stop(free_port)
    assert status(free_port).version == ""
    assert read_state(free_port) is None
