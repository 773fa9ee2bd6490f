"""A publication that nobody looked at again.

What it catches: a published service whose review date has passed.
Why it matters in a school: servers that were needed once stay open to the internet for years.
Example: `review: 2024-07-31`
How to fix: ask its owner whether it is still needed, and write the next date or remove it.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_overdue_reviews(site: SiteFacts) -> Iterator[Finding]:
    """A warning for each publication that nobody looked at again."""
    for name, item in site.site.publish.items():
        if item.review < site.of_trust.today:
            message = f"what `{name}` publishes was to be looked at again on {item.review}"
            yield Finding(
                object_path(site.path, "publish", name, "review"), message, "ask its owner, and write the next date",
                warning=True,
            )  # fmt: skip
