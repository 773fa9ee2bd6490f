"""A rule filters by phase, and a kind of school says nothing for that zone.

What it catches: `filter: by-phase` for a zone that an archetype has but does not list under `filters`.
Why it matters in a school: in schools of that kind these users would browse unfiltered.
Example: rule from `student` with `filter: by-phase`, archetype `special` with `filters: {staff: staff}`
How to fix: add the zone to `filters` of the archetype.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import BY_PHASE, TrustFacts
from netgen.values import object_path


def find_phases_without_filter(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each archetype and zone."""
    policy = trust.standard.policy
    everybody = {(*pair, ""): rules for pair, rules in trust.pairs.items()}
    for (source, target, _), rules in (everybody | dict(trust.group_pairs)).items():
        by_phase = [index for index in rules if policy[index].filter == BY_PHASE and policy[index].allow]
        if target not in trust.internet or not by_phase:
            continue
        for name, segments in trust.segments_of_archetype.items():
            has_zone = any(trust.standard.segments[key].zone == source for key in segments)
            if has_zone and source not in trust.standard.archetypes[name].filters:
                message = f"archetype `{name}` has no filter for zone `{source}`, which is filtered by-phase"
                path = object_path("standard", "archetypes", name, "filters")
                also = (object_path("standard", "policy", by_phase[0]),)
                yield Finding(path, message, f"add `{source}:` with a filter's name", also=also)
