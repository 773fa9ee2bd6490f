"""Start, stop and look at a Batfish server on loopback.

The server has no authentication, so it is bound to 127.0.0.1 and nothing else. Only a server that
we started is ever stopped.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import msgspec

from netgen.batfish_server.local_home import (
    JAVA_NEEDED,
    LocalBatfish,
    batfish_home,
    find_local_batfish,
    has_server,
)
from netgen.batfish_server.state import (
    ServerState,
    command_line,
    forget_state,
    read_state,
    start_time,
    state_folder,
    write_state,
)
from netgen.diagnostics import Diagnostic, Severity

LOOPBACK = "127.0.0.1"
DEFAULT_PORT = 9996
MAIN_CLASS = "org.batfish.allinone.Main"
DOCKER_IMAGE = "batfish/allinone"
_POLL_S = 0.25
_STOP_S = 15.0


class ServerReport(msgspec.Struct, frozen=True):
    """How things stand on a port. `version` is "" when no server answers; `ours` if we may stop it."""

    port: int
    version: str = ""
    ours: bool = False
    message: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()


def server_version(port: int, timeout_s: float = 2.0) -> str:
    """The version of the server on a loopback port; "" when none answers."""
    try:
        with urllib.request.urlopen(f"http://{LOOPBACK}:{port}/v2/version", timeout=timeout_s) as answer:
            return str(json.loads(answer.read()).get("Batfish", "unknown"))
    except (OSError, urllib.error.URLError, ValueError):
        return ""


def status(port: int = DEFAULT_PORT) -> ServerReport:
    """Whether a server answers on a port, and whether it is ours."""
    version, ours = server_version(port), _is_ours(read_state(port))
    if version:
        whose = "started by netgen" if ours else "not started by netgen"
        return ServerReport(port, version, ours, f"Batfish {version} answers at {LOOPBACK}:{port} ({whose})")
    if ours:
        return ServerReport(
            port, "", ours, f"our Batfish server for port {port} runs and does not answer yet"
        )
    return ServerReport(port, "", ours, f"no Batfish server answers at {LOOPBACK}:{port}")


def start(port: int = DEFAULT_PORT, *, wait_s: float = 90.0, heap: str = "4g") -> ServerReport:
    """Start a server on a loopback port and wait until it answers. One that answers already is left alone."""
    now = status(port)
    if now.version:
        return now
    if _is_ours(read_state(port)):
        return _wait(port, wait_s)
    local = find_local_batfish()
    if local:
        problem = _start_process(local, port, heap)
    elif has_docker():
        problem = _start_container(port)
    else:
        problem = _nothing_to_start()
    if problem:
        return ServerReport(port, message=problem.message, diagnostics=(problem,))
    return _wait(port, wait_s)


def stop(port: int = DEFAULT_PORT) -> ServerReport:
    """Stop the server that we started on a port. Any other is left alone and said so."""
    state = read_state(port)
    if state is None or not _is_ours(state):
        forget_state(port)
        version = server_version(port)
        if version:
            message = f"the Batfish server on port {port} was not started by netgen and is left alone"
            warning = Diagnostic(
                "JDG912", message, severity=Severity.WARNING, help="stop it where it was started"
            )
            return ServerReport(port, version, ours=False, message=message, diagnostics=(warning,))
        return ServerReport(port, message=f"no Batfish server of ours runs on port {port}")
    if state.container:
        _run(["docker", "stop", state.container], 60.0)
    else:
        _end_process(state.pid)
    forget_state(port)
    return ServerReport(port, message=f"stopped the Batfish server on port {port}")


def _is_ours(state: ServerState | None) -> bool:
    """True if what we started still runs: the same process, not one that got its number later."""
    if state is None:
        return False
    if state.container:
        return (
            _run(["docker", "inspect", "-f", "{{.State.Running}}", state.container], 20.0).strip() == "true"
        )
    words = command_line(state.pid)
    return (
        MAIN_CLASS in words
        and f"-workv2port {state.port}" in words
        and start_time(state.pid) == state.started
    )


def java_command(local: LocalBatfish, port: int, work: Path, heap: str) -> list[str]:
    """The command of a server. Its coordinator splits its arguments at blanks and knows no quotes."""
    jars = os.pathsep.join(str(path) for path in (local.home / "*", local.home / "lib" / "*"))
    logging = local.home / "log4j2.yaml"
    coordinator = (
        f"-workbindhost {LOOPBACK} -workv2port {port} "
        f"-templatedirs {local.home / 'questions'} -containerslocation {work / 'containers'}"
    )
    return [
        str(local.java),
        f"-Xmx{heap}",
        "--enable-native-access=ALL-UNNAMED",
        f"-Djava.io.tmpdir={work / 'tmp'}",
        *([f"-Dlog4j2.configurationFile={logging}"] if logging.is_file() else []),
        "-cp",
        jars,
        MAIN_CLASS,
        "-runclient",
        "false",
        "-coordinatorargs",
        coordinator,
    ]


def _start_process(local: LocalBatfish, port: int, heap: str) -> Diagnostic | None:
    work = state_folder() / f"work-{port}"
    for path in (local.home, work):
        if any(character.isspace() for character in str(path)):
            return Diagnostic(
                "JDG911",
                f"Batfish cannot be started from `{path}`: its path has a blank",
                help="move it to a path without",
            )
    (work / "tmp").mkdir(parents=True, exist_ok=True)
    with (work / "server.log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603 - our own words, no shell
            java_command(local, port, work, heap),
            cwd=work,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    write_state(ServerState(port, pid=process.pid, started=start_time(process.pid)))
    return None


def has_docker() -> bool:
    """True if a Docker daemon answers."""
    try:
        done = subprocess.run(["docker", "info"], capture_output=True, timeout=20, check=False)  # noqa: S607 - found in PATH
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def docker_command(port: int) -> list[str]:
    """The command of a container whose server is reached on loopback alone."""
    return [
        "docker",
        "run",
        "--rm",
        "--detach",
        "--publish",
        f"{LOOPBACK}:{port}:{DEFAULT_PORT}",
        DOCKER_IMAGE,
    ]


def _start_container(port: int) -> Diagnostic | None:
    container = _run(docker_command(port), 600.0).strip()
    if not container:
        return Diagnostic(
            "JDG911", f"Docker did not start {DOCKER_IMAGE}", help="run `docker run` by hand to see why"
        )
    write_state(ServerState(port, container=container))
    return None


def _run(command: list[str], timeout_s: float) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=timeout_s, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""


def _nothing_to_start() -> Diagnostic:
    home = batfish_home()
    if has_server(home):
        return Diagnostic(
            "JDG911",
            f"Batfish in {home} needs Java {JAVA_NEEDED} or newer and none was found",
            help="install one, or name it with JAVA_HOME",
        )
    return Diagnostic(
        "JDG911",
        f"there is no Batfish in {home} and no Docker to run one",
        help="put its jars and questions/ there, name a folder with NETGEN_BATFISH_HOME, or start Docker",
    )


def _wait(port: int, wait_s: float) -> ServerReport:
    until = time.monotonic() + wait_s
    while time.monotonic() < until:
        if server_version(port):
            return status(port)
        if not _is_alive(read_state(port)):
            break
        time.sleep(_POLL_S)
    log = state_folder() / f"work-{port}" / "server.log"
    message = f"the Batfish server on port {port} did not come up"
    problem = Diagnostic("JDG911", message, help=f"read {log}")
    return ServerReport(port, message=message, diagnostics=(problem,))


def _is_alive(state: ServerState | None) -> bool:
    """True until what we started has ended. Its command line is no test yet: it comes with exec, after fork."""
    if state is None:
        return False
    if state.container:
        return _is_ours(state)
    _reap(state.pid)
    return start_time(state.pid) == state.started


def _end_process(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGTERM)
    except ProcessLookupError:
        return
    until = time.monotonic() + _STOP_S
    while time.monotonic() < until and command_line(pid):
        _reap(pid)
        time.sleep(_POLL_S)


def _reap(pid: int) -> None:
    """Collect the process where it is our own child, so that it does not stay as a zombie."""
    try:
        os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        return
