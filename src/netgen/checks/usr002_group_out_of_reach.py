"""A rule for people where a firewall cannot, or should not, tell people apart.

What it catches: a rule with `groups` that allows nothing, that begins in a zone without `users: true` or in a hub's
    zone, that leads to a hub's zone, or to the zone of the devices' own addresses.
Why it matters in a school: a denial for people whom nobody reported would let them through; the hub's firewall does
    not know who sits in a school; and who manages boxes is a matter of zones, which do not depend on a report.
Example: `- {from: staff, to: trust-services, allow: [ssh], groups: helpdesk, why: Support}`
How to fix: write the rule without groups, or name a zone of the school or the internet.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.intent import PolicyRule
from netgen.intent.resolution import pairs_of
from netgen.values import object_path


def find_groups_out_of_reach(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding for each rule."""
    for index, rule in enumerate(trust.standard.policy):
        if not rule.groups:
            continue
        field, message = _problem(trust, rule)
        if message:
            path = object_path("standard", "policy", index, field)
            yield Finding(path, message, "write the rule without groups, or for other zones")


def _problem(trust: TrustFacts, rule: PolicyRule) -> tuple[str, str]:
    if not rule.allow:
        return "allow", "a rule with groups cannot deny: whoever is not known would pass"
    zones, segments = trust.standard.zones, trust.standard.segments
    managed = {item.zone for item in segments.values() if item.management or item.access_points}
    for source, target in pairs_of(trust.standard, rule):
        if zones[source].kind != "site" or not zones[source].users:
            return "from", f"groups have no meaning in zone `{source}`, where no people are"
        if zones[target].kind == "hub":
            return "to", f"the hub's firewall does not know people: no groups towards `{target}`"
        if target in managed:
            return "to", f"the boxes' own zone `{target}` is not for groups of people"
    return "", ""
