"""VLANs, spanning tree, snooping, VRFs and routes of IOS-XE."""

from __future__ import annotations

from netgen.readback.cisco_iosxe.draft import IosDraft
from netgen.readback.facts import ObservedRoute, ObservedVlan
from netgen.readback.indented import Node, ipv4, mask_length, network, number_list, whole_number
from netgen.readback.switch_draft import Draft, read_region

_BOUNDED = 2


def read_vlan(draft: Draft, node: Node) -> bool:
    """`vlan 10` with its name, or a list of VLANs; `no vlan 10`."""
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
            case ["name", _, *_]:
                name = child.text.split(None, 1)[1].strip('"')
            case ["shutdown"] | ["state", "suspend"]:
                draft.object_to(child.line, f"VLAN {node.words[1]} is shut down")
            case ["no", "shutdown"] | ["state", "active"]:
                pass
            case _:
                draft.skip(child)
    for number in listed:
        before = draft.vlans.get(number)
        draft.vlans[number] = ObservedVlan(number, name or (before.name if before else ""), node.line)
    return True


def read_spanning_tree(draft: Draft, node: Node) -> bool:
    """Global `spanning-tree` lines; mode `mst` is called `mstp` in the facts."""
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["spanning-tree", "mode", mode] if on:
            draft.stp_mode = "mstp" if mode == "mst" else mode
        case ["spanning-tree", "mst", instances, "priority", number] if on:
            listed, priority = number_list(instances), whole_number(number)
            if listed is None or priority is None:
                return False
            if 0 in listed:
                draft.mst_priority = priority
        case ["spanning-tree", "vlan", vlans, "priority", number] if on:
            listed, priority = number_list(vlans), whole_number(number)
            if listed is None or priority is None:
                return False
            draft.vlan_priorities.update(dict.fromkeys(listed, priority))
        case ["spanning-tree", "vlan", _] if not on:
            draft.object_to(node.line, "spanning tree is off in some VLANs")
        case ["spanning-tree", "portfast", "default"] | ["spanning-tree", "portfast", "edge", "default"]:
            draft.portfast_default = on
        case ["spanning-tree", "portfast", "bpduguard", "default"] | [
            "spanning-tree",
            "portfast",
            "edge",
            "bpduguard",
            "default",
        ]:
            draft.bpdu_guard_default = on
        case ["spanning-tree", "portfast", *options] if "bpdufilter" in options:
            if on:
                draft.object_to(node.line, "BPDU filter stops BPDU guard from seeing loops")
        case ["spanning-tree", "mst", "configuration"]:
            if not on:
                draft.region.clear()
            for child in draft.lines(node):
                read_region(draft, child)
        case ["spanning-tree", "extend", "system-id"] | ["spanning-tree", "logging"]:
            pass
        case ["spanning-tree", "loopguard", "default"]:
            draft.keep(node)
        case ["spanning-tree", "pathcost", "method", _] | [
            "spanning-tree",
            "mst",
            "hello-time" | "max-age" | "forward-time",
            _,
        ]:
            draft.keep(node)
        case _:
            return False
    return True


def read_snooping(draft: Draft, node: Node) -> bool:
    """`ip dhcp snooping ...`."""
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["ip", "dhcp", "snooping"]:
            draft.snooping_on = on
        case ["ip", "dhcp", "snooping", "vlan", *text]:
            listed = number_list("".join(text)) if text else ()
            if listed is None:
                return False
            (draft.snooping_vlans.update if on else draft.snooping_vlans.difference_update)(listed)
            draft.snooping_line = node.line
        case ["ip", "dhcp", "snooping", "information" | "database" | "verify" | "wireless", *_]:
            draft.keep(node)
        case _:
            return False
    return True


def read_vrf(draft: IosDraft, node: Node) -> bool:
    """`vrf definition NAME` and `ip vrf NAME`."""
    draft.vrfs.setdefault(node.words[2], node.line)
    if node.words[0] == "ip":
        draft.vrfs4.add(node.words[2])
    for child in draft.lines(node):
        if child.words[0] == "route-target":
            draft.keep(child, f"vrf {node.words[2]}")
        elif child.words[:2] == ["address-family", "ipv4"]:
            draft.vrfs4.add(node.words[2])
        elif child.words == ["address-family", "ipv6"]:
            draft.vrfs6.add(node.words[2])
        elif child.words[0] not in ("rd", "description", "address-family"):
            draft.skip(child)
    return True


def check_families(draft: IosDraft) -> None:
    """A VRF of `vrf definition` carries IPv4 where it says so: an interface loses its address otherwise."""
    for port in draft.ports.values():
        if port.vrf in draft.vrfs and port.vrf not in draft.vrfs4 and port.addresses:
            draft.object_to(
                port.addresses[0][2], f"VRF {port.vrf} has no IPv4 and {port.name} has an address"
            )


def read_route(draft: Draft, node: Node) -> bool:
    """`ip route [vrf V] NET MASK {GATEWAY | INTERFACE [GATEWAY]} [distance] [name N] ...`, or its `no`."""
    on = node.words[0] != "no"
    words = node.words[2:] if on else node.words[3:]
    vrf = ""
    if words[:1] == ["vrf"] and len(words) > _BOUNDED:
        vrf, words = words[1], words[2:]
    if len(words) < _BOUNDED + 1:
        return False
    length = mask_length(words[1])
    prefix = network(words[0], length) if length is not None else None
    if prefix is None:
        return False
    gateway, interface, distance = "", "", 1
    rest = words[2:]
    if ipv4(rest[0]) is None:
        interface, rest = rest[0], rest[1:]
    if rest and ipv4(rest[0]) is not None:
        gateway, rest = rest[0], rest[1:]
    if rest and (number := whole_number(rest[0])) is not None:
        distance, rest = number, rest[1:]
    if not _is_tail(rest):
        return False
    if not on:
        draft.routes = [
            each for each in draft.routes
            if (each.vrf, each.prefix, each.gateway, each.interface) != (vrf, prefix, gateway, interface)
        ]  # fmt: skip
        return True
    if vrf:
        draft.use_vrf(vrf, node.line)
    draft.routes.append(ObservedRoute(vrf, prefix, gateway, interface, distance, node.line))
    return True


def _is_tail(words: list[str]) -> bool:
    """True for the options of a route that do not change where it points."""
    while words:
        if words[0] in ("name", "tag", "track") and len(words) > 1:
            words = words[2:]
        elif words[0] == "permanent":
            words = words[1:]
        else:
            return False
    return True
