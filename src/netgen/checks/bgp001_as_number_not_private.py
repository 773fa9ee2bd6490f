"""AS numbers that belong to somebody else.

What it catches: `vpn.first_as`, or with a site's number on top of it, outside of the private ranges 64512 to 65534 and
    4200000000 to 4294967294 (RFC 6996), where sites speak BGP.
Why it matters in a school: a number that another network owns makes routes look like loops, which are dropped, on the
    day on which that network is met.
Example: `first_as: 65500` in a trust whose highest site number is 40
How to fix: leave `first_as` out; 4200000000 has room for every site number.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts

#: First and last of each private range (RFC 6996, section 5).
_PRIVATE = ((64_512, 65_534), (4_200_000_000, 4_294_967_294))


def find_public_as_numbers(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding, for the highest site number."""
    vpn = trust.trust.vpn
    if vpn.routing != "bgp" or not trust.sites:
        return
    highest = max(trust.sites, key=lambda site: site.number)
    last = vpn.first_as + highest.number
    if not any(first <= vpn.first_as and last <= end for first, end in _PRIVATE):
        message = f"site `{highest.name}` would have AS number {last}, from {vpn.first_as}: not private"
        advice = "leave first_as out, or choose one between 4200000000 and 4294900000"
        yield Finding("trust/vpn/first_as", message, advice)
