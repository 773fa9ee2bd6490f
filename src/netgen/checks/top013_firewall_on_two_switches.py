"""A firewall with cables to two different switches.

What it catches: firewall links that do not all end at one switch or stack; those of a pair together.
Why it matters in a school: two cables to two switches are a loop through the firewall.
Example: `links: {x1: core/sw1/45, x2: core/sw2/45}` where core is no stack
How to fix: end both at one switch, or make the two a stack or a pair.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts


def find_split_firewall_links(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each link that differs from the first."""
    first = site.firewall_cables[0]
    for link in site.core_cables[1:]:
        if site.box(link.far.switch) != site.box(first.far.switch):
            message = f"the firewall is connected to {first.far.switch} and {link.far.switch}, no stack"
            yield Finding(link.path, message, "end all at one switch, stack or pair", also=(first.path,))
