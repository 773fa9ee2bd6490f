"""An exception to what no school may vary.

What it catches: an exception to zones, isolation, policy, filters, WLAN security or anything else that
    safeguarding or isolation rests on.
Why it matters in a school: one line would take a school out of its protection, quietly and for good.
Example: `path: segments.guest.zone`
How to fix: change the standard for all schools, in a review that everybody sees.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.exceptions import EXCEPTABLE_FIELDS, split_path
from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.intent import Standard
from netgen.intent.resolution import EXCEPTABLE
from netgen.values import object_path


def find_forbidden_exceptions(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding for each exception."""
    for index, exception in enumerate(site.site.exceptions):
        parts = exception.path.split(".")
        collection, field = parts[0], parts[-1]
        fields = EXCEPTABLE_FIELDS.get(collection)
        if fields is not None and split_path(exception.path) is None:
            continue  # EXC001 says so
        known = collection in Standard.model_fields and (fields is None or field in fields)
        if known and (collection, field) not in EXCEPTABLE:
            allowed = sorted(name for kind, name in EXCEPTABLE if kind == collection)
            advice = (
                f"except only: {', '.join(allowed)}" if allowed else "change the standard for all schools"
            )
            path = object_path(site.path, "exceptions", index, "path")
            yield Finding(path, f"`{exception.path}` may not be excepted", advice)
