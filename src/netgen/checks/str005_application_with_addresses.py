"""A class of steering that says two things about what it is.

What it catches: applications beside services or networks in one class.
Why it matters in a school: a firewall knows a class by the one or by the other; half of what was meant would be lost.
Example: `office: {applications: [microsoft-365], services: [https], ...}`
How to fix: make two classes of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_applications_with_addresses(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each class."""
    for name, item in trust.standard.steering.items():
        if item.applications and (item.services or item.to):
            message = f"class `{name}` names applications, and services or networks too"
            path = object_path("standard", "steering", name, "applications")
            yield Finding(path, message, "make two classes of it")
