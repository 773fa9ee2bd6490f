"""What a text says of two switches that are a pair, on the two platforms that have one."""

from __future__ import annotations

import msgspec
import pytest

from netgen.readback import Observed, ObservedPair, read

EOS = """\
vlan 10
vlan 4094
   trunk group PEERS
no spanning-tree vlan-id 4094
vrf instance WATCH
interface Port-Channel1
   switchport mode trunk
   switchport trunk allowed vlan 10,4094
   mlag 7
interface Port-Channel9
   switchport mode trunk
   switchport trunk allowed vlan 10,4094
   switchport trunk group PEERS
interface Management1
   vrf WATCH
   ip address 192.0.2.5/30
interface Vlan10
   ip address 198.51.100.2/24
   ip virtual-router address 198.51.100.1
interface Vlan4094
   no autostate
   ip address 192.0.2.1/30
ip virtual-router mac-address 00:1C:73:00:00:99
ip routing
mlag configuration
   domain-id site
   local-interface Vlan4094
   peer-address 192.0.2.2
   peer-address heartbeat 192.0.2.6 vrf WATCH
   peer-link Port-Channel9
   dual-primary detection delay 5 action errdisable all-interfaces
   reload-delay mlag 300
"""

CX = """\
vrf WATCH
vlan 1
vlan 10
interface lag 7 multi-chassis
    no shutdown
    no routing
    vlan trunk native 1
    vlan trunk allowed 10
    lacp mode active
interface lag 9
    no shutdown
    no routing
    vlan trunk native 1
    vlan trunk allowed 10
    lacp mode active
interface 1/1/46
    no shutdown
    vrf attach WATCH
    ip address 192.0.2.5/30
interface vlan 10
    ip address 198.51.100.2/24
    active-gateway ip mac 02:00:5E:00:00:99
    active-gateway ip 198.51.100.1
vsx
    system-mac 02:00:00:00:00:09
    inter-switch-link lag 9
    role secondary
    keepalive peer 192.0.2.6 source 192.0.2.5 vrf WATCH
"""


def eos(*edits: tuple[str, str]) -> Observed:
    return read("arista_eos", edited(EOS, *edits))


def cx(*edits: tuple[str, str]) -> Observed:
    return read("aruba_aoscx", edited(CX, *edits))


def edited(text: str, *edits: tuple[str, str]) -> str:
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return text


def half(observed: Observed) -> ObservedPair:
    assert observed.pair is not None
    return msgspec.structs.replace(observed.pair, line=0)


def problems(observed: Observed) -> list[str]:
    assert not observed.unread
    return [item.text for item in observed.problems]


def test_eos_says_its_domain_its_peer_and_what_the_second_half_shuts() -> None:
    assert not problems(eos())
    assert half(eos()) == ObservedPair(
        line=0,
        name="site",
        peer_link="Port-Channel9",
        interface="Vlan4094",
        peer_address="192.0.2.2",
        keepalive_peer="192.0.2.6",
        keepalive_vrf="WATCH",
        split="ports",
    )


def test_aos_cx_says_its_address_its_role_and_its_peer() -> None:
    assert not problems(cx())
    assert half(cx()) == ObservedPair(
        line=0,
        system_mac="02:00:00:00:00:09",
        member=2,
        peer_link="lag 9",
        keepalive_peer="192.0.2.6",
        keepalive_own="192.0.2.5",
        keepalive_vrf="WATCH",
        split="lags",
    )


@pytest.mark.parametrize("observed", [eos(), cx()], ids=["eos", "cx"])
def test_lags_and_gateways_of_both_halves(observed: Observed) -> None:
    assert [port.shared for port in observed.ports if "lag" in port.name or "Port" in port.name] == [7, 0]
    gateway = next(item for item in observed.svis if item.vlan == 10)
    assert (gateway.address, gateway.shared) == ("198.51.100.2", ("198.51.100.1",))
    assert gateway.shared_mac.endswith(":00:00:99")


def test_a_vlan_with_a_trunk_group_is_carried_by_trunks_of_it_alone() -> None:
    assert [port.allowed for port in eos().ports] == [(10,), (10, 4094)]
    assert [port.allowed for port in eos(("   switchport trunk group PEERS\n", "")).ports] == [(10,), (10,)]
    assert [port.allowed for port in eos(("   trunk group PEERS\n", "")).ports] == [(10, 4094), (10, 4094)]


def test_a_hardware_address_that_no_gateway_needs_is_a_setting() -> None:
    seen = eos(("   ip virtual-router address 198.51.100.1\n", ""))
    assert "ip virtual-router mac-address 00:1c:73:00:00:99" in [item.text for item in seen.settings]
    assert not [item for item in eos().settings if "virtual-router" in item.text]


@pytest.mark.parametrize(
    ("old", "new", "objection"),
    [
        (
            "vlan-id 4094",
            "vlan-id 10,4094",
            "spanning tree is off in VLAN 10, which any trunk may carry",
        ),
        (
            "   trunk group PEERS\n",
            "",
            "spanning tree is off in VLAN 4094, which any trunk may carry",
        ),
        ("   domain-id site\n", "   domain-id site\n   shutdown\n", "MLAG is shut down"),
        ("   peer-link Port-Channel9\n", "", "MLAG has no peer link in this text"),
        (
            "   peer-link Port-Channel9\n",
            "   peer-link Po1\n",
            "Port-Channel1 is the peer link and in MLAG 7",
        ),
        (
            "   ip address 192.0.2.1/30\n",
            "",
            "MLAG has no interface with an address to talk to its peer by",
        ),
    ],
)
def test_what_contradicts_itself_in_eos(old: str, new: str, objection: str) -> None:
    assert problems(eos((old, new))) == [objection]


@pytest.mark.parametrize(
    ("old", "new", "objection"),
    [
        ("    role secondary\n", "", "VSX has no role"),
        ("    inter-switch-link lag 9\n", "", "VSX has no inter-switch link in this text"),
        ("lag 9\n    no shut", "lag 9 multi-chassis\n    no shut", "lag 9 is the inter-switch link and multi-chassis"),
        (
            "    ip address 192.0.2.5/30\n",
            "    ip address 192.0.2.5/30\n    no routing\n",
            "1/1/46 is no routed port: it has no address and no VRF",
        ),
        (CX[CX.index("vsx\n") :], "", "lag 7 is that of a VSX pair and there is no `vsx`"),
    ],
)  # fmt: skip
def test_what_contradicts_itself_in_aos_cx(old: str, new: str, objection: str) -> None:
    assert problems(cx((old, new))) == [objection]


def test_a_lag_of_a_domain_that_is_not_there() -> None:
    seen = eos((EOS[EOS.index("mlag configuration") :], ""), ("no spanning-tree vlan-id 4094\n", ""))
    assert seen.pair is None
    assert problems(seen) == ["Port-Channel1 is in MLAG 7 and there is no MLAG domain"]


def test_an_interface_of_a_vrf_that_does_not_route_is_no_way_through() -> None:
    moved = ("interface Vlan10\n", "interface Vlan10\n   vrf WATCH\n")
    assert problems(eos(moved)) == ["VRF WATCH has addresses but `ip routing vrf WATCH` is not on"]


def test_words_that_a_pair_has_not_are_unread() -> None:
    assert [item.text for item in eos(("domain-id site", "domain-id two words")).unread] == [
        "domain-id two words"
    ]
    assert [item.text for item in cx(("role secondary", "role both")).unread] == ["role both"]
