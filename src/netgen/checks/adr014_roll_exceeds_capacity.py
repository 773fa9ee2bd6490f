"""More people than the archetype is planned for.

What it catches: a site whose pupils or staff exceed the capacity of its archetype.
Why it matters in a school: subnets follow the capacity; the school would run out of addresses.
Example: `pupils: 600` with `archetype: primary-2fe` (540)
How to fix: choose a larger archetype, or raise the capacity in the standard.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts


def find_roll_over_capacity(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding for pupils and one for staff."""
    capacity = site.archetype.capacity
    for key, count, most in (
        ("pupils", site.site.pupils, capacity.pupils),
        ("staff", site.site.staff, capacity.staff),
    ):
        if count > most:
            message = f"{count} {key} exceed the {most} that archetype `{site.site.archetype}` is planned for"
            yield Finding(
                f"{site.path}/{key}", message, f"choose a larger archetype, or raise its capacity.{key}"
            )
