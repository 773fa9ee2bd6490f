"""The interface blocks of EOS: Ethernet ports, Port-Channels, SVIs.

Source: Arista's published validated configurations and 4.32/4.33 running configurations. Hidden
defaults: `switchport`, mode access, access VLAN 1. A phone port is a trunk of two VLANs
(`mode trunk phone`), which the facts show as an access port with voice.
"""

from __future__ import annotations

import re

from netgen.readback.arista_eos import admission, guards, monitoring, pairs, quality
from netgen.readback.arista_eos.draft import EosDraft
from netgen.readback.indented import Node, split_cidr, whole_number
from netgen.readback.port_draft import PortDraft, read_storm
from netgen.readback.switch_draft import Draft

_KINDS = {
    "et": ("Ethernet", "physical"), "ethernet": ("Ethernet", "physical"),
    "po": ("Port-Channel", "lag"), "port-channel": ("Port-Channel", "lag"),
    "vl": ("Vlan", "vlan"), "vlan": ("Vlan", "vlan"),
    "ma": ("Management", "management"), "management": ("Management", "management"),
    "lo": ("Loopback", "other"), "loopback": ("Loopback", "other"),
}  # fmt: skip
_NAME = re.compile(r"([A-Za-z-]+) ?((?:\d+/)*)(\d+)(?:-(?:(?:\d+/)*)(\d+))?\Z")
_LIST = re.compile(r"((?:\d+/)*)(\d+)(?:-(?:(?:\d+/)*)(\d+))?\Z")
#: Lines of an interface that no other fact holds.
_SETTING = re.compile(
    r"(?:no )?(?:"
    r"speed .+|mtu \d+|load-interval .+|logging event .+|snmp trap .+|lldp .+|lacp .+"
    r"|port-channel (?:lacp|min-links) .+"
    r"|poe (?:limit|reboot|link|shutdown|negotiation|legacy) .+"
    r"|flow tracker .+|ip (?:icmp redirect|arp inspection limit .+|dhcp snooping limit .+)"
    r"|switchport phone trunk .+|switchport port-security.*|autostate|bandwidth \d+"
    r"|error-correction .+"
    r"|spanning-tree (?:cost|port-priority|link-type) .+|spanning-tree portfast auto|errdisable .+"
    r"|mac timestamp .+|bfd .+"
    r")\Z"
)


def _named(text: str) -> list[tuple[str, str, int]] | None:
    """(name, kind, number) of each interface of `Ethernet1-3,5`, `Vlan20` or `Port-Channel 1`."""
    head, *others = text.split(",")
    matched = _NAME.match(head.strip())
    family = _KINDS.get(matched[1].lower()) if matched else None
    if matched is None or family is None:
        return None
    pieces = [(matched[2], matched[3], matched[4])]
    for other in others:
        found = _LIST.match(other.strip())
        if found is None:
            return None
        pieces.append((found[1], found[2], found[3]))
    named: list[tuple[str, str, int]] = []
    for stem, first, last in pieces:
        low, high = int(first), int(last or first)
        if high - low > 4094:
            return None
        named.extend((f"{family[0]}{stem}{number}", family[1], number) for number in range(low, high + 1))
    return named


def read_interface(draft: EosDraft, node: Node) -> bool:
    """Read one block; False when its name is not understood."""
    named = _named(node.text.split(None, 1)[1]) if len(node.words) > 1 else None
    if not named:
        return False
    lines = list(draft.lines(node))
    for place, (name, kind, number) in enumerate(named):
        port = draft.port(name, kind, node.line, number if kind == "vlan" else 0)
        for line in lines:
            if _read_line(draft, port, line):
                continue
            if _SETTING.match(line.text):
                draft.keep(line, f"interface {name}")
            elif not place:
                draft.skip(line)
    return True


def _read_line(draft: EosDraft, port: PortDraft, node: Node) -> bool:
    words = node.words
    on = words[0] not in ("no", "default")
    if pairs.read_port(draft, port, words if on else words[1:], on=on):
        return True
    match words if on else words[1:]:
        case ["description", *_]:
            port.description = node.text.split(None, 1)[1] if on and len(words) > 1 else ""
        case ["shutdown"]:
            port.shutdown = on
        case ["switchport"]:
            port.mode = "" if on or words[0] == "default" else "routed"
        case ["switchport", *rest]:
            return _read_switchport(draft, port, node, rest, on=on)
        case ["spanning-tree", *rest]:
            return _read_spanning_tree(port, rest, on=on)
        case ["storm-control", "broadcast" | "multicast" | "unknown-unicast" | "all" as kind, *rest]:
            read_storm(port, kind, rest, on=on)
        case ["channel-group", number, "mode", mode] if on and whole_number(number) is not None:
            port.lag, port.lag_line, port.lag_active = int(number), node.line, mode == "active"
        case ["channel-group", *_] if not on:
            port.lag, port.lag_active = 0, False
        case ["l2", "mtu" | "mru", *size] if not on or (size and (whole_number(size[0]) or 0)):
            draft.socket(port.name).mtu = int(size[0]) if on else 0
        case ["poe", "disabled"]:
            port.poe_off = on
        case ["poe"]:
            port.poe_off = not on and words[0] == "no"
        case ["vrf", *rest] | ["vrf", "forwarding", *rest]:
            draft.set_vrf(port, rest[-1] if on and rest else "", node.line)
        case ["dhcp", "server", "ipv4"]:
            port.serves_dhcp = on
        case ["ip", *rest] if _read_ip(draft, port, node, rest, on=on):
            pass
        case ["ipv6", *rest] if port.read_ipv6(rest, node.line, on=on):
            pass
        case rest:
            return bool(rest) and any(
                read(draft, port, node, rest, on=on)
                for read in (admission.read_socket, guards.read_port, quality.read_port, monitoring.read_port)
            )
    return True


def _read_switchport(draft: Draft, port: PortDraft, node: Node, rest: list[str], *, on: bool) -> bool:
    match rest:
        case ["mode", "access" | "trunk" as mode]:
            port.mode = mode if on else ""
        case ["mode", "trunk", "phone"]:
            port.mode = "phone" if on else ""
        case ["mode"] if not on:
            port.mode = ""
        case ["access", "vlan", *number]:
            vlan = whole_number(number[0]) if number else None
            if on and vlan is None:
                return False
            port.access = vlan if on and vlan is not None else 1
            port.vlan_lines[port.access] = node.line
        case ["trunk", "native", "vlan", *number]:
            if on and number == ["tag"]:
                port.native = 0
                return True
            vlan = whole_number(number[0]) if number else None
            if on and vlan is None:
                return False
            port.native = vlan if on and vlan is not None else 1
            port.vlan_lines[port.native] = node.line
        case ["trunk", "allowed", "vlan", *how]:
            return port.allow(how if on else ["all"], node.line)
        case ["phone", "vlan", *number]:
            vlan = whole_number(number[0]) if number else None
            if on and vlan is None:
                return False
            port.voice = vlan if on and vlan is not None else 0
            if port.voice:
                port.vlan_lines[port.voice] = node.line
        case ["protected"]:
            port.isolated = on
        case _:
            return False
    if port.mode == "routed":
        draft.object_to(node.line, f"{port.name} is a routed port: `switchport` lines have no effect")
    return True


def _read_spanning_tree(port: PortDraft, rest: list[str], *, on: bool) -> bool:
    match rest:
        case ["portfast"] | ["portfast", "edge"]:
            port.portfast = "edge" if on else ""
        case ["portfast", "network" | "normal"]:
            port.portfast = "network" if on else ""
        case ["bpduguard", "enable" | "disable" | "rate-limit" as word, *more] if (
            word != "rate-limit" and not more
        ):
            port.bpdu_guard = word == "enable" if on else None
        case ["bpduguard"] if not on:
            port.bpdu_guard = None
        case ["guard", "root"]:
            port.root_guard = on
        case ["guard", "none" | "loop"] | ["guard"]:
            port.root_guard = False
        case _:
            return False
    return True


def _read_ip(draft: Draft, port: PortDraft, node: Node, rest: list[str], *, on: bool) -> bool:
    match rest:
        case ["address"] if not on:
            port.addresses.clear()
        case ["address", cidr, *more] if (
            more in ([], ["secondary"]) and (parts := split_cidr(cidr)) is not None
        ):
            address, length = parts
            if not on:
                port.addresses = [each for each in port.addresses if each[0] != address]
            elif more:
                port.addresses.append((address, length, node.line))
            else:
                port.addresses[:1] = [(address, length, node.line)]
        case ["address", "virtual", cidr] if on and (parts := split_cidr(cidr)) is not None:
            port.addresses.append((*parts, node.line))
        case ["access-group", name, "in"]:
            port.acl_in = draft.use_acl(name, node.line) if on else ""
        case ["access-group", name, "out"]:
            port.acl_out = draft.use_acl(name, node.line) if on else ""
        case ["access-group", "in"] if not on:
            port.acl_in = ""
        case ["helper-address", target, *more]:
            said = dict(zip(more[::2], more[1::2], strict=False))
            vrf = said.get("vrf", port.vrf)
            if vrf == "default":
                vrf = ""
            if vrf != port.vrf:
                draft.use_vrf(vrf, node.line)
                target = f"{target} in VRF {vrf or 'default'}"
            if said.get("source-interface"):
                target = f"{target} as {said['source-interface']}"
            if on:
                port.relays.append(target)
            elif target in port.relays:
                port.relays.remove(target)
        case ["dhcp", "snooping", "trust"]:
            port.trusted = on
        case ["proxy-arp"]:
            port.proxy_arp = on
        case _:
            return False
    return True
