"""A login that changes nothing.

What it catches: a guest or auth-fail segment that is also the segment of a group, or of a role that asks RADIUS.
Why it matters in a school: whoever fails to log in lands exactly where the login would have led.
Example: `groups: {staff-devices: staff}` with `failed: staff`
How to fix: choose the visitors' segment, in which nobody is after a login.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_refused_among_admitted(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each of the two."""
    access, roles = trust.standard.access, trust.standard.roles
    admitted = {segment: f"group `{group}`" for group, segment in access.groups.items()}
    admitted |= {role.segment: f"role `{name}`" for name, role in roles.items() if role.access == "dot1x"}
    for field, name in (("guest", access.guest), ("failed", access.failed)):
        if name in admitted:
            message = f"devices that RADIUS refuses land in segment `{name}`, that of {admitted[name]}"
            yield Finding(object_path("standard", "access", field), message, "choose the visitors' segment")
