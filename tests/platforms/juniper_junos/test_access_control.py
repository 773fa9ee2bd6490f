"""802.1X and MAC authentication on sockets."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.juniper_junos.switches import ACCESS, DESK, PHONE, PRINTER, access_switch, port
from tests.platforms.juniper_junos.text import names, stanza

from netgen.device import AccessControl
from netgen.rendering import render_device

_AUTHENTICATOR = ("protocols", "dot1x", "authenticator")


def rendered(access: AccessControl = ACCESS) -> str:
    """A switch with a desk, a telephone, a printer and an open socket."""
    ports = (
        port("ge-0/0/0", msgspec.structs.replace(DESK, access="dot1x")),
        port("ge-0/0/1", msgspec.structs.replace(PHONE, access="dot1x")),
        port("ge-0/0/2", msgspec.structs.replace(PRINTER, access="mab")),
        port("ge-0/0/3", DESK),
    )
    return render_device(msgspec.structs.replace(access_switch(), runs=ports, access=access))


def test_a_desk_tries_802_1x_then_its_mac_address_within_ten_seconds() -> None:
    assert stanza(rendered(), *_AUTHENTICATOR, "interface", "ge-0/0/0.0") == (
        "supplicant multiple;\n"
        "authentication-order [ dot1x mac-radius ];\n"
        "transmit-period 5;\n"
        "mac-radius;\n"
        "maximum-requests 2;\n"
        "reauthentication 28800;\n"
        "guest-vlan guest;\n"
        "server-reject-vlan guest;\n"
        "server-fail permit;\n"
    )


def test_a_telephone_and_one_device_behind_it() -> None:
    body = stanza(rendered(), *_AUTHENTICATOR, "interface", "ge-0/0/1.0")
    assert "multi-domain {\n    packet-action drop-and-log;\n    max-data-session 1;\n}\n" in body
    assert "server-fail-voip vlan-name voice;\n" in body


def test_a_printer_is_known_by_its_mac_address_alone() -> None:
    body = stanza(rendered(), *_AUTHENTICATOR, "interface", "ge-0/0/2.0")
    assert "mac-radius {\n    restrict;\n}\n" in body
    assert "dot1x" not in body
    assert "guest-vlan" not in body


def test_an_unknown_device_is_a_guest_where_nobody_logs_in() -> None:
    text = rendered(msgspec.structs.replace(ACCESS, failed_vlan=40))
    assert "server-reject-vlan guest;\n" in stanza(text, *_AUTHENTICATOR, "interface", "ge-0/0/2.0")
    assert "server-reject-vlan cameras;\n" in stanza(text, *_AUTHENTICATOR, "interface", "ge-0/0/0.0")


def test_an_open_socket_is_not_named() -> None:
    assert names(rendered(), *_AUTHENTICATOR, "interface") == ["ge-0/0/0.0", "ge-0/0/1.0", "ge-0/0/2.0"]


def test_without_a_server_a_strict_school_keeps_everybody_out() -> None:
    text = rendered(msgspec.structs.replace(ACCESS, critical="shut"))
    assert "server-fail deny;\n" in stanza(text, *_AUTHENTICATOR, "interface", "ge-0/0/0.0")
    assert "server-fail-voip deny;\n" in stanza(text, *_AUTHENTICATOR, "interface", "ge-0/0/1.0")
    assert "permit" not in stanza(text, *_AUTHENTICATOR)


def test_vlans_that_nobody_asked_for_are_not_said() -> None:
    text = rendered(msgspec.structs.replace(ACCESS, guest_vlan=0, failed_vlan=0))
    assert "guest-vlan" not in text
    assert "server-reject-vlan" not in text


def test_servers_may_change_a_session_and_are_accounted_to() -> None:
    text = rendered()
    assert names(text, "access", "radius-server") == ["10.0.0.10", "10.0.1.10"]
    assert stanza(text, "access", "radius-server", "10.0.0.10") == (
        "dynamic-request-port 3799;\n"
        'secret "NETGEN_SECRET.env.RADIUS.END";\n'
        "timeout 3;\nretry 2;\nsource-address 10.2.0.11;\n"
    )
    profile = stanza(text, "access", "profile netgen-access")
    assert "authentication-server [ 10.0.0.10 10.0.1.10 ];\n" in profile
    assert "accounting-server [ 10.0.0.10 10.0.1.10 ];\n" in profile
    assert "revert-interval 300;\n" in profile
    assert "update-interval 60;\n" in profile
    assert "authentication-profile-name netgen-access;\n" in stanza(text, *_AUTHENTICATOR)


@pytest.mark.parametrize(("seconds", "minutes"), [(60, 10), (3600, 60), (900, 15)])
def test_interim_updates_are_no_closer_than_junos_takes(seconds: int, minutes: int) -> None:
    text = rendered(msgspec.structs.replace(ACCESS, interim_s=seconds))
    assert f"update-interval {minutes};\n" in stanza(text, "access", "profile netgen-access", "accounting")


def test_a_switch_without_an_authenticated_socket_says_nothing_of_it() -> None:
    text = render_device(access_switch())
    assert "dot1x" not in text
    assert "netgen-access" not in text
