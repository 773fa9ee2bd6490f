"""An exception whose time is over.

What it catches: an exception with an expiry date before today.
Why it matters in a school: a way around the standard that nobody looks at any more is a hole.
Example: `expires: 2024-08-31`
How to fix: bring the school to the standard and remove the exception, or have it approved again with a new
    date.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_expired_exceptions(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each."""
    for index, exception in enumerate(site.site.exceptions):
        if exception.expires < site.of_trust.today:
            message = f"exception `{exception.path}` of site `{site.name}` expired on {exception.expires}"
            path = object_path(site.path, "exceptions", index, "expires")
            yield Finding(path, message, "remove the exception, or have it approved again with a new date")
