"""Unknown or refused devices where they must not be.

What it catches: a guest or auth-fail segment whose zone is not one of users, or where devices are managed.
Why it matters in a school: whoever plugs in a laptop would stand beside the servers.
Example: `guest: servers`
How to fix: choose the visitors' segment.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_strangers_among_devices(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each of the two."""
    access, standard = trust.standard.access, trust.standard
    for field, name in (("guest", access.guest), ("failed", access.failed)):
        if name is None:
            continue
        segment = standard.segments[name]
        if segment.management or segment.access_points or not standard.zones[segment.zone].users:
            message = (
                f"devices that RADIUS does not trust would land in segment `{name}`, which is not for users"
            )
            yield Finding(object_path("standard", "access", field), message, "choose the visitors' segment")
