"""People who come in from elsewhere: one GlobalProtect portal and gateway."""

from __future__ import annotations

import msgspec
from tests.oracles.panos_schema import objections
from tests.platforms.paloalto_panos.example import HUB, OPEN_HUB, REMOTE, lines, rule, rule_names, with_part

from netgen.rendering import render_device

GATEWAY = "set global-protect global-protect-gateway remote"
PORTAL = "set global-protect global-protect-portal remote"
SPLIT = with_part(
    OPEN_HUB,
    remote=msgspec.structs.replace(
        REMOTE, groups=(msgspec.structs.replace(REMOTE.groups[0], is_full=False),)
    ),
)


def test_every_line_is_known_to_the_vendor() -> None:
    assert list(objections(render_device(OPEN_HUB))) == []
    assert list(objections(render_device(SPLIT))) == []


def test_portal_and_gateway_are_on_the_circuit_with_the_trust_s_certificate() -> None:
    for place in (f"{PORTAL} portal-config", GATEWAY):
        fields = lines(OPEN_HUB, place)
        assert "local-address interface ethernet1/1" in fields
        assert "local-address ip ipv4 203.0.113.2/30" in fields
        assert "ssl-tls-service-profile remote" in fields
        assert "client-auth ra-remote-staff os Any" in fields
        assert "client-auth ra-remote-staff authentication-profile ra-remote-staff" in fields
    assert lines(OPEN_HUB, "set shared ssl-tls-service-profile remote") == [
        "certificate remote-access",
        "protocol-settings min-version tls1-2",
    ]


def test_the_portal_has_no_page_and_keeps_no_password() -> None:
    fields = lines(OPEN_HUB, PORTAL)
    assert "portal-config custom-login-page disable" in fields
    assert "client-config configs remote-staff save-user-credentials 0" in fields


def test_radius_alone_knows_people_and_their_group() -> None:
    assert lines(OPEN_HUB, "set shared authentication-profile ra-remote-staff")[:3] == [
        "method radius server-profile remote-radius",
        "method radius checkgroup yes",
        "allow-list remote-staff",
    ]
    assert "timeout 60" in lines(OPEN_HUB, "set shared server-profile radius remote-radius")
    assert "local-database" not in render_device(OPEN_HUB)


def test_a_full_tunnel_carries_everything_and_cuts_off_the_network_at_home() -> None:
    fields = lines(OPEN_HUB, f"{GATEWAY} remote-user-tunnel-configs remote-staff")
    assert "ip-pool 10.0.56.1-10.0.56.254" in fields
    assert "split-tunneling access-route 0.0.0.0/0" in fields
    assert "no-direct-access-to-local-network yes" in fields
    assert "dns-server [ 10.0.8.10 10.0.8.11 ]" in fields


def test_a_split_tunnel_carries_the_address_space_of_the_trust_alone() -> None:
    fields = lines(SPLIT, f"{GATEWAY} remote-user-tunnel-configs remote-staff")
    assert "split-tunneling access-route 10.0.0.0/8" in fields
    assert "no-direct-access-to-local-network no" in fields


def test_sessions_end() -> None:
    assert lines(OPEN_HUB, f"{GATEWAY} roles default") == ["login-lifetime hours 10", "inactivity-logout 30"]


def test_the_tunnel_interface_follows_the_zone_s_number_and_is_routed_imported_and_in_its_zone() -> None:
    assert f"{GATEWAY} remote-user-tunnel tunnel.9921" in render_device(OPEN_HUB)
    assert lines(OPEN_HUB, "set network tunnel global-protect-gateway remote-N tunnel-interface") == [
        "tunnel.9921"
    ]
    assert lines(OPEN_HUB, "set network interface tunnel units tunnel.9921") == ["comment ra-21"]
    for place in ("set network virtual-router default interface", "set import network interface"):
        assert "tunnel.9921" in lines(OPEN_HUB, place)[0].split()
    assert lines(OPEN_HUB, "set zone remote-staff network layer3") == ["tunnel.9921"]


def test_the_tunnel_takes_the_cipher_of_the_trust() -> None:
    profile = "set network ike crypto-profiles global-protect-app-crypto-profiles default"
    assert lines(OPEN_HUB, profile) == ["encryption aes-256-gcm", "authentication sha1"]


def test_the_door_is_the_circuit_s_own_address_and_nothing_else() -> None:
    fields = rule(OPEN_HUB, "box.remote-people")
    assert fields[:5] == [
        "rule-type intrazone",
        "from internet",
        "to internet",
        "source any",
        "destination 203.0.113.2/32",
    ]
    assert "service [ box-remote-tcp box-remote-udp ]" in fields
    assert {"box-remote-tcp protocol tcp port 443", "box-remote-udp protocol udp port 4501"} <= set(
        lines(OPEN_HUB, "set service")
    )
    assert "box.remote-people" not in rule_names(HUB)


def test_the_tunnels_of_sites_keep_their_interfaces() -> None:
    before, after = (
        lines(device, "set network tunnel ipsec hub-oak tunnel-interface") for device in (HUB, OPEN_HUB)
    )
    assert before == after
