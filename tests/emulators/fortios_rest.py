"""An emulated FortiGate behind its REST API: scripts, revisions, and the one-time restore of a stitch.

Written from the requests that napalm-fortigate sends and the answers that it reads. Secrets are
printed as `ENC` with a new salt each time, as a real unit does.
"""

from __future__ import annotations

import base64
import json
import os
import re
import time
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.emulators.device import EmulatedDevice
from tests.emulators.web import Answer, as_json

_UTC_OFFSET_S = 3600
_SECRETS = ("password", "psksecret", "passphrase", "secret", "key", "passwd")
#: Fields that are printed as `unset` when they are emptied: those whose default is not empty, and the bounds of a
#: prefix list's rule (`unset ge`, `unset le` in published configurations of units with BGP).
_EMPTIED = ("options", "icmpcode", "icmptype", "ge", "le")
_WORDS = re.compile(r'"(?:\\.|[^"\\])*"|\S+')


class CliError(Exception):
    """A command that the emulated unit refuses; what ran before it stays."""


class Node:
    """A table, an object or a row: fields, and named children in order."""

    def __init__(self) -> None:
        """Start empty."""
        self.fields: dict[str, str] = {}
        self.tables: dict[str, Node] = {}
        self.rows: dict[str, Node] = {}

    def show(self, indent: int = 0) -> list[str]:
        """Lines as a backup has them."""
        pad = "    " * indent
        lines = [
            f"{pad}set {name} {_shown(name, value)}" if value else f"{pad}unset {name}"
            for name, value in self.fields.items()
        ]
        for name, table in self.tables.items():
            inner = table.show(indent + 1)
            if inner:
                lines += [f"{pad}config {name}", *inner, f"{pad}end"]
        for key, row in self.rows.items():
            quoted = key if key.isdigit() else f'"{key}"'
            lines += [f"{pad}edit {quoted}", *row.show(indent + 1), f"{pad}next"]
        return lines


def _shown(name: str, value: str) -> str:
    if name not in _SECRETS:
        return value
    return "ENC " + base64.b64encode(os.urandom(6) + value.encode()).decode()


def _stored(name: str, value: str) -> str:
    if name in _SECRETS and value.startswith("ENC "):
        return base64.b64decode(value[4:])[6:].decode()
    return value


def run_script(root: Node, script: str, device: EmulatedDevice) -> None:
    """Run lines one after the other; CliError at the first that is refused."""
    stack: list[tuple[str, Node]] = [("root", root)]
    for line in script.splitlines():
        words = _WORDS.findall(line)
        if not words or words[0].startswith("#"):
            continue
        if device.rejects(line) or "NETGEN_" in line:
            raise CliError(f"command parse error before '{words[-1][:8]}'\nCommand fail. Return code -61")
        if device.ignores(line):
            continue
        verb, plain = words[0], [word.strip('"') for word in words[1:]]
        kind, node = stack[-1]
        try:
            if verb == "config":
                # The words are kept as they were typed: a key among them needs its quotes.
                stack.append(("config", node.tables.setdefault(" ".join(words[1:]), Node())))
            elif verb == "edit" and kind == "config":
                stack.append(("edit", node.rows.setdefault(plain[0], Node())))
            elif verb == "set":
                zones = root.tables.get("system zone", Node()).rows
                if node in zones.values() and words[1] == "interface" and _taken(zones, node, words[2:]):
                    raise CliError(f"interface is in another zone already at '{line.strip()}'")
                if words[1] == "interface" and _is_member(root, node, words[2]):
                    raise CliError(f"interface is another member of SD-WAN already at '{line.strip()}'")
                node.fields[words[1]] = _stored(words[1], " ".join(words[2:]))
            elif verb == "unset" and words[1] in _EMPTIED:
                node.fields[words[1]] = ""
            elif verb == "unset":
                node.fields.pop(words[1], None)
            elif verb == "delete":
                if _in_use(root, stack[-1][1], plain[0]) or _steers(stack, plain[0]):
                    raise CliError(f"The entry is used by other entries: '{plain[0]}'")
                del node.rows[plain[0]]
            elif verb == "move":
                row = node.rows.pop(plain[0])
                order = list(node.rows)
                order.insert(order.index(plain[2]) + (plain[1] == "after"), plain[0])
                node.rows = {key: row if key == plain[0] else node.rows[key] for key in order}
            elif (verb, kind) in (("next", "edit"), ("end", "config")):
                stack.pop()
            else:
                raise CliError(f"Unknown action 0 at '{verb}'")
        except (KeyError, ValueError, IndexError) as error:
            raise CliError(f"entry not found in datasource at '{line.strip()}'") from error


#: Tables whose fields name rows of other tables.
_REFERRING = (
    "firewall policy", "firewall local-in-policy", "firewall addrgrp", "firewall service group", "router static",
)  # fmt: skip


def _in_use(root: Node, table: Node, key: str) -> bool:
    """True if a row of another table names this one: a unit does not delete such a row."""
    others = [
        root.tables[name] for name in _REFERRING if name in root.tables and root.tables[name] is not table
    ]
    values = [
        value
        for other in others
        for row in other.rows.values()
        for name, value in row.fields.items()
        if name != "name"
    ]
    return any(f'"{key}"' in _WORDS.findall(value) for value in values)


#: Tables of `system sdwan`: table and the fields, in rows of others, that name its rows.
_STEERED = {
    "members": (("service", "priority-members"), ("health-check", "members")),
    "health-check": (("service", "health-check"),),
}


def _steers(stack: list[tuple[str, Node]], key: str) -> bool:
    """True if a rule or measurement of SD-WAN names the row that is to be deleted."""
    if len(stack) < 3:
        return False
    section, table = stack[-2][1], stack[-1][1]
    kind = next((name for name, each in section.tables.items() if each is table), "")
    return any(
        key in (word.strip('"') for word in row.fields.get(field, "").split())
        for other, field in _STEERED.get(kind, ())
        for row in section.tables.get(other, Node()).rows.values()
    )


def _is_member(root: Node, mine: Node, name: str) -> bool:
    """True if a row is a member of SD-WAN and another one has the interface already."""
    section = root.tables.get("system sdwan", Node())
    rows = list(section.tables.get("members", Node()).rows.values())
    return any(row is mine for row in rows) and any(
        row.fields.get("interface") == name for row in rows if row is not mine
    )


def _taken(zones: dict[str, Node], mine: Node, names: list[str]) -> bool:
    """True if another zone has one of the interfaces."""
    others = [_WORDS.findall(zone.fields.get("interface", "")) for zone in zones.values() if zone is not mine]
    return any(name in other for other in others for name in names)


class FortiGate:
    """The REST endpoints."""

    def __init__(self, device: EmulatedDevice) -> None:
        """Load the device's text."""
        self._device = device
        self._root = Node()
        run_script(self._root, device.running, device)
        self._revisions: dict[int, tuple[str, str]] = {}
        self._automation: dict[str, dict[str, dict[str, Any]]] = {}
        self._publish()
        device.original = device.running

    def _publish(self) -> None:
        self._device.running = "\n".join(self._root.show()) + "\n"

    def _due(self, name: str) -> int:
        trigger = self._automation.get("automation-trigger", {}).get(name)
        if trigger is None:
            return 0
        local = datetime.strptime(trigger["trigger-datetime"], "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
        return int(local.timestamp()) - _UTC_OFFSET_S

    def tick(self) -> None:
        """Run a scheduled restore whose time has come."""
        for name in list(self._automation.get("automation-stitch", {})):
            script = str(self._automation["automation-action"][name].get("script", ""))
            found = re.fullmatch(r"execute restore config flash (\d+)", script.strip())
            if found and self._device.now() >= self._due(name):
                self._restore(int(found.group(1)))

    def _restore(self, revision: int) -> None:
        self._root = Node()
        run_script(self._root, self._revisions[revision][1], self._device)
        self._automation.clear()
        self._publish()
        self._device.down_until = time.time() + self._device.reboot_s

    def answer(self, method: str, path: str, headers: Any, body: bytes) -> tuple[int, str, bytes]:
        """One HTTP request."""
        device = self._device
        if device.refuses_login or headers.get("Authorization") != f"Bearer {device.password}":
            return as_json(401, {"status": "error", "http_status": 401})
        place = unquote(urlsplit(path).path).removeprefix("/api/v2/").strip("/")
        device.meet(f"{method} {place}", "before")
        with device.lock:
            self.tick()
            answer = self._route(method, place, json.loads(body) if body else {})
        device.meet(f"{method} {place}", "after")
        return answer

    def _ok(self, results: object) -> tuple[int, str, bytes]:
        return as_json(
            200, {"status": "success", "serial": self._device.serial, "version": "v7.4.7", "results": results}
        )

    def _route(self, method: str, place: str, body: dict[str, Any]) -> tuple[int, str, bytes]:
        if place.startswith("cmdb/system/automation-"):
            return self._automate(method, place.removeprefix("cmdb/system/"), body)
        if method == "POST":
            return self._act(place, body)
        if place == "monitor/system/config/backup":
            text = f"#config-version=FGVM64-7.4.7-EMULATED:opmode=0:vdom=0\n#conf_file_ver={os.urandom(8).hex()}\n"
            return 200, "application/octet-stream", (text + self._text()).encode()
        results = self._read(place)
        if results is None:
            return as_json(404, {"status": "error", "http_status": 404})
        return self._ok(results)

    def _text(self) -> str:
        lines = self._root.show()
        for kind, rows in self._automation.items():
            lines += [f"config system {kind}"]
            for name in rows:
                lines += [f'    edit "{name}"', "    next"]
            lines += ["end"]
        return "\n".join(lines) + "\n"

    def _read(self, place: str) -> object:
        settings = self._root.tables.get("system global", Node()).fields
        if place == "monitor/system/status":
            return {"hostname": settings.get("hostname", "").strip('"'), "model": "FGVM64-EMULATED"}
        if place == "monitor/system/interface":
            rows = self._root.tables.get("system interface", Node()).rows
            down = {
                name
                for fault in self._device.faults
                if fault.kind == "interfaces-down"
                for name in fault.names
            }
            changed = self._device.running != self._device.original
            return {
                name: {"name": name, "link": not (changed and name in down), "speed": 1000} for name in rows
            }
        if place == "cmdb/system/interface":
            return [
                {"name": name, "status": "up"}
                for name in self._root.tables.get("system interface", Node()).rows
            ]
        if place == "cmdb/system/global":
            return {"cfg-save": "manual", "reboot-upon-config-restore": "enable", "vdom-mode": "no-vdom"}
        if place == "cmdb/system/ha":
            return {"mode": "standalone"}
        if place == "cmdb/system/dns":
            return {"domain": []}
        if place == "monitor/system/config-revision":
            return {"revisions": [{"id": key, "comment": item[0]} for key, item in self._revisions.items()]}
        if place == "monitor/system/automation-stitch/stats":
            names = self._automation.get("automation-stitch", {})
            return [
                {"name": name, "next_trigger_time": self._due(name), "last_trigger_time": 0} for name in names
            ]
        return None

    def _act(self, place: str, body: dict[str, Any]) -> tuple[int, str, bytes]:
        if place == "monitor/system/config-revision/save":
            self._revisions[len(self._revisions) + 1] = (
                body["comments"],
                "\n".join(self._root.show()) + "\n",
            )
        elif place == "monitor/system/config-script/upload":
            script = base64.b64decode(body["file_content"]).decode()
            try:
                run_script(self._root, script, self._device)
            except CliError as error:
                return as_json(
                    500, {"status": "error", "http_status": 500, "error": -61, "cli_error": str(error)}
                )
            finally:
                self._publish()
        elif place == "monitor/system/config/save":
            self._device.startup = self._device.running
            self._device.saves += 1
        elif place == "monitor/system/config/restore" and body.get("source") == "revision":
            self._restore(int(body["config_id"]))
            return self._ok({"restore_started": True, "config_restored": True})
        else:
            return as_json(404, {"status": "error", "http_status": 404})
        return self._ok({})

    def _automate(self, method: str, place: str, body: dict[str, Any]) -> tuple[int, str, bytes]:
        kind, _, name = place.partition("/")
        rows = self._automation.setdefault(kind, {})
        if method == "POST":
            if body["name"] in rows:
                return as_json(424, {"status": "error", "http_status": 424, "error": -5})
            rows[body["name"]] = body
            return self._ok({})
        if name not in rows:
            return as_json(404, {"status": "error", "http_status": 404})
        if method == "DELETE":
            del rows[name]
            return self._ok({})
        return self._ok([rows[name]])

    @property
    def is_pending(self) -> bool:
        """True while a scheduled restore waits."""
        return "napalm-commit-confirm" in self._automation.get("automation-stitch", {})


def make_answer(device: EmulatedDevice) -> Answer:
    """The request handler for a device."""
    unit = FortiGate(device)

    def tick() -> None:
        with device.lock:
            unit.tick()
            device.pending_until = 1.0 if unit.is_pending else 0.0

    device.tick = tick  # type: ignore[method-assign] # the unit keeps its own timer, in its stitch
    return unit.answer
