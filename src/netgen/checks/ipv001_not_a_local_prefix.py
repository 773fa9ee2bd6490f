"""An IPv6 prefix that is not the trust's own local one.

What it catches: a prefix outside of fd00::/8 (RFC 4193), or one that is too long or too short for a trust.
Why it matters in a school: addresses that the internet knows would need a filtered way there, and netgen gives IPv6
    none; a unique local prefix cannot leave the trust by mistake.
Example: `ipv6: {ula: 2001:db8:40::/48}`
How to fix: write fd and 40 random bits, as a /48.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import Prefix

PATH = "trust/addressing/ipv6/ula"
_LOCAL = Prefix.parse("fd00::/8")
#: RFC 4193 gives a /48; a trust with more site numbers than 256 takes several in a row.
_SHORTEST, _LONGEST = 40, 48


def find_prefixes_of_others(trust: TrustFacts) -> Iterator[Finding]:
    """One finding, or none."""
    plan = trust.trust.addressing.ipv6
    if plan is None:
        return
    advice = "write fd and 40 random bits, such as fd5c:9e27:41b3::/48"
    if not _LOCAL.contains(plan.ula):
        yield Finding(PATH, f"{plan.ula} is not in fd00::/8, the unique local addresses", advice)
    elif not _SHORTEST <= plan.ula.length <= _LONGEST:
        yield Finding(PATH, f"{plan.ula} is not a /48, nor a /40 to /47 for many sites", advice)
