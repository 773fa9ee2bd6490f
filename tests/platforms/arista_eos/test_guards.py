"""What the switch refuses at its edge: routers, DHCPv6 servers, loops, better roots."""

from __future__ import annotations

import msgspec
import pytest

from netgen.rendering import render_device

from .devices import ACCESS, access_switch, asked_for_everything
from .text import block, top_level

TEXT = render_device(asked_for_everything())
GUARDS = ("   ip access-group", "   ipv6 access-group", "   spanning-tree guard")
AT_THE_EDGE = ["   ip access-group NETGEN-EDGE in", "   ipv6 access-group NETGEN-EDGE6 in"]

PORTS = {
    "a desk": ("Ethernet1", AT_THE_EDGE),
    "a printer": ("Ethernet3", AT_THE_EDGE),
    "an access point": ("Ethernet5", AT_THE_EDGE),
    "an unused port": ("Ethernet6", []),
    "a member of a LAG": ("Ethernet49", []),
    "a LAG towards the root": ("Port-Channel1", []),
    "a LAG away from the root takes no root from there": ("Port-Channel2", ["   spanning-tree guard root"]),
}


@pytest.mark.parametrize(("interface", "wanted"), PORTS.values(), ids=PORTS)
def test_port(interface: str, wanted: list[str]) -> None:
    assert [line for line in block(TEXT, f"interface {interface}") if line.startswith(GUARDS)] == wanted


def test_an_end_device_is_no_router_and_no_dhcpv6_server() -> None:
    assert block(TEXT, "ipv6 access-list NETGEN-EDGE6") == [
        "   10 deny icmpv6 any any router-advertisement",
        "   20 deny udp any eq 547 any",
        "   30 permit ipv6 any any",
    ]


def test_loops_are_looked_for_in_vlans_of_users_and_a_port_comes_back() -> None:
    assert block(TEXT, "monitor loop-protection") == [
        "   no shutdown",
        "   protect vlan 10,20,30,40,50,60,99",
        "   disabled-time 300",
    ]


def test_no_inspection_is_claimed_that_knows_no_bindings() -> None:
    assert "arp inspection" not in TEXT
    assert "verify source" not in TEXT


def test_a_switch_without_logins_and_guarded_segments_stays_as_it_was() -> None:
    switch = access_switch()
    assert not top_level(render_device(switch), ("monitor loop-protection", "ipv6 access-list"))
    text = render_device(msgspec.structs.replace(asked_for_everything(), access=None, inspected_vlans=()))
    assert not top_level(text, ("monitor loop-protection", "ipv6 access-list"))
    assert "guard root" not in text
    assert "EDGE6" not in text
    assert top_level(render_device(msgspec.structs.replace(switch, access=ACCESS)), "monitor loop-protection")
