"""IKEv2 tunnels: a peer with an address, and one that calls us."""

from __future__ import annotations

import msgspec
from tests.platforms.juniper_junos.firewalls import HUB, SCHOOL, TUNNEL, with_part
from tests.platforms.juniper_junos.text import names, stanza

from netgen.platforms.juniper_junos.firewall_interface_view import tunnel_units
from netgen.rendering import render_device

SPOKE = render_device(SCHOOL)
CALLED = render_device(HUB)
IKE, IPSEC = ("security", "ike"), ("security", "ipsec")
SUITE = "aes256-gcm-sha384-group20"


def test_one_suite_for_all_tunnels_that_share_it() -> None:
    assert stanza(SPOKE, *IKE, f"proposal {SUITE}") == (
        "authentication-method pre-shared-keys;\n"
        "dh-group group20;\n"
        "encryption-algorithm aes-256-gcm;\n"
        "lifetime-seconds 28800;\n"
    )
    assert stanza(SPOKE, *IPSEC, f"proposal {SUITE}") == (
        "protocol esp;\nencryption-algorithm aes-256-gcm;\nlifetime-seconds 3600;\n"
    )
    assert "keys group20;\n" in stanza(SPOKE, *IPSEC, f"policy {SUITE}", "perfect-forward-secrecy")
    second = msgspec.structs.replace(
        TUNNEL, name="to-hub2", local_address="10.255.0.5", peer_address="10.255.0.4"
    )
    both = render_device(with_part(SCHOOL, tunnels=(TUNNEL, second)))
    assert names(both, *IKE) == [
        f"proposal {SUITE}", "policy to-hub", "policy to-hub2", "gateway to-hub", "gateway to-hub2",
    ]  # fmt: skip


def test_a_peer_with_an_address_is_called() -> None:
    assert stanza(SPOKE, *IKE, "gateway to-hub") == (
        "ike-policy to-hub;\n"
        "address 198.51.100.1;\n"
        "dead-peer-detection {\n    probe-idle-tunnel;\n    interval 10;\n    threshold 3;\n}\n"
        "local-identity hostname oak;\n"
        "remote-identity hostname hub;\n"
        "external-interface ge-0/0/0.0;\n"
        "version v2-only;\n"
    )
    assert stanza(SPOKE, *IPSEC, "vpn to-hub") == (
        "bind-interface st0.1;\n"
        "df-bit clear;\n"
        "ike {\n"
        "    gateway to-hub;\n"
        "    proxy-identity {\n"
        "        local 10.2.64.0/18;\n"
        "        remote 10.0.0.0/18;\n"
        "        service any;\n"
        "    }\n"
        f"    ipsec-policy {SUITE};\n"
        "}\n"
        "establish-tunnels immediately;\n"
    )


def test_a_peer_without_an_address_calls_and_is_known_by_its_name() -> None:
    gateway = stanza(CALLED, *IKE, "gateway to-oak")
    assert "dynamic hostname oak;\n" in gateway
    assert "address " not in gateway
    assert stanza(CALLED, *IPSEC, "vpn to-oak", "traffic-selector site") == (
        "local-ip 10.0.0.0/18;\nremote-ip 10.2.64.0/18;\npreference 12;\n"
    )
    assert "establish-tunnels" not in CALLED
    assert "proxy-identity" not in CALLED


def test_a_partner_may_be_known_by_its_address() -> None:
    partner = msgspec.structs.replace(TUNNEL, role="partner", peer_id="198.51.100.1", local_id="203.0.113.2")
    gateway = stanza(render_device(with_part(SCHOOL, tunnels=(partner,))), *IKE, "gateway to-hub")
    assert "local-identity inet 203.0.113.2;\n" in gateway
    assert "remote-identity inet 198.51.100.1;\n" in gateway


def test_the_key_is_a_placeholder() -> None:
    assert stanza(SPOKE, *IKE, "policy to-hub") == (
        f'proposals {SUITE};\npre-shared-key ascii-text "NETGEN_SECRET.vault.vpn.oak.END";\n'
    )


def test_both_ends_of_a_tunnel_interface() -> None:
    assert stanza(SPOKE, "interfaces", "st0") == (
        'unit 1 {\n    description "spoke to-hub";\n    family inet {\n        address 10.255.0.3/31;\n    }\n}\n'
    )
    assert "address 10.255.0.2/31;" in stanza(CALLED, "interfaces", "st0", "unit 1")


def test_a_new_tunnel_renumbers_no_other() -> None:
    def tunnel(name: str, low: int) -> object:
        return msgspec.structs.replace(
            TUNNEL, name=name, local_address=f"10.255.0.{low}", peer_address=f"10.255.0.{low + 1}"
        )

    two = tunnel_units((tunnel("to-m", 2), tunnel("to-z", 6)))
    three = tunnel_units((tunnel("to-m", 2), tunnel("to-z", 6), tunnel("to-a", 4)))
    assert two == {"to-m": 1, "to-z": 3}
    assert three == {**two, "to-a": 2}


def test_two_tunnels_never_share_a_unit() -> None:
    twin = msgspec.structs.replace(TUNNEL, name="to-hub-2")
    assert sorted(tunnel_units((TUNNEL, twin)).values()) == [1, 2]


def test_large_segments_fit_into_a_tunnel() -> None:
    assert stanza(SPOKE, "security", "flow", "tcp-mss") == "ipsec-vpn {\n    mss 1350;\n}\n"
    assert "flow {" not in render_device(with_part(SCHOOL, tunnels=(), zones=SCHOOL.firewall.zones[:4]))


SIGNED = msgspec.structs.replace(TUNNEL, psk="", certificate="NETGEN-VPN", ca="TRUST-CA")
CERTIFIED = render_device(with_part(SCHOOL, tunnels=(SIGNED,)))


def test_ends_that_know_each_other_by_certificate_share_no_key() -> None:
    assert stanza(CERTIFIED, *IKE, "policy to-hub") == (
        f"proposals {SUITE}-rsa;\n"
        "certificate {\n"
        "    local-certificate NETGEN-VPN;\n"
        "    trusted-ca ca-profile TRUST-CA;\n"
        "}\n"
    )
    assert "authentication-method rsa-signatures;\n" in stanza(CERTIFIED, *IKE, f"proposal {SUITE}-rsa")
    gateway = stanza(CERTIFIED, *IKE, "gateway to-hub")
    assert "local-identity hostname oak;\n" in gateway
    assert "remote-identity hostname hub;\n" in gateway
    assert "pre-shared" not in CERTIFIED


def test_the_authority_is_the_trusts_and_its_revocations_count_where_they_can_be_had() -> None:
    assert stanza(CERTIFIED, "security", "pki", "ca-profile TRUST-CA") == (
        "ca-identity TRUST-CA;\nrevocation-check {\n    crl {\n        disable on-download-failure;\n    }\n}\n"
    )
    assert "TRUST-CA" not in SPOKE


def test_a_partner_keeps_its_key_beside_certificates() -> None:
    partner = msgspec.structs.replace(
        TUNNEL, name="p-azure", role="partner", local_address="10.255.0.5", peer_address="10.255.0.4"
    )
    text = render_device(with_part(SCHOOL, tunnels=(SIGNED, partner)))
    assert names(text, *IKE)[:2] == [f"proposal {SUITE}", f"proposal {SUITE}-rsa"]
    assert stanza(text, *IKE, "policy p-azure").startswith(f"proposals {SUITE};\npre-shared-key")
    assert names(text, *IPSEC)[:2] == [f"proposal {SUITE}", f"policy {SUITE}"]
