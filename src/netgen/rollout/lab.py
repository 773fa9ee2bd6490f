"""Where to reach each device: a lab file points any of them at any address, whoever's lab it is.

    emulated: true                # optional: every output then says so
    defaults: {host: 127.0.0.1, username: netgen, ca: ca.pem, known_hosts: known_hosts}
    devices:
      oak-primary-sw1: {port: 8443, credential: secret://env/NETGEN_LAB_PASSWORD}

Paths are relative to the file. Certificates and SSH host keys are always verified.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import yaml

from netgen.diagnostics import Collector, Diagnostic, Span
from netgen.platforms.change_rules import ChangeRules
from netgen.values import HOSTNAME, SecretRef

_KEYS = ("host", "port", "username", "credential", "ca", "known_hosts")
_LARGEST_PORT = 65535
_LARGEST_FILE = 5_000_000


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """How to reach one device. credential: reference of its password or API token.

    ca: PEM file that its TLS certificate must chain to (the system's own when empty).
    known_hosts: OpenSSH file that its SSH host key must be in (the user's own when empty).
    """

    host: str
    port: int
    username: str
    credential: str
    ca: str = ""
    known_hosts: str = ""


class Lab(msgspec.Struct, frozen=True):
    """The content of a lab file. `entries` hold only what the file says; the platform gives the rest."""

    file: str
    emulated: bool
    entries: dict[str, dict[str, str | int]]


def access_for(hostname: str, address: str, rules: ChangeRules, lab: Lab | None) -> Access | None:
    """How to reach a device; None when a lab is given that does not know it."""
    entry: dict[str, str | int] = {}
    if lab is not None:
        if hostname not in lab.entries:
            return None
        entry = lab.entries[hostname]
    return Access(
        host=str(entry.get("host", address)),
        port=int(entry.get("port", rules.default_port)),
        username=str(entry.get("username", rules.default_username)),
        credential=str(entry.get("credential", rules.default_credential)),
        ca=str(entry.get("ca", "")),
        known_hosts=str(entry.get("known_hosts", "")),
    )


def read_lab(path: Path) -> tuple[Lab | None, tuple[Diagnostic, ...]]:
    """Read a lab file; None and all findings (ROL001 to ROL009) when it cannot be used."""
    found = Collector()
    lab = _Reader(path, found).read()
    return (None if found.has_errors else lab), tuple(found)


class _Reader:
    """Walks the YAML nodes, so that every finding knows its line and no key is taken twice."""

    def __init__(self, path: Path, found: Collector) -> None:
        self._path = path
        self._found = found

    def _bad(self, code: str, message: str, advice: str, node: yaml.Node | None = None) -> None:
        mark = node.start_mark if node is not None else None
        span = Span(str(self._path), mark.line + 1, mark.column + 1) if mark else Span(str(self._path))
        self._found.add(Diagnostic(code, message, span=span, help=advice))

    def read(self) -> Lab | None:
        try:
            if self._path.stat().st_size > _LARGEST_FILE:
                self._bad("ROL001", "the lab file is larger than 5 MB", "split it by site")
                return None
            root = yaml.compose(self._path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
            self._bad("ROL001", f"the lab file cannot be read: {reason}", "name a readable YAML file")
            return None
        except (yaml.YAMLError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            span = Span(str(self._path), mark.line + 1, mark.column + 1) if mark else Span(str(self._path))
            text = getattr(error, "problem", None) or "the nesting is too deep"
            self._found.add(
                Diagnostic("ROL002", f"the lab file is no YAML: {text}", span=span, help="correct the line")
            )
            return None
        top = self._mapping(root, ("devices", "defaults", "emulated"), "the lab file")
        defaults = self._entry(top["defaults"], "defaults") if "defaults" in top else {}
        emulated = False
        if "emulated" in top:
            node = top["emulated"]
            if isinstance(node, yaml.ScalarNode) and node.value in ("true", "false"):
                emulated = node.value == "true"
            else:
                self._bad("ROL005", "`emulated` is neither true nor false", "write true or false", node)
        if "devices" not in top:
            if not self._found.has_errors:
                self._bad(
                    "ROL006",
                    "the lab file names no devices",
                    "add `devices:` with one entry a hostname",
                    root,
                )
            return None
        entries: dict[str, dict[str, str | int]] = {}
        for hostname, node in self._mapping(top["devices"], None, "devices").items():
            if not HOSTNAME.match(hostname):
                self._bad(
                    "ROL007",
                    f"`{hostname}` is no hostname",
                    "use lower-case letters, digits and dashes",
                    node,
                )
                continue
            entries[hostname] = {**defaults, **self._entry(node, hostname)}
        return Lab(str(self._path), emulated, entries)

    def _mapping(
        self, node: yaml.Node | None, known: tuple[str, ...] | None, what: str
    ) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            self._bad("ROL003", f"{what} is no mapping", "write `key: value` lines", node)
            return {}
        values: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            if name in values:
                self._bad("ROL004", f"`{name}` stands twice in {what}", "remove one of the two", key)
            elif known is not None and name not in known:
                self._bad("ROL004", f"{what} has no key `{name}`", f"use one of {', '.join(known)}", key)
            else:
                values[name] = value
        return values

    def _entry(self, node: yaml.Node, what: str) -> dict[str, str | int]:
        entry: dict[str, str | int] = {}
        for key, value in self._mapping(node, _KEYS, f"`{what}`").items():
            if not isinstance(value, yaml.ScalarNode) or not value.value:
                self._bad("ROL005", f"`{key}` of `{what}` is no single value", "write one word", value)
                continue
            text = value.value
            if key == "port":
                if text.isascii() and text.isdigit() and 0 < int(text) <= _LARGEST_PORT:
                    entry[key] = int(text)
                else:
                    self._bad(
                        "ROL005", f"port `{text}` of `{what}` is no port", "write a number up to 65535", value
                    )
            elif key == "credential":
                try:
                    entry[key] = SecretRef(text)
                except ValueError:
                    # The text is not repeated: it may be the password itself.
                    self._bad(
                        "ROL009", f"credential of `{what}` is no reference", "write secret://env/NAME", value
                    )
            elif key in ("ca", "known_hosts"):
                file = self._path.parent / text
                if not file.is_file():
                    self._bad(
                        "ROL008",
                        f"`{key}` of `{what}` is no file: {text}",
                        "name a file next to the lab",
                        value,
                    )
                entry[key] = str(file)
            else:
                entry[key] = text
        return entry
