"""A word for remote access that nobody stands by any more, or soon will not.

What it catches: the second factor, an endpoint filter or the certificate whose date has passed, or (warning) is at most
    60 days away.
Why it matters in a school: a password alone would open the network from anywhere, or on that day nobody gets in.
Example: `second_factor: {attested_by: Head of IT, expires: 2024-08-31}`
How to fix: look at it again, or enrol a new certificate, then write the new date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

_SOON = 60


def find_stale_remote_attestations(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each date."""
    asked = trust.trust.remote_access
    if asked is None:
        return
    path = object_path("trust", "remote_access")
    renew = "enrol a new certificate, then write the new date"
    yield from _stale(trust, f"{path}/certificate", "the certificate", asked.certificate.expires, renew)
    look = "look at it again, then write the new date"
    yield from _stale(
        trust,
        f"{path}/second_factor",
        "the word for the second factor",
        asked.second_factor.expires,
        look,
    )
    for name, group in asked.groups.items():
        if group.endpoint_filter is not None:
            place = object_path(path, "groups", name, "endpoint_filter")
            words = f"the word for the endpoint filter of group `{name}`"
            yield from _stale(trust, place, words, group.endpoint_filter.expires, look)


def _stale(trust: TrustFacts, path: str, words: str, expires: date, advice: str) -> Iterator[Finding]:
    days = (expires - trust.today).days
    if days < 0:
        yield Finding(f"{path}/expires", f"{words} ended on {expires}", advice)
    elif days <= _SOON:
        yield Finding(f"{path}/expires", f"{words} ends in {days} days", advice, warning=True)
