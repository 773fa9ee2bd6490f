"""Two threat feeds that are one.

What it catches: two feeds with one number, or with one URL for the same purpose.
Why it matters in a school: on the box one of the two would take the other's place, and what it names would pass.
Example: `addresses: {number: 1, ...}` and `domains: {number: 1, ...}`
How to fix: give each feed a number of its own, for good, and name each list once.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts


def find_feeds_with_one_number(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding for each field of a feed."""
    numbers: dict[int, str] = {}
    urls: dict[str, str] = {}
    for name, feed in trust.standard.protection.threat_feeds.items():
        path = f"standard/protection/threat_feeds/{name}"
        if feed.number in numbers:
            message = f"threat feeds `{numbers[feed.number]}` and `{name}` have one number"
            yield Finding(f"{path}/number", message, "give each its own, for good")
        if feed.url in urls:
            message = f"threat feeds `{urls[feed.url]}` and `{name}` fetch one list"
            yield Finding(f"{path}/url", message, "name each list once")
        numbers.setdefault(feed.number, name)
        urls.setdefault(feed.url, name)
