"""Two PAN-OS firewalls of which one is active."""

from __future__ import annotations

import msgspec
from tests.platforms.paloalto_panos.example import SCHOOL, lines, with_part

from netgen.device import Device, FirewallPair
from netgen.rendering import render_device

PAIR = FirewallPair(
    1, ("oak-fw1", "oak-fw2"), 7, ("ethernet1/7", "ethernet1/8"), "", "sites/oak/firewall/pair"
)


def member(place: int = 1, **changes: object) -> Device:
    """One of the two."""
    box = msgspec.structs.replace(SCHOOL, hostname=PAIR.hostnames[place - 1])
    return with_part(box, pair=msgspec.structs.replace(PAIR, member=place, **changes))


def test_a_firewall_that_stands_alone_knows_nothing_of_pairs() -> None:
    text = render_device(SCHOOL)
    assert "high-availability" not in text
    assert "sync-to-peer" not in text


def test_a_pair_is_active_passive_synchronises_and_watches_its_cables_to_the_core() -> None:
    assert lines(member(), "set deviceconfig high-availability") == [
        "enabled yes",
        "group group-id 8",
        "group peer-ip 169.254.1.2",
        "group mode active-passive passive-link-state auto",
        "group election-option device-priority 100",
        "group election-option preemptive no",
        "group configuration-synchronization enabled yes",
        "group state-synchronization enabled yes",
        "group state-synchronization ha2-keep-alive enabled yes",
        "group monitoring link-monitoring enabled yes",
        "group monitoring link-monitoring link-group to-core interface ae1",
        "interface ha1 port ethernet1/7",
        "interface ha1 ip-address 169.254.1.1",
        "interface ha1 netmask 255.255.255.252",
        "interface ha2 port ethernet1/8",
        "interface ha2 ip-address 169.254.2.1",
        "interface ha2 netmask 255.255.255.252",
    ]


def test_the_members_name_each_other_and_differ_in_nothing_else() -> None:
    first, second = (render_device(member(place)).splitlines() for place in (1, 2))
    differ = [(one, two) for one, two in zip(first, second, strict=True) if one != two]
    assert [(one.split()[-2:], two.split()[-1]) for one, two in differ] == [
        (["hostname", "oak-fw1"], "oak-fw2"),
        (["peer-ip", "169.254.1.2"], "169.254.1.1"),
        (["device-priority", "100"], "110"),
        (["ip-address", "169.254.1.1"], "169.254.1.2"),
        (["ip-address", "169.254.2.1"], "169.254.2.2"),
    ]


def test_ports_between_the_members_carry_nothing_else() -> None:
    for port in PAIR.heartbeat:
        assert lines(member(), f"set network interface ethernet {port}") == ["ha"]


def test_ports_that_the_model_has_for_pairs_are_no_interfaces() -> None:
    text = render_device(member(heartbeat=("ha1-a", "hsci")))
    assert "set deviceconfig high-availability interface ha2 port hsci\n" in text
    assert "set network interface ethernet ha" not in text
    assert "set network interface ethernet hsci" not in text


def test_the_member_that_stands_by_keeps_its_lag_up_and_takes_updates_from_the_other() -> None:
    aggregate = "set network interface aggregate-ethernet ae1 layer3 lacp"
    assert "high-availability passive-pre-negotiation yes" in lines(member(2), aggregate)
    schedule = "set deviceconfig system update-schedule threats recurring"
    assert "sync-to-peer yes" in lines(member(2), schedule)
