"""The rules for sessions with the box itself: each is bound to an address of the box."""

from __future__ import annotations

import msgspec
from tests.platforms.paloalto_panos.example import (
    HUB,
    MANAGEMENT,
    PART,
    SCHOOL,
    TUNNEL,
    lines,
    rule,
    rule_names,
    with_part,
)

OWN = "10.2.64.1/32"


def test_they_stand_before_every_policy() -> None:
    names = rule_names(SCHOOL)
    own = [name for name in names if name.startswith("box.")]
    assert names[: len(own)] == own
    assert own == [
        "box.sessions",
        "box.polling",
        "box.reachable",
        "box.servers",
        "box.updates",
        "box.dhcp",
        "box.gateways",
        "box.tunnels-out",
        "box.tunnels-in",
        "box.leases",
    ]


def test_sessions_come_from_allowed_sources_and_never_from_the_internet() -> None:
    fields = rule(SCHOOL, "box.sessions")
    assert fields[:4] == [
        "from [ mgmt pupil guest overlay ]",
        "to mgmt",
        "source [ 10.0.8.0/24 10.2.64.0/26 ]",
        f"destination {OWN}",
    ]
    assert "service box-sessions" in fields
    assert "box-sessions protocol tcp port 22,443" in lines(SCHOOL, "set service")


def test_without_managers_nobody_may_poll() -> None:
    management = msgspec.structs.replace(MANAGEMENT, snmp_managers=())
    device = msgspec.structs.replace(SCHOOL, management=management)
    assert "box.polling" not in rule_names(device)
    assert not [line for line in lines(device, "set service") if line.startswith("box-polling")]


def test_the_box_asks_its_own_servers_and_no_others() -> None:
    fields = rule(SCHOOL, "box.servers")
    assert f"source {OWN}" in fields
    assert (
        "destination [ 10.0.8.10/32 10.0.8.11/32 10.0.8.20/32 10.0.8.21/32 10.0.8.30/32 10.0.8.31/32 10.0.8.32/32 ]"
        in fields
    )
    services = lines(SCHOOL, "set service")
    assert "box-ask-tcp protocol tcp port 53,601,6514" in services
    assert "box-ask-udp protocol udp port 53,123,514,1812" in services


def test_the_vendor_s_cloud_is_reached_over_https_and_translated() -> None:
    fields = rule(SCHOOL, "box.updates")
    assert {"from mgmt", "to internet", f"source {OWN}", "service service-https"} <= set(fields)
    assert f"source {OWN}" in lines(SCHOOL, "set rulebase nat rules box.ethernet1-1")
    assert f"source {OWN}" in lines(SCHOOL, "set rulebase nat rules box.ethernet1-2")


def test_clients_reach_the_dhcp_server_and_ping_of_gateways_inside_their_zone() -> None:
    dhcp = rule(SCHOOL, "box.dhcp")
    assert dhcp[:5] == [
        "rule-type intrazone",
        "from pupil",
        "to pupil",
        "source any",
        "destination [ 255.255.255.255/32 10.2.72.1/32 ]",
    ]
    gateways = rule(SCHOOL, "box.gateways")
    assert {"application ping", "destination [ 10.2.72.1/32 10.2.80.1/32 ]"} <= set(gateways)


def test_without_a_dhcp_server_nobody_asks_for_an_address() -> None:
    assert "box.dhcp" not in rule_names(msgspec.structs.replace(SCHOOL, dhcp_pools=()))


def test_ike_passes_between_the_two_ends_alone() -> None:
    out, back = rule(SCHOOL, "box.tunnels-out"), rule(SCHOOL, "box.tunnels-in")
    assert out[:5] == [
        "rule-type intrazone",
        "from internet",
        "to internet",
        "source 203.0.113.2/32",
        "destination 198.51.100.1/32",
    ]
    assert back[3:5] == ["source 198.51.100.1/32", "destination 203.0.113.2/32"]
    assert "application [ ike ipsec-esp ipsec-esp-udp ]" in out


def test_a_peer_without_an_address_may_call_from_anywhere() -> None:
    assert rule(HUB, "box.tunnels-in")[3:5] == ["source any", "destination 203.0.113.2/32"]


def test_an_end_on_a_dhcp_circuit_has_no_address_to_name() -> None:
    device = with_part(SCHOOL, tunnels=(msgspec.structs.replace(TUNNEL, wan="ethernet1/2"),))
    assert rule(device, "box.tunnels-out")[3:5] == ["source any", "destination 198.51.100.1/32"]


def test_leases_are_taken_only_where_a_circuit_has_dhcp() -> None:
    static = with_part(
        msgspec.structs.replace(SCHOOL, routes=SCHOOL.routes[:1]),
        interfaces=tuple(item for item in PART.interfaces if item.mode != "dhcp"),
        zones=tuple(
            msgspec.structs.replace(zone, members=("ethernet1/1",)) if zone.name == "internet" else zone
            for zone in PART.zones
        ),
    )
    assert "box.leases" in rule_names(SCHOOL)
    assert "box.leases" not in rule_names(static)
