"""What the switch believes of devices: addresses, ARP, routers, roots; and loops behind them."""

from __future__ import annotations

import msgspec
import pytest

from netgen.rendering import render_device

from .devices import ACCESS, access_switch, asked_for_everything
from .text import block, top_level

TEXT = render_device(asked_for_everything())
GUARDS = (" ip arp inspection", " ip verify source", " ipv6 ", " loopdetect", " spanning-tree guard")

PORTS = {
    "a desk may use the address that DHCP gave it": (
        "GigabitEthernet1/0/1",
        [
            " ip arp inspection limit rate 60",
            " loopdetect",
            " ipv6 nd raguard attach-policy NETGEN-EDGE",
            " ipv6 dhcp guard attach-policy NETGEN-EDGE",
            " ip verify source",
        ],
    ),
    "a printer that nobody guards may use any": (
        "GigabitEthernet1/0/3",
        [
            " ip arp inspection limit rate 60",
            " loopdetect",
            " ipv6 nd raguard attach-policy NETGEN-EDGE",
            " ipv6 dhcp guard attach-policy NETGEN-EDGE",
        ],
    ),
    "clients of an access point roam, so their ARP is trusted": (
        "GigabitEthernet1/0/5",
        [
            " ip arp inspection trust",
            " loopdetect",
            " ipv6 nd raguard attach-policy NETGEN-EDGE",
            " ipv6 dhcp guard attach-policy NETGEN-EDGE",
        ],
    ),
    "an unused port has no guard": ("GigabitEthernet1/0/6", []),
    "a member of a LAG leaves it to the LAG": ("TenGigabitEthernet1/1/1", []),
    "a LAG towards the root is trusted": ("Port-channel1", [" ip arp inspection trust"]),
    "a LAG away from the root takes no root from there": (
        "Port-channel2",
        [" ip arp inspection trust", " spanning-tree guard root"],
    ),
}


@pytest.mark.parametrize(("interface", "wanted"), PORTS.values(), ids=PORTS)
def test_port(interface: str, wanted: list[str]) -> None:
    assert [line for line in block(TEXT, f"interface {interface}") if line.startswith(GUARDS)] == wanted


def test_the_box_inspects_arp_and_keeps_its_bindings_over_a_restart() -> None:
    assert top_level(TEXT, "ip arp inspection") == ["ip arp inspection vlan 10,20,30"]
    assert "ip dhcp snooping database flash:netgen-dhcp-snooping" in TEXT.splitlines()


def test_a_socket_that_was_shut_by_a_guard_comes_back() -> None:
    assert top_level(TEXT, "errdisable") == [
        "errdisable recovery cause bpduguard",
        "errdisable recovery cause loopdetect",
        "errdisable recovery cause arp-inspection",
    ]


def test_the_policies_of_edge_ports_stand_for_hosts_and_clients() -> None:
    assert block(TEXT, "ipv6 nd raguard policy NETGEN-EDGE") == [" device-role host"]
    assert block(TEXT, "ipv6 dhcp guard policy NETGEN-EDGE") == [" device-role client"]


def test_logins_alone_bring_guards_of_the_edge_and_no_inspection() -> None:
    device = msgspec.structs.replace(asked_for_everything(), inspected_vlans=())
    text = render_device(device)
    assert " loopdetect" in block(text, "interface GigabitEthernet1/0/1")
    assert " spanning-tree guard root" in block(text, "interface Port-channel2")
    assert "arp inspection" not in text
    assert "arp-inspection" not in text


def test_a_switch_with_neither_stays_as_it_was() -> None:
    device = msgspec.structs.replace(asked_for_everything(), access=None, inspected_vlans=())
    text = render_device(device)
    assert not [line for line in text.splitlines() if line.startswith(GUARDS) and "verify" not in line]
    assert top_level(text, "errdisable") == ["errdisable recovery cause bpduguard"]


def test_a_plain_switch_gains_the_guards_with_its_first_login() -> None:
    switch = access_switch()
    assert "loopdetect" not in render_device(switch)
    assert "loopdetect" in render_device(msgspec.structs.replace(switch, access=ACCESS))
