"""Who gets onto a socket: 802.1X, MAC authentication, and what happens when RADIUS is silent."""

from __future__ import annotations

import msgspec

from netgen.device import AccessControl, Device
from netgen.rendering import render_device

from .devices import CONTROL, access_switch, guarded_switch
from .text import block, top_level

TEXT = render_device(guarded_switch())


def with_control(**changes: object) -> Device:
    """The guarded switch with another answer to one question."""
    control: AccessControl = msgspec.structs.replace(CONTROL, **changes)
    return msgspec.structs.replace(guarded_switch(), access=control)


def test_nothing_of_this_is_said_where_nobody_asks() -> None:
    plain = render_device(access_switch())
    assert "port-access" not in plain
    assert "tracking" not in plain
    assert "dyn-authorization" not in plain


def test_a_desk_asks_by_802_1x_and_then_by_the_address() -> None:
    assert block(TEXT, "interface 1/1/1")[-19:] == [
        "    aaa authentication port-access client-limit 8",
        "    aaa authentication port-access auth-role NETGEN-OWN-20",
        "    aaa authentication port-access critical-role NETGEN-OWN-20",
        "    aaa authentication port-access reject-role NETGEN-REJECT",
        "    aaa authentication port-access dot1x authenticator",
        "        cached-reauth",
        "        cached-reauth-period 86400",
        "        eapol-timeout 3",
        "        max-eapol-requests 2",
        "        max-retries 1",
        "        reauth",
        "        reauth-period 28800",
        "        enable",
        "    aaa authentication port-access mac-auth",
        "        cached-reauth",
        "        cached-reauth-period 86400",
        "        reauth",
        "        reauth-period 28800",
        "        enable",
    ]


def test_a_phone_and_one_device_behind_it_are_let_in_each_by_its_own_answer() -> None:
    lines = block(TEXT, "interface 1/1/31")
    assert "    vlan access 10" in lines
    assert "    aaa authentication port-access client-limit 2" in lines
    assert "    aaa authentication port-access allow-lldp-bpdu" in lines
    assert "    aaa authentication port-access critical-role NETGEN-OWN-10-30" in lines
    assert block(TEXT, "port-access role NETGEN-OWN-10-30") == [
        "    vlan trunk native 10",
        "    vlan trunk allowed 10,30",
    ]


def test_a_camera_is_asked_by_its_address_alone() -> None:
    lines = block(TEXT, "interface 1/1/39")
    assert "    aaa authentication port-access mac-auth" in lines
    assert "    aaa authentication port-access dot1x authenticator" not in lines


def test_no_socket_opens_for_all_when_the_first_one_is_let_in() -> None:
    assert "device-mode" not in TEXT


def test_uplinks_access_points_and_unused_ports_ask_nobody() -> None:
    for header in ("interface 1/1/42", "interface 1/1/48", "interface 1/1/51", "interface lag 1"):
        assert "port-access" not in "\n".join(block(TEXT, header))


def test_roles_are_defined_once_and_before_a_socket_names_them() -> None:
    lines = TEXT.splitlines()
    roles = top_level(TEXT, "port-access role")
    assert roles == [
        "port-access role NETGEN-OWN-10",
        "port-access role NETGEN-OWN-10-30",
        "port-access role NETGEN-OWN-20",
        "port-access role NETGEN-OWN-40",
        "port-access role NETGEN-REJECT",
    ]
    assert max(lines.index(role) for role in roles) < lines.index("interface 1/1/1")


def test_a_device_that_radius_refuses_is_a_guest() -> None:
    assert block(TEXT, "port-access role NETGEN-REJECT") == ["    vlan access 40"]
    only_failed = render_device(with_control(guest_vlan=0, failed_vlan=20))
    assert block(only_failed, "port-access role NETGEN-REJECT") == ["    vlan access 20"]


def test_without_a_vlan_for_them_the_refused_stay_out() -> None:
    text = render_device(with_control(guest_vlan=0, failed_vlan=0))
    assert "NETGEN-REJECT" not in text


def test_while_radius_is_silent_a_socket_may_also_be_shut() -> None:
    text = render_device(with_control(critical="shut"))
    assert "critical-role" not in text
    assert "cached-reauth" not in text
    assert "auth-role NETGEN-OWN-20" in text


def test_the_box_asks_the_same_servers_for_sockets_as_for_logins() -> None:
    for header in (
        "aaa authentication port-access dot1x authenticator",
        "aaa authentication port-access mac-auth",
    ):
        assert block(TEXT, header) == ["    radius server-group NETGEN-RADIUS", "    enable"]


def test_a_box_without_802_1x_sockets_does_not_turn_it_on() -> None:
    device = guarded_switch()
    cameras = tuple(port for port in device.runs if port.profile.access != "dot1x")
    text = render_device(msgspec.structs.replace(device, runs=cameras))
    assert top_level(text, "aaa authentication port-access") == ["aaa authentication port-access mac-auth"]


def test_a_silent_server_is_noticed_and_looked_at_again() -> None:
    assert top_level(TEXT, "radius-server") == [
        "radius-server host 10.0.0.10 key plaintext NETGEN_SECRET.env.RADIUS.END tracking enable",
        "radius-server host 10.0.1.10 key plaintext NETGEN_SECRET.env.RADIUS.END tracking enable",
        "radius-server timeout 4",
        "radius-server retries 2",
        "radius-server tracking interval 600",
    ]
    assert "radius-server tracking interval 60" in render_device(with_control(dead_s=30)).splitlines()


def test_what_is_the_default_is_not_printed() -> None:
    text = render_device(with_control(dead_s=300, reauthenticate_s=3600))
    assert "tracking interval" not in text
    assert "reauth-period 3600" not in text
    assert "        reauth\n" in text


def test_radius_servers_may_change_a_session_and_nobody_else() -> None:
    assert top_level(TEXT, "radius dyn-authorization") == [
        "radius dyn-authorization enable",
        "radius dyn-authorization client 10.0.0.10 secret-key plaintext NETGEN_SECRET.env.RADIUS.END",
        "radius dyn-authorization client 10.0.1.10 secret-key plaintext NETGEN_SECRET.env.RADIUS.END",
    ]


def test_sessions_are_accounted() -> None:
    assert "aaa accounting port-access start-stop interim 60 group NETGEN-RADIUS" in TEXT.splitlines()
