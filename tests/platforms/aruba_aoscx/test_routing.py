"""A routed core: one VRF a zone, its gateways, its way to the firewall, its DHCP servers."""

from __future__ import annotations

import msgspec
import pytest

from netgen.device import Reservation, StaticRoute
from netgen.rendering import render_device, trace_device
from netgen.values import Prefix

from .devices import access_switch, routed_core
from .text import block, top_level

TEXT = render_device(routed_core())


def test_a_zone_is_a_vrf() -> None:
    assert top_level(TEXT, "vrf") == ["vrf staff", "vrf pupils"]


def test_a_gateway_joins_its_vrf_before_it_gets_an_address() -> None:
    assert block(TEXT, "interface vlan 20") == [
        "    vrf attach pupils",
        "    description pupils",
        "    ip address 10.2.16.1/21",
    ]


def test_vrfs_are_defined_before_interfaces_use_them() -> None:
    lines = TEXT.splitlines()
    assert lines.index("vrf staff") < lines.index("interface vlan 10")


def test_nobody_manages_the_box_from_a_zone() -> None:
    assert top_level(TEXT, "ssh server") == ["ssh server vrf default"]
    assert top_level(TEXT, "snmp-server vrf") == ["snmp-server vrf default"]


def test_every_vrf_leaves_by_the_firewall() -> None:
    assert top_level(TEXT, "ip route ") == [
        "ip route 0.0.0.0/0 10.2.0.1",
        "ip route 0.0.0.0/0 10.2.60.1 vrf staff",
        "ip route 0.0.0.0/0 10.2.60.5 vrf pupils",
    ]


def test_a_default_route_of_the_device_stands_for_the_management_one() -> None:
    own = StaticRoute("", Prefix.parse("0.0.0.0/0"), "10.2.0.254", "", 20, "", "x")
    text = render_device(msgspec.structs.replace(routed_core(), routes=(own,)))
    assert top_level(text, "ip route ") == ["ip route 0.0.0.0/0 10.2.0.254 distance 20"]


def test_a_vrf_has_one_dhcp_server_with_its_pool() -> None:
    assert block(TEXT, "dhcp-server vrf staff") == [
        "    pool staff",
        "        range 10.2.8.20 10.2.11.250 prefix-len 22",
        "        dns-server 10.0.0.53 10.0.1.53",
        "        default-router 10.2.8.1",
        "        domain-name oak.example.sch.uk",
        "        lease 00:08:00",
        "    authoritative",
        "    enable",
    ]


def test_two_pools_of_one_vrf_share_its_server() -> None:
    core = routed_core()
    pools = tuple(msgspec.structs.replace(pool, vrf="staff") for pool in core.dhcp_pools)
    text = render_device(msgspec.structs.replace(core, dhcp_pools=pools))
    assert top_level(text, "dhcp-server") == ["dhcp-server vrf staff"]
    assert [line for line in block(text, "dhcp-server vrf staff") if "pool" in line] == [
        "    pool staff",
        "    pool pupils",
    ]


def test_a_pool_without_a_vrf_is_served_in_the_global_table() -> None:
    core = routed_core()
    pool = msgspec.structs.replace(core.dhcp_pools[0], vrf="")
    text = render_device(msgspec.structs.replace(core, dhcp_pools=(pool,)))
    assert top_level(text, "dhcp-server") == ["dhcp-server vrf default"]


@pytest.mark.parametrize(
    ("seconds", "lease"),
    [(86400, "01:00:00"), (5400, "00:01:30"), (600, "00:00:10"), (1036800, "12:00:00")],
)
def test_a_lease_is_days_hours_and_minutes(seconds: int, lease: str) -> None:
    core = routed_core()
    pool = msgspec.structs.replace(core.dhcp_pools[0], lease_s=seconds)
    text = render_device(msgspec.structs.replace(core, dhcp_pools=(pool,)))
    assert f"        lease {lease}" in block(text, "dhcp-server vrf staff")


def test_requests_are_relayed_to_the_trust_s_servers() -> None:
    core = routed_core()
    staff = msgspec.structs.replace(core.svis[0], relays=("10.0.0.67", "10.0.1.67"))
    text = render_device(msgspec.structs.replace(core, svis=(staff,), dhcp_pools=()))
    assert block(text, "interface vlan 10")[-2:] == [
        "    ip helper-address 10.0.0.67",
        "    ip helper-address 10.0.1.67",
    ]


def test_what_a_pool_tells_beside_an_address() -> None:
    core = routed_core()
    pool = msgspec.structs.replace(
        core.dhcp_pools[0],
        boot_server="10.0.0.80",
        boot_file="boot/snp.efi",
        options=((42, ("10.0.0.123", "10.0.1.123")), (150, ("10.0.0.81",))),
        reservations=(Reservation("bell", "00:1a:2b:3c:4d:5e", "10.2.8.40", "sites/oak/hosts/bell"),),
    )
    device = msgspec.structs.replace(core, dhcp_pools=(pool,))
    lines = block(render_device(device), "dhcp-server vrf staff")
    assert lines[2] == "        static-bind ip 10.2.8.40 mac 00:1a:2b:3c:4d:5e"
    assert lines[-5:-2] == [
        "        bootp tftp://10.0.0.80/boot/snp.efi",
        "        option 42 ip 10.0.0.123 10.0.1.123",
        "        option 150 ip 10.0.0.81",
    ]
    assert "sites/oak/hosts/bell" in {line.origin for line in trace_device(device)}


def test_a_boot_file_without_a_server_is_told_as_an_option() -> None:
    core = routed_core()
    pool = msgspec.structs.replace(core.dhcp_pools[0], boot_file="snp.efi")
    text = render_device(msgspec.structs.replace(core, dhcp_pools=(pool,)))
    assert "        option 67 ascii snp.efi" in block(text, "dhcp-server vrf staff")
    assert "bootp" not in text


def test_a_switch_that_does_not_route_has_no_gateways_and_no_pools() -> None:
    text = render_device(access_switch())
    assert top_level(text, "interface vlan") == ["interface vlan 99"]
    assert top_level(text, "dhcp-server") == []
    assert top_level(text, "vrf") == []
