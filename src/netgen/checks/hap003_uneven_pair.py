"""Two members of a pair that are cabled differently.

What it catches: `pair.links` on other ports than `links`.
Why it matters in a school: both firewalls have one configuration, so a cable on another port carries nothing on the day
    when the second one is needed.
Example: `links: {x1: core/sw1/u1}` and `pair: {links: {x2: core/sw2/u1}}`
How to fix: use the same firewall ports on both.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.wording import listed
from netgen.values import object_path


def find_uneven_pairs(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each port that one member has and the other has not."""
    if site.site.firewall.pair is None:
        return
    first = {link.port: link.path for link in site.firewall_cables}
    second = {link.port: link.path for link in site.standby_cables}
    for port in sorted(second.keys() - first.keys()):
        message = f"the second firewall has a cable on {port}, the first has none there"
        yield Finding(
            second[port], message, f"use the ports of the first: {listed(sorted(first))}", at_key=True
        )
    for port in sorted(first.keys() - second.keys()):
        path = object_path(site.path, "firewall", "pair", "links")
        message = f"the first firewall has a cable on {port}, the second has none there"
        yield Finding(path, message, f"add the cable of {port}", at_key=True, also=(first[port],))
