"""DHCP server pools: a pool serves the interface of the local server whose subnet it is for.

Default lease: one day (CLI reference, maximum-lease-time).
"""

from __future__ import annotations

from netgen.readback.facts import ObservedPool
from netgen.readback.indented import bounds, cidr_network, ipv4, ipv4_text, split_cidr, whole_number
from netgen.readback.juniper_junos.names import Interfaces
from netgen.readback.juniper_junos.tree import Node, Notes
from netgen.readback.spans import Span, subtract

_DAY_S = 86400


def read_pools(
    root: Node, instances: dict[str, Node], interfaces: Interfaces, notes: Notes
) -> tuple[ObservedPool, ...]:
    """The IPv4 pools of the box and of its routing instances; one with holes is one fact a piece."""
    found: list[ObservedPool] = []
    homes = _homes(root)
    for vrf, block in [("", root), *instances.items()]:
        served = {
            item.key
            for group in block.sub("system", "services", "dhcp-local-server").entries("group")
            for item in group.entries("interface")
            if not item.has("exclude")
        }
        for name in sorted(served):
            if name not in homes:
                notes.doubt(block.line, f"DHCP server: interface {name} has no address")
        used: set[str] = set()
        for row in block.sub("access", "address-assignment").entries("pool"):
            inet = row.sub("family").kids.get(("inet",))
            if inet is None:
                row.asked = False
                continue
            found += _read_pool(row, vrf, served, homes, used, interfaces, notes)
        for name in sorted(served - used):
            if name in homes:
                notes.doubt(block.line, f"DHCP server: no pool is for the subnet of {name}")
    return tuple(found)


def _homes(root: Node) -> dict[str, tuple[str, ...]]:
    """The networks of each unit."""
    found: dict[str, tuple[str, ...]] = {}
    for row in root.sub("interfaces").entries("<interface>"):
        for unit in row.entries("unit"):
            prefixes = [cidr_network(item.key) for item in unit.sub("family", "inet").entries("address")]
            if prefixes:
                found[f"{row.key}.{unit.key}"] = tuple(prefix for prefix in prefixes if prefix)
    return found


def _read_pool(
    row: Node,
    vrf: str,
    served: set[str],
    homes: dict[str, tuple[str, ...]],
    used: set[str],
    interfaces: Interfaces,
    notes: Notes,
) -> list[ObservedPool]:
    inet = row.sub("family", "inet")
    text = inet.value("network")
    prefix = cidr_network(text) or ""
    if not prefix or (split_cidr(text) or ("",))[0] != prefix.partition("/")[0]:
        notes.doubt(inet.line_of("network"), f"pool {row.key}: `{text}` is no network")
    spans = subtract(_spans(row, inet, "range", prefix, notes), _holes(row, inet, prefix, notes))
    attributes = inet.sub("dhcp-attributes")
    routers = tuple(item.key for item in attributes.sub("router").entries("<address>"))
    dns = tuple(item.key for item in attributes.sub("name-server").entries("<address>"))
    lease = attributes.value("maximum-lease-time", str(_DAY_S))
    seconds = 0 if lease == "infinite" else whole_number(lease)
    if seconds is None:
        notes.doubt(
            attributes.line_of("maximum-lease-time"), f"pool {row.key}: lease `{lease}` is not a number"
        )
        seconds = 0
    domain = attributes.value("domain-name")
    home = next((name for name in sorted(served) if prefix in homes.get(name, ())), "")
    if not home:
        notes.doubt(row.line, f"pool {row.key}: no interface of the DHCP server is in {prefix or text}")
        return []
    used.add(home)
    if len(routers) > 1:
        notes.doubt(attributes.line, f"pool {row.key} gives {len(routers)} gateways")
    gateway = routers[0] if routers else ""
    options, hosts = _options(attributes), _hosts(row, inet, notes)
    return [
        ObservedPool(
            row.key,
            vrf,
            prefix,
            gateway,
            first,
            last,
            dns,
            row.line,
            interfaces.name(home),
            seconds,
            domain,
            boot_server=attributes.value("boot-server") or attributes.value("next-server"),
            boot_file=attributes.value("boot-file"),
            options=options,
            reservations=hosts,
        )
        for first, last in [(ipv4_text(low), ipv4_text(high)) for low, high in spans] or [("", "")]
    ]


def _options(attributes: Node) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Options that are addresses; any other form is a setting."""
    found: list[tuple[int, tuple[str, ...]]] = []
    for item in attributes.entries("option"):
        addresses = (*item.sub("array").values("ip-address"), *item.values("ip-address"))
        number = whole_number(item.key)
        if number is None or not addresses:
            item.asked = False
        else:
            found.append((number, addresses))
    return tuple(found)


def _hosts(row: Node, inet: Node, notes: Notes) -> tuple[tuple[str, str], ...]:
    """(hardware address, address) of reservations."""
    found: list[tuple[str, str]] = []
    for item in inet.entries("host"):
        hardware, address = item.value("hardware-address").lower().replace("-", ":"), item.value("ip-address")
        if not hardware or ipv4(address) is None:
            notes.doubt(item.line, f"pool {row.key}: host {item.key} has no hardware address or no address")
        found.append((hardware, address))
    return tuple(found)


def _spans(row: Node, inet: Node, name: str, prefix: str, notes: Notes) -> list[Span]:
    spans: list[Span] = []
    for item in inet.entries(name):
        low, high = ipv4(item.value("low")), ipv4(item.value("high"))
        if low is None or high is None or high < low:
            notes.doubt(item.line, f"pool {row.key}: {name} {item.key} is not a range of addresses")
            continue
        if prefix and not (bounds(prefix)[0] <= low and high <= bounds(prefix)[1]):
            notes.doubt(item.line, f"pool {row.key}: {name} {item.key} is outside of {prefix}")
        spans.append((low, high))
    if name == "range" and not spans and prefix:
        first, last = bounds(prefix)
        return [(first + 1, last - 1)]
    return spans


def _holes(row: Node, inet: Node, prefix: str, notes: Notes) -> list[Span]:
    found = _spans(row, inet, "excluded-range", prefix, notes)
    for item in inet.entries("excluded-address"):
        value = ipv4(item.key)
        if value is None:
            notes.doubt(item.line, f"pool {row.key}: `{item.key}` is not an address")
        else:
            found.append((value, value))
    return found
