"""What a device may claim: its address, its ARP, to be a router; loops behind a port; power and frame sizes.

Source: IOS-XE running configurations; the 17.12.1 native model (arp, nd, dhcp, loop-detect, power, switch). A policy of
the first hop refuses routers or servers unless it says another role or `trusted-port`; a policy that is not named is
the built-in one, which refuses.
"""

from __future__ import annotations

from netgen.readback.cisco_iosxe.draft import IosDraft, Socket
from netgen.readback.indented import Node, number_list, whole_number
from netgen.readback.port_draft import EVERY_VLAN, PortDraft

_KINDS = {("nd", "raguard"): "raguard", ("dhcp", "guard"): "dhcp"}
_REFUSING = {"raguard": "host", "dhcp": "client"}


def read_global(draft: IosDraft, node: Node) -> bool:
    """`ip arp inspection vlan`, policies of the first hop, `vlan configuration` and `system mtu`."""
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["ip", "arp", "inspection", "vlan", *text] if text:
            listed = number_list("".join(text))
            if not listed:
                return False
            (draft.inspected.update if on else draft.inspected.difference_update)(listed)
            draft.inspected_line = node.line
        case ["ipv6", first, second, "policy", name] if on and (first, second) in _KINDS:
            _read_policy(draft, _KINDS[first, second], name, node)
        case ["vlan", "configuration", *text] if on and (listed := number_list("".join(text))):
            _read_vlans(draft, listed, node)
        case ["system", "mtu", *size]:
            number = whole_number(size[0]) if size else None
            if on and number is None:
                return False
            draft.mtu = (number or 0) if on else 0
        case _:
            return False
    return True


def _read_policy(draft: IosDraft, kind: str, name: str, node: Node) -> None:
    refuses = True
    for child in draft.lines(node):
        match child.words:
            case ["device-role", role]:
                refuses = refuses and role == _REFUSING[kind]
            case ["trusted-port"]:
                refuses = False
            case ["no", *_]:
                pass
            case _:
                draft.skip(child)
    draft.first_hop[kind, name] = refuses


def _attached(words: list[str]) -> tuple[str, str] | None:
    """(kind, policy name) of `ipv6 nd raguard [attach-policy NAME [vlan ...]]`."""
    match words:
        case ["ipv6", first, second] if (first, second) in _KINDS:
            return _KINDS[first, second], ""
        case ["ipv6", first, second, "attach-policy"] if (first, second) in _KINDS:
            return _KINDS[first, second], ""
        case ["ipv6", first, second, "attach-policy", name] if (first, second) in _KINDS:
            return _KINDS[first, second], name
        case _:
            return None


def _read_vlans(draft: IosDraft, vlans: tuple[int, ...], node: Node) -> None:
    for child in draft.lines(node):
        found = _attached(child.words)
        if found is None:
            draft.skip(child)
            continue
        kind, name = found
        if draft.first_hop.get((kind, name), not name):
            draft.guarded_vlans.setdefault(kind, set()).update(vlans)


def read_port(draft: IosDraft, port: PortDraft, node: Node, words: list[str], *, on: bool) -> bool:
    """The guards of a port; `words` are without `no`."""
    own = draft.socket(port.name)
    match words:
        case ["ip", "verify", "source", *more] if set(more) <= {"mac-check", "port-security", "tracking"}:
            own.locks_sources = on
        case ["ip", "arp", "inspection", "trust"]:
            own.arp_trusted = on
        case ["loopdetect"]:
            own.loops = on
        case ["loopdetect", "action", "syslog"]:
            own.loops = False
        case ["loopdetect", "source-port" | "interval", *_] | ["loopdetect", _]:
            own.loops = on or own.loops
        case ["power", "inline", "port", "priority", *word]:
            own.power = word[0] if on and word else "low"
        case ["mtu", *size] if port.kind in ("physical", "lag"):
            own.mtu = (whole_number(size[0]) if on and size else None) or 0
        case _:
            found = _attached(words)
            if found is None:
                return False
            kind, name = found
            if on:
                own.attached[kind] = (name, node.line)
            else:
                own.attached.pop(kind, None)
    return True


def port_facts(draft: IosDraft, port: PortDraft) -> dict[str, object]:
    """The facts of a port, and objections to what contradicts itself there."""
    own = draft.sockets.get(port.name, Socket())
    for kind, (name, line) in own.attached.items():
        if name and (kind, name) not in draft.first_hop:
            draft.object_to(line, f"policy {name} is not defined")
    if own.locks_sources and not (draft.snooping_on and _vlans_of(port) <= draft.snooping_vlans):
        draft.object_to(port.line, f"{port.name} locks addresses in a VLAN where no DHCP snooping knows them")
    return {
        "source_guard": own.locks_sources,
        "arp_trusted": own.arp_trusted,
        "ra_guard": all(_refuses(draft, port, own, kind) for kind in _REFUSING),
        "loop_guard": own.loops,
        "poe_priority": own.power,
        "mtu": own.mtu,
    }


def _refuses(draft: IosDraft, port: PortDraft, own: Socket, kind: str) -> bool:
    if kind in own.attached:
        name = own.attached[kind][0]
        return draft.first_hop.get((kind, name), not name)
    vlans = _vlans_of(port)
    return bool(vlans) and vlans <= draft.guarded_vlans.get(kind, set())


def _vlans_of(port: PortDraft) -> set[int]:
    if port.mode != "trunk":
        return {port.access} | ({port.voice} if port.voice else set())
    return set() if port.allowed is EVERY_VLAN else set(port.allowed)


def check(draft: IosDraft) -> None:
    """Object to ARP inspection without the snooping that it asks."""
    for vlan in sorted(draft.inspected - (draft.snooping_vlans if draft.snooping_on else set())):
        draft.object_to(
            draft.inspected_line, f"ARP inspection of VLAN {vlan} has no DHCP snooping to know addresses from"
        )
