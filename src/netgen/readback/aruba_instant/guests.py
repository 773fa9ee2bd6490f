"""When an SSID is on the air (`time-range`), and the portal where guests register."""

from __future__ import annotations

import re

import msgspec

from netgen.readback.aruba_instant.blocks import Block, Notes
from netgen.readback.facts import ObservedSchedule

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {"daily": _WEEK, "weekday": _WEEK[:5], "weekend": _WEEK[5:]} | {day: (day,) for day in _WEEK}
_CLOCK = re.compile(r"(?:[01]\d|2[0-4]):[0-5]\d\Z")
_USUAL_PORT = {"https": "443", "http": "80"}


class Portal(msgspec.Struct, frozen=True):
    """An external captive portal: its address, and the line of its block."""

    address: str
    line: int


def read_range(words: tuple[str, ...], line: int) -> ObservedSchedule | None:
    """`time-range NAME periodic DAYS HH:MM to HH:MM`; None for another form, such as an absolute one."""
    match words:
        case ("time-range", name, "periodic", days, start, "to", end) if days in _DAYS:
            if _CLOCK.match(start) and _CLOCK.match(end):
                return ObservedSchedule(name, _DAYS[days], start, end, line)
    return None


def read_hours(
    block: Block, ranges: dict[str, ObservedSchedule], notes: Notes
) -> tuple[tuple[str, str, str], ...]:
    """(day, start, end) in which an SSID is sent; () for always. A range in which it is *not* sent is unread."""
    named: dict[str, str] = {}
    for line in block.take("time-range", "no time-range"):
        if line.words[0] == "no":
            named.pop(line.words[-1], None)
        elif len(line.words) == 3 and line.words[2] == "enable":
            named[line.words[1]] = line.text
        else:
            notes.skip(line.number, line.text)
    found: set[tuple[int, str, str]] = set()
    for name in named:
        if name not in ranges:
            notes.doubt(block.line_of("time-range"), f"SSID {block.name}: time range `{name}` is not defined")
        else:
            item = ranges[name]
            found.update((_WEEK.index(day), item.start, item.end) for day in item.days)
    return tuple((_WEEK[day][:3], start, end) for day, start, end in sorted(found))


def read_portal(block: Block) -> Portal:
    """A `wlan external-captive-portal` block; `server HOST:PORT` is the form of older releases."""
    host, _, port = block.last("server").partition(":")
    port = block.last("port") or port
    url = block.last("url").strip('"')
    scheme = "https" if block.flag("https") else "http"
    if url.startswith(("http://", "https://")):
        return Portal(url, block.line)
    place = host if port in {"", _USUAL_PORT[scheme]} else f"{host}:{port}"
    return Portal(f"{scheme}://{place}/{url.removeprefix('/')}".removesuffix("/"), block.line)


def read_portal_use(block: Block, portals: dict[str, Portal], notes: Notes) -> str:
    """The portal's address, or the word for one without; "" for none. Guests alone meet a portal."""
    words = block.last("captive-portal").split()
    is_guest = any(line.text == "type guest" for line in block.lines)
    if not words or words == ["disable"]:
        if is_guest and not words:
            notes.doubt(block.line, f"SSID {block.name}: guests, and nothing is said of a portal")
        return ""
    if not is_guest:
        notes.doubt(
            block.line_of("captive-portal"), f"SSID {block.name}: a portal, and its clients are no guests"
        )
    if words[0] != "external":
        return words[0]
    name = " ".join(words[2:]) if words[1:2] == ["profile"] else ""
    if words[1:] and not name:
        notes.skip(block.line_of("captive-portal"), f"captive-portal {' '.join(words)}")
    if name not in portals:
        notes.doubt(block.line_of("captive-portal"), f"SSID {block.name}: the portal `{name}` is not defined")
        return "external"
    return portals[name].address
