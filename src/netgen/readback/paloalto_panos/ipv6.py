"""IPv6 of PAN-OS: interfaces with their advertisements, static routes, and what rules mean by an address.

Source: Palo Alto Networks' published specification of the configuration, administrator's guide (layer 3 interfaces,
IPv6). An interface speaks IPv6 with `ipv6 enabled yes`; a prefix is advertised where the address says so and the
interface sends advertisements. A flag that the text leaves out counts as off, since its default is in no document here.
"""

from __future__ import annotations

from netgen.readback.facts import ObservedInterface, ObservedIpv6, ObservedRoute
from netgen.readback.ipv6_text import address6, interface6, is_link_local, network6
from netgen.readback.paloalto_panos.interfaces import Names
from netgen.readback.paloalto_panos.tree import Node

_ADMIN_DISTANCE = 10
_METRIC = 10
_STEP = 1 << 16
#: Seconds that hosts keep an advertised prefix at least, so that a lesson does not lose it.
_LEAST_S = 3600
_ENDLESS = "infinity"


def read_ipv6(
    root: Node, names: Names, interfaces: tuple[ObservedInterface, ...]
) -> tuple[ObservedIpv6, ...]:
    """The interfaces with IPv6; `interfaces` are the same with IPv4."""
    known = {item.native or item.name: item for item in interfaces}
    found: list[ObservedIpv6] = []
    table = root.at("network", "interface")
    for kind in ("ethernet", "aggregate-ethernet"):
        for entry in table.entries(kind):
            layer3 = entry.at("layer3")
            found += _read(layer3.at("ipv6"), entry.word, names, known.get(entry.word))
            for unit in layer3.entries("units"):
                found += _read(unit.at("ipv6"), unit.word, names, known.get(unit.word))
    for kind in ("tunnel", "loopback", "vlan"):
        for unit in table.entries(kind, "units"):
            found += _read(unit.at("ipv6"), unit.word, names, known.get(unit.word))
    return tuple(found)


def _read(node: Node, native: str, names: Names, home: ObservedInterface | None) -> list[ObservedIpv6]:
    if not node or not node.yes("enabled"):
        return []
    discovery = node.at("neighbor-discovery", "router-advertisement")
    sends = discovery.yes("enable")
    addresses: list[str] = []
    plain: list[str] = []
    odd: list[str] = []
    for row in node.entries("address"):
        text = interface6(row.word if "/" in row.word else f"{row.word}/128")
        if text is None:
            row.notes.doubt(row.line, f"{native}: `{row.word}` is no IPv6 address")
            continue
        advertise = row.at("advertise")
        flags = [advertise.yes(word) for word in ("onlink-flag", "auto-config-flag")]
        lives = [advertise.value(word, _ENDLESS) for word in ("valid-lifetime", "preferred-lifetime")]
        short = any(life != _ENDLESS and not (life.isdigit() and int(life) >= _LEAST_S) for life in lives)
        if advertise.yes("enable") and (prefix := network6(text)) is not None:
            (plain if all(flags) and not short else odd).append(prefix)
        if row.yes("enable-on-interface", default=True) and not is_link_local(text):
            addresses.append(text)
        if not row.children:
            row.take()
    return [
        ObservedIpv6(
            name=names.of(native),
            line=node.line,
            vlan=home.vlan if home else 0,
            addresses=tuple(addresses),
            advertises=sends,
            prefixes=tuple(plain),
            odd_prefixes=tuple(odd),
            managed=discovery.yes("managed-flag"),
            other=discovery.yes("other-flag"),
            access=home.access if home else (),
            shutdown=home.shutdown if home else False,
        )
    ]


def read_routes6(root: Node, names: Names) -> tuple[ObservedRoute, ...]:
    """IPv6 static routes of every router; one that leads nowhere has neither gateway nor interface."""
    routers = [*root.entries("network", "virtual-router")]
    routers += [vrf for entry in root.entries("network", "logical-router") for vrf in entry.entries("vrf")]
    found: list[ObservedRoute] = []
    for router in routers:
        for row in router.entries("routing-table", "ipv6", "static-route"):
            text = row.value("destination")
            prefix = network6(text)
            if prefix is None:
                row.doubt("destination", f"`{text}` is no IPv6 prefix")
            hop = row.at("nexthop")
            kind = hop.choice()
            gateway = ""
            if kind == "ipv6-address":
                word = hop.value(kind)
                gateway = address6(word.partition("/")[0]) or word
            elif kind == "discard":
                hop.at(kind).take()
            elif kind:
                gateway = f"{kind} {hop.at(kind).choice()}".strip()
            interface = row.value("interface")
            if not kind and not interface:
                row.notes.doubt(row.line, f"{row.name}: leads nowhere and does not say so")
            distance, metric = row.number("admin-dist", _ADMIN_DISTANCE), row.number("metric", _METRIC)
            rank = metric if distance == _ADMIN_DISTANCE else distance * _STEP + metric
            found.append(ObservedRoute("", prefix or text, gateway, names.of(interface), rank, row.line))
    return tuple(found)


def read_routing6(root: Node) -> tuple[str, ...]:
    """IPv6 passes the rules unless the text turns that off."""
    session = root.at("deviceconfig", "setting", "session")
    if session.at("ipv6-firewalling") and session.value("ipv6-firewalling") != "yes":
        session.leave("ipv6-firewalling")
        return ()
    return ("*",)
