"""Two sites whose devices would have the same host names.

What it catches: two sites with one code, or a code that is the start of another (`oak` and `oak-junior`).
Why it matters in a school: a config for `oak-main-sw` must have exactly one box to go to.
Example: `code: oak` in two files
How to fix: give each site its own code; a code without a dash never collides.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import SiteSummary, TrustFacts
from netgen.values import object_path


def find_duplicate_site_codes(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each later site."""
    first: dict[str, SiteSummary] = {}
    for site in trust.sites:
        other = first.setdefault(site.code, site)
        if other is not site:
            message = f"code `{site.code}` of site `{site.name}` is already that of site `{other.name}`"
            yield _finding(site.name, other.name, message)
    for code, site in first.items():
        start = code
        while "-" in start:
            start = start.rpartition("-")[0]
            if start in first:
                message = f"code `{code}` of site `{site.name}` starts like code `{start}`"
                yield _finding(site.name, first[start].name, message)


def _finding(name: str, other: str, message: str) -> Finding:
    also = (object_path("sites", other, "code"),)
    return Finding(
        object_path("sites", name, "code"), message, "choose a code of its own, without a dash", also=also
    )
