"""What a port of a Catalyst says beyond VLANs, power and spanning tree."""

from __future__ import annotations

import msgspec

from netgen.device import Device, PortProfile
from netgen.platforms.cisco_iosxe.access_view import SocketView, socket_views
from netgen.platforms.cisco_iosxe.guard_view import Guards
from netgen.platforms.cisco_iosxe.qos_view import OUTPUT_POLICY
from netgen.platforms.trust_boundary import input_policy


class MoreView(msgspec.Struct, frozen=True, gc=False):
    """Guards, login, priorities and flows of the ports of one profile.

    `sockets` holds what an authenticated socket says, or nothing. Policies are "" where the box's own way holds.
    """

    sockets: tuple[SocketView, ...]
    arp_trusted: bool
    arp_limited: bool
    source_guard: bool
    refuses_routers: bool
    finds_loops: bool
    exports_flows: bool
    poe_high: bool
    input_policy: str
    output_policy: str


_NOTHING = MoreView(
    sockets=(),
    arp_trusted=False,
    arp_limited=False,
    source_guard=False,
    refuses_routers=False,
    finds_loops=False,
    exports_flows=False,
    poe_high=False,
    input_policy="",
    output_policy="",
)


def more_views(device: Device, guards: Guards, profile: PortProfile) -> tuple[MoreView, ...]:
    """One, or none on a port that is asked for nothing of it."""
    kind = profile.kind
    if kind == "unused":
        return ()
    is_access = kind == "access"
    is_edge = profile.edge and kind != "lag-member"
    inspects = bool(guards.inspected_vlans)
    more = MoreView(
        sockets=socket_views(device, profile) if is_access else (),
        # A LAG says for its members whether it is trusted.
        arp_trusted=inspects and profile.arp_trusted and kind != "lag-member",
        arp_limited=inspects and is_access and not profile.arp_trusted,
        source_guard=profile.source_guard and is_access,
        refuses_routers=guards.refuses_routers and profile.ra_guard,
        finds_loops=guards.hardens_edge and is_edge,
        # A LAG of layer 2 exports no flows, its members do.
        exports_flows=bool(device.management.flow_host) and not is_edge,
        # The box knows low and high.
        poe_high=profile.poe == "on" and profile.poe_priority != "low",
        input_policy=input_policy(device, profile),
        output_policy=OUTPUT_POLICY if device.qos else "",
    )
    return () if more == _NOTHING else (more,)
