"""A filter that inspects TLS, and nothing that says how; or the other way round.

What it catches: a filter with `inspect: true` without standard/inspection.yaml, and (warning) that file where no
    rule uses a filter that inspects.
Why it matters in a school: somebody believes that encrypted pages are looked at.
Example: `secondary: {inspect: true, ...}` without standard/inspection.yaml
How to fix: write the CA's name and expiry into standard/inspection.yaml, or remove inspect.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_inspection_without_ca(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each filter, or one for the file."""
    filters = trust.standard.filters
    if trust.standard.inspection is None:
        for name, item in filters.items():
            if item.inspect:
                path = object_path("standard", "filters", name, "inspect")
                message = f"filter `{name}` inspects TLS, and no CA is named"
                yield Finding(path, message, "write ca and expires into standard/inspection.yaml")
    elif not any(filters[name].inspect for _, _, name in trust.filtered):
        message = "TLS is inspected nowhere: no rule has a filter with inspect"
        yield Finding(
            "standard/inspection/ca",
            message,
            "add inspect: true to a filter, or remove the file",
            warning=True,
        )
