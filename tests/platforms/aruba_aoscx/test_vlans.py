"""VLANs, spanning tree, and what stands in the way of a stray DHCP server and of loops."""

from __future__ import annotations

from netgen.rendering import render_device

from .devices import access_switch, routed_core
from .text import block, top_level

TEXT = render_device(access_switch())
CORE = render_device(routed_core())


def test_every_vlan_is_defined_and_watched_but_those_without_users() -> None:
    assert {line: block(TEXT, line) for line in top_level(TEXT, "vlan ")} == {
        "vlan 1": [],
        "vlan 10": ["    name staff", "    dhcpv4-snooping"],
        "vlan 20": ["    name pupils", "    dhcpv4-snooping"],
        "vlan 30": ["    name voice", "    voice", "    dhcpv4-snooping"],
        "vlan 40": ["    name cameras", "    dhcpv4-snooping"],
        "vlan 99": ["    name management", "    dhcpv4-snooping"],
        "vlan 998": ["    name unused-native"],
        "vlan 999": ["    name blackhole"],
    }


def test_one_spanning_tree_instance_in_one_region_a_site() -> None:
    assert top_level(TEXT, "spanning-tree") == [
        "spanning-tree",
        "spanning-tree config-name oak",
        "spanning-tree config-revision 1",
        "spanning-tree bpdu-guard timeout 300",
    ]


def test_a_priority_is_a_number_of_steps() -> None:
    assert top_level(CORE, "spanning-tree priority") == ["spanning-tree priority 1"]


def test_a_looped_socket_comes_back_by_itself() -> None:
    assert top_level(TEXT, "loop-protect") == ["loop-protect re-enable-timer 300"]


def test_dhcp_is_watched_and_nothing_is_added_to_it() -> None:
    assert top_level(TEXT, "dhcpv4-snooping") == ["dhcpv4-snooping"]
    assert top_level(TEXT, "no dhcpv4-snooping") == ["no dhcpv4-snooping option 82"]
    assert top_level(TEXT, "access-list ip NETGEN-EDGE") == []


def test_a_box_that_serves_dhcp_cannot_snoop_it() -> None:
    assert "dhcpv4-snooping" not in CORE
    assert block(CORE, "access-list ip NETGEN-EDGE") == [
        "    10 deny udp any eq dhcp-server any",
        "    20 permit any any any",
    ]
