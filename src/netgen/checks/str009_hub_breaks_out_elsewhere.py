"""A hub that sends its own traffic to another hub.

What it catches: `breakout: hub` or `hub-or-local` at a site of `trust.hubs`.
Why it matters in a school: what schools send to that hub would have to leave by the other one, and nobody says whose
    filter holds.
Example: `breakout: hub` in sites/dc.yaml, and `hubs: [dc]`
How to fix: leave `breakout` out at hubs.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_hubs_that_break_out_elsewhere(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding."""
    if site.is_hub and site.site.breakout != "local":
        message = f"`{site.name}` is a hub and breaks out at a hub"
        yield Finding(object_path(site.path, "breakout"), message, "remove breakout: a hub breaks out itself")
