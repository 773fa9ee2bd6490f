"""Hours of SSIDs as time ranges, which know a day, all days, weekdays or the weekend."""

from __future__ import annotations

import msgspec

from netgen.device import Schedule, Wlan

_DAYS = {
    "mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday",
    "sat": "saturday", "sun": "sunday",
}  # fmt: skip
_WORDS = {
    frozenset(_DAYS): "daily",
    frozenset(("mon", "tue", "wed", "thu", "fri")): "weekday",
    frozenset(("sat", "sun")): "weekend",
}


class HoursView(msgspec.Struct, frozen=True):
    """A time range; times as `08:00`."""

    name: str
    days: str
    start: str
    end: str
    origin: str


def hours_views(schedules: tuple[Schedule, ...], wlans: tuple[Wlan, ...]) -> tuple[HoursView, ...]:
    """The time ranges of the schedules that an SSID has, by name."""
    asked = {wlan.hours for wlan in wlans}
    return tuple(
        HoursView(name, days, schedule.start, schedule.end, schedule.origin)
        for schedule in sorted(schedules, key=lambda schedule: schedule.name)
        if schedule.name in asked
        for name, days in _ranges(schedule)
    )


def range_names(wlan: Wlan, schedules: tuple[Schedule, ...]) -> tuple[str, ...]:
    """The time ranges in which an SSID is on; () where it always is."""
    return tuple(
        name for schedule in schedules if schedule.name == wlan.hours for name, _ in _ranges(schedule)
    )


def _ranges(schedule: Schedule) -> tuple[tuple[str, str], ...]:
    """(name, days) of each time range: one where Instant has a word for the days, else one a day."""
    word = _WORDS.get(frozenset(schedule.days))
    if word is not None:
        return ((schedule.name, word),)
    return tuple((f"{schedule.name}-{day}", _DAYS[day]) for day in schedule.days)
