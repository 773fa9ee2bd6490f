"""The management port in a network of its own."""

from __future__ import annotations

import msgspec

from netgen.device import OutOfBand
from netgen.rendering import render_device
from netgen.values import Prefix

from .devices import MANAGEMENT, access_switch
from .text import block

PORT = OutOfBand("mgmt", "10.2.54.17", Prefix.parse("10.2.54.0/23"), "sites/oak/oob")
TEXT = render_device(
    msgspec.structs.replace(access_switch(), management=msgspec.structs.replace(MANAGEMENT, oob=PORT))
)
LINES = TEXT.splitlines()


def test_it_has_its_address_and_no_gateway() -> None:
    assert block(TEXT, "interface mgmt") == ["    no shutdown", "    ip static 10.2.54.17/23"]


def test_ssh_alone_is_taken_there_from_its_own_network() -> None:
    assert "ssh server vrf mgmt" in LINES
    assert "no https-server vrf mgmt" in LINES
    assert block(TEXT, "access-list ip NETGEN-OOB") == [
        "    10 permit tcp 10.2.54.0/255.255.254.0 any eq ssh",
        "    20 deny any any any log count",
    ]
    assert "apply access-list ip NETGEN-OOB control-plane vrf mgmt" in LINES


def test_it_is_shut_where_the_site_has_no_network_for_it() -> None:
    text = render_device(access_switch())
    assert block(text, "interface mgmt") == ["    shutdown", "    ip dhcp"]
    assert "no ssh server vrf mgmt" in text.splitlines()
    assert "NETGEN-OOB" not in text
