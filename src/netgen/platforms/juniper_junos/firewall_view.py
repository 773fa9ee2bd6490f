"""Objects, policies, address translation, web filters and tunnels as an SRX wants them."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from netgen.device import (
    FirewallPart,
    Policy,
    Protection,
    Publication,
    Schedule,
    ServiceObject,
    Tunnel,
    WebFilter,
)
from netgen.platforms.juniper_junos import names
from netgen.platforms.juniper_junos.bgp_view import source_filter
from netgen.platforms.juniper_junos.names import listed, object_name, quoted
from netgen.platforms.juniper_junos.web_categories import enhanced_actions
from netgen.values import placeholder

_EVERYWHERE = "0.0.0.0/0"
_ANY = "any"


class AddressView(msgspec.Struct, frozen=True):
    """An entry of the address book."""

    name: str
    prefix: str
    origin: str


class ApplicationView(msgspec.Struct, frozen=True):
    """An application: one protocol and, for TCP and UDP, one port or range."""

    name: str
    protocol: str
    port: str
    origin: str


class ServiceView(msgspec.Struct, frozen=True):
    """A service: an application set of its name, and the applications in it."""

    name: str
    applications: tuple[ApplicationView, ...]
    origin: str


class PolicyView(msgspec.Struct, frozen=True):
    """A policy of one pair of zones. Lists are ready to print; `services` are (kind, name) of what looks into it."""

    name: str
    description: str
    sources: str
    destinations: str
    applications: str
    is_allowed: bool
    services: tuple[tuple[str, str], ...]
    schedule: str
    origin: str


class ContextView(msgspec.Struct, frozen=True):
    """The policies from one zone to another, in order. Pairs do not overlap, so order among them has no meaning."""

    from_zone: str
    to_zone: str
    policies: tuple[PolicyView, ...]
    origin: str


class NatRuleView(msgspec.Struct, frozen=True):
    """A rule that hides its sources behind the address of the circuit that the traffic leaves by."""

    name: str
    sources: str
    origin: str


class NatView(msgspec.Struct, frozen=True):
    """The translation rules of one pair of zones."""

    name: str
    from_zone: str
    to_zone: str
    rules: tuple[NatRuleView, ...]
    origin: str


class ForwardRuleView(msgspec.Struct, frozen=True):
    """The ports of one protocol that a publication translates, as `443` or `8000 to 8010`.

    `sources` are the prefixes whose packets alone are translated, as one word or a list; "" for everybody's.
    """

    name: str
    protocol: str
    ports: tuple[str, ...]
    sources: str = ""


class ForwardView(msgspec.Struct, frozen=True):
    """A publication. `needs_arp`: the outside address is not the circuit's own, so the box must answer for it."""

    name: str
    interface: str
    outside: str
    inside: str
    rules: tuple[ForwardRuleView, ...]
    needs_arp: bool
    origin: str


class StaticNatView(msgspec.Struct, frozen=True):
    """Old addresses of a segment, and what the tunnels see in their place: static NAT works both ways."""

    name: str
    outside: str
    inside: str
    origin: str


class ScheduleView(msgspec.Struct, frozen=True):
    """When a policy holds: English weekdays, local time."""

    name: str
    days: tuple[str, ...]
    start: str
    end: str
    origin: str


class FilterView(msgspec.Struct, frozen=True):
    """A web filter: a profile, and the content security policy of the same name."""

    name: str
    categories: tuple[tuple[str, str], ...]
    safe_search: bool
    origin: str


class ProposalView(msgspec.Struct, frozen=True):
    """A suite that the ESP of tunnels shares."""

    name: str
    encryption: str
    group: str
    origin: str


class SuiteView(msgspec.Struct, frozen=True):
    """A suite of IKE: the same, and how the two sides know each other."""

    name: str
    method: str
    encryption: str
    group: str
    origin: str


class AuthorityView(msgspec.Struct, frozen=True):
    """A certificate authority whose certificates peers may show."""

    name: str
    origin: str


class TunnelView(msgspec.Struct, frozen=True):
    """A tunnel. `remote` is "" when the peer has no fixed address: then it calls us and is known by `peer_id`.

    `certificate` and `ca` are "" with a pre-shared key, else `secret` is "". `source_filter` is the filter on its
    unit where BGP says what lies behind it; then it has no selectors and carries everything. "" for others.
    """

    name: str
    unit: int
    description: str
    suite: str
    proposal: str
    remote: str
    external: str
    local_kind: str
    local_id: str
    peer_kind: str
    peer_id: str
    secret: str
    certificate: str
    ca: str
    address: str
    local_prefix: str
    remote_prefix: str
    preference: int
    origin: str
    source_filter: str = ""


def address_views(part: FirewallPart) -> tuple[AddressView, ...]:
    """The subnets and the inside addresses of publications by name."""
    found = [
        AddressView(item.name, str(item.prefix), item.origin) for item in (*part.addresses, *part.addresses6)
    ]
    found += [
        AddressView(names.publication_name(item.name), f"{item.inside}/32", item.origin)
        for item in part.publications
    ]
    return tuple(sorted(found, key=lambda item: item.name))


def ipv6_services(part: FirewallPart) -> frozenset[str]:
    """The services that pass over IPv6 somewhere: their echo is ICMPv6 too."""
    return frozenset(name for policy in part.policies if policy.sources6 for name in policy.services)


@lru_cache(maxsize=64)
def service_views(
    services: tuple[ServiceObject, ...], over_ipv6: frozenset[str] = frozenset()
) -> tuple[ServiceView, ...]:
    """The services by name; `any` is built in, and a service of nothing is no service."""
    return tuple(
        ServiceView(item.name, applications, item.origin)
        for item in sorted(services, key=lambda item: item.name)
        if not item.any_ and (applications := _applications(item, over_ipv6=item.name in over_ipv6))
    )


def _applications(item: ServiceObject, *, over_ipv6: bool = False) -> tuple[ApplicationView, ...]:
    found = [
        ApplicationView(f"{item.name}-{protocol}-{port}", protocol, port, item.origin)
        for protocol, ports in (("tcp", item.tcp), ("udp", item.udp))
        for port in ports
    ]
    if item.icmp:
        found.append(ApplicationView(f"{item.name}-icmp", "icmp", "", item.origin))
        if over_ipv6:
            found.append(ApplicationView(f"{item.name}-icmp6", "icmp6", "", item.origin))
    return tuple(found)


def context_views(part: FirewallPart) -> tuple[ContextView, ...]:
    """The policies by pair of zones, pairs in the order of their first policy.

    A zone whose members may talk has a policy to itself first: Junos denies that traffic otherwise.
    """
    services = {item.name: item for item in part.services}
    pairs: dict[tuple[str, str], list[PolicyView]] = {}
    for zone in part.zones:
        if zone.intrazone:
            pairs[zone.name, zone.name] = [
                PolicyView(
                    "intrazone",
                    "",
                    _ANY,
                    _ANY,
                    _ANY,
                    is_allowed=True,
                    services=(),
                    schedule="",
                    origin=zone.origin,
                )
            ]
    for policy in part.policies:
        pairs.setdefault((policy.from_zone, policy.to_zone), []).append(
            _policy_view(policy, services, part.protection)
        )
    return tuple(
        ContextView(source, target, tuple(policies), policies[0].origin)
        for (source, target), policies in pairs.items()
    )


def _policy_view(policy: Policy, services: dict[str, ServiceObject], protection: Protection) -> PolicyView:
    """One without services is a logged deny, never an allow of all."""
    wanted = [services[name] for name in policy.services]
    is_any = any(item.any_ for item in wanted)
    applications = tuple(item.name for item in wanted if item.any_ or _applications(item))
    is_allowed = bool(applications)
    return PolicyView(
        name=object_name(policy.name),
        description=quoted(policy.comment) if policy.comment else "",
        # One policy matches both families: no packet has an IPv4 source and an IPv6 destination.
        sources=listed((*policy.sources, *policy.source_lists, *policy.sources6) or (_ANY,)),
        destinations=_destinations(policy),
        applications=_ANY if is_any or not is_allowed else listed(applications),
        is_allowed=is_allowed,
        services=_looking(policy, protection) if is_allowed else (),
        schedule=policy.schedule,
        origin=policy.origin,
    )


def _looking(policy: Policy, protection: Protection) -> tuple[tuple[str, str], ...]:
    """What looks into the sessions of a policy: attacks, then viruses and pages, which are one policy."""
    found: list[tuple[str, str]] = []
    if policy.protected and protection.ips:
        found.append(("idp-policy", names.RECOMMENDED))
    if policy.filter:
        found.append(("utm-policy", names.web_filter_name(policy.filter)))
    elif policy.protected and protection.antivirus:
        found.append(("utm-policy", names.ANTIVIRUS_ONLY))
    return tuple(found)


def _destinations(policy: Policy) -> str:
    """A publication is matched by its inside address: policies see what translation has left."""
    if policy.publication:
        return names.publication_name(policy.publication)
    return listed((*policy.destinations, *policy.destination_lists, *policy.destinations6) or (_ANY,))


def nat_views(part: FirewallPart) -> tuple[NatView, ...]:
    """Source translation for every pair of zones that has a policy with it."""
    prefixes = {item.name: str(item.prefix) for item in part.addresses}
    pairs: dict[tuple[str, str], list[NatRuleView]] = {}
    for policy in part.policies:
        if policy.nat and policy.services:
            sources = tuple(prefixes[name] for name in policy.sources) or (_EVERYWHERE,)
            rule = NatRuleView(
                f"{object_name(policy.name)}-{policy.number}"[-63:], listed(sources), policy.origin
            )
            pairs.setdefault((policy.from_zone, policy.to_zone), []).append(rule)
    return tuple(
        NatView(object_name(f"{source}-to-{target}"), source, target, tuple(rules), rules[0].origin)
        for (source, target), rules in pairs.items()
    )


def static_nat_views(part: FirewallPart) -> tuple[StaticNatView, ...]:
    """The translations by name."""
    return tuple(
        StaticNatView(names.legacy_name(item.name), str(item.outside), str(item.inside), item.origin)
        for item in sorted(part.translations, key=lambda item: item.name)
    )


def forward_views(part: FirewallPart, logical: dict[str, str]) -> tuple[ForwardView, ...]:
    """The publications by name."""
    services = {item.name: item for item in part.services}
    own = {item.name: item.address for item in part.interfaces}
    sources = _published_sources(part)
    return tuple(
        ForwardView(
            name=names.publication_name(item.name),
            interface=logical[item.interface],
            outside=f"{item.outside}/32",
            inside=f"{item.inside}/32",
            rules=_forward_rules(
                item, [services[name] for name in item.services], sources.get(item.name, ())
            ),
            needs_arp=item.outside != own.get(item.interface, ""),
            origin=item.origin,
        )
        for item in sorted(part.publications, key=lambda item: item.name)
    )


#: Prefixes that one NAT rule names. The model says no limit; a rule more costs nothing, a refused commit much.
_SOURCES_OF_A_RULE = 8


def _published_sources(part: FirewallPart) -> dict[str, tuple[str, ...]]:
    """Publication to the prefixes that may reach it; absent where everybody may.

    A policy comes after the translation and sees the server's own address, by whichever circuit a packet came. So two
    publications of one server on two circuits are told apart by what is translated.
    """
    prefixes = {item.name: str(item.prefix) for item in part.addresses}
    return {
        policy.publication: tuple(prefixes[name] for name in policy.sources)
        for policy in part.policies
        if policy.publication and policy.services and policy.sources
    }


def _forward_rules(
    item: Publication, services: list[ServiceObject], sources: tuple[str, ...]
) -> tuple[ForwardRuleView, ...]:
    by_protocol = {
        "tcp": tuple(dict.fromkeys(port for service in services for port in service.tcp)),
        "udp": tuple(dict.fromkeys(port for service in services for port in service.udp)),
    }
    places = range(0, max(len(sources), 1), _SOURCES_OF_A_RULE)
    return tuple(
        ForwardRuleView(
            f"{names.publication_name(item.name)}-{protocol}" + (f"-{place}" if place else ""),
            protocol,
            tuple(port.replace("-", " to ") for port in ports),
            listed(sources[place : place + _SOURCES_OF_A_RULE]) if sources else "",
        )
        for protocol, ports in by_protocol.items()
        if ports
        for place in places
    )


_DAYS = {
    "mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday", "sat": "saturday",
    "sun": "sunday",
}  # fmt: skip


def schedule_views(schedules: tuple[Schedule, ...]) -> tuple[ScheduleView, ...]:
    """The schedules by name, days in the order of the week."""
    return tuple(
        ScheduleView(
            item.name,
            tuple(word for day, word in _DAYS.items() if day in item.days),
            item.start,
            item.end,
            item.origin,
        )
        for item in sorted(schedules, key=lambda item: item.name)
    )


@lru_cache(maxsize=64)
def filter_views(filters: tuple[WebFilter, ...]) -> tuple[FilterView, ...]:
    """The filters by name, illegal categories always blocked as far as they have a name."""
    return tuple(
        FilterView(
            names.web_filter_name(item.name),
            enhanced_actions(item.block, item.monitor),
            item.safe_search,
            item.origin,
        )
        for item in sorted(filters, key=lambda item: item.name)
    )


def proposal_views(tunnels: tuple[Tunnel, ...]) -> tuple[ProposalView, ...]:
    """Each suite once."""
    found = {
        _suite(tunnel): ProposalView(
            _suite(tunnel), _cipher(tunnel.encryption), f"group{tunnel.dh_group}", tunnel.origin
        )
        for tunnel in sorted(tunnels, key=lambda tunnel: tunnel.name, reverse=True)
    }
    return tuple(found[name] for name in sorted(found))


def suite_views(tunnels: tuple[Tunnel, ...]) -> tuple[SuiteView, ...]:
    """Each suite of IKE once; signatures have a proposal of their own."""
    found = {
        _ike_suite(tunnel): SuiteView(
            _ike_suite(tunnel),
            "rsa-signatures" if tunnel.certificate else "pre-shared-keys",
            _cipher(tunnel.encryption),
            f"group{tunnel.dh_group}",
            tunnel.origin,
        )
        for tunnel in sorted(tunnels, key=lambda tunnel: tunnel.name, reverse=True)
    }
    return tuple(found[name] for name in sorted(found))


def authority_views(tunnels: tuple[Tunnel, ...]) -> tuple[AuthorityView, ...]:
    """The authorities of tunnels by name."""
    found: dict[str, AuthorityView] = {}
    for tunnel in tunnels:
        if tunnel.certificate:
            found.setdefault(tunnel.ca, AuthorityView(tunnel.ca, tunnel.origin))
    return tuple(found[name] for name in sorted(found))


def _suite(tunnel: Tunnel) -> str:
    return names.proposal_name(tunnel.encryption, tunnel.prf, tunnel.dh_group)


def _ike_suite(tunnel: Tunnel) -> str:
    return f"{_suite(tunnel)}-rsa" if tunnel.certificate else _suite(tunnel)


def _cipher(encryption: str) -> str:
    """`aes256-gcm` as Junos spells it: `aes-256-gcm`."""
    return encryption.replace("aes", "aes-", 1)


def tunnel_views(
    tunnels: tuple[Tunnel, ...], units: dict[str, int], logical: dict[str, str]
) -> tuple[TunnelView, ...]:
    """The tunnels by name."""
    return tuple(
        TunnelView(
            name=names.tunnel_name(tunnel.name),
            unit=units[tunnel.name],
            description=quoted(f"{tunnel.role} {tunnel.name}"),
            suite=_ike_suite(tunnel),
            proposal=_suite(tunnel),
            remote=tunnel.remote,
            external=logical[tunnel.wan],
            local_kind=names.identity_kind(tunnel.local_id),
            local_id=tunnel.local_id,
            peer_kind=names.identity_kind(tunnel.peer_id),
            peer_id=tunnel.peer_id,
            secret="" if tunnel.certificate else placeholder(tunnel.psk),
            certificate=tunnel.certificate,
            ca=tunnel.ca,
            address=f"{tunnel.local_address}/31",
            local_prefix=str(tunnel.local_selector),
            remote_prefix=str(tunnel.remote_selector),
            preference=tunnel.distance,
            origin=tunnel.origin,
            source_filter=source_filter(tunnel),
        )
        for tunnel in sorted(tunnels, key=lambda tunnel: tunnel.name)
    )
