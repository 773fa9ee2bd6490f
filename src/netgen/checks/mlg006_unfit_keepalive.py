"""A keepalive on a port that is no use for it.

What it catches: in a pair whose second half shuts all its ports when the peer link is lost, a keepalive on one of
    those; in a pair that needs a port that routes, one on the management port.
Why it matters in a school: the cable that tells the two that both live would die with the peer link, and each would
    carry on as if it were alone.
Example: `pair: {peer_link: [u7, u8], keepalive: 46}` on switches that pair by MLAG
How to fix: write `keepalive: mgmt` and cable the two management ports, or name a port as the message says.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts, Switch
from netgen.values import object_path

_MANAGEMENT = "mgmt"


def find_unfit_keepalives(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding for each pair."""
    for name in sorted(site.pairs):
        pair, hardware = site.site.cabinets[name].pair, site.switches.get(Switch(name, 1))
        if pair is None or hardware is None:
            continue
        path = object_path(site.path, "cabinets", name, "pair", "keepalive")
        if hardware.pair == "mlag" and pair.keepalive != _MANAGEMENT:
            message = f"a lone second half of a pair shuts its ports, {pair.keepalive} too"
            yield Finding(path, message, "write keepalive: mgmt and cable the two management ports")
        elif hardware.pair == "vsx" and pair.keepalive == _MANAGEMENT:
            message = f"the keepalive of two `{hardware.model}` needs a port that routes"
            yield Finding(path, message, "name a free port, such as 46")
