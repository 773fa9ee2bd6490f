"""Doors for people from elsewhere, on two kinds of firewall: lines in, facts out."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from netgen.readback import Observed, ObservedRemote, read

FORTIOS = """
config system global
    set remoteauthtimeout 60
end
config system interface
    edit "port1"
        set ip 192.0.2.2 255.255.255.248
    next
end
config user radius
    edit "nps"
        set server "10.0.8.20"
        set secondary-server "10.0.8.21"
    next
end
config user group
    edit "vpn-staff"
        set member "nps"
        config match
            edit 1
                set server-name "nps"
                set group-name "staff"
            next
        end
    next
end
config firewall address
    edit "trust"
        set subnet 10.0.0.0 255.0.0.0
    next
end
config vpn ipsec phase1-interface
    edit "people"
        set type dynamic
        set interface "port1"
        set ike-version 2
        set keylife 36000
        set authmethod signature
        set peertype any
        set mode-cfg enable
        set ipv4-dns-server1 10.0.8.10
        set proposal aes256gcm-prfsha384
        set localid "remote.trust.example"
        set dpd on-idle
        set dhgrp 20
        set eap enable
        set eap-identity send-request
        set authusrgrp "vpn-staff"
        set idle-timeout enable
        set idle-timeoutinterval 30
        set reauth enable
        set network-overlay enable
        set network-id 7
        set certificate "remote"
        set ipv4-start-ip 10.0.57.1
        set ipv4-end-ip 10.0.57.254
        set domain "trust.example"
        LINES
    next
end
config vpn ipsec phase2-interface
    edit "people"
        set phase1name "people"
        set proposal aes256gcm
        set dhgrp 20
    next
end
"""
IKE = ObservedRemote(
    name="people", kind="ikev2", interface="people", wan="port1", line=33, name_shown="remote.trust.example",
    certificate="remote", number=7, servers=("10.0.8.20", "10.0.8.21"), groups=("staff",), answer_s=60,
    pools=("10.0.57.1-10.0.57.254",), dns=("10.0.8.10",), domains=("trust.example",),
    phase1=("aes256gcm-prfsha384",), phase2=("aes256gcm",), dh_groups=("20",), pfs_groups=("20",),
    idle_s=1800, session_s=36000,
)  # fmt: skip

GATEWAY, PORTAL = "set global-protect global-protect-gateway g", "set global-protect global-protect-portal p"
CONFIG = f"{GATEWAY} remote-user-tunnel-configs c"
PANOS = f"""
set shared server-profile radius nps timeout 60
set shared server-profile radius nps server a ip-address 10.0.8.20
set shared authentication-profile staff method radius server-profile nps
set shared authentication-profile staff method radius checkgroup yes
set shared authentication-profile staff allow-list staff
set shared ssl-tls-service-profile tls certificate remote
set shared ssl-tls-service-profile tls protocol-settings min-version tls1-2
set network interface ethernet ethernet1/1 layer3 ip 192.0.2.2/29
set network interface tunnel units tunnel.7 comment people
set network virtual-router default interface [ ethernet1/1 tunnel.7 ]
set zone internet network layer3 ethernet1/1
set zone people network layer3 tunnel.7
set network ike crypto-profiles global-protect-app-crypto-profiles default encryption aes-256-gcm
set network ike crypto-profiles global-protect-app-crypto-profiles default authentication sha1
set network tunnel global-protect-gateway g-N tunnel-interface tunnel.7
set network tunnel global-protect-gateway g-N local-address interface ethernet1/1
set network tunnel global-protect-gateway g-N local-address ip ipv4 192.0.2.2/29
{PORTAL} portal-config local-address interface ethernet1/1
{PORTAL} portal-config local-address ip ipv4 192.0.2.2/29
{PORTAL} portal-config ssl-tls-service-profile tls
{PORTAL} portal-config client-auth a authentication-profile staff
{PORTAL} client-config configs c gateways external list g fqdn remote.trust.example
{GATEWAY} local-address interface ethernet1/1
{GATEWAY} local-address ip ipv4 192.0.2.2/29
{GATEWAY} ssl-tls-service-profile tls
{GATEWAY} client-auth a authentication-profile staff
{GATEWAY} tunnel-mode yes
{GATEWAY} remote-user-tunnel tunnel.7
{CONFIG} ip-pool 10.0.57.1-10.0.57.254
{CONFIG} dns-server 10.0.8.10
{CONFIG} dns-suffix trust.example
{CONFIG} split-tunneling access-route 0.0.0.0/0
{CONFIG} no-direct-access-to-local-network yes
{GATEWAY} roles default login-lifetime hours 10
{GATEWAY} roles default inactivity-logout 30
"""
APP = ObservedRemote(
    name="g", kind="globalprotect", interface="tunnel.7", wan="ethernet1/1", line=27, address="192.0.2.2",
    name_shown="remote.trust.example", certificate="remote", servers=("10.0.8.20",), groups=("staff",), answer_s=60,
    pools=("10.0.57.1-10.0.57.254",), dns=("10.0.8.10",), domains=("trust.example",), phase1=("tls1-2",),
    phase2=("aes-256-gcm",), idle_s=1800, session_s=36000,
)  # fmt: skip


def fortios(line: str = "", old: str = "", new: str = "") -> Observed:
    text = FORTIOS.replace("LINES", line)
    assert old in text
    return read("fortinet_fortios", text.replace(old, new) if old else text)


def panos(line: str = "", old: str = "", new: str = "") -> Observed:
    assert old in PANOS
    return read("paloalto_panos", (PANOS.replace(old, new) if old else PANOS) + line)


def facts(seen: Observed) -> dict[str, Any]:
    """Everything of the one door but where it stands."""
    (door,) = seen.remotes
    return {**msgspec.structs.asdict(door), "line": 0}


@pytest.mark.parametrize(("seen", "door"), [(fortios(), IKE), (panos(), APP)], ids=["fortios", "panos"])
def test_a_door_is_read_whole_and_is_no_tunnel_of_a_site(seen: Observed, door: ObservedRemote) -> None:
    assert facts(seen) == {**msgspec.structs.asdict(door), "line": 0}
    assert seen.tunnels == ()
    assert not seen.unread
    assert not seen.problems


def test_a_text_without_people_has_no_door() -> None:
    assert read("fortinet_fortios", FORTIOS[: FORTIOS.index("config vpn ipsec phase1")]).remotes == ()
    assert (
        read("paloalto_panos", PANOS[: PANOS.index(PORTAL)].replace("tunnel global-protect", "x y")).remotes
        == ()
    )


def test_a_wait_for_radius_means_nothing_where_nobody_comes_in() -> None:
    text = "config system global\n    set remoteauthtimeout 60\nend\n"
    assert [item.text for item in read("fortinet_fortios", text).unread] == ["set remoteauthtimeout 60"]


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("set reauth enable", "", {"session_s": 0}),
        ("set keylife 36000", "", {"session_s": 86400}),
        ("set idle-timeout enable", "", {"idle_s": 0}),
        ("set idle-timeoutinterval 30", "", {"idle_s": 900}),
        ("set remoteauthtimeout 60", "", {"answer_s": 5}),
        ("set eap enable", "", {"others": ("computers without a user (no EAP)",)}),
        ('set group-name "staff"', "", {"groups": (), "others": ("everybody whom nps knows",)}),
        ('set member "nps"', 'set member "nps" "jo"', {"others": ("the local user or server jo",)}),
        ("set ike-version 2", "", {"kind": "ikev1"}),
        ("set authmethod signature", "", {"certificate": "", "shared_key": True}),
        ("set mode-cfg enable", "", {"pools": ()}),
        ("set network-overlay enable", "", {"number": 0}),
        ("set dpd on-idle", "", {"dpd": False}),
        ('set domain "trust.example"', 'set ipv4-split-include "trust"', {"domains": (), "routes": ("10.0.0.0/8",)}),
        ('set domain "trust.example"', "set add-route disable", {"domains": (), "routed": False}),
        ("set ipv4-dns-server1 10.0.8.10", "set dns-mode auto", {"dns": ("those of the firewall itself",)}),
    ],
)  # fmt: skip
def test_a_line_of_fortios_changes_its_fact(old: str, new: str, changed: dict[str, Any]) -> None:
    assert facts(fortios(old=old, new=new)) == {**facts(fortios()), **changed}


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        (f"{GATEWAY} roles default login-lifetime hours 10\n", "", {"session_s": 30 * 86400}),
        (f"{GATEWAY} roles default inactivity-logout 30\n", "", {"idle_s": 3 * 3600}),
        (" login-lifetime hours 10", " login-lifetime minutes 45", {"session_s": 45 * 60}),
        ("nps timeout 60", "nps retries 2", {"answer_s": 3}),
        ("checkgroup yes", "checkgroup no", {"others": ("everybody whom the servers of staff know",)}),
        ("protocol-settings min-version tls1-2", "protocol-settings max-version max", {"phase1": ("tls1-0",)}),
        ("encryption aes-256-gcm", "encryption aes-128-cbc", {"phase2": ("aes-128-cbc sha1",)}),
        ("access-route 0.0.0.0/0", "access-route 10.0.0.0/8", {"routes": ("10.0.0.0/8",)}),
        ("no-direct-access-to-local-network yes", "retrieve-framed-ip-address no", {"reaches_home": True}),
    ],
)  # fmt: skip
def test_a_line_of_panos_changes_its_fact(old: str, new: str, changed: dict[str, Any]) -> None:
    assert facts(panos(old=old, new=new)) == {**facts(panos()), **changed}


def test_a_portal_without_a_gateway_is_a_door_of_its_own() -> None:
    place = f"{PORTAL} portal-config local-address ip ipv4 192.0.2."
    seen = panos(old=f"{place}2/29", new=f"{place}3/29")
    assert [(door.kind, door.address) for door in seen.remotes] == [
        ("globalprotect", "192.0.2.2"),
        ("portal", "192.0.2.3"),
    ]


def test_a_gateway_with_two_configurations_is_two_doors() -> None:
    seen = panos(f"{CONFIG}2 ip-pool 10.0.58.0/24\n")
    assert [door.pools for door in seen.remotes] == [("10.0.57.1-10.0.57.254",), ("10.0.58.0/24",)]


@pytest.mark.parametrize(
    "line",
    [
        f"{CONFIG} authentication-override accept-cookie cookie-lifetime lifetime-in-days 30",
        f"{GATEWAY} client-auth a user-credential-or-client-cert-required yes",
        f"{PORTAL} clientless-vpn hostname remote.trust.example",
        "set network tunnel global-protect-gateway g-N ipsec third-party-client enable yes",
        "set shared local-user-database user jo phash x",
    ],
)
def test_what_opens_another_way_in_is_never_silent(line: str) -> None:
    assert panos(f"{line}\n").unread


@pytest.mark.parametrize(
    "line",
    [
        "set save-password enable",
        'set eap-exclude-peergrp "kiosks"',
        "set eap-cert-auth enable",
        'set usrgrp "x"',
    ],
)
def test_what_weakens_a_login_of_fortios_is_never_silent(line: str) -> None:
    assert fortios(line).unread


def test_an_ssl_vpn_is_never_silent() -> None:
    place = "config vpn ipsec phase2-interface"
    assert fortios(old=place, new=f"config vpn ssl settings\n    set port 10443\nend\n{place}").unread
