"""Visitors of other organisations among one's own people.

What it catches: a WLAN with `federation` whose segment is in a zone of one's own people: one from which boxes are
    managed or in which every device is managed, the zone of one of its `dynamic_segments`, or of another WLAN with a
    login or a passphrase; and a zone that may open sessions into a zone of users.
Why it matters in a school: anybody with an account of any member of the federation would stand next to staff's and
    pupils' devices.
Example: `eduroam: {segment: staff, federation: {name: eduroam, ...}}`
How to fix: give visitors a zone of their own (the guests' will do), and name one's own under dynamic_segments.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

_ADVICE = "choose a segment of a visitors' zone; RADIUS moves one's own people to dynamic_segments"


def find_visitors_among_own_people(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding for each WLAN."""
    standard = trust.standard
    for key, wlan in standard.wlans.items():
        if wlan.federation is None:
            continue
        zone = standard.segments[wlan.segment].zone
        reason = _reason(trust, key, zone)
        if reason:
            message = f"visitors of WLAN `{key}` stand in zone `{zone}`, {reason}"
            yield Finding(object_path("standard", "wlans", key, "segment"), message, _ADVICE)


def _reason(trust: TrustFacts, key: str, zone: str) -> str:
    standard = trust.standard
    if zone in trust.trust.administration.from_zones:
        return "which manages boxes"
    if standard.zones[zone].managed:
        return "where every device is the trust's own"
    for segment in standard.wlans[key].dynamic_segments:
        if standard.segments[segment].zone == zone:
            return f"as one's own people in `{segment}`"
    for name, other in standard.wlans.items():
        own = other.federation is None and (other.is_enterprise or other.is_personal)
        if own and any(
            standard.segments[item].zone == zone for item in (other.segment, *other.dynamic_segments)
        ):
            return f"as people of WLAN `{name}`"
    for target, there in standard.zones.items():
        if there.users and target != zone and trust.allowing((zone, target)):
            return f"which may open sessions into `{target}`"
    return ""
