"""A service that the internet may reach at a school whose answers would leave elsewhere.

What it catches: `publish` at a site that breaks out at a hub.
Why it matters in a school: the question comes in by the school's circuit and the answer goes into the tunnel, so nobody
    can book a parents' evening.
Example: `breakout: hub` beside `publish: {portal: ...}`
How to fix: break out locally, or publish the service at the hub.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_publications_behind_hub(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each publication."""
    if site.site.breakout == "local":
        return
    for name in site.site.publish:
        message = f"`{name}` is published where answers leave by a hub"
        path = object_path(site.path, "publish", name)
        also = (object_path(site.path, "breakout"),)
        yield Finding(path, message, "write breakout: local, or publish it at the hub", also=also)
