"""Three or more switches of one cabinet that are no stack.

What it catches: a cabinet without `stack: true` that has more switches than sw1 and one other.
Why it matters in a school: LAG numbers are kept for two; the third would share one with the second.
Example: `switches: {sw1: ..., sw2: ..., sw3: ...}` without `stack: true`
How to fix: stack them, or write the third as a cabinet of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.wording import listed
from netgen.values import object_path


def find_loose_switches(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each cabinet."""
    for name, cabinet in site.site.cabinets.items():
        others = [key for key in cabinet.switches if key != "sw1"]
        if not cabinet.stack and not cabinet.pair and len(others) > 1:
            message = f"cabinet `{name}` has {listed(others)} beyond sw1, and they are no stack"
            path = object_path(site.path, "cabinets", name, "switches")
            yield Finding(
                path, message, "write stack: true, or give the others a cabinet of their own", at_key=True
            )
