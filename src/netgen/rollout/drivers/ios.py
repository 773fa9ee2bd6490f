"""Cisco IOS-XE over SSH and SCP. The device archives, replaces, and reverts by its own timer."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from netgen.rollout.drivers.faults import guarded
from netgen.rollout.drivers.napalm_driver import NapalmDriver

#: The driver types this before file operations and takes it back when it closes.
_QUIET = "file prompt quiet"
_READ_TIMEOUT_S = 120


class IosDriver(NapalmDriver):
    """Adapter over the NAPALM ios driver."""

    napalm_name = "ios"

    def _options(self) -> dict[str, Any]:
        hosts = self._access.known_hosts
        return {
            "port": self._access.port,
            # Slow comparisons die at ten seconds otherwise.
            "read_timeout_override": _READ_TIMEOUT_S,
            "ssh_strict": True,
            "system_host_keys": not hosts,
            "alt_host_keys": bool(hosts),
            "alt_key_file": hosts,
            "use_keys": False,
            "allow_agent": False,
        }

    def open(self) -> None:
        """Connect; a device that hangs up is noticed at once."""
        super().open()
        _notice_hang_up(self._napalm.device)

    def running_config(self) -> str:
        """Also notes whether `file prompt quiet` is configured, so that the driver leaves it alone."""
        text = super().running_config()
        if _has_quiet(text) and not self._napalm.prompt_quiet_changed:
            self._napalm.auto_file_prompt = False
        return text

    def load(self, text: str, session: str) -> None:
        """Send the text by SCP from memory, so that its secrets reach no disk of ours."""
        del session
        with guarded(self._clean), _in_memory(text) as path:
            self._napalm.load_replace_candidate(filename=path)

    def commit_timed(self, seconds: int) -> None:
        """Replace the running configuration; the new one decides about `file prompt quiet`."""
        super().commit_timed(seconds)
        self._napalm.prompt_quiet_changed = False

    def undo(self) -> None:
        """`configure revert now`, without the save of the driver's rollback: nothing was saved since."""
        with guarded(self._clean):
            # No file is touched, so the driver need not type its `file prompt quiet` again.
            self._napalm.prompt_quiet_configured = True
            self._napalm._commit_handler("configure revert now")  # noqa: SLF001 - the driver offers no public way

    def tidy(self, before: str) -> None:
        """Take back the driver's own `file prompt quiet`, which came back with the old configuration."""
        with guarded(self._clean):
            self._napalm.prompt_quiet_changed = False
            if not _has_quiet(before) and _has_quiet(super().running_config()):
                self._napalm.device.send_config_set([f"no {_QUIET}"])

    def save(self) -> None:
        """`write mem`."""
        with guarded(self._clean):
            self._napalm.device.save_config()


def _has_quiet(text: str) -> bool:
    return any(line.strip() == _QUIET for line in text.splitlines())


def _notice_hang_up(connection: Any) -> None:
    """Make netmiko raise when the device has closed the channel; it would wait for its read timeout."""
    channel = connection.channel
    read = channel.read_buffer

    def read_buffer() -> str:
        text = str(read())
        if not text and channel.remote_conn.closed:
            message = "the device has closed the connection"
            raise EOFError(message)
        return text

    channel.read_buffer = read_buffer


@contextmanager
def _in_memory(text: str) -> Iterator[str]:
    """A path that holds the text for as long as the block runs."""
    data = text.encode()
    if hasattr(os, "memfd_create"):
        number = os.memfd_create("candidate")
        try:
            with os.fdopen(os.dup(number), "wb") as file:
                file.write(data)
            yield f"/proc/self/fd/{number}"
        finally:
            os.close(number)
        return
    # Not Linux: a file for this user alone, in a folder for this user alone.
    with tempfile.TemporaryDirectory(prefix="netgen-") as folder:
        path = str(Path(folder) / "candidate")
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
        yield path
