"""Remote access that ends where nobody finds it.

What it catches: a name under `remote_access.at` that is no hub of the trust.
Why it matters in a school: schools have the way to the hubs alone, so people at home would reach nothing.
Example: `remote_access: {at: oak-primary, ...}`
How to fix: name one of the trust's hubs.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.checks.wording import choose_known
from netgen.values import object_path


def find_remote_access_elsewhere(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each such name."""
    asked = trust.trust.remote_access
    for index, site in enumerate(asked.at if asked else ()):
        if site not in trust.trust.hubs:
            path = object_path("trust", "remote_access", "at", index)
            yield Finding(path, f"`{site}` is no hub", choose_known(site, trust.trust.hubs))
