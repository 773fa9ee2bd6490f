"""A supernet that no host may use.

What it catches: a supernet or overlay in "this network", loopback, link-local, multicast or reserved space
    (RFC 6890), or one shorter than /8.
Why it matters in a school: laptops refuse such addresses and routers drop them; nothing would work.
Example: `supernet: 127.0.0.0/8`
How to fix: use private space (RFC 1918), such as 10.0.0.0/8.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import Prefix

_UNUSABLE = tuple(
    Prefix.parse(text)
    for text in ("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4")
)
_SHORTEST = 8


def find_unusable_supernet(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding for each of the two."""
    addressing = trust.trust.addressing
    for word, prefix in (("supernet", addressing.supernet), ("overlay", addressing.overlay)):
        if prefix.version != _UNUSABLE[0].version:
            continue
        if prefix.length < _SHORTEST or any(prefix.overlaps(other) for other in _UNUSABLE):
            message = f"{word} {prefix} holds addresses that no host may use"
            yield Finding(f"trust/addressing/{word}", message, "use private space such as 10.0.0.0/8")
