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
    assert " ipv6 address FD5C:9E27:41B3:230::1/64" in lines
    assert not [line for line in lines if "nd ra" in line]


def test_a_link_to_the_firewall_is_silent() -> None:
    lines = block(TEXT, "interface Vlan3010")
    assert lines[-2:] == [" ipv6 address FD5C:9E27:41B3:2F8::1A/125", " ipv6 nd ra suppress all"]


def test_the_other_zone_has_no_ipv6() -> None:
    for header in ("interface Vlan20", "interface Vlan3020", "vrf definition pupils"):
        assert block(TEXT, header) == block(PLAIN, header)


def test_the_vrf_knows_ipv6_before_its_interfaces_have_addresses() -> None:
    assert block(TEXT, "vrf definition staff") == [
        " address-family ipv4", " exit-address-family", " address-family ipv6", " exit-address-family",
    ]  # fmt: skip
    assert "ipv6 unicast-routing" in TEXT.splitlines()


def test_what_leaves_the_zone_goes_to_the_firewall() -> None:
    assert top_level(TEXT, "ipv6 route") == ["ipv6 route vrf staff ::/0 FD5C:9E27:41B3:2F8::19 name firewall"]


def test_nobody_manages_the_box_over_ipv6() -> None:
    assert block(TEXT, "ipv6 access-list NETGEN-MANAGEMENT6") == [" sequence 10 deny ipv6 any any log"]
    for lines in ("0 4", "5 15", "16 31"):
        assert " ipv6 access-class NETGEN-MANAGEMENT6 in" in block(TEXT, f"line vty {lines}")
    assert top_level(TEXT, "snmp-server group") == [
        "snmp-server group NETGEN v3 priv read NETGEN access ipv6 NETGEN-MANAGEMENT6 NETGEN-SNMP"
    ]


def test_a_core_without_ipv6_says_nothing_of_it() -> None:
    assert not top_level(PLAIN, ("ipv6 unicast", "ipv6 route", "ipv6 access-list"))
    assert "ipv6 a" not in PLAIN


def test_sockets_refuse_routers_wherever_hosts_have_ipv6() -> None:
    switch = with_guarded_ports(access_switch())
    attached = " ipv6 nd raguard attach-policy NETGEN-EDGE"
    assert attached not in render_device(switch)
    text = render_device(msgspec.structs.replace(switch, ipv6_vlans=(10,)))
    edges = sum(port.profile.edge and port.profile.kind != "unused" for port in switch.ports)
    assert edges > 0
    assert text.count(attached) == edges
    assert block(text, "ipv6 nd raguard policy NETGEN-EDGE") == [" device-role host"]
    assert "loopdetect" not in text
