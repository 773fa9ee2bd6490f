"""VLANs, DHCP snooping and its guards, spanning tree, the Virtual Chassis."""

from __future__ import annotations

import msgspec
from tests.platforms.juniper_junos.switches import (
    ACCESS_POINT,
    DESK,
    access_switch,
    port,
    routed_core,
    with_ports,
)
from tests.platforms.juniper_junos.text import names, stanza

from netgen.rendering import render_device

TEXT = render_device(access_switch())
SNOOPED = "forwarding-options {\n    dhcp-security;\n}\n"


def test_every_vlan_is_defined() -> None:
    assert names(TEXT, "vlans") == [
        "staff", "pupils", "voice", "cameras", "guest", "management", "unused-native", "blackhole",
    ]  # fmt: skip
    assert stanza(TEXT, "vlans", "voice") == f"vlan-id 30;\n{SNOOPED}"


def test_the_management_vlan_has_the_boxs_address() -> None:
    assert "l3-interface irb.99;\n" in stanza(TEXT, "vlans", "management")
    assert stanza(TEXT, "interfaces", "irb", "unit 99") == (
        "description management;\nfamily inet {\n    address 10.2.0.11/24;\n}\n"
    )
    assert names(TEXT, "interfaces", "irb") == ["unit 99"]


def test_dhcp_is_not_snooped_where_no_traffic_is() -> None:
    assert stanza(TEXT, "vlans", "blackhole") == "vlan-id 999;\n"
    assert stanza(TEXT, "vlans", "unused-native") == "vlan-id 998;\n"


def test_a_trunk_to_an_access_point_offers_no_dhcp() -> None:
    assert stanza(TEXT, "vlans", "staff", "forwarding-options", "dhcp-security") == (
        "group netgen-untrusted {\n"
        "    overrides {\n"
        "        untrusted;\n"
        "    }\n"
        "    interface ge-0/0/6.0;\n"
        "    interface ge-1/0/6.0;\n"
        "}\n"
    )
    # Trunks to switches are trusted, which is Junos' default.
    assert "xe-0/2/1" not in stanza(TEXT, "vlans")


def test_inspected_vlans_leave_a_roaming_client_its_network() -> None:
    switch = msgspec.structs.replace(access_switch(), inspected_vlans=(10,))
    text = render_device(switch)
    assert stanza(text, "vlans", "staff", "forwarding-options", "dhcp-security") == "arp-inspection;\n"
    assert "ge-0/0/6.0" in stanza(text, "vlans", "pupils")


def test_addresses_are_bound_in_every_vlan_that_a_guarded_socket_may_enter() -> None:
    guarded = msgspec.structs.replace(DESK, source_guard=True, dynamic_vlans=(10,))
    text = render_device(with_ports(port("ge-0/0/0", guarded), port("ge-0/0/6", ACCESS_POINT)))
    for name in ("pupils", "staff"):
        assert stanza(text, "vlans", name, "forwarding-options", "dhcp-security") == "ip-source-guard;\n"
    assert "ip-source-guard" not in stanza(text, "vlans", "management")


def test_one_spanning_tree_instance_in_one_region_a_site() -> None:
    mstp = stanza(TEXT, "protocols", "mstp")
    assert mstp.startswith("configuration-name oak;\nrevision-level 1;\nbridge-priority 32k;\n")
    assert "msti" not in mstp
    assert "bridge-priority 4k;" in stanza(render_device(routed_core()), "protocols", "mstp")


def test_a_virtual_chassis_of_two_does_not_split() -> None:
    assert stanza(TEXT, "virtual-chassis") == (
        "no-split-detection;\n"
        "member 0 {\n    mastership-priority 255;\n}\n"
        "member 1 {\n    mastership-priority 255;\n}\n"
    )
    assert names(TEXT, "system", "commit") == ["synchronize"]
    three = render_device(msgspec.structs.replace(access_switch(), members=("EX4100-48P",) * 3))
    assert names(three, "virtual-chassis") == ["member 0", "member 1"]


def test_a_lone_switch_is_no_virtual_chassis() -> None:
    lone = render_device(msgspec.structs.replace(access_switch(), members=("EX4100-48P",)))
    assert "virtual-chassis" not in lone
    assert "synchronize" not in lone
    assert "graceful-switchover" not in lone
