"""Two exceptions to one thing.

What it catches: the same path in two exceptions of a site.
Why it matters in a school: two approvals with two values, and only one holds.
Example: `path: segments.cctv.vlan` twice
How to fix: keep the one that is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_duplicate_exceptions(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each later exception."""
    first: dict[str, int] = {}
    for index, exception in enumerate(site.site.exceptions):
        other = first.setdefault(exception.path, index)
        if other != index:
            path = object_path(site.path, "exceptions", index, "path")
            also = (object_path(site.path, "exceptions", other, "path"),)
            yield Finding(path, f"`{exception.path}` is excepted twice", "keep one of the two", also=also)
