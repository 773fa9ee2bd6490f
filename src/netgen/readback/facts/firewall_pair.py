"""How a firewall says that it is one of two, of which one is active."""

from __future__ import annotations

import msgspec

#: A member gives way when the weights of what it watches and has lost add up to this; one that is enough has it all.
GIVES_WAY = 255


class ObservedRole(msgspec.Struct, frozen=True):
    """What moves from one member to the other together: everything, or a redundancy group of several.

    `ranks` are those of the members whose rank the text says, in their order, made so that the higher one leads.
    `preempts`: a member that comes back takes the role back. `watched` are ports and LAGs whose loss moves the role,
    each with its weight. `forwards`: packets pass by it; false where it is the role of the management plane alone.
    """

    name: str
    ranks: tuple[int, ...]
    preempts: bool
    watched: tuple[tuple[str, int], ...]
    line: int
    forwards: bool = True


class ObservedLeg(msgspec.Struct, frozen=True):
    """A redundant interface of two firewalls that are one box: the ports of each member below it."""

    name: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    line: int


class ObservedFirewallPair(msgspec.Struct, frozen=True):
    """The box is one of two. mode: active-passive, or the vendor's word for others.

    `group` is the pair's number on the wire, -1 where the text does not say it. `heartbeat` are the ports to the other
    member, that for control (or the preferred one) first; `far_heartbeat` those of the other, where the text says them.
    `password` is the raw word. `syncs` is what the active member hands over: configuration | sessions |
    connectionless. `addresses` are (use, address, length) on the heartbeat and `peer` the address that it is sent to,
    "" without any. `hostnames` are both members' and `legs` their interfaces, where one text is for both. `own_lines`
    are the lines that the maker never copies from one member to the other.
    """

    mode: str
    group: int
    heartbeat: tuple[str, ...]
    roles: tuple[ObservedRole, ...]
    line: int
    far_heartbeat: tuple[str, ...] = ()
    password: str = ""
    syncs: frozenset[str] = frozenset()
    addresses: tuple[tuple[str, str, int], ...] = ()
    peer: str = ""
    hostnames: tuple[str, ...] = ()
    legs: tuple[ObservedLeg, ...] = ()
    own_lines: tuple[int, ...] = ()
