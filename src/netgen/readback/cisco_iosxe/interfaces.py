"""The interface blocks of IOS-XE: ports, Port-channels, SVIs.

Source: Catalyst 9200/9300 17.12 running configurations; `switchport` on and access VLAN 1 are
hidden defaults, a port without a mode negotiates (`dynamic auto`).
"""

from __future__ import annotations

import re

from netgen.readback.cisco_iosxe import admission, guards, monitoring, quality
from netgen.readback.cisco_iosxe.draft import IosDraft
from netgen.readback.indented import Node, ipv4, mask_length, split_cidr, whole_number
from netgen.readback.port_draft import PortDraft, read_storm
from netgen.readback.switch_draft import Draft

_FULL = {
    "fa": "FastEthernet", "fas": "FastEthernet", "gi": "GigabitEthernet", "gig": "GigabitEthernet",
    "two": "TwoGigabitEthernet", "tw": "TwoGigabitEthernet", "fi": "FiveGigabitEthernet",
    "te": "TenGigabitEthernet", "ten": "TenGigabitEthernet", "twe": "TwentyFiveGigE",
    "fo": "FortyGigabitEthernet", "hu": "HundredGigE", "ap": "AppGigabitEthernet", "po": "Port-channel",
    "vl": "Vlan", "vlan": "Vlan", "lo": "Loopback", "port-channel": "Port-channel",
}  # fmt: skip
_PHYSICAL = frozenset((
    "FastEthernet", "GigabitEthernet", "TwoGigabitEthernet", "FiveGigabitEthernet", "TenGigabitEthernet",
    "TwentyFiveGigE", "FortyGigabitEthernet", "HundredGigE", "AppGigabitEthernet",
))  # fmt: skip
_CANONICAL = {name.lower(): name for name in (*_PHYSICAL, "Port-channel", "Vlan", "Loopback")}
_NAME = re.compile(r"([A-Za-z-]*[A-Za-z]) ?(\d+(?:/\d+)*)\Z")
_RANGE = re.compile(r"(?:([A-Za-z-]*[A-Za-z]) ?)?((?:\d+/)*)(\d+)(?: ?- ?(\d+))?\Z")
#: Lines of an interface that no other fact holds.
_SETTING = re.compile(
    r"(?:no )?(?:"
    r"negotiation auto|speed \S+|duplex \S+|mtu \d+|load-interval \d+|lacp (?:rate|port-priority) \S+"
    r"|logging event .+|snmp trap .+|cdp enable|lldp (?:transmit|receive)|mdix auto|udld port.*"
    r"|ip (?:unreachables|mask-reply|route-cache.*|mtu \d+|tcp adjust-mss \d+)"
    r"|ip arp inspection limit .+|ip dhcp snooping limit rate \d+"
    r"|device-tracking(?: attach-policy \S+)?"
    r"|switchport port-security.*|auto qos .+|bandwidth \d+|delay \d+"
    r"|power inline (?:port (?:poe-ha|perpetual-poe-ha|2-event|1-event)|consumption \d+)"
    r"|network-policy \d+|spanning-tree (?:link-type \S+"
    r"|cost \d+|port-priority \d+)"
    r")\Z"
)


def full_name(text: str) -> tuple[str, str, int] | None:
    """(full name, kind, number) of an interface name, short names spelled out; None when unknown."""
    matched = _NAME.match(text)
    if matched is None:
        return None
    word = matched[1].lower()
    family = _CANONICAL.get(word) or _FULL.get(word)
    if family is None:
        return None
    kind = "physical" if family in _PHYSICAL else {"Port-channel": "lag", "Vlan": "vlan"}.get(family, "other")
    number = whole_number(matched[2])
    return family + matched[2], kind, number if number is not None else 0


def _named(node: Node) -> list[str] | None:
    """The interface names of an `interface` line; `interface range` written out."""
    rest = node.text.split(None, 1)[1] if len(node.words) > 1 else ""
    if node.words[1:2] != ["range"]:
        return [rest]
    names: list[str] = []
    family, stem = "", ""
    for part in rest.split(None, 1)[1:]:
        for piece in part.split(","):
            matched = _RANGE.match(piece.strip())
            if matched is None:
                return None
            family, stem = matched[1] or family, matched[2] or stem
            first, last = int(matched[3]), int(matched[4] or matched[3])
            if last - first > 1000:
                return None
            names.extend(f"{family}{stem}{number}" for number in range(first, last + 1))
    return names


def read_interface(draft: IosDraft, node: Node) -> bool:
    """Read one block; False when its name is not understood."""
    known = [full_name(name) for name in _named(node) or []]
    if not known or None in known:
        return False
    lines = list(draft.lines(node))
    for place, found in enumerate(known):
        if found is None:
            continue
        name, kind, number = found
        port = draft.port(name, kind, node.line, number if kind == "vlan" else 0)
        if not port.mode:
            port.mode = "routed" if name == "GigabitEthernet0/0" else "dynamic"
        for line in _with_templates(draft, lines):
            if _read_line(draft, port, line):
                continue
            if _SETTING.match(line.text):
                draft.keep(line, f"interface {name}")
            elif not place:
                draft.skip(line)
    return True


def _with_templates(draft: IosDraft, lines: list[Node]) -> list[Node]:
    """The lines of an interface, those of its templates (`source template X`) before its own."""
    found: list[Node] = []
    for line in lines:
        if line.words[:2] == ["source", "template"] and len(line.words) > 2:
            if line.words[2] not in draft.templates:
                draft.object_to(line.line, f"template {line.words[2]} is not defined")
            found += draft.templates.get(line.words[2], [])
    return found + [line for line in lines if line.words[:2] != ["source", "template"]]


def _read_line(draft: IosDraft, port: PortDraft, node: Node) -> bool:
    words = node.words
    on = words[0] != "no"
    match words if on else words[1:]:
        case ["description", *_]:
            port.description = node.text.split(None, 1)[1] if on and len(words) > 1 else ""
        case ["shutdown"]:
            port.shutdown = on
        case ["switchport"]:
            port.mode = "dynamic" if on else "routed"
        case ["switchport", *rest]:
            return _read_switchport(draft, port, node, rest, on=on)
        case ["spanning-tree", *rest]:
            return _read_spanning_tree(port, rest, on=on)
        case ["storm-control", "broadcast" | "multicast" | "unicast" | "unknown-unicast" as kind, *rest]:
            read_storm(port, kind, rest, on=on)
        case ["storm-control", "action", "trap" | "shutdown"]:
            draft.keep(node, f"interface {port.name}")
        case ["channel-group", *rest]:
            return _read_channel_group(port, node, rest, on=on)
        case ["power", "inline", "never"]:
            port.poe_off = on
        case ["power", "inline", "auto" | "static", *_]:
            port.poe_off = False
        case ["vrf", "forwarding", *rest] | ["ip", "vrf", "forwarding", *rest]:
            draft.set_vrf(port, rest[0] if on and rest else "", node.line)
        case ["ip", *rest] if _read_ip(draft, port, node, rest, on=on):
            pass
        case ["ipv6", *rest] if port.read_ipv6(rest, node.line, on=on):
            pass
        case rest:
            return any(
                read(draft, port, node, rest, on=on)
                for read in (admission.read_socket, guards.read_port, quality.read_port, monitoring.read_port)
            )
    return True


def _read_switchport(draft: Draft, port: PortDraft, node: Node, rest: list[str], *, on: bool) -> bool:
    match rest:
        case ["mode", "access" | "trunk" as mode]:
            port.mode = mode if on else "dynamic"
        case ["mode"] if not on:
            port.mode = "dynamic"
        case ["mode", "dynamic", "auto" | "desirable"]:
            port.mode = "dynamic"
        case ["access", "vlan", *number]:
            vlan = whole_number(number[0]) if number else None
            if on and vlan is None:
                return False
            port.access = vlan if on and vlan is not None else 1
            port.vlan_lines[port.access] = node.line
        case ["trunk", "native", "vlan", *number]:
            vlan = whole_number(number[0]) if number else None
            if on and vlan is None:
                return False
            port.native = vlan if on and vlan is not None else 1
            port.vlan_lines[port.native] = node.line
        case ["trunk", "allowed", "vlan", *how]:
            return port.allow(how if on else ["all"], node.line)
        case ["voice", "vlan", number] if on:
            vlan = whole_number(number)
            if vlan is None:
                return False
            port.voice = vlan
            port.vlan_lines[vlan] = node.line
        case ["voice", "vlan", *_]:
            port.voice = 0
        case ["protected"]:
            port.isolated = on
        case ["nonegotiate"]:
            port.silent = on
            return True
        case _:
            return False
    if port.mode == "routed":
        draft.object_to(node.line, f"{port.name} is a routed port: `switchport` lines have no effect")
    return True


def _read_spanning_tree(port: PortDraft, rest: list[str], *, on: bool) -> bool:
    match rest:
        case ["portfast"] | ["portfast", "edge"]:
            port.portfast = "edge" if on else "disable"
        case ["portfast", "trunk"] | ["portfast", "edge", "trunk"]:
            port.portfast = "trunk" if on else "disable"
        case ["portfast", "disable"]:
            port.portfast = "disable" if on else ""
        case ["portfast", "network"]:
            port.portfast = "network" if on else ""
        case ["bpduguard", "enable"]:
            port.bpdu_guard = True if on else None
        case ["bpduguard", "disable"]:
            port.bpdu_guard = False if on else None
        case ["bpduguard"] if not on:
            port.bpdu_guard = None
        case ["guard", "root"]:
            port.root_guard = on
        case ["guard", "none" | "loop"] | ["guard"]:
            port.root_guard = False
        case _:
            return False
    return True


def _read_channel_group(port: PortDraft, node: Node, rest: list[str], *, on: bool) -> bool:
    match rest:
        case [number, "mode", mode] if on and whole_number(number) is not None:
            port.lag, port.lag_line = int(number), node.line
            port.lag_active = mode == "active"
        case _ if not on:
            port.lag, port.lag_active = 0, False
        case _:
            return False
    return True


def _relay(words: list[str], vrf: str) -> str:
    """A relay's server, with its VRF where that is not the interface's: `vrf NAME ADDRESS` or `global ADDRESS`."""
    named = words[1] if words[0] == "vrf" and len(words) == 3 else "" if words[0] == "global" else vrf
    return words[-1] if named == vrf else f"{words[-1]} in VRF {named or 'global'}"


def _read_ip(draft: Draft, port: PortDraft, node: Node, rest: list[str], *, on: bool) -> bool:
    match rest:
        case ["address"] if not on:
            port.addresses.clear()
        case ["address", address, mask, *more] if more in ([], ["secondary"]):
            length = mask_length(mask)
            return length is not None and _read_address(port, node, address, length, second=bool(more), on=on)
        case ["address", cidr] if (parts := split_cidr(cidr)) is not None:
            return _read_address(port, node, *parts, second=False, on=on)
        case ["access-group", name, "in"]:
            port.acl_in = draft.use_acl(name, node.line) if on else ""
        case ["access-group", name, "out"]:
            port.acl_out = draft.use_acl(name, node.line) if on else ""
        case ["helper-address", *target] if target:
            relay = _relay(target, port.vrf)
            if on:
                port.relays.append(relay)
            elif relay in port.relays:
                port.relays.remove(relay)
        case ["dhcp", "snooping", "trust"]:
            port.trusted = on
        case ["network-broadcast"]:
            port.hears_broadcasts = on
        case ["directed-broadcast", *name] if len(name) <= 1:
            port.broadcasts_line = node.line if on else 0
            port.broadcasts_acl = draft.use_acl(name[0], node.line) if on and name else ""
        case ["proxy-arp"]:
            port.proxy_arp = on
        case ["redirects"]:
            port.redirects = on
        case _:
            return False
    return True


def _read_address(port: PortDraft, node: Node, address: str, length: int, *, second: bool, on: bool) -> bool:
    if ipv4(address) is None:
        return False
    if not on:
        port.addresses = [each for each in port.addresses if each[0] != address]
    elif second:
        port.addresses.append((address, length, node.line))
    else:
        port.addresses[:1] = [(address, length, node.line)]
    return True
