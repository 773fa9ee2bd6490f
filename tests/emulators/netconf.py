"""An emulated Junos device behind NETCONF: candidate, lock, override, commit confirmed, rollback.

Written from the requests that the NAPALM junos driver and PyEZ send and the answers that they read. Messages
end in `]]>]]>` (RFC 4742), as Junos frames them by default.
"""

from __future__ import annotations

import asyncio
import difflib
import hashlib
import re
import threading
from typing import Any
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import asyncssh

from tests.emulators.device import ConnectionDropped, EmulatedDevice

_END = b"]]>]]>"
_HELLO = (
    '<hello xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"><capabilities>'
    "<capability>urn:ietf:params:netconf:base:1.0</capability>"
    "<capability>http://xml.juniper.net/netconf/junos/1.0</capability>"
    "</capabilities><session-id>1</session-id></hello>"
)
_JUNOS = 'xmlns:junos="http://xml.juniper.net/junos/23.4R1/junos"'
_SECRET = re.compile(
    r"(?m)^(.*\b(?:secret|ascii-text|encrypted-password|authentication-password|privacy-password|value)) "
    r'"(?!\$[69]\$)([^"]+)";$'
)


class Refused(Exception):  # noqa: N818 - an event
    """A request that the emulated device answers by an error."""


class JunosBox:
    """The configuration database and its one candidate."""

    def __init__(self, device: EmulatedDevice) -> None:
        """Work on the device's state."""
        self._device = device
        self.candidate = device.running
        self.owner: object | None = None
        self._minutes = 0
        device.on_revert = self._reverted

    def _reverted(self) -> None:
        self.candidate = self._device.running

    def leave(self, session: object) -> None:
        """A session that ends gives up its lock and what it had staged."""
        if self.owner is session:
            self.owner, self.candidate = None, self._device.running

    def answer(self, request: ET.Element, session: object) -> str:
        """The content of a reply."""
        device = self._device
        command = _command(request)
        device.meet(command, "before")
        with device.lock:
            device.tick()
            try:
                found = self._run(request, session)
            except Refused as error:
                found = (
                    "<rpc-error><error-type>protocol</error-type><error-tag>operation-failed</error-tag>"
                    f"<error-severity>error</error-severity><error-message>{escape(str(error))}</error-message></rpc-error>"
                )
        device.meet(command, "after")
        return found

    def _run(self, request: ET.Element, session: object) -> str:
        handlers: dict[str, Any] = {
            "load-configuration": self._load,
            "commit-configuration": self._commit,
            "get-configuration": self._show,
            "get-config": self._show,
            "get-interface-information": self._interface,
        }
        word = request.tag
        if word == "lock-configuration":
            if self.owner not in (None, session):
                raise Refused("configuration database locked by: somebody terminal p0")
            self.owner = session
            return "<ok/>"
        if word == "unlock-configuration":
            self.leave(session)
            return "<ok/>"
        if word in handlers:
            return str(handlers[word](request))
        facts = {
            "get-system-information": (
                "<system-information><hardware-model>emulated</hardware-model><os-name>junos</os-name>"
                f"<serial-number>{self._device.serial}</serial-number><host-name>{self._hostname()}</host-name>"
                "</system-information>"
            ),
            "get-commit-revision-information": self._revision(),
            "get-system-uptime-information": (
                "<system-uptime-information><current-time>"
                f'<date-time junos:seconds="{int(self._device.now())}">now</date-time></current-time>'
                "</system-uptime-information>"
            ),
        }
        if word not in facts:
            raise Refused("syntax error")
        return facts[word]

    def _load(self, request: ET.Element) -> str:
        if request.get("rollback") is not None:
            before = self._device._before or self._device.running
            self.candidate = self._device.running if request.get("rollback") == "0" else before
            return "<load-configuration-results><ok/></load-configuration-results>"
        if (request.get("action"), request.get("format")) != ("override", "text"):
            raise Refused("only an override by text is emulated")
        lines = [line.rstrip() for line in (request.findtext("configuration-text") or "").splitlines()]
        kept: list[str] = []
        for line in lines:
            if not line.strip() or line.lstrip().startswith("##") or re.match(r"version \d", line):
                continue
            if self._device.rejects(line) or "NETGEN_SECRET" in line:
                raise Refused("syntax error")
            if not self._device.ignores(line):
                kept.append(line.removesuffix(" ## SECRET-DATA"))
        if not kept or kept[0].split(" ")[0] in ("set", "delete"):
            raise Refused("syntax error, expecting a statement")
        if sum(line.endswith("{") for line in kept) != sum(line.strip() == "}" for line in kept):
            raise Refused("missing closing brace")
        self.candidate = _SECRET.sub(_encoded, "\n".join(kept) + "\n")
        return "<load-configuration-results><ok/></load-configuration-results>"

    def _commit(self, request: ET.Element) -> str:
        device = self._device
        if "root-authentication {" not in self.candidate:
            raise Refused("Missing mandatory statement: 'root-authentication'")
        if request.find("confirmed") is not None:
            self._minutes = int(request.findtext("confirm-timeout") or "10")
            device.arm(self._minutes * 60)
            device.running = self.candidate
        else:
            device.disarm()
            device.running = device.startup = self.candidate
            device.saves += 1
        return "<ok/>"

    def _revision(self) -> str:
        pending = self._device.is_pending
        comment = f"<comment>commit confirmed, rollback in {self._minutes}mins</comment>" if pending else ""
        seconds = int(self._device.pending_until - self._minutes * 60) if pending else int(self._device.now())
        return (
            "<commit-revision-information><revision>re0-1-1</revision>"
            f'<date-time junos:seconds="{seconds}">then</date-time>{comment}</commit-revision-information>'
        )

    def _show(self, request: ET.Element) -> str:
        if request.get("compare") == "rollback":
            lines = difflib.unified_diff(
                self._device.running.splitlines(), self.candidate.splitlines(), lineterm="", n=1
            )
            text = "\n".join(list(lines)[2:])
            return (
                "<configuration-information><configuration-output>"
                f"{escape(text)}</configuration-output></configuration-information>"
            )
        head = "\n## Last commit: 2026-11-22 10:00:00 UTC by netgen\nversion 23.4R1.9;\n"
        marked = re.sub(r'(?m)( "\$[69]\$[^"]*";)$', r"\1 ## SECRET-DATA", self._device.running)
        return f"<configuration-text>{escape(head + marked)}</configuration-text>"

    def _interface(self, request: ET.Element) -> str:
        name = request.findtext("interface-name") or ""
        present = re.findall(r"(?ms)^interfaces \{\n(.*?)^\}", self._device.running)
        names = re.findall(r"(?m)^    (\S+) \{", present[0]) if present else []
        if name not in names:
            raise Refused(f"device {name} not found")
        down: set[str] = set()
        for fault in self._device.faults:
            if fault.kind == "interfaces-down" and self._device.running != self._device.original:
                down |= set(fault.names)
        state = "down" if name in down else "up"
        return (
            f"<interface-information><physical-interface><name>\n{name}\n</name><admin-status>up</admin-status>"
            f"<oper-status>\n{state}\n</oper-status></physical-interface></interface-information>"
        )

    def _hostname(self) -> str:
        found = re.search(r"(?m)^    host-name (\S+);", self._device.running)
        return found.group(1) if found else ""


def _command(request: ET.Element) -> str:
    """A request in words: `commit-configuration confirmed 5`, `load-configuration override`."""
    words = [request.tag, *(request.get(name) or "" for name in ("action", "compare", "rollback"))]
    if request.find("confirmed") is not None:
        words += ["confirmed", request.findtext("confirm-timeout") or ""]
    return " ".join(word for word in words if word)


def _encoded(found: re.Match[str]) -> str:
    """A device encodes a clear secret; a password for SNMPv3 becomes a key."""
    value = hashlib.sha256(found.group(2).encode()).hexdigest()[:20]
    words = re.sub(r"(authentication|privacy)-password$", r"\1-key", found.group(1))
    return f'{words} "{"$6$" if words.endswith("encrypted-password") else "$9$"}{value}";'


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


class Netconf:
    """All emulated Junos devices of this process, on one event loop in one thread."""

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
        box = JunosBox(device)

        async def handle(process: asyncssh.SSHServerProcess[bytes]) -> None:
            session = object()
            try:
                if process.subsystem == "netconf":
                    await _talk(process, box, session)
            except (ConnectionDropped, asyncssh.Error, ConnectionError, asyncio.IncompleteReadError):
                pass
            box.leave(session)
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


async def _talk(process: Any, box: JunosBox, session: object) -> None:
    process.stdout.write(_HELLO.encode() + _END)
    while True:
        raw = await process.stdin.readuntil(_END)
        message = ET.fromstring(_plain(raw[: -len(_END)].decode()))
        if message.tag != "rpc":
            continue
        request = message[0]
        number = escape(message.get("message-id") or "")
        body = (
            "<ok/>"
            if request.tag == "close-session"
            else await asyncio.to_thread(box.answer, request, session)
        )
        reply = (
            f'<rpc-reply xmlns="urn:ietf:params:xml:ns:netconf:base:1.0" {_JUNOS} message-id="{number}">'
            f"{body}</rpc-reply>"
        )
        process.stdout.write(reply.encode() + _END)
        if request.tag == "close-session":
            return


def _plain(text: str) -> str:
    """The message without name spaces, which say nothing here."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    text = re.sub(r'\sxmlns(:\w+)?="[^"]*"', "", text)
    return re.sub(r"(</?)\w+:", r"\1", text)
