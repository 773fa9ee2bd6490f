# ruff: noqa: E501 - answers read better whole
"""An emulated Cisco IOS-XE switch behind SSH: a shell, SCP into flash, archive and configure replace.

Written from the commands that the NAPALM ios driver and netmiko send and the answers that they read.
"""

from __future__ import annotations

import asyncio
import difflib
import hashlib
import re
import threading
from typing import Any

import asyncssh

from tests.emulators.device import ConnectionDropped, EmulatedDevice

_FREE = 11353194496
#: End of text: what a banner is delimited by. Terminals show it as ^C.
_ETX = "\x03"
_BANNER_SHOWN = re.compile(r"(?ms)^banner \S+ \^C.*?\^C$")


class IosSwitch:
    """The command interpreter; files and configuration survive a connection."""

    def __init__(self, device: EmulatedDevice) -> None:
        """Work on the device's state."""
        self._device = device
        self.files: dict[str, str] = {}
        self._timer_minutes = 0
        self._user = ""

    @property
    def prompt(self) -> str:
        """The first twenty characters of the hostname; netmiko knows that."""
        found = re.search(r"(?m)^hostname (\S+)", self._device.running)
        return (found.group(1) if found else "Switch")[:20]

    def run(self, line: str, user: str) -> str:
        """The output of a command in privileged mode."""
        device = self._device
        with device.lock:
            device.tick()
            if line.startswith("show running-config"):
                return self._filtered(line, self._running())
            for pattern, handler in self._TABLE:
                found = re.fullmatch(pattern, line)
                if found:
                    self._user = user if "replace" in line else self._user
                    return str(handler(self, *found.groups()))
        return "                ^\n% Invalid input detected at '^' marker.\n"

    def configure(self, line: str) -> str:
        """One line typed in configuration mode; the drivers type only this one."""
        device = self._device
        with device.lock:
            lines = [item for item in device.running.splitlines() if item != "file prompt quiet"]
            if line == "file prompt quiet":
                lines.append(line)
            elif line != "no file prompt quiet":
                return "% Invalid input detected at '^' marker."
            device.running = "\n".join(lines) + "\n"
        return ""

    def _running(self) -> str:
        head = "Building configuration...\n\nCurrent configuration : {} bytes\n!\n! Last configuration change at 10:00:00 GMT\n!\n"
        text = self._device.running
        return head.format(len(text)) + "version 17.12\n" + text + "end\n"

    @staticmethod
    def _filtered(line: str, text: str) -> str:
        found = re.search(r"\| inc(?:lude)? (.+)$", line)
        if not found:
            return text
        return "\n".join(item for item in text.splitlines() if found.group(1) in item)

    def _nothing(self) -> str:
        return ""

    def _dir(self, name: str | None = None) -> str:
        if name and name not in self.files:
            return f"%Error opening flash:/{name} (No such file or directory)"
        names = [name] if name else sorted(self.files)
        rows = [
            f"{n:5}  -rw-  {len(self.files[item]):10}  Nov 22 2026 10:00:00 +00:00  {item}"
            for n, item in enumerate(names)
        ]
        return "\n".join(
            [
                f"Directory of flash:/{name or ''}",
                "",
                *rows,
                "",
                f"11353194496 bytes total ({_FREE} bytes free)",
            ]
        )

    def _md5(self, name: str) -> str:
        digest = hashlib.md5(self.files[name].encode(), usedforsecurity=False).hexdigest()
        return f".MD5 of flash:/{name} Done!\nverify /md5 (flash:/{name}) = {digest}"

    def _archive(self) -> str:
        if not re.search(r"(?m)^archive", self._device.running):
            return "Archive feature not enabled"
        return "The maximum archive configurations allowed is 10.\nThe next archive file will be named flash:archive-1"

    def _timer(self) -> str:
        if not self._device.is_pending:
            return "%No Rollback Confirmed Change pending"
        return (
            "Time configured(YYYY-MM-DD HH:MM:SS): 2026-11-22 10:00:00\nTimer type: absolute timer\n"
            f"Timer value: {self._timer_minutes} min\nUser: {self._user}"
        )

    def _differences(self, name: str) -> str:
        mine = [line for line in self._device.running.splitlines() if line.strip() != "!"]
        theirs = _as_printed(self.files[name])
        rows = [row for row in difflib.ndiff(mine, theirs) if row[0] in "+-"]
        shown = [row[0] + row[2:] for row in rows]
        return (
            "\n".join(["!Contextual Config Diffs:", *shown])
            if shown
            else "!Contextual Config Diffs:\n!No changes were found"
        )

    def _replace(self, name: str, minutes: str | None) -> str:
        device = self._device
        kept = _as_printed(self.files[name])
        if any(device.rejects(line) or "NETGEN_SECRET" in line for line in kept):
            return (
                "Failed to apply command\nAborting Rollback.\n"
                "Rollback failed; the original configuration has been successfully restored."
            )
        kept = [line for line in kept if not device.ignores(line)]
        if minutes:
            self._timer_minutes = int(minutes)
            device.arm(int(minutes) * 60)
        device.running = "\n".join(_hashed(line) for line in kept) + "\n"
        note = f"Rollback Confirmed Change: Rollback will begin in {minutes} minute(s).\n" if minutes else ""
        return f"{note}Total number of passes: 1\nRollback Done\n"

    def _confirm(self) -> str:
        if not self._device.is_pending:
            return "%No Rollback Confirmed Change pending"
        self._device.disarm()
        return ""

    def _revert(self) -> str:
        if not self._device.is_pending:
            return "%No Rollback Confirmed Change pending"
        self._device.revert()
        return "Total number of passes: 1\nRollback Done\n"

    def _save(self) -> str:
        self._device.startup = self._device.running
        self._device.saves += 1
        return "Building configuration...\n[OK]"

    def _copy_out(self, name: str) -> str:
        # A file holds the delimiter itself; only a terminal shows it as caret and C.
        self.files[name] = _BANNER_SHOWN.sub(
            lambda banner: banner[0].replace("^C", _ETX), self._device.running
        )
        return f"{len(self._device.running)} bytes copied in 0.1 secs"

    def _copy_null(self, name: str) -> str:
        self.files[name] = ""
        return "0 bytes copied"

    def _version(self) -> str:
        return (
            "Cisco IOS Software [Dublin], Catalyst L3 Switch Software (EMULATED), Version 17.12.2, RELEASE\n"
            f"{self.prompt} uptime is 1 day, 2 hours, 3 minutes\n"
            "cisco C9300-EMULATED (X86) processor with 1331521K/6147K bytes of memory.\n"
            f"Processor board ID {self._device.serial}\n"
        )

    def _brief(self) -> str:
        rows = [f"{name:22} unassigned      YES NVRAM  up   up" for name in self._device.interfaces()]
        return "\n".join(["Interface              IP-Address      OK? Method Status Protocol", *rows])

    def _interfaces(self) -> str:
        lines: list[str] = []
        for name, up in self._device.interfaces().items():
            state = "up" if up else "down"
            lines += [f"{name} is {state}, line protocol is {state} (connected)"]
            lines += ["  Hardware is Gigabit Ethernet, address is 0200.0000.0001 (bia 0200.0000.0001)"]
            lines += ["  MTU 1500 bytes, BW 1000000 Kbit/sec, DLY 10 usec,"]
        return "\n".join(lines)

    def _ping(self, target: str) -> str:
        got = 2 if target in self._device.reachable else 0
        rate = "Success rate is 100 percent (2/2), round-trip min/avg/max = 1/1/1 ms"
        return f"Sending 2, 100-byte ICMP Echos to {target}, timeout is 2 seconds:\n" + (
            rate if got else "..\nSuccess rate is 0 percent (0/2)"
        )

    _TABLE: tuple[tuple[str, Any], ...] = (
        (r"terminal (?:width|length) \d+", _nothing),
        (r"", _nothing),
        (r"dir(?: flash:/?)?", _dir),
        (r"dir flash:/(\S+)", _dir),
        (r"verify /md5 flash:/(\S+)", _md5),
        (r"show archive", _archive),
        (r"show archive config rollback timer", _timer),
        (r"show archive config differences system:/running-config flash:/(\S+)", _differences),
        (r"configure replace flash:/(\S+) force(?: revert trigger error)?(?: timer (\d+))?", _replace),
        (r"configure confirm", _confirm),
        (r"configure revert now", _revert),
        (r"write mem", _save),
        (r"copy running-config flash:/(\S+)", _copy_out),
        (r"copy null: flash:/(\S+)", _copy_null),
        (r"show version", _version),
        (r"show hosts", lambda _self: "Default domain is not set"),
        (r"show ip interface brief", _brief),
        (r"show interfaces", _interfaces),
        (r"ping (\S+) .*", _ping),
    )


def _as_printed(text: str) -> list[str]:
    """The lines of a configuration file as the switch prints them once they run; its own header is left out.

    The delimiter of a banner is one character: the first one after `banner login `. A caret and a C are
    two, so the banner then begins with a C and ends at the next caret.
    """
    lines: list[str] = []
    at = 0
    while at < len(text):
        banner = re.compile(r"banner (\S+) (.)").match(text, at)
        if banner:
            end = text.find(banner[2], banner.end())
            end = end if end >= 0 else len(text)
            lines += f"banner {banner[1]} ^C{text[banner.end() : end]}^C".split("\n")
            at = end
        stop = text.find("\n", at)
        stop = stop if stop >= 0 else len(text)
        line = text[at:stop]
        at = stop + 1
        if (
            not banner
            and line.strip()
            and not line.startswith("!")
            and line.strip() not in ("end", "version 17.12")
        ):
            lines.append(line)
    return lines


def _hashed(line: str) -> str:
    """A switch prints a hash where a clear secret was typed."""

    def hashed(found: re.Match[str]) -> str:
        value = hashlib.sha256(found.group(2).encode()).hexdigest()[:20]
        return f"secret 9 $9$emulated${value}" if found.group(1) == "secret" else f"key 7 {value}"

    return re.sub(r"\b(secret|key) (?![0-9] )(\S{4,})", hashed, line)


class _Login(asyncssh.SSHServer):
    def __init__(self, device: EmulatedDevice) -> None:
        self._device = device

    def begin_auth(self, username: str) -> bool:
        del username
        return True

    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, username: str, password: str) -> bool:
        device = self._device
        return not device.refuses_login and (username, password) == (device.username, device.password)


class Shells:
    """All emulated IOS devices of this process, on one event loop in one thread."""

    def __init__(self) -> None:
        """Start the loop."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._key = asyncssh.generate_private_key("ssh-ed25519")
        self._servers: list[Any] = []

    @property
    def host_key(self) -> str:
        """The public host key, as a known_hosts file has it."""
        return str(self._key.export_public_key().decode().rsplit(" ", 0)[0].strip())

    def start(self, device: EmulatedDevice, address: str, port: int) -> None:
        """Serve one device; it learns its port."""
        server = asyncio.run_coroutine_threadsafe(self._listen(device, address, port), self._loop).result(10)
        self._servers.append(server)
        device.address, device.port = address, server.sockets[0].getsockname()[1]

    async def _listen(self, device: EmulatedDevice, address: str, port: int) -> Any:
        switch = IosSwitch(device)

        async def handle(process: asyncssh.SSHServerProcess[bytes]) -> None:
            try:
                if process.command:
                    await _receive(process, switch)
                else:
                    await _talk(process, switch, device)
            except (ConnectionDropped, asyncssh.Error, ConnectionError, asyncio.IncompleteReadError):
                pass
            if process.command:
                process.exit(0)
            else:
                process.get_extra_info("connection").abort()

        return await asyncssh.listen(
            address,
            port,
            server_host_keys=[self._key],
            server_factory=lambda: _Login(device),
            process_factory=handle,
            encoding=None,
            line_editor=False,
            login_timeout=30,
        )

    def close(self) -> None:
        """Stop all servers and the loop."""

        async def stop() -> None:
            for server in self._servers:
                server.close()
            await asyncio.sleep(0)

        asyncio.run_coroutine_threadsafe(stop(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)


async def _talk(process: Any, switch: IosSwitch, device: EmulatedDevice) -> None:
    user = process.get_extra_info("username")
    mode = ""
    process.stdout.write(f"\r\n{switch.prompt}#".encode())
    while True:
        raw = await process.stdin.readuntil((b"\n", b"\r"))
        line = raw.decode(errors="replace").strip("\r\n\x00").strip()
        process.stdout.write(raw.rstrip(b"\r\n") + b"\r\n")
        if not mode and line == "exit":
            return
        output = ""
        if mode and line in ("end", "exit"):
            mode = ""
        elif mode:
            output = switch.configure(line)
        elif line.startswith("configure terminal"):
            mode = "(config)"
        else:
            await asyncio.to_thread(device.meet, line, "before") if line else None
            output = switch.run(line, user)
            await asyncio.to_thread(device.meet, line, "after") if line else None
        if output:
            process.stdout.write(output.rstrip("\n").replace("\n", "\r\n").encode() + b"\r\n")
        process.stdout.write(f"{switch.prompt}{mode}#".encode())


async def _receive(process: Any, switch: IosSwitch) -> None:
    """The receiving side of SCP for one file."""
    found = re.search(r"-t (?:flash:)?/?(\S+)$", process.command)
    if not found:
        return
    process.stdout.write(b"\0")
    header = (await process.stdin.readuntil(b"\n")).decode()
    size = int(header.split()[1])
    process.stdout.write(b"\0")
    data = await process.stdin.readexactly(size)
    await process.stdin.readexactly(1)
    switch.files[found.group(1).strip("'")] = data.decode()
    process.stdout.write(b"\0")
