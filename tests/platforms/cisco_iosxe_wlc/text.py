"""Parts of a rendered text, for tests that look at one feature at a time."""

from __future__ import annotations

from netgen.device import Device
from netgen.rendering import render_device


def block(device: Device, header: str) -> list[str]:
    """The lines below a top-level header, without one space of indent; the header is there exactly once."""
    lines = render_device(device).splitlines()
    assert lines.count(header) == 1, f"{header!r} appears {lines.count(header)} times"
    body: list[str] = []
    for line in lines[lines.index(header) + 1 :]:
        if not line.startswith(" "):
            break
        body.append(line[1:])
    return body


def top_level(device: Device, prefix: str) -> list[str]:
    """Every top-level line that begins so, in order."""
    return [line for line in render_device(device).splitlines() if line.startswith(prefix)]


def wlan_block(device: Device, name: str) -> list[str]:
    """The lines of the WLAN profile of this name."""
    (header,) = top_level(device, f"wlan {name} ")
    return block(device, header)
