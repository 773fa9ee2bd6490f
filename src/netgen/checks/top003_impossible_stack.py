"""Switches that cannot be one stack.

What it catches: `stack: true` with models that do not stack, that stack in different ways, or with a switch
    number beyond what the model allows.
Why it matters in a school: the second switch would boot alone, without a config.
Example: `switches: {sw1: C9200L-48P-4X, sw2: C9300-48P}` with `stack: true`
How to fix: use models of one family, or leave `stack` out and cable each switch.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts, Switch


def find_impossible_stacks(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding for each switch of a stack."""
    for name, cabinet in site.site.cabinets.items():
        if not cabinet.stack or len(cabinet.switches) == 1:
            continue
        members = sorted(Switch(name, int(key[2:])) for key in cabinet.switches)
        first = site.switches[members[0]]
        for switch in members:
            hardware, path = site.switches[switch], site.switch_path(switch)
            if hardware is None or first is None:
                continue
            way = (hardware.platform, hardware.stack and hardware.stack.technology)
            if hardware.stack is None:
                yield Finding(
                    path, f"`{hardware.model}` does not stack", "leave stack out and cable each switch"
                )
            elif way != (first.platform, first.stack and first.stack.technology):
                message = f"`{hardware.model}` does not stack with `{first.model}`"
                yield Finding(path, message, "use models of one family", also=(site.switch_path(members[0]),))
            elif switch.number > hardware.max_members:
                message = f"a stack of `{hardware.model}` ends with sw{hardware.max_members}"
                yield Finding(path, message, "split the cabinet in two", at_key=True)
