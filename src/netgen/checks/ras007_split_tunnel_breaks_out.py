"""What a remote group's tunnel carries contradicts its rules.

What it catches: a group with a split tunnel that may reach the internet through the trust (error), and a group with a
    full tunnel that may not (warning).
Why it matters in a school: with a split tunnel people use their own internet, so such a rule is a second way out that
    nobody watches; with a full one and no rule they have no web at all while they work.
Example: `supplier: {tunnel: split, ...}` and `- {from: supplier, to: internet, allow: [web], ...}`
How to fix: remove the rule, or write `tunnel: full`; for a full tunnel add a rule with a filter.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_split_tunnels_that_break_out(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each group."""
    asked = trust.trust.remote_access
    for name, group in asked.groups.items() if asked else ():
        rules = [index for zone in sorted(trust.internet) for index in trust.allowing((group.zone, zone))]
        if group.tunnel == "split" and rules:
            message = f"remote group `{name}` has a split tunnel, and a way to the internet here"
            yield Finding(
                object_path("standard", "policy", rules[0]),
                message,
                "remove the zone from this rule, or write tunnel: full",
                also=(object_path("trust", "remote_access", "groups", name, "tunnel"),),
            )
        elif group.tunnel == "full" and not rules:
            message = f"remote group `{name}` sends everything here, and may not reach the internet"
            path = object_path("trust", "remote_access", "groups", name)
            advice = f"add a rule from `{group.zone}` to the internet with a filter"
            yield Finding(path, message, advice, warning=True, at_key=True)
