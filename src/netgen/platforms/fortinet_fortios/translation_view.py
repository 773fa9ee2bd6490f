"""Old addresses of a school, seen as others beyond the tunnels: a pool on the way out, virtual IPs on the way in.

FortiOS 7.4 administration guide, "Site-to-site VPN with overlapping subnets": a pool of fixed port ranges with as many
addresses inside as outside gives each host its own, and virtual IPs of ranges lead back. A virtual IP belongs to one
tunnel each: one of all interfaces would also translate what the hosts send to the internet. A mapped range holds no
address of an interface, so both begin behind the gateway.
"""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart, Translation
from netgen.platforms.fortinet_fortios import names

#: Place of the first host: the gateway, which may be the box itself, has the one before.
_FIRST = 2


class MappingView(msgspec.Struct, frozen=True):
    """A virtual IP of a range of addresses on one tunnel."""

    name: str
    interface: str


class TranslationView(msgspec.Struct, frozen=True):
    """First and last host, inside and outside. `pool` is the name of the IP pool."""

    segment: str
    pool: str
    first_inside: str
    last_inside: str
    first_outside: str
    last_outside: str
    mappings: tuple[MappingView, ...]
    origin: str


def translation_views(part: FirewallPart) -> tuple[TranslationView, ...]:
    """The translations by name."""
    tunnels = [names.interface_name(item.name) for item in part.tunnels if item.role != "partner"]
    return tuple(
        _view(item, sorted(tunnels)) for item in sorted(part.translations, key=lambda item: item.name)
    )


def _view(item: Translation, tunnels: list[str]) -> TranslationView:
    last = item.inside.size - 2
    return TranslationView(
        segment=item.name,
        pool=names.pool_name(item.name),
        first_inside=item.inside.address(_FIRST),
        last_inside=item.inside.address(last),
        first_outside=item.outside.address(_FIRST),
        last_outside=item.outside.address(last),
        mappings=tuple(MappingView(names.mapping_name(item.name, tunnel), tunnel) for tunnel in tunnels),
        origin=item.origin,
    )
