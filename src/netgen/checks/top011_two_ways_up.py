"""A switch or stack with cables to two different neighbours.

What it catches: uplink cables of one switch or stack that end at different switches, and cables of a switch
    to itself.
Why it matters in a school: cables to one neighbour are a LAG; to two they are a loop that spanning tree
    would cut, and which one it cuts nobody planned.
Example: `links: {sw1/u1: core/sw1/1, sw1/u2: hall/sw1/u1}`
How to fix: end all cables at one switch or stack; let the two far switches be a stack or a pair if both must be used.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts


def find_two_ways_up(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each cable that differs from the first of its switch or stack."""
    for near, cables in site.uplinks.items():
        first = site.box(cables[0].far.switch)
        for cable in cables:
            far = site.box(cable.far.switch)
            if near == far:
                message = f"{site.box_name(near)} has a cable to itself"
                yield Finding(cable.path, message, "end the cable at the next switch towards the core")
            elif far != first:
                message = f"{site.box_name(near)} has cables to two neighbours"
                advice = "end all at one switch, stack or pair"
                yield Finding(cable.path, message, advice, also=(cables[0].path,))
