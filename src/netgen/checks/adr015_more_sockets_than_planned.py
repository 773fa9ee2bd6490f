"""More cameras, phones or access points than the archetype is planned for.

What it catches: sockets of a role whose segment is sized per phone, camera, printer, access point or door,
    counted over all cabinets, beyond the archetype's capacity.
Why it matters in a school: the last cameras get no address, and nobody notices until footage is needed.
Example: 40 sockets with role `camera` in an archetype with `cameras: 32`
How to fix: raise the capacity in the standard, or choose a larger archetype.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.intent.resolution import UNITS, count_of

_NOT_COUNTED = frozenset({"", "pupil", "staff"})


def find_unplanned_sockets(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each kind of device."""
    count: Counter[str] = Counter()
    last: dict[str, str] = {}
    roles, segments = site.of_trust.standard.roles, site.segments
    units = {
        key: {segments[name].hosts[1] for name in (role.segment, role.voice) if name and name in segments}
        - _NOT_COUNTED
        for key, role in roles.items()
    }
    for sockets in site.sockets:
        for unit in units[sockets.role]:
            count[unit] += sockets.number_of_ports
            last[unit] = sockets.path
    for unit, number in count.items():
        most = count_of(site.archetype, unit)
        if unit in UNITS and number > most:
            message = f"{number} {unit} sockets exceed the {most} of archetype `{site.site.archetype}`"
            advice = f"raise its capacity.{UNITS[unit]}, or choose a larger archetype"
            yield Finding(last[unit], message, advice)
