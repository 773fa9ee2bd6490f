"""IPv6 for a routed core: one of its zones has it, the other has not."""

from __future__ import annotations

import msgspec

from netgen.device import Device, Ipv6Gateway, StaticRoute
from netgen.values import Prefix

STAFF = Prefix.parse("fd5c:9e27:41b3:230::/64")
LINK = Prefix.parse("fd5c:9e27:41b3:2f8::18/125")


def with_ipv6(core: Device) -> Device:
    """The core with IPv6 in VLAN 10 (zone `staff`), on the link of that zone to the firewall, and nowhere else."""
    sides = {
        10: Ipv6Gateway(STAFF.address(1), STAFF, advertise=True, origin="standard/segments/staff"),
        3010: Ipv6Gateway(LINK.address(2), LINK, advertise=False, origin="standard/zones/staff"),
    }
    return msgspec.structs.replace(
        core,
        svis=tuple(msgspec.structs.replace(svi, ipv6=sides.get(svi.vlan)) for svi in core.svis),
        routes6=(
            StaticRoute("staff", Prefix(6, 0, 0), LINK.address(1), "", 1, "firewall", "standard/zones/staff"),
        ),
        ipv6_vlans=(10,),
    )


def with_guarded_ports(switch: Device) -> Device:
    """The switch as the compiler makes it: every socket is told to refuse router advertisements."""
    return msgspec.structs.replace(
        switch,
        runs=tuple(
            msgspec.structs.replace(
                run, profile=msgspec.structs.replace(run.profile, ra_guard=run.profile.edge)
            )
            for run in switch.runs
        ),
    )
