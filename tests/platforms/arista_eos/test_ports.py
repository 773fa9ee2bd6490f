"""One kind of port at a time: Device in, lines out."""

from __future__ import annotations

import msgspec
import pytest

from netgen.platforms.arista_eos.names import vlan_list
from netgen.rendering import render_device

from .devices import DESK, FAR_SWITCH, access_switch, port
from .text import block

TEXT = render_device(access_switch())

PORTS = {
    "a desk: one VLAN, portfast, BPDU guard, storm control, no DHCP server": (
        "Ethernet1",
        """\
   description Room 1
   switchport access vlan 20
   ip access-group NETGEN-EDGE in
   storm-control broadcast level 1
   storm-control multicast level 5
   spanning-tree portfast
   spanning-tree bpduguard enable""",
    ),
    "a phone with a PC behind it: the PC's VLAN is the native one": (
        "Ethernet31",
        """\
   description Office 31
   switchport trunk native vlan 10
   switchport phone vlan 30
   switchport phone trunk untagged
   switchport mode trunk phone
   ip access-group NETGEN-EDGE in
   storm-control broadcast level 1
   storm-control multicast level 5
   spanning-tree portfast
   spanning-tree bpduguard enable""",
    ),
    "a printer draws no power": (
        "Ethernet41",
        """\
   description Printer
   switchport access vlan 10
   ip access-group NETGEN-EDGE in
   poe disabled
   storm-control broadcast level 1
   storm-control multicast level 5
   spanning-tree portfast
   spanning-tree bpduguard enable""",
    ),
    "an access point: its own VLAN untagged and on the list": (
        "Ethernet42",
        """\
   description AP 42
   switchport trunk native vlan 99
   switchport trunk allowed vlan 10,20,99
   switchport mode trunk
   ip access-group NETGEN-EDGE in
   spanning-tree portfast
   spanning-tree bpduguard enable""",
    ),
    "unused copper: shut, in the dead VLAN, without power": (
        "Ethernet48",
        """\
   shutdown
   switchport access vlan 999
   poe disabled""",
    ),
    "unused fibre has no power to turn off": (
        "Ethernet52",
        """\
   shutdown
   switchport access vlan 999""",
    ),
    "a member has the VLANs of its LAG and says none": (
        "Ethernet50",
        """\
   description oak-core u2
   channel-group 1 mode active""",
    ),
    "a LAG: no untagged traffic": (
        "Port-Channel1",
        """\
   description oak-core
   switchport trunk native vlan 998
   switchport trunk allowed vlan 10,20,30,40,99
   switchport mode trunk""",
    ),
    "a single cable to another switch is no edge": (
        "Ethernet51",
        """\
   description oak-annex u1
   switchport trunk native vlan 998
   switchport trunk allowed vlan 10,20,30,40,99
   switchport mode trunk""",
    ),
    "the out-of-band port is shut": (
        "Management1",
        """\
   shutdown""",
    ),
}


@pytest.mark.parametrize(("interface", "wanted"), PORTS.values(), ids=PORTS)
def test_port(interface: str, wanted: str) -> None:
    assert block(TEXT, f"interface {interface}") == wanted.splitlines()


def test_a_port_without_a_description_prints_none() -> None:
    device = msgspec.structs.replace(access_switch(), runs=(port("Ethernet1", DESK),))
    assert block(render_device(device), "interface Ethernet1")[0] == "   switchport access vlan 20"


def test_equal_profiles_that_are_two_objects_give_equal_lines() -> None:
    twin = msgspec.structs.replace(DESK)
    assert twin is not DESK
    device = msgspec.structs.replace(access_switch(), runs=(port("Ethernet1", DESK), port("Ethernet2", twin)))
    text = render_device(device)
    assert block(text, "interface Ethernet1") == block(text, "interface Ethernet2")


def test_members_of_two_lags_keep_their_own_group() -> None:
    member = next(item for item in access_switch().runs if item.profile.lag).profile
    device = msgspec.structs.replace(
        access_switch(), runs=(port("Ethernet49", member, lag=1), port("Ethernet50", member, lag=2))
    )
    text = render_device(device)
    assert block(text, "interface Ethernet49") == ["   channel-group 1 mode active"]
    assert block(text, "interface Ethernet50") == ["   channel-group 2 mode active"]


def test_a_trunk_without_vlans_carries_none() -> None:
    empty = msgspec.structs.replace(FAR_SWITCH, tagged=())
    device = msgspec.structs.replace(access_switch(), runs=(port("Ethernet51", empty),))
    assert "   switchport trunk allowed vlan none" in block(render_device(device), "interface Ethernet51")


@pytest.mark.parametrize(
    ("vlans", "text"),
    [
        ((10,), "10"),
        ((11, 10), "10-11"),
        ((12, 11, 10), "10-12"),
        ((1, 3, 4, 5, 9, 9), "1,3-5,9"),
        ((), "none"),
    ],
)
def test_vlan_list(vlans: tuple[int, ...], text: str) -> None:
    assert vlan_list(vlans) == text
