"""The DHCP pool of a segment, wherever its gateway is: on the firewall or on a routed core."""

from __future__ import annotations

from netgen.blueprint import SegmentPlan, TrustPlan
from netgen.device import DhcpPool

#: A lease of one school day, so that a room of laptops does not exhaust the pool by lunch.
LEASE_S = 8 * 3600


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
        dns=trust.management.dns,
        domain=trust.management.domain,
        lease_s=LEASE_S,
        origin=segment.origin,
    )
