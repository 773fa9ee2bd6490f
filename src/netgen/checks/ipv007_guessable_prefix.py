"""An IPv6 prefix that another trust may have too.

What it catches: (a warning) a unique local prefix whose 40 bits are no random ones: a group of zeros, or an example.
Why it matters in a school: two trusts that merge, or a partner behind a tunnel, with the same prefix: one must
    renumber. RFC 4193, section 3.2.1: the bits must not be chosen by hand.
Example: `ipv6: {ula: fd00::/48}`
How to fix: let a generator of random numbers choose the 40 bits, once.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.ipv001_not_a_local_prefix import PATH
from netgen.checks.trust_facts import TrustFacts
from netgen.values import Prefix

_LOCAL = Prefix.parse("fd00::/8")
#: What documents show.
_EXAMPLES = frozenset({"fd12:3456:789a::", "fd12:3456:7890::", "fdab:cdef:1234::", "fd11:1111:1111::"})


def find_guessable_prefixes(trust: TrustFacts) -> Iterator[Finding]:
    """One finding, or none."""
    plan = trust.trust.addressing.ipv6
    if plan is None or not _LOCAL.contains(plan.ula):
        return
    groups = (plan.ula.first >> 112 & 0xFF, plan.ula.first >> 96 & 0xFFFF, plan.ula.first >> 80 & 0xFFFF)
    # The last group of a prefix that is shorter than /48 ends in zeros of its own.
    chosen = groups if plan.ula.length == 48 else groups[:2]
    if 0 in chosen[1:] or not any(chosen) or plan.ula.network in _EXAMPLES:
        message = f"{plan.ula} was chosen by hand: another trust may have it too"
        advice = "let random numbers choose the 40 bits after fd"
        yield Finding(PATH, message, advice, warning=True)
