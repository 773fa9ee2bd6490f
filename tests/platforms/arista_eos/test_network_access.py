"""802.1X and MAC authentication: one kind of socket at a time, and the box as a whole."""

from __future__ import annotations

import msgspec
import pytest

from netgen.device import AccessControl, Device
from netgen.rendering import render_device

from .devices import ACCESS, FAILED, GUEST, asked_for_everything
from .text import block, top_level

TEXT = render_device(asked_for_everything())


def login_lines(text: str, interface: str) -> list[str]:
    return [line for line in block(text, f"interface {interface}") if line.startswith("   dot1x")]


def with_access(access: AccessControl | None) -> Device:
    return msgspec.structs.replace(asked_for_everything(), access=access)


LOGS_IN = """\
   dot1x pae authenticator
   dot1x authentication failure action traffic allow vlan 50
   dot1x reauthentication
   dot1x port-control auto
   dot1x host-mode multi-host authenticated
   dot1x mac based authentication
   dot1x timeout tx-period 3
   dot1x timeout reauth-period 28800
   dot1x reauthorization request limit 3"""

SOCKETS = {
    "each device at a desk logs in by 802.1X, else by its address": ("Ethernet1", LOGS_IN),
    "so do a telephone and the PC behind it": ("Ethernet2", LOGS_IN),
    "a printer is known by its address alone": (
        "Ethernet3",
        """\
   dot1x pae authenticator
   dot1x authentication failure action traffic allow vlan 50
   dot1x reauthentication
   dot1x port-control auto
   dot1x host-mode multi-host authenticated
   dot1x eapol disabled
   dot1x mac based authentication
   dot1x timeout reauth-period 28800""",
    ),
    "a server is open": ("Ethernet4", ""),
    "an access point is open": ("Ethernet5", ""),
    "an unused port has nobody to ask": ("Ethernet6", ""),
    "an uplink is open": ("Ethernet49", ""),
}


@pytest.mark.parametrize(("interface", "wanted"), SOCKETS.values(), ids=SOCKETS)
def test_socket(interface: str, wanted: str) -> None:
    assert login_lines(TEXT, interface) == wanted.splitlines()


@pytest.mark.parametrize(
    ("guest", "failed", "vlan"),
    [(GUEST, FAILED, GUEST), (GUEST, 0, GUEST), (0, FAILED, FAILED), (0, 0, 0)],
    ids=["guest before failed", "guest alone", "failed alone", "neither"],
)
def test_one_vlan_takes_whom_radius_does_not_let_in(guest: int, failed: int, vlan: int) -> None:
    access = msgspec.structs.replace(ACCESS, guest_vlan=guest, failed_vlan=failed)
    lines = [
        line for line in login_lines(render_device(with_access(access)), "Ethernet1") if "failure" in line
    ]
    wanted = [f"   dot1x authentication failure action traffic allow vlan {vlan}"] if vlan else []
    assert lines == wanted


def test_the_box_s_own_hour_is_not_printed() -> None:
    access = msgspec.structs.replace(ACCESS, reauthenticate_s=3600)
    assert "reauth-period" not in render_device(with_access(access))


def test_the_box_asks_tells_and_takes_orders_from_the_servers() -> None:
    assert top_level(TEXT, ("aaa authentication dot1x", "aaa accounting", "radius-server deadtime")) == [
        "radius-server deadtime 10",
        "aaa authentication dot1x default group NETGEN-RADIUS",
        "aaa accounting dot1x default start-stop group NETGEN-RADIUS",
    ]
    assert block(TEXT, "dot1x") == [
        "   aaa unresponsive phone action traffic allow",
        "   aaa unresponsive action traffic allow",
        "   aaa unresponsive eap response success",
        "   aaa accounting update interval 1800 seconds",
        "   mac based authentication delay 10 seconds",
        "   radius av-pair service-type",
        "   aaa unresponsive recovery action reauthenticate",
    ]
    assert top_level(TEXT, "dot1x ") == [
        "dot1x system-auth-control",
        "dot1x protocol lldp bypass",
        "dot1x dynamic-authorization",
    ]


def test_sockets_stay_shut_without_a_server_where_that_is_asked_for() -> None:
    text = render_device(with_access(msgspec.structs.replace(ACCESS, critical="shut")))
    assert "unresponsive" not in text


def test_nothing_of_it_without_an_authenticated_socket() -> None:
    text = render_device(with_access(None))
    words = ("dot1x", "radius-server deadtime", "aaa accounting")
    assert not [line for line in text.splitlines() if line.strip().startswith(words)]
