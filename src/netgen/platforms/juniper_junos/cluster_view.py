"""Two SRX firewalls as one box: a chassis cluster, its redundant interfaces and the cables between its nodes.

Both nodes have one configuration. What circuits and the core are cabled to is a redundant interface (`reth`) with the
same port of each node; the second node's ports count from another slot.
"""

from __future__ import annotations

import re

import msgspec

from netgen.device import FirewallInterface, FirewallPair, FirewallPart

#: The redundant interface towards the core; that of a circuit has the number of its port, plus one.
CORE_RETH = "reth0"
#: The group of everything that carries traffic; group 0 is the control plane.
TRAFFIC_GROUP = 1
#: A node whose lost weight reaches this gives its group away.
_THRESHOLD = 255
_PORT = re.compile(r"([a-z]+)-(\d+)/(\d+)/(\d+)\Z")


class ChildView(msgspec.Struct, frozen=True):
    """A port of one node: part of a redundant interface, and how much its loss weighs."""

    interface: str
    parent: str
    weight: int
    description: str
    origin: str


class ClusterView(msgspec.Struct, frozen=True):
    """The cluster. `hostnames` and `fabrics` (ports of each node) are in the order of the nodes."""

    hostnames: tuple[str, str]
    reth_count: int
    children: tuple[ChildView, ...]
    fabrics: tuple[tuple[str, ...], tuple[str, ...]]
    priorities: tuple[int, int]
    origin: str


def reth_name(item: FirewallInterface) -> str:
    """The redundant interface of a circuit or of the way to the core."""
    match = _PORT.match(item.name)
    if item.kind != "wan" or match is None:
        return CORE_RETH
    return f"reth{int(match[4]) + 1}"


def port_name(item: FirewallInterface, part: FirewallPart) -> str:
    """What a circuit's addresses are configured on."""
    return reth_name(item) if part.pair else item.name


def second_node(port: str, pair: FirewallPair) -> str:
    """The name that a port of the first node has on the second.

    >>> second_node("ge-0/0/3", FirewallPair(1, ("a", "b"), 1, (), "", "", one_box=True, second_slot=5))
    'ge-5/0/3'
    """
    return _PORT.sub(
        lambda match: f"{match[1]}-{int(match[2]) + pair.second_slot}/{match[3]}/{match[4]}", port
    )


def cluster_views(part: FirewallPart) -> tuple[ClusterView, ...]:
    """One element on a pair, none on a firewall that stands alone."""
    pair = part.pair
    if pair is None:
        return ()
    children: list[ChildView] = []
    for item in part.interfaces:
        if item.kind not in ("wan", "lag", "lan"):
            continue
        ports = item.members or (item.name,)
        # All cables of a node together weigh enough: rounded up, since the group goes when nothing is left.
        weight = -(-_THRESHOLD // len(ports))
        for port in ports:
            children += [
                ChildView(name, reth_name(item), weight, item.description, item.origin)
                for name in (port, second_node(port, pair))
            ]
    numbers = [int(child.parent.removeprefix("reth")) for child in children]
    return (
        ClusterView(
            hostnames=pair.hostnames,
            reth_count=max(numbers) + 1,
            children=tuple(sorted(children, key=lambda child: _place(child.interface))),
            fabrics=(pair.heartbeat, tuple(second_node(port, pair) for port in pair.heartbeat)),
            priorities=(200, 100),
            origin=pair.origin,
        ),
    )


def _place(port: str) -> tuple[int, int, str]:
    match = _PORT.match(port)
    return (int(match[2]), int(match[4]), port) if match else (0, 0, port)
