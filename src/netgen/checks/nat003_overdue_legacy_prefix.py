"""Old addresses whose day is over.

What it catches: `expires` of `legacy` in the past.
Why it matters in a school: translation hides who is who in every log beyond the school; it is a bridge, not a home.
Example: `expires: 2020-08-31`
How to fix: renumber the segment and remove the line, or agree on a new day.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_overdue_legacy_prefixes(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each."""
    for name, item in site.site.legacy.items():
        if item.expires < site.of_trust.today:
            path = object_path(site.path, "legacy", name, "expires")
            message = f"segment `{name}` should have its own addresses since {item.expires}"
            yield Finding(path, message, "renumber it and remove the line, or agree on a new day")
