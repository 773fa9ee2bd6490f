"""Who may open a session on an EOS box, and over what: SSH, telnet, eAPI, AAA, users.

Source: Arista's published validated configurations. Defaults: SSH on in the default VRF, telnet
and eAPI off, eAPI over https; user `admin` without a password until it is removed.
"""

from __future__ import annotations

import re

import msgspec

from netgen.readback.arista_eos import admission
from netgen.readback.arista_eos.draft import EosDraft
from netgen.readback.indented import Node, whole_number
from netgen.readback.switch_draft import Draft

_SETTING_SSH = re.compile(
    r"(?:no )?(?:cipher .+|key-exchange .+|mac .+|hostkey (?:server|client) .+"
    r"|connection .+|client-alive .+"
    r"|log-level \S+|rekey .+|login timeout \d+|authentication protocol .+|authentication mode .+"
    r"|fips restrictions)\Z"
)
_SETTING_API = re.compile(
    r"(?:no )?(?:cors .+|default-services|protocol (?:https ssl profile|https certificate) .*"
    r"|protocol unix-socket|qos .+"
    r"|session .+|log-level .+)\Z"
)
_SETTING_BLOCK = re.compile(
    r"(?:no )?(?:password (?:encryption|minimum|policy) .+"
    r"|password encryption-key common|entropy .+|session .+"
    r"|ssl profile \S+|certificate .+|trust .+|tls .+|cipher-list .+|minimum .+|login .+)\Z"
)
_SETTING_AAA = re.compile(
    r"(?:no )?(?:aaa (?:authentication policy (?:on-failure|on-success|lockout) .+|accounting .+"
    r"|authorization .+)|aaa root"
    r"|(?:radius|tacacs)-server (?:attribute|timeout|retransmit|policy|qos) .+"
    r"|ip (?:radius|tacacs) .*source-interface .+)\Z"
)


class Door(msgspec.Struct):
    """A service by VRF ("" is the default one): whether it is on, and its filter."""

    on: dict[str, bool] = msgspec.field(default_factory=dict)
    acl: dict[str, str] = msgspec.field(default_factory=dict)
    #: Minutes of silence; 0 is for ever.
    idle: int = 0

    def open_vrfs(self) -> list[str]:
        """The VRFs in which it takes sessions."""
        return [vrf for vrf, on in self.on.items() if on]


class Session(msgspec.Struct):
    """What the text says about sessions."""

    ssh: Door = msgspec.field(default_factory=lambda: Door({"": True}))
    telnet: Door = msgspec.field(default_factory=Door)
    api: Door = msgspec.field(default_factory=Door)
    api_http: bool = False
    api_on: bool = False
    console: Door = msgspec.field(default_factory=Door)
    admin: bool = True
    servers: dict[str, int] = msgspec.field(default_factory=dict)

    def idle_s(self) -> int:
        """The longest silence a session survives, in seconds; 0 for ever, the default of EOS."""
        found = [door.idle for door in (self.ssh, self.telnet) if door.open_vrfs()] + [self.console.idle]
        return 0 if 0 in found else max(found) * 60

    def check(self, draft: Draft) -> None:
        """Object to RADIUS servers that nobody asks."""
        for host, line in self.servers.items():
            if draft.groups and host not in draft.grouped_servers:
                draft.object_to(line, f"RADIUS server {host} is in no group, so nobody asks it")

    def cleartext(self) -> list[str]:
        """Telnet and http where they are on."""
        found = ["telnet"] if self.telnet.open_vrfs() else []
        return [*found, "http"] if self.api_http and self.api.open_vrfs() else found

    def sources(self, draft: Draft) -> tuple[str, ...]:
        """The prefixes that may open a session in the default VRF; () as soon as one way in is open to all."""
        doors = (self.ssh, self.telnet, self.api)
        names = [door.acl.get("", "") for door in doors if "" in door.open_vrfs()]
        found: list[str] = []
        for name in dict.fromkeys(names):
            acl = draft.acls.get(name)
            if acl is None:
                return ()
            found.extend(acl.sources)
        return tuple(dict.fromkeys(found))

    def vrf_sources(self, draft: Draft) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """(VRF, prefixes that may come in by it) of every other VRF in which a service is on."""
        found: dict[str, dict[str, None]] = {}
        for door in (self.ssh, self.telnet, self.api):
            for vrf in door.open_vrfs():
                if vrf:
                    acl = draft.acls.get(door.acl.get(vrf, ""))
                    prefixes = acl.sources if acl is not None else ["0.0.0.0/0"]
                    found.setdefault(vrf, {}).update(dict.fromkeys(prefixes))
        return tuple((vrf, tuple(prefixes)) for vrf, prefixes in sorted(found.items()))

    def add_factory_user(self, draft: Draft) -> None:
        """Add the user of the factory, which is there until it is removed."""
        if self.admin and "admin" not in draft.users:
            draft.users["admin"] = 0


def read_management(draft: Draft, session: Session, node: Node) -> bool:
    """`management ssh | telnet | api http-commands | console | security`."""
    match node.words:
        case ["management", "ssh"]:
            _read_door(draft, session.ssh, node, "", _SETTING_SSH)
        case ["management", "telnet"]:
            _read_door(draft, session.telnet, node, "", _SETTING_SSH)
        case ["management", "api", "http-commands"]:
            _read_api(draft, session, node)
        case ["management", "console"]:
            _read_door(draft, session.console, node, "", _SETTING_BLOCK)
        case ["management", "security"]:
            for child in draft.lines(node):
                if not _SETTING_BLOCK.match(child.text):
                    draft.skip(child)
                    continue
                if child.words[0] == "ssl":
                    draft.tls_profiles.add(child.words[-1])
                    draft.begin(f"{node.text} / {child.text}", child.line)
                draft.keep(child, node.text)
        case _:
            return False
    return True


def _read_api(draft: Draft, session: Session, node: Node) -> None:
    kept: list[Node] = []
    for child in node.children:
        match child.words:
            case ["protocol", "http", *_]:
                session.api_http = True
            case ["no", "protocol", "http"]:
                session.api_http = False
            case ["protocol", "https"] | ["no", "protocol", "https"]:
                pass
            case ["shutdown"] | ["no", "shutdown"]:
                session.api_on = child.words[0] == "no"
                kept.append(child)
            case _:
                kept.append(child)
    node.children = kept
    _read_door(draft, session.api, node, "", _SETTING_API)


def _read_door(draft: Draft, door: Door, node: Node, vrf: str, settings: re.Pattern[str]) -> None:
    for child in draft.lines(node):
        match child.words:
            case ["shutdown"]:
                door.on[vrf] = False
            case ["no", "shutdown"]:
                door.on[vrf] = True
            case ["vrf", name]:
                other = "" if name == "default" else draft.use_vrf(name, child.line)
                _read_door(draft, door, child, other, settings)
            case ["ip", "access-group", name] | ["ip", "access-group", name, "in"]:
                door.acl[vrf] = draft.use_acl(name, child.line)
            case ["ip", "access-group", name, "vrf", other, "in"]:
                door.acl["" if other == "default" else other] = draft.use_acl(name, child.line)
            case ["no", "ip", "access-group", *_]:
                door.acl.pop(vrf, None)
            case ["idle-timeout", minutes] if whole_number(minutes) is not None:
                door.idle = int(minutes)
            case ["no", "idle-timeout", *_]:
                door.idle = 0
            case _:
                if settings.match(child.text):
                    draft.keep(child, node.text)
                else:
                    draft.skip(child)


def read_user(draft: Draft, session: Session, node: Node) -> bool:
    """`username ...` and `no username ...`."""
    match node.words:
        case ["no", "username", name]:
            draft.users.pop(name, None)
            session.admin = session.admin and name != "admin"
            return True
        case ["username", name, *rest] if rest:
            draft.users.setdefault(name, node.line)
        case _:
            return False
    while rest:
        match rest:
            case ["role", role, *more]:
                draft.roles[name] = role
                rest = more
            case ["privilege", _, *more]:
                rest = more
            case ["secret", *words] if words:
                draft.secrets.append((f"user {name}", words[-1]))
                return True
            case ["nopassword"]:
                draft.object_to(node.line, f"user {name} needs no password")
                return True
            case ["ssh-key", *_] | ["sshkey", *_]:
                return True
            case _:
                return False
    return True


def read_aaa(draft: EosDraft, session: Session, node: Node) -> bool:
    """`aaa ...`, `radius-server ...` and their blocks."""
    if admission.read_global(draft, node):
        return True
    match node.words:
        case ["aaa", "authentication", "login" | "enable" | "dot1x" as what, name, *methods] if methods:
            if what == "login":
                draft.logins.append(" ".join((name, *methods)))
            if "none" in methods:
                draft.object_to(
                    node.line, f"login method {name} lets anyone in when its servers do not answer"
                )
            draft.use_groups(methods, node.line)
        case ["aaa", "authorization" | "accounting", *methods] if not node.children:
            draft.use_groups(methods, node.line)
            draft.keep(node)
        case ["aaa", "group", "server", "radius" | "tacacs+", name]:
            draft.groups.setdefault(name, node.line)
            if not node.children:
                draft.object_to(node.line, f"AAA group {name} has no server")
            for child in draft.lines(node):
                if child.words[0] != "server" or len(child.words) == 1:
                    draft.skip(child)
                    continue
                draft.grouped_servers.add(child.words[1])
                draft.access.groups.setdefault(name, []).append(child.words[1])
                if "vrf" in child.words[:-1]:
                    draft.use_vrf(child.words[child.words.index("vrf") + 1], child.line)
        case ["aaa", "root", *how] if how:
            draft.users.setdefault("root", node.line)
            if how == ["nopassword"]:
                draft.object_to(node.line, "user root needs no password")
            else:
                draft.secrets.append(("user root", how[-1]))
        case ["aaa", "authentication", "policy", "local", *_]:
            draft.object_to(node.line, "users without a password may log in over the network")
        case ["radius-server" | "tacacs-server" as kind, "host", *rest] if rest:
            if rest[0] == "vrf" and len(rest) > 2:
                draft.use_vrf(rest[1], node.line)
                rest = rest[2:]
            if kind == "radius-server":
                draft.radius.append(rest[0])
                session.servers[rest[0]] = node.line
                if "key" not in rest[:-1]:
                    draft.object_to(node.line, f"RADIUS server {rest[0]} has no key")
                if set(rest) & {"auth-port", "acct-port"}:
                    draft.keep(node)
            if "key" in rest[:-1]:
                draft.secrets.append((f"{kind.partition('-')[0]} {rest[0]}", rest[-1]))
        case ["radius-server" | "tacacs-server" as kind, "key", *words] if words:
            draft.secrets.append((kind.partition("-")[0], words[-1]))
        case _:
            if not _SETTING_AAA.match(node.text):
                return False
            draft.keep(node)
    return True
