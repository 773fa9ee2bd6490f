"""Decide one site: segments, boxes, ports, LAGs, transits, circuits, tunnels, policies, WLANs.

Reads: Intent of the site, its slice of the TrustPlan. Writes: SitePlan.
"""

from __future__ import annotations

from operator import attrgetter

from netgen.blueprint import (
    AccessPlan,
    CircuitPlan,
    DhcpOptionPlan,
    PublicationPlan,
    ReservationPlan,
    SegmentPlan,
    SitePlan,
    TransitPlan,
    TrustPlan,
    UpstreamPlan,
    WlanPlan,
)
from netgen.compiler.overlay_routing import plan_bgp
from netgen.compiler.pairs import SEGMENT_HOSTS, TRANSIT_HOSTS
from netgen.compiler.policies import plan_policies
from netgen.compiler.remote import plan_remote
from netgen.compiler.served import served_segments
from netgen.compiler.steering import plan_steering
from netgen.compiler.switching import plan_switching
from netgen.compiler.tunnels import plan_tunnels
from netgen.compiler.wake import with_wakers
from netgen.intent import Intent, Segment, Site
from netgen.intent.ipv6_addresses import subnet6_of, transit6_of
from netgen.intent.resolution import (
    archetype_of,
    by_preference,
    seen_prefix,
    segments_of,
    subnet_in,
    wlans_of,
)
from netgen.values import Prefix, object_path

#: Bits of a transit subnet: room for a pair of cores and a pair of firewalls.
_TRANSIT_LENGTH = 29


def plan_site(intent: Intent, trust: TrustPlan, name: str) -> SitePlan:
    """The site's half of the Blueprint. `trust` is the site's slice (see `pipeline.slice_for`)."""
    site = intent.sites[name]
    path = object_path("sites", name)
    archetype = archetype_of(intent, site)
    routed = archetype.topology == "routed-core"
    block = intent.trust.site_block(site.number)
    paired = routed and any(cabinet.pair for cabinet in site.cabinets.values())
    segments = _segments(intent, name, site, block, routed=routed, paired=paired)
    transits = _transits(intent, trust, name, block, segments, paired=paired) if routed else ()
    segments = served_segments(intent, segments, transits)
    segments, transits = with_wakers(trust, name, segments, transits)
    wlans = _wlans(intent, name, segments)
    access = _access(intent, segments)
    switching = plan_switching(intent, site, path, segments, transits, wlans, access)
    circuits = _circuits(site, path)
    publications = _publications(site, path, segments, circuits)
    tunnels = plan_tunnels(intent, trust, name, circuits)
    return SitePlan(
        site=name,
        name=site.name,
        code=site.code,
        number=site.number,
        block=block,
        topology=archetype.topology,
        is_hub=name in trust.hubs,
        stage=site.stage,
        phase=archetype.phase,
        native_vlan=intent.trust.switching.native_vlan,
        blackhole_vlan=intent.trust.switching.blackhole_vlan,
        segments=segments,
        transits=transits,
        devices=switching.devices,
        links=switching.links,
        circuits=circuits,
        tunnels=tunnels,
        policies=plan_policies(
            trust, name, archetype.filters, publications, filters_here=site.upstream_filter is None
        ),
        wlans=wlans,
        access_points=switching.access_points,
        wlan_control=switching.wlan_control,
        origin=object_path(path, "name"),
        access=access,
        publications=publications,
        steering=plan_steering(trust, name, circuits),
        upstream=_upstream(site, path),
        remote=plan_remote(intent, trust, name, circuits),
        firewall_pair=switching.firewall_pair,
        bgp=plan_bgp(trust, name, tunnels),
    )


def _upstream(site: Site, path: str) -> UpstreamPlan | None:
    asked = site.upstream_filter
    if asked is None:
        return None
    origin = object_path(path, "upstream_filter")
    return UpstreamPlan(asked.service, asked.attested_by, asked.expires.isoformat(), origin)


def _access(intent: Intent, segments: tuple[SegmentPlan, ...]) -> AccessPlan:
    asked = intent.standard.access
    vlans = {segment.name: segment.vlan for segment in segments}
    return AccessPlan(
        groups=tuple(
            (group, vlans[segment]) for group, segment in sorted(asked.groups.items()) if segment in vlans
        ),
        guest_vlan=vlans.get(asked.guest or "", 0),
        failed_vlan=vlans.get(asked.failed or "", 0),
        critical=asked.critical,
        reauthenticate_s=asked.reauthenticate_hours * 3600,
        interim_s=asked.interim_minutes * 60,
        dead_s=asked.dead_minutes * 60,
    )


def _segments(
    intent: Intent, name: str, site: Site, block: Prefix, *, routed: bool, paired: bool
) -> tuple[SegmentPlan, ...]:
    exceptions = {
        exception.path.split(".")[1]: index
        for index, exception in enumerate(site.exceptions)
        if exception.path.startswith("segments.")
    }
    found = [
        _segment(
            intent, name, key, segment, block, routed=routed, paired=paired, exception=exceptions.get(key)
        )
        for key, segment in segments_of(intent, name).items()
    ]
    return tuple(sorted(found, key=attrgetter("vlan")))


def _segment(
    intent: Intent,
    name: str,
    key: str,
    segment: Segment,
    block: Prefix,
    *,
    routed: bool,
    paired: bool,
    exception: int | None,
) -> SegmentPlan:
    site = intent.sites[name]
    legacy = site.legacy.get(key)
    prefix = legacy.prefix if legacy else subnet_in(block, archetype_of(intent, site), segment)
    prefix6 = subnet6_of(intent, name, segment)
    has_pool = segment.dhcp == "server"
    # The first eight addresses are for what has a fixed one: gateways, an access point cluster.
    first = min(20, max(8, prefix.size // 4))
    origin = object_path("standard", "segments", key)
    on_core = routed and segment.gateway == "topology" and not segment.management
    return SegmentPlan(
        name=key,
        title=segment.title,
        zone=segment.zone,
        vlan=segment.vlan,
        prefix=prefix,
        gateway=prefix.address(1),
        gateway_on="core" if on_core else "firewall",
        members=tuple(prefix.address(host) for host in SEGMENT_HOSTS) if on_core and paired else (),
        pool_first=prefix.address(first) if has_pool else "",
        pool_last=prefix.address(prefix.size - 2) if has_pool else "",
        isolate=intent.standard.zones[segment.zone].isolate,
        management=segment.management,
        access_points=segment.access_points,
        origin=origin if exception is None else object_path("sites", name, "exceptions", exception),
        seen_as=seen_prefix(intent, name, key, segment) if legacy else None,
        guard=segment.guard and segment.dhcp != "none",
        jumbo=segment.jumbo,
        relays=intent.trust.services.dhcp if segment.dhcp == "relay" else (),
        options=_dhcp_options(intent, segment) if has_pool else (),
        boot_server=(segment.options.boot_server or "") if has_pool else "",
        boot_file=(segment.options.boot_file or "") if has_pool else "",
        lease_s=segment.options.lease_hours * 3600 if has_pool else 0,
        reservations=_reservations(site, name, key) if has_pool and site.reservations else (),
        prefix6=prefix6,
        gateway6=prefix6.address(1) if prefix6 else "",
    )


def _dhcp_options(intent: Intent, segment: Segment) -> tuple[DhcpOptionPlan, ...]:
    """Options that are lists of addresses, by number (RFC 2132 8.3, RFC 5417, RFC 5859)."""
    asked = segment.options
    found = (
        (42, intent.trust.services.ntp if asked.ntp else ()),
        (138, asked.controllers),
        (150, asked.phone_servers),
    )
    return tuple([DhcpOptionPlan(code, addresses) for code, addresses in found if addresses])


def _reservations(site: Site, name: str, segment: str) -> tuple[ReservationPlan, ...]:
    return tuple(
        ReservationPlan(key, item.mac, item.address, object_path("sites", name, "reservations", key))
        for key, item in sorted(site.reservations.items())
        if item.segment == segment
    )


def _transits(
    intent: Intent,
    trust: TrustPlan,
    site: str,
    block: Prefix,
    segments: tuple[SegmentPlan, ...],
    *,
    paired: bool,
) -> tuple[TransitPlan, ...]:
    window = block.window(intent.trust.addressing.transit)
    zones = {zone.name: zone for zone in trust.zones}
    with_ipv6 = {segment.zone for segment in segments if segment.prefix6 and segment.gateway_on == "core"}
    found = []
    for name in sorted({segment.zone for segment in segments if segment.gateway_on == "core"}):
        zone = zones[name]
        prefix = window.slot(zone.number, _TRANSIT_LENGTH)
        prefix6 = transit6_of(intent, site, name) if name in with_ipv6 else None
        found.append(
            TransitPlan(
                zone=name,
                vlan=intent.trust.switching.transit_vlans + zone.number,
                prefix=prefix,
                firewall=prefix.address(1),
                core=prefix.address(2),
                origin=zone.origin,
                prefix6=prefix6,
                firewall6=prefix6.address(1) if prefix6 else "",
                core6=prefix6.address(2) if prefix6 else "",
                members=tuple(prefix.address(host) for host in TRANSIT_HOSTS) if paired else (),
            )
        )
    return tuple(sorted(found, key=lambda transit: transit.vlan))


def _circuits(site: Site, path: str) -> tuple[CircuitPlan, ...]:
    """Circuits by preference."""
    found = []
    for index, (name, circuit) in enumerate(by_preference(site)):
        ip, _, length = (circuit.ip or "").partition("/")
        found.append(
            CircuitPlan(
                name=name,
                carrier=circuit.carrier,
                access=circuit.access,
                interface=circuit.port,
                address=circuit.address,
                ip=ip,
                length=int(length or 0),
                gateway=circuit.gateway or "",
                down_kbps=circuit.down,
                up_kbps=circuit.up,
                priority=10 * (index + 1),
                origin=object_path(path, "circuits", name),
                user=circuit.login.user if circuit.login else "",
                secret=circuit.login.secret if circuit.login else "",
                shape=circuit.shape,
            )
        )
    return tuple(found)


def _publications(
    site: Site, path: str, segments: tuple[SegmentPlan, ...], circuits: tuple[CircuitPlan, ...]
) -> tuple[PublicationPlan, ...]:
    """What the internet may reach, by number. Checks have made sure that server and circuit exist."""
    by_name = {circuit.name: circuit for circuit in circuits}
    found = []
    for name, asked in site.publish.items():
        circuit = by_name[asked.circuit]
        found.append(
            PublicationPlan(
                name=name,
                number=asked.number,
                circuit=asked.circuit,
                interface=circuit.interface,
                outside=circuit.ip,
                inside=asked.to,
                zone=next(
                    item.zone for item in segments if item.prefix.contains(Prefix.parse(f"{asked.to}/32"))
                ),
                services=tuple(sorted(asked.services)),
                sources=tuple(sorted(asked.sources)),
                why=asked.reason,
                origin=object_path(path, "publish", name),
            )
        )
    return tuple(sorted(found, key=lambda item: item.number))


def _wlans(intent: Intent, name: str, segments: tuple[SegmentPlan, ...]) -> tuple[WlanPlan, ...]:
    vlans = {segment.name: segment.vlan for segment in segments}
    return tuple(
        WlanPlan(
            name=key,
            ssid=wlan.ssid,
            segment=wlan.segment,
            vlan=vlans[wlan.segment],
            security=wlan.security,
            passphrase=wlan.passphrase or "",
            dynamic_vlans=tuple(sorted(vlans[item] for item in wlan.dynamic_segments if item in vlans)),
            isolate=wlan.isolate
            or intent.standard.zones[intent.standard.segments[wlan.segment].zone].isolate,
            bands=wlan.bands,
            hidden=wlan.hidden,
            origin=object_path("standard", "wlans", key),
            per_device_psk=wlan.per_device_psk,
            fast_roaming=wlan.fast_roaming,
            client_kbps=wlan.client_rate or 0,
            hours=wlan.hours or "",
            portal=wlan.portal or "",
            multicast_to_unicast=wlan.multicast_to_unicast,
            federation=wlan.federation.name if wlan.federation else "",
            vouched_by=f"{wlan.federation.attested_by} until {wlan.federation.expires}"
            if wlan.federation
            else "",
        )
        for key, wlan in sorted(wlans_of(intent, name).items())
    )
