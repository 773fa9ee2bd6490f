"""Rules for people whom no firewall knows.

What it catches: a rule with `groups` without `services.identity`, and `services.identity` without a RADIUS server that
    could pass its accounting on.
Why it matters in a school: the rule never holds, and nobody notices until the lesson.
Example: `- {from: student, to: internet, groups: sixth-form, ...}` without `identity:` in trust.yaml
How to fix: add `identity: {secret: secret://...}` to services in trust.yaml, and RADIUS servers.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_groups_without_identity(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each rule, or one for the source."""
    services = trust.trust.services
    if services.identity is not None and not services.radius:
        message = "nobody tells the firewalls who is where: no RADIUS server is named"
        yield Finding("trust/services/identity", message, "add the RADIUS servers under services.radius")
    for index, rule in enumerate(trust.standard.policy):
        if rule.groups and services.identity is None:
            path = object_path("standard", "policy", index, "groups")
            message = f"no firewall knows who is in `{rule.groups[0]}`"
            yield Finding(path, message, "add identity to services in trust.yaml")
