"""Pings through an interface (`services rpm`) and what `services ip-monitoring` does to routes when they are lost.

A test that says nothing else sends one ping three seconds after the last, and one lost ping is enough (YANG of
23.4R1). A probe of several tests fails when all of them do; of several probes one that fails is enough. With
`withdraw` the preferred route is there while the probe is well; without it, while it is not.
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedProbe, ObservedRoute
from netgen.readback.indented import cidr_network, ipv4, whole_number
from netgen.readback.juniper_junos.layer3 import forwarding_tables
from netgen.readback.juniper_junos.names import Interfaces
from netgen.readback.juniper_junos.tree import Node, Notes

#: Preference of a route that IP monitoring puts into the table.
_PREFERRED = 1
_NOWHERE = "nowhere"


class _Action(msgspec.Struct, frozen=True):
    """What a policy does to routes: (prefix, gateway, metric) of each, in place of others or withdrawn."""

    routes: tuple[tuple[str, str, int], ...]
    withdraws: bool
    is_alone: bool


def read_probes(
    root: Node, interfaces: Interfaces, routes: tuple[ObservedRoute, ...], notes: Notes
) -> tuple[tuple[ObservedProbe, ...], tuple[ObservedRoute, ...]]:
    """The probes, and the routes that are there while all is well."""
    owners = {row.key: row for row in root.sub("services", "rpm").entries("probe")}
    actions: dict[str, list[_Action]] = {name: [] for name in owners}
    added: list[ObservedRoute] = []
    for policy in root.sub("services", "ip-monitoring").entries("policy"):
        names = policy.sub("match").values("rpm-probe")
        if not names:
            notes.doubt(policy.line, f"IP monitoring {policy.key} looks at no probe")
        preferred = policy.sub("then", "preferred-route")
        withdraws, found = preferred.has("withdraw"), _preferred(preferred, notes)
        for name in names:
            if name not in owners:
                notes.doubt(policy.line, f"IP monitoring {policy.key}: probe {name} is not defined")
            actions.setdefault(name, []).append(_Action(found, withdraws, len(names) == 1))
        if withdraws:
            blocks = [("", preferred), *_of_tables(preferred, forwarding_tables(root))]
            added += [
                ObservedRoute(table, prefix, hop, "", _PREFERRED, policy.line, metric)
                for table, block in blocks
                for prefix, hop, metric in (_preferred(block, notes) if table else found)
            ]
    probes: list[ObservedProbe] = []
    for name, row in owners.items():
        probe = _probe(row, interfaces, notes)
        if probe:
            probes += [_act(probe, action, routes, notes) for action in actions[name]] or [probe]
    return tuple(probes), tuple(added)


def _of_tables(block: Node, tables: dict[str, Node]) -> list[tuple[str, Node]]:
    """What a policy does to tables of forwarding; to other instances it is not known."""
    found = [(name, block.entry("routing-instances", name)) for name in tables]
    return [(name, row) for name, row in found if row is not None]


def _preferred(block: Node, notes: Notes) -> tuple[tuple[str, str, int], ...]:
    """(prefix, gateway, metric) of each preferred route."""
    found: list[tuple[str, str, int]] = []
    for row in block.entries("route"):
        prefix = cidr_network(row.key) or cidr_network(f"{row.key}/32")
        if prefix is None:
            notes.doubt(row.line, f"preferred route `{row.key}` has no valid prefix")
        hops = row.values("next-hop")
        if row.has("discard"):
            hops = (_NOWHERE,)
        if not hops:
            notes.doubt(row.line, f"preferred route {row.key} leads nowhere and does not say so")
        metric = _number(row, "preferred-metric", 0, notes)
        found += [(prefix or row.key, hop, metric) for hop in hops]
    return tuple(found)


def _act(
    probe: ObservedProbe, action: _Action, routes: tuple[ObservedRoute, ...], notes: Notes
) -> ObservedProbe:
    """The probe with what its policy does."""
    gives_up = tuple(dict.fromkeys(prefix for prefix, _, _ in action.routes))
    hops = tuple(dict.fromkeys(hop for _, hop, _ in action.routes))
    any_answer = probe.any_answer and action.is_alone
    if not action.withdraws:
        instead = " ".join(hops)
        return msgspec.structs.replace(probe, gives_up=gives_up, any_answer=any_answer, instead=instead)
    gateway = " ".join(hops)
    if probe.gateway and gateway and probe.gateway != gateway:
        notes.doubt(probe.line, f"probe {probe.name} pings by {probe.gateway}, and the route is by {gateway}")
    stays = [
        route.distance
        for route in routes
        if route.prefix in gives_up
        and (route.gateway in hops or (not route.gateway and route.interface == probe.interface))
    ]
    return msgspec.structs.replace(
        probe, gives_up=gives_up, any_answer=any_answer, gateway=gateway, stays=min(stays, default=0)
    )


def _probe(row: Node, interfaces: Interfaces, notes: Notes) -> ObservedProbe | None:
    """The tests of one owner as one probe; they must be alike but for their targets."""
    found: list[ObservedProbe] = []
    for test in row.entries("test"):
        target = test.sub("target").value("address")
        if ipv4(target) is None:
            notes.doubt(test.line, f"test {test.key} of probe {row.key} has no IPv4 target")
        kind = test.value("probe-type", "icmp-ping")
        outward = test.value("destination-interface")
        found.append(
            ObservedProbe(
                name=row.key,
                interface=interfaces.name(outward) if outward else "",
                targets=(target,),
                interval_ms=1000 * _number(test, "probe-interval", 3, notes),
                fail_after=_fail_after(test, notes),
                recover_after=0,
                line=row.line,
                kind="ping" if kind == "icmp-ping" else kind,
                gateway=test.value("next-hop"),
                pause_s=_number(test, "test-interval", 1, notes),
            )
        )
    if not found:
        notes.doubt(row.line, f"probe {row.key} has no test")
        return None
    # The longest rest counts; all else but the target must be the same.
    pause_s = max(item.pause_s for item in found)
    first, *others = (msgspec.structs.replace(item, pause_s=pause_s) for item in found)
    if any(msgspec.structs.replace(item, targets=first.targets) != first for item in others):
        notes.doubt(row.line, f"the tests of probe {row.key} are not alike")
    return msgspec.structs.replace(first, targets=tuple(item.targets[0] for item in found))


def _fail_after(test: Node, notes: Notes) -> int:
    """How many lost pings make a test fail: the smaller threshold; 0 where a test has not so many pings."""
    count = _number(test, "probe-count", 1, notes)
    thresholds = test.sub("thresholds")
    limits = [_number(thresholds, name, 1, notes) for name in ("successive-loss", "total-loss")]
    least = min((limit for limit in limits if limit), default=0)
    return least if least <= count else 0


def _number(row: Node, name: str, usual: int, notes: Notes) -> int:
    text = row.value(name)
    number = whole_number(text) if text else usual
    if number is None:
        notes.doubt(row.line_of(name), f"`{name}` is not a number")
        return usual
    return number
