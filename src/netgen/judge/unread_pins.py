"""Lines that no reader takes in and that are known to be harmless, as data: platform, shape, why.

A pin is a whole line as a regular expression. The list may only grow with a reason; a line of
any other shape stays undecided and keeps the judge from passing.
"""

from __future__ import annotations

import re

import msgspec


class Pin(msgspec.Struct, frozen=True):
    """A line that may stay unread, and why that hides nothing."""

    platform: str
    shape: str
    reason: str


PINS: tuple[Pin, ...] = ()


def pinned(platform: str, line: str, pins: tuple[Pin, ...] = PINS) -> Pin | None:
    """The pin that covers a line, or None."""
    text = line.strip()
    return next((pin for pin in pins if pin.platform == platform and re.fullmatch(pin.shape, text)), None)
