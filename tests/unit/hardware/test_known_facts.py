"""Facts a network manager can check against the box in the rack."""

from __future__ import annotations

import pytest

from netgen.hardware import load_catalogue

CATALOGUE = load_catalogue()

NO_PORT = None


@pytest.mark.parametrize(
    ("model", "member", "port", "interface"),
    [
        ("C9200L-24P-4X", 1, "24", "GigabitEthernet1/0/24"),
        ("C9200L-24P-4X", 1, "25", NO_PORT),
        ("C9200L-24P-4X", 2, "u1", "TenGigabitEthernet2/1/1"),
        ("C9200L-48P-4G", 1, "u4", "GigabitEthernet1/1/4"),
        ("C9200-48P", 1, "u1", "TenGigabitEthernet1/1/1"),
        ("C9300-48P", 8, "48", "GigabitEthernet8/0/48"),
        ("C9300-48P", 9, "48", NO_PORT),
        ("C9300-48P", 1, "u8", "TenGigabitEthernet1/1/8"),
        ("C9300-48P+NM-2Y", 1, "u2", "TwentyFiveGigE1/1/2"),
        ("C9300-48P+NM-2Y", 1, "u3", NO_PORT),
        ("C9300-48P+NM-4G", 1, "u1", "GigabitEthernet1/1/1"),
        ("C9300-48UXM", 1, "36", "TwoGigabitEthernet1/0/36"),
        ("C9300-48UXM", 1, "37", "TenGigabitEthernet1/0/37"),
        ("C9300-48UXM", 3, "u1", "TenGigabitEthernet3/1/1"),
        ("C9300-24UX", 1, "1", "TenGigabitEthernet1/0/1"),
        ("C9300L-48P-4X", 2, "u4", "TenGigabitEthernet2/1/4"),
        ("C9300X-48HX", 1, "u1", "TwentyFiveGigE1/1/1"),
        ("C9500-24Y4C", 1, "u1", "HundredGigE1/0/25"),
        ("C9500-48Y4C", 2, "u4", "HundredGigE2/0/52"),
        ("C9300-48P", 2, "mgmt", "GigabitEthernet0/0"),
        ("CCS-720XP-24Y6", 1, "u1", "Ethernet25"),
        ("CCS-720XP-24Y6", 1, "u6", "Ethernet30"),
        ("CCS-720XP-24Y6", 2, "1", NO_PORT),
        ("CCS-720XP-48ZC2", 1, "u4", "Ethernet52"),
        ("CCS-720XP-48ZC2", 1, "u5", "Ethernet53/1"),
        ("CCS-722XPM-48Y4", 1, "u8", "Ethernet56"),
        ("DCS-7050SX3-48YC8", 1, "u8", "Ethernet56/1"),
        ("FortiGate-40F", 1, "wan", "wan"),
        ("FortiGate-40F", 1, "wan1", NO_PORT),
        ("FortiGate-40F", 1, "lan3", "lan3"),
        ("FortiGate-70F", 1, "dmz", "dmz"),
        ("FortiGate-100F", 1, "port20", "port20"),
        ("FortiGate-400F", 1, "x8", "x8"),
        ("FortiGate-1000F", 1, "port34", "port34"),
        ("EX2300-48P", 1, "1", "ge-0/0/0"),
        ("EX2300-48P", 4, "48", "ge-3/0/47"),
        ("EX2300-48P", 1, "u1", "xe-0/1/0"),
        ("EX3400-48P", 1, "u1", "xe-0/2/0"),
        ("EX3400-48P", 1, "u5", "et-0/1/0"),
        ("EX4400-48P+EX4400-EM-4Y", 2, "u1", "et-1/2/0"),
        ("6300M-48G-CL4", 2, "u1", "2/1/49"),
        ("PA-1410", 1, "ethernet1/22", "ethernet1/22"),
        ("SRX380", 1, "xe-0/0/16", "xe-0/0/16"),
        ("AP-635", 1, "e1", "enet1"),
        ("NWA50AX", 1, "lan", "lan"),
    ],
)
def test_the_vendor_name_of_a_port(model: str, member: int, port: str, interface: str | None) -> None:
    hardware = CATALOGUE.get(model)
    assert hardware is not None
    assert hardware.interface(member, port) == interface


@pytest.mark.parametrize(
    ("model", "port", "max_mbps", "poe", "media"),
    [
        ("C9300-48P", "1", 1000, "at", "copper"),
        ("C9300-48U", "1", 1000, "bt3", "copper"),
        ("C9300-48UXM", "36", 2500, "bt3", "copper"),
        ("C9300-48UXM", "37", 10000, "bt3", "copper"),
        ("C9300-48UXM+NM-2Q", "u1", 40000, "none", "qsfp+"),
        ("CCS-720XP-48ZC2", "40", 2500, "at", "copper"),
        ("CCS-720XP-48ZC2", "41", 5000, "bt3", "copper"),
        ("CCS-720XP-48ZC2", "u6", 100000, "none", "qsfp28"),
        ("CCS-720XP-24ZY4", "17", 5000, "bt3", "copper"),
        ("FortiGate-80F", "wan1", 1000, "none", "combo"),
        ("FortiGate-100F", "port12", 1000, "none", "copper"),
        ("FortiGate-100F", "port13", 1000, "none", "sfp"),
        ("FortiGate-100F", "x1", 10000, "none", "sfp+"),
        ("FortiGate-600F", "x5", 25000, "none", "sfp28"),
        ("FortiGate-1000F", "ha", 2500, "none", "copper"),
        ("FortiGate-1800F", "port37", 40000, "none", "qsfp+"),
        ("6300M-48SR5-CL6", "1", 5000, "bt3", "copper"),
    ],
)
def test_what_a_port_can_do(model: str, port: str, max_mbps: int, poe: str, media: str) -> None:
    hardware = CATALOGUE.get(model)
    assert hardware is not None
    found = hardware.port(port)
    assert found is not None
    assert (found.max_mbps, found.poe, found.media) == (max_mbps, poe, media)


@pytest.mark.parametrize(
    ("model", "field", "value"),
    [
        ("C9300-48P", "poe_budget_w", 437),
        ("C9300-48P", "network_module", "C9300-NM-8X"),
        ("C9200L-48P-4X", "poe_budget_w", 740),
        ("C9300-48UXM+NM-2Y", "os_sku", "c9300-48uxm"),
        ("CCS-720XP-48Y6", "max_members", 1),
        ("C9500-24Y4C", "max_members", 2),
        ("EX2300-48P", "max_members", 4),
        ("FortiGate-40F", "ram_gb", 2),
        ("FortiGate-60F", "ram_gb", 2),
        ("FortiGate-61F", "ram_gb", 2),
        ("FortiGate-40F", "factory_switch_members", ("lan1", "lan2", "lan3")),
        ("FortiGate-100F", "factory_switch", "lan"),
        ("FortiGate-100F", "factory_switch_members", tuple(f"port{n}" for n in range(1, 21))),
        ("AP-505", "wifi_generation", "6"),
        ("AP-635", "wifi_generation", "6E"),
        ("AP-615", "concurrent_radios", 2),
        ("AP-575", "is_outdoor", True),
        ("AP-535", "poe_class", 5),
        ("FAP-231F", "wifi_generation", "6"),
        ("FAP-431G", "wifi_generation", "6E"),
        ("FAP-441K", "wifi_generation", "7"),
    ],
)
def test_what_a_model_is(model: str, field: str, value: object) -> None:
    hardware = CATALOGUE.get(model)
    assert hardware is not None
    assert getattr(hardware, field) == value


def test_a_stack_over_uplinks_takes_them_from_the_design() -> None:
    dedicated = {item.model: item.stack.dedicated for item in CATALOGUE if item.stack}
    assert dedicated["C9300-48P"] is True
    assert dedicated["C9500-24Y4C"] is False
    assert dedicated["EX3400-48P"] is False
    assert dedicated["6200F-48G"] is False
