"""The decided network: every choice made, nothing left to decide, no vendor syntax.

TrustPlan is what all sites share; SitePlan is one site. A school is compiled from Intent and the
TrustPlan alone, so sites are independent units of work.
"""

from netgen.blueprint.circuit_plan import CircuitPlan, SteeringPlan, TunnelPlan, UpstreamPlan
from netgen.blueprint.device_plan import DevicePlan, FirewallPairPlan, LinkPlan, OutOfBandPlan, PairPlan
from netgen.blueprint.policy_plan import PolicyPlan, PublicationPlan
from netgen.blueprint.port_plan import AccessPlan, LagPlan, PortPlan, PortRunPlan, PortUse
from netgen.blueprint.remote_plan import RemoteGroupPlan, RemotePlan
from netgen.blueprint.routing_plan import BfdPlan, BgpPlan, PeerPlan
from netgen.blueprint.segment_plan import DhcpOptionPlan, ReservationPlan, SegmentPlan, TransitPlan
from netgen.blueprint.site_plan import SitePlan
from netgen.blueprint.trust_plan import (
    DomainPlan,
    FilterPlan,
    IdentityPlan,
    InspectionPlan,
    LegacyPlan,
    ListPlan,
    ManagementPlan,
    PairPolicy,
    ProbePlan,
    RadioPlan,
    RadiusPlan,
    SchedulePlan,
    ServicePlan,
    SiteAddresses,
    SteeringClassPlan,
    SyslogPlan,
    TrafficClassPlan,
    TrustPlan,
    UserGroupPlan,
    WakePlan,
    ZoneAddresses,
    ZonePlan,
)
from netgen.blueprint.wireless_plan import AccessPointPlan, WlanPlan

__all__ = [
    "AccessPlan",
    "AccessPointPlan",
    "BfdPlan",
    "BgpPlan",
    "CircuitPlan",
    "DevicePlan",
    "DhcpOptionPlan",
    "DomainPlan",
    "FilterPlan",
    "FirewallPairPlan",
    "IdentityPlan",
    "InspectionPlan",
    "LagPlan",
    "LegacyPlan",
    "LinkPlan",
    "ListPlan",
    "ManagementPlan",
    "OutOfBandPlan",
    "PairPlan",
    "PairPolicy",
    "PeerPlan",
    "PolicyPlan",
    "PortPlan",
    "PortRunPlan",
    "PortUse",
    "ProbePlan",
    "PublicationPlan",
    "RadioPlan",
    "RadiusPlan",
    "RemoteGroupPlan",
    "RemotePlan",
    "ReservationPlan",
    "SchedulePlan",
    "SegmentPlan",
    "ServicePlan",
    "SiteAddresses",
    "SitePlan",
    "SteeringClassPlan",
    "SteeringPlan",
    "SyslogPlan",
    "TrafficClassPlan",
    "TransitPlan",
    "TrustPlan",
    "TunnelPlan",
    "UpstreamPlan",
    "UserGroupPlan",
    "WakePlan",
    "WlanPlan",
    "ZoneAddresses",
    "ZonePlan",
]
