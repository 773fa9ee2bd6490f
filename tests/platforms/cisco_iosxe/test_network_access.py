"""802.1X and MAC authentication: one kind of socket at a time, and the box as a whole."""

from __future__ import annotations

import msgspec
import pytest

from netgen.device import AccessControl, Device
from netgen.rendering import render_device

from .devices import ACCESS, LOGIN, LOGIN_PHONE, asked_for_everything, port
from .text import block, top_level

TEXT = render_device(asked_for_everything())
SOCKET = "interface GigabitEthernet1/0/1"


def login_lines(text: str, interface: str) -> list[str]:
    return [
        line
        for line in block(text, f"interface {interface}")
        if line.startswith((" authentication", " mab", " dot1x"))
    ]


def with_access(**changes: object) -> Device:
    return msgspec.structs.replace(asked_for_everything(), access=msgspec.structs.replace(ACCESS, **changes))


SOCKETS = {
    "a desk logs in by 802.1X, else by its address; one device, since fallback VLANs need that": (
        "GigabitEthernet1/0/1",
        """\
 authentication event fail retry 2 action authorize vlan 60
 authentication event server dead action authorize vlan 20
 authentication event no-response action authorize vlan 50
 authentication event server alive action reinitialize
 authentication order dot1x mab
 authentication priority dot1x mab
 authentication port-control auto
 authentication periodic
 authentication timer reauthenticate 28800
 authentication violation restrict
 mab
 dot1x pae authenticator
 dot1x timeout tx-period 3""",
    ),
    "a telephone and a PC behind it, each with its login": (
        "GigabitEthernet1/0/2",
        """\
 authentication event fail retry 2 action authorize vlan 60
 authentication event server dead action authorize vlan 10
 authentication event server dead action authorize voice
 authentication event no-response action authorize vlan 50
 authentication event server alive action reinitialize
 authentication host-mode multi-domain
 authentication order dot1x mab
 authentication priority dot1x mab
 authentication port-control auto
 authentication periodic
 authentication timer reauthenticate 28800
 authentication violation restrict
 mab
 dot1x pae authenticator
 dot1x timeout tx-period 3""",
    ),
    "a printer is known by its address alone": (
        "GigabitEthernet1/0/3",
        """\
 authentication event fail retry 2 action authorize vlan 60
 authentication event server dead action authorize vlan 10
 authentication event no-response action authorize vlan 50
 authentication event server alive action reinitialize
 authentication order mab
 authentication priority mab
 authentication port-control auto
 authentication periodic
 authentication timer reauthenticate 28800
 authentication violation restrict
 mab""",
    ),
    "a server is open": ("GigabitEthernet1/0/4", ""),
    "an access point is open": ("GigabitEthernet1/0/5", ""),
    "an unused port has nobody to ask": ("GigabitEthernet1/0/6", ""),
    "an uplink is open": ("TenGigabitEthernet1/1/1", ""),
}


@pytest.mark.parametrize(("interface", "wanted"), SOCKETS.values(), ids=SOCKETS)
def test_socket(interface: str, wanted: str) -> None:
    assert login_lines(TEXT, interface) == wanted.splitlines()


def test_a_socket_stays_shut_without_a_server_where_that_is_asked_for() -> None:
    text = render_device(with_access(critical="shut"))
    assert not [line for line in login_lines(text, "GigabitEthernet1/0/2") if " server " in line]
    assert "dot1x critical eapol" not in text.splitlines()


def test_without_fallback_vlans_several_devices_log_in_at_one_socket() -> None:
    lines = login_lines(render_device(with_access(guest_vlan=0, failed_vlan=0)), "GigabitEthernet1/0/1")
    assert " authentication host-mode multi-auth" in lines
    assert " authentication event server dead action reinitialize vlan 20" in lines
    assert not [line for line in lines if " fail " in line or " no-response " in line]


@pytest.mark.parametrize(
    ("access", "absent", "present"),
    [
        (msgspec.structs.replace(ACCESS, guest_vlan=0), " no-response ", " fail "),
        (msgspec.structs.replace(ACCESS, failed_vlan=0), " fail ", " no-response "),
    ],
    ids=["no guest VLAN", "no VLAN of failed logins"],
)
def test_one_fallback_vlan_alone(access: AccessControl, absent: str, present: str) -> None:
    device = msgspec.structs.replace(asked_for_everything(), access=access)
    lines = login_lines(render_device(device), "GigabitEthernet1/0/1")
    assert [line for line in lines if present in line]
    assert not [line for line in lines if absent in line]
    assert not [line for line in lines if "multi" in line]


def test_the_servers_are_asked_told_and_may_change_a_session() -> None:
    assert top_level(TEXT, ("aaa authentication dot1x", "aaa authorization network", "aaa accounting")) == [
        "aaa authentication dot1x default group NETGEN-RADIUS",
        "aaa authorization network default group NETGEN-RADIUS",
        "aaa accounting update newinfo periodic 30",
        "aaa accounting identity default start-stop group NETGEN-RADIUS",
    ]
    assert block(TEXT, "aaa server radius dynamic-author") == [
        " client 10.0.0.10 server-key NETGEN_SECRET.env.RADIUS.END",
        " client 10.0.1.10 server-key NETGEN_SECRET.env.RADIUS.END",
        " port 3799",
        " auth-type any",
    ]
    assert top_level(TEXT, ("dot1x", "authentication")) == [
        "dot1x system-auth-control",
        "dot1x critical eapol",
        "authentication mac-move permit",
    ]


def test_a_silent_server_is_left_alone_and_tried_without_a_device() -> None:
    assert "radius-server dead-criteria time 5 tries 3" in TEXT.splitlines()
    assert "radius-server deadtime 10" in TEXT.splitlines()
    assert " automate-tester username netgen-probe probe-on" in block(TEXT, "radius server radius2")


def test_radius_names_no_vlan_where_no_socket_may_move() -> None:
    fixed = msgspec.structs.replace(LOGIN, dynamic_vlans=())
    device = msgspec.structs.replace(
        asked_for_everything(),
        runs=(port("GigabitEthernet1/0/1", fixed), port("GigabitEthernet1/0/2", LOGIN_PHONE)),
    )
    assert not top_level(render_device(device), "aaa authorization network")


def test_nothing_of_it_without_an_authenticated_socket() -> None:
    text = render_device(msgspec.structs.replace(asked_for_everything(), access=None))
    words = (
        "dot1x",
        "mab",
        "authentication ",
        "radius-server",
        "aaa accounting",
        "aaa server",
        "automate-tester",
    )
    assert not [line for line in text.splitlines() if line.strip().startswith(words)]
