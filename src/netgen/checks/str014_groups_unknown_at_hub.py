"""Rules for people of a group at a school that breaks out at a hub.

What it catches: (a warning) a rule with `groups` to the internet, from a zone of a site that does not break out
    locally.
Why it matters in a school: the hub's firewall does not know who sits at the device, so the sixth form gets the filter
    of everybody in its zone.
Example: `{from: student, to: internet, filter: sixth-form, groups: sixth-form, ...}` and `breakout: hub`
How to fix: break out locally where such rules are needed, or give the group a zone of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.intent.resolution import pairs_of
from netgen.values import object_path


def find_groups_unknown_at_hub(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each rule."""
    if site.site.breakout == "local":
        return
    here = {segment.zone for segment in site.segments.values()}
    standard = site.of_trust.standard
    for index, rule in enumerate(standard.policy):
        leaving = {source for source, target in pairs_of(standard, rule) if target in site.of_trust.internet}
        if rule.groups and rule.allow and leaving & here:
            message = (
                f"`{rule.groups[0]}` has the rules of its zone at `{site.name}`, which breaks out at a hub"
            )
            path = object_path(site.path, "breakout")
            also = (object_path("standard", "policy", index, "groups"),)
            yield Finding(
                path,
                message,
                "break out locally, or give the group a zone of its own",
                also=also,
                warning=True,
            )
