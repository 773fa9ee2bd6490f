"""The DHCP pool of a segment, wherever its gateway is: on the firewall or on a routed core."""

from __future__ import annotations

from netgen.blueprint import SegmentPlan, TrustPlan
from netgen.device import DhcpPool, Reservation


def dhcp_pool(trust: TrustPlan, segment: SegmentPlan, vrf: str) -> DhcpPool:
    """The pool of one segment, wherever its gateway is."""
    return DhcpPool(
        name=segment.name,
        vlan=segment.vlan,
        vrf=vrf,
        prefix=segment.prefix,
        gateway=segment.gateway,
        first=segment.pool_first,
        last=segment.pool_last,
        dns=(segment.resolver,) if segment.resolver else trust.management.dns,
        domain=trust.management.domain,
        lease_s=segment.lease_s,
        origin=segment.origin,
        boot_server=segment.boot_server,
        boot_file=segment.boot_file,
        options=tuple((item.code, item.addresses) for item in segment.options),
        reservations=tuple(
            Reservation(item.name, item.mac, item.address, item.origin) for item in segment.reservations
        ),
    )
