"""Decide what all sites share: zones, matrix, services, every site's addresses, management.

Reads: Intent. Writes: TrustPlan.
"""

from __future__ import annotations

from collections.abc import Iterable

from netgen.blueprint import (
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
from netgen.intent import Intent, Site, Standard, Trust
from netgen.intent.resolution import pairs_of, segments_of, subnet_of
from netgen.values import Prefix, object_path

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
    return TrustPlan(
        trust=trust.trust,
        code=trust.code,
        supernet=trust.addressing.supernet,
        overlay=trust.addressing.overlay,
        hubs=trust.hubs,
        zones=_zones(standard),
        services=_services(standard),
        matrix=tuple(_matrix(standard)),
        filters=_filters(standard),
        management=_management(trust),
        management_zones=tuple(sorted(trust.administration.from_zones)),
        vpn_encryption=trust.vpn.proposal.encryption,
        vpn_prf=trust.vpn.proposal.prf,
        vpn_dh_group=int(trust.vpn.proposal.dh_group),
        sites=tuple(sorted([*sites, *elsewhere], key=lambda item: item.site)),
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


def _services(standard: Standard) -> tuple[ServicePlan, ...]:
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
    return tuple(sorted(found, key=lambda service: service.name))


def _matrix(standard: Standard) -> list[PairPolicy]:
    """Every ordered pair that may talk: the union of its rules, sorted by pair."""
    services: dict[tuple[str, str], dict[str, None]] = {}
    origins: dict[tuple[str, str], list[str]] = {}
    filters: dict[tuple[str, str], str] = {}
    for index, rule in enumerate(standard.policy):
        if not rule.allow:
            continue
        for pair in pairs_of(standard, rule):
            services.setdefault(pair, {}).update(dict.fromkeys(rule.allow))
            origins.setdefault(pair, []).append(object_path("standard", "policy", index))
            if rule.filter:
                filters[pair] = rule.filter
    return [
        PairPolicy(
            from_zone=pair[0],
            to_zone=pair[1],
            services=(ANY,) if ANY in names else tuple(sorted(names)),
            filter=filters.get(pair, ""),
            origins=tuple(origins[pair]),
            why=standard.policy[int(origins[pair][0].rpartition("/")[2])].why,
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
        )
        for name, item in sorted(standard.filters.items())
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
    )


def _addresses(intent: Intent, name: str, site: Site) -> SiteAddresses:
    by_zone: dict[str, list[Prefix]] = {}
    for segment in segments_of(intent, name).values():
        by_zone.setdefault(segment.zone, []).append(subnet_of(intent, name, segment))
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
    )


def _public_address(site: Site) -> str:
    for _, circuit in sorted(site.circuits.items()):
        if circuit.role == "primary" and circuit.address == "static" and circuit.ip:
            return circuit.ip.partition("/")[0]
    return ""
