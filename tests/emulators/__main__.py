# ruff: noqa: T201 - it talks to whoever starts it
"""Runs emulated devices by hand until SIGTERM or Ctrl-C.

    python -m tests.emulators --devices spec.json --lab-out build/lab/lab.yaml

spec.json is a list of {"hostname", "platform", "running"} or {"hostname", "platform", "path"}, the
path relative to the spec. Optional per device: "minute_s", "reachable" (addresses that answer its
pings). Next to the lab file: ca.pem, known_hosts, and credentials.env to be sourced by a shell.
"""

from __future__ import annotations

import argparse
import json
import secrets
import signal
import sys
import threading
from pathlib import Path

from tests.emulators.device import EmulatedDevice
from tests.emulators.fleet import CREDENTIAL, Fleet

_PLATFORMS = ("arista_eos", "cisco_iosxe", "fortinet_fortios", "juniper_junos")


def _device(entry: dict[str, object], folder: Path, password: str) -> EmulatedDevice:
    text = (
        str(entry["running"])
        if "running" in entry
        else (folder / str(entry["path"])).read_text(encoding="utf-8")
    )
    if entry["platform"] not in _PLATFORMS:
        msg = f"{entry['hostname']}: no emulator for {entry['platform']}; there are {', '.join(_PLATFORMS)}"
        raise ValueError(msg)
    reachable = entry.get("reachable")
    return EmulatedDevice(
        hostname=str(entry["hostname"]),
        platform=str(entry["platform"]),
        running=text,
        password=password,
        minute_s=float(str(entry.get("minute_s", 60))),
        reachable=frozenset(str(item) for item in reachable) if isinstance(reachable, list) else frozenset(),
    )


def main() -> int:
    """Start, say what runs where, wait, stop."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.emulators", description="Emulated devices on loopback."
    )
    parser.add_argument("--devices", type=Path, required=True, help="JSON list of devices")
    parser.add_argument("--lab-out", type=Path, required=True, help="lab file to write")
    options = parser.parse_args()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    password = secrets.token_hex(12)
    try:
        entries = json.loads(options.devices.read_text(encoding="utf-8"))
        devices = [_device(entry, options.devices.parent, password) for entry in entries]
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"error: {options.devices}: {error}", file=sys.stderr)
        return 2
    with Fleet(devices) as fleet:
        fleet.write_lab(options.lab_out)
        environment = options.lab_out.with_name("credentials.env")
        environment.touch(mode=0o600)
        environment.write_text(f"export {CREDENTIAL}={password}\n", encoding="utf-8")
        for device in devices:
            print(f"EMULATED {device.platform:18} {device.hostname:24} {device.address}:{device.port}")
        print(f"EMULATED devices are ready: {options.lab_out}", flush=True)
        stop.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
