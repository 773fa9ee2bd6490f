"""TLS inspection of devices that are not the trust's own.

What it catches: a filter with `inspect: true` that a rule gives to a zone without `managed: true`.
Why it matters in a school: a visitor's telephone does not know the trust's CA, so every page would be an error; and
    nobody may read what people do on devices of their own.
Example: `visitor: {inspect: true, ...}`, the filter of zone `guest`
How to fix: give the zone a filter of its own without inspect, or say `managed: true` where it is so.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_unmanaged_zones_inspected(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each zone and filter, at the first rule."""
    seen = set[tuple[str, str]]()
    for index, source, name in trust.filtered:
        wanted = trust.standard.filters[name]
        if not wanted.inspect or trust.standard.zones[source].managed or (source, name) in seen:
            continue
        seen.add((source, name))
        yield Finding(
            object_path("standard", "policy", index),
            f"filter `{name}` inspects TLS of zone `{source}`, which is not managed",
            "use a filter without inspect here, or mark the zone `managed: true` if all its devices know the CA",
            also=(object_path("standard", "filters", name, "inspect"),),
        )
