"""Countries that contradict each other, or shut the trust itself out.

What it catches: the trust's own country among `deny` or missing from `inbound_only_from`, and a country that is both
    allowed in and denied.
Why it matters in a school: parents at home could not reach what the school publishes for them.
Example: `geo: {inbound_only_from: [IE]}` in a trust with `country: GB`
How to fix: take the own country out of `deny`, and put it into `inbound_only_from`.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts


def find_countries_shut_out(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding for each denied country, and one for the own one that is missing."""
    geo, own = trust.standard.protection.geo, trust.trust.country
    path = "standard/protection/geo"
    for index, code in enumerate(geo.deny):
        place = f"{path}/deny/{index}"
        if code == own:
            yield Finding(place, f"{code} is the trust's own country, and denied", "take it out of deny")
        elif code in geo.inbound_only_from:
            also = (f"{path}/inbound_only_from/{geo.inbound_only_from.index(code)}",)
            yield Finding(place, f"{code} is denied and let in", "keep it in one of the two", also=also)
    if geo.inbound_only_from and own not in geo.inbound_only_from:
        message = f"what schools publish answers nobody in {own}, the trust's own country"
        yield Finding(f"{path}/inbound_only_from", message, f"add {own}", at_key=True)
