"""What a FortiGate itself answers to hosts of a segment."""

from __future__ import annotations

import msgspec
from tests.platforms.fortinet_fortios.example import PART, SCHOOL, section, with_part

from netgen.device import Device
from netgen.rendering import render_device
from netgen.values import Prefix


def serving(**clients: tuple[Prefix, ...]) -> Device:
    """The school whose VLAN interfaces all answer these clients."""
    return with_part(
        SCHOOL,
        interfaces=tuple(
            msgspec.structs.replace(item, **clients) if item.kind == "vlan" and not item.manage else item
            for item in PART.interfaces
        ),
    )


def test_a_box_that_nobody_asks_for_the_time_serves_none() -> None:
    assert "server-mode" not in render_device(SCHOOL)


def test_the_time_is_served_on_the_interfaces_of_those_that_ask_alone() -> None:
    names = [item.vlan for item in PART.interfaces if item.kind == "vlan" and not item.manage]
    quoted = " ".join(f'"v{number}"' for number in sorted(names))
    text = section(serving(time_clients=(Prefix.parse("10.2.65.0/24"),)), "system ntp")
    assert f"    set server-mode enable\n    set interface {quoted}\n    config ntpserver\n" in text
