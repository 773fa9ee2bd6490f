"""Members of a VSF stack and the ports that hold them together."""

from __future__ import annotations

import msgspec

from netgen.device import Device
from netgen.platforms.aruba_aoscx.names import Family


class MemberView(msgspec.Struct, frozen=True):
    """A VSF member: its part number and the ports of its links 1 and 2, which nothing else may use."""

    number: int
    part: str
    links: tuple[tuple[int, str], ...]


def member_views(device: Device, family: Family) -> tuple[MemberView, ...]:
    """VSF members; a box that could stack and does not is member 1 without links."""
    if not family.stacks:
        return ()
    alone = len(device.members) == 1
    return tuple(
        MemberView(number, part.lower(), () if alone else _links(device, number))
        for number, part in enumerate(device.members, 1)
    )


def _links(device: Device, member: int) -> tuple[tuple[int, str], ...]:
    return tuple(enumerate(device.stack_ports[member - 1], 1)) if device.stack_ports else ()
