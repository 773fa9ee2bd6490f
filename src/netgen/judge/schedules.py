"""Hours of a week, as planned and as a text says them: what is compared are days with start and end."""

from __future__ import annotations

from netgen.blueprint import TrustPlan
from netgen.readback import Observed

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
#: Names of a schedule that never ends.
_ALWAYS = frozenset({"", "always"})
Hours = frozenset[tuple[str, str, str]]
#: What is always on.
EVERY_HOUR: Hours = frozenset()
#: A schedule that the text does not define, or that says nothing of a week.
NO_HOURS: Hours = frozenset({("never", "", "")})


def planned_hours(trust: TrustPlan, name: str) -> Hours:
    """(day, start, end) of a planned schedule; EVERY_HOUR without a name."""
    if not name:
        return EVERY_HOUR
    for item in trust.schedules:
        if item.name == name:
            return frozenset((day, item.start, item.end) for day in item.days)
    return NO_HOURS


def observed_hours(observed: Observed, name: str) -> Hours:
    """(day, start, end) of a schedule of a text; no days mean every day."""
    if name in _ALWAYS:
        return EVERY_HOUR
    found = {
        (day[:3].lower(), item.start, item.end)
        for item in observed.schedules
        if item.name == name
        for day in item.days or _DAYS
    }
    return frozenset(found) or NO_HOURS


def describe_hours(hours: Hours) -> str:
    """`always`, or days and times: `fri mon 08:00-16:00`."""
    if hours == EVERY_HOUR:
        return "always"
    if hours == NO_HOURS:
        return "at no time that is defined"
    spans = sorted({(start, end) for _, start, end in hours})
    return ", ".join(
        " ".join([*(day for day in _DAYS if (day, start, end) in hours), f"{start}-{end}"])
        for start, end in spans
    )
