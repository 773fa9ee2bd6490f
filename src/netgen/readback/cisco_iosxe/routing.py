"""VLANs, spanning tree, snooping, VRFs, routes and DHCP of IOS-XE."""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedPool, ObservedRoute, ObservedVlan
from netgen.readback.indented import (
    Node,
    bounds,
    ipv4,
    ipv4_text,
    mask_length,
    network,
    number_list,
    whole_number,
)
from netgen.readback.switch_draft import Draft, read_region

_BOUNDED = 2


class PoolDraft(msgspec.Struct):
    """A DHCP pool before its excluded ranges are known."""

    name: str
    line: int
    vrf: str = ""
    prefix: str = ""
    gateway: str = ""
    dns: tuple[str, ...] = ()
    lease_s: int = 86400
    domain: str = ""


class Excluded(msgspec.Struct, frozen=True):
    """A range no pool of the VRF may lease, as integers."""

    vrf: str
    first: int
    last: int


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


def read_vrf(draft: Draft, node: Node) -> bool:
    """`vrf definition NAME` and `ip vrf NAME`."""
    draft.vrfs.setdefault(node.words[2], node.line)
    for child in draft.lines(node):
        if child.words[0] == "route-target":
            draft.keep(child, f"vrf {node.words[2]}")
        elif child.words[0] not in ("rd", "description", "address-family"):
            draft.skip(child)
    return True


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


def read_excluded(excluded: list[Excluded], node: Node) -> bool:
    """`ip dhcp excluded-address [vrf V] FIRST [LAST]`."""
    words = node.words[3:]
    vrf = ""
    if words[:1] == ["vrf"] and len(words) > _BOUNDED:
        vrf, words = words[1], words[2:]
    values = [ipv4(each) for each in words]
    if not values or len(values) > _BOUNDED or None in values:
        return False
    first, last = values[0] or 0, values[-1] or 0
    excluded.append(Excluded(vrf, first, last))
    return True


def read_pool(draft: Draft, pools: dict[str, PoolDraft], node: Node) -> bool:
    """`ip dhcp pool NAME`."""
    if len(node.words) != 4:
        return False
    pool = pools.setdefault(node.words[3], PoolDraft(node.words[3], node.line))
    for child in draft.lines(node):
        match child.words:
            case ["vrf", name]:
                pool.vrf = draft.use_vrf(name, child.line)
            case ["network", address, mask]:
                length = mask_length(mask) if "." in mask else whole_number(mask.lstrip("/"))
                prefix = network(address, length) if length is not None else None
                if prefix is None:
                    draft.skip(child)
                pool.prefix = prefix or pool.prefix
            case ["default-router", gateway]:
                pool.gateway = gateway
            case ["dns-server", *servers] if servers:
                pool.dns = tuple(servers)
            case ["domain-name", domain]:
                pool.domain = domain
            case ["lease", "infinite"]:
                pool.lease_s = 0
            case ["lease", *parts] if (
                parts and len(parts) < 4 and None not in [whole_number(each) for each in parts]
            ):
                days, hours, minutes = (int(each) for each in (*parts, "0", "0")[:3])
                pool.lease_s = (days * 24 + hours) * 3600 + minutes * 60
            case ["update", "arp"]:
                pass
            case _:
                draft.skip(child)
    return True


def finish_pools(draft: Draft, pools: dict[str, PoolDraft], excluded: list[Excluded]) -> None:
    """Take the excluded ranges out of each pool's network and find the SVI it serves."""
    for pool in pools.values():
        if not pool.prefix:
            draft.object_to(pool.line, f"DHCP pool {pool.name} has no network")
            continue
        low, high = bounds(pool.prefix)
        first, last = _leased(low + 1, high - 1, [each for each in excluded if each.vrf == pool.vrf])
        value = ipv4(pool.gateway)
        if pool.gateway and (value is None or not low < value < high):
            draft.object_to(pool.line, f"the gateway of DHCP pool {pool.name} is outside of its network")
        draft.pools.append(
            ObservedPool(
                name=pool.name,
                vrf=pool.vrf,
                prefix=pool.prefix,
                gateway=pool.gateway,
                first=ipv4_text(first) if first <= last else "",
                last=ipv4_text(last) if first <= last else "",
                dns=pool.dns,
                line=pool.line,
                interface=serving_interface(draft, pool.vrf, pool.prefix),
                lease_s=pool.lease_s,
                domain=pool.domain,
            )
        )


def serving_interface(draft: Draft, vrf: str, prefix: str) -> str:
    """The interface of the VRF that has an address in exactly this network; "" for none."""
    for port in draft.ports.values():
        if port.vrf == vrf and any(
            network(address, length) == prefix for address, length, _ in port.addresses
        ):
            return port.name
    return ""


def _leased(first: int, last: int, excluded: list[Excluded]) -> tuple[int, int]:
    """The lowest and highest address that is in no excluded range; first > last when none is left."""
    for each in sorted(excluded, key=lambda one: one.first):
        if each.first <= first <= each.last:
            first = each.last + 1
    for each in sorted(excluded, key=lambda one: -one.last):
        if each.first <= last <= each.last:
            last = each.first - 1
    return first, last
