"""Not exactly one management segment, or not exactly one for access points.

What it catches: a standard without a segment marked `management: true`, or with two; the same for
    `access_points: true`; a management segment that some schools lack.
Why it matters in a school: every device has its own address there; without it nothing can be reached.
Example: `management: true` at two segments
How to fix: mark exactly one, in a zone of kind site, and leave it out of no archetype.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_wrong_special_segments(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each mark, zone or archetype."""
    for mark in ("management", "access_points"):
        names = [name for name, segment in trust.standard.segments.items() if getattr(segment, mark)]
        if not names:
            yield Finding("standard/segments", f"no segment is marked {mark}: true", "mark exactly one")
        elif len(names) > 1:
            path, also = _path(names[1], mark), (_path(names[0], mark),)
            message = f"segments `{names[0]}` and `{names[1]}` are both marked {mark}: true"
            yield Finding(path, message, "mark exactly one", also=also)
        elif mark == "management":
            yield from _missing_somewhere(trust, names[0])


def _missing_somewhere(trust: TrustFacts, name: str) -> Iterator[Finding]:
    if trust.standard.zones[trust.standard.segments[name].zone].kind != "site":
        message = f"management segment `{name}` must be in a zone of kind site"
        yield Finding(_path(name, "zone"), message, "choose a zone that every school has")
    for key, archetype in trust.standard.archetypes.items():
        if name in archetype.without:
            path = object_path("standard", "archetypes", key, "without", archetype.without.index(name))
            yield Finding(
                path, f"archetype `{key}` cannot be without management segment `{name}`", "remove it here"
            )


def _path(name: str, field: str) -> str:
    return object_path("standard", "segments", name, field)
