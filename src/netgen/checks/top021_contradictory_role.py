"""A port role that contradicts itself.

What it catches: a role whose voice segment is also its own segment, or that has a phone and trunks WLANs, that
    authenticates an access point's trunk, or that trusts a telephone it does not have.
Why it matters in a school: phone and PC would need one VLAN tagged and untagged on one port.
Example: `desk: {segment: voice, voice: voice, ...}`
How to fix: make two roles of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_contradictory_roles(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding for each role."""
    for name, role in trust.standard.roles.items():
        path = object_path("standard", "roles", name, "voice")
        if role.voice and role.voice == role.segment:
            message = f"role `{name}` has the phone in its own segment `{role.segment}`"
            yield Finding(path, message, "remove voice, or choose another segment")
        elif role.voice and role.trunk_wlans:
            message = f"role `{name}` is for a phone and for an access point"
            yield Finding(path, message, "make two roles of it")
        elif role.trunk_wlans and role.access != "open":
            message = f"role `{name}` carries access points and asks RADIUS who is there"
            advice = "remove access: the access point asks for each of its clients"
            yield Finding(object_path("standard", "roles", name, "access"), message, advice)
        elif role.trust == "phone" and not role.voice:
            message = f"role `{name}` trusts the marks of a telephone and has none"
            advice = "add voice, or write trust: none"
            yield Finding(object_path("standard", "roles", name, "trust"), message, advice)
