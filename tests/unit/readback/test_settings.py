"""Facts beside the planned ones: settings, limits, lifetimes, who may poll. A text in, a fact out."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import pytest

from netgen.readback import Observed, arista_eos, aruba_instant, cisco_iosxe, fortinet_fortios

READERS = {
    "arista_eos": arista_eos.read,
    "aruba_instant": aruba_instant.read,
    "cisco_iosxe": cisco_iosxe.read,
    "fortinet_fortios": fortinet_fortios.read,
}


def settings(platform: str, text: str) -> list[tuple[str, str]]:
    """(scope, text) of the settings, the marks of blocks left out."""
    return [(item.scope, item.text) for item in READERS[platform](text).settings if item.text]


@pytest.mark.parametrize(
    ("platform", "text", "expected"),
    [
        ("cisco_iosxe", "login block-for 300 attempts 5 within 300\n", ("", "login block-for 300 attempts 5 within 300")),
        ("cisco_iosxe", "no login on-failure log\n", ("", "no login on-failure log")),
        ("cisco_iosxe", "archive\n log config\n  hidekeys\n", ("archive / log config", "hidekeys")),
        ("cisco_iosxe", "interface Vlan10\n mtu 1400\n", ("interface Vlan10", "mtu 1400")),
        ("cisco_iosxe", "line con 0\n stopbits 1\n", ("line console", "stopbits 1")),
        ("cisco_iosxe", "line vty 0 4\n length 0\n", ("line vty", "length 0")),
        ("cisco_iosxe", "vrf definition a\n route-target import 1:1\n", ("vrf a", "route-target import 1:1")),
        ("cisco_iosxe", "aaa new-model\naaa authorization exec default local\n", ("", "aaa authorization exec default local")),
        ("arista_eos", "management ssh\n   cipher 3des-cbc\n", ("management ssh", "cipher 3des-cbc")),
        ("arista_eos", "management security\n   ssl profile A\n      tls versions 1.2\n", ("management security / ssl profile A", "tls versions 1.2")),
        ("arista_eos", "interface Ethernet1\n   mtu 1400\n", ("interface Ethernet1", "mtu 1400")),
        ("arista_eos", "no aaa authentication policy on-failure log\n", ("", "no aaa authentication policy on-failure log")),
        ("fortinet_fortios", "config system global\nset admin-lockout-duration 60\nend\n", ("system global", "admin-lockout-duration 60")),
        ("fortinet_fortios", 'config router static\nedit 1\nset device "a"\nset weight 3\nnext\nend\n', ("router static 1", "weight 3")),
        ("fortinet_fortios", 'config firewall shaping-policy\nedit 1\nset srcaddr "all"\nnext\nend\n', ("firewall shaping-policy", "edit 1")),
        ("aruba_instant", "no allow-new-aps\n", ("", "no allow-new-aps")),
        ("aruba_instant", "wlan ssid-profile g\n dot11k\n", ("wlan ssid-profile g", "dot11k")),
        ("aruba_instant", "ids\n wireless-containment none\n", ("ids", "wireless-containment none")),
    ],
)  # fmt: skip
def test_a_line_without_a_fact_of_its_own_is_a_setting(
    platform: str, text: str, expected: tuple[str, str]
) -> None:
    assert expected in settings(platform, text)


@pytest.mark.parametrize(
    ("platform", "text"),
    [
        ("cisco_iosxe", "version 17.12\nalias exec s show\nsnmp-server location x\n! words\nend\n"),
        ("arista_eos", "alias s show\nsnmp-server location x\n"),
        ("fortinet_fortios", 'config system global\nset gui-theme blue\nset alias "x"\nend\n'),
        ("aruba_instant", 'syslocation "x"\nversion 8.10.0.0-8.10.0\n'),
    ],
)
def test_words_for_people_are_no_setting(platform: str, text: str) -> None:
    assert settings(platform, text) == []


def test_every_block_of_a_repeated_scope_is_marked() -> None:
    text = "config firewall DoS-policy\n" + "".join(
        f'edit {number}\nset interface "wan{number}"\nset srcaddr "all"\nset dstaddr "all"\nset service "ALL"\n'
        'config anomaly\nedit "tcp_syn_flood"\nset status enable\nnext\nend\nnext\n'
        for number in (1, 2)
    )
    marks = [item for item in fortinet_fortios.read(text + "end\n").settings if not item.text]
    assert [item.scope for item in marks].count("firewall DoS-policy/anomaly tcp_syn_flood") == 2


@pytest.mark.parametrize(
    ("platform", "text", "seconds"),
    [
        ("cisco_iosxe", "", 600),
        (
            "cisco_iosxe",
            "line vty 0 15\n transport input ssh\n exec-timeout 5 30\nline con 0\n exec-timeout 3 0\n",
            330,
        ),
        ("cisco_iosxe", "line con 0\n exec-timeout 0 0\n", 0),
        ("cisco_iosxe", "line con 0\n no exec-timeout\n", 0),
        ("arista_eos", "", 0),
        ("arista_eos", "management ssh\n   idle-timeout 5\nmanagement console\n   idle-timeout 10\n", 600),
        ("arista_eos", "management ssh\n   idle-timeout 5\n", 0),
        ("fortinet_fortios", "", 300),
        ("fortinet_fortios", "config system global\nset admintimeout 480\nend\n", 28800),
        ("aruba_instant", "loginsession timeout 60\n", 3600),
    ],
)
def test_how_long_a_silent_session_lives(platform: str, text: str, seconds: int) -> None:
    assert READERS[platform](text).management.idle_s == seconds


def _port(text: str) -> Observed:
    return cisco_iosxe.read(f"interface GigabitEthernet1/0/1\n{text}")


def test_a_switch_port_speaks_dtp_until_it_is_told_not_to() -> None:
    assert _port(" switchport mode access\n").ports[0].negotiates
    assert not _port(" switchport mode access\n switchport nonegotiate\n").ports[0].negotiates
    assert _port(" switchport nonegotiate\n no switchport nonegotiate\n").ports[0].negotiates
    assert not arista_eos.read("interface Ethernet1\n   switchport mode access\n").ports[0].negotiates


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        (" storm-control broadcast level 1.00\n", (("broadcast", 1.0),)),
        (" storm-control multicast level 5\n storm-control broadcast level 2.5 1.5\n", (("broadcast", 2.5), ("multicast", 5.0))),
        (" storm-control broadcast level pps 1k\n", (("broadcast", -1.0),)),
        (" storm-control broadcast level 1.00\n no storm-control broadcast level\n", ()),
    ],
)  # fmt: skip
def test_storm_limits(text: str, limits: tuple[tuple[str, float], ...]) -> None:
    assert _port(text).ports[0].storm_limits == limits


def test_an_svi_answers_arp_for_others_until_it_is_told_not_to() -> None:
    body = "interface Vlan10\n ip address 10.0.0.1 255.255.255.0\n"
    (open_,) = cisco_iosxe.read(body).svis
    (closed,) = cisco_iosxe.read(f"{body} no ip proxy-arp\n no ip redirects\n").svis
    assert (open_.proxy_arp, open_.redirects) == (True, True)
    assert (closed.proxy_arp, closed.redirects) == (False, False)


def test_the_mst_region() -> None:
    text = "spanning-tree mst configuration\n name oak\n revision 2\n instance 1 vlan 10\n"
    for platform in ("cisco_iosxe", "arista_eos"):
        assert READERS[platform](text).stp_region == ("instance 1 vlan 10", "name oak", "revision 2")
        assert READERS[platform](f"{text}no spanning-tree mst configuration\n").stp_region == ()


@pytest.mark.parametrize(
    ("platform", "text", "lease", "domain"),
    [
        ("cisco_iosxe", "ip dhcp pool a\n network 10.0.0.0 255.255.255.0\n lease 0 8 30\n domain-name x.example\n", 30600, "x.example"),
        ("cisco_iosxe", "ip dhcp pool a\n network 10.0.0.0 255.255.255.0\n", 86400, ""),
        ("cisco_iosxe", "ip dhcp pool a\n network 10.0.0.0 255.255.255.0\n lease infinite\n", 0, ""),
        ("arista_eos", "dhcp server\n   dns domain name ipv4 x.example\n   subnet 10.0.0.0/24\n      lease time 1 days 0 hours 5 minutes\n", 86700, "x.example"),
        ("fortinet_fortios", "config system dhcp server\nedit 1\nset netmask 255.255.255.0\nset default-gateway 10.0.0.1\nnext\nend\n", 604800, ""),
    ],
)  # fmt: skip
def test_the_terms_of_a_lease(platform: str, text: str, lease: int, domain: str) -> None:
    (pool,) = READERS[platform](text).pools
    assert (pool.lease_s, pool.domain) == (lease, domain)


def test_who_may_poll_a_switch() -> None:
    acl = "ip access-list standard P\n 10 permit 10.0.8.31\n"
    group = "snmp-server group G v3 priv read V"
    limited = cisco_iosxe.read(f"{acl}{group} access P\n").management
    assert (limited.snmp_managers, limited.snmp_writes) == (("10.0.8.31/32",), False)
    assert cisco_iosxe.read(f"{acl}{group} access P\n{group}\n").management.snmp_managers == ()
    assert cisco_iosxe.read(f"{acl}{group} write V access P\n").management.snmp_writes
    eos = "ip access-list standard P\n   10 permit host 10.0.8.31\n"
    assert arista_eos.read(f"{eos}snmp-server ipv4 access-list P\n").management.snmp_managers == (
        "10.0.8.31/32",
    )
    assert arista_eos.read(eos).management.snmp_managers == ()


def test_algorithms_of_polling() -> None:
    eos = arista_eos.read("snmp-server user u G v3 auth sha AAAA priv aes BBBB\n").management
    assert eos.snmp_algorithms == (("u", "sha", "aes"),)
    fortios = fortinet_fortios.read(
        'config system snmp user\nedit "u"\nset auth-proto sha256\nnext\nend\n'
    ).management
    assert fortios.snmp_algorithms == (("u", "sha256", "aes"),)


@pytest.mark.parametrize(
    ("platform", "text", "port"),
    [
        ("cisco_iosxe", "logging host 10.0.0.1\n", 514),
        ("cisco_iosxe", "logging host 10.0.0.1 transport tls\n", 6514),
        ("cisco_iosxe", "logging host 10.0.0.1 transport tcp port 1514\n", 1514),
        ("arista_eos", "logging host 10.0.0.1 6514 protocol tls\n", 6514),
        ("arista_eos", "logging host 10.0.0.1\n", 514),
        ("fortinet_fortios", 'config log syslogd setting\nset status enable\nset server "a"\nset port 6514\nend\n', 6514),
    ],
)  # fmt: skip
def test_the_port_of_a_log_server(platform: str, text: str, port: int) -> None:
    assert READERS[platform](text).management.syslog_ports == (port,)


@pytest.mark.parametrize(
    ("platform", "text", "words"),
    [
        ("cisco_iosxe", "logging host 10.0.0.1 transport tls profile X\n", "TLS profile X is not defined"),
        ("arista_eos", "logging host 10.0.0.1 6514 protocol tls ssl-profile X\n", "TLS profile X is not defined"),
        ("cisco_iosxe", "aaa new-model\nradius server a\n address ipv4 10.0.0.1 auth-port 1812 acct-port 1813\naaa group server radius G\n server name b\n", "AAA server a is in no group"),
        ("cisco_iosxe", "radius server a\n address ipv4 10.0.0.1 auth-port 1645 acct-port 1646\n", "asked on other ports"),
        ("arista_eos", "radius-server host 10.0.0.1 key 0 x\naaa group server radius G\n   server 10.0.0.2\n", "is in no group"),
        ("cisco_iosxe", "ip access-list standard A\n 10 permit 10.0.0.0 0.0.0.255\nline vty 0 4\n access-class A in\n", "vty 5 to 15"),
        ("fortinet_fortios", "config firewall local-in-policy\nedit 1\nset action accept\nnext\nend\n", "has no intf"),
    ],
)  # fmt: skip
def test_a_contradiction_is_a_problem(platform: str, text: str, words: str) -> None:
    assert words in "; ".join(item.text for item in READERS[platform](text).problems)


def test_rights_of_local_users() -> None:
    ios = cisco_iosxe.read("username a privilege 15 secret 9 x\nusername b secret 9 x\n").management
    assert ios.roles == (("a", "15"), ("b", "1"))
    eos = arista_eos.read("no username admin\nusername a role network-admin secret sha512 x\n").management
    assert eos.roles == (("a", "network-admin"),)


def test_an_api_needs_its_own_switch() -> None:
    inner = "   vrf default\n      no shutdown\n"
    assert arista_eos.read(f"management api http-commands\n   no shutdown\n{inner}").management.https
    assert not arista_eos.read(f"management api http-commands\n{inner}").management.https


def test_a_remote_account_knows_its_servers_in_their_order() -> None:
    found = fortinet_fortios.read(
        'config user radius\nedit "a"\nset server "10.0.0.1"\nnext\nedit "b"\nset server "10.0.0.2"\nnext\nend\n'
        'config user group\nedit "g"\nset member "b" "a"\nnext\nend\n'
        'config system admin\nedit "r"\nset remote-auth enable\nset accprofile "p"\nset remote-group "g"\n'
        "set trusthost1 10.0.9.0 255.255.255.0\nnext\nend\n"
    ).management
    assert found.remote_admins == (("r", "p", ("10.0.0.2", "10.0.0.1")),)
    assert found.account_sources == (("r", ("10.0.9.0/24",)),)


def test_a_tunnel_says_how_it_lives() -> None:
    text = (
        'config vpn ipsec phase1-interface\nedit "t"\nset remote-gw 192.0.2.1\n{}next\nend\n'
        'config vpn ipsec phase2-interface\nedit "t"\nset phase1name "t"\n{}next\nend\n'
    )
    (quiet,) = fortinet_fortios.read(text.format("", "")).tunnels
    assert (quiet.dpd_idle, quiet.adds_routes, quiet.initiates) == (False, True, False)
    lively = text.format("set dpd on-idle\nset add-route disable\n", "set auto-negotiate enable\n")
    (item,) = fortinet_fortios.read(lively).tunnels
    assert (item.dpd_idle, item.adds_routes, item.initiates) == (True, False, True)


def test_a_circuit_and_a_tunnel_interface() -> None:
    wan, tunnel = fortinet_fortios.read(
        'config vpn ipsec phase1-interface\nedit "t"\nset remote-gw 192.0.2.1\nset interface "wan1"\nnext\nend\n'
        'config system interface\nedit "wan1"\nset mode dhcp\nset distance 20\nnext\n'
        'edit "t"\nset ip 10.255.0.1 255.255.255.255\nset remote-ip 10.255.0.2 255.255.255.255\nnext\nend\n'
    ).interfaces
    assert (wan.distance, wan.takes_dns) == (20, True)
    assert tunnel.remote == "10.255.0.2"


def test_a_byte_order_mark_changes_nothing() -> None:
    for read in (arista_eos.read, cisco_iosxe.read):
        assert read("\ufeffhostname a\n") == read("hostname a\n")
