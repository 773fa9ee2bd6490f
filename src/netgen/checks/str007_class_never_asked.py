"""A class of steering behind one that takes all of its traffic.

What it catches: a class whose zones, services and networks are all in a class with a lower number.
Why it matters in a school: the exams of June go over the mobile backup, because `everything` was asked first.
Example: `rest: {number: 10, prefer: spread}` and `exams: {number: 20, to: [192.0.2.0/24], ...}`
How to fix: give the narrower class the lower number.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.intent import SteeringClass
from netgen.values import object_path


def find_classes_never_asked(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each class, with the first class that is in its way."""
    ordered = sorted(trust.standard.steering.items(), key=lambda item: item[1].number)
    for place, (name, item) in enumerate(ordered):
        for other, earlier in ordered[:place]:
            if earlier.number < item.number and _covers(earlier, item):
                message = f"class `{name}` is never asked: class `{other}` takes all of its traffic before"
                path = object_path("standard", "steering", name, "number")
                also = (object_path("standard", "steering", other, "number"),)
                yield Finding(path, message, "give the narrower class the lower number", also=also)
                break


def _covers(earlier: SteeringClass, later: SteeringClass) -> bool:
    if not _holds(earlier.from_, later.from_):
        return False
    if earlier.applications:
        return bool(later.applications) and set(later.applications) <= set(earlier.applications)
    if later.applications:
        return not earlier.services and not earlier.to
    networks = not earlier.to or (
        bool(later.to) and all(any(wide.contains(narrow) for wide in earlier.to) for narrow in later.to)
    )
    return networks and _holds(earlier.services, later.services)


def _holds(wide: Collection[str], narrow: Collection[str]) -> bool:
    """True if everything of `narrow` is in `wide`; none at all means everything."""
    return not wide or (bool(narrow) and set(narrow) <= set(wide))
