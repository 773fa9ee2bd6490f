"""A box that hangs on one half of a pair.

What it catches: a switch, a firewall or a controller whose cables to a pair all end at one of the two.
Why it matters in a school: when that one fails or restarts, the box is without network although the other lives.
Example: `links: {sw1/u1: main/sw1/u1, sw1/u2: main/sw1/u2}` where main is a pair
How to fix: end one cable at sw1 and one at sw2.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import Cable, FirewallCable, SiteFacts, Switch


def find_one_legged_lags(site: SiteFacts) -> Iterator[Finding]:
    """One warning for each box, at its first cable."""
    if not site.pairs:
        return
    legs: dict[str, tuple[Cable | FirewallCable, ...]] = {
        site.box_name(box): cables for box, cables in site.uplinks.items()
    }
    legs |= {"the firewall": site.firewall_cables, "the controller": site.controller_cables}
    for name, cables in legs.items():
        if not cables:
            continue
        far, path = cables[0].far, cables[0].path
        switches = {cable.far.switch for cable in cables}
        other = Switch(far.switch.cabinet, 3 - far.switch.number)
        if far.switch.cabinet in site.pairs and len(switches) == 1 and other in site.switches:
            message = f"{name} has cables to {far.switch} alone, one half of a pair"
            advice = f"end one at {other} too"
            yield Finding(path, message, advice, warning=True, at_key=True)
