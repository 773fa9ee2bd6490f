"""Two firewalls as one box: `chassis cluster`, groups by node, and interfaces with ports of both (`reth`).

Sources: Juniper, Chassis Cluster User Guide; YANG of 23.4R1. What the box does is read as its first node does it: a
redundant interface with one port a node goes by the name of the first node's port, one with several stays `rethN`, and
the second node's ports leave the tree. A lost port's weight is taken from a threshold of 255, group 0 is that of the
management plane, and sessions are always handed over.
"""

from __future__ import annotations

import re

import msgspec

from netgen.readback.facts import ObservedFirewallPair, ObservedLeg, ObservedRole
from netgen.readback.indented import whole_number
from netgen.readback.juniper_junos.inheritance import merge
from netgen.readback.juniper_junos.tree import Key, Node, Notes, Text, walk

NODE_GROUP = "${node}"
_NODES = ("node0", "node1")
_RETH = re.compile(r"reth(\d{1,3})\Z")
_SLOT = re.compile(r"[a-z]+-(\d{1,3})/")
_OPTIONS = ("gigether-options", "ether-options", "fastether-options")
#: Group of the management plane.
_CONTROL = "0"


def take_nodes(text: Text) -> tuple[str, ...]:
    """The host names by node, where the text applies the group of the node it is on; that of the first then means it.

    The groups may differ in the host name alone: nothing else of the second node is a fact.
    """
    if not any(name == NODE_GROUP for name, _ in text.root.applied):
        return ()
    first, second = (text.groups.get(name) for name in _NODES)
    line = next(line for name, line in text.root.applied if name == NODE_GROUP)
    for name, group in zip(_NODES, (first, second), strict=True):
        if group is None:
            text.notes.doubt(line, f"group {name} is not defined")
    if first is None or second is None:
        return ()
    text.groups[NODE_GROUP] = first
    for words in sorted(_said(first) ^ _said(second)):
        if not words.startswith("system host-name "):
            text.notes.doubt(second.line or line, f"the nodes differ in `{words}`")
    return tuple(group.sub("system").value("host-name") for group in (first, second))


def _said(node: Node, place: str = "") -> set[str]:
    """Every end of a path as words."""
    found = {f"{place}{name} {' '.join(leaf.values)}".strip() for name, leaf in node.leaves.items()}
    for kid in node.kids.values():
        below = _said(kid, f"{place}{kid.words} ")
        found |= below or {f"{place}{kid.words}"}
    return found


class _Ports(msgspec.Struct, frozen=True):
    """The ports below a redundant interface by node, and its redundancy group."""

    leg: ObservedLeg
    group: str


def read_cluster(root: Node, hostnames: tuple[str, ...], notes: Notes) -> ObservedFirewallPair | None:
    """The cluster that the text is for; None for a box of its own. The tree is that of the first node afterwards."""
    chassis, interfaces = root.sub("chassis"), root.sub("interfaces")
    fabric = [_fabric(interfaces, name) for name in ("fab0", "fab1")]
    ports = _redundant(interfaces, _second_slot(fabric[1]), notes)
    pair = None
    cluster = chassis.kids.get(("cluster",))
    if cluster is not None:
        cluster.asked = True
        _check(cluster, ports, interfaces, notes)
        pair = _pair(cluster, fabric, ports, hostnames)
    elif ports or any(fabric):
        notes.doubt(interfaces.line, "there are redundant interfaces and no chassis cluster")
    _rename(root, interfaces, ports, notes)
    return pair


def _fabric(interfaces: Node, name: str) -> tuple[str, ...]:
    """The ports of a fabric interface, which leaves the tree unless it says more."""
    row = interfaces.kids.get(("<interface>", name))
    if row is None:
        return ()
    members = row.sub("fabric-options", "member-interfaces").entries("<interface>")
    row.asked = True
    found = tuple(item.key for item in members)
    if {key[0] for key in row.kids} <= {"fabric-options"} and not row.leaves.keys() - {"description"}:
        del interfaces.kids["<interface>", name]
    return found


def _second_slot(members: tuple[str, ...]) -> int:
    """The lowest slot of the second node's fabric, where its ports begin. Without one no port is the second's."""
    slots = [int(found[1]) for name in members if (found := _SLOT.match(name))]
    return min(slots, default=1000)


def _redundant(interfaces: Node, second: int, notes: Notes) -> list[_Ports]:
    below: dict[str, list[Node]] = {}
    for row in interfaces.entries("<interface>"):
        parents = {row.sub(options).value("redundant-parent") for options in _OPTIONS} - {""}
        for parent in parents:
            below.setdefault(parent, []).append(row)
            others = {key[0] for key in row.kids} - set(_OPTIONS) | row.leaves.keys() - {"description"}
            if others:
                notes.doubt(row.line, f"{row.key} is below {parent} and has `{min(others)}` of its own")
    found = []
    for row in interfaces.entries("<interface>"):
        if not _RETH.match(row.key):
            continue
        children = below.pop(row.key, [])
        sides: tuple[list[str], list[str]] = ([], [])
        for child in children:
            slot = _SLOT.match(child.key)
            sides[int(slot is not None and int(slot[1]) >= second)].append(child.key)
        leg = ObservedLeg(row.key, tuple(sides[0]), tuple(sides[1]), row.line)
        found.append(_Ports(leg, row.sub("redundant-ether-options").value("redundancy-group")))
    for parent, rows in below.items():
        notes.doubt(rows[0].line, f"{', '.join(item.key for item in rows)}: {parent} is not defined")
    return found


def _check(cluster: Node, ports: list[_Ports], interfaces: Node, notes: Notes) -> None:
    """What the box would refuse or not do: interfaces that it does not make, or that no group moves."""
    count = whole_number(cluster.value("reth-count", "0")) or 0
    groups = {row.key for row in cluster.entries("redundancy-group")}
    for item in ports:
        number = _RETH.match(item.leg.name)
        if number and int(number[1]) >= count:
            notes.doubt(
                item.leg.line, f"{item.leg.name} is not made: the cluster has {count} redundant interfaces"
            )
        if item.group not in groups - {_CONTROL}:
            said = f"redundancy group {item.group}" if item.group else "no redundancy group"
            notes.doubt(item.leg.line, f"{item.leg.name} is in {said}: it is up nowhere")
        if not item.leg.first or not item.leg.second:
            notes.doubt(item.leg.line, f"{item.leg.name} has ports of one node alone")
    for row in interfaces.kids.values():
        if row.name == "<interface>" and row.key.startswith("ae") and row.key[2:].isdigit():
            notes.doubt(row.line, f"{row.key} is a LAG of one node alone")


def _pair(
    cluster: Node, fabric: list[tuple[str, ...]], ports: list[_Ports], hostnames: tuple[str, ...]
) -> ObservedFirewallPair:
    roles = []
    for row in cluster.entries("redundancy-group"):
        ranks = {node.key: whole_number(node.value("priority", "0")) or 0 for node in row.entries("node")}
        watched = row.sub("interface-monitor").entries("<interface>")
        roles.append(
            ObservedRole(
                name=row.key,
                ranks=(ranks.get("0", 0), ranks.get("1", 0)),
                preempts=row.has("preempt"),
                watched=tuple((item.key, whole_number(item.value("weight", "0")) or 0) for item in watched),
                line=row.line,
                forwards=row.key != _CONTROL,
            )
        )
    leaders = {role.ranks[0] > role.ranks[1] for role in roles if role.forwards}
    return ObservedFirewallPair(
        mode="active-passive" if len(leaders) <= 1 else "active-active",
        group=-1,
        heartbeat=fabric[0],
        far_heartbeat=fabric[1],
        roles=tuple(roles),
        line=cluster.line,
        syncs=frozenset({"configuration", "sessions", "connectionless"}),
        hostnames=hostnames,
        legs=tuple(item.leg for item in ports),
    )


def _rename(root: Node, interfaces: Node, ports: list[_Ports], notes: Notes) -> None:
    """Let the first node's port stand for a redundant interface, in every word of the tree that means it."""
    names: dict[str, str] = {}
    for item in ports:
        leg = item.leg
        for name in leg.second:
            interfaces.kids.pop(("<interface>", name), None)
        child = interfaces.kids.get(("<interface>", leg.first[0])) if len(leg.first) == 1 else None
        if child is not None:
            row = interfaces.kids.pop(("<interface>", leg.name))
            merge(row, child, "")
            _drop_parent(row)
            names[leg.name] = leg.first[0]
            row.keys = (leg.first[0],)
            interfaces.kids["<interface>", leg.first[0]] = row
    if not names:
        return
    for node in list(walk(root)):
        for leaf in node.leaves.values():
            leaf.values = [_renamed(value, names) for value in leaf.values]
        kids: dict[Key, Node] = {}
        for key, kid in node.kids.items():
            new = tuple(_renamed(word, names) for word in key)
            if new != key and new in node.kids:
                notes.doubt(kid.line, f"{key[-1]} and {new[-1]} are one interface")
            kid.keys = tuple(_renamed(word, names) for word in kid.keys)
            kids[new] = kid
        node.kids = kids


def _drop_parent(row: Node) -> None:
    for options in _OPTIONS:
        block = row.kids.get((options,))
        if block is not None:
            block.leaves.pop("redundant-parent", None)
            if not block.leaves and not block.kids:
                del row.kids[options,]


def _renamed(word: str, names: dict[str, str]) -> str:
    port, dot, unit = word.partition(".")
    return f"{names[port]}{dot}{unit}" if port in names else word
