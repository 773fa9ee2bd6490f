"""IKEv2 tunnels and the routes around them."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.fortinet_fortios.example import (
    HUB,
    PART,
    SCHOOL,
    SITE,
    TUNNEL,
    WAN1,
    WAN2,
    section,
    with_part,
)

from netgen.device import Probe, StaticRoute
from netgen.platforms.fortinet_fortios.view import build_view
from netgen.rendering import render_device
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


SECOND = msgspec.structs.replace(TUNNEL, name="oak-hub1-2", wan="wan2", local_id="oak-2")
BOTH = msgspec.structs.replace(
    with_part(SCHOOL, tunnels=(TUNNEL, SECOND)),
    routes=(
        *SCHOOL.routes,
        StaticRoute("", TUNNEL.remote_prefix, "", SECOND.name, 11, "hub", f"{SITE}/circuits/backup"),
    ),
)


def test_a_tunnel_leaves_by_each_circuit_and_the_second_is_farther() -> None:
    assert '        set interface "wan2"\n' in section(BOTH, "vpn ipsec phase1-interface", '"oak-hub1-2"')
    rows = [row for row in section(BOTH, "router static").split("    next\n") if '"oak-hub1' in row]
    assert ["set distance 11" in row for row in rows] == [False, True]


def test_circuits_with_tunnels_are_equally_far_and_differ_in_priority() -> None:
    part = BOTH.firewall
    assert part is not None
    interfaces = tuple(
        msgspec.structs.replace(item, priority={"wan1": 10, "wan2": 20}.get(item.name, 0))
        for item in part.interfaces
    )
    device = with_part(BOTH, interfaces=interfaces)
    backup = section(device, "system interface", '"wan2"')
    assert "        set mode dhcp\n        set distance 10\n        set priority 20\n" in backup
    primary = section(device, "router static", "1")
    assert "distance" not in primary
    assert "priority" not in primary


def test_a_static_backup_circuit_has_its_priority_in_its_route() -> None:
    static = msgspec.structs.replace(
        WAN2, mode="static", address="192.0.2.2", length=30, gateway="192.0.2.1", priority=20
    )
    main = msgspec.structs.replace(WAN1, priority=10)
    spare = StaticRoute("", Prefix.parse("0.0.0.0/0"), "192.0.2.1", "wan2", 20, "spare", "x")
    routes = tuple(route for route in BOTH.routes if route.interface != "wan2")
    device = msgspec.structs.replace(
        with_part(BOTH, interfaces=(main, static, *PART.interfaces[2:])), routes=(*routes, spare)
    )
    row = section(device, "router static", "2")
    assert "set gateway 192.0.2.1\n        set priority 20\n" in row
    assert "distance" not in row


def test_one_circuit_with_tunnels_changes_no_default_route() -> None:
    assert "set priority" not in section(SCHOOL, "router static")
    assert "set priority" not in section(SCHOOL, "system interface")


def test_routes_of_callers_to_one_far_side_are_told_apart_by_distance() -> None:
    caller = msgspec.structs.replace(
        TUNNEL, name="hub-oak", remote="", peer_id="oak", local_id="hub", distance=10,
        remote_prefix=Prefix.parse("10.2.64.0/18"),
    )  # fmt: skip
    again = msgspec.structs.replace(caller, name="hub-oak-2", peer_id="oak-2", distance=11)
    device = msgspec.structs.replace(with_part(SCHOOL, tunnels=(caller, again)), routes=SCHOOL.routes[:1])
    for name, distance in (("hub-oak", 10), ("hub-oak-2", 11)):
        assert f"        set add-route enable\n        set distance {distance}\n" in section(
            device, "vpn ipsec phase1-interface", f'"{name}"'
        )
    alone = msgspec.structs.replace(with_part(SCHOOL, tunnels=(caller,)), routes=SCHOOL.routes[:1])
    assert "set distance" not in section(alone, "vpn ipsec phase1-interface")


def test_a_partner_is_known_by_its_address() -> None:
    partner = msgspec.structs.replace(
        TUNNEL,
        name="to-azure",
        role="partner",
        remote="203.0.113.77",
        local_id="192.0.2.2",
        peer_id="203.0.113.77",
    )
    text = section(with_part(SCHOOL, tunnels=(partner,), zones=()), "vpn ipsec phase1-interface")
    assert '        set localid "192.0.2.2"\n        set localid-type address\n' in text
    assert '        set peerid "203.0.113.77"\n' in text


CERTIFIED = with_part(
    SCHOOL, tunnels=(msgspec.structs.replace(TUNNEL, psk="", certificate="NETGEN-VPN", ca="TRUST-CA"),)
)


def test_ends_that_know_each_other_by_certificate_share_no_key() -> None:
    text = section(CERTIFIED, "vpn ipsec phase1-interface")
    assert "        set authmethod signature\n" in text
    assert "peertype" not in text
    assert '        set certificate "NETGEN-VPN"\n        set peer "peer-oak-hub1"\n' in text
    assert '        set localid "oak.example.org"\n' in text
    assert "psksecret" not in text
    assert "peerid" not in text


def test_the_other_end_must_be_named_by_the_trusts_own_authority() -> None:
    assert section(CERTIFIED, "user peer", '"peer-oak-hub1"') == (
        '    edit "peer-oak-hub1"\n        set ca "TRUST-CA"\n        set cn "hub.example.org"\n    next'
    )
    assert "config user peer" not in render_device(SCHOOL)


PROBED = with_part(SCHOOL, probe=Probe(("192.0.2.53", "198.51.100.53"), 5, 3, 5, "trust/wan/probes"))


def test_a_circuit_that_leads_nowhere_gives_up_its_route() -> None:
    assert section(PROBED, "system link-monitor", '"probe-wan1"') == (
        '    edit "probe-wan1"\n'
        '        set srcintf "wan1"\n'
        '        set server "192.0.2.53" "198.51.100.53"\n'
        "        set gateway-ip 203.0.113.1\n"
        "        set interval 5000\n"
        "        set failtime 3\n"
        "    next"
    )
    assert "link-monitor" not in render_device(SCHOOL)


def test_the_provider_names_the_gateway_of_a_dhcp_circuit() -> None:
    assert "gateway-ip" not in section(PROBED, "system link-monitor", '"probe-wan2"')


def test_the_second_circuit_of_a_site_shows_the_same_certificate() -> None:
    first = msgspec.structs.replace(TUNNEL, psk="", certificate="NETGEN-VPN", ca="TRUST-CA", peer_id="oak")
    second = msgspec.structs.replace(first, name="oak-hub1-2", peer_id="oak-2", distance=11)
    text = section(with_part(SCHOOL, tunnels=(second, first)), "user peer")
    assert text.count('        set cn "oak"\n') == 2


def test_a_longer_common_name_is_another_site() -> None:
    assert section(CERTIFIED, "vpn certificate setting") == (
        "config vpn certificate setting\n    set cn-match value\nend"
    )
    assert "vpn certificate" not in render_device(SCHOOL)
