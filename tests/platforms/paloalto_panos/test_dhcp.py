"""DHCP servers and relays."""

from __future__ import annotations

import msgspec
from tests.platforms.paloalto_panos.example import PART, SCHOOL, lines, rule, with_part

from netgen.device import Device, Reservation

SERVER = "set network dhcp interface ae1.30 server"


def with_pool(**changes: object) -> Device:
    """The school with another pool."""
    return msgspec.structs.replace(
        SCHOOL, dhcp_pools=(msgspec.structs.replace(SCHOOL.dhcp_pools[0], **changes),)
    )


def with_relay() -> Device:
    """The school whose pupils are served by the trust."""
    inside = tuple(
        msgspec.structs.replace(item, relays=("10.0.8.50", "10.0.8.51")) if item.vlan == 30 else item
        for item in PART.interfaces
    )
    return with_part(msgspec.structs.replace(SCHOOL, dhcp_pools=()), interfaces=inside)


def test_a_server_gives_its_lease_in_minutes() -> None:
    assert lines(SCHOOL, SERVER) == [
        "mode enabled",
        "ip-pool 10.2.72.50-10.2.79.250",
        "option lease timeout 480",
        "option gateway 10.2.72.1",
        "option subnet-mask 255.255.248.0",
        "option dns primary 10.0.8.10",
        "option dns secondary 10.0.8.11",
        "option dns-suffix oak.example.org",
    ]


def test_time_servers_have_their_own_word() -> None:
    device = with_pool(options=((42, ("10.0.8.12", "10.0.8.13")),))
    assert lines(device, f"{SERVER} option ntp") == ["primary 10.0.8.12", "secondary 10.0.8.13"]
    assert not lines(device, f"{SERVER} option user-defined")


def test_other_options_go_by_their_number() -> None:
    device = with_pool(options=((138, ("10.0.8.60",)), (150, ("10.0.8.70", "10.0.8.71"))))
    assert lines(device, f"{SERVER} option user-defined") == [
        "option-138 code 138",
        "option-138 ip 10.0.8.60",
        "option-150 code 150",
        "option-150 ip [ 10.0.8.70 10.0.8.71 ]",
    ]


def test_network_boot_is_two_options_of_text() -> None:
    device = with_pool(boot_server="10.0.8.80", boot_file="boot/x64.efi")
    assert lines(device, f"{SERVER} option user-defined") == [
        "option-66 code 66",
        "option-66 ascii 10.0.8.80",
        "option-67 code 67",
        "option-67 ascii boot/x64.efi",
    ]


def test_a_reserved_address_names_the_hardware() -> None:
    printer = Reservation("printer", "00:1a:2b:3c:4d:5e", "10.2.72.20", "sites/oak/reservations/0")
    assert lines(with_pool(reservations=(printer,)), f"{SERVER} reserved") == [
        "10.2.72.20 mac 00:1a:2b:3c:4d:5e",
        "10.2.72.20 description printer",
    ]


def test_a_relay_asks_the_servers_of_the_trust() -> None:
    device = with_relay()
    assert lines(device, "set network dhcp interface ae1.30 relay ip") == [
        "enabled yes",
        "server [ 10.0.8.50 10.0.8.51 ]",
    ]
    assert not lines(device, SERVER)


def test_a_relay_may_speak_from_its_gateway_to_its_servers_alone() -> None:
    fields = rule(with_relay(), "box.relay")
    assert fields[:4] == [
        "from pupil",
        "to any",
        "source 10.2.72.1/32",
        "destination [ 10.0.8.50/32 10.0.8.51/32 ]",
    ]
    assert "service box-dhcp" in fields
    assert "destination [ 255.255.255.255/32 10.2.72.1/32 ]" in rule(with_relay(), "box.dhcp")
