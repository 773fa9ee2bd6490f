"""What a host may claim to be: its address, its router, its DHCP server, the root of the tree."""

from __future__ import annotations

import msgspec

from netgen.rendering import render_device

from .devices import access_switch, guarded_switch, routed_core
from .text import block, top_level

TEXT = render_device(guarded_switch())
PLAIN = render_device(access_switch())


def serving_core() -> str:
    """A core that leases addresses, with sockets that are to be guarded."""
    return render_device(
        msgspec.structs.replace(
            guarded_switch(), dhcp_pools=routed_core().dhcp_pools, vrfs=routed_core().vrfs
        )
    )


def test_nothing_of_this_is_said_where_nobody_asks() -> None:
    for word in ("nd-snooping", "dhcpv6-snooping", "arp inspection", "source-lockdown", "root-guard", "mtu"):
        assert word not in PLAIN


def test_a_guarded_vlan_is_watched_for_routers_servers_and_forged_addresses() -> None:
    assert block(TEXT, "vlan 20") == [
        "    name pupils",
        "    dhcpv4-snooping",
        "    dhcpv6-snooping",
        "    nd-snooping ra-guard",
        "    arp inspection",
    ]
    assert block(TEXT, "vlan 40")[-1] == "    nd-snooping ra-guard"
    assert block(TEXT, "vlan 998") == ["    name unused-native"]


def test_the_watchers_are_on_for_the_box_as_well() -> None:
    assert top_level(TEXT, "dhcpv6-snooping") == ["dhcpv6-snooping"]
    assert top_level(TEXT, "nd-snooping") == ["nd-snooping enable"]


def test_lags_and_uplinks_are_let_alone() -> None:
    for header in ("interface lag 1", "interface 1/1/51"):
        assert [line for line in block(TEXT, header) if line.endswith(" trust")] == [
            "    dhcpv4-snooping trust",
            "    dhcpv6-snooping trust",
            "    nd-snooping trust",
            "    arp inspection trust",
        ]


def test_clients_of_access_points_roam_so_their_arp_is_not_held_against_one_port() -> None:
    lines = block(TEXT, "interface 1/1/42")
    assert "    arp inspection trust" in lines
    assert "    dhcpv4-snooping trust" not in lines


def test_a_desk_is_trusted_in_nothing() -> None:
    assert not [line for line in block(TEXT, "interface 1/1/1") if line.endswith(" trust")]


def test_a_socket_sends_only_from_addresses_that_it_was_given() -> None:
    assert "    ipv4 source-lockdown" in block(TEXT, "interface 1/1/41")
    assert "    ipv4 source-lockdown" not in block(TEXT, "interface 1/1/1")


def test_a_box_that_leases_addresses_has_no_bindings_and_keeps_servers_out_by_access_list() -> None:
    text = serving_core()
    for word in ("dhcpv4-snooping", "dhcpv6-snooping", "arp inspection", "source-lockdown"):
        assert word not in text
    assert block(text, "access-list ipv6 NETGEN-EDGE6") == [
        "    10 deny udp any eq 547 any",
        "    20 permit any any any",
    ]
    assert "    apply access-list ipv6 NETGEN-EDGE6 in" in block(text, "interface 1/1/1")
    assert "    nd-snooping ra-guard" in block(text, "vlan 20")
    assert "    nd-snooping trust" in block(text, "interface lag 1")


def test_no_better_root_comes_from_below() -> None:
    assert block(TEXT, "interface lag 1")[-1] == "    spanning-tree root-guard"


def test_who_keeps_power_when_it_runs_out() -> None:
    assert "    power-over-ethernet priority high" in block(TEXT, "interface 1/1/31")
    assert "    power-over-ethernet priority critical" in block(TEXT, "interface 1/1/42")
    assert "power-over-ethernet" not in "\n".join(block(TEXT, "interface 1/1/1"))
    assert "    no power-over-ethernet" in block(TEXT, "interface 1/1/41")


def test_large_frames_pass_every_port_in_use() -> None:
    assert "    mtu 9198" in block(TEXT, "interface 1/1/50")
    assert "    mtu 9198" in block(TEXT, "interface 1/1/1")
    assert "    mtu 9198" not in block(TEXT, "interface 1/1/48")


def test_time_is_taken_from_servers_that_sign_it() -> None:
    assert top_level(TEXT, "ntp") == [
        "ntp authentication",
        "ntp authentication-key 7 sha1 NETGEN_SECRET.env.NTP.END trusted",
        "ntp server 10.0.0.123 key 7 prefer",
        "ntp server 10.0.1.123 key 7",
        "ntp enable",
    ]


def test_flows_are_sampled_to_the_collector() -> None:
    assert top_level(TEXT, "sflow") == [
        "sflow",
        "sflow collector 10.0.0.70 port 6343",
        "sflow agent-ip 10.2.0.11",
    ]
