"""Policy-based forwarding: rules that choose the way of a session before the routing table.

Rules are asked in order. Where the monitored address of one is lost, the rest of the rules is asked if the rule is
disabled then, and the routing table if it is not (administrator's guide, Path Monitoring for PBF); a rule
without a monitor stays. A monitor pings every three seconds, and five lost pings decide, unless the text says
otherwise.
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedInterface, ObservedSteering, ObservedZone
from netgen.readback.indented import ipv4
from netgen.readback.paloalto_panos.interfaces import Names
from netgen.readback.paloalto_panos.objects import ANY, AddressBook, ServiceBook
from netgen.readback.paloalto_panos.tree import Node
from netgen.readback.spans import EVERYTHING, Span, prefixes, subtract

_DEFAULT = "0.0.0.0/0"


class _Way(msgspec.Struct, frozen=True):
    """Where a rule sends to, and what it watches."""

    ways: tuple[tuple[str, str], ...] = ()
    ends_here: bool = False
    watches: tuple[str, ...] = ()
    interval_ms: int = 0
    fail_after: int = 0


class Forwarding:
    """The rules of a text in their order."""

    def __init__(
        self,
        root: Node,
        names: Names,
        addresses: AddressBook,
        services: ServiceBook,
        interfaces: tuple[ObservedInterface, ...],
        zones: tuple[ObservedZone, ...],
    ) -> None:
        """Keep what the names of rules mean."""
        self._root = root
        self._names = names
        self._addresses = addresses
        self._services = services
        self._known = {item.native or item.name for item in interfaces}
        self._zones = {zone.name: zone.members for zone in zones}
        self._profiles = {row.word: row for row in root.entries("network", "profiles", "monitor-profile")}
        for row in self._profiles.values():
            row.take()

    def rules(self) -> tuple[ObservedSteering, ...]:
        """The rules that are on."""
        found = [self._rule(entry) for entry in self._root.entries("rulebase", "pbf", "rules")]
        return tuple(rule for rule in found if rule)

    def _rule(self, entry: Node) -> ObservedSteering | None:
        if entry.values("source-user") not in ((), (ANY,)):
            entry.leave("source-user")
        if entry.values("application") not in ((), (ANY,)):
            entry.leave("application")
        flows = self._flows(entry)
        way = self._way(entry)
        rule = ObservedSteering(
            name=entry.word,
            sources=self._prefixes(entry, "source"),
            destinations=self._prefixes(entry, "destination"),
            flows=flows,
            ways=way.ways,
            line=entry.line,
            incoming=self._incoming(entry),
            ends_here=way.ends_here,
            watches=way.watches,
            interval_ms=way.interval_ms,
            fail_after=way.fail_after,
        )
        return None if entry.yes("disabled") else rule

    def _incoming(self, entry: Node) -> tuple[str, ...]:
        """Interfaces that a rule is asked on: those of its zones, or those that it names."""
        block = entry.at("from")
        found: list[str] = []
        for zone in block.values("zone"):
            if zone not in self._zones:
                block.doubt("zone", f"zone `{zone}` is not defined")
            found += self._zones.get(zone, ())
        for native in block.values("interface"):
            if native not in self._known:
                block.doubt("interface", f"{native} is not defined")
            found.append(self._names.of(native))
        if not found:
            entry.notes.doubt(entry.line, f"{entry.name}: is asked nowhere")
        return tuple(dict.fromkeys(found))

    def _prefixes(self, entry: Node, side: str) -> tuple[str, ...]:
        names = entry.values(side)
        for name in names:
            if not self._addresses.knows(name):
                entry.doubt(side, f"address `{name}` is not defined")
        spans: list[Span] | None = self._addresses.spans(names) if names else [EVERYTHING]
        if spans is None:
            entry.leave(side)
            return (_DEFAULT,)
        if entry.yes(f"negate-{side}"):
            spans = subtract([EVERYTHING], spans)
        return prefixes(spans)

    def _flows(self, entry: Node) -> tuple[tuple[str, int, int], ...]:
        names = entry.values("service")
        for name in names:
            if not self._services.knows(name):
                entry.doubt("service", f"service `{name}` is not defined")
        if not names or ANY in names:
            return ()
        flows = self._services.flows(names)
        if flows is None:
            entry.leave("service")
        return flows or ()

    def _way(self, entry: Node) -> _Way:
        action = entry.at("action")
        kind = action.choice()
        if kind == "no-pbf":
            action.at(kind).take()
            return _Way()
        if not kind:
            entry.notes.doubt(entry.line, f"{entry.name}: says not what to do")
        if kind != "forward":
            # To another virtual system, or nowhere: left unread.
            return _Way(ends_here=True)
        block = action.at(kind)
        native, hop = block.value("egress-interface"), block.at("nexthop")
        gateway = hop.value("ip-address").partition("/")[0]
        if native not in self._known:
            block.doubt("egress-interface", f"{native or 'no interface'} is not defined")
        if gateway and ipv4(gateway) is None:
            hop.doubt("ip-address", f"`{gateway}` is no address")
        ways = ((self._names.of(native), gateway),)
        monitor = block.at("monitor")
        if not monitor:
            return _Way(ways, ends_here=True)
        name, target = monitor.value("profile"), monitor.value("ip-address")
        profile = self._profiles.get(name)
        if profile is None:
            monitor.doubt("profile", f"monitor profile `{name}` is not defined")
            return _Way(ways, ends_here=True)
        if not monitor.yes("disable-if-unreachable"):
            monitor.notes.doubt(
                monitor.line, f"{entry.name}: rules behind it are not asked when its way is lost"
            )
        return _Way(
            ways,
            watches=(target,) if target else (),
            interval_ms=1000 * profile.number("interval", 3),
            fail_after=profile.number("threshold", 5),
        )
