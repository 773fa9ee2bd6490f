"""Contradictions between the parts of a text: names that lead nowhere, things that are there twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from netgen.readback.facts import (
    ObservedInterface,
    ObservedPolicy,
    ObservedRoute,
    ObservedSchedule,
    ObservedTunnel,
    ObservedZone,
)
from netgen.readback.fortinet_fortios.filters import BUILTIN_FILTERS
from netgen.readback.fortinet_fortios.inspections import BUILTIN_INSPECTIONS
from netgen.readback.fortinet_fortios.objects import AddressBook, ServiceBook
from netgen.readback.fortinet_fortios.tree import Notes
from netgen.readback.indented import ipv4
from netgen.readback.spans import Span, network_span

#: Names of hardware ports, which exist without a line in the text.
_HARDWARE = re.compile(
    r"(port|wan|lan|internal|dmz|ha|mgmt|x|s|a|b|wanopt|npu\d+_vlink|fortilink)-?[A-D]?\d*\Z", re.IGNORECASE
)
_BUILTIN_INTERFACES = frozenset({"any", "ssl.root", "l2t.root", "naf.root", "blackhole"})
_BUILTIN_SCHEDULES = frozenset({"always", "none", "default-darrp-optimize"})


class References:
    """Everything that a name can lead to, and where to report those that lead nowhere."""

    def __init__(
        self,
        notes: Notes,
        interfaces: tuple[ObservedInterface, ...],
        zones: tuple[ObservedZone, ...],
        wlans: Iterable[str],
    ) -> None:
        self.notes = notes
        self.interfaces = interfaces
        self.zones = zones
        self.interface_names = {interface.name for interface in interfaces} | set(wlans)
        self.zone_names = {zone.name for zone in zones} | {"virtual-wan-link"}
        self.zone_of = {member: zone.name for zone in zones for member in zone.members}

    def check_interfaces(self) -> None:
        """Parents, members, VLAN ids and addresses of interfaces; members of zones."""
        seen: dict[tuple[str, int], str] = {}
        member_of: dict[str, str] = {}
        for interface in self.interfaces:
            if interface.parent and not self._is_port(interface.parent):
                self.notes.doubt(
                    interface.line, f"{interface.name}: parent `{interface.parent}` is not defined"
                )
            if interface.kind == "vlan":
                other = seen.setdefault((interface.parent, interface.vlan), interface.name)
                if other != interface.name:
                    self.notes.doubt(
                        interface.line, f"{interface.name}: VLAN {interface.vlan} is also `{other}`"
                    )
            for member in interface.members:
                other = member_of.setdefault(member, interface.name)
                if other != interface.name:
                    self.notes.doubt(
                        interface.line, f"{interface.name}: `{member}` is also a member of `{other}`"
                    )
        self._check_overlaps()
        self._check_zones()

    def _check_zones(self) -> None:
        zone_of: dict[str, str] = {}
        for zone in self.zones:
            for member in zone.members:
                if member not in self.interface_names:
                    self.notes.doubt(zone.line, f"zone {zone.name}: interface `{member}` is not defined")
                if zone_of.setdefault(member, zone.name) != zone.name:
                    self.notes.doubt(
                        zone.line, f"zone {zone.name}: `{member}` is also in zone `{zone_of[member]}`"
                    )
            if zone.name in self.interface_names:
                self.notes.doubt(zone.line, f"`{zone.name}` is a zone and an interface")

    def check_policies(
        self,
        policies: tuple[ObservedPolicy, ...],
        addresses: AddressBook,
        services: ServiceBook,
        schedules: tuple[ObservedSchedule, ...],
        profiles: dict[str, set[str]],
        forwards: set[str],
    ) -> None:
        """Every name that a policy uses; `profiles` holds the names of each kind of profile."""
        known_schedules = {schedule.name for schedule in schedules} | _BUILTIN_SCHEDULES
        names: dict[str, str] = {}
        for policy in policies:
            problems = [
                *self._missing_zones(policy),
                *(f"address `{name}` is not defined" for name in policy.sources if not addresses.knows(name)),
                *(
                    f"address `{name}` is not defined"
                    for name in policy.destinations
                    if not addresses.knows(name) and name not in forwards
                ),
                *(f"service `{name}` is not defined" for name in policy.services if not services.knows(name)),
            ]
            if policy.schedule and policy.schedule not in known_schedules:
                problems.append(f"schedule `{policy.schedule}` is not defined")
            for kind, name, builtin in (
                ("web filter", policy.web_filter, BUILTIN_FILTERS),
                ("DNS filter", policy.dns_filter, BUILTIN_FILTERS),
                ("application list", policy.app_control, BUILTIN_FILTERS),
                ("inspection", policy.inspection, BUILTIN_INSPECTIONS),
            ):
                if name and name not in builtin and name not in profiles[kind]:
                    problems.append(f"{kind} `{name}` is not defined")
            problems += [
                f"user group `{name}` is not defined"
                for name in policy.groups
                if name not in profiles["user group"]
            ]
            problems += _missing_parts(policy)
            if policy.name and names.setdefault(policy.name, policy.id) != policy.id:
                problems.append(f"has the same name as policy {names[policy.name]}")
            for problem in problems:
                self.notes.doubt(policy.line, f"policy {policy.id}: {problem}")

    def check_uses(self, routes: tuple[ObservedRoute, ...], tunnels: tuple[ObservedTunnel, ...]) -> None:
        """The interfaces that routes and tunnels name."""
        for route in routes:
            for name in route.interface.split():
                if name not in self.interface_names | self.zone_names and name not in _BUILTIN_INTERFACES:
                    self.notes.doubt(route.line, f"route {route.prefix}: interface `{name}` is not defined")
        for tunnel in tunnels:
            if tunnel.interface not in self.interface_names:
                self.notes.doubt(
                    tunnel.line, f"tunnel {tunnel.name}: interface `{tunnel.interface}` is not defined"
                )
            if not tunnel.phase2:
                self.notes.doubt(tunnel.line, f"tunnel {tunnel.name}: phase 2 or its proposal is missing")

    def _is_port(self, name: str) -> bool:
        return name in self.interface_names or bool(_HARDWARE.match(name))

    def _missing_zones(self, policy: ObservedPolicy) -> Iterator[str]:
        for name in policy.from_zones + policy.to_zones:
            if name in self.zone_of and name not in self.zone_names:
                zone = self.zone_of[name]
                yield f"interface `{name}` is a member of zone `{zone}` and cannot be named alone"
            elif name not in self.interface_names | self.zone_names and name not in _BUILTIN_INTERFACES:
                yield f"zone or interface `{name}` is not defined"

    def _check_overlaps(self) -> None:
        spans: list[tuple[Span, ObservedInterface]] = []
        for interface in self.interfaces:
            address = ipv4(interface.address)
            if address is not None:
                length = 32 if interface.kind in {"tunnel", "loopback"} else interface.length
                spans.append((network_span(address, length), interface))
        spans.sort(key=lambda pair: pair[0])
        for (low, first), (high, second) in pairwise(spans):
            if high[0] <= low[1]:
                self.notes.doubt(
                    max(first.line, second.line),
                    f"{second.name}: {second.address}/{second.length} overlaps {first.name}",
                )


def _missing_parts(policy: ObservedPolicy) -> list[str]:
    """The fields without which the device refuses a policy."""
    parts = {
        "source zone": policy.from_zones,
        "destination zone": policy.to_zones,
        "source address": policy.sources,
        "destination address": policy.destinations,
        "service": policy.services,
        "schedule": policy.schedule,
    }
    return [f"has no {name}" for name, value in parts.items() if not value]
