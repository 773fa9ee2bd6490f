"""Two switches that cannot be a pair.

What it catches: a `pair` in a cabinet with other switches than sw1 and sw2, of two models, of a model that does not
    pair, or that is a stack already.
Why it matters in a school: each would think that it is alone, and every cabinet would be cabled in a loop.
Example: `switches: {sw1: C9300-48P, sw2: C9300-48P}` with a `pair`
How to fix: use two equal switches that pair, or let them be a stack where the model stacks.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts, Switch
from netgen.checks.wording import listed
from netgen.values import object_path

_MEMBERS = ["sw1", "sw2"]


def find_impossible_pairs(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each cabinet, the first thing that is wrong with it."""
    for name in sorted(site.pairs):
        cabinet = site.site.cabinets[name]
        path = object_path(site.path, "cabinets", name, "pair")
        if cabinet.stack:
            yield Finding(path, f"`{name}` is a stack already", "keep one of the two", at_key=True)
            continue
        if sorted(cabinet.switches) != _MEMBERS:
            message = f"a pair is sw1 and sw2, and `{name}` has {listed(sorted(cabinet.switches))}"
            yield Finding(path, message, "give any other switch a cabinet of its own", at_key=True)
            continue
        first, second = (site.switches[Switch(name, number)] for number in (1, 2))
        if first is None or second is None:
            continue
        if first.model != second.model:
            message = f"`{second.model}` is no equal of `{first.model}`"
            place = site.switch_path(Switch(name, 2))
            yield Finding(place, message, "use two of one model", also=(site.switch_path(Switch(name, 1)),))
        elif not first.pair:
            advice = "write stack: true" if first.stack else "use a model that pairs"
            yield Finding(path, f"two `{first.model}` cannot be a pair", advice, at_key=True)
