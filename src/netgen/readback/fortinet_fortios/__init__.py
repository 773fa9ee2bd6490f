"""Reads FortiOS texts (7.0 to 7.6, one VDOM) as facts.

Source: FortiOS 7.4 command line as in public device backups and the schema of Fortinet's own
collections; `unset`, `append`, `move`, `delete` and repeated blocks act as they do on the device.
DHCPv6, routing protocols beside BGP and SSL VPN are not read: their lines are unread.
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import Observed
from netgen.readback.fortinet_fortios.bgp import read_bgp
from netgen.readback.fortinet_fortios.filters import read_filters
from netgen.readback.fortinet_fortios.identity import read_identities, read_user_groups
from netgen.readback.fortinet_fortios.inspections import read_inspections
from netgen.readback.fortinet_fortios.interfaces import read_interfaces, read_zones
from netgen.readback.fortinet_fortios.ipv6 import AddressBook6, check_policies, read_ipv6, read_routes6
from netgen.readback.fortinet_fortios.lists import Lists
from netgen.readback.fortinet_fortios.management import read_management, read_time_service
from netgen.readback.fortinet_fortios.objects import AddressBook, ServiceBook, read_schedules
from netgen.readback.fortinet_fortios.pair import read_pair
from netgen.readback.fortinet_fortios.policies import (
    name_published,
    read_flood_guards,
    read_forwards,
    read_local_in,
    read_policies,
    stand_behind,
)
from netgen.readback.fortinet_fortios.probes import read_probes
from netgen.readback.fortinet_fortios.radios import read_groups, read_radios, read_sections
from netgen.readback.fortinet_fortios.references import References
from netgen.readback.fortinet_fortios.remote import read_remotes
from netgen.readback.fortinet_fortios.resolvers import read_domains, read_resolvers
from netgen.readback.fortinet_fortios.routes import read_pools, read_routes
from netgen.readback.fortinet_fortios.steering import Sdwan, read_policy_routes
from netgen.readback.fortinet_fortios.translations import read_pools as read_one_to_one
from netgen.readback.fortinet_fortios.translations import read_ranges
from netgen.readback.fortinet_fortios.tree import grow
from netgen.readback.fortinet_fortios.tunnels import read_tunnels
from netgen.readback.fortinet_fortios.unread import report_unread
from netgen.readback.fortinet_fortios.wireless import read_wlans

PLATFORM = "fortinet_fortios"


def read(text: str) -> Observed:
    """What the text makes of a FortiGate. Never raises: what it cannot read is in `unread` or `problems`."""
    root, notes = grow(text)
    lists = Lists(root)
    addresses, services = AddressBook(root, lists.addresses), ServiceBook(root)
    interfaces, zones = read_time_service(root, read_interfaces(root)), read_zones(root)
    pools_out, ranges_in = read_one_to_one(root), read_ranges(root)
    policies = read_policies(root, frozenset(item.name for item in pools_out))
    local_in = read_local_in(root)
    schedules, forwards = read_schedules(root), read_forwards(root, services)
    policies = name_published(policies, forwards)
    sections = read_sections(root)
    wlans, ap_groups = read_wlans(root, sections, schedules), read_groups(root, sections)
    country, radios = read_radios(root, sections)
    filters = tuple(lists.in_filter(item) for item in read_filters(root))
    inspections = read_inspections(root)
    sdwan, names = Sdwan(root, addresses), {item.name for item in interfaces}
    tunnels, routes = read_tunnels(root, addresses), read_routes(root, addresses, sdwan)
    probes = (*read_probes(root, names), *sdwan.probes())
    steering = (*read_policy_routes(root, addresses, names), *sdwan.rules())
    remotes = read_remotes(root, addresses)
    resolvers, domains = read_resolvers(root, interfaces), read_domains(root)
    identities, user_groups = read_identities(root), read_user_groups(root)
    bgp = read_bgp(root, interfaces)
    management = msgspec.structs.replace(read_management(root, interfaces), country=country)
    pools, flood_guards = read_pools(root, interfaces), read_flood_guards(root)
    pair = read_pair(root)
    if pair and pair.password:
        secrets = (*management.secrets, ("pair password", pair.password))
        management = msgspec.structs.replace(management, secrets=secrets)
    hostname = root.section("system global").word("hostname")
    implicit_deny_logged = root.section("log setting").enabled("fwpolicy-implicit-log")

    for vdom in root.rows("vdom"):
        if vdom.name != "root":
            notes.doubt(vdom.line, f"VDOM `{vdom.name}` is read as if it were `root`")
    references = References(notes, interfaces, zones, (wlan.name for wlan in wlans))
    references.check_interfaces()
    profiles = {
        kind: {profile.name for profile in filters if profile.kind == word}
        for kind, word in (("web filter", "web"), ("DNS filter", "dns"), ("application list", "application"))
    }
    profiles["inspection"] = {profile.name for profile in inspections}
    profiles["user group"] = {group.name for group in user_groups}
    references.check_policies(
        policies,
        addresses,
        services,
        schedules,
        profiles,
        {entry.name for entry in root.rows("firewall vip")},
    )
    references.check_uses(routes, tunnels)
    addresses6, ipv6, routes6 = AddressBook6(root), read_ipv6(root), read_routes6(root)
    check_policies(policies, addresses6, notes)
    settings = report_unread(root)

    used_addresses = {name for policy in policies + local_in for name in policy.sources + policy.destinations}
    used_services = {name for policy in policies + local_in for name in policy.services}
    return Observed(
        platform=PLATFORM,
        hostname=hostname,
        routes=routes,
        pools=pools,
        routing=True,
        management=management,
        interfaces=interfaces,
        zones=zones,
        addresses=addresses.observed(used_addresses) + stand_behind(forwards, ranges_in, used_addresses),
        services=services.observed(used_services),
        lists=tuple(lists.facts),
        translations=pools_out + ranges_in,
        policies=policies,
        implicit_deny_logged=implicit_deny_logged,
        local_in=local_in,
        forwards=forwards,
        resolvers=resolvers,
        domains=domains,
        flood_guards=flood_guards,
        schedules=schedules,
        filters=filters,
        inspections=inspections,
        identities=identities,
        user_groups=user_groups,
        tunnels=tunnels,
        remotes=remotes,
        probes=probes,
        steering=steering,
        bgp=bgp,
        firewall_pair=pair,
        wlans=wlans,
        radios=radios,
        ap_groups=ap_groups,
        ipv6=ipv6,
        routes6=routes6,
        addresses6=addresses6.observed(
            name for policy in policies for name in policy.sources6 + policy.destinations6
        ),
        routing6=("*",),
        settings=settings,
        unread=tuple(sorted(notes.unread, key=lambda line: line.line)),
        problems=tuple(sorted(notes.problems, key=lambda line: line.line)),
    )
