"""Zones, objects, policies and tunnels as FortiOS wants them."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import msgspec

from netgen.device import (
    AddressObject,
    FirewallPart,
    Policy,
    Protection,
    ServiceObject,
    StaticRoute,
    Tunnel,
)
from netgen.platforms.fortinet_fortios import names
from netgen.platforms.fortinet_fortios.forward_view import forward_views
from netgen.platforms.fortinet_fortios.list_view import domain_rows
from netgen.platforms.fortinet_fortios.sdwan_view import zone_labels
from netgen.platforms.fortinet_fortios.translation_view import translation_views
from netgen.values import Prefix, placeholder

#: FortiOS 7.4 default distance of a route that IKE adds.
_IKE_ROUTE_DISTANCE = 15
#: FortiOS 7.4 default.
_BFD_MULTIPLIER = 3
_ADDRESS = re.compile(r"\d+(\.\d+){3}")
#: The profile of each kind that Fortinet ships.
RECOMMENDED = "default"
#: SSL/SSH profiles: reads names alone, opens sessions.
READS_NAMES, OPENS = "certificate-only", "tls-inspect"
#: The zone of the tunnels.
OVERLAY = "overlay"


class ZoneView(msgspec.Struct, frozen=True):
    """A zone; `members` are quoted names, ready to print."""

    name: str
    description: str
    intrazone: bool
    members: str
    origin: str


class AddressView(msgspec.Struct, frozen=True):
    """A subnet object."""

    name: str
    network: str
    netmask: str
    origin: str


class Ipv6AddressView(msgspec.Struct, frozen=True):
    """An IPv6 subnet object."""

    name: str
    prefix: str
    origin: str


class ServiceView(msgspec.Struct, frozen=True):
    """A service object: port ranges joined by spaces, or ICMP echo, or that of ICMPv6."""

    name: str
    tcp: str
    udp: str
    is_icmp: bool
    origin: str
    is_icmp6: bool = False


class PolicyView(msgspec.Struct, frozen=True):
    """A policy; the lists are quoted names, ready to print. Those of IPv6 are "" where it does not pass.

    `is_inspected`: one of the profiles is asked for. `tls`, `web_filter`, `ips` and `antivirus` are profiles or "";
    `group` is the group of people whom it holds for, or "". `pool` is the IP pool that sources are translated to, ""
    without.
    """

    number: int
    name: str
    from_zone: str
    to_zone: str
    is_allowed: bool
    sources: str
    destinations: str
    schedule: str
    is_bounded: bool
    services: str
    is_inspected: bool
    tls: str
    antivirus: str
    web_filter: str
    dns_filter: str
    ips: str
    nat: bool
    group: str
    pool: str
    comment: str
    origin: str
    sources6: str = ""
    destinations6: str = ""


class TunnelView(msgspec.Struct, frozen=True):
    """A tunnel: its two IKE phases and its interface.

    `is_dialup`: the peer's address is unknown, it calls us and IKE adds its route at `distance`
    (0: the default, 15). `certificate` and `ca` are names in the box's store, "" with a pre-shared key. `peer_name` is
    the common name of the peer's certificate. `is_routed`: BGP says what is behind it, so it carries everything and no
    route of IKE leads in. `tells_address`: the two ends tell each other their tunnel addresses in IKE, without which a
    dial-up tunnel is no way to a neighbour. A selector is "" for everything, the default. `bfd_ms` is 0 without BFD,
    `bfd_multiplier` 0 for the default, 3.
    """

    name: str
    wan: str
    is_dialup: bool
    remote: str
    local_id: str
    local_id_type: str
    peer_id: str
    secret: str
    certificate: str
    ca: str
    peer_name: str
    phase1_proposal: str
    phase2_proposal: str
    dh_group: int
    local_selector: str
    remote_selector: str
    local_address: str
    peer_address: str
    distance: int
    description: str
    origin: str
    is_routed: bool = False
    tells_address: bool = False
    bfd_ms: int = 0
    bfd_multiplier: int = 0


@lru_cache(maxsize=4096)
def _quoted(items: tuple[str, ...]) -> str:
    return " ".join(f'"{item}"' for item in items)


def zone_views(part: FirewallPart) -> tuple[ZoneView, ...]:
    """The zones by number; that of the circuits is no plain zone where SD-WAN steers."""
    labels = zone_labels(part)
    return tuple(
        ZoneView(
            name=labels[zone.name],
            description=names.plain(zone.title),
            intrazone=zone.intrazone,
            members=_quoted(tuple(names.interface_name(member) for member in zone.members)),
            origin=zone.origin,
        )
        for zone in sorted(part.zones, key=lambda zone: (zone.number, zone.name))
        if labels[zone.name] == names.zone_name(zone.name)
    )


def address_views(addresses: tuple[AddressObject, ...]) -> tuple[AddressView, ...]:
    """The subnets by name."""
    return tuple(
        AddressView(names.address_name(item.name), item.prefix.network, item.prefix.netmask, item.origin)
        for item in sorted(addresses, key=lambda item: item.name)
    )


def ipv6_address_views(addresses: tuple[AddressObject, ...]) -> tuple[Ipv6AddressView, ...]:
    """The IPv6 subnets by name; FortiOS keeps them in a table of their own."""
    return tuple(
        Ipv6AddressView(names.address_name(item.name), str(item.prefix), item.origin)
        for item in sorted(addresses, key=lambda item: item.name)
    )


def ipv6_services(part: FirewallPart) -> frozenset[str]:
    """The services that pass over IPv6 somewhere: their echo needs an ICMPv6 object beside that of ICMP."""
    return frozenset(name for policy in part.policies if policy.sources6 for name in policy.services)


@lru_cache(maxsize=64)
def service_views(
    services: tuple[ServiceObject, ...], over_ipv6: frozenset[str] = frozenset()
) -> tuple[ServiceView, ...]:
    """The services by name; ICMP becomes an object of its own and `any` is the built-in ALL."""
    views: list[ServiceView] = []
    for item in sorted(services, key=lambda item: item.name):
        if item.any_:
            continue
        if item.tcp or item.udp:
            name = names.service_name(item.name)
            views.append(
                ServiceView(name, " ".join(item.tcp), " ".join(item.udp), is_icmp=False, origin=item.origin)
            )
        if item.icmp:
            name = names.icmp_service_name(item.name)
            views.append(ServiceView(name, "", "", is_icmp=True, origin=item.origin))
            if item.name in over_ipv6:
                name = names.icmp6_service_name(item.name)
                views.append(ServiceView(name, "", "", is_icmp=False, origin=item.origin, is_icmp6=True))
    return tuple(views)


def policy_views(part: FirewallPart) -> tuple[PolicyView, ...]:
    """The policies in their own order. One without services is a logged deny, never an allow of all."""
    objects = {
        over_ipv6: {item.name: _service_objects(item, over_ipv6=over_ipv6) for item in part.services}
        for over_ipv6 in (False, True)
    }
    forwards: dict[str, list[str]] = {}
    for forward in forward_views(part):
        forwards.setdefault(forward.publication, []).append(forward.name)
    published = {name: _quoted(tuple(found)) for name, found in forwards.items()}
    mapped = {
        item.segment: _quoted(tuple(mapping.name for mapping in item.mappings))
        for item in translation_views(part)
    }
    refused = names.FEEDS_FILTER if domain_rows(part.lists) else ""
    labels = zone_labels(part)
    opened = frozenset(item.name for item in part.filters if item.inspect)
    return tuple(
        _policy_view(
            policy,
            objects[bool(policy.sources6)],
            published,
            mapped,
            labels,
            part.protection,
            refused,
            opened,
        )
        for policy in part.policies
    )


def _service_objects(service: ServiceObject, *, over_ipv6: bool) -> tuple[str, ...]:
    if service.any_:
        return (names.ANY_SERVICE,)
    found: list[str] = []
    if service.tcp or service.udp:
        found.append(names.service_name(service.name))
    if service.icmp:
        found.append(names.icmp_service_name(service.name))
        if over_ipv6:
            found.append(names.icmp6_service_name(service.name))
    return tuple(found)


def _policy_view(
    policy: Policy,
    objects: dict[str, tuple[str, ...]],
    published: dict[str, str],
    mapped: dict[str, str],
    labels: dict[str, str],
    protection: Protection,
    refused_domains: str,
    opened: frozenset[str],
) -> PolicyView:
    services = tuple(name for service in policy.services for name in objects[service])
    is_allowed = bool(services)
    if names.ANY_SERVICE in services or not is_allowed:
        services = (names.ANY_SERVICE,)
    filtered = policy.filter if is_allowed else ""
    is_protected = policy.protected and is_allowed
    dns_filter = refused_domains if is_protected and policy.nat else ""
    looks = is_protected and (protection.ips or protection.antivirus or bool(dns_filter))
    pool = names.pool_name(policy.translation) if policy.translation and policy.to_zone == OVERLAY else ""
    return PolicyView(
        number=policy.number,
        name=names.policy_name(policy.number, policy.name),
        from_zone=labels.get(policy.from_zone, names.zone_name(policy.from_zone)),
        to_zone=labels.get(policy.to_zone, names.zone_name(policy.to_zone)),
        is_allowed=is_allowed,
        sources=_address_list(policy.sources, policy.source_lists),
        destinations=_destinations(policy, published, mapped),
        schedule=names.schedule_name(policy.schedule) if policy.schedule else names.ANY_TIME,
        is_bounded=bool(policy.schedule) and is_allowed,
        services=_quoted(services),
        is_inspected=bool(filtered) or looks,
        tls="" if not filtered and not looks else OPENS if filtered in opened else READS_NAMES,
        antivirus=RECOMMENDED if is_protected and protection.antivirus else "",
        web_filter=names.web_filter_name(filtered) if filtered else "",
        dns_filter=names.dns_filter_name(filtered) if filtered else dns_filter,
        ips=RECOMMENDED if is_protected and protection.ips else "",
        nat=(policy.nat or bool(pool)) and is_allowed,
        pool=pool if is_allowed else "",
        group=names.user_group_name(policy.group) if policy.group else "",
        comment=names.plain(policy.comment),
        origin=policy.origin,
        # Never `all`: an empty list of IPv6 means that no IPv6 passes.
        sources6=_address_list(policy.sources6, ()) if policy.sources6 else "",
        destinations6=_address_list(policy.destinations6, ()) if policy.sources6 else "",
    )


def _destinations(policy: Policy, published: dict[str, str], mapped: dict[str, str]) -> str:
    """A policy names the virtual IP of what is translated on the way in, also where it refuses.

    A refusal of all destinations would not see such traffic (`match-vip`).
    """
    if policy.publication:
        return published[policy.publication]
    if policy.translation and policy.from_zone == OVERLAY:
        return mapped[policy.translation]
    return _address_list(policy.destinations, policy.destination_lists)


@lru_cache(maxsize=1024)
def _address_list(items: tuple[str, ...], lists: tuple[str, ...]) -> str:
    """The subnets of a zone, which stand in many policies of a firewall."""
    found = (*(names.address_name(item) for item in items), *lists)
    return _quoted(found or (names.ANY_ADDRESS,))


def tunnel_views(part: FirewallPart, routes: tuple[StaticRoute, ...]) -> tuple[TunnelView, ...]:
    """The tunnels by name. A distance of the routes of IKE is said where another tunnel leads there too."""
    tunnels = part.tunnels
    moving = {item.name for item in part.interfaces if item.kind == "wan" and item.mode != "static"}
    bfd = part.bgp.bfd if part.bgp else None
    distances = {route.interface: route.distance for route in routes}
    ways = Counter(tunnel.remote_prefix for tunnel in tunnels)
    for tunnel in tunnels:
        if not tunnel.remote and ways[tunnel.remote_prefix] > 1:
            distances.setdefault(tunnel.name, tunnel.distance)
    common = _common_names(tunnels)
    found = []
    for tunnel in sorted(tunnels, key=lambda tunnel: tunnel.name):
        view = _tunnel_view(
            tunnel, distances.get(tunnel.name, _IKE_ROUTE_DISTANCE), common.get(tunnel.remote_prefix, "")
        )
        if tunnel.routing == "bgp":
            view = msgspec.structs.replace(
                view,
                distance=0,
                is_routed=True,
                tells_address=not tunnel.remote or tunnel.wan in moving,
                bfd_ms=bfd.interval_ms if bfd else 0,
                bfd_multiplier=bfd.multiplier if bfd and bfd.multiplier != _BFD_MULTIPLIER else 0,
            )
        found.append(view)
    return tuple(found)


def _common_names(tunnels: tuple[Tunnel, ...]) -> dict[Prefix, str]:
    """The common name of each far side's certificate: the first of its identities.

    A box has one certificate and a name for each circuit: the others are alternative names of the certificate, which
    FortiOS holds against the identity by itself (`cert-id-validation`, RFC 4945).
    """
    found: dict[Prefix, str] = {}
    for tunnel in sorted(tunnels, key=lambda item: (len(item.peer_id), item.peer_id)):
        if tunnel.certificate:
            found.setdefault(tunnel.remote_prefix, tunnel.peer_id)
    return found


def _tunnel_view(tunnel: Tunnel, distance: int, peer_name: str) -> TunnelView:
    cipher = tunnel.encryption.replace("-", "")
    return TunnelView(
        name=names.interface_name(tunnel.name),
        wan=tunnel.wan,
        is_dialup=not tunnel.remote,
        remote=tunnel.remote,
        local_id=tunnel.local_id,
        local_id_type="address" if _ADDRESS.fullmatch(tunnel.local_id) else "fqdn",
        peer_id=tunnel.peer_id,
        secret=placeholder(tunnel.psk) if tunnel.psk else "",
        certificate=tunnel.certificate,
        ca=tunnel.ca,
        peer_name=peer_name,
        phase1_proposal=f"{cipher}-prf{tunnel.prf}",
        phase2_proposal=cipher,
        dh_group=tunnel.dh_group,
        local_selector=_selector(tunnel.local_selector),
        remote_selector=_selector(tunnel.remote_selector),
        local_address=tunnel.local_address,
        peer_address=tunnel.peer_address,
        distance=0 if distance == _IKE_ROUTE_DISTANCE else distance,
        description=names.plain(f"{tunnel.role} {tunnel.name}"),
        origin=tunnel.origin,
    )


def _selector(prefix: Prefix) -> str:
    return f"{prefix.network} {prefix.netmask}" if prefix.length else ""
