"""Everything that one text says."""

from __future__ import annotations

import msgspec

from netgen.readback.facts.bgp import ObservedBgp
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
from netgen.readback.facts.firewall_pair import ObservedFirewallPair
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


class Observed(msgspec.Struct, frozen=True):
    """Everything read from one text."""

    platform: str
    hostname: str
    vlans: tuple[ObservedVlan, ...] = ()
    ports: tuple[ObservedPort, ...] = ()
    svis: tuple[ObservedSvi, ...] = ()
    vrfs: tuple[str, ...] = ()
    routes: tuple[ObservedRoute, ...] = ()
    pools: tuple[ObservedPool, ...] = ()
    routing: bool = False
    stp_mode: str = ""
    stp_priority: int = 32768
    #: MST region: name, revision, then the mapping of each instance.
    stp_region: tuple[str, ...] = ()
    snooping_vlans: tuple[int, ...] = ()
    #: VLANs with ARP inspection.
    inspected_vlans: tuple[int, ...] = ()
    #: None on a box that is no half of a pair.
    pair: ObservedPair | None = None
    access: ObservedAccess = ObservedAccess()
    qos: tuple[ObservedQosClass, ...] = ()
    #: Largest frame in bytes that the box passes, 0 for the default.
    mtu: int = 0
    management: ObservedManagement = ObservedManagement()
    interfaces: tuple[ObservedInterface, ...] = ()
    zones: tuple[ObservedZone, ...] = ()
    addresses: tuple[ObservedAddress, ...] = ()
    services: tuple[ObservedService, ...] = ()
    lists: tuple[ObservedList, ...] = ()
    translations: tuple[ObservedTranslation, ...] = ()
    policies: tuple[ObservedPolicy, ...] = ()
    implicit_deny_logged: bool = False
    local_in: tuple[ObservedPolicy, ...] = ()
    #: Rules for sessions that the box itself opens, where its text needs any.
    local_out: tuple[ObservedPolicy, ...] = ()
    forwards: tuple[ObservedForward, ...] = ()
    resolvers: tuple[ObservedResolver, ...] = ()
    domains: tuple[ObservedDomain, ...] = ()
    flood_guards: tuple[ObservedFloodGuard, ...] = ()
    schedules: tuple[ObservedSchedule, ...] = ()
    filters: tuple[ObservedFilter, ...] = ()
    inspections: tuple[ObservedInspection, ...] = ()
    identities: tuple[ObservedIdentity, ...] = ()
    user_groups: tuple[ObservedUserGroup, ...] = ()
    tunnels: tuple[ObservedTunnel, ...] = ()
    remotes: tuple[ObservedRemote, ...] = ()
    probes: tuple[ObservedProbe, ...] = ()
    #: In the order in which they are asked.
    steering: tuple[ObservedSteering, ...] = ()
    bgp: tuple[ObservedBgp, ...] = ()
    #: None on a firewall that stands alone.
    firewall_pair: ObservedFirewallPair | None = None
    wlans: tuple[ObservedWlan, ...] = ()
    radios: tuple[ObservedRadio, ...] = ()
    ap_groups: tuple[ObservedApGroup, ...] = ()
    #: The wired port of the access points, as their controller sets it.
    ap_uplinks: tuple[ObservedPort, ...] = ()
    acls: tuple[ObservedAcl, ...] = ()
    settings: tuple[ObservedSetting, ...] = ()
    #: Interfaces with IPv6, static routes of it, and what rules mean by an address of it.
    ipv6: tuple[ObservedIpv6, ...] = ()
    routes6: tuple[ObservedRoute, ...] = ()
    addresses6: tuple[ObservedAddress, ...] = ()
    #: VRFs in which IPv6 is forwarded because the text says so ("" the global one); `*` where the system always does.
    routing6: tuple[str, ...] = ()
    unread: tuple[UnreadLine, ...] = ()
    problems: tuple[UnreadLine, ...] = ()
