"""The management port in a network of its own."""

from __future__ import annotations

import msgspec

from netgen.device import OutOfBand
from netgen.rendering import render_device
from netgen.values import Prefix

from .devices import MANAGEMENT, access_switch
from .text import block

PORT = OutOfBand("Management1", "10.2.54.17", Prefix.parse("10.2.54.0/23"), "sites/oak/oob")
TEXT = render_device(
    msgspec.structs.replace(access_switch(), management=msgspec.structs.replace(MANAGEMENT, oob=PORT))
)


def test_it_has_its_address_in_a_vrf_without_routes() -> None:
    assert block(TEXT, "interface Management1") == ["   vrf MGMT", "   ip address 10.2.54.17/23"]
    lines = TEXT.splitlines()
    assert lines.index("vrf instance MGMT") < lines.index("interface Management1")
    assert "no ip routing vrf MGMT" in lines


def test_ssh_is_taken_there_from_its_own_network_and_the_api_is_not() -> None:
    ssh = block(TEXT, "management ssh")
    assert ssh[:2] == ["   ip access-group NETGEN-MANAGEMENT in", "   ip access-group NETGEN-OOB vrf MGMT in"]
    assert ssh[-2:] == ["   vrf MGMT", "      no shutdown"]
    assert block(TEXT, "ip access-list standard NETGEN-OOB") == ["   10 permit 10.2.54.0/23"]
    assert "MGMT" not in "".join(block(TEXT, "management api http-commands"))


def test_it_is_shut_where_the_site_has_no_network_for_it() -> None:
    text = render_device(access_switch())
    assert block(text, "interface Management1") == ["   shutdown"]
    assert "MGMT" not in text
