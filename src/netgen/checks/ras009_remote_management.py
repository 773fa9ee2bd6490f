"""Remote people who reach devices, and were not meant to.

What it catches: a rule that lets a remote group into the zone of the devices although its zone is not under
    `administration.from_zones`; and a group under it that has pupils or a split tunnel.
Why it matters in a school: whoever manages the boxes opens every door. From elsewhere that is one named group, whose
    computers are on no other network while they do.
Example: `- {from: remote-staff, to: management, allow: [https], why: Controllers from home}`
How to fix: remove the zone from the rule, or name it under `from_zones` and give the group a full tunnel.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_remote_management(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding for each group."""
    asked = trust.trust.remote_access
    managing = trust.trust.administration.from_zones
    devices = {item.zone for item in trust.standard.segments.values() if item.management}
    for name, group in asked.groups.items() if asked else ():
        rules = [index for zone in sorted(devices) for index in trust.allowing((group.zone, zone))]
        if group.zone not in managing:
            if rules:
                message = f"remote group `{name}` reaches devices, and may not manage them"
                yield Finding(
                    object_path("standard", "policy", rules[0]),
                    message,
                    "remove its zone from this rule, or name the zone in administration.from_zones",
                )
            continue
        path = object_path("trust", "administration", "from_zones", managing.index(group.zone))
        if group.pupils:
            message = f"devices could be managed by pupils of remote group `{name}`"
            yield Finding(path, message, "remove the zone")
        elif group.tunnel == "split":
            message = f"remote group `{name}` manages devices while it is on other networks too"
            yield Finding(path, message, "write tunnel: full for the group, or remove the zone")
