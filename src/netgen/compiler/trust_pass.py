"""Decide what all sites share: zones, matrix, services, every site's addresses, management.

Reads: Intent. Writes: TrustPlan.
"""

from __future__ import annotations

from collections.abc import Iterable

from netgen.blueprint import (
    BfdPlan,
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
    ZoneAddresses,
    ZonePlan,
)
from netgen.compiler.wake import PORTS, SERVICE, plan_wake, wakers_and_woken
from netgen.intent import Intent, Site, Standard, Trust
from netgen.intent.ipv6_addresses import site_block6, subnet6_of
from netgen.intent.resolution import archetype_of, by_preference, pairs_of, seen_prefix, segments_of
from netgen.values import DSCP, Prefix, object_path

#: The service name that means every protocol and port.
ANY = "any"
#: Blocked for everyone, whatever a filter says (DfE filtering standard; IWF and CTIRU lists).
LOCKED_CATEGORIES = ("csam", "terror")


def plan_trust(intent: Intent, elsewhere: Iterable[SiteAddresses] = ()) -> TrustPlan:
    """The trust-wide half of the Blueprint.

    `elsewhere` are the addresses of sites that are not in the Intent because nothing of them changed.
    """
    trust, standard = intent.trust, intent.standard
    sites = [_addresses(intent, name, site) for name, site in intent.sites.items()]
    lists = _lists(standard)
    return TrustPlan(
        trust=trust.trust,
        code=trust.code,
        supernet=trust.addressing.supernet,
        overlay=trust.addressing.overlay,
        hubs=trust.hubs,
        zones=_zones(standard),
        services=_services(standard, wakes=trust.services.wake is not None),
        matrix=tuple(_matrix(standard, "")),
        filters=_filters(standard),
        management=_management(trust),
        management_zones=tuple(sorted(trust.administration.from_zones)),
        vpn_encryption=trust.vpn.proposal.encryption,
        vpn_prf=trust.vpn.proposal.prf,
        vpn_dh_group=int(trust.vpn.proposal.dh_group),
        ips=standard.protection.ips,
        antivirus=standard.protection.antivirus,
        vpn_over=trust.vpn.over,
        probe=ProbePlan(trust.wan.probes, trust.wan.interval_s, trust.wan.fail_after, trust.wan.recover_after)
        if trust.wan.probes
        else None,
        inspection=_inspection(standard),
        identity=_identity(trust),
        groups=tuple(
            UserGroupPlan(
                name, item.number, item.title, item.value or name, object_path("standard", "groups", name)
            )
            for name, item in sorted(standard.groups.items())
        ),
        group_matrix=tuple(pair for name in sorted(standard.groups) for pair in _matrix(standard, name)),
        ula=trust.addressing.ipv6.ula if trust.addressing.ipv6 else None,
        vpn_first_as=trust.vpn.first_as if trust.vpn.routing == "bgp" else 0,
        bfd=BfdPlan(trust.vpn.bfd.interval_ms, trust.vpn.bfd.multiplier)
        if trust.vpn.bfd and trust.vpn.routing == "bgp"
        else None,
        qos=_qos(standard),
        radios=_radios(standard),
        schedules=tuple(
            SchedulePlan(name, item.days, item.start, item.end, object_path("standard", "schedules", name))
            for name, item in sorted(standard.schedules.items())
        ),
        sites=tuple(sorted([*sites, *elsewhere], key=lambda item: item.site)),
        lists=lists,
        inbound_lists=tuple(sorted(map(_country, standard.protection.geo.inbound_only_from))),
        refused_lists=_refused(standard),
        steering=_steering(standard),
        domains=_domains(trust),
        wake=plan_wake(intent),
    )


def _zones(standard: Standard) -> tuple[ZonePlan, ...]:
    return tuple(
        ZonePlan(
            name=name,
            number=zone.number,
            kind=zone.kind,
            users=zone.users,
            isolate=zone.isolate,
            title=zone.title,
            origin=object_path("standard", "zones", name),
        )
        for name, zone in sorted(standard.zones.items())
    )


def _services(standard: Standard, *, wakes: bool) -> tuple[ServicePlan, ...]:
    found = [
        ServicePlan(
            name=name,
            tcp=service.tcp,
            udp=service.udp,
            icmp=service.icmp,
            any_=False,
            origin=object_path("standard", "services", name),
        )
        for name, service in standard.services.items()
    ]
    found.append(ServicePlan(name=ANY, tcp=(), udp=(), icmp=False, any_=True, origin="standard/services"))
    if wakes:
        origin = object_path("trust", "services", "wake")
        found.append(ServicePlan(name=SERVICE, tcp=(), udp=PORTS, icmp=False, any_=False, origin=origin))
    return tuple(sorted(found, key=lambda service: service.name))


def _matrix(standard: Standard, group: str) -> list[PairPolicy]:
    """Every ordered pair that may talk: the union of its rules, sorted by pair.

    With a group, only the rules that name it; without one, only those that hold for everybody.
    """
    services: dict[tuple[str, str], dict[str, None]] = {}
    origins: dict[tuple[str, str], list[str]] = {}
    filters: dict[tuple[str, str], str] = {}
    schedules: dict[tuple[str, str], str] = {}
    for index, rule in enumerate(standard.policy):
        if not rule.allow or (group not in rule.groups if group else rule.groups):
            continue
        for pair in pairs_of(standard, rule):
            services.setdefault(pair, {}).update(dict.fromkeys(rule.allow))
            origins.setdefault(pair, []).append(object_path("standard", "policy", index))
            if rule.filter:
                filters[pair] = rule.filter
            if rule.when:
                schedules[pair] = rule.when
    return [
        PairPolicy(
            from_zone=pair[0],
            to_zone=pair[1],
            services=(ANY,) if ANY in names else tuple(sorted(names)),
            filter=filters.get(pair, ""),
            origins=tuple(origins[pair]),
            why=standard.policy[int(origins[pair][0].rpartition("/")[2])].why,
            schedule=schedules.get(pair, ""),
            group=group,
        )
        for pair, names in sorted(services.items())
    ]


def _filters(standard: Standard) -> tuple[FilterPlan, ...]:
    return tuple(
        FilterPlan(
            name=name,
            title=item.title,
            block=tuple(sorted({*item.block, *LOCKED_CATEGORIES})),
            monitor=tuple(sorted(item.monitor)),
            safe_search=item.safe_search,
            origin=object_path("standard", "filters", name),
            video=item.video,
            allow=tuple(sorted(entry.domain for entry in item.allow)),
            deny=tuple(sorted(entry.domain for entry in item.deny)),
            inspect=item.inspect,
        )
        for name, item in sorted(standard.filters.items())
    )


def _inspection(standard: Standard) -> InspectionPlan | None:
    asked = standard.inspection
    if asked is None:
        return None
    origin = object_path("standard", "inspection")
    domains = {
        entry.domain: object_path(origin, "exempt", "domains", index)
        for index, entry in enumerate(asked.exempt.domains)
    }
    return InspectionPlan(
        asked.ca, tuple(sorted(set(asked.exempt.categories))), tuple(sorted(domains.items())), origin
    )


def _identity(trust: Trust) -> IdentityPlan | None:
    asked = trust.services.identity
    if asked is None:
        return None
    return IdentityPlan(
        senders=tuple(server.host for server in trust.services.radius),
        secret=asked.secret,
        attribute=asked.group_attribute,
        forget_s=asked.forget_hours * 3600,
        origin=object_path("trust", "services", "identity"),
    )


def _country(code: str) -> str:
    return f"geo-{code}"


def _feed(name: str) -> str:
    return f"feed-{name}"


def _lists(standard: Standard) -> tuple[ListPlan, ...]:
    protection = standard.protection
    path = object_path("standard", "protection")
    origins: dict[str, str] = {}
    for field, codes in (
        ("deny", protection.geo.deny),
        ("inbound_only_from", protection.geo.inbound_only_from),
    ):
        for index, code in enumerate(codes):
            origins.setdefault(code, object_path(path, "geo", field, index))
    found = [ListPlan(_country(code), "country", code, "", 0, origin) for code, origin in origins.items()]
    found += [
        ListPlan(
            _feed(name),
            item.what,
            item.url,
            item.refresh,
            item.number,
            object_path(path, "threat_feeds", name),
        )
        for name, item in protection.threat_feeds.items()
    ]
    return tuple(sorted(found, key=lambda item: item.name))


def _refused(standard: Standard) -> tuple[str, ...]:
    feeds = [
        _feed(name) for name, item in standard.protection.threat_feeds.items() if item.what == "addresses"
    ]
    return tuple(sorted([*map(_country, standard.protection.geo.deny), *feeds]))


def _qos(standard: Standard) -> tuple[TrafficClassPlan, ...]:
    """Classes by falling code point, so that what is most urgent comes first."""
    found = [
        TrafficClassPlan(
            name,
            DSCP[item.dscp],
            item.percent,
            item.priority,
            item.services,
            object_path("standard", "qos", name),
        )
        for name, item in standard.qos.items()
    ]
    return tuple(sorted(found, key=lambda item: (-item.dscp, item.name)))


#: What people write, and how it is chosen.
_STRATEGY = {"lowest-latency": "fastest", "spread": "spread"}


def _steering(standard: Standard) -> tuple[SteeringClassPlan, ...]:
    found = [
        SteeringClassPlan(
            name=name,
            number=item.number,
            zones=tuple(sorted(set(item.from_))),
            services=tuple(sorted(set(item.services))),
            destinations=tuple(sorted(set(item.to))),
            applications=tuple(sorted(set(item.applications))),
            strategy=_STRATEGY.get(item.prefer, "ordered"),
            backups_first=item.prefer == "backup",
            latency_ms=-1 if item.latency_ms is None else item.latency_ms,
            jitter_ms=-1 if item.jitter_ms is None else item.jitter_ms,
            loss_percent=-1 if item.loss_percent is None else item.loss_percent,
            title=item.title,
            origin=object_path("standard", "steering", name),
        )
        for name, item in standard.steering.items()
    ]
    return tuple(sorted(found, key=lambda item: (item.number, item.name)))


def _radios(standard: Standard) -> tuple[RadioPlan, ...]:
    found = []
    for band, item in sorted(standard.radios.items()):
        low, _, high = item.power.partition("-")
        found.append(
            RadioPlan(
                band, tuple(sorted(item.channels)), item.width, int(low), int(high), item.lowest_rate,
                object_path("standard", "radios", band), band_steering=item.band_steering,
            )
        )  # fmt: skip
    return tuple(found)


def _domains(trust: Trust) -> tuple[DomainPlan, ...]:
    return tuple(
        DomainPlan(name, servers, object_path("trust", "services", "dns_domains", name))
        for name, servers in sorted(trust.services.dns_domains.items())
    )


def _management(trust: Trust) -> ManagementPlan:
    services, administration = trust.services, trust.administration
    snmp = services.snmp
    return ManagementPlan(
        domain=trust.domain,
        dns=services.dns,
        ntp=services.ntp,
        radius=tuple(
            RadiusPlan(
                host=item.host, secret=item.secret, origin=object_path("trust", "services", "radius", index)
            )
            for index, item in enumerate(services.radius)
        ),
        syslog=tuple(
            SyslogPlan(
                host=item.host,
                port=item.port,
                transport=item.transport,
                origin=object_path("trust", "services", "syslog", index),
            )
            for index, item in enumerate(services.syslog)
        ),
        snmp_user=snmp.user if snmp else "",
        snmp_auth=snmp.auth if snmp else "",
        snmp_privacy=snmp.privacy if snmp else "",
        snmp_managers=snmp.managers if snmp else (),
        user=administration.break_glass.user,
        user_secret=administration.break_glass.secret,
        banner=administration.banner,
        idle_minutes=administration.idle_minutes,
        country=trust.country,
        timezone=trust.timezone,
        ntp_key_id=services.ntp_key.id if services.ntp_key else 0,
        ntp_key=services.ntp_key.secret if services.ntp_key else "",
        flow_host=services.flow.host if services.flow else "",
        netflow_port=services.flow.netflow_port if services.flow else 0,
        sflow_port=services.flow.sflow_port if services.flow else 0,
    )


def _addresses(intent: Intent, name: str, site: Site) -> SiteAddresses:
    by_zone: dict[str, list[Prefix]] = {}
    by_zone6: dict[str, list[Prefix]] = {}
    segments = segments_of(intent, name)
    for key, segment in segments.items():
        by_zone.setdefault(segment.zone, []).append(seen_prefix(intent, name, key, segment))
        prefix6 = subnet6_of(intent, name, segment)
        if prefix6 is not None:
            by_zone6.setdefault(segment.zone, []).append(prefix6)
    for partner in site.partners.values():
        by_zone.setdefault(partner.zone, []).append(partner.prefix)
    remote = intent.trust.remote_access
    if remote is not None and name in remote.at:
        block = intent.trust.site_block(site.number)
        for group in remote.groups.values():
            by_zone.setdefault(group.zone, []).append(block.window(group.window))
    wakers, woken = wakers_and_woken(intent, name, site, segments)
    return SiteAddresses(
        site=name,
        code=site.code,
        number=site.number,
        block=intent.trust.site_block(site.number),
        is_hub=name in intent.trust.hubs,
        public=_public_address(site),
        zones=tuple(
            ZoneAddresses(zone, tuple(sorted(prefixes))) for zone, prefixes in sorted(by_zone.items())
        ),
        origin=object_path("sites", name, "number"),
        circuits=tuple(
            (key, (circuit.ip or "").partition("/")[0] if circuit.address == "static" else "")
            for key, circuit in by_preference(site)
        ),
        block6=site_block6(intent.trust, site.number) if by_zone6 else None,
        zones6=tuple(
            ZoneAddresses(zone, tuple(sorted(prefixes))) for zone, prefixes in sorted(by_zone6.items())
        ),
        legacy=tuple(
            LegacyPlan(
                key, segments[key].zone, item.prefix, seen_prefix(intent, name, key, segments[key]),
                object_path("sites", name, "legacy", key),
            )
            for key, item in sorted(site.legacy.items())
        ),
        routing="static" if name in intent.trust.vpn.static_sites else intent.trust.vpn.routing,
        breakout=site.breakout,
        filters=_phase_filters(intent, site) if site.breakout != "local" else (),
        wakers=wakers,
        woken=woken,
    )  # fmt: skip


def _phase_filters(intent: Intent, site: Site) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(archetype_of(intent, site).filters.items()))


def _public_address(site: Site) -> str:
    for _, circuit in sorted(site.circuits.items()):
        if circuit.role == "primary" and circuit.address == "static" and circuit.ip:
            return circuit.ip.partition("/")[0]
    return ""
