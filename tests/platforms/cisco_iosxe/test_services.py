"""Signed time, flows, DHCP relay, options and reservations."""

from __future__ import annotations

from netgen.platforms.cisco_iosxe.change import CHANGE
from netgen.rendering import render_device
from netgen.rollout.config_text import canonical, mask_line

from .devices import access_switch, asked_for_everything, core_with_services, routed_core
from .text import block, top_level

TEXT = render_device(asked_for_everything())
CORE = render_device(core_with_services())


def test_time_servers_sign_with_the_key() -> None:
    assert top_level(TEXT, "ntp") == [
        "ntp authentication-key 7 sha1 NETGEN_SECRET.env.NTP.END",
        "ntp authenticate",
        "ntp trusted-key 7",
        "ntp source Vlan99",
        "ntp server 10.0.0.123 key 7 prefer",
        "ntp server 10.0.1.123 key 7",
    ]


def test_the_key_of_time_is_masked_and_its_number_is_not() -> None:
    assert mask_line("ntp authentication-key 7 sha1 Tuesday!", CHANGE) == "ntp authentication-key <secret>"
    assert mask_line("ntp server 10.0.0.123 key 7 prefer", CHANGE) == "ntp server 10.0.0.123 key 7 prefer"
    assert mask_line("ntp server 10.0.0.123 key 7", CHANGE) == "ntp server 10.0.0.123 key 7"
    assert mask_line(" key 7 0822455D0A16", CHANGE) == " key <secret>"
    assert (
        mask_line(" client 10.0.0.10 server-key Tuesday!", CHANGE) == " client 10.0.0.10 server-key <secret>"
    )


def test_a_key_that_was_hidden_when_it_printed_is_the_same_line() -> None:
    typed, printed = (
        "ntp authentication-key 7 sha1 Tuesday!",
        "ntp authentication-key 7 sha1 0822455D0A1654 7",
    )
    assert canonical(typed, CHANGE) == canonical(printed, CHANGE)
    assert canonical(" switchport access vlan 7", CHANGE).strip() == "switchport access vlan 7"


def test_flows_go_to_the_collector_from_ports_towards_other_switches() -> None:
    assert block(TEXT, "flow exporter NETGEN") == [
        " destination 10.0.0.70",
        " source Vlan99",
        " transport udp 2055",
    ]
    assert " exporter NETGEN" in block(TEXT, "flow monitor NETGEN")
    assert " record NETGEN" in block(TEXT, "flow monitor NETGEN")
    recording = [
        line for line in top_level(TEXT, "interface") if " ip flow monitor NETGEN input" in block(TEXT, line)
    ]
    assert recording == [
        "interface TenGigabitEthernet1/1/1",
        "interface TenGigabitEthernet2/1/1",
        "interface TenGigabitEthernet1/1/2",
        "interface TenGigabitEthernet2/1/2",
    ]


def test_requests_for_a_lease_go_on_to_the_servers_of_the_trust() -> None:
    assert block(CORE, "interface Vlan20")[-2:] == [
        " ip helper-address 10.0.0.14",
        " ip helper-address 10.0.0.15",
    ]


def test_a_relay_without_a_pool_takes_what_other_switches_added() -> None:
    line = "ip dhcp relay information trust-all"
    assert line in CORE.splitlines()
    assert line not in render_device(access_switch()).splitlines()


def test_a_lease_says_what_the_segment_asks_for() -> None:
    assert block(CORE, "ip dhcp pool staff") == [
        " vrf staff",
        " network 10.2.8.0 255.255.252.0",
        " default-router 10.2.8.1",
        " domain-name oak.example.sch.uk",
        " dns-server 10.0.0.53 10.0.1.53",
        " lease 0 8",
        " next-server 10.0.0.41",
        " bootfile boot/x64.efi",
        " option 42 ip 10.0.0.123 10.0.1.123",
        " option 150 ip 10.0.0.40",
        " address 10.2.8.12 client-id 0100.1a2b.3c4d.5e",
        " address 10.2.9.30 client-id 0100.1a2b.3c4d.5f",
    ]


def test_a_reserved_address_is_not_excluded() -> None:
    prefix = "ip dhcp excluded-address vrf staff"
    assert top_level(render_device(routed_core()), prefix) == [
        f"{prefix} 10.2.8.1 10.2.8.19",
        f"{prefix} 10.2.11.251 10.2.11.254",
    ]
    assert top_level(CORE, prefix) == [
        f"{prefix} 10.2.8.1 10.2.8.11",
        f"{prefix} 10.2.8.13 10.2.8.19",
        f"{prefix} 10.2.11.251 10.2.11.254",
    ]


def test_packets_that_wake_devices_pass_a_filter_of_the_named_networks_alone() -> None:
    assert block(CORE, "ip access-list extended NETGEN-WAKE-20") == [
        " 10 permit udp 10.0.9.0 0.0.0.63 host 10.2.23.255 eq echo",
        " 20 permit udp 10.0.9.0 0.0.0.63 host 10.2.23.255 eq discard",
        " 30 permit udp 10.2.6.0 0.0.0.255 host 10.2.23.255 eq echo",
        " 40 permit udp 10.2.6.0 0.0.0.255 host 10.2.23.255 eq discard",
    ]
    assert " ip directed-broadcast NETGEN-WAKE-20" in block(CORE, "interface Vlan20")
    assert " ip network-broadcast" in block(CORE, "interface Vlan3020")


def test_a_filter_stands_before_the_interface_that_names_it() -> None:
    lines = CORE.splitlines()
    assert lines.index("ip access-list extended NETGEN-WAKE-20") < lines.index("interface Vlan20")


def test_no_other_interface_lets_broadcasts_through() -> None:
    assert CORE.count("ip directed-broadcast") == CORE.count("ip network-broadcast") == 1
    assert "broadcast NETGEN" not in render_device(routed_core())
    assert "network-broadcast" not in render_device(routed_core())
