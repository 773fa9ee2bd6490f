"""Who may open a session on an AOS-CX box, and over what: SSH, telnet, HTTPS, AAA, users.

Source: AOS-CX 10.13 Security Guide and Hardening Guide. A service is on in the VRFs that the text names; without
a filter on the VRF's control plane it answers everyone, SSH alone can be closed by an allow-list instead.
"""

from __future__ import annotations

import re

from netgen.readback.aruba_aoscx.access import read_switch
from netgen.readback.aruba_aoscx.admission import (
    EVERY_ADDRESS,
    Flow,
    Range,
    admitted,
    intersect,
    prefixes,
    union,
)
from netgen.readback.aruba_aoscx.state import Asked, State
from netgen.readback.facts import ObservedSetting
from netgen.readback.indented import Node, bounds, cidr_network, ipv4, whole_number

_SETTING_SSH = re.compile(
    r"(?:no )?ssh (?:ciphers|macs|key-exchange-algorithms|host-key-algorithms|public-key-algorithms"
    r"|maximum-auth-attempts|password-authentication|public-key-authentication|certified-algorithms-only"
    r"|certificate-as-authorized-key|known-host|host-key)(?: .+)?\Z"
)
_SETTING_AAA = re.compile(
    r"(?:no )?(?:aaa (?:authentication (?:allow-fail-through|limit-login-attempts .+|console-login-attempts .+"
    r"|login privilege-elevation .+|minimum-password-length .+|port-access .+)"
    r"|authorization .+|accounting .+|radius-attribute .+|user-role .+)"
    r"|radius-server (?:timeout|retries|auth-type|tracking|status-server)(?: .+)?"
    r"|tacacs-server (?:timeout|auth-type|tracking)(?: .+)?|radius dyn-authorization(?: .+)?)\Z"
)
_PASSWORD_FORMS = ("ciphertext", "plaintext")
_RADIUS_PORT = 1812
_TACACS_PORT = 49
#: A port that no service has: where answers arrive.
_ANSWERS = 49152


def read_service(state: State, node: Node) -> bool:
    """`ssh ...`, `https-server ...`, `telnet ...` and `cli-session`."""
    draft = state.draft
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["ssh", "server", "vrf", name]:
            _switch(state, state.ssh, name, node.line, on=on)
        case ["https-server", "vrf", name]:
            _switch(state, state.https, name, node.line, on=on)
        case ["telnet", "server", "vrf", name]:
            _switch(state, state.telnet, name, node.line, on=on)
        case ["ssh", "server", "port", number] if on and whole_number(number) is not None:
            state.ssh_port = int(number)
            draft.keep(node)
        case ["ssh", "server", "allow-list"]:
            if not on:
                state.allow_list.clear()
                state.allow_list_on = False
            for child in draft.lines(node):
                _read_allowed(state, child)
        case ["https-server", "session-timeout", minutes] if on and whole_number(minutes) is not None:
            state.web_minutes = int(minutes)
        case ["session-timeout", minutes] if on and whole_number(minutes) is not None:
            state.cli_minutes = int(minutes)
        case ["cli-session"] if on:
            for child in draft.lines(node):
                match child.words:
                    case ["timeout", minutes] if whole_number(minutes) is not None:
                        state.cli_minutes = int(minutes)
                    case ["max-per-user" | "tracking-range", _]:
                        draft.keep(child, node.text)
                    case _:
                        draft.skip(child)
        case ["https-server", *_]:
            draft.keep(node)
        case _:
            if not _SETTING_SSH.match(node.text):
                return False
            draft.keep(node)
    return True


def _switch(state: State, service: dict[str, int], name: str, line: int, *, on: bool) -> None:
    vrf = state.named_vrf(name, line)
    if on:
        service[vrf] = line
    else:
        service.pop(vrf, None)


def _read_allowed(state: State, node: Node) -> None:
    match node.words:
        case ["enable"]:
            state.allow_list_on = True
        case ["no", "enable"] | ["disable"]:
            state.allow_list_on = False
        case ["ip", address] if (found := _hosts(address)) is not None:
            state.allow_list.append(found)
        case ["no", "ip", address] if (found := _hosts(address)) in state.allow_list:
            state.allow_list.remove(found)
        case _:
            state.draft.skip(node)


def _hosts(text: str) -> Range | None:
    prefix = cidr_network(text if "/" in text else f"{text}/32")
    return bounds(prefix) if prefix else None


def sources(state: State) -> tuple[str, ...]:
    """The prefixes that may open a session in the default VRF; () as soon as one service there is open to all."""
    found = _sources_by_vrf(state).get("", ())
    return () if found == EVERY_ADDRESS else prefixes(found)


def vrf_sources(state: State) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(VRF, prefixes that may come in by it) of every other VRF in which a service is on."""
    found = _sources_by_vrf(state)
    return tuple((vrf, prefixes(may)) for vrf, may in sorted(found.items()) if vrf)


def _sources_by_vrf(state: State) -> dict[str, tuple[Range, ...]]:
    ports = {state.ssh_port: state.ssh, 443: state.https, 23: state.telnet}
    found: dict[str, tuple[Range, ...]] = {}
    for port, vrfs in ports.items():
        for vrf in vrfs:
            entries = state.filters.of_vrf(vrf)
            may = EVERY_ADDRESS if entries is None else admitted(entries, Flow("tcp", _ANSWERS, port))
            if vrfs is state.ssh and state.allow_list_on:
                may = intersect(may, union(state.allow_list))
            found[vrf] = union([*found.get(vrf, ()), *may])
    return found


def sessions6(state: State) -> tuple[tuple[str, str], ...]:
    """Services that answer over IPv6 in their VRFs: a filter of IPv6 of the control plane is a setting, not read."""
    named = {"ssh": state.ssh, "https": state.https, "telnet": state.telnet, "snmp": state.snmp}
    return tuple((word, vrf) for word, vrfs in named.items() for vrf in sorted(vrfs))


def pollers(state: State) -> tuple[str, ...]:
    """The prefixes that may poll; () when anybody may."""
    found: list[Range] = []
    for vrf in state.snmp:
        entries = state.filters.of_vrf(vrf)
        may = EVERY_ADDRESS if entries is None else admitted(entries, Flow("udp", _ANSWERS, 161))
        if may == EVERY_ADDRESS:
            return ()
        found += may
    return prefixes(union(found))


def check_control_plane(state: State) -> None:
    """Object to filters of the control plane that drop what the switch itself needs."""
    draft = state.draft
    for vrf, (name, line) in state.filters.control.items():
        for entry in state.filters.entries.get(name, ()):
            if not entry.anywhere:
                draft.object_to(
                    entry.line, f"an entry of {name} names a destination: who it lets in cannot be decided"
                )
        entries = state.filters.of_vrf(vrf) or []
        for asked in state.asked:
            value = ipv4(asked.host)
            if asked.vrf != vrf or value is None or not asked.protocol:
                continue
            passing = admitted(entries, Flow(asked.protocol, asked.port, _ANSWERS), surely=True)
            if not intersect(passing, [(value, value)]):
                draft.object_to(asked.line, f"{name} drops the answers of {asked.what} {asked.host}")
        serves = any(state.servers_on.get(pool.vrf) and pool.vrf == vrf for pool in state.pools)
        relays = any(port.relays and port.vrf == vrf for port in draft.ports.values())
        if (serves or relays) and admitted(entries, Flow("udp", 68, 67), surely=True) != EVERY_ADDRESS:
            draft.object_to(line, f"{name} drops what clients ask of DHCP")


def read_user(state: State, node: Node) -> bool:
    """`user NAME group GROUP password FORM WORD`, `user NAME authorized-key ...` and `no user NAME`."""
    draft = state.draft
    match node.words:
        case ["no", "user", name]:
            draft.users.pop(name, None)
            draft.roles.pop(name, None)
        case ["user", name, "authorized-key", *rest] if rest:
            draft.users.setdefault(name, node.line)
            draft.settings.append(_key_of(name, node))
        case ["user", name, "group", group, *rest] if rest in ([], ["password"]):
            draft.users.setdefault(name, node.line)
            draft.roles[name] = group
            draft.object_to(node.line, f"user {name} has no password in this text")
        case ["user", name, "group", group, "password", form, word] if form in _PASSWORD_FORMS:
            draft.users.setdefault(name, node.line)
            draft.roles[name] = group
            draft.secrets.append((f"user {name}", word))
        case ["user", name, "password", form, word] if form in _PASSWORD_FORMS:
            draft.users.setdefault(name, node.line)
            draft.secrets.append((f"user {name}", word))
        case _:
            return False
    return True


def _key_of(name: str, node: Node) -> ObservedSetting:
    return ObservedSetting("", f"user {name} authorized-key", node.line)


def read_aaa(state: State, node: Node) -> bool:
    """`aaa ...`, `radius-server ...`, `tacacs-server ...` and their blocks."""
    draft = state.draft
    match node.words:
        case ["aaa", "authentication", "login", context, *methods] if (
            methods and context != "privilege-elevation"
        ):
            draft.logins.append(" ".join((context, *methods)))
            if "none" in methods:
                draft.object_to(node.line, f"login {context} lets anyone in when its servers do not answer")
            _use_groups(state, methods, node.line)
        case ["aaa", "group", "server", "radius" | "tacacs", name]:
            draft.groups.setdefault(name, node.line)
            if not node.children:
                draft.object_to(node.line, f"AAA group {name} has no server")
            members = state.access.members.setdefault(name, [])
            for child in draft.lines(node):
                if child.words[0] != "server" or len(child.words) == 1:
                    draft.skip(child)
                    continue
                host = child.words[1]
                members.append(host)
                draft.grouped_servers.add(host)
                state.take_vrf(child.words, child.line)
        case ["aaa", "accounting", "port-access", "start-stop", *rest]:
            state.access.accounts = True
            if rest[:1] == ["interim"] and len(rest) > 1 and whole_number(rest[1]) is not None:
                state.access.interim_s, rest = int(rest[1]) * 60, rest[2:]
            if len(rest) != 2 or rest[0] != "group":
                return False
            _use_groups(state, rest, node.line)
        case _:
            if read_switch(state, node) or _read_server_line(state, node):
                return True
            if not _SETTING_AAA.match(node.text):
                return False
            _use_groups(state, node.words, node.line)
            draft.keep(node)
    return True


def _read_server_line(state: State, node: Node) -> bool:
    """`radius-server ...`, `tacacs-server ...` and `radius dyn-authorization ...`."""
    draft = state.draft
    match node.words:
        case ["radius-server", "host", host, *rest]:
            if host not in draft.radius:
                draft.radius.append(host)
            state.radius_lines[host] = node.line
            _read_server(state, node, "radius", host, rest)
        case ["no", "radius-server", "host", host, *_] if host in draft.radius:
            draft.radius.remove(host)
            state.radius_lines.pop(host, None)
        case ["tacacs-server", "host", host, *rest]:
            draft.settings.append(ObservedSetting("", f"tacacs-server host {host}", node.line))
            _read_server(state, node, "tacacs", host, rest)
        case ["radius-server" | "tacacs-server" as kind, "key", form, word] if form in _PASSWORD_FORMS:
            draft.secrets.append((kind.partition("-")[0], word))
        case ["radius-server", "tracking", *rest] if "password" in rest[:-1]:
            draft.secrets.append(("radius tracking", rest[-1]))
            draft.settings.append(ObservedSetting("", " ".join(node.words[:-1]), node.line))
        case ["radius", "dyn-authorization", "client", host, *rest]:
            _read_server(state, node, "radius coa", host, rest)
            state.access.coa.append(host)
        case ["radius", "dyn-authorization", "enable"]:
            state.access.coa_on = True
        case ["no", "radius", "dyn-authorization", "enable"]:
            state.access.coa_on = False
        case ["radius-server", "tracking", "interval", seconds] if whole_number(seconds) is not None:
            state.access.tracking_s = int(seconds)
        case _:
            return False
    return True


def _use_groups(state: State, methods: list[str], line: int) -> None:
    """Note the groups among the words; the two of the factory hold every server of their kind."""
    words = ["local" if word == "tacacs" else word for word in methods]
    if "group" in words[:-1] and words[words.index("group") + 1] == "radius":
        state.draft.grouped_servers.update(state.radius_lines)
    names = [
        (words[place + 1], line)
        for place, word in enumerate(words[:-1])
        if word in ("group", "server-group") and words[place + 1] not in ("local", "server")
    ]
    state.draft.group_uses.extend(names)


def _read_server(state: State, node: Node, kind: str, host: str, rest: list[str]) -> None:
    """The options of a server: its key, its VRF, its port, and whether its silence is noticed."""
    vrf = state.take_vrf(rest, node.line)
    for word in ("key", "secret-key"):
        if word not in rest[:-1]:
            continue
        key = rest[rest.index(word) + 1 :]
        if key[0] in _PASSWORD_FORMS and len(key) > 1:
            state.draft.secrets.append((f"{kind} {host}", key[1]))
        else:
            state.draft.secrets.append((f"{kind} {host}", key[0]))
    port = _option(rest, "port")
    for place, word in enumerate(rest):
        if word in ("timeout", "retries", "auth-type", "acct-port", "port", "tls", "priority"):
            shown = " ".join(rest[place : place + (1 if word == "tls" else 2)])
            state.draft.settings.append(ObservedSetting(f"{kind} server", shown, node.line))
    if _is_tracked(rest):
        state.access.tracked.add(host)
    if kind == "radius":
        state.asked.append(Asked(kind, host, vrf, "udp", port or _RADIUS_PORT, node.line))
    elif kind == "tacacs":
        state.asked.append(Asked(kind, host, vrf, "tcp", port or _TACACS_PORT, node.line))


def _is_tracked(words: list[str]) -> bool:
    return "tracking" in words[:-1] and words[words.index("tracking") + 1] == "enable"


def _option(words: list[str], name: str) -> int | None:
    return whole_number(words[words.index(name) + 1]) if name in words[:-1] else None


def check_servers(state: State) -> None:
    """Object to RADIUS servers that nobody asks."""
    for host, line in state.radius_lines.items():
        if state.draft.groups and host not in state.draft.grouped_servers:
            state.draft.object_to(line, f"RADIUS server {host} is in no group, so nobody asks it")
    for host in state.draft.grouped_servers - state.radius_lines.keys():
        if not any(asked.host == host for asked in state.asked):
            state.draft.object_to(0, f"a group asks {host}, which is no server of this text")
