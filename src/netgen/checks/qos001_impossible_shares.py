"""Classes of traffic that do not add up.

What it catches: shares that are not 100 percent together, two classes with one DSCP, classes without one for all the
    rest, more classes than queues, more than two that are first, all the rest before everything else, a service in
    two classes.
Why it matters in a school: switches refuse such a policy, or telephones get what is left.
Example: `voice: {dscp: ef, percent: 60}` and `video: {dscp: af41, percent: 60}`
How to fix: let the shares add up to 100, and give one class the DSCP default.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

#: Egress queues of a switch port, and of them those that can have priority, on every platform.
_MOST_CLASSES, _MOST_PRIORITY = 8, 2


def find_impossible_shares(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for the sum, for the class that lacks, and for each class that contradicts another."""
    classes = trust.standard.qos
    if not classes:
        return
    path = object_path("standard", "qos")
    total = sum(item.percent for item in classes.values())
    if total != 100:
        message = f"the classes of traffic share {total} percent of a port"
        yield Finding(
            path, message, "let them add up to 100: switches share out whatever is left by their own rules"
        )
    if all(item.dscp not in ("default", "cs0") for item in classes.values()):
        yield Finding(path, "no class of traffic is for all the rest", "add a class with dscp: default")
    if len(classes) > _MOST_CLASSES:
        message = f"{len(classes)} classes of traffic, and a port has {_MOST_CLASSES} queues"
        yield Finding(path, message, "merge classes")
    first = [name for name, item in classes.items() if item.priority]
    for name in first[_MOST_PRIORITY:]:
        message = f"classes `{first[0]}`, `{first[1]}` and `{name}` all want to be first"
        yield Finding(object_path(path, name, "priority"), message, "leave two with priority")
    marked: dict[str, str] = {}
    for name, item in classes.items():
        if item.priority and item.dscp == "default":
            message = f"class `{name}` is for all the rest and is sent before everything else"
            yield Finding(object_path(path, name, "priority"), message, "remove priority")
        for index, service in enumerate(item.services):
            other = marked.setdefault(service, name)
            if other != name:
                message = f"service `{service}` is in class `{name}` and in class `{other}`"
                yield Finding(object_path(path, name, "services", index), message, "keep one of the two")
    seen: dict[str, str] = {}
    for name, item in classes.items():
        if item.dscp in seen:
            message = f"classes `{seen[item.dscp]}` and `{name}` have one DSCP, {item.dscp}"
            yield Finding(object_path(path, name, "dscp"), message, "give each class its own")
        seen.setdefault(item.dscp, name)
