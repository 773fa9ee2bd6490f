"""IPv6 beside IPv4 on a routed core, and the sockets of every switch that carries it."""

from __future__ import annotations

import msgspec
from tests.platforms.ipv6_core import with_guarded_ports, with_ipv6

from netgen.rendering import render_device

from .devices import access_switch, routed_core
from .text import block, top_level

PLAIN = render_device(routed_core())
TEXT = render_device(with_ipv6(routed_core()))


def test_a_gateway_has_its_address_and_advertises_its_prefix_by_itself() -> None:
    lines = block(TEXT, "interface Vlan10")
    assert "   ipv6 address fd5c:9e27:41b3:230::1/64" in lines
    assert not [line for line in lines if "nd ra" in line]


def test_a_link_to_the_firewall_is_silent() -> None:
    lines = block(TEXT, "interface Vlan3010")
    assert lines[-2:] == ["   ipv6 address fd5c:9e27:41b3:2f8::1a/125", "   ipv6 nd ra disabled all"]


def test_the_other_zone_has_no_ipv6() -> None:
    for header in ("interface Vlan20", "interface Vlan3020"):
        assert block(TEXT, header) == block(PLAIN, header)
    assert top_level(TEXT, "ipv6 unicast-routing") == ["ipv6 unicast-routing vrf staff"]


def test_what_leaves_the_zone_goes_to_the_firewall() -> None:
    assert top_level(TEXT, "ipv6 route") == ["ipv6 route vrf staff ::/0 fd5c:9e27:41b3:2f8::19 name firewall"]


def test_the_box_is_managed_in_the_global_table_alone() -> None:
    assert "   vrf default" in block(TEXT, "management api http-commands")
    assert not [line for line in block(TEXT, "management ssh") if line.startswith("   vrf")]


def test_a_core_without_ipv6_says_nothing_of_it() -> None:
    assert "ipv6" not in PLAIN


def test_sockets_refuse_routers_wherever_hosts_have_ipv6() -> None:
    switch = with_guarded_ports(access_switch())
    attached = "   ipv6 access-group NETGEN-EDGE6 in"
    assert attached not in render_device(switch)
    text = render_device(msgspec.structs.replace(switch, ipv6_vlans=(10,)))
    edges = sum(port.profile.edge and port.profile.kind != "unused" for port in switch.ports)
    assert edges > 0
    assert text.count(attached) == edges
    assert "   10 deny icmpv6 any any router-advertisement" in block(text, "ipv6 access-list NETGEN-EDGE6")
    assert "monitor loop-protection" not in text
