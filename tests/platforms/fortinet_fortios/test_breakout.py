"""A site that breaks out at a hub: policy routes, and the default routes that hold them up."""

from __future__ import annotations

import msgspec
import pytest
from tests.oracles.fortios_schema import schema_folder, unknown_lines
from tests.platforms.fortinet_fortios.example import (
    HUB,
    PART,
    SCHOOL,
    TUNNEL,
    WAN1,
    WAN2,
    section,
    with_part,
)

from netgen.device import Breakout
from netgen.rendering import render_device
from netgen.values import Prefix

AWAY = msgspec.structs.replace(TUNNEL, internet="there")
BOX = with_part(
    SCHOOL,
    interfaces=(
        msgspec.structs.replace(WAN1, priority=10),
        msgspec.structs.replace(WAN2, priority=20),
        *PART.interfaces[2:],
    ),
    tunnels=(AWAY, msgspec.structs.replace(AWAY, name="oak-hub2", remote="198.51.100.9", distance=20)),
    breakout=Breakout(
        ("oak-hub1", "oak-hub2"), Prefix.parse("10.2.64.0/18"), (Prefix.parse("10.0.0.0/8"),),
        falls_back=False, origin="sites/oak/breakout",
    ),
)  # fmt: skip


def test_what_stays_inside_keeps_its_routes_and_all_else_takes_the_first_tunnel_that_is_up() -> None:
    assert section(BOX, "router policy") == (
        "config router policy\n"
        "    edit 1\n"
        '        set src "10.2.64.0/255.255.192.0"\n'
        '        set dst "10.0.0.0/255.0.0.0"\n'
        "        set action deny\n"
        "    next\n"
        "    edit 11\n"
        '        set src "10.2.64.0/255.255.192.0"\n'
        '        set output-device "oak-hub1"\n'
        "    next\n"
        "    edit 12\n"
        '        set src "10.2.64.0/255.255.192.0"\n'
        '        set output-device "oak-hub2"\n'
        "    next\n"
        "end"
    )


def test_default_routes_into_the_tunnels_stand_behind_those_of_the_circuits() -> None:
    text = section(BOX, "router static")
    assert (
        "    edit 2\n"
        "        set priority 1000\n"
        '        set device "oak-hub1"\n'
        '        set comment "breakout"\n'
        "    next"
    ) in text
    assert "set priority 1001" in text


def test_the_selectors_are_everything_on_the_hubs_side_which_is_the_default() -> None:
    row = section(BOX, "vpn ipsec phase2-interface", '"oak-hub1"')
    assert "set src-subnet 10.2.64.0 255.255.192.0" in row
    assert "dst-subnet" not in row
    part = HUB.firewall
    assert part is not None
    open_hub = with_part(
        HUB, tunnels=tuple(msgspec.structs.replace(item, internet="here") for item in part.tunnels)
    )
    name = f'"{part.tunnels[0].name}"'
    assert "src-subnet" not in section(open_hub, "vpn ipsec phase2-interface", name)
    assert section(open_hub, "router static") == section(HUB, "router static")


def test_a_site_that_breaks_out_by_itself_has_no_policy_route() -> None:
    assert "config router policy" not in render_device(SCHOOL)


@pytest.mark.skipif(schema_folder() is None, reason="the schema (hfortix-fortios) is not installed")
def test_every_line_is_in_the_schema() -> None:
    assert unknown_lines(render_device(BOX)) == []
