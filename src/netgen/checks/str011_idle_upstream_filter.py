"""An upstream filter that no user's traffic passes.

What it catches: `upstream_filter` at a site with `breakout: hub`.
Why it matters in a school: somebody attests a filter on circuits that carry no pages, and it is the hub that filters.
Example: `breakout: hub` beside `upstream_filter: {...}`
How to fix: remove one of the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_idle_upstream_filters(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding."""
    if site.site.breakout == "hub" and site.site.upstream_filter is not None:
        message = (
            f"the upstream filter of `{site.name}` sees no pages: they leave by a hub, which filters them"
        )
        path = object_path(site.path, "upstream_filter")
        yield Finding(path, message, "remove it, or break out locally", also=(f"{site.path}/breakout",))
