"""When something is on."""

from __future__ import annotations

import msgspec


class Schedule(msgspec.Struct, frozen=True, gc=False):
    """When something is on: days mon .. sun and hours `08:00`, local time; end after start."""

    name: str
    days: tuple[str, ...]
    start: str
    end: str
    origin: str
