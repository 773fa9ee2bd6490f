"""The decided network: every choice made, nothing left to decide, no vendor syntax.

TrustPlan is what all sites share; SitePlan is one site. A school is compiled from Intent and the
TrustPlan alone, so sites are independent units of work.
"""

from netgen.blueprint.site_plan import (
    AccessPointPlan,
    CircuitPlan,
    DevicePlan,
    LagPlan,
    LinkPlan,
    PolicyPlan,
    PortPlan,
    PortUse,
    SegmentPlan,
    SitePlan,
    TransitPlan,
    TunnelPlan,
    WlanPlan,
)
from netgen.blueprint.trust_plan import (
    FilterPlan,
    ManagementPlan,
    PairPolicy,
    RadiusPlan,
    ServicePlan,
    SiteAddresses,
    SyslogPlan,
    TrustPlan,
    ZoneAddresses,
    ZonePlan,
)

__all__ = [
    "AccessPointPlan",
    "CircuitPlan",
    "DevicePlan",
    "FilterPlan",
    "LagPlan",
    "LinkPlan",
    "ManagementPlan",
    "PairPolicy",
    "PolicyPlan",
    "PortPlan",
    "PortUse",
    "RadiusPlan",
    "SegmentPlan",
    "ServicePlan",
    "SiteAddresses",
    "SitePlan",
    "SyslogPlan",
    "TransitPlan",
    "TrustPlan",
    "TunnelPlan",
    "WlanPlan",
    "ZoneAddresses",
    "ZonePlan",
]
