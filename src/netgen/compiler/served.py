"""What the firewall itself answers to hosts of a segment, and at which of its addresses.

Reads: segments of the standard, SegmentPlans, TransitPlans. Writes: `SegmentPlan.time_server`, with its DHCP option,
and `SegmentPlan.resolver`.

Hosts behind a core that routes reach the firewall at its end of their own zone's transit: so nobody crosses into
another zone for it, and every box of a school asks the same firewall.
"""

from __future__ import annotations

import msgspec

from netgen.blueprint import DhcpOptionPlan, SegmentPlan, TransitPlan
from netgen.intent import Intent

#: RFC 2132, section 8.3.
_TIME_SERVERS = 42


def served_segments(
    intent: Intent, segments: tuple[SegmentPlan, ...], transits: tuple[TransitPlan, ...]
) -> tuple[SegmentPlan, ...]:
    """The same segments, each knowing what the firewall serves there."""
    standard = intent.standard.segments
    if not any(standard[segment.name].firewall_serves for segment in segments):
        return segments
    ends = {item.zone: item.firewall for item in transits}
    return tuple(_served(segment, standard[segment.name].firewall_serves, ends) for segment in segments)


def _served(segment: SegmentPlan, asked: tuple[str, ...], ends: dict[str, str]) -> SegmentPlan:
    if not asked:
        return segment
    own = segment.gateway if segment.gateway_on == "firewall" else ends[segment.zone]
    if "dns" in asked:
        segment = msgspec.structs.replace(segment, resolver=own)
    return _with_time(segment, own) if "time" in asked else segment


def _with_time(segment: SegmentPlan, server: str) -> SegmentPlan:
    options = tuple(item for item in segment.options if item.code != _TIME_SERVERS)
    if segment.pool_first:
        own = DhcpOptionPlan(_TIME_SERVERS, (server,))
        options = tuple(sorted((*options, own), key=lambda item: item.code))
    return msgspec.structs.replace(segment, time_server=server, options=options)
