"""IPv6 beside IPv4: addresses, advertisements, the same policies, nothing where nothing is asked."""

from __future__ import annotations

import msgspec
from tests.platforms.fortinet_fortios.example import PART, SCHOOL, section, with_part

from netgen.device import AddressObject, Device, Ipv6Gateway, StaticRoute
from netgen.rendering import render_device
from netgen.values import Prefix

PUPILS = Prefix.parse("fd5c:9e27:41b3:710::/64")
SERVERS = Prefix.parse("fd5c:9e27:41b3:706::/64")


def with_ipv6(*, advertise: bool = True) -> Device:
    """The school with IPv6 on its first VLAN and in its second policy, which goes from pupils to the internet."""
    first = next(item for item in PART.interfaces if item.kind == "vlan")
    gateway = Ipv6Gateway(PUPILS.address(1), PUPILS, advertise=advertise, origin="standard/segments/pupil")
    policy = msgspec.structs.replace(
        PART.policies[0], sources6=("oak-pupil-6",), destinations6=("oak-servers-6",)
    )
    device = with_part(
        SCHOOL,
        interfaces=tuple(
            msgspec.structs.replace(item, ipv6=gateway) if item is first else item for item in PART.interfaces
        ),
        policies=(policy, *PART.policies[1:]),
        addresses6=(
            AddressObject("oak-pupil-6", PUPILS, "standard/policy/0"),
            AddressObject("oak-servers-6", SERVERS, "standard/policy/0"),
        ),
    )
    routes = (
        StaticRoute("", Prefix.parse("fc00::/7"), "", "", 254, "unique-local", "trust/addressing/ipv6"),
        StaticRoute(
            "", SERVERS, "fd5c:9e27:41b3:7f8::2", "vlan905", 10, "servers", "standard/segments/servers"
        ),
    )
    return msgspec.structs.replace(device, routes6=routes)


def test_a_gateway_advertises_its_prefix_and_answers_pings_alone() -> None:
    assert (
        "        config ipv6\n"
        "            set ip6-address fd5c:9e27:41b3:710::1/64\n"
        "            set ip6-allowaccess ping\n"
        "            set ip6-send-adv enable\n"
        "            config ip6-prefix-list\n"
        "                edit fd5c:9e27:41b3:710::/64\n"
        "                next\n"
        "            end\n"
        "        end\n"
    ) in section(with_ipv6(), "system interface")


def test_a_link_to_the_core_advertises_nothing() -> None:
    text = section(with_ipv6(advertise=False), "system interface")
    assert "set ip6-address fd5c:9e27:41b3:710::1/64" in text
    assert "adv" not in text
    assert "prefix-list" not in text


def test_the_policy_of_a_pair_holds_for_both_families() -> None:
    policy = section(with_ipv6(), "firewall policy", str(PART.policies[0].number))
    assert '        set srcaddr6 "net-oak-pupil-6"\n        set dstaddr6 "net-oak-servers-6"\n' in policy


def test_no_other_policy_lets_ipv6_pass() -> None:
    text = section(with_ipv6(), "firewall policy")
    assert text.count("addr6") == 2


def test_echo_over_ipv6_is_an_object_of_its_own() -> None:
    ping = next(item for item in PART.services if item.icmp)
    device = with_ipv6()
    policies = device.firewall.policies if device.firewall else ()
    assert ping.name in policies[0].services
    text = section(device, "firewall service custom", f'"svc-{ping.name}-icmp6"')
    assert "        set protocol ICMP6\n        set icmptype 128\n        unset icmpcode\n" in text
    named = section(device, "firewall policy", str(policies[0].number))
    assert f'"svc-{ping.name}-icmp" "svc-{ping.name}-icmp6"' in named


def test_routes_lead_to_the_core_and_the_rest_of_local_space_nowhere() -> None:
    assert section(with_ipv6(), "router static6") == (
        "config router static6\n"
        "    edit 1\n"
        "        set dst fc00::/7\n"
        "        set distance 254\n"
        '        set comment "unique-local"\n'
        "        set blackhole enable\n"
        "    next\n"
        "    edit 1102251783\n"
        "        set dst fd5c:9e27:41b3:706::/64\n"
        "        set gateway fd5c:9e27:41b3:7f8::2\n"
        '        set device "v905"\n'
        '        set comment "servers"\n'
        "    next\n"
        "end"
    )


def test_what_no_policy_lets_pass_is_logged() -> None:
    assert "    set fwpolicy6-implicit-log enable\n" in section(with_ipv6(), "log setting")


def test_a_school_that_asks_for_none_has_none() -> None:
    text = render_device(SCHOOL)
    for word in ("ip6", "ipv6", "addr6", "static6", "address6", "ICMP6"):
        assert word not in text, word
