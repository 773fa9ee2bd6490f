"""Two zones whose rules would have one name.

What it catches: two zone names with the same first 13 characters. Rule names on firewalls are short, so
    longer zone names are cut there.
Why it matters in a school: a log line must say which rule it was.
Example: zones `student-devices-a` and `student-devices-b`
How to fix: let the names differ at their start.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts

_SHOWN = 13


def find_zone_names_too_alike(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each later zone."""
    first: dict[str, str] = {}
    for name in trust.standard.zones:
        other = first.setdefault(name[:_SHOWN], name)
        if other != name:
            message = f"zones `{name}` and `{other}` have the same first {_SHOWN} characters"
            path, also = trust.zone_path(name), (trust.zone_path(other),)
            yield Finding(
                path, message, "rename one so that they differ at their start", at_key=True, also=also
            )
