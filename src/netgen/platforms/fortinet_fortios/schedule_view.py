"""Hours in which an SSID, or a policy, is on."""

from __future__ import annotations

import msgspec

from netgen.device import Schedule
from netgen.platforms.fortinet_fortios.names import schedule_name

_DAYS = {
    "mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday",
    "sat": "saturday", "sun": "sunday",
}  # fmt: skip


class ScheduleView(msgspec.Struct, frozen=True):
    """A recurring schedule; times as `08:00`."""

    name: str
    start: str
    end: str
    days: str
    origin: str


def schedule_views(*parts: tuple[Schedule, ...]) -> tuple[ScheduleView, ...]:
    """Each schedule once, by name, whichever part of the box asks for it."""
    asked = {schedule.name: schedule for part in reversed(parts) for schedule in part}
    return tuple(
        ScheduleView(
            schedule_name(name),
            asked[name].start,
            asked[name].end,
            " ".join(_DAYS[day] for day in asked[name].days),
            asked[name].origin,
        )
        for name in sorted(asked)
    )
