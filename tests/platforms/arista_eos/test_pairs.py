"""Two cores as an MLAG pair: the link between them, LAGs across both, gateways that both answer for."""

from __future__ import annotations

import msgspec
import pytest

from netgen.rendering import render_device

from .devices import access_switch, paired_core, routed_core
from .text import block, top_level

FIRST, SECOND = render_device(paired_core(1)), render_device(paired_core(2))
BOTH = pytest.mark.parametrize("text", [FIRST, SECOND], ids=["first", "second"])


def test_each_half_knows_the_other() -> None:
    assert block(FIRST, "mlag configuration") == [
        "   domain-id oak-main",
        "   local-interface Vlan4094",
        "   peer-address 10.2.62.2",
        "   peer-address heartbeat 10.2.62.6 vrf NETGEN-KEEPALIVE",
        "   peer-link Port-Channel50",
        "   dual-primary detection delay 10 action errdisable all-interfaces",
        "   reload-delay mlag 300",
        "   reload-delay non-mlag 330",
    ]
    assert "   peer-address 10.2.62.1" in block(SECOND, "mlag configuration")
    assert "   peer-address heartbeat 10.2.62.5 vrf NETGEN-KEEPALIVE" in block(SECOND, "mlag configuration")


@BOTH
def test_a_lag_across_both_has_one_number_on_both(text: str) -> None:
    assert "   mlag 2" in block(text, "interface Port-Channel2")
    assert "   mlag 48" in block(text, "interface Port-Channel48")


@BOTH
def test_the_peer_link_carries_every_vlan_and_its_own(text: str) -> None:
    assert block(text, "interface Port-Channel50")[1:] == [
        "   switchport trunk native vlan 998",
        "   switchport trunk allowed vlan 10,20,30,40,99,3010,3020,4094",
        "   switchport mode trunk",
        "   switchport trunk group MLAG",
    ]


@BOTH
def test_the_vlan_of_the_pair_leaves_it_by_no_other_trunk(text: str) -> None:
    assert block(text, "vlan 4094") == ["   name MLAG", "   trunk group MLAG"]
    assert text.count("   switchport trunk group MLAG") == 1
    assert [line for line in text.splitlines() if line.endswith(",4094")] == [
        "   switchport trunk allowed vlan 10,20,30,40,99,3010,3020,4094"
    ]


def test_spanning_tree_never_parts_the_halves() -> None:
    assert top_level(FIRST, "no spanning-tree") == ["no spanning-tree vlan-id 4094"]
    assert block(FIRST, "interface Vlan4094") == [
        "   description peer link to oak-main-sw2",
        "   no autostate",
        "   ip address 10.2.62.1/30",
    ]


def test_the_keepalive_is_in_a_vrf_that_routes_nowhere() -> None:
    assert block(FIRST, "interface Management1") == [
        "   description keepalive to oak-main-sw2",
        "   vrf NETGEN-KEEPALIVE",
        "   ip address 10.2.62.5/30",
    ]
    assert "no ip routing vrf NETGEN-KEEPALIVE" in FIRST.splitlines()
    assert "ip routing vrf NETGEN-KEEPALIVE" not in FIRST.splitlines()
    lines = FIRST.splitlines()
    assert lines.index("vrf instance NETGEN-KEEPALIVE") < lines.index("interface Management1")


def test_both_answer_for_one_gateway_with_addresses_of_their_own() -> None:
    for text, own in ((FIRST, "10.2.16.2/21"), (SECOND, "10.2.16.3/21")):
        lines = block(text, "interface Vlan20")
        assert f"   ip address {own}" in lines
        assert lines[-1] == "   ip virtual-router address 10.2.16.1"
        assert top_level(text, "ip virtual-router") == ["ip virtual-router mac-address 02:00:00:01:00:07"]


def test_the_firewall_finds_a_zone_behind_one_address() -> None:
    assert block(FIRST, "interface Vlan3010")[2:] == [
        "   ip address 10.2.60.11/29",
        "   ip virtual-router address 10.2.60.10",
    ]


def test_a_zone_leaves_by_the_firewall_from_either_half() -> None:
    for text in (FIRST, SECOND):
        assert "ip route vrf staff 0.0.0.0/0 10.2.60.9 name firewall" in text.splitlines()


def test_leases_are_given_by_the_first_half_alone() -> None:
    assert top_level(FIRST, "dhcp server") == ["dhcp server vrf staff", "dhcp server vrf pupils"]
    assert "   dhcp server ipv4" in block(FIRST, "interface Vlan20")
    assert "dhcp server" not in SECOND


def test_a_pair_that_does_not_route_has_no_gateway() -> None:
    half = paired_core()
    switched = msgspec.structs.replace(half, routes_ip=False, svis=(), vrfs=(), routes=(), dhcp_pools=())
    text = render_device(switched)
    assert "virtual-router" not in text
    assert top_level(text, "mlag") == ["mlag configuration"]


@pytest.mark.parametrize("make", [access_switch, routed_core])
def test_a_switch_alone_says_nothing_of_pairs(make: object) -> None:
    text = render_device(make())  # type: ignore[operator]
    assert not [
        word for word in ("mlag", "MLAG", "4094", "NETGEN-KEEPALIVE", "virtual-router") if word in text
    ]
