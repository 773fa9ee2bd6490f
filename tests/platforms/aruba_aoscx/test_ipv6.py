"""IPv6 beside IPv4 on a routed core."""

from __future__ import annotations

from tests.platforms.ipv6_core import with_ipv6

from netgen.rendering import render_device

from .devices import routed_core
from .text import block, top_level

PLAIN = render_device(routed_core())
TEXT = render_device(with_ipv6(routed_core()))


def test_a_gateway_has_its_address_and_is_told_to_advertise() -> None:
    assert block(TEXT, "interface vlan 10")[-2:] == [
        "    ipv6 address fd5c:9e27:41b3:230::1/64", "    no ipv6 nd suppress-ra",
    ]  # fmt: skip


def test_a_link_to_the_firewall_stays_silent() -> None:
    assert block(TEXT, "interface vlan 3010")[-1] == "    ipv6 address fd5c:9e27:41b3:2f8::1a/125"


def test_the_other_zone_has_no_ipv6() -> None:
    for header in ("interface vlan 20", "interface vlan 3020"):
        assert block(TEXT, header) == block(PLAIN, header)


def test_what_leaves_the_zone_goes_to_the_firewall() -> None:
    assert top_level(TEXT, "ipv6 route") == ["ipv6 route ::/0 fd5c:9e27:41b3:2f8::19 vrf staff"]


def test_nobody_manages_the_box_from_a_zone() -> None:
    assert top_level(TEXT, "ssh server") == ["ssh server vrf default"]
    assert top_level(TEXT, "snmp-server vrf") == ["snmp-server vrf default"]


def test_a_core_without_ipv6_says_nothing_of_it() -> None:
    assert not [line for line in PLAIN.splitlines() if line.strip().startswith(("ipv6 ", "no ipv6"))]
