"""More hosts than a segment's window can hold.

What it catches: a window that is too small for the hosts that an archetype plans, with a quarter to grow.
Why it matters in a school: on the day everybody is in, the last devices get no address.
Example: `window: 0.0.10.0/26` with `hosts: 1 per pupil` in a school for 540 pupils
How to fix: widen the window in the standard, or lower the archetype's capacity if it was set too high.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.intent import Archetype, Segment
from netgen.intent.resolution import GROWTH, UNITS, needed_length, planned_hosts
from netgen.values import object_path


def find_small_segments(trust: TrustFacts) -> Iterator[Finding]:
    """In each archetype; of several, the one that needs most is named."""
    worst: dict[str, tuple[int, str]] = {}
    for key, names in trust.segments_of_archetype.items():
        archetype = trust.standard.archetypes[key]
        for name in names:
            segment = trust.standard.segments[name]
            if _is_small(segment, archetype):
                worst[name] = max(worst.get(name, (0, "")), (planned_hosts(segment, archetype), key))
    for name, (_, key) in worst.items():
        segment, archetype = trust.standard.segments[name], trust.standard.archetypes[key]
        yield _finding(object_path("standard", "segments", name, "window"), name, segment, key, archetype)


def find_small_segments_of_site(site: SiteFacts) -> Iterator[Finding]:
    """Where a site's exception changes the window or the hosts."""
    names = {
        name for kind, name, field in site.excepted if kind == "segments" and field in ("window", "hosts")
    }
    for name in sorted(names & site.segments.keys()):
        segment = site.segments[name]
        if _is_small(segment, site.archetype):
            field = "window" if ("segments", name, "window") in site.excepted else "hosts"
            path = site.origin("segments", name, field)
            yield _finding(path, name, segment, site.site.archetype, site.archetype)


def _is_small(segment: Segment, archetype: Archetype) -> bool:
    return needed_length(segment, archetype) < segment.window.length


def _finding(path: str, name: str, segment: Segment, key: str, archetype: Archetype) -> Finding:
    each, unit = segment.hosts
    hosts, wanted = planned_hosts(segment, archetype), needed_length(segment, archetype)
    counted = f"capacity.{UNITS[unit]} of archetype `{key}`" if unit in UNITS else f"{each:g} hosts"
    message = f"segment `{name}` plans {hosts} hosts for `{key}`, too many for /{segment.window.length}"
    advice = f"widen the window to /{wanted} ({round((GROWTH - 1) * 100)} % to grow), or lower {counted}"
    return Finding(path, message, advice)
