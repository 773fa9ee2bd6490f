"""A web category that a filter both blocks and lets pass.

What it catches: one key under `block` and under `monitor`, or `csam` or `terror` under `monitor`.
Why it matters in a school: the list would say that pupils may see what they may not.
Example: `{block: [genai, adult], monitor: [genai]}`
How to fix: keep the key in one of the two lists.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

_ALWAYS_BLOCKED = frozenset({"csam", "terror"})


def find_blocked_and_monitored(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each key."""
    for name, item in trust.standard.filters.items():
        for index, word in enumerate(item.monitor):
            if word in item.block or word in _ALWAYS_BLOCKED:
                path = object_path("standard", "filters", name, "monitor", index)
                message = f"filter `{name}` monitors `{word}`, which is blocked"
                yield Finding(path, message, "remove it from monitor")
