"""Who the ends of a tunnel say they are, and by what they prove it, on three kinds of firewall."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import pytest

from netgen.readback import Observed, ObservedTunnel, read

FORTIOS = """
config system interface
    edit "wan1"
        set vdom "root"
        set ip 198.51.100.42 255.255.255.252
    next
end
config vpn certificate setting
    set cn-match value
end
config user peer
    edit "p"
        set ca "TRUST-CA"
        set cn "dc"
    next
end
config vpn ipsec phase1-interface
    edit "to-dc"
        set interface "wan1"
        set ike-version 2
        set authmethod signature
        set certificate "NETGEN-VPN"
        set peer "p"
        set proposal aes256gcm-prfsha384
        set remote-gw 203.0.113.1
        LINES
    next
end
config vpn ipsec phase2-interface
    edit "to-dc"
        set phase1name "to-dc"
        set proposal aes256gcm
    next
end
"""
JUNOS = """
set interfaces ge-0/0/0 unit 0 family inet address 198.51.100.42/30
set interfaces st0 unit 1 family inet address 10.255.0.3/31
set security zones security-zone internet interfaces ge-0/0/0.0
set security pki ca-profile TRUST-CA ca-identity TRUST-CA
set security ike proposal rsa authentication-method rsa-signatures
set security ike proposal rsa encryption-algorithm aes-256-gcm
set security ike policy dc proposals rsa
set security ike policy dc certificate local-certificate NETGEN-VPN
set security ike policy dc certificate trusted-ca ca-profile TRUST-CA
set security ike gateway dc ike-policy dc
set security ike gateway dc address 203.0.113.1
set security ike gateway dc external-interface ge-0/0/0.0
set security ike gateway dc remote-identity hostname dc
set security ipsec proposal esp encryption-algorithm aes-256-gcm
set security ipsec policy esp proposals esp
set security ipsec vpn to-dc bind-interface st0.1
set security ipsec vpn to-dc ike gateway dc
set security ipsec vpn to-dc ike ipsec-policy esp
"""
PANOS = """
set network interface ethernet ethernet1/1 layer3 ip 198.51.100.42/30
set network interface tunnel units tunnel.1 ip 10.255.0.3/31
set network virtual-router default interface [ ethernet1/1 tunnel.1 ]
set zone internet network layer3 ethernet1/1
set zone overlay network layer3 tunnel.1
set network tunnel ipsec to-dc tunnel-interface tunnel.1
set network tunnel ipsec to-dc auto-key ike-gateway dc
set network ike gateway dc protocol version ikev2
set network ike gateway dc local-address interface ethernet1/1
set network ike gateway dc peer-address ip 203.0.113.1
set network ike gateway dc peer-id id dc
set network ike gateway dc authentication certificate local-certificate name NETGEN-VPN
set network ike gateway dc authentication certificate certificate-profile P
set shared certificate-profile P CA TRUST-CA
"""


def fortios(*lines: str) -> Observed:
    return read("fortinet_fortios", FORTIOS.replace("LINES", "\n        ".join(lines)))


def junos(*lines: str) -> Observed:
    return read("juniper_junos", "\n".join((JUNOS, *lines, "")))


def panos(*lines: str) -> Observed:
    return read("paloalto_panos", "\n".join((PANOS, *lines, "")))


def ends(found: Observed) -> tuple[str, str, str, bool]:
    (tunnel,) = found.tunnels
    return tunnel.certificate, tunnel.ca, tunnel.peer_id, tunnel.checks_identity


def tunnel_of(found: Observed) -> ObservedTunnel:
    (tunnel,) = found.tunnels
    return tunnel


def problems(found: Observed) -> str:
    return "\n".join(item.text for item in found.problems)


@pytest.mark.parametrize("found", [fortios(), junos(), panos()], ids=["fortios", "junos", "panos"])
def test_a_certificate_its_authority_and_the_peer_are_read(found: Observed) -> None:
    assert ends(found) == ("NETGEN-VPN", "TRUST-CA", "dc", True)
    assert not tunnel_of(found).psk
    assert not found.unread
    assert not found.problems


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (fortios("set peertype any"), ("NETGEN-VPN", "", "", False)),
        (fortios("set peertype one", "set peerid dc"), ("NETGEN-VPN", "", "dc", True)),
        (fortios("set cert-id-validation disable"), ("NETGEN-VPN", "TRUST-CA", "dc", False)),
        (fortios("unset authmethod"), ("", "", "", False)),
        (read("fortinet_fortios", FORTIOS.replace("LINES", "").replace("set cn-match value", "")), ("NETGEN-VPN", "TRUST-CA", "dc", False)),
        (junos("set security ike policy dc certificate trusted-ca use-all", "delete security ike policy dc certificate trusted-ca ca-profile"), ("NETGEN-VPN", "", "dc", True)),
        (junos("set security ike gateway dc general-ikeid"), ("NETGEN-VPN", "TRUST-CA", "dc", False)),
        (junos("delete security ike gateway dc remote-identity"), ("NETGEN-VPN", "TRUST-CA", "", False)),
        (junos("set security ike proposal rsa authentication-method ecdsa-signatures-384"), ("NETGEN-VPN", "TRUST-CA", "dc", True)),
        (junos("delete security ike proposal rsa authentication-method"), ("", "", "dc", False)),
        (panos("set shared certificate-profile P CA OTHER"), ("NETGEN-VPN", "TRUST-CA OTHER", "dc", True)),
        (panos("set network ike gateway dc authentication certificate allow-id-payload-mismatch yes"), ("NETGEN-VPN", "TRUST-CA", "dc", False)),
        (panos("set network ike gateway dc peer-id matching wildcard"), ("NETGEN-VPN", "TRUST-CA", "dc", False)),
        (panos("delete network ike gateway dc peer-id"), ("NETGEN-VPN", "TRUST-CA", "", False)),
        (panos("delete network ike gateway dc authentication"), ("", "", "dc", False)),
    ],
)  # fmt: skip
def test_what_a_line_makes_of_it(found: Observed, expected: tuple[str, str, str, bool]) -> None:
    assert ends(found) == expected


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (fortios("unset authmethod"), "of no use with a pre-shared key"),
        (fortios("unset certificate"), "signatures need a certificate"),
        (fortios("unset peer"), "peer `` is not defined"),
        (fortios("set signature-hash-alg sha1"), "`signature-hash-alg` is weakened"),
        (junos("delete security ike proposal rsa authentication-method"), "its proposals and its certificate do not fit"),
        (junos("delete security ike policy dc certificate"), "its proposals and its certificate do not fit"),
        (junos("set security ike proposal psk encryption-algorithm aes-256-gcm", "set security ike policy dc proposals psk"), "its proposals and its certificate do not fit"),
        (junos("delete security pki"), "CA profile TRUST-CA is not defined"),
        (panos("delete shared certificate-profile"), "profile `P` is not defined"),
        (panos("delete network ike gateway dc authentication certificate local-certificate"), "names no certificate of its own"),
    ],
)  # fmt: skip
def test_contradictions(found: Observed, words: str) -> None:
    assert words in problems(found)


def test_a_key_beside_a_certificate_is_seen() -> None:
    key = "NETGEN_SECRET.env.PSK.END"
    assert tunnel_of(fortios(f"set psksecret {key}")).psk == key
    assert tunnel_of(junos(f"set security ike policy dc pre-shared-key ascii-text {key}")).psk == key
    assert tunnel_of(panos(f"set network ike gateway dc authentication pre-shared-key key {key}")).psk == key


def test_an_address_as_identity_is_said_as_one() -> None:
    found = junos("set security ike gateway dc local-identity inet 198.51.100.42")
    assert tunnel_of(found).local_id == "198.51.100.42"
    assert not found.problems
    assert "is said as hostname" in problems(
        junos("set security ike gateway dc local-identity hostname 198.51.100.42")
    )
    local = "set network ike gateway dc local-id"
    right = panos(f"{local} id 198.51.100.42", f"{local} type ipaddr")
    assert tunnel_of(right).local_id == "198.51.100.42"
    assert not right.problems
    assert "is said as fqdn" in problems(panos(f"{local} id 198.51.100.42", f"{local} type fqdn"))


def test_routes_of_selectors_have_their_preference() -> None:
    selector = "set security ipsec vpn to-dc traffic-selector site"
    ranges = (f"{selector} local-ip 10.1.0.0/16", f"{selector} remote-ip 10.0.0.0/16")
    assert tunnel_of(junos()).distance == 0
    assert tunnel_of(junos(*ranges)).distance == 5
    assert tunnel_of(junos(*ranges, f"{selector} preference 11")).distance == 11
