"""The management port in a network of its own."""

from __future__ import annotations

import msgspec
import pytest

from netgen.device import OutOfBand
from netgen.rendering import render_device
from netgen.values import Prefix

from .devices import MANAGEMENT, access_switch
from .text import block

PORT = OutOfBand("GigabitEthernet0/0", "10.2.54.17", Prefix.parse("10.2.54.0/23"), "sites/oak/oob")
TEXT = render_device(
    msgspec.structs.replace(access_switch(), management=msgspec.structs.replace(MANAGEMENT, oob=PORT))
)


def test_it_has_its_address_in_the_vrf_of_the_box() -> None:
    assert block(TEXT, "interface GigabitEthernet0/0") == [
        " vrf forwarding Mgmt-vrf",
        " ip address 10.2.54.17 255.255.254.0",
        " negotiation auto",
    ]
    assert "ip route vrf" not in TEXT


@pytest.mark.parametrize("line", ["line vty 0 4", "line vty 5 15", "line vty 16 31"])
def test_every_terminal_line_takes_sessions_there_from_its_own_network(line: str) -> None:
    assert block(TEXT, line)[:2] == [
        " access-class NETGEN-MANAGEMENT in",
        " access-class NETGEN-OOB in vrfname Mgmt-vrf",
    ]
    assert block(TEXT, "ip access-list standard NETGEN-OOB") == [
        " 10 permit 10.2.54.0 0.0.1.255",
        " 20 deny   any log",
    ]


def test_it_is_shut_where_the_site_has_no_network_for_it() -> None:
    text = render_device(access_switch())
    assert " shutdown" in block(text, "interface GigabitEthernet0/0")
    assert "NETGEN-OOB" not in text
