"""IPv6 beside IPv4: addresses, advertisements, the same rules for both families, nothing where nothing is asked."""

from __future__ import annotations

import msgspec
from tests.platforms.paloalto_panos.example import PART, SCHOOL, lines, rule, rule_names, with_part

from netgen.device import AddressObject, Device, Ipv6Gateway, StaticRoute
from netgen.rendering import render_device
from netgen.values import Prefix

PUPILS = Prefix.parse("fd5c:9e27:41b3:710::/64")
SERVERS = Prefix.parse("fd5c:9e27:41b3:706::/64")
ROUTER = "set network virtual-router default routing-table ipv6 static-route"
UNIT = "set network interface aggregate-ethernet ae1 layer3 units ae1.30 ipv6"


def with_ipv6(*, advertise: bool = True) -> Device:
    """The school with IPv6 in VLAN 30 and in its first policy, the only one that names two subnets."""
    gateway = Ipv6Gateway(PUPILS.address(1), PUPILS, advertise=advertise, origin="standard/segments/pupils")
    policy = msgspec.structs.replace(
        PART.policies[0], sources6=("oak-pupil-6",), destinations6=("oak-servers-6",)
    )
    device = with_part(
        SCHOOL,
        interfaces=tuple(
            msgspec.structs.replace(item, ipv6=gateway) if item.vlan == 30 else item
            for item in PART.interfaces
        ),
        policies=(policy, *PART.policies[1:]),
        addresses6=(
            AddressObject("oak-pupil-6", PUPILS, "standard/policy/0"),
            AddressObject("oak-servers-6", SERVERS, "standard/policy/0"),
        ),
    )
    routes = (
        StaticRoute(
            "", SERVERS, "fd5c:9e27:41b3:7f8::2", "vlan40", 10, "servers", "standard/segments/servers"
        ),
        StaticRoute("", Prefix.parse("fc00::/7"), "", "", 254, "unique-local", "trust/addressing/ipv6"),
    )
    return msgspec.structs.replace(device, routes6=routes)


def test_a_gateway_advertises_its_prefix() -> None:
    assert lines(with_ipv6(), UNIT) == [
        "enabled yes",
        "address fd5c:9e27:41b3:710::1/64 enable-on-interface yes",
        "address fd5c:9e27:41b3:710::1/64 advertise enable yes",
        "address fd5c:9e27:41b3:710::1/64 advertise onlink-flag yes",
        "address fd5c:9e27:41b3:710::1/64 advertise auto-config-flag yes",
        "neighbor-discovery router-advertisement enable yes",
    ]


def test_a_link_to_the_core_advertises_nothing() -> None:
    assert lines(with_ipv6(advertise=False), UNIT) == [
        "enabled yes", "address fd5c:9e27:41b3:710::1/64 enable-on-interface yes",
    ]  # fmt: skip


def test_one_rule_names_the_subnets_of_both_families() -> None:
    found = rule(with_ipv6(), "pupil_to_overlay")
    assert "source [ net-oak-pupil net-oak-pupil-6 ]" in found
    assert "destination [ net-hub-servers net-oak-servers-6 ]" in found


def test_the_way_to_the_internet_stays_one_of_ipv4() -> None:
    assert rule(with_ipv6(), "pupil_to_internet") == rule(SCHOOL, "pupil_to_internet")


def test_echo_is_that_of_both_families_where_both_pass() -> None:
    assert "application [ ping ping6 ]" in rule(with_ipv6(), "pupil_to_overlay.ping")
    assert "application ping" in rule(SCHOOL, "pupil_to_overlay.ping")


def test_neighbours_and_routers_are_found_and_nothing_of_it_is_routed() -> None:
    found = rule(with_ipv6(), "box.neighbours")
    assert found[:5] == [
        "rule-type intrazone", "from pupil", "to pupil", "source any",
        "destination [ fe80::/10 ff02::/16 fd5c:9e27:41b3:710::1/128 ]",
    ]  # fmt: skip
    assert "application ipv6-icmp" in found
    assert "box.neighbours" not in rule_names(SCHOOL)


def test_routes_lead_to_the_core_and_the_rest_of_local_space_nowhere() -> None:
    assert lines(with_ipv6(), ROUTER) == [
        "r-fc00-7-discard destination fc00::/7",
        "r-fc00-7-discard nexthop discard",
        "r-fc00-7-discard metric 254",
        "r-fd5c-9e27-41b3-706-64-10 destination fd5c:9e27:41b3:706::/64",
        "r-fd5c-9e27-41b3-706-64-10 interface ae1.40",
        "r-fd5c-9e27-41b3-706-64-10 nexthop ipv6-address fd5c:9e27:41b3:7f8::2",
        "r-fd5c-9e27-41b3-706-64-10 metric 10",
    ]


def test_the_box_looks_at_ipv6_where_it_has_any() -> None:
    assert "set deviceconfig setting session ipv6-firewalling yes\n" in render_device(with_ipv6())


def test_a_school_that_asks_for_none_has_none() -> None:
    text = render_device(SCHOOL)
    for word in ("ipv6", "ping6", "fd5c", "fc00"):
        assert word not in text, word
