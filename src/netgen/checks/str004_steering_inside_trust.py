"""Steering of what stays inside of the trust.

What it catches: `to` of a class inside of, or around, the trust's own addresses or the overlay.
Why it matters in a school: the way to the trust's servers leads through the tunnels; steered, it would end on the
    internet.
Example: `mis: {to: [10.0.8.0/24], ...}`
How to fix: write networks on the internet; the way to a hub is the overlay's.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_steering_inside_trust(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each network."""
    plan = trust.trust.addressing
    for name, item in trust.standard.steering.items():
        for index, prefix in enumerate(item.to):
            path = object_path("standard", "steering", name, "to", index)
            if prefix.version != 4:
                yield Finding(path, f"network {prefix} is not IPv4", "write an IPv4 network on the internet")
            elif prefix.overlaps(plan.supernet) or prefix.overlaps(plan.overlay):
                message = f"network {prefix} of class `{name}` reaches into the trust"
                yield Finding(path, message, "write networks on the internet alone")
