"""Static routes of the router, and DHCP servers and relays."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from netgen.readback.facts import ObservedInterface, ObservedPool, ObservedProbe, ObservedRoute
from netgen.readback.indented import cidr_network, ipv4, mask_length, network
from netgen.readback.paloalto_panos.interfaces import Names
from netgen.readback.paloalto_panos.probes import read_probe
from netgen.readback.paloalto_panos.tree import Node

#: The rank of a static route among other sources of routes, unless the text says otherwise.
_ADMIN_DISTANCE = 10
_METRIC = 10
#: DHCP options (RFC 2132): time servers, TFTP server name, boot file name.
_NTP, _BOOT_SERVER, _BOOT_FILE = 42, 66, 67
#: Larger than any metric, so that the rank of a route says which one of two is used.
_STEP = 1 << 16


def read_routes(
    root: Node, names: Names, interfaces: tuple[ObservedInterface, ...]
) -> tuple[tuple[ObservedRoute, ...], tuple[ObservedProbe, ...]]:
    """Static IPv4 routes of every router, and the monitors of their paths.

    `distance` ranks the routes to one prefix: the metric, and above every metric where the text changes the
    administrative distance.
    """
    routers = [(entry, entry) for entry in root.entries("network", "virtual-router")]
    routers += [
        (entry, vrf) for entry in root.entries("network", "logical-router") for vrf in entry.entries("vrf")
    ]
    homes: dict[str, str] = {}
    found: list[ObservedRoute] = []
    probes: list[ObservedProbe] = []
    places = {item.name: item for item in interfaces}
    known = {item.native or item.name for item in interfaces}
    for entry, node in routers:
        for native in node.values("interface"):
            if native in homes:
                node.doubt("interface", f"{native} is in the router {homes[native]} too")
            if native not in known:
                node.doubt("interface", f"{native} is not defined")
            homes[native] = entry.word
        vrf = entry.word if len(routers) > 1 else ""
        routes = node.entries("routing-table", "ip", "static-route")
        for row in routes:
            route = _route(row, vrf, names, known)
            probe = read_probe(row, route, places)
            found.append(route)
            probes += [probe] if probe else []
    for item in interfaces:
        native = item.native or item.name
        if (item.address or item.mode != "static") and native not in homes:
            root.notes.doubt(item.line, f"{native} is in no router, so it carries nothing")
    if len(routers) > 1:
        root.notes.doubt(
            routers[1][0].line, f"there are {len(routers)} routers, which know nothing of each other"
        )
    return tuple(found), tuple(probes)


def _route(entry: Node, vrf: str, names: Names, known: set[str]) -> ObservedRoute:
    destination = entry.value("destination")
    prefix = cidr_network(destination)
    if prefix is None:
        entry.doubt("destination", f"`{destination}` is no prefix")
    elif prefix != destination:
        entry.doubt("destination", f"`{destination}` has bits of a host")
    hop = entry.at("nexthop")
    kind = hop.choice()
    gateway = hop.value("ip-address") if kind == "ip-address" else ""
    interface = entry.value("interface")
    if kind == "ip-address":
        gateway = gateway.partition("/")[0]
        if ipv4(gateway) is None:
            hop.doubt("ip-address", f"`{gateway}` is no address")
    elif kind == "discard":
        hop.at(kind).take()
        if interface:
            entry.doubt("interface", "a route to nowhere has an interface")
    elif kind not in ("", "none"):
        # to another router or a name: where it leads is not in the text
        gateway = f"{kind} {hop.at(kind).choice()}"
    if interface and interface not in known:
        entry.doubt("interface", f"{interface} is not defined")
    if not interface and not kind:
        entry.notes.doubt(entry.line, f"{entry.name}: leads nowhere and does not say so")
    distance, metric = entry.number("admin-dist", _ADMIN_DISTANCE), entry.number("metric", _METRIC)
    rank = metric if distance == _ADMIN_DISTANCE else distance * _STEP + metric
    return ObservedRoute(vrf, prefix or destination, gateway, names.of(interface), rank, entry.line)


def read_dhcp(
    root: Node, interfaces: tuple[ObservedInterface, ...]
) -> tuple[tuple[ObservedInterface, ...], tuple[ObservedPool, ...]]:
    """The interfaces with their relays, and the pools."""
    by_name = {item.name: item for item in interfaces}
    pools: list[ObservedPool] = []
    for entry in root.entries("network", "dhcp", "interface"):
        item = by_name.get(entry.word)
        if item is None:
            root.notes.doubt(entry.line, f"DHCP on {entry.word}, which is not defined")
        server, relay = entry.at("server"), entry.at("relay", "ip")
        if server and relay:
            root.notes.doubt(entry.line, f"DHCP on {entry.word} is a server and a relay")
        servers = relay.values("server")
        if servers and relay.yes("enabled", default=True) and item:
            by_name[item.name] = msgspec.structs.replace(item, relays=servers)
        if server:
            pools += _pools(server, entry.word, item)
    return tuple(by_name.values()), tuple(pools)


def _pools(server: Node, name: str, item: ObservedInterface | None) -> list[ObservedPool]:
    options = server.at("option")
    mode = server.value("mode", "auto")
    first, last = _range(server)
    prefix = network(item.address, item.length) if item and item.address else None
    mask = options.value("subnet-mask")
    if mask and item and mask_length(mask) != item.length:
        options.doubt("subnet-mask", f"{mask} is not the mask of {name}")
    if item and prefix and first:
        low = ipv4(prefix.partition("/")[0]) or 0
        high = low + (1 << (32 - item.length)) - 1
        for text in (first, last):
            value = ipv4(text)
            if value is None or not low <= value <= high:
                server.doubt("ip-pool", f"{text} is not in {prefix}")
    lease = options.at("lease")
    kind = lease.choice()
    if kind == "unlimited":
        lease.at(kind).take()
    minutes = lease.number("timeout", 0) if kind == "timeout" else 0
    dns = options.at("dns")
    servers = tuple(
        word for word in (dns.value("primary"), dns.value("secondary")) if word and word != "inherited"
    )
    listed, texts = _options(options)
    pool = ObservedPool(
        name=name,
        vrf="",
        prefix=prefix or "",
        gateway=options.value("gateway"),
        first=first,
        last=last,
        dns=servers,
        line=server.line,
        interface=name,
        lease_s=minutes * 60,
        domain=options.value("dns-suffix"),
        boot_server=texts.get(_BOOT_SERVER, ""),
        boot_file=texts.get(_BOOT_FILE, ""),
        options=listed,
        reservations=tuple(
            (row.value("mac").lower(), row.word) for row in server.entries("reserved") if row.at("mac")
        ),
    )
    return [] if mode == "disabled" else [pool]


def _options(options: Node) -> tuple[tuple[tuple[int, tuple[str, ...]], ...], dict[int, str]]:
    """Options beside the usual ones: lists of addresses by number, and texts by number; bytes are not read."""
    listed: dict[int, tuple[str, ...]] = {}
    texts: dict[int, str] = {}
    ntp = options.at("ntp")
    servers = tuple(word for word in (ntp.value("primary"), ntp.value("secondary")) if word)
    if servers:
        listed[_NTP] = servers
    for row in options.entries("user-defined"):
        code = row.number("code", 0)
        if not code:
            row.notes.doubt(row.line, f"{row.name}: has no code")
        if code in listed or code in texts:
            row.doubt("code", f"option {code} is there twice")
        if row.at("ip"):
            listed[code] = row.values("ip")
        elif row.at("ascii"):
            texts[code] = row.value("ascii")
    for code in texts.keys() - {_BOOT_SERVER, _BOOT_FILE}:
        options.notes.doubt(options.line, f"{options.name}: option {code} is a text that nothing asks for")
    return tuple(sorted(listed.items())), texts


def _range(server: Node) -> tuple[str, str]:
    """First and last leased address; several ranges are one only where they touch."""
    spans: list[tuple[int, int, str, str]] = []
    for text in server.values("ip-pool"):
        low, dash, high = text.partition("-")
        high = high if dash else low
        first, last = ipv4(low), ipv4(high)
        if first is None or last is None or last < first:
            server.doubt("ip-pool", f"`{text}` is no range of addresses")
        else:
            spans.append((first, last, low, high))
    if not spans:
        server.notes.doubt(server.line, f"{server.name}: leases nothing")
        return "", ""
    spans.sort()
    for (_, before, *_), (after, *_) in pairwise(spans):
        if after != before + 1:
            server.doubt("ip-pool", "the ranges do not touch")
    return spans[0][2], spans[-1][3]
