"""Zones, subnets, services and web filters as PAN-OS wants them."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from netgen.device import AddressObject, FirewallPart, Schedule, ServiceObject, WebFilter
from netgen.platforms.paloalto_panos import names
from netgen.platforms.paloalto_panos.names import InterfaceNames, listed
from netgen.platforms.paloalto_panos.web_categories import blocked_categories, logged_categories


class ZoneView(msgspec.Struct, frozen=True):
    """A layer 3 zone; `members` are ready to print. `is_guarded`: it has a circuit, hence flood protection."""

    name: str
    members: str
    is_guarded: bool
    origin: str


class AddressView(msgspec.Struct, frozen=True):
    """A subnet object."""

    name: str
    prefix: str
    origin: str


class ServiceView(msgspec.Struct, frozen=True):
    """A service object of one protocol; ports joined by commas."""

    name: str
    protocol: str
    ports: str
    origin: str


class ScheduleView(msgspec.Struct, frozen=True):
    """Weekly hours of some days."""

    name: str
    days: tuple[str, ...]
    hours: str
    origin: str


class DomainListView(msgspec.Struct, frozen=True):
    """A custom URL category: some domains with all below them."""

    name: str
    domains: str
    origin: str


class FilterView(msgspec.Struct, frozen=True):
    """A URL filtering profile; what it neither blocks nor logs does not exist."""

    name: str
    description: str
    block: str
    alert: str
    safe_search: bool
    origin: str


def zone_views(part: FirewallPart, interfaces: InterfaceNames) -> tuple[ZoneView, ...]:
    """The zones by number."""
    circuits = {item.name for item in part.interfaces if item.kind == "wan"}
    return tuple(
        ZoneView(
            name=zone.name,
            members=listed(tuple(interfaces[member] for member in zone.members)) if zone.members else "",
            is_guarded=not circuits.isdisjoint(zone.members),
            origin=zone.origin,
        )
        for zone in sorted(part.zones, key=lambda zone: (zone.number, zone.name))
    )


def address_views(addresses: tuple[AddressObject, ...]) -> tuple[AddressView, ...]:
    """The subnets by name."""
    return tuple(
        AddressView(names.address_name(item.name), str(item.prefix), item.origin)
        for item in sorted(addresses, key=lambda item: item.name)
    )


@lru_cache(maxsize=64)
def service_views(services: tuple[ServiceObject, ...]) -> tuple[ServiceView, ...]:
    """The services by name, one object for each protocol. ICMP is an application, `any` a built-in word."""
    return tuple(
        ServiceView(names.service_name(item.name, protocol), protocol, ",".join(ports), item.origin)
        for item in sorted(services, key=lambda item: item.name)
        if not item.any_
        for protocol, ports in (("tcp", item.tcp), ("udp", item.udp))
        if ports
    )


@lru_cache(maxsize=64)
def filter_views(filters: tuple[WebFilter, ...]) -> tuple[FilterView, ...]:
    """The filters by name, illegal categories always blocked."""
    return tuple(
        FilterView(
            name=names.web_filter_name(item.name),
            description=names.text(item.title) if item.title else "",
            block=listed((*_own(item, "deny"), *blocked_categories(item.block))),
            alert=listed((*_own(item, "allow"), *logged_categories(item.block, item.monitor))),
            safe_search=item.safe_search,
            origin=item.origin,
        )
        for item in sorted(filters, key=lambda item: item.name)
    )


def _own(item: WebFilter, kind: str) -> tuple[str, ...]:
    """The filter's own category of a kind, if it has one. PAN-OS asks those before its own."""
    domains = item.allow if kind == "allow" else item.deny
    return (names.domain_list_name(item.name, kind),) if domains else ()


@lru_cache(maxsize=64)
def domain_list_views(filters: tuple[WebFilter, ...]) -> tuple[DomainListView, ...]:
    """The domains that filters treat apart. The slash at the end keeps `example.com.attacker.net` out."""
    return tuple(
        DomainListView(
            names.domain_list_name(item.name, kind),
            listed(tuple(text for domain in domains for text in (f"*.{domain}/", f"{domain}/"))),
            item.origin,
        )
        for item in sorted(filters, key=lambda item: item.name)
        for kind, domains in (("allow", item.allow), ("deny", item.deny))
        if domains
    )


_DAYS = {
    "mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday",
    "sat": "saturday", "sun": "sunday",
}  # fmt: skip


def schedule_views(schedules: tuple[Schedule, ...]) -> tuple[ScheduleView, ...]:
    """The schedules by name."""
    return tuple(
        ScheduleView(
            names.schedule_name(item.name),
            tuple(long for short, long in _DAYS.items() if short in item.days),
            f"{item.start}-{item.end}",
            item.origin,
        )
        for item in sorted(schedules, key=lambda item: item.name)
    )
