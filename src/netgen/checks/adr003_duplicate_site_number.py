"""Two sites that would own the same addresses.

What it catches: two sites with one number, hence one address block.
Why it matters in a school: two schools with the same subnets cannot both be reached over the overlay.
Example: `number: 7` in two files
How to fix: give the newer site a number that was never used.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_duplicate_site_numbers(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each later site."""
    first: dict[int, str] = {}
    free = max((site.number for site in trust.sites), default=0) + 1
    for site in trust.sites:
        other = first.setdefault(site.number, site.name)
        if other != site.name:
            message = f"number {site.number} of site `{site.name}` is already that of site `{other}`"
            path, also = object_path("sites", site.name, "number"), (object_path("sites", other, "number"),)
            advice = f"give the newer site an unused number, such as {free}"
            yield Finding(path, message, advice, also=also)
