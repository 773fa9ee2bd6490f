"""Blueprint to Device: what each box of a site must know, and nothing else.

Reads: SitePlan and the site's slice of the TrustPlan. Writes: Devices.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.blueprint import (
    DevicePlan,
    LagPlan,
    PortRunPlan,
    PortUse,
    SegmentPlan,
    SitePlan,
    TransitPlan,
    TrustPlan,
)
from netgen.compiler.dhcp import dhcp_pool
from netgen.compiler.lower_firewall import (
    firewall_part,
    firewall_pools,
    firewall_routes,
    firewall_routes6,
    gateway6,
    standby_of,
)
from netgen.device import (
    AccessControl,
    AccessPoint,
    Device,
    DhcpPool,
    Ipv6Gateway,
    Lag,
    Management,
    OutOfBand,
    Pair,
    PortProfile,
    PortRun,
    QosClass,
    RadioBand,
    Radius,
    Schedule,
    StaticRoute,
    Svi,
    Syslog,
    Vlan,
    Vrf,
    WirelessPart,
    Wlan,
)
from netgen.values import Prefix

DEFAULT_ROUTE = Prefix(4, 0, 0)
DEFAULT_ROUTE6 = Prefix(6, 0, 0)
#: Kinds of box that exist for the access points alone.
_WIRELESS = frozenset({"wlan", "controller", "access-point"})


def lower_site(trust: TrustPlan, site: SitePlan) -> Iterator[Device]:
    """Every box of the site, one by one in host name order; the second firewall of a pair follows the first."""
    lowering = _Lowering(trust, site)
    for plan in site.devices:
        device = lowering.device(plan)
        yield device
        standby = standby_of(device)
        if standby is not None:
            yield standby


#: VLANs, those with ARP inspection, whether one asks for jumbo frames, those with IPv6.
_OfVlans = tuple[tuple[Vlan, ...], tuple[int, ...], bool, tuple[int, ...]]


class _Lowering:
    """What all boxes of the site share, computed once."""

    def __init__(self, trust: TrustPlan, site: SitePlan) -> None:
        self.trust = trust
        self.site = site
        self.segment_by_vlan = {segment.vlan: segment for segment in site.segments}
        self.transit_by_vlan = {transit.vlan: transit for transit in site.transits}
        self.transit_by_zone = {transit.zone: transit for transit in site.transits}
        self.management_segment = next(segment for segment in site.segments if segment.management)
        self.access_point_segment = next(
            (item for item in site.segments if item.access_points), self.management_segment
        )
        self.zone_numbers = {zone.name: zone.number for zone in trust.zones}
        self.vlan_of: dict[int, Vlan] = {
            site.native_vlan: Vlan(site.native_vlan, "native-unused", "trust/switching"),
            site.blackhole_vlan: Vlan(site.blackhole_vlan, "unused-ports", "trust/switching"),
        }
        management = trust.management
        self.radius = tuple(
            Radius(f"radius{index + 1}", item.host, item.secret, item.origin)
            for index, item in enumerate(management.radius)
        )
        self.syslog = tuple(
            Syslog(item.host, item.port, item.transport, item.origin) for item in management.syslog
        )
        self.allowed = self._management_sources()
        self.qos = tuple(
            QosClass(item.name, item.dscp, item.percent, item.priority, item.origin) for item in trust.qos
        )
        self.guarded = frozenset(segment.vlan for segment in site.segments if segment.guard)
        self.with_ipv6 = frozenset(segment.vlan for segment in site.segments if segment.prefix6)
        self.jumbo = frozenset(segment.vlan for segment in site.segments if segment.jumbo)
        self.by_vlans: dict[tuple[int, ...], _OfVlans] = {}
        self.profiles: _Profiles = {}
        self.managements: dict[tuple[str, bool], Management] = {}
        self.access_control: AccessControl | None = None
        self.wireless: WirelessPart | None = None

    def _management_sources(self) -> tuple[Prefix, ...]:
        """Prefixes that may manage this site's boxes: the administration zones here and at hubs."""
        found: set[Prefix] = set()
        for item in self.trust.sites:
            if item.is_hub or item.site == self.site.site:
                for zone in self.trust.management_zones:
                    found.update(item.prefixes(zone))
        return tuple(sorted(found))

    def device(self, plan: DevicePlan) -> Device:
        """One box."""
        is_switch = plan.kind == "switch"
        is_firewall, is_routed = plan.kind == "firewall", plan.is_core and bool(self.site.transits)
        if is_firewall:
            role, routes, pools = (
                "firewall",
                firewall_routes(self.trust, self.site),
                firewall_pools(self.trust, self.site),
            )
        elif plan.kind in _WIRELESS:
            role, routes, pools = plan.kind, (), ()
        elif is_routed:
            role, routes, pools = "core", self._core_routes(), self._core_pools()
        else:
            role, routes, pools = ("core" if plan.is_core else "access"), (), ()
        vlans, inspected, is_jumbo, with_ipv6 = self._of_vlans(plan.vlans)
        return Device(
            hostname=plan.hostname,
            platform=plan.platform,
            model=plan.model,
            role=role,
            site=self.site.site,
            members=plan.members,
            management=self._management(plan),
            vlans=vlans,
            native_vlan=self.site.native_vlan,
            blackhole_vlan=self.site.blackhole_vlan,
            stp_priority=plan.stp_priority,
            runs=() if is_firewall else _runs(plan.runs, self.profiles),
            lags=() if is_firewall else tuple([_lag(lag) for lag in plan.lags]),
            routes_ip=is_routed,
            vrfs=self._vrfs() if is_routed else (),
            svis=self._svis(plan) if is_routed else (),
            routes=routes,
            dhcp_pools=pools,
            firewall=firewall_part(self.trust, self.site, plan) if is_firewall else None,
            wireless=self._wireless(plan),
            origin=plan.origin,
            access=self._access(plan),
            qos=self.qos,
            inspected_vlans=inspected if is_switch else (),
            stack_ports=plan.stack_ports,
            jumbo=is_jumbo,
            ipv6_vlans=with_ipv6 if is_switch else (),
            routes6=firewall_routes6(self.site) if is_firewall else self._core_routes6() if is_routed else (),
            pair=Pair(*msgspec.structs.astuple(plan.pair)) if plan.pair else None,
        )

    def _of_vlans(self, numbers: tuple[int, ...]) -> _OfVlans:
        """What the VLANs of a switch say; most switches of a site have the same."""
        found = self.by_vlans.get(numbers)
        if found is None:
            found = self.by_vlans[numbers] = (
                tuple([self._vlan(number) for number in numbers]),
                tuple([number for number in numbers if number in self.guarded]),
                not self.jumbo.isdisjoint(numbers),
                tuple([number for number in numbers if number in self.with_ipv6]),
            )
        return found

    def _access(self, plan: DevicePlan) -> AccessControl | None:
        """802.1X and MAB, on a switch with an authenticated socket."""
        if all(run.use.access == "open" for run in plan.runs):
            return None
        if self.access_control is not None:
            return self.access_control
        asked = self.site.access
        self.access_control = AccessControl(
            groups=tuple((group, self._vlan(vlan).name, vlan) for group, vlan in asked.groups),
            guest_vlan=asked.guest_vlan,
            failed_vlan=asked.failed_vlan,
            critical=asked.critical,
            reauthenticate_s=asked.reauthenticate_s,
            interim_s=asked.interim_s,
            dead_s=asked.dead_s,
            origin=asked.origin,
        )
        return self.access_control

    def _management(self, plan: DevicePlan) -> Management:
        """How the box is managed: what all boxes of its kind have alike, with its own address and place."""
        key = (plan.platform, plan.kind in _WIRELESS)
        shared = self.managements.get(key)
        if shared is None:
            shared = self.managements[key] = self._shared_management(*key)
        return msgspec.structs.replace(
            shared,
            address=plan.management,
            location=f"{self.site.name} {plan.cabinet}".strip(),
            oob=OutOfBand(*msgspec.structs.astuple(plan.oob)) if plan.oob else None,
        )

    def _shared_management(self, platform: str, is_wireless: bool) -> Management:
        facts = self.trust.management
        segment = self.access_point_segment if is_wireless else self.management_segment
        return Management(
            domain=facts.domain,
            dns=facts.dns,
            ntp=facts.ntp,
            radius=self.radius,
            syslog=self.syslog,
            snmp_user=facts.snmp_user,
            snmp_auth=facts.snmp_auth,
            snmp_privacy=facts.snmp_privacy,
            snmp_managers=facts.snmp_managers,
            user=facts.user,
            user_secret=facts.user_secret.replace("<platform>", platform),
            banner=facts.banner,
            idle_minutes=facts.idle_minutes,
            country=facts.country,
            timezone=facts.timezone,
            ntp_key_id=facts.ntp_key_id,
            ntp_key=facts.ntp_key,
            flow_host=facts.flow_host,
            netflow_port=facts.netflow_port,
            sflow_port=facts.sflow_port,
            vlan=segment.vlan,
            address="",
            prefix=segment.prefix,
            gateway=segment.gateway,
            allowed=self.allowed,
            location="",
            origin="trust/administration",
        )

    def _vlan(self, number: int) -> Vlan:
        found = self.vlan_of.get(number)
        if found is None:
            segment = self.segment_by_vlan.get(number)
            if segment is not None:
                found = Vlan(number, segment.name, segment.origin)
            else:
                transit = self.transit_by_vlan[number]
                found = Vlan(number, f"transit-{transit.zone}"[:32], transit.origin)
            self.vlan_of[number] = found
        return found

    def _vrfs(self) -> tuple[Vrf, ...]:
        return tuple(Vrf(item.zone, self.zone_numbers[item.zone], item.origin) for item in self.site.transits)

    def _svis(self, plan: DevicePlan) -> tuple[Svi, ...]:
        member = plan.pair.member if plan.pair else 0
        found = [_segment_svi(item, member) for item in self.site.segments if item.gateway_on == "core"]
        found += [_transit_svi(item, member) for item in self.site.transits]
        return tuple(sorted(found, key=lambda svi: svi.vlan))

    def _core_routes(self) -> tuple[StaticRoute, ...]:
        """In each VRF a default to the firewall: every zone crossing goes through it."""
        return tuple(
            StaticRoute(item.zone, DEFAULT_ROUTE, item.firewall, "", 1, "firewall", item.origin)
            for item in self.site.transits
        )

    def _core_routes6(self) -> tuple[StaticRoute, ...]:
        """The same default for IPv6, in the VRFs that have any."""
        return tuple(
            StaticRoute(item.zone, DEFAULT_ROUTE6, item.firewall6, "", 1, "firewall", item.origin)
            for item in self.site.transits
            if item.prefix6 is not None
        )

    def _core_pools(self) -> tuple[DhcpPool, ...]:
        return tuple(
            dhcp_pool(self.trust, item, item.zone)
            for item in self.site.segments
            if item.gateway_on == "core" and item.pool_first
        )

    def _wireless(self, plan: DevicePlan) -> WirelessPart | None:
        """The wireless part of the box that is configured for the access points, None for every other box."""
        if plan.kind not in _WIRELESS and not (
            plan.kind == "firewall" and self.site.wlan_control == "firewall"
        ):
            return None
        if self.wireless is None:
            self.wireless = self._shared_wireless()
        if plan.kind != "access-point":
            return self.wireless
        own = [item for item in self.wireless.access_points if item.hostname == plan.hostname]
        return msgspec.structs.replace(self.wireless, access_points=tuple(own))

    def _shared_wireless(self) -> WirelessPart:
        return WirelessPart(
            wlans=tuple(
                Wlan(
                    item.name, item.ssid, item.vlan, item.security, item.passphrase, item.dynamic_vlans,
                    isolate=item.isolate, bands=item.bands, hidden=item.hidden, origin=item.origin,
                    fast_roaming=item.fast_roaming, client_kbps=item.client_kbps, hours=item.hours,
                    portal=item.portal, per_device_psk=item.per_device_psk,
                    multicast_to_unicast=item.multicast_to_unicast,
                )
                for item in self.site.wlans
            ),
            access_points=tuple(
                AccessPoint(item.hostname, item.model, item.group, item.origin)
                for item in self.site.access_points
            ),
            native_vlan=self.access_point_segment.vlan,
            control=self.site.wlan_control,
            radios=tuple(
                RadioBand(
                    item.band, item.channels, item.width_mhz, item.min_dbm, item.max_dbm, item.lowest_mbps, item.origin,
                    band_steering=item.band_steering,
                )
                for item in self.trust.radios
            ),
            schedules=tuple(
                Schedule(item.name, item.days, item.start, item.end, item.origin)
                for item in self.trust.schedules
                if any(item.name == wlan.hours for wlan in self.site.wlans)
            ),
        )  # fmt: skip


#: At one site a role and the kind of socket decide how a port behaves; at the end of a cable, its LAG with the VLANs
#: and whose marks it keeps.
_Profiles = dict[tuple[str, bool, int, str, tuple[int, ...]], PortProfile]


def _runs(plans: tuple[PortRunPlan, ...], profiles: _Profiles) -> tuple[PortRun, ...]:
    """All ports of one box. Runs of the site that behave alike share one profile object of `profiles`."""
    found: list[PortRun] = []
    for plan in plans:
        use, has_poe = plan.use, plan.has_poe
        if use.peer:
            key = (use.role, has_poe, use.lag, use.trust, use.tagged)
            peer = f"to {use.peer}"
            described = tuple([(interface, peer) for _, interface in plan.members])
        else:
            key = (use.role, has_poe, 0, "", ())
            described = _described(plan.members, "" if use.kind == "unused" else use.role)
        profile = profiles.get(key)
        if profile is None:
            profile = profiles[key] = _profile(use, has_poe=has_poe)
        found.append(PortRun(profile, use.origin, described))
    return tuple(found)


#: Runs of `_described`, by the identity of what is kept beside them.
_DESCRIBED: dict[tuple[int, str], tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]] = {}
_MOST_DESCRIBED = 50_000


def _described(members: tuple[tuple[str, str], ...], role: str) -> tuple[tuple[str, str], ...]:
    """(interface, description) of each port; kept, because a trust has thousands of equal switches."""
    known = _DESCRIBED.get((id(members), role))
    if known is not None and known[0] is members:
        return known[1]
    if len(_DESCRIBED) >= _MOST_DESCRIBED:
        _DESCRIBED.clear()
    found = tuple([(interface, f"{role} {number}" if role else "unused") for number, interface in members])
    _DESCRIBED[id(members), role] = (members, found)
    return found


def _profile(use: PortUse, *, has_poe: bool) -> PortProfile:
    is_edge = use.role != "uplink" and use.kind != "unused"
    return PortProfile(
        kind=use.kind,
        role=use.role,
        native=use.native,
        tagged=use.tagged,
        voice=use.voice,
        edge=is_edge,
        isolate=use.isolate,
        poe="none" if not has_poe else "on" if use.poe_w else "off",
        lag=use.lag,
        access=use.access,
        dynamic_vlans=use.dynamic,
        trust=use.trust,
        poe_priority=use.poe_priority,
        source_guard=use.guarded,
        # A client that roams keeps its address and changes the port: inspection there would cut it off.
        arp_trusted=use.kind in ("trunk", "lag-member"),
        ra_guard=is_edge,
    )


def _lag(plan: LagPlan) -> Lag:
    return Lag(
        plan.number,
        f"to {plan.peer}",
        plan.members,
        plan.native,
        plan.tagged,
        plan.origin,
        root_guard=plan.is_down,
        shared=plan.shared,
    )


def _segment_svi(segment: SegmentPlan, member: int) -> Svi:
    """On member 1 or 2 of a pair with an address of its own; member 0 is a core without a twin."""
    return Svi(
        segment.vlan,
        segment.title,
        segment.zone,
        segment.members[member - 1] if member else segment.gateway,
        segment.prefix,
        segment.origin,
        segment.relays,
        shared=segment.gateway if member else "",
        ipv6=gateway6(segment),
        wakers=segment.wakers,
        hears_broadcasts=segment.hears_broadcasts,
    )


def _transit_svi(transit: TransitPlan, member: int) -> Svi:
    return Svi(
        transit.vlan,
        f"transit {transit.zone}",
        transit.zone,
        transit.members[member - 1] if member else transit.core,
        transit.prefix,
        transit.origin,
        shared=transit.core if member else "",
        hears_broadcasts=transit.hears_broadcasts,
        ipv6=Ipv6Gateway(transit.core6, transit.prefix6, advertise=False, origin=transit.origin)
        if transit.prefix6
        else None,
    )
