"""A class of steering with more ranges of ports than a firewall has rows for it.

What it catches: more than fifty ranges of ports in the services of one class.
Why it matters in a school: FortiOS has one row for each protocol and range, and the rows of a class have fixed numbers.
Example: a class with every service of the trust
How to fix: leave `services` out, which means all of them, or make two classes of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

_MOST = 50


def find_crowded_classes(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each class."""
    for name, item in trust.standard.steering.items():
        services = [trust.standard.services[service] for service in set(item.services)]
        ranges = sum(len(each.tcp) + len(each.udp) + each.icmp for each in services)
        if ranges > _MOST:
            message = f"class `{name}` names {ranges} ranges of ports, and {_MOST} fit"
            path = object_path("standard", "steering", name, "services")
            yield Finding(path, message, "leave services out to mean all, or make two classes")
