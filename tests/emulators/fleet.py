"""Starts emulated devices together and writes what a client needs: lab file, authority, host keys."""

from __future__ import annotations

import json
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.emulators import eapi, fortios_rest, web
from tests.emulators.certificates import Authority
from tests.emulators.device import EmulatedDevice
from tests.emulators.ios_shell import Shells
from tests.emulators.netconf import Netconf

#: The environment variable that a client finds the devices' password or token in.
CREDENTIAL = "NETGEN_EMULATED_CREDENTIAL"

#: What is reached by SSH, and the servers that answer there.
_SSH: dict[str, type[Shells | Netconf]] = {"cisco_iosxe": Shells, "juniper_junos": Netconf}


class Fleet:
    """Devices on loopback, each with an address of its own. Use it as a context manager."""

    def __init__(self, devices: list[EmulatedDevice], *, network: int = 10) -> None:
        """`network` is the second octet of the addresses, so that fleets can run side by side."""
        self.devices = {device.hostname: device for device in devices}
        self._network = network
        self._authority = Authority()
        self._ssh: dict[str, Shells | Netconf] = {}
        self._web: list[web._Server] = []

    def __enter__(self) -> Self:
        for number, device in enumerate(self.devices.values(), 1):
            address = f"127.{self._network}.{number // 250}.{number % 250 + 1}"
            if device.platform in _SSH:
                if device.platform not in self._ssh:
                    self._ssh[device.platform] = _SSH[device.platform]()
                self._ssh[device.platform].start(device, address, 0)
                continue
            makers = {"arista_eos": eapi.make_answer, "fortinet_fortios": fortios_rest.make_answer}
            answer = makers[device.platform](device)
            self._web.append(web.serve(device, self._authority.context(address), address, 0, answer))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop all servers."""
        for device in self.devices.values():
            for fault in device.faults:
                fault.release.set()
        for server in self._web:
            server.shutdown()
            server.server_close()
        for servers in self._ssh.values():
            servers.close()
        self._web, self._ssh = [], {}

    def write_lab(self, path: Path) -> None:
        """Write the lab file, with `ca.pem` and `known_hosts` next to it."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._authority.write(path.with_name("ca.pem"))
        hosts = ""
        for device in self.devices.values():
            if device.platform in _SSH:
                hosts += f"[{device.address}]:{device.port} {self._ssh[device.platform].host_key}\n"
        path.with_name("known_hosts").write_text(hosts, encoding="utf-8")
        entries = {}
        for device in self.devices.values():
            trust = {"known_hosts": "known_hosts"} if device.platform in _SSH else {"ca": "ca.pem"}
            entries[device.hostname] = {
                "host": device.address, "port": device.port, "username": device.username,
                "credential": f"secret://env/{CREDENTIAL}", **trust,
            }  # fmt: skip
        # JSON is YAML, so no writer of YAML is needed.
        text = json.dumps({"emulated": True, "devices": entries}, indent=2)
        path.write_text(
            f"# Written by the emulated devices; they are not real ones.\n{text}\n", encoding="utf-8"
        )
