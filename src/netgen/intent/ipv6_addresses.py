"""The second address plan: a /56 for each site number, a /64 for each place of a window in the site's block.

A place is the 256th part of the IPv4 block (a /26 of a /18), so that a segment's /64 is fixed by the window that the
standard gives it: adding, removing or resizing a segment, or giving another one IPv6, renumbers nothing.
"""

from __future__ import annotations

from netgen.intent.inventory import Intent
from netgen.intent.resolution import archetype_of, segments_of
from netgen.intent.standard import Segment
from netgen.intent.trust import Trust
from netgen.values import Prefix

#: Length of a site's IPv6 block: 256 subnets.
SITE_LENGTH = 56
SUBNET_LENGTH = 64
#: Room for eight addresses on a link between core and firewall, as in IPv4.
TRANSIT_LENGTH = 125
_PLACES = 256


def site_block6(trust: Trust, number: int) -> Prefix | None:
    """The /56 of a site number; None without IPv6. ValueError when the trust's prefix has no such /56."""
    plan = trust.addressing.ipv6
    return plan.ula.slot(number, SITE_LENGTH) if plan else None


def place_of(trust: Trust, window: Prefix) -> int:
    """Which of the 256 places of a site's block a window starts in."""
    return window.first * _PLACES >> (32 - trust.addressing.site_length)


def subnet6_of(intent: Intent, name: str, segment: Segment) -> Prefix | None:
    """The segment's /64 at a site; None where the segment or the trust asks for none."""
    block = site_block6(intent.trust, intent.sites[name].number) if segment.ipv6 else None
    return block.slot(place_of(intent.trust, segment.window), SUBNET_LENGTH) if block else None


def transit6_of(intent: Intent, name: str, zone: str) -> Prefix | None:
    """The link between a zone's VRF on the core and the firewall; None where nothing behind it has IPv6."""
    if not any(segment.zone == zone for segment in routed_segments6(intent, name)):
        return None
    block = site_block6(intent.trust, intent.sites[name].number)
    if block is None:
        return None
    window = block.slot(place_of(intent.trust, intent.trust.addressing.transit), SUBNET_LENGTH)
    return window.slot(intent.standard.zones[zone].number, TRANSIT_LENGTH)


def routed_segments6(intent: Intent, name: str) -> tuple[Segment, ...]:
    """The site's segments with IPv6 whose gateway is the core switch."""
    if archetype_of(intent, intent.sites[name]).topology != "routed-core":
        return ()
    return tuple(
        item
        for item in segments_of(intent, name).values()
        if item.ipv6 and item.gateway == "topology" and not item.management
    )
