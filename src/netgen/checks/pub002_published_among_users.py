"""The internet let in where people or devices are.

What it catches: a published server in a zone of users, where devices are managed, or a service of every port.
Why it matters in a school: whoever breaks into the server stands beside pupils, or beside every switch.
Example: `to:` an address of the staff segment
How to fix: move the server into the servers' segment, and name the service.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.pub001_unanswered_publication import home_of
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_published_among_users(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each publication."""
    standard = site.of_trust.standard
    for name, item in site.site.publish.items():
        path = object_path(site.path, "publish", name)
        segment = site.segments.get(home_of(site, item.to) or "")
        if segment and (segment.management or segment.access_points or standard.zones[segment.zone].users):
            message = f"{item.to} is in zone `{segment.zone}`, which the internet must not reach"
            yield Finding(f"{path}/to", message, "move the server into the servers' segment")
