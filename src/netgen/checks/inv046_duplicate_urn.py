"""Two sites with one DfE reference number.

What it catches: the same `urn` in two site files.
Why it matters in a school: returns to the Department would speak of the wrong school.
Example: `urn: "100002"` in two files
How to fix: look the number up on Get Information about Schools.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_duplicate_urns(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each later site."""
    first: dict[str, str] = {}
    for site in trust.sites:
        if not site.urn:
            continue
        name = site.name
        other = first.setdefault(site.urn, name)
        if other != name:
            message = f"URN {site.urn} of site `{name}` is already that of site `{other}`"
            path, also = object_path("sites", name, "urn"), (object_path("sites", other, "urn"),)
            yield Finding(path, message, "correct one of the two", also=also)
