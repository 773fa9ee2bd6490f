"""The firewall part of a site's firewall: interfaces, zones, objects, policies, tunnels, routes.

Reads: SitePlan and TrustPlan. Writes: FirewallPart, and the firewall's routes and DHCP pools.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from netgen.blueprint import (
    DevicePlan,
    PolicyPlan,
    SegmentPlan,
    SitePlan,
    SteeringPlan,
    TransitPlan,
    TrustPlan,
)
from netgen.compiler.dhcp import dhcp_pool
from netgen.compiler.policies import OVERLAY
from netgen.compiler.remote import lower_remote, remote_interface
from netgen.device import (
    AddressObject,
    Bfd,
    Bgp,
    BgpPeer,
    Breakout,
    Device,
    DhcpPool,
    FirewallInterface,
    FirewallPair,
    FirewallPart,
    FirewallZone,
    ForwardedDomain,
    Identity,
    Inspection,
    Ipv6Gateway,
    Policy,
    Probe,
    Protection,
    Publication,
    RemoteList,
    Schedule,
    ServiceObject,
    StaticRoute,
    SteeringRule,
    Translation,
    Tunnel,
    UserGroup,
    WebFilter,
)
from netgen.values import Prefix, object_path

#: Number of the overlay zone; matrix zones end at 60.
_OVERLAY_NUMBER = 61
#: Administrative distance of the routes that catch what no better route takes.
_BLACKHOLE_DISTANCE = 254
_DEFAULT = Prefix(4, 0, 0)
#: RFC 4193: addresses that no internet route leads to.
_UNIQUE_LOCAL = Prefix.parse("fc00::/7")


def firewall_part(trust: TrustPlan, site: SitePlan, plan: DevicePlan) -> FirewallPart:
    """Everything the firewall does beyond being managed."""
    protects = trust.ips or trust.antivirus or any(item.kind == "domains" for item in trust.lists)
    policies = tuple([_policy(item, protects=protects) for item in site.policies])
    used: set[str] = set().union(*(policy.services for policy in policies))
    named = {name for item in site.policies for name in (*item.source_lists, *item.destination_lists)}
    used.update(name for rule in site.steering for name in rule.services)
    wanted = {policy.filter for policy in site.policies if policy.filter}
    scheduled, grouped = ({policy.schedule for policy in policies}, {policy.group for policy in policies})
    inspects = any(item.inspect for item in trust.filters if item.name in wanted)
    return FirewallPart(
        interfaces=_interfaces(site, plan),
        zones=_zones(trust, site),
        addresses=_addresses((*site.policies, *site.steering)),
        services=tuple(
            ServiceObject(item.name, item.tcp, item.udp, item.icmp, item.any_, item.origin)
            for item in trust.services
            if item.name in used
        ),
        policies=policies,
        filters=tuple(
            WebFilter(
                item.name,
                item.title,
                item.block,
                item.monitor,
                item.safe_search,
                item.origin,
                item.video,
                item.allow,
                item.deny,
                item.inspect,
            )
            for item in trust.filters
            if item.name in wanted
        ),
        tunnels=_tunnels(site),
        schedules=tuple(
            Schedule(item.name, item.days, item.start, item.end, item.origin)
            for item in trust.schedules
            if item.name in scheduled
        ),
        publications=tuple(
            Publication(item.name, item.interface, item.outside, item.inside, item.services, item.origin)
            for item in site.publications
        ),
        protection=Protection(ips=trust.ips, antivirus=trust.antivirus),
        probe=Probe(
            trust.probe.targets,
            trust.probe.interval_s,
            trust.probe.fail_after,
            trust.probe.recover_after,
            "trust/wan/probes",
        )
        if trust.probe
        else None,
        inspection=_inspection(trust) if inspects else None,
        identity=_identity(trust),
        groups=tuple(
            UserGroup(item.name, item.value, item.origin)
            for item in trust.groups
            if trust.identity and item.name in grouped
        ),
        addresses6=_addresses6(site.policies),
        remote=lower_remote(site.remote),
        lists=tuple(
            RemoteList(item.name, item.kind, item.source, item.refresh, item.number, item.origin)
            for item in trust.lists
            if item.kind == "domains" or item.name in named
        ),
        translations=_translations(trust, site),
        pair=_pair(site),
        bgp=_bgp(site),
        steering=_steering(site),
        breakout=_breakout(trust, site),
        domains=_domains(trust, site),
    )


def _domains(trust: TrustPlan, site: SitePlan) -> tuple[ForwardedDomain, ...]:
    if not any(segment.resolver for segment in site.segments):
        return ()
    return tuple(ForwardedDomain(item.name, item.servers, item.origin) for item in trust.domains)


def _breakout(trust: TrustPlan, site: SitePlan) -> Breakout | None:
    here = trust.site(site.site)
    if here.breakout == "local":
        return None
    away = sorted(
        (item for item in site.tunnels if item.internet == "there"),
        key=lambda item: (item.distance, item.name),
    )
    inside = (trust.supernet,) if trust.supernet.contains(trust.overlay) else (trust.supernet, trust.overlay)
    return Breakout(
        tunnels=tuple(item.name for item in away),
        source=site.block,
        inside=inside,
        falls_back=here.breakout == "hub-or-local",
        origin=object_path("sites", site.site, "breakout"),
    )


def _translations(trust: TrustPlan, site: SitePlan) -> tuple[Translation, ...]:
    legacy = trust.site(site.site).legacy
    if not legacy:
        return ()
    segments = {segment.name: segment for segment in site.segments}
    transits = {item.zone: item for item in site.transits}
    return tuple(
        Translation(
            name=item.segment,
            zone=item.zone,
            interface=vlan_interface(
                segments[item.segment].vlan
                if segments[item.segment].gateway_on == "firewall"
                else transits[item.zone].vlan
            ),
            inside=item.own,
            outside=item.seen_as,
            origin=item.origin,
        )
        for item in legacy
    )


def _steering(site: SitePlan) -> tuple[SteeringRule, ...]:
    interface = {item.name: item.interface for item in site.circuits}
    return tuple(
        SteeringRule(
            number=item.number,
            name=item.name,
            title=item.title,
            sources=tuple(name for name, _ in item.sources),
            destinations=tuple(name for name, _ in item.destinations),
            services=item.services,
            applications=item.applications,
            circuits=tuple(interface[name] for name in item.circuits),
            strategy=item.strategy,
            latency_ms=item.latency_ms,
            jitter_ms=item.jitter_ms,
            loss_percent=item.loss_percent,
            origin=item.origin,
        )
        for item in site.steering
    )


def _inspection(trust: TrustPlan) -> Inspection | None:
    plan = trust.inspection
    return Inspection(plan.ca, plan.categories, plan.domains, plan.origin) if plan else None


def _identity(trust: TrustPlan) -> Identity | None:
    plan = trust.identity
    return Identity(plan.senders, plan.secret, plan.attribute, plan.forget_s, plan.origin) if plan else None


def _pair(site: SitePlan) -> FirewallPair | None:
    plan = site.firewall_pair
    if plan is None:
        return None
    return FirewallPair(
        1, (plan.first, plan.standby), plan.number, plan.heartbeat, plan.secret, plan.origin, plan.one_box,
        plan.second_slot,
    )  # fmt: skip


def standby_of(device: Device) -> Device | None:
    """The second member of a pair as a Device, None where it has no text of its own."""
    part = device.firewall
    if part is None or part.pair is None or part.pair.one_box:
        return None
    second = msgspec.structs.replace(part, pair=msgspec.structs.replace(part.pair, member=2))
    return msgspec.structs.replace(device, hostname=part.pair.hostnames[1], firewall=second)


def vlan_interface(vlan: int) -> str:
    """The vendor-neutral name of a firewall's VLAN interface."""
    return f"vlan{vlan}"


def _interfaces(site: SitePlan, plan: DevicePlan) -> tuple[FirewallInterface, ...]:
    found = [
        FirewallInterface(
            name=item.interface, kind="wan", description=f"{item.name} {item.carrier}", mode=item.address,
            address=item.ip, length=item.length, members=(), parent="", vlan=0, manage=False,
            priority=item.priority, gateway=item.gateway, down_kbps=item.down_kbps, up_kbps=item.up_kbps,
            origin=item.origin, user=item.user, secret=item.secret, shape=item.shape,
        )
        for item in site.circuits
    ]  # fmt: skip
    parent = plan.ports[0].interface
    if plan.lags:
        parent = "core"
        lag = plan.lags[0]
        found.append(_carrier(parent, "lag", f"to {lag.peer}", lag.members, lag.origin))
    else:
        # Both members of a pair have one text, and each its own port of the core.
        peer = "the core" if site.firewall_pair else plan.ports[0].peer
        found.append(_carrier(parent, "lan", f"to {peer}", (), plan.ports[0].origin))
    found.extend(_vlan(segment, parent) for segment in site.segments if segment.gateway_on == "firewall")
    return (*found, *(_transit(item, parent, site.segments) for item in site.transits))


def _carrier(
    name: str, kind: str, description: str, members: tuple[str, ...], origin: str
) -> FirewallInterface:
    return FirewallInterface(
        name=name, kind=kind, description=description, mode="none", address="", length=0, members=members,
        parent="", vlan=0, manage=False, priority=0, gateway="", down_kbps=0, up_kbps=0, origin=origin,
    )  # fmt: skip


def _vlan(segment: SegmentPlan, parent: str) -> FirewallInterface:
    return FirewallInterface(
        name=vlan_interface(segment.vlan), kind="vlan", description=segment.title, mode="static",
        address=segment.gateway, length=segment.prefix.length, members=(), parent=parent, vlan=segment.vlan,
        manage=segment.management, priority=0, gateway="", down_kbps=0, up_kbps=0, origin=segment.origin,
        relays=segment.relays, ipv6=gateway6(segment),
        time_clients=(segment.prefix,) if segment.time_server else (),
        dns_clients=(segment.prefix,) if segment.resolver else (),
    )  # fmt: skip


def gateway6(segment: SegmentPlan) -> Ipv6Gateway | None:
    """The IPv6 side of a segment's gateway, wherever the gateway is."""
    if segment.prefix6 is None:
        return None
    return Ipv6Gateway(segment.gateway6, segment.prefix6, advertise=True, origin=segment.origin)


def _transit(transit: TransitPlan, parent: str, segments: tuple[SegmentPlan, ...]) -> FirewallInterface:
    return FirewallInterface(
        name=vlan_interface(transit.vlan), kind="vlan", description=f"transit {transit.zone}", mode="static",
        address=transit.firewall, length=transit.prefix.length, members=(), parent=parent, vlan=transit.vlan,
        manage=False, priority=0, gateway="", down_kbps=0, up_kbps=0, origin=transit.origin,
        ipv6=Ipv6Gateway(transit.firewall6, transit.prefix6, advertise=False, origin=transit.origin)
        if transit.prefix6 else None,
        time_clients=tuple(item.prefix for item in segments if item.time_server == transit.firewall),
        dns_clients=tuple(item.prefix for item in segments if item.resolver == transit.firewall),
    )  # fmt: skip


def _zones(trust: TrustPlan, site: SitePlan) -> tuple[FirewallZone, ...]:
    members: dict[str, list[str]] = {}
    for segment in site.segments:
        if segment.gateway_on == "firewall":
            members.setdefault(segment.zone, []).append(vlan_interface(segment.vlan))
    for transit in site.transits:
        members.setdefault(transit.zone, []).append(vlan_interface(transit.vlan))
    for tunnel in site.tunnels:
        if tunnel.role == "partner":
            members.setdefault(tunnel.zone, []).append(tunnel.name)
    for group in site.remote.groups if site.remote else ():
        members.setdefault(group.zone, []).append(remote_interface(group.number))
    found = []
    for zone in trust.zones:
        if zone.kind == "internet":
            wans = tuple(sorted(item.interface for item in site.circuits))
            found.append(
                FirewallZone(
                    zone.name, zone.number, wans, intrazone=False, title=zone.title, origin=zone.origin
                )
            )
        elif zone.name in members:
            inside = tuple(members[zone.name])
            intrazone = len(inside) > 1 and not zone.isolate
            found.append(FirewallZone(zone.name, zone.number, inside, intrazone, zone.title, zone.origin))
    names = tuple(item.name for item in site.tunnels if item.role != "partner")
    if names:
        found.append(
            FirewallZone(
                OVERLAY,
                _OVERLAY_NUMBER,
                names,
                intrazone=False,
                title="Behind the tunnels",
                origin="trust/hubs",
            )
        )
    return tuple(sorted(found, key=lambda zone: zone.number))


def _addresses(naming: Iterable[PolicyPlan | SteeringPlan]) -> tuple[AddressObject, ...]:
    found: dict[str, AddressObject] = {}
    for item in naming:
        for name, prefix in (*item.sources, *item.destinations):
            if name not in found:
                found[name] = AddressObject(name, prefix, item.origin)
    return tuple(found[name] for name in sorted(found))


def _addresses6(policies: tuple[PolicyPlan, ...]) -> tuple[AddressObject, ...]:
    found: dict[str, AddressObject] = {}
    for policy in policies:
        for name, prefix in (*policy.sources6, *policy.destinations6):
            found.setdefault(name, AddressObject(name, prefix, policy.origin))
    return tuple(found[name] for name in sorted(found))


def _policy(plan: PolicyPlan, *, protects: bool) -> Policy:
    return Policy(
        number=plan.number,
        name=plan.name,
        from_zone=plan.from_zone,
        to_zone=plan.to_zone,
        sources=_names(plan.sources),
        destinations=_names(plan.destinations),
        services=plan.services,
        filter=plan.filter,
        nat=plan.nat,
        comment=plan.why,
        origin=plan.origin,
        schedule=plan.schedule,
        protected=plan.protected and protects,
        publication=plan.publication,
        group=plan.group,
        sources6=_names(plan.sources6),
        destinations6=_names(plan.destinations6),
        source_lists=plan.source_lists,
        destination_lists=plan.destination_lists,
        translation=plan.legacy,
    )


def _names(addresses: tuple[tuple[str, Prefix], ...]) -> tuple[str, ...]:
    return tuple([name for name, _ in addresses]) if addresses else ()


def _tunnels(site: SitePlan) -> tuple[Tunnel, ...]:
    interface = {item.name: item.interface for item in site.circuits}
    return tuple(
        Tunnel(
            name=item.name, wan=interface[item.circuit], role=item.role, remote=item.remote, local_id=item.local_id,
            peer_id=item.peer_id, psk=item.psk, encryption=item.encryption, prf=item.prf, dh_group=item.dh_group,
            local_address=item.local_address, peer_address=item.peer_address, local_prefix=item.local_prefix,
            remote_prefix=item.remote_prefix, origin=item.origin, distance=item.distance,
            certificate=item.certificate, ca=item.ca, routing=item.routing, internet=item.internet,
        )
        for item in site.tunnels
    )  # fmt: skip


def _bgp(site: SitePlan) -> Bgp | None:
    plan = site.bgp
    if plan is None:
        return None
    return Bgp(
        local_as=plan.local_as,
        router_id=plan.router_id,
        announce=plan.announce,
        peers=tuple(
            BgpPeer(
                item.tunnel, item.site, item.local_address, item.address, item.remote_as, item.accept,
                item.preference, item.origin,
            )
            for item in plan.peers
        ),
        keepalive_s=plan.keepalive_s,
        hold_s=plan.hold_s,
        most_prefixes=plan.most_prefixes,
        origin=plan.origin,
        bfd=Bfd(plan.bfd.interval_ms, plan.bfd.multiplier) if plan.bfd else None,
    )  # fmt: skip


def firewall_routes(trust: TrustPlan, site: SitePlan) -> tuple[StaticRoute, ...]:
    """Defaults of static circuits, zones behind the core, tunnels, and the trust's space to nowhere.

    A DHCP circuit brings its own default. A tunnel whose far end has no fixed address brings its
    own route when it comes up (the selectors of RFC 7296 say for what). What BGP announces goes nowhere here unless a
    subnet takes it: so it is in the routing table, and a packet to an unused subnet never comes back to who sent it.
    """
    found = [
        StaticRoute("", _DEFAULT, item.gateway, item.interface, item.priority, item.name, item.origin)
        for item in site.circuits
        if item.address == "static"
    ]
    transits = {item.zone: item for item in site.transits}
    for segment in site.segments:
        if segment.gateway_on == "core":
            transit = transits[segment.zone]
            name = vlan_interface(transit.vlan)
            found.append(
                StaticRoute("", segment.prefix, transit.core, name, 10, segment.name, segment.origin)
            )
    found += [
        StaticRoute("", item.remote_prefix, "", item.name, item.distance, item.peer_site, item.origin)
        for item in site.tunnels
        if item.remote and item.routing == "static"
    ]
    if site.bgp is not None:
        found += [
            StaticRoute("", prefix, "", "", _BLACKHOLE_DISTANCE, "announced", site.bgp.origin)
            for prefix in site.bgp.announce
        ]
    # What of the trust has no better route goes nowhere, never to the internet.
    origin = "trust/addressing/supernet"
    found.append(StaticRoute("", trust.supernet, "", "", _BLACKHOLE_DISTANCE, "trust", origin))
    return tuple(found)


def firewall_routes6(site: SitePlan) -> tuple[StaticRoute, ...]:
    """Segments behind the core, and all unique local space to nowhere; nothing without IPv6.

    The blackhole is all of fc00::/7 and not the trust's prefix alone: a stray address of another network leaks as
    little.
    """
    if all(segment.prefix6 is None for segment in site.segments):
        return ()
    transits = {item.zone: item for item in site.transits}
    found = [
        StaticRoute(
            "", segment.prefix6, transits[segment.zone].core6, vlan_interface(transits[segment.zone].vlan), 10,
            segment.name, segment.origin,
        )
        for segment in site.segments
        if segment.prefix6 is not None and segment.gateway_on == "core"
    ]  # fmt: skip
    found.append(
        StaticRoute("", _UNIQUE_LOCAL, "", "", _BLACKHOLE_DISTANCE, "unique-local", "trust/addressing/ipv6")
    )
    return tuple(found)


def firewall_pools(trust: TrustPlan, site: SitePlan) -> tuple[DhcpPool, ...]:
    """DHCP pools of the segments whose gateway is the firewall."""
    return tuple(
        dhcp_pool(trust, item, "")
        for item in site.segments
        if item.gateway_on == "firewall" and item.pool_first
    )
