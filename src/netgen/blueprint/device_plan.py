"""Boxes of a site, the cables between them, and which two of them are one."""

from __future__ import annotations

import msgspec

from netgen.blueprint.port_plan import LagPlan, PortPlan, PortRunPlan
from netgen.values import Prefix


class PairPlan(msgspec.Struct, frozen=True, gc=False):
    """One half of a pair of cores (MLAG, VSX): each is managed on its own, and LAGs have legs to both.

    `member` is 1 or 2; the first goes on alone where the two lose each other. `peer_link` is the number of the LAG
    between them (in `DevicePlan.lags`, with every VLAN, never shared); `keepalive` the interface of a cable that
    carries nothing else and is in no other field. The address pairs are (own, peer's), `length` is their subnets':
    `peer_addresses` in `peer_vlan` over the peer link where a platform needs them, `keepalive_addresses` on the
    cable, in a routing table of its own. `system_mac` is who the pair is to its neighbours (LACP, spanning tree),
    `gateway_mac` that of shared gateway addresses; both halves have both alike.
    """

    name: str
    member: int
    peer: str
    peer_link: int
    keepalive: str
    peer_vlan: int
    peer_addresses: tuple[str, str]
    keepalive_addresses: tuple[str, str]
    length: int
    system_mac: str
    gateway_mac: str
    origin: str


class OutOfBandPlan(msgspec.Struct, frozen=True, gc=False):
    """The management port of a switch in the site's out-of-band network; sessions come from `prefix` alone."""

    interface: str
    address: str
    prefix: Prefix
    origin: str


class DevicePlan(msgspec.Struct, frozen=True, gc=False):
    """One managed box. `members` are the models of a stack.

    kind: firewall | switch | wlan (a cluster of access points) | controller | access-point.
    """

    hostname: str
    kind: str
    platform: str
    model: str
    members: tuple[str, ...]
    cabinet: str
    is_core: bool
    management: str
    stp_priority: int
    runs: tuple[PortRunPlan, ...]
    lags: tuple[LagPlan, ...]
    vlans: tuple[int, ...]
    origin: str
    #: Interfaces that hold a stack together, member by member; they carry nothing else.
    stack_ports: tuple[tuple[str, ...], ...] = ()
    #: None on a box that is no half of a pair.
    pair: PairPlan | None = None
    #: None where the management port is shut, has another use, or is not there.
    oob: OutOfBandPlan | None = None

    @property
    def ports(self) -> tuple[PortPlan, ...]:
        """Every port, in the vendor's order."""
        return tuple(
            PortPlan(interface, number, run.has_poe, run.use)
            for run in self.runs
            for number, interface in run.members
        )


class LinkPlan(msgspec.Struct, frozen=True, gc=False):
    """A cable, its lower end first: the layer-1 file is made of these."""

    host_a: str
    interface_a: str
    host_b: str
    interface_b: str
    origin: str


class FirewallPairPlan(msgspec.Struct, frozen=True, gc=False):
    """The site's firewall is two equal boxes of which one is active and one stands by.

    `first` is the host name of the firewall among the devices; `standby` is that of the second member, which is no
    device of its own: it has the first one's addresses, configuration and sessions. `number` is the site's, from
    which a platform makes the pair's identifier. `heartbeat` are two ports, each cabled straight to the same port of
    the other member; where control and sessions have ports of their own, in this order. `secret` is a reference or "".
    `links` are the cables of the second member to the core, as (its port, switch, interface there). `one_box`: both are
    configured as one box, the second's ports counting from slot `second_slot`; else the standby has a text of its own.
    """

    first: str
    standby: str
    number: int
    heartbeat: tuple[str, ...]
    secret: str
    links: tuple[tuple[str, str, str], ...]
    one_box: bool
    second_slot: int
    origin: str
