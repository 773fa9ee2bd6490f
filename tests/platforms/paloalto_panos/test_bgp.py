"""BGP over the tunnels of a PAN-OS firewall."""

from __future__ import annotations

import msgspec
from tests.platforms.paloalto_panos.example import BGP, HUB, SCHOOL, lines, routed, rule, rule_names

from netgen.rendering import render_device

ROUTER = "set network virtual-router default protocol"


def test_a_peer_is_believed_exactly_what_it_may_say_and_all_else_is_refused_last() -> None:
    assert lines(routed(SCHOOL), f"{ROUTER} bgp policy import rules") == [
        "oak-hub1 enable yes",
        "oak-hub1 used-by overlay",
        "oak-hub1 match from-peer oak-hub1",
        "oak-hub1 match address-prefix 10.0.0.0/18 exact yes",
        "oak-hub1 action allow update local-preference 990",
        "anything-else enable yes",
        "anything-else used-by overlay",
        "anything-else action deny",
    ]


def test_every_peer_is_told_the_own_block_alone() -> None:
    device = routed(SCHOOL)
    assert lines(device, f"{ROUTER} bgp policy export rules") == [
        "announced enable yes",
        "announced used-by overlay",
        "announced match address-prefix 10.2.64.0/18 exact yes",
        "announced action allow update origin igp",
        "anything-else enable yes",
        "anything-else used-by overlay",
        "anything-else action deny",
    ]
    assert lines(device, f"{ROUTER} redist-profile announced filter") == [
        "type static",
        "destination 10.2.64.0/18",
    ]


def test_no_default_route_comes_or_goes() -> None:
    device = routed(SCHOOL)
    assert lines(device, f"{ROUTER} bgp reject-default-route") == ["yes"]
    assert lines(device, f"{ROUTER} bgp allow-redist-default-route") == ["no"]


def test_the_sessions() -> None:
    device = routed(SCHOOL)
    assert lines(device, f"{ROUTER} bgp local-as") == ["4200000009"]
    assert lines(device, f"{ROUTER} bgp routing-options") == ["as-format 4-byte"]
    (interface,) = {line.split()[0] for line in lines(device, "set network interface tunnel units")}
    assert lines(device, f"{ROUTER} bgp peer-group overlay peer oak-hub1") == [
        "enable yes",
        "peer-as 4200000000",
        "max-prefixes 16",
        f"local-address interface {interface}",
        "local-address ip 10.255.0.2/31",
        "peer-address ip 10.255.0.1",
        "connection-options keep-alive-interval 10",
        "connection-options hold-time 30",
        "bfd profile overlay",
    ]


def test_the_peer_is_in_the_subnet_of_the_tunnel() -> None:
    assert "ip 10.255.0.2/31" in " ".join(lines(routed(SCHOOL), "set network interface tunnel units"))
    assert "ip 10.255.0.2/32" in " ".join(lines(SCHOOL, "set network interface tunnel units"))


def test_nothing_of_it_without_bgp() -> None:
    text = render_device(SCHOOL)
    assert "bgp" not in text
    assert "bfd" not in text


def test_a_tunnel_with_bgp_carries_everything_and_has_no_route_of_its_own() -> None:
    for device in (SCHOOL, HUB):
        text = render_device(routed(device))
        assert "proxy-id" not in text
        static = lines(routed(device), "set network virtual-router default routing-table ip static-route")
        assert not [line for line in static if "interface tunnel." in line]


def test_no_discard_route_stands_in_the_way_of_what_a_peer_says() -> None:
    """A static route is nearer than one of BGP, wherever it leads."""
    found = lines(routed(HUB), "set network virtual-router default routing-table ip static-route")
    assert not [line for line in found if "destination 10.2.64.0/18" in line]


def test_the_box_speaks_bgp_and_bfd_with_its_peers_alone() -> None:
    device = routed(SCHOOL)
    for name, source, destination in (
        ("box.routing-out", "10.255.0.2/32", "10.255.0.1/32"),
        ("box.routing-in", "10.255.0.1/32", "10.255.0.2/32"),
    ):
        fields = rule(device, name)
        assert {"rule-type intrazone", "from overlay", "to overlay", f"source {source}"} <= set(fields)
        assert {f"destination {destination}", "service [ box-bfd box-bgp ]", "action allow"} <= set(fields)
    assert lines(device, "set service box-bgp") == ["protocol tcp port 179"]
    assert lines(device, "set service box-bfd") == ["protocol udp port 3784"]
    assert "box.routing-in" not in rule_names(SCHOOL)


def test_bfd_is_left_out_where_nobody_asks() -> None:
    device = routed(SCHOOL, msgspec.structs.replace(BGP, bfd=None))
    assert "bfd" not in render_device(device)
    assert "service box-bgp" in rule(device, "box.routing-in")
