"""IPv6 beside IPv4: a routed core, and a firewall with the same policies for both families."""

from __future__ import annotations

import msgspec
from tests.platforms.ipv6_core import STAFF, with_ipv6
from tests.platforms.juniper_junos.firewalls import PART, SCHOOL, with_part
from tests.platforms.juniper_junos.switches import routed_core
from tests.platforms.juniper_junos.text import stanza

from netgen.device import AddressObject, Device, Ipv6Gateway, StaticRoute
from netgen.rendering import render_device
from netgen.values import Prefix

CORE = render_device(with_ipv6(routed_core()))
PUPILS = Prefix.parse("fd5c:9e27:41b3:710::/64")
SERVERS = Prefix.parse("fd5c:9e27:41b3:706::/64")


def firewall() -> Device:
    """The school with IPv6 in VLAN 30 and in its second policy, the only one that names two subnets."""
    gateway = Ipv6Gateway(PUPILS.address(1), PUPILS, advertise=True, origin="standard/segments/pupils")
    policy = msgspec.structs.replace(
        PART.policies[1], sources6=("oak-pupil-6",), destinations6=("oak-servers-6",)
    )
    device = with_part(
        SCHOOL,
        interfaces=tuple(
            msgspec.structs.replace(item, ipv6=gateway) if item.vlan == 30 else item
            for item in PART.interfaces
        ),
        policies=(PART.policies[0], policy, PART.policies[2]),
        addresses6=(
            AddressObject("oak-pupil-6", PUPILS, "standard/policy/0"),
            AddressObject("oak-servers-6", SERVERS, "standard/policy/0"),
        ),
    )
    routes = (
        StaticRoute(
            "", SERVERS, "fd5c:9e27:41b3:7f8::2", "vlan905", 10, "servers", "standard/segments/servers"
        ),
        StaticRoute("", Prefix.parse("fc00::/7"), "", "", 254, "unique-local", "trust/addressing/ipv6"),
    )
    return msgspec.structs.replace(device, routes6=routes)


TEXT = render_device(firewall())
POLICIES = ("security", "policies")


def test_a_gateway_of_the_core_has_both_families() -> None:
    assert stanza(CORE, "interfaces", "irb", "unit 10").endswith(
        "family inet {\n    address 10.2.8.1/22;\n}\nfamily inet6 {\n    address fd5c:9e27:41b3:230::1/64;\n}\n"
    )
    assert "inet6" not in stanza(CORE, "interfaces", "irb", "unit 20")


def test_the_core_advertises_to_hosts_and_not_to_the_firewall() -> None:
    assert (
        stanza(CORE, "protocols", "router-advertisement") == f"interface irb.10 {{\n    prefix {STAFF};\n}}\n"
    )


def test_what_leaves_the_zone_goes_to_the_firewall() -> None:
    assert stanza(CORE, "routing-instances", "staff", "routing-options", "rib staff.inet6.0", "static") == (
        "route ::/0 {\n    next-hop fd5c:9e27:41b3:2f8::19;\n    preference 1;\n}\n"
    )
    assert "inet6" not in stanza(CORE, "routing-instances", "pupils")


def test_nobody_manages_a_box_over_ipv6() -> None:
    for text in (CORE, TEXT):
        assert (
            stanza(text, "interfaces", "lo0", "unit 0", "family inet6", "filter")
            == "input netgen-management6;\n"
        )
        terms = stanza(text, "firewall", "family inet6", "filter netgen-management6")
        assert " ".join(terms.split()) == (
            "term neighbours { from { next-header icmp6; } then accept; } term nobody { then { syslog; discard; } }"
        )


def test_a_firewall_looks_at_ipv6_packet_by_packet_of_a_session() -> None:
    assert stanza(TEXT, "security", "forwarding-options", "family", "inet6") == "mode flow-based;\n"


def test_a_firewall_advertises_the_prefix_of_its_vlan() -> None:
    assert stanza(TEXT, "protocols", "router-advertisement") == (
        f"interface ae0.30 {{\n    prefix {PUPILS};\n}}\n"
    )
    assert "address fd5c:9e27:41b3:710::1/64;" in stanza(TEXT, "interfaces", "ae0", "unit 30", "family inet6")


def test_one_policy_names_the_subnets_of_both_families() -> None:
    match = stanza(TEXT, *POLICIES, "from-zone pupil to-zone overlay", "policy pupil-to-overlay", "match")
    assert "source-address [ oak-pupil-10.2.72.0-21 oak-pupil-6 ];" in match
    assert "destination-address [ hub-servers-10.0.8.0-24 oak-servers-6 ];" in match


def test_the_way_to_the_internet_stays_one_of_ipv4() -> None:
    match = stanza(TEXT, *POLICIES, "from-zone pupil to-zone internet", "policy pupil-to-internet", "match")
    assert "source-address oak-pupil-10.2.72.0-21;" in match


def test_echo_is_that_of_both_families_where_both_pass() -> None:
    assert stanza(TEXT, "applications", "application ping-icmp6") == "protocol icmp6;\nicmp6-type 128;\n"
    assert "application ping-icmp6;" in stanza(TEXT, "applications", "application-set ping")
    assert "icmp6" not in render_device(SCHOOL)


def test_routes_lead_to_the_core_and_the_rest_of_local_space_nowhere() -> None:
    assert stanza(TEXT, "routing-options", "rib inet6.0", "static") == (
        "route fc00::/7 {\n    discard;\n    preference 254;\n}\n"
        "route fd5c:9e27:41b3:706::/64 {\n    next-hop fd5c:9e27:41b3:7f8::2;\n    preference 10;\n}\n"
    )


def test_boxes_that_are_asked_for_none_have_none() -> None:
    for device in (SCHOOL, routed_core()):
        text = render_device(device)
        assert "inet6" not in text
        assert "protocols {\n    router-advertisement" not in text
