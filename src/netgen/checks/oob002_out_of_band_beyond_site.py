"""A window for out-of-band ports that is not inside of a site's block.

What it catches: an `oob` window of the trust's addressing that begins or ends beyond the block of one site.
Why it matters in a school: the management ports of one school would have addresses of the next one.
Example: `oob: 0.0.64.0/24` with `site_length: 18`, whose last address is 0.0.63.255
How to fix: choose a free window inside of the block.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts

_BITS = 32


def find_out_of_band_beyond_site(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding."""
    addressing = trust.trust.addressing
    window = addressing.oob
    if window is None:
        return
    if window.version != addressing.supernet.version or window.last >= 1 << (_BITS - addressing.site_length):
        message = f"the out-of-band window {window} is not inside of a site's /{addressing.site_length}"
        yield Finding("trust/addressing/oob", message, "choose a free window of the block")
