"""What we started and may therefore stop: one small file in the user's state folder."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec


class ServerState(msgspec.Struct, frozen=True):
    """A server of ours. `container` is "" for a process; `started` is the pid's start time, 0 unknown."""

    port: int
    pid: int = 0
    started: int = 0
    container: str = ""


def state_folder() -> Path:
    """Below XDG_STATE_HOME, or ~/.local/state."""
    base = os.environ.get("XDG_STATE_HOME")
    return (Path(base) if base else Path.home() / ".local" / "state") / "netgen" / "batfish"


def _file(port: int) -> Path:
    return state_folder() / f"server-{port}.json"


def read_state(port: int) -> ServerState | None:
    """The server we started on a port; None when there is none or the file cannot be understood."""
    try:
        return msgspec.json.decode(_file(port).read_bytes(), type=ServerState)
    except (OSError, msgspec.DecodeError):
        return None


def write_state(state: ServerState) -> None:
    """Remember a server."""
    state_folder().mkdir(parents=True, exist_ok=True)
    _file(state.port).write_bytes(msgspec.json.encode(state))


def forget_state(port: int) -> None:
    """Forget a server."""
    _file(port).unlink(missing_ok=True)


def start_time(pid: int) -> int:
    """When a process started, in kernel ticks, so that a reused pid is not taken for ours; 0 unknown."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
        return int(text.rpartition(")")[2].split()[19])
    except (OSError, ValueError, IndexError):
        return 0


def command_line(pid: int) -> str:
    """The command of a process; "" when there is none."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""
