"""The DHCP server of IOS-XE.

Source: IOS-XE running configurations; the 17.12.1 native model (dhcp). A host that always gets the same address has
a pool of its own, which takes all it does not say from the pool of its network, or a line in that pool. A client
identifier is the hardware address with its type, 01, before it.
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedPool
from netgen.readback.indented import Node, bounds, ipv4, ipv4_text, mask_length, network, whole_number
from netgen.readback.switch_draft import Draft

_BOUNDED = 2
_HEX = frozenset("0123456789abcdef")
_OCTETS = 6


class PoolDraft(msgspec.Struct):
    """A DHCP pool before its excluded ranges are known. `hosts` are (client, address, line)."""

    name: str
    line: int
    vrf: str = ""
    prefix: str = ""
    gateway: str = ""
    dns: tuple[str, ...] = ()
    lease_s: int = 86400
    domain: str = ""
    boot_server: str = ""
    boot_file: str = ""
    options: dict[int, tuple[str, ...]] = msgspec.field(default_factory=dict)
    hosts: list[tuple[str, str, int]] = msgspec.field(default_factory=list)
    host: str = ""
    client: str = ""


class Excluded(msgspec.Struct, frozen=True):
    """A range no pool of the VRF may lease, as integers."""

    vrf: str
    first: int
    last: int


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
            case ["update", "arp"] | ["client-name", _]:
                pass
            case _:
                if not _read_option(pool, child) and not _read_host(pool, child):
                    draft.skip(child)
    return True


def _read_option(pool: PoolDraft, node: Node) -> bool:
    """Network boot, and options that are lists of addresses."""
    match node.words:
        case ["next-server", server]:
            pool.boot_server = server
        case ["bootfile", name]:
            pool.boot_file = name.strip('"')
        case ["option", number, "ip", *addresses] if (
            addresses and (code := whole_number(number)) is not None and None not in map(ipv4, addresses)
        ):
            pool.options[code] = tuple(addresses)
        case ["option", "66", "ascii", server]:
            pool.boot_server = server.strip('"')
        case ["option", "67", "ascii", name]:
            pool.boot_file = name.strip('"')
        case _:
            return False
    return True


def _read_host(pool: PoolDraft, node: Node) -> bool:
    """A host that always gets the same address."""
    match node.words:
        case ["host", address, *_] if ipv4(address) is not None:
            pool.host = address
        case ["client-identifier", client] | ["hardware-address", client, *_] if _hardware(client):
            pool.client = _hardware(client)
        case ["address", address, "client-id" | "hardware-address", client] if ipv4(
            address
        ) is not None and _hardware(client):
            pool.hosts.append((_hardware(client), address, node.line))
        case _:
            return False
    return True


def _hardware(text: str) -> str:
    """A hardware address as 00:1a:2b:3c:4d:5e, from one or from a client identifier; "" when it is none."""
    digits = text.replace(".", "").replace(":", "").lower()
    if len(digits) == 2 * _OCTETS + 2 and digits.startswith("01"):
        digits = digits[2:]
    if len(digits) != 2 * _OCTETS or not set(digits) <= _HEX:
        return ""
    return ":".join(digits[place : place + 2] for place in range(0, 2 * _OCTETS, 2))


def finish_pools(draft: Draft, pools: dict[str, PoolDraft], excluded: list[Excluded]) -> None:
    """Take the excluded ranges out of each pool's network and find the SVI it serves."""
    _place_hosts(draft, pools)
    for pool in pools.values():
        if pool.host:
            continue
        if not pool.prefix:
            draft.object_to(pool.line, f"DHCP pool {pool.name} has no network")
            continue
        low, high = bounds(pool.prefix)
        # An address that is kept for a host is leased to no other.
        kept = [Excluded(pool.vrf, ipv4(host) or 0, ipv4(host) or 0) for _, host, _ in pool.hosts]
        others = [each for each in excluded if each.vrf == pool.vrf]
        first, last = _leased(low + 1, high - 1, others, kept)
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
                boot_server=pool.boot_server,
                boot_file=pool.boot_file,
                options=tuple(sorted(pool.options.items())),
                reservations=tuple((client, address) for client, address, _ in pool.hosts),
            )
        )


def _place_hosts(draft: Draft, pools: dict[str, PoolDraft]) -> None:
    """Move each host that has a pool of its own to the pool of its network."""
    networks = [pool for pool in pools.values() if pool.prefix]
    for pool in pools.values():
        if not pool.host:
            continue
        value = ipv4(pool.host) or 0
        home = next(
            (
                each
                for each in networks
                if each.vrf == pool.vrf and bounds(each.prefix)[0] < value < bounds(each.prefix)[1]
            ),
            None,
        )
        if home is None or not pool.client:
            why = "is in no network that is leased" if pool.client else "names no host"
            draft.object_to(pool.line, f"DHCP pool {pool.name} {why}")
            continue
        if (pool.gateway or home.gateway, pool.dns or home.dns) != (home.gateway, home.dns):
            draft.object_to(pool.line, f"DHCP pool {pool.name} gives its host other terms than its network")
        home.hosts.append((pool.client, pool.host, pool.line))


def serving_interface(draft: Draft, vrf: str, prefix: str) -> str:
    """The interface of the VRF that has an address in exactly this network; "" for none."""
    for port in draft.ports.values():
        if port.vrf == vrf and any(
            network(address, length) == prefix for address, length, _ in port.addresses
        ):
            return port.name
    return ""


def _leased(first: int, last: int, excluded: list[Excluded], kept: list[Excluded]) -> tuple[int, int]:
    """The lowest and highest address that anybody may get; first > last when none is left.

    An address that is kept for a host counts where it lies beside excluded ones: a hole among them is no lease.
    """
    around = excluded + (kept if excluded else [])
    for each in sorted(around, key=lambda one: one.first):
        if each.first <= first <= each.last:
            first = each.last + 1
    for each in sorted(around, key=lambda one: -one.last):
        if each.first <= last <= each.last:
            last = each.first - 1
    return first, last
