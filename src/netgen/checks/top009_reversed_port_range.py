"""A port range that runs backwards.

What it catches: a range whose end is before its start.
Why it matters in a school: it would mean no port at all, and a row of sockets stays dead.
Example: `classroom: sw1/24-1`
How to fix: write the smaller number first.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts


def find_reversed_ranges(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each range."""
    for sockets in site.sockets:
        if sockets.ports.last < sockets.ports.first:
            yield Finding(sockets.path, f"`{sockets.text}` runs backwards", "write the smaller number first")
