"""Where a FortiGate answers for names, and which domains it asks other servers about."""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart, Management
from netgen.platforms.fortinet_fortios.list_view import domain_rows
from netgen.platforms.fortinet_fortios.names import FEEDS_FILTER, FORWARDED, interface_name


class ResolverView(msgspec.Struct, frozen=True):
    """An interface that answers. `forwards_all`: it has no domains to look at.

    `filter` is "" without feeds of domains.
    """

    interface: str
    forwards_all: bool
    filter: str
    origin: str


class DomainView(msgspec.Struct, frozen=True):
    """A domain of other servers, which are quoted and ready to print."""

    name: str
    domain: str
    servers: str
    source: str
    origin: str


def resolver_views(part: FirewallPart) -> tuple[ResolverView, ...]:
    """The answering interfaces by VLAN."""
    asked = sorted((item for item in part.interfaces if item.dns_clients), key=lambda item: item.vlan)
    refused = FEEDS_FILTER if domain_rows(part.lists) else ""
    return tuple(
        ResolverView(interface_name(item.name), not part.domains, refused, item.origin) for item in asked
    )


def domain_views(part: FirewallPart, management: Management) -> tuple[DomainView, ...]:
    """The domains by name."""
    return tuple(
        DomainView(
            name=f"{FORWARDED}{item.name}",
            domain=item.name,
            servers=" ".join(f'"{host}"' for host in item.servers),
            source=management.address,
            origin=item.origin,
        )
        for item in part.domains
    )
