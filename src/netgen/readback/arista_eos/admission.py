"""802.1X and MAC based authentication of EOS.

Source: Arista's published validated configurations (campus fabric; dot1x) and data model of the same; DISA, Arista MLS
EOS L2S STIG. A device that RADIUS does not know and one that it refuses get the same VLAN, that of an authentication
failure. CoA comes to port 3799 without another word. RADIUS may name the VLAN of any device that logs in. Without a
host mode the text does not say who is admitted.
"""

from __future__ import annotations

from netgen.readback.arista_eos.draft import Access, EosDraft, Socket
from netgen.readback.facts import ObservedAccess
from netgen.readback.indented import Node, whole_number
from netgen.readback.port_draft import PortDraft

_COA_PORT = 3799
#: A client that has waited so long has given up asking for an address (RFC 2131: 4, 8, 16 seconds).
_PATIENCE_S = 30
#: Lines of the `dot1x` block, and of the switch, that no fact holds.
_SILENT_STARTS = ("radius av-pair", "mac-based-auth radius av-pair", "supplicant logging", "captive-portal")


def read_global(draft: EosDraft, node: Node) -> bool:
    """`dot1x`, and the lines of `aaa` and `radius-server` that concern sockets."""
    access, on = draft.access, node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["dot1x"] if on:
            for child in draft.lines(node):
                _read_line(draft, child)
        case ["dot1x", "system-auth-control"]:
            access.on = on
        case ["dot1x", "dynamic-authorization"]:
            access.coa = on
        case ["dot1x", "protocol", "lldp" | "bpdu", "bypass"]:
            draft.keep(node)
        case ["radius-server", "dynamic-authorization", "port", number]:
            access.coa_port = (whole_number(number) or 0) if on else _COA_PORT
        case ["radius-server", "deadtime", *minutes]:
            access.dead_minutes = (whole_number(minutes[0]) or 0) if on and minutes else 0
        case ["aaa", "authentication", "dot1x", "default", "group", name]:
            access.group, access.line = (name, node.line) if on else ("", 0)
            draft.group_uses.append((name, node.line))
        case ["aaa", "accounting", "dot1x", "default", "start-stop", "group", name]:
            access.accounts = name if on else ""
            draft.group_uses.append((name, node.line))
        case ["aaa", "accounting", "dot1x", "default", *_] if not on:
            access.accounts = ""
        case _:
            return False
    return True


def _read_line(draft: EosDraft, node: Node) -> None:
    """A line of the `dot1x` block."""
    access = draft.access
    match node.words:
        case ["aaa", "unresponsive", *rest]:
            if not _read_unresponsive(access, rest) and rest[:1] not in (["eap"], ["recovery"]):
                draft.skip(node)
        case ["aaa", "accounting", "update", "interval", seconds, "seconds"] if whole_number(seconds):
            access.interim_s = int(seconds)
        case ["mac", "based", "authentication", "delay", seconds, *_] if whole_number(seconds) is not None:
            access.delay_s = int(seconds)
            if access.delay_s > _PATIENCE_S:
                draft.object_to(node.line, f"MAB begins after {seconds} seconds, when clients have given up")
        case ["mac", "based", "authentication", "hold", "period", *_]:
            draft.keep(node, "dot1x")
        case _:
            if not node.text.startswith(_SILENT_STARTS):
                draft.skip(node)
            else:
                draft.keep(node, "dot1x")


def _read_unresponsive(own: Access | Socket, rest: list[str]) -> bool:
    """What happens while no server answers: `[phone] action [apply cached-results ... else] traffic ...`."""
    is_phone = rest[:1] == ["phone"]
    words = rest[1:] if is_phone else rest
    if words[:1] != ["action"]:
        return False
    words = words[1:]
    if words[:2] == ["apply", "cached-results"]:
        words = words[words.index("else") + 1 :] if "else" in words else ["traffic", "drop"]
    match words:
        case ["traffic", "drop"]:
            way, vlan = "drop", 0
        case ["traffic", "allow"]:
            way, vlan = "own", 0
        case ["traffic", "allow", "vlan", number] if (value := whole_number(number)) is not None:
            way, vlan = "vlan", value
        case _:
            return False
    if is_phone:
        own.phone_unresponsive = way
    else:
        own.unresponsive, own.unresponsive_vlan = way, vlan
    return True


def read_socket(draft: EosDraft, port: PortDraft, node: Node, words: list[str], *, on: bool) -> bool:
    """A line of an interface about authentication; `words` are without `no` or `default`."""
    if words[0] != "dot1x":
        return False
    own = draft.socket(port.name)
    own.line = own.line or node.line
    match words[1:]:
        case ["pae", "authenticator"] | ["pae"]:
            own.authenticator = on
        case ["port-control", "force-authorized", "phone"]:
            draft.keep(node, f"interface {port.name}")
        case ["port-control", *mode] if mode or not on:
            own.control = mode[0] if on else ""
        case ["host-mode", *mode] if mode or not on:
            own.host_mode = " ".join(mode) if on else ""
        case ["mac", "based", "authentication", *more] if set(more) <= {"always", "host-mode", "common"}:
            own.mab = on
            if on and "common" in more:
                draft.object_to(node.line, f"the first device at {port.name} opens it for all others")
        case ["eapol", "disabled"]:
            own.eapol = not on
        case ["eapol", "authentication", "failure", "fallback", "mba", *_]:
            draft.keep(node, f"interface {port.name}")
        case ["authentication", "failure", "action", "traffic", "allow", "vlan", number] if (
            vlan := whole_number(number)
        ) is not None:
            own.failed = vlan if on else 0
            if on:
                port.vlan_lines[vlan] = node.line
        case ["authentication", "failure", "action", "traffic", "drop"] | [
            "authentication",
            "failure",
            *_,
        ] if words[-1] == "drop" or not on:
            own.failed = 0
        case ["aaa", "unresponsive", *rest]:
            if not on:
                own.unresponsive = own.phone_unresponsive = ""
                return True
            if rest[:1] in (["eap"], ["recovery"]):
                return True
            return _read_unresponsive(own, rest)
        case ["reauthentication"]:
            own.reauthenticates = on
        case ["timeout", "reauth-period", *period]:
            own.period = (whole_number(period[0]) or 0) if on and period else 3600
        case ["timeout", "tx-period" | "quiet-period" | "idle-host", *_]:
            draft.keep(node, f"interface {port.name}")
        case ["timeout", "reauth-timeout-ignore", "always"] | ["reauthorization", "request", "limit", *_]:
            draft.keep(node, f"interface {port.name}")
        case ["unauthorized", "access" | "native", "vlan", "membership", "egress"]:
            draft.keep(node, f"interface {port.name}")
        case _:
            return False
    return True


def socket_facts(draft: EosDraft, port: PortDraft) -> dict[str, object]:
    """The facts of a socket, and objections to what contradicts itself there."""
    own, access = draft.sockets.get(port.name, Socket()), draft.access
    if own.control == "force-unauthorized":
        draft.object_to(own.line, f"{port.name} lets no device in, whoever it is")
    if own.control != "auto" or not own.authenticator:
        if own.authenticator or own.mab or own.control == "auto":
            draft.object_to(own.line, f"{port.name} has lines of 802.1X that do not make it ask")
        return {}
    way, vlan = own.unresponsive, own.unresponsive_vlan
    if not way:
        way, vlan = access.unresponsive, access.unresponsive_vlan
    phone = own.phone_unresponsive or access.phone_unresponsive
    if way in ("own", "vlan") and port.voice and phone not in ("own", "vlan"):
        draft.object_to(own.line, f"telephones at {port.name} lose their VLAN while no server answers")
    base = port.native if port.mode == "phone" else port.access
    if port.mode in ("trunk", "routed"):
        draft.object_to(own.line, f"{port.name} authenticates devices and is {port.mode}, not access")
    is_own = way == "own" or (way == "vlan" and vlan == base)
    return {
        "dot1x": own.eapol,
        "mab": own.mab,
        "admits": {
            "single-host": "single", "multi-host authenticated": "many", "multi-host": "host-mode-any",
        }.get(own.host_mode, own.host_mode),
        "guest_vlan": own.failed if own.mab else 0,
        "failed_vlan": own.failed,
        "critical": "own" if is_own else "vlan" if way == "vlan" else "shut",
        "critical_vlan": (vlan or base) if way in ("own", "vlan") else 0,
        "dynamic_vlan": True,
        "reauthenticate_s": own.period if own.reauthenticates else 0,
    }  # fmt: skip


def access_facts(draft: EosDraft) -> ObservedAccess:
    """The facts of the switch. CoA is taken from every RADIUS server, with its own key."""
    access = draft.access
    hosts = tuple(access.groups.get(access.group, ()))
    listens = access.coa and access.coa_port == _COA_PORT
    if access.coa and not listens:
        draft.object_to(
            access.line, f"CoA is listened for on port {access.coa_port or 'none'}, not {_COA_PORT}"
        )
    if access.accounts and access.group and access.accounts != access.group:
        draft.object_to(access.line, f"accounting goes to {access.accounts}, logins to {access.group}")
    return ObservedAccess(
        enabled=access.on and bool(access.group),
        servers=hosts,
        coa=tuple(draft.radius) if listens else (),
        detects_dead=access.dead_minutes > 0,
        dead_s=access.dead_minutes * 60,
        accounts=bool(access.accounts),
        interim_s=access.interim_s if access.accounts else 0,
        line=access.line,
    )
