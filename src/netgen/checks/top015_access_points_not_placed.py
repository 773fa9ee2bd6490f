"""Access points without sockets, or sockets without access points.

What it catches: `access_points:` in a site where no port has a role that trunks WLANs, and such ports in a
    site that does not say which access points it has.
Why it matters in a school: the WLANs of the school would be left out without a word.
Example: a site with `access-point: sw1/1-6` but no `access_points:`
How to fix: add the part that is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts


def find_unplaced_access_points(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding."""
    roles = site.of_trust.standard.roles
    sockets = next((item for item in site.sockets if roles[item.role].trunk_wlans), None)
    path = f"{site.path}/access_points"
    if site.site.access_points is None and sockets is not None:
        message = f"sockets for access points, but site `{site.name}` has none"
        yield Finding(sockets.path, message, "add access_points: with their model", at_key=True)
    elif site.site.access_points is not None and sockets is None:
        message = f"access points, but no socket for one at site `{site.name}`"
        yield Finding(path, message, "give ports the role that trunks WLANs, or remove it", at_key=True)
    elif sockets is not None and not any(segment.access_points for segment in site.segments.values()):
        message = f"archetype `{site.site.archetype}` has no segment for the addresses of access points"
        yield Finding(path, message, "choose an archetype that has it", at_key=True)
