"""Remote people who reach the internet through the trust without a web filter.

What it catches: a zone of remote people that may reach the internet by rules none of which names a filter, or by-phase
    where the hub's archetype has no filter for the zone.
Why it matters in a school: whoever works from home through the trust is filtered as inside (DfE filtering standard).
Example: `- {from: remote-staff, to: internet, allow: [web], why: Web from home}`
How to fix: add `filter:` with a filter's name, or the zone to `filters` of the hub's archetype.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import BY_PHASE, TrustFacts
from netgen.values import object_path


def find_unfiltered_remote_people(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each zone that is not marked as one of users, which ZON004 looks after."""
    asked = trust.trust.remote_access
    for name, group in asked.groups.items() if asked else ():
        if trust.standard.zones[group.zone].users:
            continue
        for internet in sorted(trust.internet):
            rules = trust.allowing((group.zone, internet))
            if rules and not any(trust.standard.policy[index].filter for index in rules):
                message = f"people of remote group `{name}` reach the internet without a filter"
                yield Finding(
                    object_path("standard", "policy", rules[0]), message, "add a filter to this rule"
                )


def find_remote_people_without_phase(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each zone whose filter the hub's archetype does not name."""
    trust = site.of_trust
    asked = trust.trust.remote_access
    if asked is None or site.name not in asked.at:
        return
    for group in asked.groups.values():
        for internet in sorted(trust.internet):
            by_phase = [
                index
                for index in trust.allowing((group.zone, internet))
                if trust.standard.policy[index].filter == BY_PHASE
            ]
            if by_phase and group.zone not in site.archetype.filters:
                message = f"archetype `{site.site.archetype}` has no filter for remote zone `{group.zone}`"
                path = object_path("standard", "archetypes", site.site.archetype, "filters")
                also = (object_path("standard", "policy", by_phase[0]),)
                yield Finding(path, message, f"add `{group.zone}:` with a filter's name", also=also)
