"""Two EOS switches as an MLAG pair: the domain, LAGs across both, trunk groups, gateways that both answer for.

Source: EOS User Manual, Multi-Chassis Link Aggregation (domain, local interface, peer address, peer link, heartbeat,
dual primary detection, reload delay), VLANs (trunk groups: a VLAN with groups is carried by trunks of one of them
alone) and VARP (`ip virtual-router`: nothing is answered without the hardware address); Batfish's grammar of the block.
"""

from __future__ import annotations

import re

import msgspec

from netgen.readback.arista_eos.draft import EosDraft
from netgen.readback.facts import ObservedPair, ObservedSetting
from netgen.readback.indented import Node, ipv4, number_list, whole_number
from netgen.readback.port_draft import EVERY_VLAN, PortDraft

_MAC = re.compile(r"(?:[0-9a-f]{2}:){5}[0-9a-f]{2}|(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}")
_INTERFACE = re.compile(r"(vl|vlan|po|port-channel) ?(\d{1,4})", re.IGNORECASE)
#: Lines of the block that no other fact holds.
_SETTING = re.compile(
    r"(?:no )?(?:reload-delay .+|heartbeat-interval \d+|primary-priority \d+"
    r"|dual-primary recovery delay .+|lacp standby)"
)


def read_global(draft: EosDraft, node: Node) -> bool:
    """`mlag configuration`, `ip virtual-router mac-address` and `no spanning-tree vlan-id`."""
    match node.words:
        case ["mlag"] | ["mlag", "configuration"]:
            _read_domain(draft, node)
        case ["no", "mlag"] | ["no", "mlag", "configuration"]:
            draft.pair = None
        case ["ip", "virtual-router", "mac-address", mac] if _MAC.fullmatch(mac.lower()):
            draft.virtual_mac, draft.virtual_mac_line = _plain(mac), node.line
        case ["no", "ip", "virtual-router", "mac-address", *_]:
            draft.virtual_mac = ""
        case ["no", "spanning-tree", "vlan-id" | "vlan", vlans] if listed := number_list(vlans):
            draft.treeless.update(dict.fromkeys(listed, node.line))
        case ["spanning-tree", "vlan-id" | "vlan", vlans] if listed := number_list(vlans):
            for number in listed:
                draft.treeless.pop(number, None)
        case _:
            return False
    return True


def _plain(mac: str) -> str:
    digits = mac.lower().replace(".", "").replace(":", "")
    return ":".join(digits[place : place + 2] for place in range(0, len(digits), 2))


def _read_domain(draft: EosDraft, node: Node) -> None:
    pair = draft.pair or ObservedPair(node.line)
    found: dict[str, object] = {}
    for child in draft.lines(node):
        match child.words:
            case ["domain-id", name]:
                found["name"] = name
            case ["local-interface", *words] if name := _named(words):
                found["interface"] = name
            case ["peer-link", *words] if name := _named(words):
                found["peer_link"] = name
            case ["peer-address", address] if ipv4(address) is not None:
                found["peer_address"] = address
            case ["peer-address", "heartbeat", address, *rest] if ipv4(address) is not None:
                found["keepalive_peer"] = address
                match rest:
                    case []:
                        found["keepalive_vrf"] = ""
                    case ["vrf", vrf]:
                        found["keepalive_vrf"] = "" if vrf == "default" else draft.use_vrf(vrf, child.line)
                    case _:
                        draft.skip(child)
            case ["dual-primary", "detection", "delay", seconds] if whole_number(seconds) is not None:
                found["split"] = ""
            case [
                "dual-primary",
                "detection",
                "delay",
                seconds,
                "action",
                "errdisable",
                "all-interfaces",
            ] if whole_number(seconds) is not None:
                found["split"] = "ports"
            case ["no", "dual-primary", "detection", *_]:
                found["split"] = ""
            case ["shutdown"]:
                draft.object_to(child.line, "MLAG is shut down")
            case ["no", "shutdown"]:
                pass
            case _:
                if _SETTING.fullmatch(child.text):
                    draft.keep(child, "mlag configuration")
                else:
                    draft.skip(child)
    draft.pair = msgspec.structs.replace(pair, **found)


def _named(words: list[str]) -> str:
    """`Vlan4094` and `Port-Channel50` as their blocks are called."""
    match = _INTERFACE.fullmatch(" ".join(words))
    if match is None:
        return ""
    return f"{'Vlan' if match[1].lower().startswith('vl') else 'Port-Channel'}{int(match[2])}"


def read_port(draft: EosDraft, port: PortDraft, words: list[str], *, on: bool) -> bool:
    """`mlag N`, `switchport trunk group NAME` and `ip virtual-router address A`; True when one fits."""
    groups = draft.port_groups.setdefault(port.name, set())
    match words:
        case ["mlag", *number] if port.kind == "lag":
            group = whole_number(number[0]) if len(number) == 1 else None
            if on and not group:
                return False
            port.shared = (group or 0) if on else 0
        case ["switchport", "trunk", "group", name]:
            (groups.add if on else groups.discard)(name)
        case ["ip", "virtual-router", "address", address] if ipv4(address) is not None:
            if on:
                port.shared_addresses.append(address)
            elif address in port.shared_addresses:
                port.shared_addresses.remove(address)
        case ["ip", "virtual-router", "address"] if not on:
            port.shared_addresses.clear()
        case _:
            return False
    return True


def read_vlan(draft: EosDraft, vlans: tuple[int, ...], node: Node) -> bool:
    """`trunk group NAME` of a VLAN; True when it fits."""
    match node.words:
        case ["trunk", "group", name]:
            for number in vlans:
                draft.vlan_groups.setdefault(number, set()).add(name)
        case ["no", "trunk", "group", name]:
            for number in vlans:
                draft.vlan_groups.get(number, set()).discard(name)
        case _:
            return False
    return True


def finish(draft: EosDraft) -> None:
    """What the whole text says.

    Who carries grouped VLANs, the address that gateways answer with, and contradictions.
    """
    for number, groups in draft.vlan_groups.items():
        for port in draft.ports.values():
            if groups and not groups & draft.port_groups.get(port.name, set()) and number in port.allowed:
                # A list of all stays one: whoever asks is told of every VLAN.
                port.allowed = port.allowed if port.allowed is EVERY_VLAN else port.allowed - {number}
    answering = [port for port in draft.ports.values() if port.shared_addresses]
    for port in answering:
        port.shared_mac = draft.virtual_mac
    if draft.virtual_mac and not answering:
        draft.settings.append(
            ObservedSetting("", f"ip virtual-router mac-address {draft.virtual_mac}", draft.virtual_mac_line)
        )
    _check(draft)


def _check(draft: EosDraft) -> None:
    pair = draft.pair
    for number, line in draft.treeless.items():
        own = pair is not None and pair.interface == f"Vlan{number}" and draft.vlan_groups.get(number)
        if not own:
            draft.object_to(line, f"spanning tree is off in VLAN {number}, which any trunk may carry")
    if pair is None:
        for port in draft.ports.values():
            if port.shared:
                draft.object_to(
                    port.line, f"{port.name} is in MLAG {port.shared} and there is no MLAG domain"
                )
        return
    interface = draft.ports.get(pair.interface)
    if interface is None or not interface.addresses or interface.shutdown:
        draft.object_to(pair.line, "MLAG has no interface with an address to talk to its peer by")
    link = draft.ports.get(pair.peer_link)
    if link is None:
        draft.object_to(pair.line, "MLAG has no peer link in this text")
    elif link.shared:
        draft.object_to(link.line, f"{link.name} is the peer link and in MLAG {link.shared}")
