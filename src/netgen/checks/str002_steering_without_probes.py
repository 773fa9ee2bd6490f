"""A class of steering that asks for measurements that nobody takes.

What it catches: `prefer: lowest-latency`, and bounds of latency, jitter or loss, where `wan.probes` names no address.
Why it matters in a school: telephony stays on a circuit that has become useless, because nothing measures it.
Example: `voice: {prefer: lowest-latency, ...}` in a trust without `wan: {probes: [...]}`
How to fix: name addresses on the internet that answer pings in `wan.probes`, or take the bounds away.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_steering_without_probes(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each class."""
    if trust.trust.wan.probes:
        return
    for name, item in trust.standard.steering.items():
        if item.prefer == "lowest-latency" or item.has_bounds:
            message = f"class `{name}` goes by what pings measure, and `wan.probes` names no address"
            path = object_path("standard", "steering", name)
            yield Finding(path, message, "name one or two addresses in wan.probes of trust.yaml")
