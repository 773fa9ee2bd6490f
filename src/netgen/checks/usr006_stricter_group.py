"""A group that is held shorter than everybody in its zone.

What it catches: a rule with `groups` whose filter blocks a category or denies a domain that the filter of the zone's
    own rule lets pass, or that inspects TLS where the zone's own does not.
Why it matters in a school: whoever is not known to the firewall gets the zone's own rule, so that a report that is late
    or missing would open what the group must not see.
Example: filter `primary` for a group in a zone whose own filter is `staff`
How to fix: make the zone's own rule as strict as its strictest group, and let groups see more.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_stricter_groups(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each pair of filters of a zone, at the group's rule."""
    policy, filters = trust.standard.policy, trust.standard.filters
    own = {
        source: {name for index, zone, name in trust.filtered if zone == source and not policy[index].groups}
        for _, source, _ in trust.filtered
    }
    seen = set[tuple[str, str, str]]()
    for index, source, name in trust.filtered:
        # by-phase is the same filter as that of the zone's own rule, or another one on purpose.
        if not policy[index].groups or name in own[source]:
            continue
        for plain in sorted(own[source]):
            more = sorted(set(filters[name].block) - set(filters[plain].block))
            more += sorted({e.domain for e in filters[name].deny} - {e.domain for e in filters[plain].deny})
            message = (
                f"`{name}` blocks {more[0]}, which `{plain}` of zone `{source}` does not" if more else ""
            )
            if filters[name].inspect and not filters[plain].inspect:
                message = f"`{name}` inspects TLS, and `{plain}` of zone `{source}` does not"
            if message and (source, name, plain) not in seen:
                seen.add((source, name, plain))
                yield Finding(
                    object_path("standard", "policy", index, "filter"),
                    message,
                    "make the zone's own filter as strict: whoever is not known gets that one",
                )
