"""BGP over the tunnels of a FortiGate."""

from __future__ import annotations

import msgspec
from tests.platforms.fortinet_fortios.example import HUB, PART, SCHOOL, TUNNEL, WAN2, section, with_part

from netgen.device import Bfd, Bgp, BgpPeer, Device
from netgen.rendering import render_device
from netgen.values import Prefix

_P = Prefix.parse
BGP = Bgp(
    local_as=4_200_000_009,
    router_id="10.255.0.21",
    announce=(_P("10.2.64.0/18"),),
    peers=(
        BgpPeer(
            "oak-hub1", "hub", "10.255.0.2", "10.255.0.1", 4_200_000_000, (_P("10.0.0.0/18"),), 990, "trust/hubs/0"
        ),
    ),
    keepalive_s=10,
    hold_s=30,
    most_prefixes=16,
    origin="trust/vpn/routing",
    bfd=Bfd(1000, 3),
)  # fmt: skip


def routed(device: Device, bgp: Bgp = BGP, wan: str = "") -> Device:
    """The box with BGP in every tunnel."""
    tunnels = (device.firewall or PART).tunnels
    return with_part(
        device,
        tunnels=tuple(
            msgspec.structs.replace(item, routing="bgp", wan=wan or item.wan, distance=10) for item in tunnels
        ),
        bgp=bgp,
    )


def test_a_neighbour_is_believed_exactly_what_it_may_say() -> None:
    text = section(routed(SCHOOL), "router prefix-list", '"bgp-oak-hub1"')
    assert text.count("set prefix") == 1
    assert "set prefix 10.0.0.0 255.255.192.0\n                unset ge\n                unset le\n" in text
    assert section(routed(SCHOOL), "router route-map", '"bgp-oak-hub1"') == (
        '    edit "bgp-oak-hub1"\n'
        "        config rule\n"
        "            edit 1\n"
        '                set match-ip-address "bgp-oak-hub1"\n'
        "                set set-local-preference 990\n"
        "            next\n"
        "        end\n"
        "    next"
    )


def test_every_neighbour_is_told_the_own_block_alone() -> None:
    text = section(routed(SCHOOL), "router prefix-list", '"bgp-out"')
    assert text.count("set prefix") == 1
    assert "set prefix 10.2.64.0 255.255.192.0\n" in text


def test_the_sessions() -> None:
    assert section(routed(SCHOOL), "router bgp") == (
        "config router bgp\n"
        "    set as 4200000009\n"
        "    set router-id 10.255.0.21\n"
        "    set keepalive-timer 10\n"
        "    set holdtime-timer 30\n"
        "    config neighbor\n"
        '        edit "10.255.0.1"\n'
        "            set bfd enable\n"
        "            set link-down-failover enable\n"
        '            set description "hub oak-hub1"\n'
        "            set maximum-prefix 16\n"
        "            set remote-as 4200000000\n"
        '            set route-map-in "bgp-oak-hub1"\n'
        '            set route-map-out "bgp-out"\n'
        "        next\n"
        "    end\n"
        "    config network\n"
        "        edit 1\n"
        "            set prefix 10.2.64.0 255.255.192.0\n"
        "        next\n"
        "    end\n"
        "end"
    )


def test_nothing_of_it_without_bgp() -> None:
    text = render_device(SCHOOL)
    assert "router bgp" not in text
    assert "prefix-list" not in text
    assert "exchange-interface-ip" not in text
    assert "set bfd" not in text


def test_a_tunnel_with_bgp_carries_everything_and_brings_no_route_by_itself() -> None:
    for device, name in ((SCHOOL, '"oak-hub1"'), (HUB, '"hub-oak"')):
        assert "-subnet" not in section(routed(device), "vpn ipsec phase2-interface", name)
        phase1 = section(routed(device), "vpn ipsec phase1-interface", name)
        assert "set add-route disable\n" in phase1
        assert "set distance" not in phase1


def test_the_ends_of_a_dial_up_tunnel_tell_each_other_their_addresses() -> None:
    """Without that a hub has no way back to a school whose public address it does not know."""
    line = "        set net-device disable\n        set exchange-interface-ip enable\n"
    assert line in section(routed(HUB), "vpn ipsec phase1-interface", '"hub-oak"')
    by_dhcp = routed(SCHOOL, wan=WAN2.name)
    assert line in section(by_dhcp, "vpn ipsec phase1-interface", '"oak-hub1"')
    assert "exchange" not in section(routed(SCHOOL), "vpn ipsec phase1-interface", '"oak-hub1"')


def test_bfd_is_on_the_tunnel_and_at_the_neighbour() -> None:
    assert (
        "        set bfd enable\n        set bfd-desired-min-tx 1000\n        set bfd-required-min-rx 1000\n"
    ) in section(routed(SCHOOL), "system interface", '"oak-hub1"')
    patient = routed(SCHOOL, msgspec.structs.replace(BGP, bfd=Bfd(1000, 5)))
    assert "        set bfd-detect-mult 5\n" in section(patient, "system interface", '"oak-hub1"')
    without = routed(SCHOOL, msgspec.structs.replace(BGP, bfd=None))
    assert "set bfd" not in render_device(without)


def test_a_tunnel_with_static_routes_beside_one_with_bgp_keeps_its_selectors() -> None:
    second = msgspec.structs.replace(
        TUNNEL, name="oak-hub2", local_address="10.255.64.2", peer_address="10.255.64.1"
    )
    device = routed(SCHOOL)
    assert device.firewall is not None
    both = with_part(device, tunnels=(*device.firewall.tunnels, second))
    assert "set dst-subnet 10.0.0.0 255.255.192.0" in section(
        both, "vpn ipsec phase2-interface", '"oak-hub2"'
    )
