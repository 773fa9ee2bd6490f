"""A name that netgen or a device already uses for something else.

What it catches: zones called `internal`, `overlay`, `default`, `all` or `any`; services called `any`;
    filters called `by-phase`; schedules called `always`, `never` or `none`; segments called like a
    transit, native or default VLAN.
Why it matters in a school: a rule that says `to: internal` must mean one thing only.
Example: `internal: {number: 5, title: Inside}` in zones.yaml
How to fix: choose another name.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

_RESERVED = {
    "zones": frozenset({"internal", "overlay", "default", "all", "any", "none"}),
    "services": frozenset({"any", "all", "none"}),
    "filters": frozenset({"by-phase"}),
    "schedules": frozenset({"always", "never", "none", "any", "all", "default"}),
    "segments": frozenset({"default", "native", "blackhole", "unused"}),
    "roles": frozenset({"uplink", "unused"}),
}


def find_reserved_names(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each."""
    for collection, reserved in _RESERVED.items():
        for name in getattr(trust.standard, collection):
            if name in reserved or _is_made_up(collection, name):
                path = object_path("standard", collection, name)
                message = f"the name `{name}` is reserved in {collection}.yaml"
                yield Finding(path, message, "choose another name", at_key=True)


def _is_made_up(collection: str, name: str) -> bool:
    """True for names in the form of those that netgen makes from others."""
    return (collection == "segments" and name.startswith("transit-")) or (
        collection == "services" and name.endswith("-icmp")
    )
