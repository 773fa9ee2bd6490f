"""Devices woken by people, or boxes woken that never sleep.

What it catches: in `wake`, a sender segment of a zone of users or of hosts that are kept apart, a target that is the
    segment of switches or access points, a segment named twice or that would wake itself alone, and a service of the
    standard called `wake-on-lan`, which is the name of its rules.
Why it matters in a school: whoever may send broadcasts into a segment may fill it with them, so that only the network
    team's devices and servers should.
Example: `wake: {from: [student], to: [staff], ...}`
How to fix: name the segment of the network team or of the server that wakes devices, and segments of end devices.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts

_SERVICE = "wake-on-lan"


def find_unfit_wakes(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding for each name."""
    wake, standard = trust.trust.services.wake, trust.standard
    if wake is None:
        return
    for index, name in enumerate(wake.from_):
        place, segment = f"trust/services/wake/from/{index}", standard.segments[name]
        zone = standard.zones[segment.zone]
        if name in wake.from_[:index]:
            yield Finding(place, f"segment `{name}` is named twice", "remove one of the two")
        elif zone.users or zone.isolate:
            message = f"segment `{name}` is one of users, who should wake nobody"
            yield Finding(place, message, "name the network team's segment, or a server's")
    for index, name in enumerate(wake.to):
        place, segment = f"trust/services/wake/to/{index}", standard.segments[name]
        if name in wake.to[:index]:
            yield Finding(place, f"segment `{name}` is named twice", "remove one of the two")
        elif segment.management or segment.access_points:
            yield Finding(place, f"nothing sleeps in segment `{name}`", "name segments of end devices")
        elif set(wake.from_) == {name}:
            message = f"devices of segment `{name}` wake each other without this"
            yield Finding(place, message, "remove it, or name who else wakes them")
    if _SERVICE in standard.services:
        message = f"the name `{_SERVICE}` is that of the rules of `wake`"
        yield Finding(f"standard/services/{_SERVICE}", message, "choose another name", at_key=True)
