"""A box that hangs on one half of a pair.

What it catches: a switch, a firewall or a controller whose cables to a pair all end at one of the two.
Why it matters in a school: when that one fails or restarts, the box is without network although the other lives.
Example: `links: {sw1/u1: main/sw1/u1, sw1/u2: main/sw1/u2}` where main is a pair
How to fix: end one cable at sw1 and one at sw2.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import Plug, SiteFacts, Switch


def find_one_legged_lags(site: SiteFacts) -> Iterator[Finding]:
    """One warning for each box, at its first cable."""
    legs: dict[str, list[tuple[Plug, str, bool]]] = {}
    for cable in site.cables:
        name = site.box_name(site.box(cable.near.switch))
        legs.setdefault(name, []).append((cable.far, cable.path, True))
    for link in site.firewall_cables:
        legs.setdefault("the firewall", []).append((link.far, link.path, True))
    for link in site.controller_cables:
        legs.setdefault("the controller", []).append((link.far, link.path, True))
    for name, ends in legs.items():
        far, path, at_key = ends[0]
        switches = {end.switch for end, _, _ in ends}
        other = Switch(far.switch.cabinet, 3 - far.switch.number)
        if far.switch.cabinet in site.pairs and len(switches) == 1 and other in site.switches:
            message = f"{name} has cables to {far.switch} alone, one half of a pair"
            advice = f"end one at {other} too"
            yield Finding(path, message, advice, warning=True, at_key=at_key)
