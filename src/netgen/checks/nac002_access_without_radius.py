"""Sockets that ask a RADIUS server which the trust does not have.

What it catches: a role with `access: dot1x` or `access: mab` in a trust without `services.radius`.
Why it matters in a school: no device would get beyond the socket.
Example: `classroom: {access: dot1x}` with `radius: []`
How to fix: name the servers in trust.yaml, or leave the sockets open.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_access_without_radius(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each role."""
    if trust.trust.services.radius:
        return
    for name, role in trust.standard.roles.items():
        if role.access != "open":
            message = f"role `{name}` asks RADIUS, but the trust has no RADIUS server"
            yield Finding(
                object_path("standard", "roles", name, "access"), message, "add services.radius to trust.yaml"
            )
