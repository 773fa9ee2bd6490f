"""Static routes and the DHCP server of AOS-CX.

Source: AOS-CX 10.10 IP Services Guide (dhcp-server: off until it is enabled, leases DD:HH:MM, an hour where
none is said, not to be combined with DHCP snooping), running configurations for routes.
"""

from __future__ import annotations

import re

from netgen.readback.aruba_aoscx.state import PoolDraft, State
from netgen.readback.facts import ObservedPool, ObservedRoute
from netgen.readback.indented import Node, bounds, cidr_network, ipv4, network, whole_number

_BOOT = re.compile(r"tftp://([^/]+)/(.+)\Z")


def read_route(state: State, node: Node) -> bool:
    """`ip route PREFIX {GATEWAY | INTERFACE | nullroute} [distance D] [tag T] [vrf V]`, or its `no`."""
    on = node.words[0] != "no"
    words = node.words[2:] if on else node.words[3:]
    if len(words) < 2:
        return False
    prefix, target, rest = cidr_network(words[0]), words[1], words[2:]
    if prefix is None:
        return False
    if target in ("vlan", "lag", "loopback") and rest:
        target, rest = f"{target} {rest[0]}", rest[1:]
    vrf, distance = "", 1
    while len(rest) > 1:
        number = whole_number(rest[1])
        if rest[0] == "vrf":
            vrf = state.named_vrf(rest[1], node.line)
        elif rest[0] == "distance" and number is not None:
            distance = number
        elif rest[0] not in ("tag", "name", "description"):
            return False
        rest = rest[2:]
    if rest in (["bfd"], []) and on:
        gateway = target if ipv4(target) is not None else ""
        route = ObservedRoute(vrf, prefix, gateway, "" if gateway else target, distance, node.line)
        state.draft.routes.append(route)
        return True
    if rest:
        return False
    state.draft.routes = [
        each
        for each in state.draft.routes
        if (each.vrf, each.prefix, each.gateway or each.interface) != (vrf, prefix, target)
    ]
    return True


def read_route6(state: State, node: Node) -> bool:
    """`ipv6 route PREFIX {GATEWAY | INTERFACE | nullroute} [distance D] [tag T] [vrf V]`, or its `no`."""
    on = node.words[0] != "no"
    words = node.words[2:] if on else node.words[3:]
    vrf = ""
    if "vrf" in words[:-1]:
        place = words.index("vrf")
        vrf = state.named_vrf(words[place + 1], node.line)
        words = [*words[:place], *words[place + 2 :]]
    return state.draft.take_route6(node, words, vrf, on=on)


def read_server(state: State, node: Node) -> bool:
    """`dhcp-server vrf V` with its pools."""
    draft = state.draft
    if len(node.words) != 3 or node.words[1] != "vrf":
        return False
    vrf = state.named_vrf(node.words[2], node.line)
    state.server_lines.setdefault(vrf, node.line)
    for child in draft.lines(node):
        match child.words:
            case ["pool", name]:
                _read_pool(state, vrf, name, child)
            case ["enable"]:
                state.servers_on[vrf] = True
            case ["disable"] | ["no", "enable"]:
                state.servers_on[vrf] = False
            case ["authoritative"] | ["no", "authoritative"]:
                draft.keep(child, node.text)
            case _:
                draft.skip(child)
    return True


def _read_pool(state: State, vrf: str, name: str, node: Node) -> None:
    draft = state.draft
    pool = PoolDraft(name, vrf, node.line)
    state.pools.append(pool)
    for child in draft.lines(node):
        match child.words:
            case ["range", first, last, *rest] if (
                ipv4(first) is not None and ipv4(last) is not None and _length(rest) is not None
            ):
                pool.ranges.append((first, last, _length(rest) or 0))
            case ["default-router", *addresses] if addresses:
                pool.gateways = tuple(word for word in addresses if word != "ip")
            case ["dns-server", *addresses] if addresses:
                pool.dns = tuple(word for word in addresses if word != "ip")
            case ["domain-name", domain]:
                pool.domain = domain
            case ["lease", "infinite"]:
                pool.lease_s = 0
            case ["lease", text] if (seconds := _seconds(text)) is not None:
                pool.lease_s = seconds
            case ["static-bind", "ip", address, "mac", hardware] if ipv4(address) is not None:
                pool.reservations.append((hardware.lower(), address))
            case ["bootp", url] if (place := _BOOT.match(url)) is not None:
                pool.boot_server, pool.boot_file = place[1], place[2]
            case ["option", "66", "ascii", server]:
                pool.boot_server = server.strip('"')
            case ["option", "67", "ascii", file]:
                pool.boot_file = file.strip('"')
            case ["option", number, "ip", *addresses] if (
                addresses and (code := whole_number(number)) is not None
            ):
                pool.options[code] = tuple(addresses)
            case ["static-bind" | "option" | "netbios-name-server" | "netbios-node-type", *_]:
                draft.keep(child, f"dhcp-server / pool {name}")
            case _:
                draft.skip(child)


def _length(words: list[str]) -> int | None:
    """The length at `prefix-len`, 0 where there is none."""
    if not words:
        return 0
    length = whole_number(words[1]) if len(words) == 2 and words[0] == "prefix-len" else None
    return length if length is not None and length <= 32 else None


def _seconds(text: str) -> int | None:
    """DD:HH:MM in seconds."""
    parts = [whole_number(part) for part in text.split(":")]
    if len(parts) != 3 or None in parts:
        return None
    days, hours, minutes = (part or 0 for part in parts)
    return ((days * 24 + hours) * 60 + minutes) * 60


def finish_pools(state: State) -> None:
    """Find the interface that serves each pool, and with it its subnet."""
    draft = state.draft
    for vrf, line in state.server_lines.items():
        if not state.servers_on.get(vrf):
            draft.object_to(line, f"the DHCP server of VRF {vrf or 'default'} is not enabled")
        if draft.snooping_on:
            draft.object_to(line, "a switch with DHCP snooping cannot be a DHCP server")
    seen: set[tuple[str, str]] = set()
    for pool in state.pools:
        prefix, interface = _home(state, pool)
        first, last = (pool.ranges[0][:2]) if pool.ranges else ("", "")
        if len(pool.ranges) != 1:
            draft.object_to(pool.line, f"pool {pool.name} has {len(pool.ranges) or 'no'} ranges")
        if not interface:
            draft.object_to(pool.line, f"no interface serves pool {pool.name}")
        if prefix:
            low, high = bounds(prefix)
            for text in (first, last, *pool.gateways):
                value = ipv4(text)
                if value is None or not low <= value <= high:
                    draft.object_to(pool.line, f"{text} of pool {pool.name} is outside of {prefix}")
            if (pool.vrf, prefix) in seen:
                draft.object_to(pool.line, f"the DHCP server has {prefix} twice")
            seen.add((pool.vrf, prefix))
        if first and (ipv4(first) or 0) > (ipv4(last) or 0):
            draft.object_to(pool.line, f"the range of pool {pool.name} ends before it begins")
        draft.pools.append(
            ObservedPool(
                name=pool.name,
                vrf=pool.vrf,
                prefix=prefix,
                gateway=" ".join(pool.gateways),
                first=first,
                last=last,
                dns=pool.dns,
                line=pool.line,
                interface=interface,
                lease_s=pool.lease_s,
                domain=pool.domain,
                boot_server=pool.boot_server,
                boot_file=pool.boot_file,
                options=tuple(sorted(pool.options.items())),
                reservations=tuple(sorted(pool.reservations)),
            )
        )


def _home(state: State, pool: PoolDraft) -> tuple[str, str]:
    """Subnet and interface of a pool: the one whose subnet holds the range."""
    first = pool.ranges[0][0] if pool.ranges else ""
    length = pool.ranges[0][2] if pool.ranges else 0
    said = network(first, length) if first and length else None
    for port in state.draft.ports.values():
        for address, own_length, _ in port.addresses:
            subnet = network(address, own_length)
            value = ipv4(first)
            if port.vrf != pool.vrf or subnet is None or value is None:
                continue
            low, high = bounds(subnet)
            if low <= value <= high and said in (None, subnet):
                return subnet, port.name
    return said or "", ""
