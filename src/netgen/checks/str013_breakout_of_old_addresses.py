"""A school with addresses from before it joined, whose way to the internet leads through the tunnels.

What it catches: `legacy` beside `breakout: hub` or `hub-or-local`.
Why it matters in a school: those addresses are translated for the trust alone, and the hub would not know who asks.
Example: `breakout: hub` and `legacy: {staff: {prefix: 192.168.1.0/24, ...}}`
How to fix: break out locally until the school has its own addresses.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_breakouts_of_old_addresses(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding."""
    if site.site.breakout != "local" and site.site.legacy:
        message = f"`{site.name}` breaks out at a hub, which cannot know its old addresses"
        path = object_path(site.path, "breakout")
        also = (object_path(site.path, "legacy"),)
        yield Finding(path, message, "write breakout: local until they are gone", also=also)
