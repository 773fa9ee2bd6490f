"""Remote people in a zone where others are.

What it catches: a group whose zone is not of kind hub, has a segment or a partner, or is another group's.
Why it matters in a school: hosts inside of a zone may talk, so a laptop at home would sit beside the hub's own servers,
    and a supplier would get the rules of the network team.
Example: `groups: {supplier: {zone: it-admin, ...}}`
How to fix: give each group a zone of kind hub of its own, and say in the policy what it reaches.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

_PATH = object_path("trust", "remote_access", "groups")
_ADVICE = "give the group a zone of kind hub of its own"


def find_remote_zones_of_others(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding for each group."""
    asked = trust.trust.remote_access
    owner: dict[str, str] = {}
    for name, group in asked.groups.items() if asked else ():
        path = object_path(_PATH, name, "zone")
        kind = trust.standard.zones[group.zone].kind
        segment = next((key for key, item in trust.standard.segments.items() if item.zone == group.zone), "")
        if kind != "hub":
            message = f"zone `{group.zone}` of remote group `{name}` is of kind {kind}"
            yield Finding(path, message, _ADVICE)
        elif segment:
            message = f"zone `{group.zone}` of remote group `{name}` has segment `{segment}`"
            yield Finding(path, message, _ADVICE)
        elif group.zone in owner:
            message = f"remote groups `{owner[group.zone]}` and `{name}` share zone `{group.zone}`"
            yield Finding(path, message, _ADVICE)
        owner.setdefault(group.zone, name)


def find_remote_zones_of_partners(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each partner in the zone of a group."""
    asked = site.of_trust.trust.remote_access
    zones = {group.zone: name for name, group in asked.groups.items()} if asked else {}
    for key, partner in site.site.partners.items():
        if partner.zone in zones:
            message = f"partner `{key}` is in zone `{partner.zone}` of remote group `{zones[partner.zone]}`"
            path = object_path(site.path, "partners", key, "zone")
            yield Finding(path, message, "give the partner a zone of its own")
