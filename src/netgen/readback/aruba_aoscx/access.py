"""802.1X, MAC authentication and the roles of devices.

Source: AOS-CX 10.13 Security Guide (port access). A port admits one device until `client-limit` says more; in
client-mode each of them is authenticated, in device-mode the first opens the port for all. RADIUS may always name a
VLAN. A rejected device gets the reject role, one for unknown and for refused ones; without a critical role nobody
enters while no server answers. A server counts as dead where tracking notices its silence.
"""

from __future__ import annotations

from netgen.readback.aruba_aoscx.state import PortState, Role, State
from netgen.readback.facts import ObservedAccess
from netgen.readback.indented import Node, number_list, whole_number
from netgen.readback.port_draft import PortDraft

_WAYS = {"dot1x": "802.1X", "mac-auth": "MAC authentication"}
#: What the switch does by itself: an hour between logins (Security Guide, reauth-period).
_PERIOD = 3600


def read_role(state: State, node: Node) -> bool:
    """`port-access role NAME` and its VLANs; what else a role does is a setting."""
    if node.words[:2] != ["port-access", "role"] or len(node.words) != 3:
        return False
    role = state.access.roles.setdefault(node.words[2], Role(node.line))
    for child in state.draft.lines(node):
        match child.words:
            case ["vlan", "access", number] if (vlan := whole_number(number)) is not None:
                role.native, role.tagged = vlan, frozenset()
            case ["vlan", "trunk", "native", number] if (vlan := whole_number(number)) is not None:
                role.native = vlan
            case ["vlan", "trunk", "allowed", text] if (listed := number_list(text)) is not None:
                role.tagged = frozenset(listed)
            case ["description", *_]:
                pass
            case _:
                state.draft.keep(child, node.text)
    return True


def read_switch(state: State, node: Node) -> bool:
    """`aaa authentication port-access dot1x authenticator` or `... mac-auth` for the whole switch."""
    match node.words:
        case ["aaa", "authentication", "port-access", "dot1x", "authenticator", *rest]:
            way = "dot1x"
        case ["aaa", "authentication", "port-access", "mac-auth", *rest]:
            way = "mac-auth"
        case _:
            return False
    if rest == ["enable"]:
        state.access.on.add(way)
    elif rest:
        return False
    for child in state.draft.lines(node):
        match child.words:
            case ["enable"]:
                state.access.on.add(way)
            case ["no", "enable"]:
                state.access.on.discard(way)
            case ["radius", "server-group", group]:
                state.access.groups[way] = (group, child.line)
            case _:
                state.draft.keep(child, node.text)
    return True


def read_port(state: State, port: PortDraft, own: PortState, node: Node, *, on: bool) -> bool:
    """The lines `aaa authentication port-access ...` and `port-access ...` of an interface."""
    words = node.words if on else node.words[1:]
    match words[3:] if words[:3] == ["aaa", "authentication", "port-access"] else []:
        case ["dot1x", "authenticator", *rest]:
            return _read_way(state, port, own, node, "dot1x", rest, on=on)
        case ["mac-auth", *rest]:
            return _read_way(state, port, own, node, "mac-auth", rest, on=on)
        case ["client-limit", *rest] if rest[:1] != ["multi-domain"]:
            number = whole_number(rest[0]) if rest else None
            own.clients = number if on and number is not None else 1
        case ["auth-mode", mode]:
            own.one_opens = on and mode == "device-mode"
        case ["auth-role" | "critical-role" | "reject-role" as what, *rest]:
            own.roles.pop(what, None)
            if on and rest:
                own.roles[what] = (rest[0], node.line)
        case _:
            return False
    return True


def _read_way(
    state: State, port: PortDraft, own: PortState, node: Node, way: str, rest: list[str], *, on: bool
) -> bool:
    """A way of authentication on a port, whose `enable` stands below it or at the end of the line."""
    scope = f"interface {port.name} / {way}"
    if not on:
        own.authenticates.discard(way)
        return not rest
    if rest == ["enable"]:
        own.authenticates.add(way)
    elif rest:
        return False
    state.draft.begin(scope, node.line)
    for child in state.draft.lines(node):
        match child.words:
            case ["enable"]:
                own.authenticates.add(way)
            case ["no", "enable"]:
                own.authenticates.discard(way)
            case ["reauth"]:
                own.repeats.add(way)
            case ["no", "reauth"]:
                own.repeats.discard(way)
            case ["reauth-period", number] if (seconds := whole_number(number)) is not None:
                own.periods[way] = seconds
            case _:
                state.draft.keep(child, scope)
    return True


def finish_access(state: State) -> ObservedAccess:
    """What the switch does as a whole, and what contradicts itself."""
    draft, access = state.draft, state.access
    used = {way for own in state.ports.values() for way in own.authenticates}
    for way in sorted(used - access.on):
        draft.object_to(0, f"{_WAYS[way]} is on at ports and off for the whole switch")
    lists = []
    for group, line in access.groups.values():
        if group not in ("radius", *draft.groups):
            draft.object_to(line, f"AAA group {group} is not defined")
        lists.append(tuple(draft.radius) if group == "radius" else tuple(access.members.get(group, ())))
        draft.grouped_servers.update(lists[-1])
    if len(set(lists)) > 1:
        draft.object_to(0, "802.1X and MAC authentication ask different servers")
    _check_roles(state)
    servers = lists[0] if lists else tuple(draft.radius) if access.on else ()
    return ObservedAccess(
        enabled=bool(access.on),
        servers=servers,
        coa=tuple(access.coa) if access.coa_on else (),
        detects_dead=bool(servers) and set(servers) <= access.tracked,
        dead_s=access.tracking_s if access.tracked else 0,
        accounts=access.accounts,
        interim_s=access.interim_s if access.accounts else 0,
    )


def _check_roles(state: State) -> None:
    draft, roles = state.draft, state.access.roles
    for own in state.ports.values():
        for name, line in own.roles.values():
            if name not in roles:
                draft.object_to(line, f"role {name} is not defined")
    for name, role in roles.items():
        for vlan in sorted({role.native, *role.tagged} - {0, 1} - draft.vlans.keys()):
            draft.object_to(role.line, f"VLAN {vlan} of role {name} is not defined")
        strangers = role.tagged - {role.native} - state.voice
        for vlan in sorted(strangers):
            draft.object_to(role.line, f"role {name} carries VLAN {vlan}, which is no telephone's")
    for port in draft.ports.values():
        accepted = roles.get(state.of(port.name).roles.get("auth-role", ("", 0))[0])
        if accepted and accepted.native and accepted.native != _own_vlan(port):
            line = state.of(port.name).roles["auth-role"][1]
            draft.object_to(
                line, f"accepted devices of {port.name} land in VLAN {accepted.native}, not its own"
            )


def _own_vlan(port: PortDraft) -> int:
    return port.native if port.mode == "trunk" else port.access


def access_of(state: State, port: PortDraft) -> dict[str, object]:
    """The facts of a port that a device must log in on, by their names."""
    own = state.of(port.name)
    if not own.authenticates:
        return {}
    roles = state.access.roles
    accepted, critical, rejected = (
        roles.get(own.roles.get(what, ("", 0))[0]) for what in ("auth-role", "critical-role", "reject-role")
    )
    voice = accepted.tagged & state.voice if accepted else frozenset()
    refused = rejected.native if rejected else 0
    entered = critical.native if critical else 0
    keeps_phone = critical is not None and critical.tagged >= voice
    periods = {own.periods.get(way, _PERIOD) if way in own.repeats else 0 for way in own.authenticates}
    facts: dict[str, object] = {
        "dot1x": "dot1x" in own.authenticates,
        "mab": "mac-auth" in own.authenticates,
        "admits": "host-mode-any" if own.one_opens else "single" if own.clients == 1 else "many",
        "guest_vlan": refused,
        "failed_vlan": refused,
        "critical": "shut"
        if not entered
        else "own"
        if entered == _own_vlan(port) and keeps_phone
        else "vlan",
        "critical_vlan": entered if entered and entered != _own_vlan(port) else 0,
        "dynamic_vlan": True,
        "reauthenticate_s": 0 if 0 in periods else max(periods),
    }
    if len(voice) == 1 and port.mode != "trunk":
        facts["voice"] = min(voice)
    return facts
