"""VLANs, spanning tree, and what stands in the way of a stray DHCP server."""

from __future__ import annotations

from netgen.rendering import render_device

from .devices import access_switch, routed_core
from .text import block, top_level

TEXT = render_device(access_switch())


def test_every_vlan_is_defined() -> None:
    assert {line: block(TEXT, line) for line in top_level(TEXT, "vlan ")} == {
        "vlan 10": ["   name staff"],
        "vlan 20": ["   name pupils"],
        "vlan 30": ["   name voice"],
        "vlan 40": ["   name cameras"],
        "vlan 99": ["   name management"],
        "vlan 998": ["   name unused-native"],
        "vlan 999": ["   name blackhole"],
    }


def test_one_spanning_tree_instance_in_one_region_a_site() -> None:
    assert "spanning-tree mode mstp" in TEXT.splitlines()
    assert block(TEXT, "spanning-tree mst configuration") == ["   name oak", "   revision 1"]


def test_the_default_priority_is_not_printed_and_another_is() -> None:
    assert top_level(TEXT, "spanning-tree mst 0") == []
    assert top_level(render_device(routed_core()), "spanning-tree mst 0") == [
        "spanning-tree mst 0 priority 4096"
    ]


def test_dhcp_snooping_has_the_option_line_without_which_it_does_nothing() -> None:
    assert top_level(TEXT, "ip dhcp snooping") == [
        "ip dhcp snooping",
        "ip dhcp snooping information option",
        "ip dhcp snooping vlan 10,20,30,40,99",
    ]


def test_edge_ports_drop_what_only_a_dhcp_server_sends() -> None:
    assert block(TEXT, "ip access-list NETGEN-EDGE") == [
        "   10 deny udp any eq bootps any",
        "   20 permit ip any any",
    ]


def test_ports_that_lead_to_switches_and_firewalls_let_dhcp_answers_in() -> None:
    for header in ("interface Port-Channel1", "interface Ethernet51"):
        assert "NETGEN-EDGE" not in "\n".join(block(TEXT, header))


def test_trust_lines_of_other_makers_are_not_used() -> None:
    assert "ip dhcp snooping trust" not in TEXT
