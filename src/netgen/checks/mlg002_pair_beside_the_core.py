"""A pair that is not the core.

What it catches: a `pair` in a cabinet where the firewall's cables do not end.
Why it matters in a school: access switches have one way up, so only the core gains by being two.
Example: a `pair` in cabinet block while the firewall is connected to main
How to fix: connect the firewall to the pair, or remove it.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_pairs_beside_the_core(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each pair."""
    core = site.firewall_cables[0]
    for name in sorted(site.pairs):
        if name != core.far.switch.cabinet:
            path = object_path(site.path, "cabinets", name, "pair")
            message = f"pair `{name}` is not the core: the firewall ends at {core.far.switch}"
            advice = "connect the firewall to both of them, or remove pair"
            yield Finding(path, message, advice, at_key=True, also=(core.path,))
