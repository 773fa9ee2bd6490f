"""The firewall part of a box: interfaces, zones, objects, policies, filters, tunnels."""

from __future__ import annotations

import msgspec

from netgen.values import Prefix


class FirewallInterface(msgspec.Struct, frozen=True):
    """One layer-3 or aggregate interface.

    kind: wan (physical, circuit), lag (aggregate of `members`, no address), lan (a single physical
    port towards the core, no address), vlan (child of `parent`). `name` is vendor-neutral: the
    physical name for wan and lan, `core` for the aggregate, `vlan30` for a VLAN. mode: static |
    dhcp | none. Rates in kbit/s, 0 when unknown. `manage` allows management sessions here.
    """

    name: str
    kind: str
    description: str
    mode: str
    address: str
    length: int
    members: tuple[str, ...]
    parent: str
    vlan: int
    manage: bool
    priority: int
    gateway: str
    down_kbps: int
    up_kbps: int
    origin: str


class FirewallZone(msgspec.Struct, frozen=True):
    """A zone on this box and its interfaces (FirewallInterface.name or Tunnel.name).

    `name` is the matrix zone, `internet`, or `overlay`; `intrazone` lets its members talk.
    """

    name: str
    number: int
    members: tuple[str, ...]
    intrazone: bool
    title: str
    origin: str


class AddressObject(msgspec.Struct, frozen=True):
    """A named subnet."""

    name: str
    prefix: Prefix
    origin: str


class ServiceObject(msgspec.Struct, frozen=True):
    """A named service; ports as "443" or "5060-5061". `any_` is every protocol."""

    name: str
    tcp: tuple[str, ...]
    udp: tuple[str, ...]
    icmp: bool
    any_: bool
    origin: str


class Policy(msgspec.Struct, frozen=True):
    """An allow rule between two zones. Empty sources or destinations mean any address.

    `number` is stable and unique on the box. `filter` is "" or a WebFilter name.
    """

    number: int
    name: str
    from_zone: str
    to_zone: str
    sources: tuple[str, ...]
    destinations: tuple[str, ...]
    services: tuple[str, ...]
    filter: str
    nat: bool
    comment: str
    origin: str


class WebFilter(msgspec.Struct, frozen=True):
    """A web filter in vendor-neutral category keys (see the platform's map)."""

    name: str
    title: str
    block: tuple[str, ...]
    monitor: tuple[str, ...]
    safe_search: bool
    origin: str


class Tunnel(msgspec.Struct, frozen=True):
    """An IKEv2 IPsec tunnel (RFC 7296) with its own interface.

    `remote` is "" when the peer's address is not known (hub side of a dynamic circuit); then
    `peer_id` alone says who it is. Traffic selectors are the two prefixes.
    """

    name: str
    wan: str
    role: str
    remote: str
    local_id: str
    peer_id: str
    psk: str
    encryption: str
    prf: str
    dh_group: int
    local_address: str
    peer_address: str
    local_prefix: Prefix
    remote_prefix: Prefix
    origin: str


class FirewallPart(msgspec.Struct, frozen=True):
    """Everything a firewall does beyond being a managed box. Policies are in their final order."""

    interfaces: tuple[FirewallInterface, ...]
    zones: tuple[FirewallZone, ...]
    addresses: tuple[AddressObject, ...]
    services: tuple[ServiceObject, ...]
    policies: tuple[Policy, ...]
    filters: tuple[WebFilter, ...]
    tunnels: tuple[Tunnel, ...]
