"""A management subnet without room for the address of a cabinet's switch.

What it catches: a management segment planned so small that 16 times the cabinet number plus the switch
    number, the fixed place of a switch, lies beyond it.
Why it matters in a school: the switch could not be managed.
Example: `hosts: 100` in the management segment, with a cabinet of number 12
How to fix: raise `hosts` of the management segment; 600 has room for every cabinet number.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.intent.resolution import needed_length
from netgen.values import object_path

_PER_CABINET = 16


def find_small_management_subnet(site: SiteFacts) -> Iterator[Finding]:
    """One finding, for the highest cabinet number."""
    segment = next(item for item in site.segments.values() if item.management)
    length = max(segment.window.length, needed_length(segment, site.archetype))
    last = (1 << (32 - length)) - 2
    name, cabinet = max(site.site.cabinets.items(), key=lambda item: item[1].number)
    wanted = _PER_CABINET * cabinet.number + max(int(key[2:]) for key in cabinet.switches)
    if wanted > last:
        message = (
            f"cabinet number {cabinet.number} needs management address {wanted}, the subnet ends at {last}"
        )
        advice = "raise hosts of the management segment, or choose a smaller cabinet number"
        yield Finding(object_path(site.path, "cabinets", name, "number"), message, advice)
