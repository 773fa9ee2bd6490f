"""Decide one site: segments, boxes, ports, LAGs, transits, circuits, tunnels, policies, WLANs.

Reads: Intent of the site, its slice of the TrustPlan. Writes: SitePlan.
"""

from __future__ import annotations

from netgen.blueprint import CircuitPlan, SegmentPlan, SitePlan, TransitPlan, TrustPlan, WlanPlan
from netgen.compiler.policies import plan_policies
from netgen.compiler.switching import plan_switching
from netgen.compiler.tunnels import plan_tunnels
from netgen.intent import Intent, Segment, Site
from netgen.intent.resolution import archetype_of, segments_of, subnet_of, wlans_of
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
    segments = _segments(intent, name, site, routed=routed)
    transits = _transits(intent, trust, block, segments) if routed else ()
    wlans = _wlans(intent, name, segments)
    switching = plan_switching(intent, site, path, segments, transits, wlans)
    circuits = _circuits(site, path)
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
        tunnels=plan_tunnels(intent, trust, name, circuits),
        policies=plan_policies(trust, name, archetype.filters),
        wlans=wlans,
        access_points=switching.access_points,
        origin=object_path(path, "name"),
    )


def _segments(intent: Intent, name: str, site: Site, *, routed: bool) -> tuple[SegmentPlan, ...]:
    exceptions = {
        exception.path.split(".")[1]: index
        for index, exception in enumerate(site.exceptions)
        if exception.path.startswith("segments.")
    }
    found = [
        _segment(intent, name, key, segment, routed=routed, exception=exceptions.get(key))
        for key, segment in segments_of(intent, name).items()
    ]
    return tuple(sorted(found, key=lambda segment: segment.vlan))


def _segment(
    intent: Intent, name: str, key: str, segment: Segment, *, routed: bool, exception: int | None
) -> SegmentPlan:
    prefix = subnet_of(intent, name, segment)
    has_pool = segment.dhcp == "server"
    # The first eight addresses are for what has a fixed one: gateways, an access point cluster.
    first = min(20, max(8, prefix.size // 4))
    origin = object_path("standard", "segments", key)
    return SegmentPlan(
        name=key,
        title=segment.title,
        zone=segment.zone,
        vlan=segment.vlan,
        prefix=prefix,
        gateway=prefix.address(1),
        gateway_on="core"
        if routed and segment.gateway == "topology" and not segment.management
        else "firewall",
        pool_first=prefix.address(first) if has_pool else "",
        pool_last=prefix.address(prefix.size - 2) if has_pool else "",
        isolate=intent.standard.zones[segment.zone].isolate,
        management=segment.management,
        access_points=segment.access_points,
        origin=origin if exception is None else object_path("sites", name, "exceptions", exception),
    )


def _transits(
    intent: Intent, trust: TrustPlan, block: Prefix, segments: tuple[SegmentPlan, ...]
) -> tuple[TransitPlan, ...]:
    window = block.window(intent.trust.addressing.transit)
    zones = {zone.name: zone for zone in trust.zones}
    found = []
    for name in sorted({segment.zone for segment in segments if segment.gateway_on == "core"}):
        zone = zones[name]
        prefix = window.slot(zone.number, _TRANSIT_LENGTH)
        found.append(
            TransitPlan(
                zone=name,
                vlan=intent.trust.switching.transit_vlans + zone.number,
                prefix=prefix,
                firewall=prefix.address(1),
                core=prefix.address(2),
                origin=zone.origin,
            )
        )
    return tuple(sorted(found, key=lambda transit: transit.vlan))


def _circuits(site: Site, path: str) -> tuple[CircuitPlan, ...]:
    """Circuits by preference: primaries first, then backups, each by name."""
    ordered = sorted(site.circuits.items(), key=lambda item: (item[1].role != "primary", item[0]))
    found = []
    for index, (name, circuit) in enumerate(ordered):
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
            )
        )
    return tuple(found)


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
        )
        for key, wlan in sorted(wlans_of(intent, name).items())
    )
