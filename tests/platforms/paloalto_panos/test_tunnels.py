"""IKEv2 gateways and IPsec tunnels."""

from __future__ import annotations

import msgspec
from tests.platforms.paloalto_panos.example import HUB, SCHOOL, TUNNEL, lines, with_part

PROFILES = "set network ike crypto-profiles"


def test_a_gateway_towards_a_fixed_address() -> None:
    assert lines(SCHOOL, "set network ike gateway oak-hub1") == [
        "authentication pre-shared-key key NETGEN_SECRET.vault.vpn.oak.END",
        "protocol version ikev2",
        "protocol ikev2 ike-crypto-profile aes256-gcm-sha384-g20",
        "protocol ikev2 dpd enable yes",
        "protocol ikev2 dpd interval 10",
        "protocol-common nat-traversal enable yes",
        "protocol-common fragmentation enable yes",
        "local-address interface ethernet1/1",
        "local-address ip 203.0.113.2/30",
        "peer-address ip 198.51.100.1",
        "local-id type fqdn",
        "local-id id oak.example.org",
        "peer-id type fqdn",
        "peer-id id hub.example.org",
    ]


def test_a_peer_without_an_address_calls_us_and_is_known_by_its_name() -> None:
    fields = lines(HUB, "set network ike gateway hub-oak")
    assert {"protocol-common passive-mode yes", "peer-address dynamic", "peer-id id oak.example.org"} <= set(
        fields
    )


def test_a_dhcp_circuit_has_no_address_to_bind_to() -> None:
    device = with_part(SCHOOL, tunnels=(msgspec.structs.replace(TUNNEL, wan="ethernet1/2"),))
    fields = lines(device, "set network ike gateway oak-hub1 local-address")
    assert fields == ["interface ethernet1/2"]


def test_the_selectors_are_the_two_prefixes() -> None:
    assert lines(SCHOOL, "set network tunnel ipsec oak-hub1") == [
        "tunnel-interface tunnel.1147",
        "anti-replay yes",
        "auto-key ike-gateway oak-hub1",
        "auto-key ipsec-crypto-profile aes256-gcm-sha384-g20",
        "auto-key proxy-id oak-hub1 local 10.2.64.0/18",
        "auto-key proxy-id oak-hub1 remote 10.0.0.0/18",
        "auto-key proxy-id oak-hub1 protocol any",
    ]


def test_tunnels_of_one_proposal_share_its_profiles() -> None:
    other = msgspec.structs.replace(TUNNEL, name="oak-hub2", local_address="10.255.64.2")
    device = with_part(SCHOOL, tunnels=(TUNNEL, other))
    assert lines(device, f"{PROFILES} ike-crypto-profiles") == [
        "aes256-gcm-sha384-g20 dh-group group20",
        "aes256-gcm-sha384-g20 encryption aes-256-gcm",
        "aes256-gcm-sha384-g20 hash sha384",
        "aes256-gcm-sha384-g20 lifetime hours 8",
    ]
    assert lines(device, f"{PROFILES} ipsec-crypto-profiles") == [
        "aes256-gcm-sha384-g20 esp encryption aes-256-gcm",
        "aes256-gcm-sha384-g20 esp authentication none",
        "aes256-gcm-sha384-g20 dh-group group20",
        "aes256-gcm-sha384-g20 lifetime hours 1",
    ]


def test_a_tunnel_is_a_zone_of_its_own() -> None:
    assert lines(SCHOOL, "set zone overlay network layer3") == ["tunnel.1147"]


CERTIFIED = with_part(
    SCHOOL, tunnels=(msgspec.structs.replace(TUNNEL, psk="", certificate="NETGEN-VPN", ca="TRUST-CA"),)
)


def test_ends_that_know_each_other_by_certificate_share_no_key() -> None:
    assert lines(CERTIFIED, "set network ike gateway oak-hub1 authentication") == [
        "certificate local-certificate name NETGEN-VPN",
        "certificate certificate-profile TRUST-CA",
    ]
    assert "local-id id oak.example.org" in lines(CERTIFIED, "set network ike gateway oak-hub1")
    assert "peer-id id hub.example.org" in lines(CERTIFIED, "set network ike gateway oak-hub1")


def test_only_the_trusts_own_authority_speaks_for_a_peer() -> None:
    assert lines(CERTIFIED, "set shared certificate-profile") == ["TRUST-CA CA TRUST-CA"]
    assert lines(SCHOOL, "set shared certificate-profile") == []


def test_a_partner_keeps_its_key_and_may_be_known_by_its_address() -> None:
    partner = msgspec.structs.replace(
        TUNNEL, name="p-azure", role="partner", peer_id="198.51.100.1", local_id="203.0.113.2"
    )
    part = CERTIFIED.firewall
    assert part is not None
    fields = lines(with_part(SCHOOL, tunnels=(*part.tunnels, partner)), "set network ike gateway p-azure")
    assert "authentication pre-shared-key key NETGEN_SECRET.vault.vpn.oak.END" in fields
    assert {
        "local-id type ipaddr", "local-id id 203.0.113.2", "peer-id type ipaddr", "peer-id id 198.51.100.1",
    } <= set(fields)  # fmt: skip
