"""Static routes, routing instances and DHCP pools, on switches and firewalls."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.juniper_junos.firewalls import BACKUP, FIBRE, HUB, PART, SCHOOL, with_part
from tests.platforms.juniper_junos.switches import access_switch, routed_core
from tests.platforms.juniper_junos.text import names, stanza

from netgen.device import Device, Reservation, StaticRoute
from netgen.platforms.juniper_junos.firewall_interface_view import DHCP_PREFERENCE
from netgen.rendering import render_device
from netgen.values import Prefix

CORE = render_device(routed_core())
DEFAULT = Prefix.parse("0.0.0.0/0")


def test_a_switch_finds_the_way_back_to_its_managers() -> None:
    text = render_device(access_switch())
    assert stanza(text, "routing-options", "static") == (
        "route 0.0.0.0/0 {\n    next-hop 10.2.0.1;\n    preference 1;\n}\n"
    )


def test_a_zone_is_a_virtual_router_with_its_gateways_and_its_way_out() -> None:
    instance = ("routing-instances", "pupils")
    assert names(CORE, *instance) == [
        "instance-type virtual-router", "interface irb.20", "interface irb.3020", "routing-options",
    ]  # fmt: skip
    assert stanza(CORE, *instance, "routing-options", "static") == (
        "route 0.0.0.0/0 {\n    next-hop 10.2.60.5;\n    preference 1;\n}\n"
    )
    assert "l3-interface irb.20;\n" in stanza(CORE, "vlans", "pupils")
    assert "address 10.2.16.1/21;" in stanza(CORE, "interfaces", "irb", "unit 20")


def test_management_stays_in_the_global_table() -> None:
    assert "irb.99" not in stanza(CORE, "routing-instances")
    assert "next-hop 10.2.0.1;" in stanza(CORE, "routing-options", "static", "route 0.0.0.0/0")


def test_a_pool_lives_in_the_instance_of_its_gateway() -> None:
    instance = ("routing-instances", "staff")
    assert stanza(CORE, *instance, "system", "services", "dhcp-local-server") == (
        "group staff {\n    interface irb.10;\n}\n"
    )
    assert stanza(CORE, *instance, "access", "address-assignment", "pool staff", "family inet") == (
        "network 10.2.8.0/22;\n"
        "range clients {\n    low 10.2.8.20;\n    high 10.2.11.250;\n}\n"
        "dhcp-attributes {\n"
        "    maximum-lease-time 28800;\n"
        "    domain-name oak.example.sch.uk;\n"
        "    name-server {\n        10.0.0.53;\n        10.0.1.53;\n    }\n"
        "    router {\n        10.2.8.1;\n    }\n"
        "}\n"
    )
    assert "dhcp-local-server" not in stanza(CORE, "system")


def test_a_lease_says_more_where_it_is_asked_to() -> None:
    core = routed_core()
    pool = msgspec.structs.replace(
        core.dhcp_pools[0], boot_server="10.0.0.80", boot_file="boot/x64.efi",
        options=((42, ("10.0.0.123",)), (150, ("10.0.0.5", "10.0.1.5"))),
        reservations=(Reservation("printer-1", "00:1a:2b:3c:4d:5e", "10.2.8.30", "sites/oak/reservations/printer-1"),),
    )  # fmt: skip
    text = render_device(msgspec.structs.replace(core, dhcp_pools=(pool,)))
    path = ("routing-instances", "staff", "access", "address-assignment", "pool staff", "family inet")
    attributes = stanza(text, *path, "dhcp-attributes")
    for line in (
        "boot-file boot/x64.efi;", "boot-server 10.0.0.80;", "option 42 array ip-address 10.0.0.123;",
        "option 150 array ip-address [ 10.0.0.5 10.0.1.5 ];",
    ):  # fmt: skip
        assert f"{line}\n" in attributes
    assert stanza(text, *path, "host printer-1") == (
        "hardware-address 00:1a:2b:3c:4d:5e;\nip-address 10.2.8.30;\n"
    )
    assert "boot-" not in CORE
    assert "option " not in CORE


RELAY = (
    "server-group {\n    netgen-1 {\n        10.0.0.60;\n        10.0.1.60;\n    }\n}\n"
    "group netgen-1 {\n    active-server-group netgen-1;\n    interface %s;\n}\n"
)


def test_requests_are_relayed_in_the_instance_of_their_gateway() -> None:
    core = routed_core()
    svis = (msgspec.structs.replace(core.svis[0], relays=("10.0.0.60", "10.0.1.60")), *core.svis[1:])
    text = render_device(msgspec.structs.replace(core, svis=svis, dhcp_pools=()))
    assert stanza(text, "routing-instances", "staff", "forwarding-options", "dhcp-relay") == RELAY % "irb.10"
    assert "dhcp-relay" not in stanza(text, "routing-instances", "pupils")
    assert "dhcp-relay" not in CORE


def test_a_firewall_relays_from_its_vlan_and_takes_the_request() -> None:
    part = tuple(
        msgspec.structs.replace(item, relays=("10.0.0.60", "10.0.1.60")) if item.name == "vlan40" else item
        for item in PART.interfaces
    )
    text = render_device(with_part(SCHOOL, interfaces=part))
    assert stanza(text, "forwarding-options", "dhcp-relay") == RELAY % "ae0.40"
    services = stanza(
        text, "security", "zones", "security-zone guest", "interfaces", "ae0.40", "host-inbound-traffic"
    )
    assert "dhcp;\n" in services
    assert "forwarding-options" not in render_device(SCHOOL)


def test_a_firewalls_pool_serves_its_vlan() -> None:
    text = render_device(SCHOOL)
    assert stanza(text, "system", "services", "dhcp-local-server") == (
        "group pupils {\n    interface ae0.30;\n}\n"
    )
    assert "low 10.2.72.50;\n" in stanza(
        text, "access", "address-assignment", "pool pupils", "family inet", "range clients"
    )


def test_what_has_no_better_route_goes_nowhere() -> None:
    static = ("routing-options", "static")
    text = render_device(SCHOOL)
    assert names(text, *static) == ["route 0.0.0.0/0", "route 10.0.0.0/8", "route 10.0.0.0/18"]
    assert stanza(text, *static, "route 10.0.0.0/8") == "discard;\npreference 254;\n"
    assert stanza(text, *static, "route 0.0.0.0/0") == "next-hop 203.0.113.1;\npreference 10;\n"
    assert stanza(text, *static, "route 10.0.0.0/18") == "next-hop st0.1;\npreference 10;\n"


def test_routes_to_one_destination_are_one_entry_with_ways_in_order() -> None:
    second = StaticRoute("", DEFAULT, "192.0.2.1", "ge-0/0/1", 30, "second", "x")
    text = render_device(msgspec.structs.replace(SCHOOL, routes=(second, *SCHOOL.routes)))
    assert stanza(text, "routing-options", "static", "route 0.0.0.0/0") == (
        "qualified-next-hop 203.0.113.1 {\n    preference 10;\n}\n"
        "qualified-next-hop 192.0.2.1 {\n    preference 30;\n}\n"
    )


def test_no_route_leads_to_a_peer_that_calls_us() -> None:
    route = StaticRoute("", Prefix.parse("10.2.64.0/18"), "", "to-oak", 10, "oak", "sites/oak")
    text = render_device(msgspec.structs.replace(HUB, routes=(*HUB.routes, route)))
    assert "10.2.64.0/18" not in stanza(text, "routing-options")


def circuits(static_distance: int, dhcp_priority: int) -> Device:
    """A firewall whose static circuit has this distance and whose DHCP circuit this priority."""
    backup = msgspec.structs.replace(BACKUP, priority=dhcp_priority)
    route = msgspec.structs.replace(SCHOOL.routes[0], distance=static_distance)
    device = with_part(SCHOOL, interfaces=(FIBRE, backup, *PART.interfaces[2:]))
    return msgspec.structs.replace(device, routes=(route,))


@pytest.mark.parametrize(("static", "dhcp"), [(10, 20), (15, 20), (20, 10), (12, 11), (5, 6)])
def test_the_better_circuit_stays_the_better_one_beside_a_dhcp_route(static: int, dhcp: int) -> None:
    text = render_device(circuits(static, dhcp))
    body = stanza(text, "routing-options", "static", "route 0.0.0.0/0")
    preference = int(body.split("preference ")[1].removesuffix(";\n"))
    assert (preference < DHCP_PREFERENCE) is (static < dhcp)
    assert f"metric {dhcp};" in stanza(text, "interfaces", "ge-0/0/1")


def test_a_pppoe_circuit_gets_its_default_route_its_session_and_room_for_its_header() -> None:
    session = msgspec.structs.replace(
        BACKUP, mode="pppoe", user="oak@isp.example", secret="secret://env/ISP", description="DSL"
    )
    text = render_device(with_part(SCHOOL, interfaces=(FIBRE, session, *PART.interfaces[2:])))
    assert "encapsulation ppp-over-ether;" in stanza(text, "interfaces", "ge-0/0/1", "unit 0")
    body = stanza(text, "interfaces", "pp0", "unit 0")
    assert 'default-chap-secret "NETGEN_SECRET.env.ISP.END";\n' in body
    assert "local-name oak@isp.example;\n" in body
    assert "underlying-interface ge-0/0/1.0;\n" in body
    assert "negotiate-address;\n" in body
    assert "qualified-next-hop pp0.0 {\n    preference 20;\n}\n" in stanza(
        text, "routing-options", "static", "route 0.0.0.0/0"
    )
    assert "mss 1452;\n" in stanza(text, "security", "flow", "tcp-mss", "all-tcp")
    assert "pp0.0" in stanza(text, "security", "zones", "security-zone internet")
