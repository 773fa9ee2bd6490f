"""A routed core: one VRF a zone, its gateways, its way to the firewall, its DHCP servers."""

from __future__ import annotations

import msgspec
import pytest

from netgen.device import StaticRoute
from netgen.rendering import render_device
from netgen.values import Prefix

from .devices import access_switch, routed_core
from .text import block, top_level

TEXT = render_device(routed_core())


def test_a_zone_is_a_vrf_that_routes() -> None:
    assert top_level(TEXT, "vrf instance") == ["vrf instance staff", "vrf instance pupils"]
    assert top_level(TEXT, "ip routing") == ["ip routing", "ip routing vrf staff", "ip routing vrf pupils"]


def test_a_gateway_joins_its_vrf_before_it_gets_an_address() -> None:
    assert block(TEXT, "interface Vlan20") == [
        "   description pupils",
        "   vrf pupils",
        "   ip address 10.2.16.1/21",
        "   dhcp server ipv4",
    ]


def test_a_transit_serves_no_addresses() -> None:
    assert "   dhcp server ipv4" not in block(TEXT, "interface Vlan3010")


def test_vrfs_are_defined_before_interfaces_use_them() -> None:
    lines = TEXT.splitlines()
    assert lines.index("vrf instance staff") < lines.index("interface Vlan10")


def test_every_vrf_leaves_by_the_firewall() -> None:
    assert top_level(TEXT, "ip route ") == [
        "ip route 0.0.0.0/0 10.2.0.1 name management",
        "ip route vrf staff 0.0.0.0/0 10.2.60.1 name firewall",
        "ip route vrf pupils 0.0.0.0/0 10.2.60.5 name firewall",
    ]


def test_a_default_route_of_the_device_stands_for_the_management_one() -> None:
    own = StaticRoute("", Prefix.parse("0.0.0.0/0"), "10.2.0.254", "", 20, "", "x")
    text = render_device(msgspec.structs.replace(routed_core(), routes=(own,)))
    assert top_level(text, "ip route ") == ["ip route 0.0.0.0/0 10.2.0.254 20"]


def test_a_vrf_has_one_dhcp_server_with_its_subnets() -> None:
    assert block(TEXT, "dhcp server vrf staff") == [
        "   dns domain name ipv4 oak.example.sch.uk",
        "   !",
        "   subnet 10.2.8.0/22",
        "      range 10.2.8.20 10.2.11.250",
        "      name staff",
        "      dns server 10.0.0.53 10.0.1.53",
        "      lease time 0 days 8 hours 0 minutes",
        "      default-gateway 10.2.8.1",
    ]


def test_two_pools_of_one_vrf_share_its_server() -> None:
    core = routed_core()
    pools = tuple(msgspec.structs.replace(pool, vrf="staff") for pool in core.dhcp_pools)
    text = render_device(msgspec.structs.replace(core, dhcp_pools=pools))
    assert top_level(text, "dhcp server") == ["dhcp server vrf staff"]
    assert [line for line in block(text, "dhcp server vrf staff") if "subnet" in line] == [
        "   subnet 10.2.8.0/22",
        "   subnet 10.2.16.0/21",
    ]


@pytest.mark.parametrize(
    ("seconds", "lease"),
    [
        (86400, "1 days 0 hours 0 minutes"),
        (5400, "0 days 1 hours 30 minutes"),
        (600, "0 days 0 hours 10 minutes"),
    ],
)
def test_lease(seconds: int, lease: str) -> None:
    core = routed_core()
    pool = msgspec.structs.replace(core.dhcp_pools[0], lease_s=seconds)
    text = render_device(msgspec.structs.replace(core, dhcp_pools=(pool,)))
    assert f"      lease time {lease}" in block(text, "dhcp server vrf staff")


def test_a_switch_that_does_not_route_has_no_gateways_and_no_pools() -> None:
    text = render_device(access_switch())
    assert top_level(text, "interface Vlan") == ["interface Vlan99"]
    assert top_level(text, "dhcp server") == []
    assert top_level(text, "vrf instance") == []
