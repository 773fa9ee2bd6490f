"""People who come in from elsewhere: the part of a firewall that ends their tunnels."""

from __future__ import annotations

import msgspec

from netgen.values import Prefix


class RemoteGroup(msgspec.Struct, frozen=True, gc=False):
    """People of one RADIUS group, in a zone of their own.

    `name` is the group as the RADIUS server sends it back with its answer: whoever has another one is refused.
    `interface` (`ra-22`, the zone's number) is where they come in, the one member of the zone. They get addresses
    `first` to `last` of `pool`, which is on no other interface. `is_full`: everything goes through the tunnel, else
    only what is in `RemoteAccess.inside`.
    """

    name: str
    number: int
    interface: str
    zone: str
    pool: Prefix
    first: str
    last: str
    is_full: bool
    origin: str


class RemoteAccess(msgspec.Struct, frozen=True, gc=False):
    """Where tunnels of people end: `wan` is the circuit's interface, which has a static address.

    People are known to the servers in `Management.radius` alone, never to the box. `name` is what their computers
    connect to; the certificate of that name in the box's store shows it. Their resolvers are `Management.dns`.
    A silent session ends after `idle_minutes`; after `session_hours` people log in again.
    """

    wan: str
    name: str
    certificate: str
    encryption: str
    prf: str
    dh_group: int
    idle_minutes: int
    session_hours: int
    inside: Prefix
    groups: tuple[RemoteGroup, ...]
    origin: str
