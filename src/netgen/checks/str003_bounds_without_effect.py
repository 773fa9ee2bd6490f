"""Bounds of a class that takes the fastest circuit anyhow.

What it catches: latency, jitter or loss beside `prefer: lowest-latency`.
Why it matters in a school: somebody believes that a bad circuit is left, and only the slower one is.
Example: `voice: {prefer: lowest-latency, loss_percent: 1, ...}`
How to fix: write `prefer: primary` with the bounds, or take the bounds away.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_bounds_without_effect(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each class."""
    for name, item in trust.standard.steering.items():
        if item.prefer == "lowest-latency" and item.has_bounds:
            message = f"class `{name}` takes the fastest circuit, so its bounds have no effect"
            path = object_path("standard", "steering", name)
            yield Finding(path, message, "write prefer: primary with the bounds, or take them away")
