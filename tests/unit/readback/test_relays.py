"""A relay that asks through another VRF than its interface's is not the relay that was planned."""

from __future__ import annotations

import pytest

from netgen.readback import arista_eos, aruba_aoscx, cisco_iosxe

_IOS = (
    "vrf definition doors\n address-family ipv4\n exit-address-family\nvrf definition guest\n"
    "vlan 100\ninterface Vlan100\n vrf forwarding doors\n ip address 10.1.0.1 255.255.255.0\n"
)
_EOS = (
    "vrf instance doors\nvrf instance guest\nip routing vrf doors\nvlan 100\n"
    "interface Vlan100\n   vrf doors\n   ip address 10.1.0.1/24\n"
)
_CX = "vrf doors\nvrf guest\nvlan 100\ninterface vlan 100\n    vrf attach doors\n    ip address 10.1.0.1/24\n"


@pytest.mark.parametrize(
    ("line", "relays"),
    [
        ("10.9.0.1", ("10.9.0.1",)),
        ("vrf doors 10.9.0.1", ("10.9.0.1",)),
        ("vrf guest 10.9.0.1", ("10.9.0.1 in VRF guest",)),
        ("global 10.9.0.1", ("10.9.0.1 in VRF global",)),
        ("10.9.0.1\n no ip helper-address 10.9.0.1", ()),
        ("vrf guest 10.9.0.1\n no ip helper-address vrf guest 10.9.0.1", ()),
    ],
)
def test_ios(line: str, relays: tuple[str, ...]) -> None:
    assert cisco_iosxe.read(f"{_IOS} ip helper-address {line}\n").svis[0].relays == relays


@pytest.mark.parametrize(
    ("line", "relays"),
    [
        ("10.9.0.1", ("10.9.0.1",)),
        ("10.9.0.1 vrf doors", ("10.9.0.1",)),
        ("10.9.0.1 vrf guest", ("10.9.0.1 in VRF guest",)),
        ("10.9.0.1 vrf default", ("10.9.0.1 in VRF default",)),
        ("10.9.0.1 source-interface Vlan7", ("10.9.0.1 as Vlan7",)),
    ],
)
def test_eos(line: str, relays: tuple[str, ...]) -> None:
    assert arista_eos.read(f"{_EOS}   ip helper-address {line}\n").svis[0].relays == relays


@pytest.mark.parametrize(
    ("line", "relays"),
    [
        ("10.9.0.1", ("10.9.0.1",)),
        ("10.9.0.1 vrf doors", ("10.9.0.1",)),
        ("10.9.0.1 vrf guest", ("10.9.0.1 in VRF guest",)),
        ("10.9.0.1 vrf default", ("10.9.0.1 in VRF default",)),
    ],
)
def test_aoscx(line: str, relays: tuple[str, ...]) -> None:
    assert aruba_aoscx.read(f"{_CX}    ip helper-address {line}\n").svis[0].relays == relays
