"""What a vendor text says, as neutral facts with line numbers.

A reader knows the vendor's documents and nothing of netgen's templates or Device: so a mistake in
rendering cannot hide behind the same mistake in reading. `line` counts from 1 and is 0 for a
fact that the text implies without a line (a default).
"""

from netgen.readback.facts.bgp import ObservedBfd, ObservedBgp, ObservedBgpPeer, ObservedRouteRule
from netgen.readback.facts.box import Observed
from netgen.readback.facts.filters import ObservedFilter, ObservedInspection
from netgen.readback.facts.firewall import (
    ObservedAddress,
    ObservedFloodGuard,
    ObservedForward,
    ObservedInterface,
    ObservedList,
    ObservedPolicy,
    ObservedSchedule,
    ObservedService,
    ObservedTranslation,
    ObservedZone,
)
from netgen.readback.facts.firewall_pair import GIVES_WAY, ObservedFirewallPair, ObservedLeg, ObservedRole
from netgen.readback.facts.lines import ObservedSetting, UnreadLine
from netgen.readback.facts.management import ObservedManagement
from netgen.readback.facts.people import ObservedIdentity, ObservedUserGroup
from netgen.readback.facts.routing import ObservedIpv6, ObservedRoute, ObservedSvi
from netgen.readback.facts.services import ObservedDomain, ObservedPool, ObservedResolver
from netgen.readback.facts.switching import (
    ObservedAccess,
    ObservedAcl,
    ObservedPair,
    ObservedPort,
    ObservedQosClass,
    ObservedVlan,
)
from netgen.readback.facts.tunnels import ObservedRemote, ObservedTunnel
from netgen.readback.facts.wan import ObservedProbe, ObservedSteering
from netgen.readback.facts.wireless import ObservedApGroup, ObservedRadio, ObservedWlan

__all__ = [
    "GIVES_WAY",
    "Observed",
    "ObservedAccess",
    "ObservedAcl",
    "ObservedAddress",
    "ObservedApGroup",
    "ObservedBfd",
    "ObservedBgp",
    "ObservedBgpPeer",
    "ObservedDomain",
    "ObservedFilter",
    "ObservedFirewallPair",
    "ObservedFloodGuard",
    "ObservedForward",
    "ObservedIdentity",
    "ObservedInspection",
    "ObservedInterface",
    "ObservedIpv6",
    "ObservedLeg",
    "ObservedList",
    "ObservedManagement",
    "ObservedPair",
    "ObservedPolicy",
    "ObservedPool",
    "ObservedPort",
    "ObservedProbe",
    "ObservedQosClass",
    "ObservedRadio",
    "ObservedRemote",
    "ObservedResolver",
    "ObservedRole",
    "ObservedRoute",
    "ObservedRouteRule",
    "ObservedSchedule",
    "ObservedService",
    "ObservedSetting",
    "ObservedSteering",
    "ObservedSvi",
    "ObservedTranslation",
    "ObservedTunnel",
    "ObservedUserGroup",
    "ObservedVlan",
    "ObservedWlan",
    "ObservedZone",
    "UnreadLine",
]
