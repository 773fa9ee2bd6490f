"""IPv6 of Junos: units with `family inet6`, router advertisements, static routes.

Source: Juniper's published YANG models of 23.4R1 and CLI reference. Advertisements are sent on the interfaces that
`protocols router-advertisement` names, also those of a routing instance; an advertised prefix is on-link and autonomous
unless it says otherwise. A firewall passes IPv6 by its policies with `mode flow-based` alone; a switch always forwards.
"""

from __future__ import annotations

from netgen.readback.facts import ObservedIpv6, ObservedRoute
from netgen.readback.indented import whole_number
from netgen.readback.ipv6_text import address6, interface6, is_link_local, network6
from netgen.readback.juniper_junos.firewall import Inbound
from netgen.readback.juniper_junos.layer3 import BLACKHOLE, STATIC_PREFERENCE, Instances
from netgen.readback.juniper_junos.names import Interfaces, Vlans
from netgen.readback.juniper_junos.tree import NOTHING, Node, Notes

#: Seconds that hosts keep an advertised prefix at least, so that a lesson does not lose it.
_LEAST_S = 3600
_EVERYWHERE = "*"


def read_ipv6(
    root: Node, interfaces: Interfaces, vlans: Vlans, instances: Instances, notes: Notes, *, is_firewall: bool
) -> tuple[ObservedIpv6, ...]:
    """The units with IPv6. `lo0` with a filter and no address has none."""
    inbound = Inbound(root) if is_firewall else None
    irb = {row.value("l3-interface"): vlans.ids.get(name, 0) for name, row in vlans.rows.items()}
    advertised = {row.key: row for row in root.sub("protocols", "router-advertisement").entries("interface")}
    found: list[ObservedIpv6] = []
    units: set[str] = set()
    for port in root.sub("interfaces").entries("<interface>"):
        for unit in port.entries("unit"):
            label = f"{port.key}.{unit.key}"
            units.add(label)
            if ("inet6",) not in unit.sub("family").kids:
                continue
            inet6 = unit.sub("family", "inet6")
            item = _read_unit(port, unit, inet6, label, advertised.get(label, NOTHING), notes)
            if port.key == "lo0" and not item.addresses and item.mode == "static":
                continue
            vlan = irb.get(label, 0) if port.key == "irb" else whole_number(unit.value("vlan-id", "0")) or 0
            found.append(
                ObservedIpv6(
                    name=interfaces.name(label),
                    line=item.line,
                    vlan=vlan,
                    vrf=instances.of.get(label, ""),
                    addresses=item.addresses,
                    mode=item.mode,
                    advertises=item.advertises,
                    prefixes=item.prefixes,
                    odd_prefixes=item.odd_prefixes,
                    managed=item.managed,
                    other=item.other,
                    resolvers=item.resolvers,
                    access=inbound.words.get(label, ()) if inbound else (),
                    shutdown=port.has("disable") or unit.has("disable"),
                )
            )
    spoken = {item.name for item in found}
    for label, row in advertised.items():
        if interfaces.name(label) not in spoken:
            notes.doubt(row.line, f"router-advertisement: {label} has no IPv6")
    return tuple(found)


def _read_unit(
    port: Node, unit: Node, inet6: Node, label: str, advertised: Node, notes: Notes
) -> ObservedIpv6:
    addresses: list[str] = []
    for row in inet6.entries("address"):
        text = interface6(row.key)
        if text is None:
            notes.doubt(row.line, f"{label}: `{row.key}` is no IPv6 address with a length")
        elif not is_link_local(text):
            addresses.append(text)
    mode = "dhcp" if inet6.has("dhcpv6-client") else "static"
    if mode == "dhcp":
        inet6.keep("dhcpv6-client")
    plain: list[str] = []
    odd: list[str] = []
    for row in advertised.entries("prefix"):
        prefix = network6(row.key)
        if prefix is None:
            notes.doubt(row.line, f"{label}: `{row.key}` is no IPv6 prefix")
            continue
        lives = [row.value("valid-lifetime"), row.value("preferred-lifetime")]
        flags = [row.has("no-on-link"), row.has("no-autonomous")]
        row.has("on-link")
        row.has("autonomous")
        short = any(life and (whole_number(life) or 0) < _LEAST_S and life != "infinity" for life in lives)
        (odd if short or any(flags) else plain).append(prefix)
    for word in ("no-managed-configuration", "no-other-stateful-configuration"):
        advertised.has(word)
    return ObservedIpv6(
        name=label,
        line=inet6.line or unit.line or port.line,
        addresses=tuple(addresses),
        mode=mode,
        advertises=advertised is not NOTHING,
        prefixes=tuple(plain),
        odd_prefixes=tuple(odd),
        managed=advertised.has("managed-configuration"),
        other=advertised.has("other-stateful-configuration"),
        resolvers=tuple(row.key for row in advertised.entries("dns-server-address")),
    )


def read_routing6(root: Node, *, is_firewall: bool) -> tuple[str, ...]:
    """Where IPv6 is forwarded; packet mode passes a firewall's policies by, so it counts as unread."""
    if not is_firewall:
        return (_EVERYWHERE,)
    block = root.sub("security", "forwarding-options", "family", "inet6")
    mode = block.value("mode")
    if mode == "flow-based":
        return ("",)
    block.keep("mode")
    return ()


def read_routes6(
    root: Node, instances: Instances, interfaces: Interfaces, notes: Notes
) -> tuple[ObservedRoute, ...]:
    """The IPv6 static routes of all tables; one that leads nowhere has the interface `blackhole`."""
    found: list[ObservedRoute] = []
    for vrf, block in [("", root), *instances.rows.items()]:
        table = block.sub("routing-options").entry("rib", f"{vrf}.inet6.0" if vrf else "inet6.0")
        if table is None:
            continue
        usual = whole_number(table.sub("static", "defaults").value("preference")) or STATIC_PREFERENCE
        for row in table.sub("static").entries("route"):
            found += _routes(row, vrf, usual, interfaces, notes)
    return tuple(found)


def _routes(row: Node, vrf: str, usual: int, interfaces: Interfaces, notes: Notes) -> list[ObservedRoute]:
    prefix = network6(row.key)
    if prefix is None:
        notes.doubt(row.line, f"route `{row.key}` has no valid IPv6 prefix")
        return []
    distance = whole_number(row.value("preference")) or usual
    ways = [(hop, distance) for hop in row.values("next-hop")]
    ways += [
        (other.key, whole_number(other.value("preference")) or distance)
        for other in row.entries("qualified-next-hop")
    ]
    found: list[ObservedRoute] = []
    for hop, preference in ways:
        gateway = address6(hop) or ""
        place = "" if gateway else interfaces.name(hop)
        found.append(ObservedRoute(vrf, prefix, gateway, place, preference, row.line))
    if row.value("next-table"):
        found.append(ObservedRoute(vrf, prefix, "", f"table {row.value('next-table')}", distance, row.line))
    nowhere = [row.has(word) for word in ("discard", "reject", "receive")]
    if True in nowhere:
        if found:
            notes.doubt(row.line, f"route {prefix} leads somewhere and nowhere at once")
        found.append(ObservedRoute(vrf, prefix, "", BLACKHOLE, distance, row.line))
    if not found:
        notes.doubt(row.line, f"route {prefix} leads nowhere and does not say so")
    return found
