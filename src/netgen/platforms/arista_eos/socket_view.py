"""What a port of an EOS switch says beyond VLANs, power and spanning tree."""

from __future__ import annotations

import msgspec

from netgen.device import Device, PortProfile
from netgen.platforms.arista_eos.access_view import SocketView, socket_views
from netgen.platforms.trust_boundary import UNMARK_POLICY, input_policy


class MoreView(msgspec.Struct, frozen=True, gc=False):
    """Guards, login and priorities of the ports of one profile.

    `sockets` holds what an authenticated socket says, or nothing. `poe_priority` and `input_policy` are "" where the
    box's own way holds; `trusts_marks` ports keep the code points that come in.
    """

    sockets: tuple[SocketView, ...]
    refuses_routers: bool
    poe_priority: str
    trusts_marks: bool
    input_policy: str
    has_queues: bool


_NOTHING = MoreView(
    sockets=(),
    refuses_routers=False,
    poe_priority="",
    trusts_marks=False,
    input_policy="",
    has_queues=False,
)


def hardens_edge(device: Device) -> bool:
    """Router advertisements, DHCPv6 servers, loops and better spanning-tree roots are refused where they do not belong.

    That comes along with the first authenticated or guarded socket of a switch.
    """
    return device.access is not None or bool(device.inspected_vlans)


def refuses_routers(device: Device) -> bool:
    """Router advertisements and DHCPv6 servers are refused at sockets: also wherever hosts have IPv6."""
    return hardens_edge(device) or bool(device.ipv6_vlans)


def more_views(device: Device, profile: PortProfile) -> tuple[MoreView, ...]:
    """One, or none on a port that is asked for nothing of it. A member of a LAG leaves it to the LAG."""
    kind = profile.kind
    if kind in ("unused", "lag-member"):
        return ()
    policy = input_policy(device, profile)
    more = MoreView(
        sockets=socket_views(device, profile) if kind == "access" else (),
        refuses_routers=refuses_routers(device) and profile.ra_guard and profile.edge,
        poe_priority="" if profile.poe != "on" or profile.poe_priority == "low" else profile.poe_priority,
        # Where an input policy takes marks away, what it leaves counts.
        trusts_marks=bool(device.qos) and policy != UNMARK_POLICY,
        input_policy=policy,
        has_queues=bool(device.qos),
    )
    return () if more == _NOTHING else (more,)
