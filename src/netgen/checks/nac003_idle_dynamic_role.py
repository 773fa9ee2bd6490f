"""A role whose segment RADIUS should choose, and cannot.

What it catches: `dynamic: true` on a role that is open or an access point's, or in a standard without groups.
Why it matters in a school: everybody thinks that staff laptops land with the staff, and they do not.
Example: `classroom: {segment: student, dynamic: true}`
How to fix: add `access: dot1x` and groups in standard/access.yaml, or remove dynamic.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_idle_dynamic_roles(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each role."""
    for name, role in trust.standard.roles.items():
        if not role.dynamic:
            continue
        path = object_path("standard", "roles", name, "dynamic")
        if role.access == "open" or role.trunk_wlans:
            reason = "carries access points" if role.trunk_wlans else "asks nobody"
            yield Finding(
                path,
                f"RADIUS cannot choose for role `{name}`, which {reason}",
                "add access: dot1x, or remove dynamic",
            )
        elif not trust.standard.access.groups:
            yield Finding(
                path,
                f"RADIUS cannot choose for role `{name}`: there are no groups",
                "list groups in standard/access.yaml",
            )
