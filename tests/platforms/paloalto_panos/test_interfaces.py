"""Ports, LAGs, VLAN units, tunnel interfaces and routes."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.paloalto_panos.example import HUB, PART, SCHOOL, TUNNEL, lines, with_part

from netgen.device import Device, StaticRoute
from netgen.values import Prefix

ROUTE = "set network virtual-router default routing-table ip static-route"


def on_one_port(device: Device) -> Device:
    """The same box with one cable to the core in place of the LAG."""
    carrier = msgspec.structs.replace(PART.interfaces[2], name="ethernet1/3", kind="lan", members=())
    inside = (
        msgspec.structs.replace(item, parent="ethernet1/3") if item.kind == "vlan" else item
        for item in PART.interfaces[3:]
    )
    return with_part(device, interfaces=(*PART.interfaces[:2], carrier, *inside))


def test_a_static_circuit_has_its_address_and_no_management() -> None:
    assert lines(SCHOOL, "set network interface ethernet ethernet1/1") == [
        "comment Fibre",
        "layer3 ip 203.0.113.2/30",
    ]


def test_a_dhcp_circuit_brings_its_own_default_route() -> None:
    assert lines(SCHOOL, "set network interface ethernet ethernet1/2") == [
        'comment "4G backup"',
        "layer3 dhcp-client enable yes",
        "layer3 dhcp-client create-default-route yes",
        "layer3 dhcp-client default-route-metric 20",
    ]
    assert not [line for line in lines(SCHOOL, ROUTE) if "ethernet1/2" in line]


def test_a_pppoe_circuit_logs_in_and_shows_no_secret() -> None:
    circuit = msgspec.structs.replace(
        PART.interfaces[1], mode="pppoe", user="oak@isp.example", secret="secret://vault/wan/oak", priority=20
    )
    device = with_part(SCHOOL, interfaces=(PART.interfaces[0], circuit, *PART.interfaces[2:]))
    assert lines(device, "set network interface ethernet ethernet1/2") == [
        'comment "4G backup"',
        "layer3 pppoe enable yes",
        "layer3 pppoe authentication auto",
        "layer3 pppoe username oak@isp.example",
        "layer3 pppoe password NETGEN_SECRET.vault.wan.oak.END",
        "layer3 pppoe create-default-route yes",
        "layer3 pppoe default-route-metric 20",
    ]


def test_a_lag_runs_lacp_over_its_members() -> None:
    assert lines(SCHOOL, "set network interface ethernet ethernet1/3") == [
        'comment "core switch 1"',
        "aggregate-group ae1",
    ]
    assert lines(SCHOOL, "set network interface aggregate-ethernet ae1")[:3] == [
        'comment "core switch"',
        "layer3 lacp enable yes",
        "layer3 lacp mode active",
    ]


def test_an_unused_port_is_down() -> None:
    assert lines(SCHOOL, "set network interface ethernet ethernet1/5") == ["link-state down"]


def test_a_vlan_is_a_unit_of_the_lag() -> None:
    assert lines(SCHOOL, "set network interface aggregate-ethernet ae1 layer3 units ae1.30") == [
        "comment pupils",
        "tag 30",
        "ip 10.2.72.1/21",
        "interface-management-profile mp-gateway",
    ]


def test_a_vlan_is_a_unit_of_the_only_port() -> None:
    device = on_one_port(SCHOOL)
    assert lines(device, "set network interface ethernet ethernet1/3 layer3 units ethernet1/3.30") == [
        "comment pupils",
        "tag 30",
        "ip 10.2.72.1/21",
        "interface-management-profile mp-gateway",
    ]
    assert lines(device, "set zone pupil network layer3") == ["ethernet1/3.30"]


def test_sessions_are_answered_on_the_management_unit_alone() -> None:
    profiles = [
        line.split()[-1]
        for line in lines(SCHOOL, "set network interface aggregate-ethernet ae1 layer3 units")
        if "interface-management-profile" in line
    ]
    assert profiles == ["mp-manage", "mp-gateway", "mp-gateway"]
    assert lines(SCHOOL, "set network profiles interface-management-profile mp-gateway") == ["ping yes"]
    assert lines(SCHOOL, "set network profiles interface-management-profile mp-manage") == [
        "ping yes",
        "ssh yes",
        "https yes",
        "snmp yes",
        "permitted-ip 10.0.8.0/24",
        "permitted-ip 10.2.64.0/26",
        "permitted-ip 10.0.8.40/32",
    ]


def test_every_routed_interface_is_in_the_virtual_router_and_in_the_system() -> None:
    routed = "ethernet1/1 ethernet1/2 ae1.10 ae1.30 ae1.40 tunnel.1147"
    assert lines(SCHOOL, "set network virtual-router default interface") == [f"[ {routed} ]"]
    assert lines(SCHOOL, "set import network interface") == [f"[ ae1 {routed} ]"]


def test_a_new_tunnel_renumbers_no_other() -> None:
    other = msgspec.structs.replace(
        TUNNEL, name="a-new-one", local_address="10.255.0.4", peer_address="10.255.0.5"
    )
    units = lines(with_part(SCHOOL, tunnels=(other, TUNNEL)), "set network interface tunnel units")
    assert [line for line in units if "comment" in line] == [
        "tunnel.1147 comment oak-hub1",
        "tunnel.1148 comment a-new-one",
    ]


def test_two_tunnels_never_share_an_interface() -> None:
    twin = msgspec.structs.replace(TUNNEL, name="twin", local_address="10.255.0.3")
    units = lines(with_part(SCHOOL, tunnels=(twin, TUNNEL)), "set network interface tunnel units")
    assert len({line.split()[0] for line in units}) == 2


def test_a_static_route_names_gateway_interface_and_metric() -> None:
    assert lines(SCHOOL, f"{ROUTE} r-0.0.0.0-0-10") == [
        "destination 0.0.0.0/0",
        "interface ethernet1/1",
        "nexthop ip-address 203.0.113.1",
        "metric 10",
    ]
    assert lines(SCHOOL, f"{ROUTE} r-10.2.88.0-21-10") == [
        "destination 10.2.88.0/21",
        "interface ae1.30",
        "nexthop ip-address 10.2.72.2",
        "metric 10",
    ]


def test_nothing_meant_for_the_overlay_leaves_by_the_internet() -> None:
    assert lines(SCHOOL, f"{ROUTE} r-10.0.0.0-18-discard") == [
        "destination 10.0.0.0/18",
        "nexthop discard",
        "metric 254",
    ]


def test_a_wider_discard_route_makes_a_second_one_needless() -> None:
    wider = StaticRoute("", Prefix.parse("10.0.0.0/8"), "", "", 254, "trust", "trust/addressing")
    device = msgspec.structs.replace(SCHOOL, routes=(*SCHOOL.routes, wider))
    assert not lines(device, f"{ROUTE} r-10.0.0.0-18-discard")
    assert "nexthop discard" in lines(device, f"{ROUTE} r-10.0.0.0-8-discard")


def test_a_peer_without_an_address_has_a_route_since_ike_adds_none() -> None:
    tunnel = msgspec.structs.replace((HUB.firewall or PART).tunnels[0], distance=20)
    device = msgspec.structs.replace(with_part(HUB, tunnels=(tunnel,)), routes=HUB.routes[:1])
    assert lines(device, f"{ROUTE} r-10.2.64.0-18-20") == [
        "destination 10.2.64.0/18",
        "interface tunnel.1146",
        "metric 20",
    ]


def test_a_gateway_that_no_interface_reaches_stops_the_render() -> None:
    lost = StaticRoute("", Prefix.parse("10.9.0.0/16"), "192.168.1.1", "", 10, "lost", "x")
    with pytest.raises(ValueError, match=r"192\.168\.1\.1"):
        lines(msgspec.structs.replace(SCHOOL, routes=(lost,)), ROUTE)
