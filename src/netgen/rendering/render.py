"""Render one Device, plainly or with the ObjectPath of every line.

The text always ends with one line break and has no trailing spaces to lose.
"""

from __future__ import annotations

from functools import cache

import msgspec
from jinja2 import Template

from netgen.device import Device
from netgen.platforms.registry import platform
from netgen.rendering.environment import END, ENTER, LEAVE, environment


class Line(msgspec.Struct, frozen=True):
    """A rendered line and the ObjectPath of the inventory that asked for it."""

    text: str
    origin: str


@cache
def _template(key: str, *, traced: bool) -> Template:
    return environment(traced=traced).get_template(f"{key}/device.j2")


def render_view(key: str, view: object) -> str:
    """The text of a view that is already built (the benchmark's floor is this call alone)."""
    template = _template(key, traced=False)
    own = template.environment
    # What `template.render` does, without the copies that let templates have globals of their own: ours have none.
    names = {**own.globals, "device": view}
    context = own.context_class(own, names, template.name, template.blocks)
    try:
        return "".join(template.root_render_func(context))
    except Exception:
        # The same mistake in the environment whose errors name the file and line of a template.
        _template(key, traced=True).render(device=view)
        raise


def render_device(device: Device) -> str:
    """The complete configuration of one box, with placeholders where secrets go."""
    return render_view(device.platform, platform(device.platform).view(device))


def trace_device(device: Device) -> tuple[Line, ...]:
    """The same lines as `render_device`, each with the innermost object that asked for it."""
    text = _template(device.platform, traced=True).render(device=platform(device.platform).view(device))
    asked: list[str] = [device.origin]
    lines: list[Line] = []
    for raw in text.split("\n")[:-1]:
        origin, plain = _unmark(raw, asked)
        if plain or not _is_only_marks(raw):
            lines.append(Line(plain, origin))
    return tuple(lines)


def _is_only_marks(raw: str) -> bool:
    return bool(raw) and raw[0] in (ENTER, LEAVE)


def _unmark(raw: str, asked: list[str]) -> tuple[str, str]:
    """Follow the marks of one line; the origin is the innermost one where its text begins."""
    plain: list[str] = []
    origin = ""
    position = 0
    while position < len(raw):
        character = raw[position]
        if character == ENTER:
            end = raw.index(END, position)
            asked.append(raw[position + 1 : end])
            position = end + 1
            continue
        if character == LEAVE:
            asked.pop()
        else:
            origin = origin or asked[-1]
            plain.append(character)
        position += 1
    return origin or asked[-1], "".join(plain)
