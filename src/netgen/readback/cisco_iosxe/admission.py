"""802.1X and MAC authentication bypass of IOS-XE, in the classic lines and in IBNS 2.0.

Source: IOS-XE running configurations; Cisco, Identity-Based Networking Services Configuration Guide (17.x); the
17.12.1 native model (sanet, dot1x, mab, aaa). MAB is tried when 802.1X got no answer to all its requests; a device that
MAB does not know gets the VLAN of `event no-response`, one that 802.1X refuses that of `event fail`.
"""

from __future__ import annotations

from netgen.readback.cisco_iosxe.control_policy import outcome
from netgen.readback.cisco_iosxe.draft import IosDraft, Socket
from netgen.readback.facts import ObservedAccess
from netgen.readback.indented import Node, whole_number
from netgen.readback.port_draft import PortDraft

_COA_PORT = 3799
#: A client that has waited so long has given up asking for an address (RFC 2131: 4, 8, 16 seconds).
_PATIENCE_S = 30
_HOST_MODES = {
    "single-host": "single", "multi-domain": "domain", "multi-auth": "many", "multi-host": "host-mode-any",
}  # fmt: skip


def read_socket(draft: IosDraft, port: PortDraft, node: Node, words: list[str], *, on: bool) -> bool:
    """A line of an interface about authentication; `words` are without `no`."""
    own = draft.socket(port.name)
    own.line = own.line or node.line
    match words:
        case ["authentication", "event", *rest]:
            return _read_event(port, own, node, rest, on=on)
        case ["authentication" | "access-session", "host-mode", mode]:
            own.host_mode = mode if on else ""
        case ["authentication" | "access-session", "host-mode"] if not on:
            own.host_mode = ""
        case ["authentication" | "access-session", "port-control", *mode] if mode or not on:
            own.control = mode[0] if on else ""
        case ["authentication", "open"]:
            own.is_open = on
        case ["access-session", "closed"]:
            own.is_open = not on
        case ["authentication", "order", *methods]:
            own.order = tuple(methods) if on else ("dot1x", "mab")
        case ["authentication", "priority", *_]:
            pass
        case ["authentication", "periodic"]:
            own.periodic = on
        case ["authentication", "timer", "reauthenticate", *period]:
            number = whole_number(period[0]) if period else None
            if on and number is None and period != ["server"]:
                return False
            own.period = (number or 0) if on else 3600
        case ["authentication", "timer", "restart" | "inactivity" | "unauthorized", *_]:
            draft.keep(node, f"interface {port.name}")
        case ["authentication", "violation", "restrict" | "protect" | "replace" | "shutdown"]:
            draft.keep(node, f"interface {port.name}")
        case ["authentication" | "access-session", "control-direction", "in" | "both"]:
            pass
        case ["mab"]:
            own.mab = on
        case ["mab", "eap"]:
            own.mab = on
        case ["dot1x", "pae", "authenticator" | "both"] | ["dot1x", "pae"]:
            own.authenticator = on
        case ["dot1x", "timeout", "tx-period", *number]:
            own.tx_s = (whole_number(number[0]) if on and number else None) or 30
        case ["dot1x", "max-reauth-req", *number]:
            own.retries = (whole_number(number[0]) if on and number else None) or 2
        case ["dot1x", "timeout" | "max-req", *_]:
            draft.keep(node, f"interface {port.name}")
        case ["service-policy", "type", "control", "subscriber", name]:
            own.policy = (name, node.line) if on else ("", 0)
        case _:
            return False
    return True


def _read_event(port: PortDraft, own: Socket, node: Node, rest: list[str], *, on: bool) -> bool:
    match rest:
        case ["fail", "action", "next-method"] | ["fail", "retry", _, "action", "next-method"]:
            own.failed = 0
            return True
        case ["fail", *_] | ["no-response", *_] if not on:
            setattr(own, "failed" if rest[0] == "fail" else "guest", 0)
            return True
        case ["server", "dead", *_] if not on:
            if rest[-1] == "voice":
                own.dead_voice = False
            else:
                own.dead, own.dead_vlan = "", 0
            return True
        case ["server", "dead", "action", "authorize", "voice"]:
            own.dead_voice = True
            return True
        case ["server", "dead", "action", "authorize"]:
            own.dead = "own"
            return True
        case ["server", "alive", "action", "reinitialize"]:
            return True
        case [*_, "vlan", number] if (vlan := whole_number(number)) is not None:
            pass
        case _:
            return False
    match rest[:-2]:
        case ["fail", "action", "authorize"] | ["fail", "retry", _, "action", "authorize"]:
            own.failed = vlan
        case ["no-response", "action", "authorize"]:
            own.guest = vlan
        case ["server", "dead", "action", "authorize" | "reinitialize"]:
            own.dead, own.dead_vlan = "vlan", vlan
        case _:
            return False
    port.vlan_lines[vlan] = node.line
    return True


def read_global(draft: IosDraft, node: Node) -> bool:
    """`dot1x ...`, `aaa ...` and `radius-server ...` lines that concern sockets, and the block of CoA."""
    access, on = draft.access, node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["dot1x", "system-auth-control"]:
            access.on = on
        case ["aaa", "authentication", "dot1x", "default", "group", name, *_]:
            access.group, access.line = (name, node.line) if on else ("", 0)
            draft.group_uses.append((name, node.line))
        case ["aaa", "authorization", "network", "default", "group", name, *_]:
            access.authorizes = on
            draft.group_uses.append((name, node.line))
        case ["aaa", "accounting", "identity" | "dot1x", "default", *how]:
            return _read_accounting(draft, node, how, on=on)
        case ["aaa", "accounting", "update", *how]:
            minutes = whole_number(how[-1]) if "periodic" in how[:-1] else None
            access.interim_minutes = (minutes or 0) if on else 0
            return minutes is not None or not on
        case ["aaa", "server", "radius", "dynamic-author"] if on:
            access.coa_line = node.line
            for child in draft.lines(node):
                _read_author_line(draft, child)
        case ["radius-server", "dead-criteria", *how]:
            access.dead_criteria = on and "tries" in how
        case ["radius-server", "deadtime", *minutes]:
            access.dead_minutes = (whole_number(minutes[0]) or 0) if on and minutes else 0
        case _:
            return False
    return True


def _read_accounting(draft: IosDraft, node: Node, how: list[str], *, on: bool) -> bool:
    """On one line, or as a block of `action-type` and `group`."""
    words = [*how, *(word for child in draft.lines(node) for word in child.words)]
    if not on or "none" in words:
        draft.access.accounts = ""
        return True
    if "start-stop" not in words or "group" not in words[:-1]:
        return False
    draft.access.accounts = words[words.index("group") + 1]
    draft.group_uses.append((draft.access.accounts, node.line))
    return True


def _read_author_line(draft: IosDraft, node: Node) -> None:
    match node.words:
        case ["client", host, *more] if "server-key" in more[:-1]:
            draft.access.coa.append(host)
            draft.secrets.append((f"radius coa {host}", more[-1]))
            if "vrf" in more[:-1]:
                draft.use_vrf(more[more.index("vrf") + 1], node.line)
        case ["client", host]:
            draft.object_to(node.line, f"sessions are changed by {host} without a key")
        case ["port", number] if whole_number(number) is not None:
            draft.access.coa_port = int(number)
        case ["ignore", "server-key"]:
            draft.object_to(node.line, "sessions are changed by whoever has no key")
        case ["auth-type", "any" | "all" | "session-key"] | ["ignore", "session-key"]:
            pass
        case _:
            draft.skip(node)


def socket_facts(draft: IosDraft, port: PortDraft) -> dict[str, object]:
    """The facts of a socket, and objections to what contradicts itself there."""
    own = draft.sockets.get(port.name, Socket())
    if own.control == "force-unauthorized":
        draft.object_to(own.line, f"{port.name} lets no device in, whoever it is")
    if own.control != "auto" or not (own.authenticator or own.mab):
        if own.authenticator or own.mab or own.policy[0]:
            draft.object_to(
                own.line, f"{port.name} has lines of 802.1X and asks nobody: its control is not auto"
            )
        return {}
    if own.policy[0]:
        return _by_policy(draft, port, own)
    facts = _by_lines(draft, port, own)
    return facts | _common(draft, port, own, dot1x=bool(facts["dot1x"]), mab=bool(facts["mab"]))


def _by_lines(draft: IosDraft, port: PortDraft, own: Socket) -> dict[str, object]:
    """The classic lines."""
    dot1x = own.authenticator and "dot1x" in own.order
    mab = own.mab and "mab" in own.order
    if dot1x and mab and own.order[:1] != ("dot1x",):
        draft.object_to(own.line, f"{port.name} tries MAB before 802.1X")
    guest = own.guest
    # A refused device goes on to MAB, and from there as an unknown one, where no VLAN is said for it.
    failed = own.failed or (guest if mab else 0)
    return {
        "dot1x": dot1x,
        "mab": mab,
        "admits": _HOST_MODES.get(own.host_mode or "single-host", own.host_mode),
        "guest_vlan": guest,
        "failed_vlan": failed,
        **_critical(draft, port, own.dead, own.dead_vlan, voice=own.dead_voice),
    }


def _by_policy(draft: IosDraft, port: PortDraft, own: Socket) -> dict[str, object]:
    """A control policy (IBNS 2.0), carried out for a device that is unknown, one that is refused and one in a pinch."""
    name, line = own.policy
    policy = draft.control_policies.get(name)
    if policy is None:
        draft.object_to(line, f"policy {name} is not defined")
        return {}
    unknown, refused, dead = (outcome(draft, policy, how) for how in ("unknown", "refused", "dead"))
    dot1x, mab = own.authenticator and "dot1x" in unknown.tried, own.mab and "mab" in unknown.tried
    way, vlan = ("vlan" if dead.vlan else "own", dead.vlan) if dead.enters else ("", 0)
    facts: dict[str, object] = {
        "dot1x": dot1x,
        "mab": mab,
        "admits": _HOST_MODES.get(own.host_mode or "multi-auth", own.host_mode),
        "guest_vlan": unknown.vlan,
        "failed_vlan": refused.vlan,
        **_critical(draft, port, way, vlan, voice=dead.voice),
    }
    if (unknown.enters and not unknown.vlan) or (refused.enters and not refused.vlan):
        draft.object_to(line, f"policy {name} lets unknown devices into the VLAN of {port.name}")
    return facts | _common(draft, port, own, dot1x=dot1x, mab=mab)


def _critical(draft: IosDraft, port: PortDraft, way: str, vlan: int, *, voice: bool) -> dict[str, object]:
    if way and port.voice and not voice:
        draft.object_to(port.line, f"telephones at {port.name} lose their VLAN while no server answers")
    own = way == "own" or (way == "vlan" and vlan == port.access)
    return {
        "critical": "own" if own else way or "shut",
        "critical_vlan": (vlan or port.access) if way else 0,
    }


def _common(draft: IosDraft, port: PortDraft, own: Socket, *, dot1x: bool, mab: bool) -> dict[str, object]:
    if own.is_open:
        draft.object_to(own.line, f"{port.name} lets devices in before they have logged in")
    waits = own.tx_s * (own.retries + 1)
    if dot1x and mab and waits > _PATIENCE_S:
        draft.object_to(own.line, f"{port.name} tries MAB after {waits} seconds, when clients have given up")
    if port.mode != "access":
        draft.object_to(own.line, f"{port.name} authenticates devices and is {port.mode}, not access")
    return {
        "dynamic_vlan": draft.access.authorizes,
        "reauthenticate_s": own.period if own.periodic else 0,
    }


def access_facts(draft: IosDraft) -> ObservedAccess:
    """The facts of the switch."""
    access = draft.access
    hosts = tuple(access.hosts.get(name, name) for name in access.groups.get(access.group, ()))
    minutes = access.group_minutes.get(access.group, access.dead_minutes)
    coa = tuple(access.coa) if access.coa_port == _COA_PORT else ()
    if access.coa and not coa:
        draft.object_to(access.coa_line, f"CoA is listened for on port {access.coa_port}, not {_COA_PORT}")
    if access.accounts and access.group and access.accounts != access.group:
        draft.object_to(access.line, f"accounting goes to {access.accounts}, logins to {access.group}")
    return ObservedAccess(
        enabled=access.on and bool(access.group),
        servers=hosts,
        coa=coa,
        detects_dead=access.dead_criteria and minutes > 0,
        dead_s=minutes * 60,
        accounts=bool(access.accounts),
        interim_s=access.interim_minutes * 60 if access.accounts else 0,
        line=access.line,
    )
