"""Security rules, made from the policies between zones in their own order."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from netgen.device import FirewallPart, FirewallZone, Policy, Protection, ServiceObject
from netgen.platforms.paloalto_panos import names
from netgen.platforms.paloalto_panos.list_view import DOMAINS_PROFILE, list_words
from netgen.platforms.paloalto_panos.names import ANY, listed
from netgen.platforms.paloalto_panos.web_categories import illegal_categories

#: UDP ports of QUIC: HTTP/3 hides the name of a page from a filter that decrypts nothing.
_QUIC_PORTS = (80, 443)


class RuleView(msgspec.Struct, frozen=True):
    """A security rule; lists are ready to print. `kind` is "" for universal, else `intrazone`.

    `profiles` are (kind of profile, name) of what looks into the session; `schedule` is "" for always.
    """

    name: str
    kind: str
    from_zones: str
    to_zones: str
    sources: str
    destinations: str
    applications: str
    services: str
    action: str
    description: str
    origin: str
    category: str = ANY
    schedule: str = ""
    profiles: tuple[tuple[str, str], ...] = ()


class _Flows(msgspec.Struct, frozen=True):
    """The services of a policy in PAN-OS words: objects by port, and what only an application can say."""

    objects: tuple[str, ...]
    has_ping: bool
    is_any: bool
    may_be_quic: bool


def intrazone_rules(zones: tuple[FirewallZone, ...]) -> tuple[RuleView, ...]:
    """The zones whose members may talk; the default rule denies the rest."""
    return tuple(
        RuleView(
            name=f"intrazone.{zone.name}", kind="intrazone", from_zones=zone.name, to_zones=zone.name,
            sources=ANY, destinations=ANY, applications=ANY, services=ANY, action="allow", description="",
            origin=zone.origin,
        )
        for zone in sorted(zones, key=lambda zone: (zone.number, zone.name))
        if zone.intrazone
    )  # fmt: skip


def policy_rules(part: FirewallPart) -> tuple[RuleView, ...]:
    """The policies in their own order. One without services is a logged deny, never an allow of all.

    A rule allows what both its application and its service say, so ping needs a rule of its own.
    """
    services = {item.name: item for item in part.services}
    return tuple(
        rule
        for policy in part.policies
        for rule in _rules(policy, part, _flows(tuple(services[name] for name in policy.services)))
    )


@lru_cache(maxsize=1024)
def _flows(services: tuple[ServiceObject, ...]) -> _Flows:
    """`any` among them is everything."""
    is_any = any(item.any_ for item in services)
    objects = tuple(
        names.service_name(item.name, protocol)
        for item in services
        for protocol, ports in (("tcp", item.tcp), ("udp", item.udp))
        if ports
    )
    return _Flows(
        objects=() if is_any else objects,
        has_ping=not is_any and any(item.icmp for item in services),
        is_any=is_any,
        may_be_quic=is_any or any(_has_quic(item) for item in services),
    )


def _has_quic(service: ServiceObject) -> bool:
    bounds = [ports.partition("-") for ports in service.udp]
    return any(int(first) <= port <= int(last or first) for first, _, last in bounds for port in _QUIC_PORTS)


def _rules(policy: Policy, part: FirewallPart, flows: _Flows) -> list[RuleView]:
    name = names.rule_name(policy.number, policy.name)
    allow = RuleView(
        name=name,
        kind="",
        from_zones=policy.from_zone,
        to_zones=policy.to_zone,
        # One rule matches both families: no packet has an IPv4 source and an IPv6 destination.
        sources=address_list(
            (*policy.sources, *policy.sources6), list_words(policy.source_lists, part.lists)
        ),
        destinations=_destinations(policy, part),
        applications=ANY,
        services=listed(flows.objects) if flows.objects else ANY,
        action="allow",
        description=names.text(policy.comment) if policy.comment else "",
        origin=policy.origin,
        schedule=names.schedule_name(policy.schedule) if policy.schedule else "",
        profiles=_profiles(
            policy, part.protection, has_feeds=any(item.kind == "domains" for item in part.lists)
        ),
    )
    change = msgspec.structs.replace
    if not (flows.objects or flows.has_ping or flows.is_any):
        return [change(allow, action="deny", profiles=())]
    found: list[RuleView] = []
    if any(item.name == policy.filter and item.allow for item in part.filters):
        illegal = listed(illegal_categories())
        found.append(change(allow, name=f"{name}.illegal", category=illegal, action="deny", profiles=()))
    if policy.filter and flows.may_be_quic:
        found.append(
            change(allow, name=f"{name}.quic", applications="quic", services=ANY, action="deny", profiles=())
        )
    if flows.objects or flows.is_any:
        found.append(allow)
    if flows.has_ping:
        echo = listed(("ping", "ping6")) if policy.sources6 else "ping"
        found.append(change(allow, name=f"{name}.ping", applications=echo, services="application-default"))
    return found


def _profiles(policy: Policy, protection: Protection, *, has_feeds: bool) -> tuple[tuple[str, str], ...]:
    """What looks into the sessions of a policy: the maker's own strict and default profiles, feeds, and the filter."""
    found: list[tuple[str, str]] = []
    if policy.protected and has_feeds:
        found.append(("spyware", DOMAINS_PROFILE))
    elif policy.protected and protection.ips:
        found.append(("spyware", "strict"))
    if policy.protected and protection.ips:
        found.append(("vulnerability", "strict"))
    if policy.protected and protection.antivirus:
        found.append(("virus", "default"))
    if policy.filter:
        found.append(("url-filtering", names.web_filter_name(policy.filter)))
    return tuple(sorted(found))


def _destinations(policy: Policy, part: FirewallPart) -> str:
    """A rule asks for the address before translation, and for the zone after it."""
    for item in part.publications:
        if item.name == policy.publication:
            return f"{item.outside}/32"
    named = (*policy.destinations, *policy.destinations6)
    return address_list(named, list_words(policy.destination_lists, part.lists))


@lru_cache(maxsize=1024)
def address_list(items: tuple[str, ...], lists: tuple[str, ...] = ()) -> str:
    """The subnets of a zone, which stand in many policies of a firewall, and lists from elsewhere."""
    return listed((*(names.address_name(item) for item in items), *lists) or (ANY,))
