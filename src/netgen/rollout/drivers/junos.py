"""Juniper Junos over NETCONF (SSH). The device commits its candidate for some minutes and rolls back by itself."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from jnpr.junos.exception import RpcError
from napalm import get_network_driver

from netgen.rollout.drivers.driver import Identity
from netgen.rollout.drivers.faults import guarded
from netgen.rollout.drivers.napalm_driver import TIMEOUT_S, NapalmDriver

_MINUTE_S = 60


class JunosDriver(NapalmDriver):
    """Adapter over the NAPALM junos driver."""

    napalm_name = "junos"

    def open(self) -> None:
        """Connect with a verified host key, which the NAPALM driver has no option for, and with the password alone."""
        hosts = self._access.known_hosts or str(Path("~/.ssh/known_hosts").expanduser())
        # Without a file of ours the person's own SSH configuration could lead to another host.
        with tempfile.NamedTemporaryFile("w", prefix="netgen-", suffix=".ssh_config") as settings:
            settings.write(f'Host *\n    UserKnownHostsFile "{hosts}"\n')
            settings.flush()
            with guarded(self._clean, opening=True):
                made = get_network_driver(self.napalm_name)(
                    hostname=self._access.host,
                    username=self._access.username,
                    password=self._password,
                    timeout=TIMEOUT_S,
                    optional_args={"port": self._access.port, "ssh_config_file": settings.name},
                )
                device = made.device
                device._hostkey_verify, device._allow_agent, device._look_for_keys = True, False, False  # noqa: SLF001 - the driver passes no such option on
                made.open()
                self._driver = made

    def identity(self) -> Identity:
        """One question; the driver's own facts ask a dozen."""
        with guarded(self._clean):
            found = self._napalm.device.rpc.get_system_information()
            return Identity(_text(found, "host-name"), _text(found, "serial-number"))

    def discard(self, session: str) -> None:
        """Drop what this connection staged under its lock: without a lock the candidate is somebody else's."""
        del session
        with guarded(self._clean):
            if self._napalm.locked:
                self._napalm.discard_config()

    def commit_timed(self, seconds: int) -> None:
        """The device counts whole minutes."""
        super().commit_timed(max(seconds // _MINUTE_S, 1) * _MINUTE_S)

    def undo(self) -> None:
        """The configuration before the pending one, committed: that also ends the timer."""
        with guarded(self._clean):
            self._napalm.rollback()

    def save(self) -> None:
        """A commit is what the device starts with."""

    def missing(self, kind: str, value: str) -> str:
        """Asks for the one interface."""
        if kind != "interface-up":
            return super().missing(kind, value)
        with guarded(self._clean):
            try:
                found = self._napalm.device.rpc.get_interface_information(interface_name=value, terse=True)
            except RpcError:
                return f"there is no interface {value}"
            return "" if _text(found, "oper-status") == "up" else f"interface {value} is down"


def _text(answer: Any, name: str) -> str:
    return str(answer.findtext(f".//{name}") or "").strip()
