"""Who may open a session on an IOS-XE box, and over what: vty lines, the web server, AAA, SSH.

Where a text does not say, the open state is assumed: `ip http server` and vty transports without
a line count as on, since running configurations always print them.
"""

from __future__ import annotations

import re

import msgspec

from netgen.readback.cisco_iosxe import admission
from netgen.readback.cisco_iosxe.draft import IosDraft
from netgen.readback.indented import Node, whole_number
from netgen.readback.switch_draft import Draft

_SETTING_LINE = re.compile(
    r"(?:no )?(?:session-timeout \d+|stopbits \S+|logging synchronous.*"
    r"|length \d+|width \d+"
    r"|history size \d+|transport (?:output|preferred) .+|authorization (?:exec|commands) .+|accounting .+"
    r"|privilege level 1|escape-character \S+|activation-character \S+|location .+|speed \d+|exec)\Z"
)
_SETTING_AAA = re.compile(
    r"(?:no aaa accounting .+|aaa (?:session-id common|authorization console|authentication (?:attempts|fail-message"
    r"|banner|password-prompt).*"
    r"|local authentication attempts max-fail \d+|common-criteria policy \S+)"
    r"|radius-server (?:attribute|timeout|retransmit|vsa|retry|source-ports).*)\Z"
)
_SETTING_SERVER = re.compile(
    r"(?:no )?(?:timeout \d+|retransmit \d+|automate-tester .+|backoff .+|dscp .+|single-connection)\Z"
)
_SETTING_GROUP = re.compile(
    r"(?:no )?(?:ip (?:radius|tacacs) source-interface .+|load-balance .+|accounting .+)\Z"
)
#: The ports of RFC 2865 and 2866, written out; without a word IOS asks on 1645 and 1646.
_RADIUS_PORTS = (["auth-port", "1812", "acct-port", "1813"], ["acct-port", "1813", "auth-port", "1812"])


#: vty lines that a Catalyst has beside the first five.
_HIGHER_LINES = frozenset(range(5, 16))


class Line(msgspec.Struct):
    """One vty line. Without a `transport input` it takes every protocol."""

    line: int
    transports: frozenset[str] = frozenset(("ssh", "telnet"))
    acl: str = ""
    acl6: str = ""
    #: VRF to the access list of sessions that arrive there; `*` is every VRF. Without a row they are refused as soon as
    #: the line has an access list at all.
    vrf_acls: dict[str, str] = msgspec.field(default_factory=dict)
    idle_s: int = 600
    said: bool = False


class Session(msgspec.Struct):
    """What the text says about sessions. `http` and `https` are on until the text says no.

    vty 0 to 4 are always there; what no line says of them is their default.
    """

    vty: dict[int, Line] = msgspec.field(default_factory=lambda: {number: Line(0) for number in range(5)})
    console: Line = msgspec.field(default_factory=lambda: Line(0))
    http: bool = True
    https: bool = True
    http_acl: str = ""
    http_acl6: str = ""
    lists: set[str] = msgspec.field(default_factory=lambda: {"default"})
    list_uses: list[tuple[str, int]] = msgspec.field(default_factory=list)
    new_model: bool = False
    aaa_line: int = 0
    servers: set[str] = msgspec.field(default_factory=set)
    server_uses: list[tuple[str, int]] = msgspec.field(default_factory=list)

    def cleartext(self) -> list[str]:
        """Telnet and http where they are on."""
        found = ["telnet"] if any("telnet" in line.transports for line in self.vty.values()) else []
        return [*found, "http"] if self.http else found

    def ssh(self) -> bool:
        """True if a vty line takes SSH."""
        return any("ssh" in line.transports for line in self.vty.values())

    def idle_s(self) -> int:
        """The longest silence a session survives, in seconds; 0 for ever (`exec-timeout 0 0`)."""
        found = [self.console.idle_s, *(line.idle_s for line in self.vty.values() if line.transports)]
        return 0 if 0 in found else max(found)

    def sources(self, draft: Draft) -> tuple[str, ...]:
        """The prefixes that may open a session; () as soon as one way in is open to all."""
        names = [line.acl for line in self.vty.values() if line.transports]
        if self.http or self.https:
            names.append(self.http_acl)
        found: list[str] = []
        for name in dict.fromkeys(names):
            acl = draft.acls.get(name)
            if acl is None or not acl.entries:
                return ()
            found.extend(acl.sources)
        return tuple(dict.fromkeys(found))

    def vrf_sources(self, draft: Draft) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """(VRF, prefixes that may come in by it); a VRF that some vty lines do not name is an objection."""
        lines = [line for line in self.vty.values() if line.transports]
        found: dict[str, dict[str, None]] = {}
        for line in lines:
            for vrf, name in line.vrf_acls.items():
                acl = draft.acls.get(name)
                prefixes = acl.sources if acl is not None and acl.entries else ["0.0.0.0/0"]
                found.setdefault(vrf, {}).update(dict.fromkeys(prefixes))
        for vrf in found:
            if len({line.vrf_acls.get(vrf) for line in lines}) > 1:
                draft.object_to(lines[0].line, f"vty lines differ in who may come in by VRF {vrf}")
        return tuple((vrf, tuple(prefixes)) for vrf, prefixes in sorted(found.items()))

    def check(self, draft: Draft) -> None:
        """Object to method lists, groups and servers that are named and not there."""
        for what, known, uses in (
            ("method list", self.lists, self.list_uses),
            ("AAA server", self.servers, self.server_uses),
        ):
            for name, line in uses:
                if name not in known:
                    draft.object_to(line, f"{what} {name} is not defined")
        named = {number for number, line in self.vty.items() if line.said}
        if {0, 4} <= named and any(self.vty[number].acl for number in named) and not named >= _HIGHER_LINES:
            draft.object_to(self.vty[0].line, "vty 5 to 15 are there too, and nothing is said of them")
        for name in sorted(self.servers - draft.grouped_servers):
            if draft.groups:
                draft.object_to(self.aaa_line, f"AAA server {name} is in no group, so nobody asks it")
        if self.aaa_line and not self.new_model:
            draft.object_to(self.aaa_line, "AAA lines have no effect without `aaa new-model`")


def read_line_block(draft: IosDraft, session: Session, node: Node) -> bool:
    """`line con 0`, `line vty 0 4` and the like."""
    match node.words:
        case ["line", "vty", *range_] if range_ and all(whole_number(each) is not None for each in range_):
            numbers = [int(each) for each in range_]
            if numbers[-1] - numbers[0] > 1000:
                return False
            for number in range(numbers[0], numbers[-1] + 1):
                session.vty.setdefault(number, Line(node.line))
            lines = [session.vty[number] for number in range(numbers[0], numbers[-1] + 1)]
        case ["line", "con" | "console", _]:
            lines = [session.console]
        case ["line", "aux", _]:
            lines = [Line(node.line)]
        case _:
            return False
    for line in lines:
        line.said = True
    for child in draft.lines(node):
        if not _read_line_line(draft, session, lines, child, vty=node.words[1] == "vty"):
            draft.skip(child)
    return True


def _read_line_line(draft: IosDraft, session: Session, lines: list[Line], node: Node, *, vty: bool) -> bool:
    match node.words:
        case ["transport", "input", *protocols] if protocols:
            named = frozenset(protocols)
            if "all" in named:
                named = frozenset(("ssh", "telnet"))
            for line in lines:
                line.transports = named - {"none"}
        case ["no", "transport", "input", *_]:
            for line in lines:
                line.transports = frozenset()
        case ["access-class", name, "in", *more] if more in ([], ["vrf-also"]):
            for line in lines:
                line.acl = draft.use_acl(name, node.line)
                if more:
                    line.vrf_acls["*"] = line.acl
        case ["access-class", name, "in", "vrfname", vrf]:
            for line in lines:
                line.vrf_acls[draft.use_vrf(vrf, node.line)] = draft.use_acl(name, node.line)
        case ["no", "access-class", *_]:
            for line in lines:
                line.acl = ""
        case ["ipv6", "access-class", name, "in", *more] if more in ([], ["vrf-also"]):
            for line in lines:
                line.acl6 = draft.use_acl6(name, node.line)
        case ["no", "ipv6", "access-class", *_]:
            for line in lines:
                line.acl6 = ""
        case ["login", "authentication", name]:
            session.list_uses.append((name, node.line))
            draft.logins.append(f"{'vty' if vty else 'console'} {name}")
        case ["login"] | ["login", "local"]:
            pass
        case ["exec-timeout", *numbers] if numbers and None not in [whole_number(each) for each in numbers]:
            seconds = int(numbers[0]) * 60 + (int(numbers[1]) if len(numbers) > 1 else 0)
            for line in lines:
                line.idle_s = seconds
        case ["no", "exec-timeout", *_]:
            for line in lines:
                line.idle_s = 0
        case ["no", "login"]:
            draft.object_to(node.line, "sessions are open without a login")
        case ["privilege", "level", level] if level != "1":
            draft.object_to(node.line, f"sessions start with privilege {level}")
        case ["password", *words] if words:
            draft.secrets.append((f"line {'vty' if vty else 'console'}", words[-1]))
        case _:
            if not _SETTING_LINE.match(node.text):
                return False
            draft.keep(node, "line vty" if vty else "line console")
    return True


def read_http(draft: IosDraft, session: Session, node: Node) -> bool:
    """`ip http ...` lines."""
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["ip", "http", "server"]:
            session.http = on
        case ["ip", "http", "secure-server"]:
            session.https = on
        case ["ip", "http", "access-class", "ipv6", name]:
            session.http_acl6 = draft.use_acl6(name, node.line) if on else ""
        case ["ip", "http", "access-class", "ipv4", name] | ["ip", "http", "access-class", name]:
            session.http_acl = draft.use_acl(name, node.line) if on else ""
        case ["ip", "http", "authentication", "none"] | ["ip", "http", "authentication", "enable"]:
            draft.object_to(node.line, "the web server takes sessions without a user")
        case ["ip", "http", "authentication" | "client" | "timeout-policy" | "max-connections" | "path", *_]:
            pass
        case [
            "ip",
            "http",
            "secure-ciphersuite" | "secure-trustpoint" | "tls-version" | "secure-active-session-modules",
            *_,
        ]:
            pass
        case ["ip", "http", "active-session-modules", "none"]:
            pass
        case _:
            return False
    return True


def read_aaa(draft: IosDraft, session: Session, node: Node) -> bool:
    """`aaa ...`, `radius server`, `tacacs server` and their blocks."""
    if admission.read_global(draft, node):
        return True
    match node.words:
        case ["aaa", "authentication" | "authorization" | "accounting" as what, _, name, *methods] if methods:
            if what == "authentication":
                session.lists.add(name)
            if "none" in methods and what != "accounting":
                draft.object_to(
                    node.line, f"method list {name} lets anyone in when its servers do not answer"
                )
            if node.words[1:3] == ["authentication", "login"]:
                draft.logins.append(" ".join((name, *methods)))
            session.aaa_line = node.line
            draft.use_groups(methods, node.line)
            if what != "authentication":
                draft.keep(node)
        case ["aaa", "new-model"] | ["no", "aaa", "new-model"]:
            session.new_model = node.words[0] == "aaa"
        case ["aaa", "accounting", *_] if node.children:
            draft.keep(node)
        case ["aaa", "group", "server", "radius" | "tacacs+", name]:
            draft.groups.setdefault(name, node.line)
            draft.begin(node.text, node.line)
            before = len(session.server_uses)
            for child in draft.lines(node):
                _read_group_line(draft, session, node.text, child)
                _read_group(draft, name, child)
            if len(session.server_uses) == before:
                draft.object_to(node.line, f"AAA group {name} has no server")
        case ["radius" | "tacacs" as kind, "server", name]:
            session.servers.add(name)
            _read_server(draft, kind, name, node)
        case _:
            if not _SETTING_AAA.match(node.text):
                return False
            draft.keep(node)
    return True


def _read_group_line(draft: Draft, session: Session, scope: str, node: Node) -> None:
    match node.words:
        case ["server", "name", name]:
            session.server_uses.append((name, node.line))
            draft.grouped_servers.add(name)
        case ["ip", "vrf", "forwarding", name]:
            draft.use_vrf(name, node.line)
        case ["deadtime", minutes] if whole_number(minutes) is not None:
            pass
        case _:
            if _SETTING_GROUP.match(node.text):
                draft.keep(node, scope)
            else:
                draft.skip(node)


def _read_group(draft: IosDraft, name: str, node: Node) -> None:
    """What a group says about the servers that sockets ask."""
    access = draft.access
    match node.words:
        case ["server", "name", server]:
            access.groups.setdefault(name, []).append(server)
        case ["deadtime", minutes] if whole_number(minutes) is not None:
            access.group_minutes[name] = int(minutes)
        case _:
            pass


def _read_server(draft: IosDraft, kind: str, name: str, node: Node) -> None:
    addresses = [
        each.words[2]
        for each in node.children
        if each.words[:2] == ["address", "ipv4"] and len(each.words) > 2
    ]
    host = addresses[-1] if addresses else name
    if kind == "radius":
        draft.radius.append(host)
        draft.access.hosts[name] = host
        if not any(each.words[0] == "key" for each in node.children):
            draft.object_to(node.line, f"RADIUS server {name} has no key")
    for child in draft.lines(node):
        match child.words:
            case ["address", "ipv4", _, *ports]:
                if kind == "radius" and ports not in _RADIUS_PORTS:
                    draft.object_to(child.line, f"{name} is asked on other ports: {' '.join(ports)}")
            case ["key", *words] if words:
                draft.secrets.append((f"{kind} {host}", words[-1]))
            case _:
                if _SETTING_SERVER.match(child.text):
                    draft.keep(child, f"{kind} server")
                else:
                    draft.skip(child)
