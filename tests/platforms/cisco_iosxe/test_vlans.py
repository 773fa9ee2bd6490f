"""VLANs, spanning tree, the stack and DHCP snooping."""

from __future__ import annotations

import msgspec

from netgen.rendering import render_device

from .devices import access_switch, routed_core
from .text import block, top_level

TEXT = render_device(access_switch())


def test_every_vlan_is_defined_and_printed_since_vtp_is_off() -> None:
    assert "vtp mode off" in TEXT.splitlines()
    assert {line: block(TEXT, line) for line in top_level(TEXT, "vlan ")} == {
        "vlan 10": [" name staff"],
        "vlan 20": [" name pupils"],
        "vlan 30": [" name voice"],
        "vlan 40": [" name cameras"],
        "vlan 99": [" name management"],
        "vlan 998": [" name unused-native"],
        "vlan 999": [" name blackhole"],
    }


def test_one_spanning_tree_instance_in_one_region_a_site() -> None:
    assert "spanning-tree mode mst" in TEXT.splitlines()
    assert block(TEXT, "spanning-tree mst configuration") == [" name oak", " revision 1"]


def test_the_default_priority_is_not_printed_and_another_is() -> None:
    assert top_level(TEXT, "spanning-tree mst 0") == []
    assert top_level(render_device(routed_core()), "spanning-tree mst 0") == [
        "spanning-tree mst 0 priority 4096"
    ]


def test_members_of_the_stack_are_provisioned_by_their_part_number() -> None:
    assert top_level(TEXT, "switch ") == ["switch 1 provision c9300-48p", "switch 2 provision c9300-24p"]


def test_dhcp_is_snooped_on_user_vlans_and_not_on_the_unused_ones() -> None:
    assert top_level(TEXT, "ip dhcp snooping") == ["ip dhcp snooping vlan 10,20,30,40,99", "ip dhcp snooping"]
    assert "no ip dhcp snooping information option" in TEXT.splitlines()


def test_a_lone_switch_is_a_stack_of_one() -> None:
    lone = msgspec.structs.replace(access_switch(), members=("C9200L-24P-4X",))
    assert top_level(render_device(lone), "switch ") == ["switch 1 provision c9200l-24p-4x"]
