"""Reads Junos texts of EX switches (Enhanced Layer 2 software) and SRX firewalls as facts.

Source: Juniper's published YANG models of 23.4R1, its CLI reference, and public device configurations. Braces and
`set` commands are one tree; groups and interface ranges are spread into it before anything is read.
DHCPv6, routing protocols beside BGP and remote access are settings or unread, not facts.
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import (
    Observed,
    ObservedAddress,
    ObservedInterface,
    ObservedPolicy,
    ObservedService,
    ObservedSvi,
)
from netgen.readback.juniper_junos.access_control import read_access
from netgen.readback.juniper_junos.bgp import read_bgp
from netgen.readback.juniper_junos.cluster import read_cluster, take_nodes
from netgen.readback.juniper_junos.dhcp import read_pools
from netgen.readback.juniper_junos.filters import Doorkeeper, Flow, read_filters
from netgen.readback.juniper_junos.firewall import read_flood_guards, read_interfaces, read_zones
from netgen.readback.juniper_junos.forwarding import Forwarding
from netgen.readback.juniper_junos.inheritance import apply_groups, spread_ranges
from netgen.readback.juniper_junos.ipv6 import read_ipv6, read_routes6, read_routing6
from netgen.readback.juniper_junos.layer3 import Instances, read_addresses, read_relays, read_routes
from netgen.readback.juniper_junos.lists import read_lists
from netgen.readback.juniper_junos.management import read_management, session_flows
from netgen.readback.juniper_junos.names import Interfaces, Vlans
from netgen.readback.juniper_junos.nat import SourceNat, read_forwards, read_translations
from netgen.readback.juniper_junos.objects import AddressBook, Applications
from netgen.readback.juniper_junos.policies import PolicyReader, read_schedules
from netgen.readback.juniper_junos.probes import read_probes
from netgen.readback.juniper_junos.quality import Quality
from netgen.readback.juniper_junos.switching import read_switching
from netgen.readback.juniper_junos.tree import Node, Notes, grow
from netgen.readback.juniper_junos.tunnels import read_tunnels
from netgen.readback.juniper_junos.unread import settings_of
from netgen.readback.juniper_junos.webfilter import read_filters as read_web_filters
from netgen.readback.juniper_junos.webfilter import read_inspections
from netgen.readback.spans import EVERYTHING, prefixes

PLATFORM = "juniper_junos"
_TIME = Flow("udp", 123)
_FIREWALL_BLOCKS = ("zones", "policies", "nat", "ipsec", "screen", "address-book")


def read(text: str) -> Observed:
    """What the text makes of a switch or a firewall. Never raises: what it cannot read is `unread` or a problem.

    A LAG is `aeN`, an SVI `irb.N`; a tunnel has the name of its VPN, and all that names its unit means it.
    """
    grown = grow(text)
    hostnames = take_nodes(grown)
    apply_groups(grown)
    root, notes = grown.root, grown.notes
    ranges = spread_ranges(root, notes)
    pair = read_cluster(root, hostnames, notes)
    interfaces, vlans = Interfaces(root, ranges), Vlans(root)
    instances = Instances(root, notes)
    acls = read_filters(root)
    door = Doorkeeper(root, notes)
    quality = Quality(root, notes)
    switching = read_switching(root, interfaces, vlans, quality, notes)
    routes = read_routes(root, instances, interfaces, notes)
    gateway = next((route.gateway for route in routes if route.prefix == "0.0.0.0/0" and not route.vrf), "")
    relays = read_relays(root, instances, notes)
    is_firewall = any((name,) in root.sub("security").kids for name in _FIREWALL_BLOCKS) or any(
        kid.name == "address-book" for kid in root.sub("security").kids.values()
    )
    svis: tuple[ObservedSvi, ...] = ()
    if not is_firewall:
        svis = read_addresses(root, instances, vlans, relays, {acl.name for acl in acls}, notes)
    found = Observed(
        platform=PLATFORM,
        hostname=root.sub("system").value("host-name"),
        vlans=switching.vlans,
        ports=switching.ports,
        svis=svis,
        vrfs=tuple(instances.rows),
        routes=routes,
        pools=read_pools(root, instances.rows, interfaces, notes),
        routing=True,
        stp_mode=switching.stp_mode,
        stp_priority=switching.stp_priority,
        stp_region=switching.stp_region,
        snooping_vlans=switching.snooping_vlans,
        inspected_vlans=switching.inspected_vlans,
        access=read_access(root, notes),
        qos=quality.classes(),
        management=read_management(root, interfaces, door, gateway, notes),
        bgp=read_bgp(root, instances, door, notes),
        acls=acls,
        ipv6=read_ipv6(root, interfaces, vlans, instances, notes, is_firewall=is_firewall),
        routes6=read_routes6(root, instances, interfaces, notes),
        routing6=read_routing6(root, is_firewall=is_firewall),
        firewall_pair=pair,
    )
    if is_firewall:
        found = _add_firewall(found, root, interfaces, vlans, relays, door, notes)
    notes.settle()
    return msgspec.structs.replace(
        found,
        settings=settings_of(root, notes),
        unread=tuple(notes.unread),
        problems=tuple(notes.problems),
    )


def _add_firewall(
    found: Observed,
    root: Node,
    interfaces: Interfaces,
    vlans: Vlans,
    relays: dict[str, tuple[str, ...]],
    door: Doorkeeper,
    notes: Notes,
) -> Observed:
    """The facts with those that only a firewall has."""
    book, applications = AddressBook(root, notes), Applications(root, notes)
    zones = root.sub("security", "zones").entries("security-zone")
    homes = {item.key: zone.key for zone in zones for item in zone.sub("interfaces").entries("<interface>")}
    members: dict[str, tuple[str, ...]] = {zone.key: () for zone in zones}
    for unit, zone in homes.items():
        members[zone] += (interfaces.name(unit),)
    nat = SourceNat(root, homes, book, notes)
    lists = read_lists(root, notes)
    policies = PolicyReader(root, members, book, applications, nat, lists, notes).read()
    own = _local_in(door, root)
    probes, watched = read_probes(root, interfaces, found.routes, notes)
    return msgspec.structs.replace(
        found,
        routes=(*found.routes, *(route for route in watched if not route.vrf)),
        probes=probes,
        steering=Forwarding(root, interfaces, notes).rules(watched),
        interfaces=_with_time(read_interfaces(root, interfaces, vlans, relays, notes), door),
        zones=read_zones(root, interfaces, policies.open_inside, notes),
        addresses=(*book.facts.values(), *(item for _, item, _ in own)),
        addresses6=tuple(book.facts.values()),
        services=(*applications.observed(policies.used_services), *(item for _, _, item in own)),
        lists=lists,
        translations=read_translations(root, interfaces, members),
        policies=policies.policies,
        implicit_deny_logged=policies.implicit_deny_logged,
        local_in=tuple(item for item, _, _ in own),
        forwards=read_forwards(root, interfaces, members, applications, notes),
        flood_guards=read_flood_guards(root, interfaces, notes),
        schedules=read_schedules(root),
        filters=read_web_filters(root, notes),
        inspections=read_inspections(root),
        tunnels=read_tunnels(root, interfaces, notes),
    )


def _with_time(found: tuple[ObservedInterface, ...], door: Doorkeeper) -> tuple[ObservedInterface, ...]:
    """The same interfaces, each with whom it tells the time.

    A box that is in time needs no statement to serve it (System Basics, "NTP server mode"): whose packets come through
    the zone's host-inbound-traffic and the filter of lo0 is answered.
    """
    told = prefixes(door.sources(_TIME))
    return tuple(
        msgspec.structs.replace(item, tells_time=told) if "ntp" in item.access else item for item in found
    )


def _local_in(door: Doorkeeper, root: Node) -> list[tuple[ObservedPolicy, ObservedAddress, ObservedService]]:
    """What the filter of lo0 makes of sessions with the box: whom it lets in, then nobody, kind by kind."""
    if not door.is_bound:
        return []
    flows = [*session_flows(root), *([Flow("udp", 161)] if ("snmp",) in root.kids else [])]
    found: list[tuple[ObservedPolicy, ObservedAddress, ObservedService]] = []
    for flow in flows:
        spans = door.sources(flow)
        label = f"lo0 {flow.protocol}/{flow.port}"
        service = ObservedService(label, ((flow.protocol, flow.port, flow.port),), any_=False, line=door.line)
        for allow in (True, False):
            if allow and not spans:
                continue
            held = spans if allow else [EVERYTHING]
            any_ = EVERYTHING in held
            name = f"{label} sources" if allow else f"{label} others"
            address = ObservedAddress(name, ("0.0.0.0/0",) if any_ else prefixes(held), any_, door.line)
            policy = ObservedPolicy(
                id=f"{label} {'accept' if allow else 'discard'}", name=label, position=len(found) + 1,
                from_zones=("any",), to_zones=(), sources=(name,), destinations=(name if any_ else f"{label} others",),
                services=(label,), allow=allow, enabled=True, nat=False, log=False, schedule="", web_filter="",
                dns_filter="", app_control="", inspection="", line=door.line,
            )  # fmt: skip
            found.append((policy, address, service))
    return found
