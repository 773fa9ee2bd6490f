"""What a box does for its clients: leases and answers to names."""

from __future__ import annotations

import msgspec


class ObservedPool(msgspec.Struct, frozen=True):
    """A DHCP server pool. first/last are the leased range after exclusions; "" when not said.

    `lease_s` is the lease in seconds, 0 for one that never ends; `domain` is what clients are told.
    """

    name: str
    vrf: str
    prefix: str
    gateway: str
    first: str
    last: str
    dns: tuple[str, ...]
    line: int
    interface: str = ""
    lease_s: int = 0
    domain: str = ""
    boot_server: str = ""
    boot_file: str = ""
    #: Options that are lists of addresses: (number, addresses).
    options: tuple[tuple[int, tuple[str, ...]], ...] = ()
    #: (hardware address as 00:1a:2b:3c:4d:5e, address) of hosts that always get the same one.
    reservations: tuple[tuple[str, str], ...] = ()


class ObservedResolver(msgspec.Struct, frozen=True):
    """An interface whose hosts are answered for names (DNS).

    mode: all (domains that the box knows servers of, then its own resolvers) | forward (its own resolvers alone) | own
    (nothing but zones that the box holds itself). `dns_filter` looks at the names, "" without one.
    """

    interface: str
    mode: str
    line: int
    dns_filter: str = ""


class ObservedDomain(msgspec.Struct, frozen=True):
    """A domain that the box asks `servers` about, in their order, from `source`; no servers: it answers by itself."""

    domain: str
    servers: tuple[str, ...]
    source: str
    line: int
