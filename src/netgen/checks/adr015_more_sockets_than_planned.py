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

#: Kinds of device; of people nobody counts the sockets.
_COUNTED = UNITS.keys() - {"pupil", "staff"}


def find_unplanned_sockets(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each kind of device."""
    roles, segments = site.of_trust.standard.roles, site.segments
    unit_of = {name: unit for name, segment in segments.items() if (unit := segment.hosts[1]) in _COUNTED}
    units = {
        key: found
        for key, role in roles.items()
        if (found := {unit_of[name] for name in (role.segment, role.voice) if name in unit_of})
    }
    of_role = dict.fromkeys(units, 0)
    for sockets in site.sockets:
        if sockets.role in of_role:
            of_role[sockets.role] += sockets.ports.count
    count: Counter[str] = Counter()
    for key, found in units.items():
        count.update(dict.fromkeys(found, of_role[key]))
    for unit, number in count.items():
        most = count_of(site.archetype, unit)
        if number > most:
            last = next(item.path for item in reversed(site.sockets) if unit in units.get(item.role, ()))
            message = f"{number} {unit} sockets exceed the {most} of archetype `{site.site.archetype}`"
            advice = f"raise its capacity.{UNITS[unit]}, or choose a larger archetype"
            yield Finding(last, message, advice)
