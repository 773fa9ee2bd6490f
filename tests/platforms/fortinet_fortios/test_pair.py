"""Two FortiGates that are one (FGCP)."""

from __future__ import annotations

import msgspec
from tests.platforms.fortinet_fortios.example import PART, SCHOOL, section, with_part

from netgen.device import Device, FirewallPair, FirewallPart
from netgen.rendering import render_device

PAIR = FirewallPair(
    1, ("oak-fw1", "oak-fw2"), 7, ("a", "b"), "secret://vault/network/ha/oak", "sites/oak/firewall/pair"
)


def member(number: int = 1, **changes: object) -> Device:
    """One of the two."""
    box = msgspec.structs.replace(SCHOOL, hostname=PAIR.hostnames[number - 1])
    return with_part(box, pair=msgspec.structs.replace(PAIR, member=number, **changes))


def test_a_firewall_that_stands_alone_knows_nothing_of_pairs() -> None:
    assert "config system ha" not in render_device(SCHOOL)


def test_a_pair_is_active_passive_keeps_sessions_and_watches_circuits_and_the_core() -> None:
    assert section(member(), "system ha") == (
        "config system ha\n"
        "    set group-id 8\n"
        '    set group-name "oak-fw"\n'
        "    set mode a-p\n"
        '    set password "NETGEN_SECRET.vault.network.ha.oak.END"\n'
        '    set hbdev "a" 100 "b" 50\n'
        "    set session-pickup enable\n"
        "    set session-pickup-connectionless enable\n"
        "    set override disable\n"
        "    set priority 200\n"
        '    set monitor "wan1" "wan2" "core"\n'
        "end"
    )


def test_the_members_differ_by_name_and_priority_alone() -> None:
    first, second = (render_device(member(number)).splitlines() for number in (1, 2))
    assert [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]] == [
        ('    set hostname "oak-fw1"', '    set hostname "oak-fw2"'),
        ("    set priority 200", "    set priority 100"),
    ]


def test_a_single_port_to_the_core_is_watched_too() -> None:
    port = msgspec.structs.replace(PART.interfaces[0], name="internal1", kind="lan", mode="none")
    alone: FirewallPart = msgspec.structs.replace(PART, interfaces=(PART.interfaces[0], port), pair=PAIR)
    text = render_device(msgspec.structs.replace(SCHOOL, firewall=alone, routes=(), dhcp_pools=()))
    assert '    set monitor "wan1" "internal1"\n' in text


def test_a_group_is_never_that_of_a_new_unit_and_fits_the_address_on_the_wire() -> None:
    def group(site: int) -> str:
        return section(member(number=1) if site == PAIR.number else _of_site(site), "system ha").split("\n")[
            1
        ]

    assert [group(site) for site in (0, 7, 254, 255)] == [
        "    set group-id 1",
        "    set group-id 8",
        "    set group-id 255",
        "    set group-id 1",
    ]


def _of_site(number: int) -> Device:
    return with_part(SCHOOL, pair=msgspec.structs.replace(PAIR, number=number))


def test_the_members_are_in_place_before_anything_else_names_them() -> None:
    text = render_device(member())
    assert text.index("config system interface\n") < text.index("config system ha\n")
