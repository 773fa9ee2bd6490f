"""Devices that cannot be woken because their sockets are shut while they sleep.

What it catches: (a warning) a role with `access: dot1x` or `mab` whose segment is one of `wake: {to: ...}`.
Why it matters in a school: a socket lets nothing through, in either direction, until somebody has logged in there, and
    who sleeps has logged out: the packet that should wake a device ends at the switch.
Example: `classroom: {segment: student, access: dot1x}` and `wake: {to: [student], ...}`
How to fix: wake by the boot settings of the device (a clock in its firmware), or waive it where sockets stay logged in.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_sleepers_behind_login(trust: TrustFacts) -> Iterator[Finding]:
    """One warning for each role."""
    wake = trust.trust.services.wake
    for name, role in trust.standard.roles.items() if wake else ():
        if role.access != "open" and wake is not None and role.segment in wake.to:
            message = f"who sleeps in segment `{role.segment}` is shut out: role `{name}` asks for a login"
            path = object_path("standard", "roles", name, "access")
            advice = "wake by the device's own clock, or waive it where sockets stay logged in"
            yield Finding(path, message, advice, warning=True, also=("trust/services/wake/to",))
