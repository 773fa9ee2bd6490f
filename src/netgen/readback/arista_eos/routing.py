"""VLANs, spanning tree and routes of EOS."""

from __future__ import annotations

from netgen.readback.arista_eos import pairs
from netgen.readback.arista_eos.draft import EosDraft
from netgen.readback.facts import ObservedRoute, ObservedVlan
from netgen.readback.indented import (
    Node,
    cidr_network,
    ipv4,
    mask_length,
    network,
    number_list,
    whole_number,
)
from netgen.readback.switch_draft import Draft, read_region


def read_vlan(draft: EosDraft, node: Node) -> bool:
    """`vlan 10` or a list of VLANs, with a name; `no vlan 10`."""
    on = node.words[0] == "vlan"
    listed = number_list("".join(node.words[1 if on else 2 :]))
    if not listed:
        return False
    if not on:
        for number in listed:
            draft.vlans.pop(number, None)
        return True
    name = ""
    for child in draft.lines(node):
        match child.words:
            case ["name", *_]:
                name = child.text.split(None, 1)[1] if len(child.words) > 1 else ""
            case ["state", "suspend"]:
                draft.object_to(child.line, f"VLAN {node.words[1]} is suspended")
            case ["state", "active"]:
                pass
            case _:
                if not pairs.read_vlan(draft, listed, child):
                    draft.skip(child)
    for number in listed:
        before = draft.vlans.get(number)
        draft.vlans[number] = ObservedVlan(number, name or (before.name if before else ""), node.line)
    return True


def read_spanning_tree(draft: Draft, node: Node) -> bool:
    """Global `spanning-tree` lines."""
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["spanning-tree", "mode", mode] if on:
            draft.stp_mode = mode
        case ["spanning-tree", "mst", instances, "priority", number] if on:
            listed, priority = number_list(instances), whole_number(number)
            if listed is None or priority is None:
                return False
            if 0 in listed:
                draft.mst_priority = priority
        case ["spanning-tree", "priority", number] if on and (priority := whole_number(number)) is not None:
            draft.mst_priority = priority
        case ["spanning-tree", "vlan-id" | "vlan", vlans, "priority", number] if on:
            listed, priority = number_list(vlans), whole_number(number)
            if listed is None or priority is None:
                return False
            draft.vlan_priorities.update(dict.fromkeys(listed, priority))
        case ["spanning-tree", "edge-port", "bpduguard", "default"]:
            draft.bpdu_guard_default = on
        case ["spanning-tree", "edge-port", "bpdufilter", "default"]:
            if on:
                draft.object_to(node.line, "BPDU filter stops BPDU guard from seeing loops")
        case ["spanning-tree", "mst", "configuration"]:
            if not on:
                draft.region.clear()
            for child in draft.lines(node):
                read_region(draft, child)
        case ["spanning-tree", "guard", "loop", "default"] | ["spanning-tree", "root", "super"]:
            draft.keep(node)
        case ["spanning-tree", "bpduguard", "rate-limit", *_] | ["spanning-tree", "portchannel", *_]:
            draft.keep(node)
        case ["spanning-tree", "hello-time" | "max-age" | "forward-time" | "transmit", *_]:
            draft.keep(node)
        case _:
            return False
    return True


def read_route(draft: Draft, node: Node) -> bool:
    """`ip route [vrf V] PREFIX {GATEWAY | INTERFACE [GATEWAY]} [distance] [tag T] [name N]`, or its `no`."""
    on = node.words[0] != "no"
    words = node.words[2:] if on else node.words[3:]
    vrf = ""
    if words[:1] == ["vrf"] and len(words) > 2:
        vrf, words = ("" if words[1] == "default" else words[1]), words[2:]
    if not words:
        return False
    prefix, rest = cidr_network(words[0]), words[1:]
    if prefix is None and rest and (length := mask_length(rest[0])) is not None:
        prefix, rest = network(words[0], length), rest[1:]
    if prefix is None or not rest:
        return False
    gateway, interface, distance, way = "", "", 1, ""
    if rest[0] == "egress-vrf" and len(rest) > 2:
        way, rest = rest[1], rest[2:]
    if ipv4(rest[0]) is None:
        interface, rest = rest[0], rest[1:]
    if rest and ipv4(rest[0]) is not None:
        gateway, rest = rest[0], rest[1:]
    if rest and (number := whole_number(rest[0])) is not None:
        distance, rest = number, rest[1:]
    while len(rest) > 1 and rest[0] in ("tag", "name", "metric", "track"):
        rest = rest[2:]
    if rest:
        return False
    if not on:
        draft.routes = [
            each for each in draft.routes
            if (each.vrf, each.prefix, each.gateway, each.interface) != (vrf, prefix, gateway, interface)
        ]  # fmt: skip
        return True
    if vrf:
        draft.use_vrf(vrf, node.line)
    if way and way != (vrf or "default"):
        draft.object_to(node.line, f"what VRF {vrf or 'default'} sends to {prefix} leaves through VRF {way}")
    draft.routes.append(ObservedRoute(vrf, prefix, gateway, interface, distance, node.line))
    return True
