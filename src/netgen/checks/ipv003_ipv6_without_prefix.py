"""IPv6 that nobody gave addresses for.

What it catches: `ipv6: true` on a segment of a trust without `addressing.ipv6`.
Why it matters in a school: the segment would stay with IPv4 alone although the standard says otherwise.
Example: `staff: {ipv6: true}` and no `ipv6: {ula: ...}`
How to fix: give the trust a unique local prefix, or remove ipv6 from the segment.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_ipv6_without_prefix(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each segment."""
    if trust.trust.addressing.ipv6 is not None:
        return
    for name, segment in trust.standard.segments.items():
        if segment.ipv6:
            yield Finding(
                object_path("standard", "segments", name, "ipv6"),
                f"segment `{name}` has IPv6, and the trust has no IPv6 addresses",
                "write ipv6: {ula: fd...::/48} below addressing in trust.yaml",
            )
