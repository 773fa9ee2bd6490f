"""Path monitoring of static routes: pings to some targets, and the route that goes when they are lost.

Pings are three seconds apart and five lost ones decide, unless the text says otherwise; a route comes back two
minutes after its targets answer. One lost target is enough unless the text says `failure-condition all`.
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedInterface, ObservedProbe, ObservedRoute
from netgen.readback.indented import ipv4
from netgen.readback.paloalto_panos.tree import Node

_CONDITIONS = frozenset({"any", "all"})
_LEAST, _MOST = 3, 10
#: How the source is written where the address of the interface is not in the text, by the interface's mode.
_LEASED = {"dhcp": "DHCP", "pppoe": "PPPOE"}


def read_probe(
    entry: Node, route: ObservedRoute, places: dict[str, ObservedInterface]
) -> ObservedProbe | None:
    """The monitor of one static route; None where there is none or it is off. `places` by the name in facts."""
    monitor = entry.at("path-monitor")
    if not monitor:
        return None
    is_on = monitor.yes("enable")
    condition = monitor.word_of("failure-condition", "any", _CONDITIONS)
    hold = monitor.number("hold-time", 2)
    read = [
        (row.yes("enable"), _target(row, route, places)) for row in monitor.entries("monitor-destinations")
    ]
    seen = [target for is_asked, target in read if is_asked]
    if not is_on:
        return None
    if not seen:
        entry.notes.doubt(monitor.line, f"{entry.name}: monitors no target")
        return None
    first = seen[0]
    if any(msgspec.structs.replace(item, targets=first.targets) != first for item in seen):
        entry.notes.doubt(monitor.line, f"{entry.name}: its targets are not monitored alike")
    return msgspec.structs.replace(
        first,
        name=entry.word,
        line=monitor.line,
        targets=tuple(item.targets[0] for item in seen),
        any_answer=condition == "all" or len(seen) == 1,
        hold_s=60 * hold,
    )


def _target(row: Node, route: ObservedRoute, places: dict[str, ObservedInterface]) -> ObservedProbe:
    target, source = row.value("destination"), row.value("source")
    item = places.get(route.interface)
    if ipv4(target) is None:
        row.doubt("destination", f"`{target}` is no address")
    own = {item.address, f"{item.address}/{item.length}"} if item and item.address else set()
    if item and item.mode in _LEASED:
        own = {_LEASED[item.mode]}
    if source not in own:
        row.doubt("source", f"`{source}` is not the address of {route.interface or 'an interface'}")
    count = row.number("count", 5)
    if not _LEAST <= count <= _MOST:
        row.doubt("count", f"{count} lost pings are not from {_LEAST} to {_MOST}")
    return ObservedProbe(
        name="",
        interface=route.interface,
        targets=(target,),
        interval_ms=1000 * row.number("interval", 3),
        fail_after=count,
        recover_after=0,
        line=0,
        gives_up=(route.prefix,),
        gateway=route.gateway,
    )
