"""Reads PAN-OS texts (10.2 to 11.1, one virtual system) as facts: `set` lines or XML.

Sources: Palo Alto Networks' published specification of the configuration (pan-os-codegen), its
administrator's guides, and configurations in public repositories. `delete`, `rename` and `move` act as
they do on the device. Routing protocols beside BGP, quality of service and DHCPv6 are not read: their lines are
unread.
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import Observed
from netgen.readback.paloalto_panos.bgp import read_bgp
from netgen.readback.paloalto_panos.decryption import Decryption
from netgen.readback.paloalto_panos.forwarding import Forwarding
from netgen.readback.paloalto_panos.interfaces import (
    Names,
    Profiles,
    read_flood_guards,
    read_interfaces,
    read_zones,
)
from netgen.readback.paloalto_panos.ipv6 import read_ipv6, read_routes6, read_routing6
from netgen.readback.paloalto_panos.leftovers import report_leftovers
from netgen.readback.paloalto_panos.lists import read_lists, read_spyware
from netgen.readback.paloalto_panos.management import read_management
from netgen.readback.paloalto_panos.objects import AddressBook, ServiceBook, read_schedules
from netgen.readback.paloalto_panos.pair import read_pair
from netgen.readback.paloalto_panos.policies import (
    NatRules,
    Own,
    Rulebase,
    closing_rule,
    denies_all_logged,
    open_default,
    read_defaults,
    talks_inside,
)
from netgen.readback.paloalto_panos.profiles import LogForwarding, ProfileGroups, read_filters
from netgen.readback.paloalto_panos.references import check_references
from netgen.readback.paloalto_panos.remote import read_remotes
from netgen.readback.paloalto_panos.routes import read_dhcp, read_routes
from netgen.readback.paloalto_panos.tree import grow_set
from netgen.readback.paloalto_panos.tunnels import read_tunnels
from netgen.readback.paloalto_panos.xml_text import grow_xml

PLATFORM = "paloalto_panos"


def read(text: str) -> Observed:
    """What the text makes of a firewall. Never raises: what it cannot read is in `unread` or `problems`."""
    tree = grow_xml(text) if text.lstrip("\ufeff \t\r\n").startswith("<") else grow_set(text)
    root, notes = tree.root, tree.notes
    addresses, services, names = AddressBook(root), ServiceBook(root), Names(root)
    profiles, logs, groups = Profiles(root, addresses), LogForwarding(root), ProfileGroups(root)
    interfaces, pools = read_dhcp(root, read_interfaces(root, names, profiles))
    zone_nodes = read_zones(root, names)
    zones = [zone for zone, _ in zone_nodes]
    schedules, filters = read_schedules(root), read_filters(root) + read_spyware(root)
    defaults = read_defaults(root, logs)
    rulebase = Rulebase(
        root, addresses, services, groups, logs, zones, frozenset(item.name for item in schedules)
    )
    nat = NatRules(root, names, addresses, services, zones, interfaces)
    decryption = Decryption(root)
    own = Own(interfaces, zones, addresses)

    policies = []
    sides: dict[str, list] = {"in": [], "out": []}  # type: ignore[type-arg]
    for policy in rulebase.policies:
        side = own.side(policy)
        if side:
            sides[side].append(policy)
            continue
        hidden, partly = nat.judge(policy) if policy.allow and policy.enabled else (False, False)
        if hidden != partly:
            notes.doubt(
                policy.line, f"rule {policy.id}: the source of some of its sessions is hidden, not of all"
            )
        inspection = decryption.of(policy, (zone.name for zone in zones)) if policy.allow else ""
        policies.append(nat.after(msgspec.structs.replace(policy, nat=partly, inspection=inspection)))
    if defaults.interzone_allowed:
        policies.append(open_default(defaults, len(rulebase.policies) + 1))
    closing = closing_rule(defaults, len(rulebase.policies) + 1)
    local_in = (*sides["in"], closing) if closing else tuple(sides["in"])
    zones = [
        msgspec.structs.replace(zone, intrazone=talks_inside(zone.name, policies, defaults)) for zone in zones
    ]
    steering = Forwarding(root, names, addresses, services, interfaces, tuple(zones)).rules()
    (routes, probes), tunnels = read_routes(root, names, interfaces), read_tunnels(root, interfaces)
    remotes = read_remotes(root, addresses)
    management = read_management(root, interfaces, profiles, addresses, logs)
    addresses.check_groups()
    services.check_groups()
    check_references(notes, interfaces, zones)
    used_addresses = {
        "any",
        *rulebase.used_addresses,
        *(name for item in policies for name in item.destinations),
    }
    used_services = {*rulebase.used_services, "any"}
    lists = read_lists(root, addresses, rulebase.used_addresses)
    hostname = root.at("deviceconfig", "system").value("hostname")
    flood_guards = read_flood_guards(root, zone_nodes)
    ipv6, routes6 = read_ipv6(root, names, interfaces), read_routes6(root, names)
    routing6 = read_routing6(root)
    seen = addresses.observed(sorted(used_addresses))
    bgp = read_bgp(root)
    pair = read_pair(root)
    settings = report_leftovers(root)
    return Observed(
        platform=PLATFORM,
        hostname=hostname,
        routes=routes,
        pools=pools,
        routing=True,
        management=management,
        interfaces=interfaces,
        zones=tuple(zones),
        addresses=seen,
        addresses6=seen,
        ipv6=ipv6,
        routes6=routes6,
        routing6=routing6,
        services=services.observed(sorted(used_services)),
        lists=lists,
        policies=tuple(policies),
        implicit_deny_logged=(defaults.interzone_logged and not defaults.interzone_allowed)
        or denies_all_logged(policies),
        local_in=local_in,
        local_out=tuple(sides["out"]),
        forwards=tuple(nat.forwards),
        flood_guards=flood_guards,
        schedules=schedules,
        filters=filters,
        inspections=decryption.inspections,
        tunnels=tunnels,
        remotes=remotes,
        probes=probes,
        steering=steering,
        bgp=bgp,
        firewall_pair=pair,
        settings=settings,
        unread=tuple(sorted(notes.unread, key=lambda line: line.line)),
        problems=tuple(sorted(notes.problems, key=lambda line: line.line)),
    )
