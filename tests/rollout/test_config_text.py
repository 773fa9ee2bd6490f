# ruff: noqa: E501 - a case is a row
"""Texts that mean the same compare equal; texts that do not, never."""

from __future__ import annotations

import pytest

from netgen.platforms.arista_eos.change import CHANGE as EOS
from netgen.platforms.cisco_iosxe.change import CHANGE as IOS
from netgen.platforms.fortinet_fortios.change import CHANGE as FORTIOS
from netgen.platforms.juniper_junos.change import CHANGE as JUNOS
from netgen.rollout.compare import compute_change, config_hash, text_to_send
from netgen.rollout.config_text import mask_line, with_carried, with_delimiters, with_exits

SAME = {
    "header and separators": (EOS, "! Command: show run\n!\nhostname a\nend\n", "hostname a\n"),
    "order of sections": (EOS, "vlan 10\n   name A\nvlan 20\n   name B\n", "vlan 20\n   name B\nvlan 10\n   name A\n"),
    "hashed secret": (EOS, "username a secret sha512 $6$xyz$abcd\n", "username a secret NETGEN_SECRET.env.A.END\n"),
    "type 7 key": (EOS, "radius-server host 1.1.1.1 key 7 0822455D\n", "radius-server host 1.1.1.1 key NETGEN_SECRET.env.A.END\n"),
    "typed key": (EOS, "radius-server host 1.1.1.1 timeout 4 key 7 0822455D\n", "radius-server host 1.1.1.1 timeout 4 key 0 NETGEN_SECRET.env.A.END\n"),
    "snmp engine": (EOS, "snmp-server user u g v3 localized f5717f02 auth sha aabbcc priv aes ddeeff\n", "snmp-server user u g v3 auth sha NETGEN_SECRET.env.A.END priv aes NETGEN_SECRET.env.B.END\n"),
    "explicit exit": (EOS, "router bgp 1\n   router-id 1.1.1.1\n", "router bgp 1\n   router-id 1.1.1.1\n   exit\n"),
    "ios header": (IOS, "Building configuration...\n\nCurrent configuration : 10 bytes\n! Last\nversion 17.12\nhostname a\nend\n", "hostname a\n"),
    "driver's own line": (IOS, "hostname a\nfile prompt quiet\n", "hostname a\n"),
    "ios certificate": (IOS, "hostname a\ncrypto pki certificate chain TP-self-signed-1\n certificate self-signed 01\n  3082\n  \tquit\n", "hostname a\n"),
    "ios owns it": (IOS, "hostname a\nlicense boot level network-advantage\nredundancy\n mode sso\ncontrol-plane\n service-policy input system-cpp-policy\n", "hostname a\n"),
    "fortios salt": (FORTIOS, "config x\nset psksecret ENC aaa\nend\n", "#conf_file_ver=1\nconfig x\nset psksecret ENC bbb\nend\n"),
    "fortios uuid": (FORTIOS, "config x\nedit 1\nset uuid 1\nnext\nend\n", "config x\nedit 1\nset uuid 2\nnext\nend\n"),
}  # fmt: skip
DIFFERENT = {
    "another snmp user": (EOS, "snmp-server user u g v3 localized f5717f02 auth sha aabbcc\n", "snmp-server user w g v3 auth sha aabbcc\n"),
    "own policy-map": (IOS, "policy-map PM-IN\n class A\n", "hostname a\n"),
    "stack member": (IOS, "switch 2 provision c9300-48u\n", "hostname a\n"),
    "version in a block": (IOS, "router rip\n version 2\n", "router rip\n"),
    "address": (EOS, "interface Vlan10\n   ip address 10.0.0.1/24\n", "interface Vlan10\n   ip address 10.0.0.1/25\n"),
    "line in another block": (EOS, "vlan 10\n   name A\nvlan 20\n", "vlan 10\nvlan 20\n   name A\n"),
    "nesting": (EOS, "router bgp 1\n   vlan 20\n", "router bgp 1\nvlan 20\n"),
    "secret appears": (EOS, "username a\n", "username a secret abcdefg\n"),
    "order in an unnumbered acl": (IOS, "ip access-list extended A\n deny ip any any\n permit ip any any\n", "ip access-list extended A\n permit ip any any\n deny ip any any\n"),
    "banner text": (EOS, "banner login\nHello\nEOF\n", "banner login\nGoodbye\nEOF\n"),
    "terms of a route policy": (
        JUNOS,
        ("policy-options {\n    policy-statement bgp-out {\n        term own {\n            then accept;\n        }\n"
         "        term anything-else {\n            then reject;\n        }\n    }\n}\n"),
        ("policy-options {\n    policy-statement bgp-out {\n        term anything-else {\n            then reject;\n        }\n"
         "        term own {\n            then accept;\n        }\n    }\n}\n"),
    ),
    "policy order": (FORTIOS, "config firewall policy\nedit 1\nnext\nedit 2\nnext\nend\n", "config firewall policy\nedit 2\nnext\nedit 1\nnext\nend\n"),
    "secret gone": (FORTIOS, "config x\nset psksecret ENC a\nend\n", "config x\nset y 1\nend\n"),
}  # fmt: skip


@pytest.mark.parametrize(("rules", "one", "two"), SAME.values(), ids=SAME)
def test_equal(rules, one, two):
    assert config_hash(one, rules) == config_hash(two, rules)


@pytest.mark.parametrize(("rules", "one", "two"), DIFFERENT.values(), ids=DIFFERENT)
def test_different(rules, one, two):
    assert config_hash(one, rules) != config_hash(two, rules)


@pytest.mark.parametrize(
    ("rules", "line"),
    [
        (EOS, "username a privilege 15 secret sha512 VALUE-1"),
        (EOS, "snmp-server user u g v3 auth sha VALUE-1 priv aes VALUE-1"),
        (EOS, "+   neighbor 10.0.0.1 password 7 VALUE-1"),
        (EOS, "snmp-server community VALUE-1 ro"),
        (IOS, " key 7 VALUE-1"),
        (IOS, "enable secret 9 VALUE-1"),
        (IOS, " client 10.1.1.10 server-key 7 VALUE-1"),
        (FORTIOS, "        set psksecret VALUE-1"),
        (FORTIOS, '    set passphrase "VALUE-1 with space"'),
        (FORTIOS, "    set anything ENC VALUE-1"),
    ],
)
def test_a_shown_line_hides_its_secret(rules, line):
    assert "VALUE-1" not in mask_line(line, rules)


def test_the_end_of_a_block_is_said_where_the_indent_gets_lost():
    text = "router bgp 1\n   address-family ipv4\n      network 10.0.0.0/8\nvlan 20\n   name A\nhostname x\n"
    lines = [line.strip() for line in with_exits(text, EOS).splitlines()]
    assert lines == [
        "router bgp 1", "address-family ipv4", "network 10.0.0.0/8", "exit", "exit", "vlan 20", "name A", "exit", "hostname x",
    ]  # fmt: skip


def test_free_text_is_neither_cut_nor_closed():
    text = "banner motd\n   Keep out\n ! really\nEOF\nhostname x\n"
    assert with_exits(text, EOS) == text


CERTIFICATE = (
    "crypto pki certificate chain TP-self-signed-1\n certificate self-signed 01\n  30820330\n  \tquit\n"
)
RUNNING = (
    "Building configuration...\n!\nversion 17.12\nhostname old\nlicense udi pid C9300-48U sn A1\n!\n"
    "class-map match-any system-cpp-police-data\n!\npolicy-map system-cpp-policy\n!\n"
    + CERTIFICATE
    + "interface GigabitEthernet1/0/1\n description x\n!\ninterface TenGigabitEthernet1/1/1\n shutdown\n!\n"
    "interface AppGigabitEthernet1/0/1\n!\ninterface Vlan20\n!\ninterface Loopback0\n!\n"
    "interface GigabitEthernet1/0/2\n!\n"
    "control-plane\n service-policy input system-cpp-policy\nend\n"
)


def test_what_the_device_owns_goes_into_the_text_that_replaces_its_configuration():
    intended = "hostname new\ninterface GigabitEthernet1/0/1\n description y\nend\n"
    assert with_carried(intended, RUNNING, IOS) == (
        "version 17.12\nlicense udi pid C9300-48U sn A1\nclass-map match-any system-cpp-police-data\n"
        "policy-map system-cpp-policy\n"
        + CERTIFICATE
        + "interface TenGigabitEthernet1/1/1\n shutdown\ninterface AppGigabitEthernet1/0/1\n"
        "control-plane\n service-policy input system-cpp-policy\n" + intended
    )


def test_what_a_backup_says_of_the_device_gives_way_to_the_device():
    sent = with_carried("version 17.9\nhostname new\n", RUNNING, IOS)
    assert sent.count("version 17") == 1
    assert "version 17.12\n" in sent


def test_a_port_that_is_intended_is_not_carried_over():
    sent = with_carried("interface TenGigabitEthernet1/1/1\n switchport mode trunk\n", RUNNING, IOS)
    assert sent.count("interface TenGigabitEthernet1/1/1\n") == 1
    assert "shutdown" not in sent


def test_module_ports_that_nobody_spoke_of_are_no_difference_but_a_note():
    intended = "hostname old\ninterface GigabitEthernet1/0/1\n description x\n"
    change = compute_change(RUNNING, intended, IOS)
    assert "TenGigabitEthernet" not in change.change
    assert "-interface Vlan20" in change.change
    assert "-interface Loopback0" in change.change
    assert "-interface GigabitEthernet1/0/2" in change.change
    (note,) = change.notes
    assert note.endswith("interface TenGigabitEthernet1/1/1")


def test_a_platform_that_owns_no_lines_sends_what_was_intended():
    assert with_carried("hostname a\n!\n", "hostname b\nversion 1\n", EOS) == "hostname a\n!\n"


@pytest.mark.parametrize(
    ("printed", "sent"),
    [
        ("banner login ^C\nKeep\n! out ^D\n^C\n", "banner login \x03\nKeep\n! out ^D\n\x03\n"),
        ("banner motd ^CKeep out\nnow^C\n", "banner motd \x03Keep out\nnow\x03\n"),
        ("banner exec ^CKeep out^C\n", "banner exec \x03Keep out\x03\n"),
        ("hostname a\nbanner login ^C\nx\n^C\nend\n", "hostname a\nbanner login \x03\nx\n\x03\nend\n"),
        ("interface Gi1/0/1\n description ^C\n", "interface Gi1/0/1\n description ^C\n"),
    ],
)
def test_the_delimiter_of_a_banner_is_sent_as_the_character_that_it_stands_for(printed, sent):
    assert with_delimiters(printed, IOS) == sent
    assert text_to_send("", printed, IOS) == sent


def test_a_banner_of_eos_needs_no_other_delimiter():
    text = "banner login\n^C\nEOF\n"
    assert with_delimiters(text, EOS) == text
