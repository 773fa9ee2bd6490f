"""Calendar profiles: when a policy profile is on the air, as windows of a week.

Source: public C9800 configurations, whose keywords are misspelt as the command line has them (`calender-profile`,
`recurrance`). Days run from midnight to midnight: a window cannot cross it.
"""

from __future__ import annotations

import re

from netgen.readback.cisco_iosxe_wlc.blocks import Block, Notes

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\Z")
_DAY = 24 * 60

Minutes = set[tuple[str, int]]


def read_calendar(block: Block, notes: Notes) -> Minutes:
    """The minutes of a week that a profile names, as (mon .. sun, minute of the day)."""
    days = [line.said[1] for line in block.take("day") if len(line.said) == 2 and line.on]
    recurrence = block.value("recurrance") or block.value("recurrence")
    if recurrence == "daily" and not days:
        days = list(_DAYS)
    elif recurrence not in {"weekly", "daily"}:
        notes.doubt(
            block.line, f"calendar {block.name} recurs {recurrence or 'never'}, neither weekly nor daily"
        )
    for day in days:
        if day not in _DAYS:
            notes.doubt(block.line, f"calendar {block.name}: `{day}` is no day")
    words = block.words("start")
    if len(words) != 3 or words[1] != "end":
        notes.doubt(block.line, f"calendar {block.name} has no start and end")
        return set()
    first, last = _minute(words[0]), _minute(words[2], end=True)
    if first is None or last is None or last <= first:
        notes.doubt(block.line_of("start"), f"calendar {block.name}: `{' '.join(words)}` is no part of a day")
        return set()
    return {(day[:3], minute) for day in days if day in _DAYS for minute in range(first, last)}


def _minute(text: str, *, end: bool = False) -> int | None:
    found = _TIME.match(text)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    minute = int(found[1]) * 60 + int(found[2])
    return minute + 1 if end and found[3] == "59" else minute


def whole_week() -> Minutes:
    """Every minute."""
    return {(day[:3], minute) for day in _DAYS for minute in range(_DAY)}


def windows(minutes: Minutes) -> tuple[tuple[str, str, str], ...]:
    """A week's minutes as (day, start, end) in order; () for all of them."""
    found: list[tuple[str, str, str]] = []
    if len(minutes) == _DAY * len(_DAYS):
        return ()
    for name in _DAYS:
        day = name[:3]
        inside = sorted(minute for each, minute in minutes if each == day)
        start = previous = -2
        for minute in [*inside, _DAY + 9]:
            if minute != previous + 1:
                if start >= 0:
                    found.append((day, _clock(start), _clock(previous + 1)))
                start = minute
            previous = minute
    return tuple(found) or (("", "", ""),)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
