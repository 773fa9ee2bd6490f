"""IKEv2 tunnels and the routes around them."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.fortinet_fortios.example import HUB, PART, SCHOOL, section

from netgen.device import StaticRoute
from netgen.platforms.fortinet_fortios.view import build_view
from netgen.values import Prefix


def test_phase_1_towards_a_fixed_address() -> None:
    assert section(SCHOOL, "vpn ipsec phase1-interface", '"oak-hub1"') == (
        '    edit "oak-hub1"\n'
        '        set interface "wan1"\n'
        "        set ike-version 2\n"
        "        set keylife 28800\n"
        "        set peertype one\n"
        "        set net-device disable\n"
        "        set proposal aes256gcm-prfsha384\n"
        "        set add-route disable\n"
        '        set localid "oak.example.org"\n'
        "        set localid-type fqdn\n"
        "        set dpd on-idle\n"
        "        set dhgrp 20\n"
        '        set peerid "hub.example.org"\n'
        "        set remote-gw 198.51.100.1\n"
        '        set psksecret "NETGEN_SECRET.vault.vpn.oak.END"\n'
        "        set dpd-retryinterval 10\n"
        "    next"
    )


def test_phase_2_has_the_selectors() -> None:
    assert section(SCHOOL, "vpn ipsec phase2-interface", '"oak-hub1"') == (
        '    edit "oak-hub1"\n'
        '        set phase1name "oak-hub1"\n'
        "        set proposal aes256gcm\n"
        "        set dhgrp 20\n"
        "        set auto-negotiate enable\n"
        "        set keylifeseconds 3600\n"
        "        set src-subnet 10.2.64.0 255.255.192.0\n"
        "        set dst-subnet 10.0.0.0 255.255.192.0\n"
        "    next"
    )


def test_a_peer_without_a_known_address_calls_and_brings_its_route() -> None:
    phase1 = section(HUB, "vpn ipsec phase1-interface", '"hub-oak"')
    assert "        set type dynamic\n" in phase1
    assert "        set add-route enable\n        set distance 10\n" in phase1
    assert "remote-gw" not in phase1
    assert "auto-negotiate" not in section(HUB, "vpn ipsec phase2-interface", '"hub-oak"')
    assert '"hub-oak"' not in section(HUB, "router static")


def test_the_tunnel_interface_is_made_by_phase_1_and_then_addressed() -> None:
    assert section(SCHOOL, "system interface", '"oak-hub1"') == (
        '    edit "oak-hub1"\n'
        '        set vdom "root"\n'
        "        set ip 10.255.0.2 255.255.255.255\n"
        "        set allowaccess ping\n"
        "        set type tunnel\n"
        "        set remote-ip 10.255.0.1 255.255.255.255\n"
        '        set description "spoke oak-hub1"\n'
        '        set interface "wan1"\n'
        "    next"
    )


def test_traffic_for_the_overlay_never_takes_the_way_to_the_internet() -> None:
    for device, far_side in ((SCHOOL, "10.0.0.0 255.255.192.0"), (HUB, "10.2.64.0 255.255.192.0")):
        discards = [row for row in section(device, "router static").split("    next\n") if "blackhole" in row]
        assert len(discards) == 1
        assert f"set dst {far_side}\n        set distance 254" in discards[0]


def test_a_wider_discard_route_of_the_device_is_enough() -> None:
    trust = StaticRoute("", Prefix.parse("10.0.0.0/8"), "", "", 254, "trust", "trust/addressing")
    text = section(msgspec.structs.replace(SCHOOL, routes=(*SCHOOL.routes, trust)), "router static")
    assert text.count("blackhole enable") == 1
    assert "set dst 10.0.0.0 255.0.0.0" in text


def test_routes_say_gateway_and_interface_but_no_default() -> None:
    text = section(SCHOOL, "router static")
    assert '    edit 1\n        set gateway 203.0.113.1\n        set device "wan1"\n' in text
    assert (
        '        set dst 10.2.88.0 255.255.248.0\n        set gateway 10.2.72.2\n        set device "v30"\n'
        in text
    )


def test_a_gateway_that_no_interface_reaches_stops_the_render() -> None:
    lost = StaticRoute("", Prefix.parse("10.9.0.0/16"), "192.0.2.1", "", 10, "lost", "x")
    with pytest.raises(ValueError, match=r"no interface reaches the gateway 192\.0\.2\.1"):
        build_view(msgspec.structs.replace(SCHOOL, routes=(lost,)))


def test_a_new_route_renumbers_no_other() -> None:
    new = StaticRoute("", Prefix.parse("10.0.128.0/18"), "", PART.tunnels[0].name, 10, "new", "x")
    before = {view.number: view for view in build_view(SCHOOL).routes}
    after = {
        view.number: view
        for view in build_view(msgspec.structs.replace(SCHOOL, routes=(new, *SCHOOL.routes))).routes
    }
    assert {number: after[number] for number in before} == before
    assert len(after) == len(before) + 1
