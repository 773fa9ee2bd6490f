"""The same server, hub or zone twice in one list.

What it catches: repeated entries of hubs, dns, ntp, dhcp, radius, syslog, snmp managers, administration zones, probes,
    hubs of remote access, of the servers in leases, of the segments of a WLAN, of the services of a class of traffic,
    and of what a class of steering names.
Why it matters in a school: the second RADIUS server that everybody counts on is the first one again.
Example: `ntp: [10.0.8.12, 10.0.8.12]`
How to fix: remove one of the two, or write the address that was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_repeated_entries(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each repetition."""
    services = trust.trust.services
    lists: dict[str, Sequence[str]] = {
        "trust/hubs": trust.trust.hubs,
        "trust/services/dns": services.dns,
        "trust/services/ntp": services.ntp,
        "trust/services/radius": [server.host for server in services.radius],
        "trust/services/syslog": [f"{server.host} port {server.port}" for server in services.syslog],
        "trust/services/snmp/managers": services.snmp.managers if services.snmp else (),
        "trust/administration/from_zones": trust.trust.administration.from_zones,
        "trust/services/dhcp": services.dhcp,
        "trust/wan/probes": trust.trust.wan.probes,
        "trust/vpn/static_sites": trust.trust.vpn.static_sites,
        "standard/protection/geo/deny": trust.standard.protection.geo.deny,
        "standard/protection/geo/inbound_only_from": trust.standard.protection.geo.inbound_only_from,
    }
    if trust.trust.remote_access is not None:
        lists["trust/remote_access/at"] = trust.trust.remote_access.at
    for name, segment in trust.standard.segments.items():
        path = object_path("standard", "segments", name, "options")
        lists[f"{path}/phone_servers"] = segment.options.phone_servers
        lists[f"{path}/controllers"] = segment.options.controllers
    for name, wlan in trust.standard.wlans.items():
        lists[object_path("standard", "wlans", name, "dynamic_segments")] = wlan.dynamic_segments
    for name, item in trust.standard.qos.items():
        lists[object_path("standard", "qos", name, "services")] = item.services
    for name, steered in trust.standard.steering.items():
        path = object_path("standard", "steering", name)
        lists[f"{path}/from"] = steered.from_
        lists[f"{path}/services"] = steered.services
        lists[f"{path}/to"] = [str(prefix) for prefix in steered.to]
        lists[f"{path}/applications"] = steered.applications
    for path, entries in lists.items():
        first: dict[str, int] = {}
        for index, entry in enumerate(entries):
            if entry in first:
                yield Finding(
                    object_path(path, index),
                    f"`{entry}` is listed twice",
                    "remove one of the two",
                    also=(object_path(path, first[entry]),),
                )
            first.setdefault(entry, index)
