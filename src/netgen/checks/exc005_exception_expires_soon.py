"""An exception that ends within two months.

What it catches: an exception whose expiry date is at most 60 days away.
Why it matters in a school: replacing old equipment needs a holiday; two months are the last chance to plan
    it.
Example: `expires: 2026-10-15` in the middle of September 2026
How to fix: bring the school to the standard, or have the exception approved again.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path

_DAYS = 60


def find_expiring_exceptions(site: SiteFacts) -> Iterator[Finding]:
    """One warning for each."""
    for index, exception in enumerate(site.site.exceptions):
        days = (exception.expires - site.of_trust.today).days
        if 0 <= days <= _DAYS:
            message = f"exception `{exception.path}` of site `{site.name}` expires in {days} days"
            path = object_path(site.path, "exceptions", index, "expires")
            yield Finding(path, message, "plan its end, or have it approved again", warning=True)
