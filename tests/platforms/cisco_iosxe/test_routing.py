"""A routed core: one VRF a zone, its gateways, its way to the firewall, its DHCP pools."""

from __future__ import annotations

import msgspec
import pytest

from netgen.device import StaticRoute
from netgen.rendering import render_device
from netgen.values import Prefix

from .devices import access_switch, routed_core
from .text import block, top_level

TEXT = render_device(routed_core())


def test_a_zone_is_a_vrf() -> None:
    assert block(TEXT, "vrf definition pupils") == [" address-family ipv4", " exit-address-family"]


def test_a_gateway_joins_its_vrf_before_it_gets_an_address() -> None:
    assert block(TEXT, "interface Vlan20") == [
        " description pupils",
        " vrf forwarding pupils",
        " ip address 10.2.16.1 255.255.248.0",
        " no ip redirects",
        " no ip proxy-arp",
    ]


def test_vrfs_are_defined_before_interfaces_use_them() -> None:
    lines = TEXT.splitlines()
    assert lines.index("vrf definition staff") < lines.index("interface Vlan10")


def test_every_vrf_leaves_by_the_firewall() -> None:
    assert top_level(TEXT, "ip route ") == [
        "ip route 0.0.0.0 0.0.0.0 10.2.0.1 name management",
        "ip route vrf staff 0.0.0.0 0.0.0.0 10.2.60.1 name firewall",
        "ip route vrf pupils 0.0.0.0 0.0.0.0 10.2.60.5 name firewall",
    ]


def test_a_default_route_of_the_device_stands_for_the_management_one() -> None:
    own = StaticRoute("", Prefix.parse("0.0.0.0/0"), "10.2.0.254", "", 20, "", "x")
    text = render_device(msgspec.structs.replace(routed_core(), routes=(own,)))
    assert top_level(text, "ip route ") == ["ip route 0.0.0.0 0.0.0.0 10.2.0.254 20"]


def test_a_pool_leases_what_lies_between_its_exclusions() -> None:
    assert top_level(TEXT, "ip dhcp excluded-address vrf staff") == [
        "ip dhcp excluded-address vrf staff 10.2.8.1 10.2.8.19",
        "ip dhcp excluded-address vrf staff 10.2.11.251 10.2.11.254",
    ]
    assert block(TEXT, "ip dhcp pool staff") == [
        " vrf staff",
        " network 10.2.8.0 255.255.252.0",
        " default-router 10.2.8.1",
        " domain-name oak.example.sch.uk",
        " dns-server 10.0.0.53 10.0.1.53",
        " lease 0 8",
    ]


def test_a_pool_to_the_end_of_its_subnet_has_one_exclusion_and_a_day_is_the_hidden_lease() -> None:
    assert top_level(TEXT, "ip dhcp excluded-address vrf pupils") == [
        "ip dhcp excluded-address vrf pupils 10.2.16.1 10.2.16.2"
    ]
    assert not [line for line in block(TEXT, "ip dhcp pool pupils") if "lease" in line]


@pytest.mark.parametrize(
    ("seconds", "lease"), [(3600, "0 1"), (172800, "2"), (5400, "0 1 30"), (90000, "1 1"), (600, "0 0 10")]
)
def test_lease(seconds: int, lease: str) -> None:
    core = routed_core()
    pool = msgspec.structs.replace(core.dhcp_pools[0], lease_s=seconds)
    text = render_device(msgspec.structs.replace(core, dhcp_pools=(pool,)))
    assert block(text, "ip dhcp pool staff")[-1] == f" lease {lease}"


def test_a_single_excluded_address_is_said_once() -> None:
    core = routed_core()
    pool = msgspec.structs.replace(core.dhcp_pools[0], first="10.2.8.2", last="10.2.11.253")
    text = render_device(msgspec.structs.replace(core, dhcp_pools=(pool,)))
    assert top_level(text, "ip dhcp excluded-address") == [
        "ip dhcp excluded-address vrf staff 10.2.8.1",
        "ip dhcp excluded-address vrf staff 10.2.11.254",
    ]


def test_clients_behind_switches_that_insert_option_82_get_their_lease() -> None:
    assert "ip dhcp relay information trust-all" in TEXT.splitlines()
    assert "trust-all" not in render_device(access_switch())


def test_a_switch_that_does_not_route_has_no_gateways_and_no_pools() -> None:
    text = render_device(access_switch())
    assert top_level(text, "interface Vlan") == ["interface Vlan1", "interface Vlan99"]
    assert top_level(text, "ip dhcp pool") == []
    assert top_level(text, "vrf definition") == ["vrf definition Mgmt-vrf"]
