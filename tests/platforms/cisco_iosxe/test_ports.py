"""One kind of port at a time: Device in, lines out."""

from __future__ import annotations

import msgspec
import pytest

from netgen.platforms.cisco_iosxe.names import vlan_list, vlan_list_rows
from netgen.rendering import render_device

from .devices import DESK, FAR_SWITCH, access_switch, port
from .text import block

TEXT = render_device(access_switch())

PORTS = {
    "a desk: one VLAN, portfast, BPDU guard, storm control": (
        "GigabitEthernet1/0/1",
        """\
 description Room 1
 switchport access vlan 20
 switchport mode access
 switchport nonegotiate
 storm-control broadcast level 1.00
 storm-control multicast level 5.00
 spanning-tree portfast
 spanning-tree bpduguard enable""",
    ),
    "a phone with a PC behind it": (
        "GigabitEthernet1/0/31",
        """\
 description Office 31
 switchport access vlan 10
 switchport mode access
 switchport nonegotiate
 switchport voice vlan 30
 storm-control broadcast level 1.00
 storm-control multicast level 5.00
 spanning-tree portfast
 spanning-tree bpduguard enable""",
    ),
    "a camera is kept apart from other protected ports": (
        "GigabitEthernet1/0/39",
        """\
 description Camera 39
 switchport access vlan 40
 switchport mode access
 switchport nonegotiate
 switchport protected
 storm-control broadcast level 1.00
 storm-control multicast level 5.00
 spanning-tree portfast
 spanning-tree bpduguard enable""",
    ),
    "a printer draws no power": (
        "GigabitEthernet1/0/41",
        """\
 description Printer
 switchport access vlan 10
 switchport mode access
 switchport nonegotiate
 power inline never
 storm-control broadcast level 1.00
 storm-control multicast level 5.00
 spanning-tree portfast
 spanning-tree bpduguard enable""",
    ),
    "an access point: its own VLAN untagged and on the list": (
        "GigabitEthernet1/0/42",
        """\
 description AP 42
 switchport trunk native vlan 99
 switchport trunk allowed vlan 10,20,99
 switchport mode trunk
 switchport nonegotiate
 spanning-tree portfast trunk
 spanning-tree bpduguard enable""",
    ),
    "unused copper: shut, in the dead VLAN, without power": (
        "GigabitEthernet1/0/48",
        """\
 switchport access vlan 999
 switchport mode access
 switchport nonegotiate
 shutdown
 power inline never""",
    ),
    "unused fibre has no power to turn off": (
        "TenGigabitEthernet2/1/2",
        """\
 switchport access vlan 999
 switchport mode access
 switchport nonegotiate
 shutdown""",
    ),
    "a member says the same VLANs as its LAG": (
        "TenGigabitEthernet2/1/1",
        """\
 description oak-core u2
 switchport trunk native vlan 998
 switchport trunk allowed vlan 10,20,30,40,99
 switchport mode trunk
 switchport nonegotiate
 channel-group 1 mode active""",
    ),
    "a LAG: no untagged traffic, DHCP answers may come from there": (
        "Port-channel1",
        """\
 description oak-core
 switchport trunk native vlan 998
 switchport trunk allowed vlan 10,20,30,40,99
 switchport mode trunk
 switchport nonegotiate
 ip dhcp snooping trust""",
    ),
    "a single cable to another switch is trusted and no edge": (
        "TenGigabitEthernet1/1/2",
        """\
 description oak-annex u1
 switchport trunk native vlan 998
 switchport trunk allowed vlan 10,20,30,40,99
 switchport mode trunk
 switchport nonegotiate
 ip dhcp snooping trust""",
    ),
    "the out-of-band port is shut, in the VRF the box made for it": (
        "GigabitEthernet0/0",
        """\
 vrf forwarding Mgmt-vrf
 no ip address
 shutdown
 negotiation auto""",
    ),
}


@pytest.mark.parametrize(("interface", "wanted"), PORTS.values(), ids=PORTS)
def test_port(interface: str, wanted: str) -> None:
    assert block(TEXT, f"interface {interface}") == wanted.splitlines()


def test_a_port_without_a_description_prints_none() -> None:
    device = msgspec.structs.replace(access_switch(), runs=(port("GigabitEthernet1/0/1", DESK),))
    assert block(render_device(device), "interface GigabitEthernet1/0/1")[0] == " switchport access vlan 20"


def test_equal_profiles_that_are_two_objects_give_equal_lines() -> None:
    twin = msgspec.structs.replace(DESK)
    assert twin is not DESK
    device = msgspec.structs.replace(
        access_switch(), runs=(port("GigabitEthernet1/0/1", DESK), port("GigabitEthernet1/0/2", twin))
    )
    text = render_device(device)
    assert block(text, "interface GigabitEthernet1/0/1") == block(text, "interface GigabitEthernet1/0/2")


def test_members_of_two_lags_keep_their_own_group() -> None:
    member = next(item for item in access_switch().runs if item.profile.lag).profile
    first = access_switch().lags[0]
    second = msgspec.structs.replace(first, number=2, members=("TenGigabitEthernet1/1/2",), tagged=(99,))
    device = msgspec.structs.replace(
        access_switch(),
        lags=(first, second),
        runs=(
            port("TenGigabitEthernet1/1/1", member, lag=1),
            port("TenGigabitEthernet1/1/2", member, lag=2),
        ),
    )
    text = render_device(device)
    assert block(text, "interface TenGigabitEthernet1/1/1")[-1] == " channel-group 1 mode active"
    assert " switchport trunk allowed vlan 99" in block(text, "interface TenGigabitEthernet1/1/2")
    assert block(text, "interface TenGigabitEthernet1/1/2")[-1] == " channel-group 2 mode active"


def test_a_trunk_without_vlans_carries_none() -> None:
    empty = msgspec.structs.replace(FAR_SWITCH, tagged=())
    device = msgspec.structs.replace(access_switch(), runs=(port("TenGigabitEthernet1/1/2", empty),))
    lines = block(render_device(device), "interface TenGigabitEthernet1/1/2")
    assert " switchport trunk allowed vlan none" in lines


@pytest.mark.parametrize(
    ("vlans", "text"),
    [
        ((10,), "10"),
        ((11, 10), "10,11"),
        ((12, 11, 10), "10-12"),
        ((1, 3, 4, 5, 9, 9), "1,3-5,9"),
        ((), "none"),
    ],
)
def test_vlan_list(vlans: tuple[int, ...], text: str) -> None:
    assert vlan_list(vlans) == text


def test_a_long_vlan_list_breaks_as_the_box_breaks_it() -> None:
    rows = vlan_list_rows(tuple(range(100, 2100, 10)))
    assert len(rows) > 1
    assert len(rows[0]) <= 48
    assert max(map(len, rows[1:])) <= 44
    assert ",".join(rows) == ",".join(map(str, range(100, 2100, 10)))


LONG = tuple(range(100, 500, 10))


@pytest.mark.parametrize("interface", ["Port-channel1", "TenGigabitEthernet2/1/1", "TenGigabitEthernet1/1/2"])
def test_a_long_vlan_list_takes_more_lines_on_a_lag_its_members_and_a_single_cable(interface: str) -> None:
    switch = access_switch()
    ports = [
        port("TenGigabitEthernet1/1/2", msgspec.structs.replace(FAR_SWITCH, tagged=LONG)),
        *(item for item in switch.runs if item.profile.lag),
    ]
    lags = tuple(msgspec.structs.replace(lag, tagged=LONG) for lag in switch.lags)
    text = render_device(msgspec.structs.replace(switch, runs=tuple(ports), lags=lags))
    said = [line for line in block(text, f"interface {interface}") if "allowed" in line]
    first, *others = vlan_list_rows(LONG)
    assert others
    assert said == [
        f" switchport trunk allowed vlan {first}",
        *(f" switchport trunk allowed vlan add {row}" for row in others),
    ]
