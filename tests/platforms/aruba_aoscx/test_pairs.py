"""Two cores as a VSX pair: the link between them, LAGs across both, gateways that both answer for."""

from __future__ import annotations

import pytest

from netgen.rendering import render_device

from .devices import access_switch, paired_core, routed_core
from .text import block, top_level

FIRST, SECOND = render_device(paired_core(1)), render_device(paired_core(2))
BOTH = pytest.mark.parametrize("text", [FIRST, SECOND], ids=["first", "second"])


def test_the_halves_have_one_name_and_two_roles() -> None:
    assert block(FIRST, "vsx") == [
        "    system-mac 02:00:00:00:00:07",
        "    inter-switch-link lag 50",
        "    role primary",
        "    keepalive peer 10.2.62.6 source 10.2.62.5 vrf NETGEN-KEEPALIVE",
    ]
    assert block(SECOND, "vsx") == [
        "    system-mac 02:00:00:00:00:07",
        "    inter-switch-link lag 50",
        "    role secondary",
        "    keepalive peer 10.2.62.5 source 10.2.62.6 vrf NETGEN-KEEPALIVE",
    ]


@BOTH
def test_a_lag_across_both_is_multi_chassis_and_the_link_between_them_is_not(text: str) -> None:
    assert top_level(text, "interface lag") == [
        "interface lag 2 multi-chassis",
        "interface lag 48 multi-chassis",
        "interface lag 50",
    ]


@BOTH
def test_the_link_between_them_carries_every_vlan(text: str) -> None:
    assert "    vlan trunk allowed 10,20,30,40,99,3010,3020" in block(text, "interface lag 50")


@BOTH
def test_nothing_is_copied_from_one_half_to_the_other(text: str) -> None:
    assert "vsx-sync" not in text


def test_the_keepalive_is_in_a_vrf_of_its_own() -> None:
    assert block(FIRST, "interface 1/1/46") == [
        "    description keepalive to oak-main-sw2",
        "    no shutdown",
        "    vrf attach NETGEN-KEEPALIVE",
        "    ip address 10.2.62.5/30",
    ]
    lines = FIRST.splitlines()
    assert lines.index("vrf NETGEN-KEEPALIVE") < lines.index("interface 1/1/46")
    assert [line for line in lines if "NETGEN-KEEPALIVE" in line and "route" in line] == []


def test_both_answer_for_one_gateway_with_addresses_of_their_own() -> None:
    for text, own in ((FIRST, "10.2.16.2/21"), (SECOND, "10.2.16.3/21")):
        lines = block(text, "interface vlan 20")
        at = lines.index(f"    ip address {own}")
        assert lines[at + 1 : at + 3] == [
            "    active-gateway ip mac 02:00:00:01:00:07",
            "    active-gateway ip 10.2.16.1",
        ]


def test_the_management_address_is_shared_with_nobody() -> None:
    assert "active-gateway" not in "".join(block(FIRST, "interface vlan 99"))


@BOTH
def test_no_half_sends_redirects(text: str) -> None:
    assert "no ip icmp redirect" in text.splitlines()


def test_both_hold_the_leases_servers_of_which_the_primarys_is_at_work() -> None:
    assert top_level(FIRST, "dhcp-server") == top_level(SECOND, "dhcp-server")


@pytest.mark.parametrize("make", [access_switch, routed_core])
def test_a_switch_alone_says_nothing_of_pairs(make: object) -> None:
    text = render_device(make())  # type: ignore[operator]
    assert not [
        word for word in ("vsx", "multi-chassis", "NETGEN-KEEPALIVE", "active-gateway") if word in text
    ]
