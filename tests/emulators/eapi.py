# ruff: noqa: E501 - patterns and answers read better whole
"""An emulated Arista EOS switch behind eAPI: configuration sessions, commit timer, session diffs.

Written from the requests that the NAPALM eos driver sends and the answers that it reads. Pending
commits are reported in the form of EOS 4.32 and later.
"""

from __future__ import annotations

import base64
import difflib
import hashlib
import json
import re
from typing import Any

from tests.emulators.device import EmulatedDevice
from tests.emulators.web import Answer, as_json

_VERSION = "4.32.2F"
#: Lines that open a mode, by depth: eAPI sends no indent, so the grammar must know.
_OPENERS = re.compile(
    r"(interface |vlan \d|vrf instance |router |ip access-list |ipv6 access-list |management |class-map |policy-map "
    r"|route-map |mlag configuration|spanning-tree mst configuration|aaa group server |mac security$|dhcp server( vrf \S+)?$"
    r"|monitor session |monitor loop-protection$|daemon |event-handler |system l1$|qos profile |radius proxy|flow tracking |dot1x$"
    r"|address locking$)"
)
_INNER_OPENERS = re.compile(
    r"(address-family |ssl profile |vrf |class |tracker |exporter |profile |subnet |interface |(uc-|mc-)?tx-queue )"
)
_OF_DOT1X = re.compile(r"(aaa unresponsive |aaa accounting update |mac based |radius av-pair )")
_GLOBAL = re.compile(
    r"(hostname |ip route |ipv6 route |ip routing|no ip routing|ip name-server |dns domain (?!name )|username |no username |aaa auth|aaa acc"
    r"|ntp |snmp-server |logging (host|buffered|trap|console|source-interface)|spanning-tree mode|service |transceiver |clock "
    r"|radius-server |tacacs-server |sflow |no aaa root|ip virtual-router|lldp run|banner )"
)


class Rejected(Exception):  # noqa: N818 - an event
    """A command that the emulated switch refuses."""


class EosSwitch:
    """The command interpreter."""

    def __init__(self, device: EmulatedDevice) -> None:
        """Work on the device's state."""
        self._device = device
        self._sessions: dict[str, dict[str, Any]] = {}
        self._timed = ""
        device.on_revert = self._reverted

    def _reverted(self) -> None:
        self._sessions.pop(self._timed, None)
        self._timed = ""

    def answer(self, method: str, path: str, headers: Any, body: bytes) -> tuple[int, str, bytes]:
        """One HTTP request."""
        device = self._device
        wanted = base64.b64encode(f"{device.username}:{device.password}".encode()).decode()
        if device.refuses_login or headers.get("Authorization") != f"Basic {wanted}":
            return 401, "text/plain", b"Unauthorized"
        if method != "POST" or path != "/command-api":
            return 404, "text/plain", b"Not found"
        request = json.loads(body)
        params = request["params"]
        commands = params["cmds"]
        results: list[dict[str, Any]] = []
        mode: list[str] = []
        for number, command in enumerate(commands, 1):
            line = command if isinstance(command, str) else command["cmd"]
            text = "" if isinstance(command, str) else str(command.get("input") or "")
            device.meet(line, "before")
            try:
                with device.lock:
                    device.tick()
                    result = self._run(line.strip(), text, mode, as_text=params.get("format") == "text")
            except Rejected as error:
                message = f"CLI command {number} of {len(commands)} '{line}' failed: invalid command"
                data = [*results, {"errors": [str(error)]}]
                failure = {"code": 1002, "message": message, "data": data}
                return as_json(200, {"jsonrpc": "2.0", "id": request["id"], "error": failure})
            results.append(result)
            device.meet(line, "after")
        return as_json(200, {"jsonrpc": "2.0", "id": request["id"], "result": results})

    # -- commands -----------------------------------------------------------------------------

    def _run(self, line: str, text: str, mode: list[str], *, as_text: bool) -> dict[str, Any]:
        if mode:
            return self._configure(line, text, mode)
        entered = re.fullmatch(r"configure session (\S+)", line)
        if entered:
            name = entered.group(1)
            if self._sessions.get(name, {}).get("state") == "completed":
                raise Rejected(f"Cannot enter session {name} (already completed)")
            self._sessions.setdefault(name, {"state": "pending", "text": self._device.running})
            mode.append(name)
            return {}
        found = self._show(line)
        if found is None:
            found = self._act(line)
        if isinstance(found, str):
            return {"output": found}
        return {"output": json.dumps(found)} if as_text else found

    def _configure(self, line: str, text: str, mode: list[str]) -> dict[str, Any]:
        session = self._sessions[mode[0]]
        if line == "end":
            mode.clear()
            return {}
        if line == "rollback clean-config":
            session["text"] = ""
            return {}
        if line == "exit":
            if len(mode) == 1:
                raise Rejected("exit would leave the configuration session")
            mode.pop()
            return {}
        if self._device.rejects(line) or "NETGEN_SECRET" in line:
            raise Rejected("Invalid input (at token 0)")
        if self._device.ignores(line):
            return {}
        while len(mode) > 1 and not self._belongs(line, mode):
            mode.pop()
        body = line if not text else f"{line}\n{text}\nEOF"
        session["text"] += _hashed("   " * (len(mode) - 1) + body) + "\n"
        opens = _OPENERS.match(line) if len(mode) == 1 else _INNER_OPENERS.match(line)
        # `vrf X` opens a mode of a management block and is a plain setting of an interface.
        if opens and not (mode[-1].startswith("interface ") and line.startswith("vrf ")):
            mode.append(line)
        return {}

    @staticmethod
    def _belongs(line: str, mode: list[str]) -> bool:
        # A line that the mode knows is the mode's, whatever it would mean outside of it.
        if mode[-1] == "dot1x" and _OF_DOT1X.match(line):
            return True
        if _GLOBAL.match(line) or (mode[-1].startswith("class ") and line.startswith("class ")):
            return False
        # A VLAN inside of a routing process exists (`vlan 20` of EVPN): there it nests, wrongly for us.
        return not (_OPENERS.match(line) and not mode[-1].startswith("router "))

    def _act(self, line: str) -> dict[str, Any]:
        device = self._device
        timed = re.fullmatch(r"configure session (\S+) commit timer (\d+):(\d+):(\d+)", line)
        plain = re.fullmatch(r"configure session (\S+) (commit|abort)", line)
        if timed:
            name = timed.group(1)
            session = self._session(name)
            hours, minutes, seconds = (int(part) for part in timed.groups()[1:])
            device.arm(hours * 3600 + minutes * 60 + seconds)
            device.running = session["text"]
            session["state"], self._timed = "completed", name
        elif plain and plain.group(2) == "commit":
            if device.is_pending and plain.group(1) == self._timed:
                device.disarm()
                self._timed = ""
            else:
                session = self._session(plain.group(1))
                device.running, session["state"] = session["text"], "completed"
        elif plain:
            self._session(plain.group(1))
            if device.is_pending and plain.group(1) == self._timed:
                device.revert()
            self._sessions.pop(plain.group(1), None)
        elif line == "write memory":
            device.startup = device.running
            device.saves += 1
        elif line != "enable" and not line.startswith("copy startup-config flash:"):
            raise Rejected("Invalid input (at token 0)")
        return {}

    def _session(self, name: str) -> dict[str, Any]:
        if name not in self._sessions:
            raise Rejected(f"Session {name} does not exist")
        return self._sessions[name]

    def _show(self, line: str) -> dict[str, Any] | str | None:
        device = self._device
        if line == "show version":
            began = device._began
            return {
                "version": _VERSION, "internalVersion": f"{_VERSION}-emulated", "modelName": "EMULATED",
                "serialNumber": device.serial, "uptime": device.now() - began, "bootupTimestamp": began,
            }  # fmt: skip
        if line == "show hostname":
            return {"hostname": self._hostname(), "fqdn": self._hostname()}
        if line == "show interfaces":
            return {"interfaces": {name: _interface(up) for name, up in device.interfaces().items()}}
        if line.startswith("show configuration sessions"):
            shown = {name: {"state": item["state"]} for name, item in self._sessions.items()}
            answer: dict[str, Any] = {"sessions": shown, "maxSavedSessions": 1, "maxOpenSessions": 5}
            if device.is_pending:
                answer["commitTimerSessionName"] = self._timed
                answer["commitTimerExpireTime"] = device.pending_until - device._began
            return answer
        if line in ("show running-config", "show startup-config"):
            text = device.running if "running" in line else device.startup
            return (
                f"! Command: {line}\n! device: {self._hostname()} (EMULATED, EOS-{_VERSION})\n!\n{text}end\n"
            )
        diffs = re.fullmatch(r"show session-config named (\S+) diffs", line)
        if diffs:
            name = diffs.group(1)
            lines = difflib.unified_diff(
                device.running.splitlines(), self._session(name)["text"].splitlines(),
                "system:/running-config", f"session:/{name}-session-config", lineterm="", n=1,
            )  # fmt: skip
            return "\n".join(lines)
        ping = re.match(r"ping (\S+)", line)
        if ping:
            return _ping(ping.group(1), ping.group(1) in device.reachable)
        return None

    def _hostname(self) -> str:
        found = re.search(r"(?m)^hostname (\S+)", self._device.running)
        return found.group(1) if found else "localhost"


def _hashed(line: str) -> str:
    """A switch prints a hash where a clear secret was typed, and keys of SNMPv3 users with its engine."""

    def hashed(found: re.Match[str]) -> str:
        value = hashlib.sha256(found.group(2).encode()).hexdigest()[:20]
        return (
            f"{found.group(1)} sha512 $6$emulated${value}" if found.group(1) == "secret" else f"key 7 {value}"
        )

    user = re.match(r"(snmp-server user \S+ \S+ v3) auth (\S+) (\S+) priv (\S+) (\S+)$", line)
    if user:
        keys = [hashlib.sha256(word.encode()).hexdigest()[:40] for word in (user[3], user[5])]
        return f"{user[1]} localized f5717f020000000000 auth {user[2]} {keys[0]} priv {user[4]} {keys[1]}"
    return re.sub(r"\b(secret|key) (?:0 )?(?!sha512 |[057] |8a )(\S{4,})", hashed, line)


def _interface(up: bool) -> dict[str, Any]:
    return {
        "lineProtocolStatus": "up" if up else "down", "interfaceStatus": "connected" if up else "notconnect",
        "description": "", "mtu": 9214, "bandwidth": 1_000_000_000, "physicalAddress": "02:00:00:00:00:01",
    }  # fmt: skip


def _ping(target: str, reached: bool) -> str:
    lines = [f"PING {target} ({target}) 72(100) bytes of data."]
    if reached:
        lines += [f"80 bytes from {target}: icmp_seq={n} ttl=64 time=0.5 ms" for n in (1, 2)]
        lines += ["", "2 packets transmitted, 2 received, 0% packet loss, time 1ms"]
        lines += ["rtt min/avg/max/mdev = 0.5/0.5/0.5/0.0 ms"]
    else:
        lines += ["", "2 packets transmitted, 0 received, 100% packet loss, time 10ms"]
    return "\n".join(lines)


def make_answer(device: EmulatedDevice) -> Answer:
    """The request handler for a device."""
    return EosSwitch(device).answer
