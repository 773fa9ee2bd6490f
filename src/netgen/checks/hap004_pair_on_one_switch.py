"""A pair of firewalls that hangs on one switch of a stack.

What it catches: both firewalls cabled to one and the same switch although the core is several as a stack or a
    pair.
Why it matters in a school: when that switch dies, the pair is as dead as a single firewall.
Example: `links: {x1: core/sw1/u1}` and `pair: {links: {x1: core/sw1/u2}}` where core is a stack of two
How to fix: end the second firewall's cables at another switch of the stack.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_pairs_on_one_switch(site: SiteFacts) -> Iterator[Finding]:
    """At most one warning."""
    switches = {link.far.switch for link in site.core_cables}
    if site.site.firewall.pair is None or len(switches) > 1:
        return
    (switch,) = switches
    cabinet = site.site.cabinets.get(switch.cabinet)
    if cabinet is not None and (cabinet.stack or cabinet.pair) and len(cabinet.switches) > 1:
        path = object_path(site.path, "firewall", "pair", "links")
        message = f"both firewalls hang on {switch} alone"
        advice = f"end a cable of the second one at another switch of `{switch.cabinet}`"
        yield Finding(path, message, advice, warning=True, at_key=True)
