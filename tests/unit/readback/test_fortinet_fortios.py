"""The FortiOS reader: text as a firewall prints it, or as a person edited it, to facts."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgen.readback.facts import Observed, ObservedForward, ObservedPolicy, ObservedRoute
from netgen.readback.fortinet_fortios import read

SCHOOL = r"""#config-version=FGT91G-7.4.7-FW-build2731-250120:opmode=1:vdom=0:user=admin
config system global
    set hostname "OAK-FW1"
    set admintimeout 10
    set admin-telnet disable
    set strong-crypto enable
    set pre-login-banner enable
    set timezone "Europe/London"
end
config system interface
    edit "wan1"
        set vdom "root"
        set ip 198.51.100.2 255.255.255.252
        set allowaccess ping
        set type physical
        set role wan
    next
    edit "wan2"
        set vdom "root"
        set mode dhcp
        set status down
        set type physical
    next
    edit "agg1"
        set vdom "root"
        set type aggregate
        set member "port5" "port6"
        set lacp-mode active
    next
    edit "V110-Staff"
        set vdom "root"
        set ip 10.20.10.1 255.255.255.0
        set allowaccess ping
        set interface "agg1"
        set vlanid 110
    next
    edit "V120-Pupil"
        set vdom "root"
        set ip 10.20.20.1/24
        set interface "agg1"
        set vlanid 120
    next
    edit "V199-Mgmt"
        set vdom "root"
        set ip 10.20.99.1 255.255.255.0
        set allowaccess ping https ssh snmp
        set interface "agg1"
        set vlanid 199
    next
    edit "HUB-A"
        set vdom "root"
        set ip 10.254.1.20 255.255.255.255
        set type tunnel
        set remote-ip 10.254.1.1 255.255.255.0
        set interface "wan1"
    next
end
config system zone
    edit "STAFF"
        set interface "V110-Staff"
    next
    edit "PUPIL"
        set intrazone deny
        set interface "V120-Pupil"
    next
end
config system dhcp server
    edit 110
        set default-gateway 10.20.10.1
        set netmask 255.255.255.0
        set interface "V110-Staff"
        config ip-range
            edit 1
                set start-ip 10.20.10.50
                set end-ip 10.20.10.250
            next
        end
        config exclude-range
            edit 1
                set start-ip 10.20.10.50
                set end-ip 10.20.10.59
            next
        end
        set dns-server1 10.20.1.10
        set dns-server2 10.20.1.11
    next
end
config system dns
    set primary 10.20.1.10
    set secondary 10.20.1.11
end
config system ntp
    set ntpsync enable
    set type custom
    config ntpserver
        edit 1
            set server "10.20.1.5"
        next
    end
end
config system snmp user
    edit "nms"
        set security-level auth-priv
        set auth-proto sha256
        set auth-pwd "NETGEN_SECRET.env.SNMP_AUTH.END"
        set priv-proto aes256
        set priv-pwd "NETGEN_SECRET.env.SNMP_PRIV.END"
    next
end
config log syslogd setting
    set status enable
    set server "10.1.5.10"
    set mode reliable
    set enc-algorithm high
end
config log setting
    set fwpolicy-implicit-log enable
end
config system admin
    edit "trust-net"
        set trusthost1 10.1.0.0 255.255.0.0
        set trusthost2 10.20.99.0 255.255.255.0
        set accprofile "super_admin"
        set vdom "root"
        set password "NETGEN_SECRET.env.ADMIN.END"
    next
end
config firewall address
    edit "NET-STAFF"
        set subnet 10.20.10.0 255.255.255.0
    next
    edit "NET-PUPIL"
        set subnet 10.20.20.0 255.255.255.0
    next
    edit "R-PRINT"
        set type iprange
        set start-ip 10.20.40.10
        set end-ip 10.20.40.12
    next
    edit "F-M365"
        set type fqdn
        set fqdn "outlook.office365.com"
    next
end
config firewall addrgrp
    edit "G-ALL"
        set member "NET-STAFF" "NET-PUPIL"
    next
end
config firewall service custom
    edit "TCP-8443"
        set tcp-portrange 8443
    next
    edit "RTP"
        set udp-portrange 16384-32767
    next
end
config firewall service group
    edit "SG-WEB"
        set member "HTTPS" "TCP-8443"
    next
end
config webfilter profile
    edit "WF-PUPIL"
        config web
            set safe-search url header
        end
        config ftgd-wf
            unset options
            config filters
                edit 83
                    set category 83
                    set action block
                next
                edit 96
                    set category 96
                    set action block
                next
                edit 140
                    set category 140
                    set action monitor
                next
            end
        end
    next
end
config firewall schedule recurring
    edit "SCHOOLDAY"
        set start 07:30
        set end 17:30
        set day monday tuesday
    next
end
config vpn ipsec phase1-interface
    edit "HUB-A"
        set interface "wan1"
        set ike-version 2
        set keylife 28800
        set peertype any
        set net-device disable
        set proposal aes256gcm-prfsha384
        set localid "OAK"
        set dpd on-idle
        set dhgrp 20
        set remote-gw 203.0.113.1
        set psksecret "NETGEN_SECRET.env.PSK.END"
    next
end
config vpn ipsec phase2-interface
    edit "HUB-A"
        set phase1name "HUB-A"
        set proposal aes256gcm
        set dhgrp 20
        set src-subnet 10.20.0.0 255.255.0.0
        set dst-subnet 10.1.0.0 255.255.0.0
    next
end
config router static
    edit 1
        set gateway 198.51.100.1
        set device "wan1"
    next
    edit 2
        set dst 10.1.0.0 255.255.0.0
        set device "HUB-A"
    next
    edit 3
        set dst 10.1.0.0 255.255.0.0
        set distance 254
        set blackhole enable
    next
end
config firewall DoS-policy
    edit 1
        set interface "wan1"
        set srcaddr "all"
        set dstaddr "all"
        set service "ALL"
        config anomaly
            edit "tcp_syn_flood"
                set status enable
                set log enable
                set action block
                set threshold 2000
            next
        end
    next
end
config firewall policy
    edit 101
        set name "pupil to internet"
        set srcintf "PUPIL"
        set dstintf "wan1"
        set action accept
        set srcaddr "NET-PUPIL"
        set dstaddr "all"
        set schedule "always"
        set service "SG-WEB" "DNS"
        set utm-status enable
        set ssl-ssh-profile "deep-inspection"
        set webfilter-profile "WF-PUPIL"
        set logtraffic all
        set nat enable
    next
    edit 102
        set name "staff to trust"
        set srcintf "STAFF"
        set dstintf "HUB-A"
        set action accept
        set srcaddr "NET-STAFF"
        set dstaddr "all"
        set schedule "SCHOOLDAY"
        set service "ALL"
    next
    edit 199
        set name "deny the rest"
        set srcintf "any"
        set dstintf "any"
        set srcaddr "all"
        set dstaddr "all"
        set schedule "always"
        set service "ALL"
        set logtraffic all
    next
end
"""


def edited(old: str, new: str) -> Observed:
    """The facts of the school's text after a person has changed one place of it."""
    assert SCHOOL.count(old) == 1, "the test must change exactly one place"
    return read(SCHOOL.replace(old, new))


def added(text: str) -> Observed:
    """The facts of the school's text with more at its end."""
    return read(SCHOOL + text)


def policy(found: Observed, number: str = "101") -> ObservedPolicy:
    return next(each for each in found.policies if each.id == number)


def problems(found: Observed) -> str:
    return "\n".join(each.text for each in found.problems)


def unread(found: Observed) -> list[str]:
    return [each.text for each in found.unread]


def test_a_whole_text_is_read_without_remainder() -> None:
    found = read(SCHOOL)
    assert found.unread == ()
    assert found.problems == ()
    assert (found.platform, found.hostname, found.implicit_deny_logged) == (
        "fortinet_fortios",
        "OAK-FW1",
        True,
    )


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert read("\ufeff" + SCHOOL.replace("\n", "\r\n")) == read(SCHOOL)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("wan1", ("physical", "198.51.100.2", 30, 0, "", ("ping",), False)),
        ("wan2", ("physical", "", 0, 0, "", (), True)),
        ("agg1", ("aggregate", "", 0, 0, "", (), False)),
        ("V110-Staff", ("vlan", "10.20.10.1", 24, 110, "agg1", ("ping",), False)),
        ("V120-Pupil", ("vlan", "10.20.20.1", 24, 120, "agg1", (), False)),
        ("HUB-A", ("tunnel", "10.254.1.20", 24, 0, "wan1", (), False)),
    ],
)
def test_interfaces(name: str, expected: tuple[object, ...]) -> None:
    one = next(each for each in read(SCHOOL).interfaces if each.name == name)
    assert (one.kind, one.address, one.length, one.vlan, one.parent, one.access, one.shutdown) == expected


def test_an_aggregate_knows_its_members_and_lacp() -> None:
    one = next(each for each in read(SCHOOL).interfaces if each.name == "agg1")
    assert (one.members, one.lag_active) == (("port5", "port6"), True)
    fixed = edited("set lacp-mode active", "set lacp-mode static")
    assert not next(each for each in fixed.interfaces if each.name == "agg1").lag_active


def test_a_phase_1_makes_its_interface_by_itself() -> None:
    found = added('config system interface\n delete "HUB-A"\nend\n')
    one = next(each for each in found.interfaces if each.name == "HUB-A")
    assert (one.kind, one.parent, one.line) == ("tunnel", "wan1", 0)


def test_facts_carry_the_line_where_they_stand() -> None:
    found = read(SCHOOL)
    lines = SCHOOL.split("\n")
    assert lines[policy(found).line - 1].strip() == "edit 101"
    assert lines[found.routes[2].line - 1].strip() == "edit 3"
    assert lines[found.zones[1].line - 1].strip() == 'edit "PUPIL"'


def test_management_of_the_school() -> None:
    management = read(SCHOOL).management
    assert management.ntp == ("10.20.1.5",)
    assert management.dns == ("10.20.1.10", "10.20.1.11")
    assert (management.syslog, management.transports) == (("10.1.5.10",), ("tls",))
    assert (management.users, management.snmp_users) == (("trust-net",), ("nms",))
    assert management.sources == ("10.1.0.0/16", "10.20.99.0/24")
    assert management.roles == (("trust-net", "super_admin"),)
    assert (management.ssh, management.cleartext, management.banner) == (True, (), "default")
    assert ("admin trust-net", "NETGEN_SECRET.env.ADMIN.END") in management.secrets


def test_objects_are_resolved() -> None:
    found = read(SCHOOL)
    addresses = {each.name: each for each in found.addresses}
    services = {each.name: each for each in found.services}
    assert addresses["G-ALL"].prefixes == ("10.20.10.0/24", "10.20.20.0/24")
    assert addresses["R-PRINT"].prefixes == ("10.20.40.10/31", "10.20.40.12/32")
    assert addresses["F-M365"].fqdns == ("outlook.office365.com",)
    assert (addresses["all"].any_, addresses["all"].line) == (True, 0)
    assert services["SG-WEB"].flows == (("tcp", 443, 443), ("tcp", 8443, 8443))
    assert services["DNS"].flows == (("tcp", 53, 53), ("udp", 53, 53))
    assert services["ALL"].any_
    assert not services["DNS"].any_


@pytest.mark.parametrize(
    ("body", "prefixes", "any_"),
    [
        ("set subnet 10.9.0.0/16", ("10.9.0.0/16",), False),
        ("set subnet 10.9.1.5 255.255.255.255", ("10.9.1.5/32",), False),
        ("set subnet 10.9.1.5 255.255.255.0", ("10.9.1.0/24",), False),
        ("set comment empty", ("0.0.0.0/0",), True),
        ("unset subnet", ("0.0.0.0/0",), True),
        ("set type iprange\nset start-ip 0.0.0.0\nset end-ip 255.255.255.255", ("0.0.0.0/0",), True),
    ],
)
def test_address_forms(body: str, prefixes: tuple[str, ...], any_: bool) -> None:
    found = read(f"config firewall address\nedit X\n{body}\nnext\nend\n")
    assert (found.addresses[0].prefixes, found.addresses[0].any_) == (prefixes, any_)
    assert found.unread == ()


def test_a_group_can_leave_members_out() -> None:
    found = edited('set member "NET-STAFF" "NET-PUPIL"',
                   'set member all\nset exclude enable\nset exclude-member "NET-PUPIL"')  # fmt: skip
    group = next(each for each in found.addresses if each.name == "G-ALL")
    assert not group.any_
    assert "10.20.16.0/22" in group.prefixes
    assert "10.20.20.0/24" not in group.prefixes
    assert "10.20.21.0/24" in group.prefixes


@pytest.mark.parametrize(
    ("body", "flows", "any_"),
    [
        (
            "set tcp-portrange 80 443 8000-8010",
            (("tcp", 80, 80), ("tcp", 443, 443), ("tcp", 8000, 8010)),
            False,
        ),
        ("set protocol ICMP\nset icmptype 8\nunset icmpcode", (("icmp", 8, 8),), False),
        ("set protocol ICMP\nunset icmptype", (("icmp", -1, -1),), False),
        ("set protocol IP\nset protocol-number 47", (("47", -1, -1),), False),
        ("set protocol IP", (), True),
        ("set protocol TCP/UDP/UDP-Lite/SCTP\nset udp-portrange 53", (("udp", 53, 53),), False),
    ],
)
def test_service_forms(body: str, flows: tuple[tuple[str, int, int], ...], any_: bool) -> None:
    found = read(f"config firewall service custom\nedit X\n{body}\nnext\nend\n")
    assert (found.services[0].flows, found.services[0].any_) == (flows, any_)
    assert found.unread == ()


def test_an_edited_built_in_service_keeps_what_the_text_does_not_touch() -> None:
    found = read("config firewall service custom\nedit DNS\nset udp-portrange 5353\nnext\nend\n")
    assert found.services[0].flows == (("tcp", 53, 53), ("udp", 5353, 5353))


def test_policies_with_their_defaults() -> None:
    found = read(SCHOOL)
    pupil, staff, rest = found.policies
    assert (pupil.from_zones, pupil.to_zones) == (("PUPIL",), ("wan1",))
    assert (pupil.allow, pupil.enabled, pupil.nat, pupil.log, pupil.negated) == (
        True,
        True,
        True,
        True,
        False,
    )
    assert (pupil.web_filter, pupil.inspection, pupil.schedule) == ("WF-PUPIL", "deep-inspection", "always")
    assert (staff.nat, staff.log, staff.web_filter, staff.inspection) == (False, False, "", "no-inspection")
    assert (rest.allow, rest.position) == (False, 3)


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("set status disable", "enabled", False),
        ("set srcaddr-negate enable", "negated", True),
        ("set dstaddr-negate enable", "negated", True),
        ("set service-negate enable", "negated", True),
        ("unset action", "allow", False),
        ("set nat disable", "nat", False),
        ("unset nat", "nat", False),
        ("set logtraffic disable", "log", False),
        ("unset logtraffic", "log", False),
        ("set utm-status disable", "web_filter", ""),
        ("unset webfilter-profile", "web_filter", ""),
        ('set ssl-ssh-profile "certificate-inspection"', "inspection", "certificate-inspection"),
        ("unset ssl-ssh-profile", "inspection", "no-inspection"),
        ("append service RDP", "services", ("SG-WEB", "DNS", "RDP")),
        ("unselect service DNS", "services", ("SG-WEB",)),
        ('append srcaddr "NET-STAFF"', "sources", ("NET-PUPIL", "NET-STAFF")),
        ('set dstintf "wan1" "HUB-A"', "to_zones", ("wan1", "HUB-A")),
        ('set schedule "none"', "schedule", "none"),
    ],
)
def test_every_edit_of_a_policy_is_seen(line: str, field: str, value: object) -> None:
    found = edited('        set name "pupil to internet"\n', "")
    assert getattr(policy(found), field) != value
    later = added(f"config firewall policy\n    edit 101\n        {line}\n    next\nend\n")
    assert getattr(policy(later), field) == value
    assert later.unread == ()


def test_order_follows_move_and_deleted_policies_are_gone() -> None:
    moved = added("config firewall policy\n    move 199 before 101\n    delete 102\nend\n")
    assert [(each.id, each.position) for each in moved.policies] == [("199", 1), ("101", 2)]
    after = added("config firewall policy\nmove 101 after 102\nend\n")
    assert [each.id for each in after.policies] == ["102", "101", "199"]


def test_rename_clone_and_purge() -> None:
    found = added(
        "config firewall policy\nclone 101 to 300\nedit 300\nset action deny\nset name other\nnext\nend\n"
    )
    assert [(each.id, each.allow) for each in found.policies if each.name != "staff to trust"] == [
        ("101", True), ("199", False), ("300", False),
    ]  # fmt: skip
    renamed = added('config firewall address\nrename "NET-PUPIL" to "NEW"\nend\n')
    assert "address `NET-PUPIL` is not defined" in problems(renamed)
    assert added("config firewall policy\npurge\nend\n").policies == ()


def test_edit_0_takes_the_next_free_id() -> None:
    found = added(
        "config router static\nedit 0\nset dst 10.66.0.0/16\nset gateway 198.51.100.1\n"
        "set device wan1\nnext\nend\n"
    )
    assert found.routes[-1].prefix == "10.66.0.0/16"
    assert found.routes[-1].gateway == "198.51.100.1"


def test_routes() -> None:
    found = read(SCHOOL).routes
    assert [(each.prefix, each.gateway, each.interface, each.distance) for each in found] == [
        ("0.0.0.0/0", "198.51.100.1", "wan1", 10),
        ("10.1.0.0/16", "", "HUB-A", 10),
        ("10.1.0.0/16", "", "blackhole", 254),
    ]


def test_a_disabled_route_is_no_route() -> None:
    found = edited("set distance 254\n", "set distance 254\nset status disable\n")
    assert len(found.routes) == 2
    assert all(isinstance(each, ObservedRoute) for each in found.routes)


def test_dhcp_pool_after_exclusions() -> None:
    pool = read(SCHOOL).pools[0]
    assert (pool.name, pool.interface, pool.prefix, pool.gateway) == (
        "110",
        "V110-Staff",
        "10.20.10.0/24",
        "10.20.10.1",
    )
    assert (pool.first, pool.last, pool.dns) == ("10.20.10.60", "10.20.10.250", ("10.20.1.10", "10.20.1.11"))


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("set default-gateway 10.20.10.66", "gateway", "10.20.10.66"),
        ("set dns-server1 10.66.66.66", "dns", ("10.66.66.66", "10.20.1.11")),
        ("set dns-service local", "dns", ("10.20.10.1",)),
        ("set dns-service default", "dns", ("10.20.1.10", "10.20.1.11")),
    ],
)
def test_edits_of_a_pool_are_seen(line: str, field: str, value: object) -> None:
    found = added(f"config system dhcp server\nedit 110\n{line}\nnext\nend\n")
    assert getattr(found.pools[0], field) == value


def test_tunnel_of_both_phases() -> None:
    tunnel = read(SCHOOL).tunnels[0]
    assert (tunnel.interface, tunnel.ike_version, tunnel.remote, tunnel.dynamic) == (
        "wan1",
        2,
        "203.0.113.1",
        False,
    )
    assert (tunnel.phase1, tunnel.phase2) == (("aes256gcm-prfsha384",), ("aes256gcm",))
    assert (tunnel.dh_groups, tunnel.pfs_groups, tunnel.dpd) == (("20",), ("20",), True)
    assert (tunnel.local_prefix, tunnel.remote_prefix) == ("10.20.0.0/16", "10.1.0.0/16")
    assert (tunnel.psk, tunnel.local_id) == ("NETGEN_SECRET.env.PSK.END", "OAK")


@pytest.mark.parametrize(
    ("half", "line", "field", "value"),
    [
        ("phase1", "set proposal des-md5", "phase1", ("des-md5",)),
        ("phase1", "append proposal 3des-sha1", "phase1", ("aes256gcm-prfsha384", "3des-sha1")),
        ("phase1", "unset ike-version", "ike_version", 1),
        ("phase1", "set dhgrp 2 5", "dh_groups", ("2", "5")),
        ("phase1", "set psksecret other", "psk", "other"),
        ("phase1", "set dpd disable", "dpd", False),
        ("phase1", "set type dynamic", "dynamic", True),
        ("phase1", "set remote-gw 192.0.2.9", "remote", "192.0.2.9"),
        ("phase2", "set pfs disable", "pfs_groups", ()),
        ("phase2", "set proposal aes128-sha1", "phase2", ("aes128-sha1",)),
        ("phase2", "unset dst-subnet", "remote_prefix", "0.0.0.0/0"),
    ],
)
def test_edits_of_a_tunnel_are_seen(half: str, line: str, field: str, value: object) -> None:
    found = added(f"config vpn ipsec {half}-interface\nedit HUB-A\n{line}\nnext\nend\n")
    assert getattr(found.tunnels[0], field) == value


def test_web_filter() -> None:
    web = read(SCHOOL).filters[0]
    assert (web.name, web.kind, web.blocked) == ("WF-PUPIL", "web", ("83", "96"))
    assert (web.safe_search, web.fails_open, web.override, web.bypasses) == (True, False, False, ())


def test_a_web_filter_that_fails_open_or_is_off_or_can_be_overridden() -> None:
    assert edited("unset options", "set options error-allow").filters[0].fails_open
    off = edited("unset options", "set options ftgd-disable")
    assert off.filters[0].blocked == ()
    assert "blocks nothing" in problems(off)
    assert "may be off" in problems(edited("            unset options\n", ""))
    assert edited("unset options", "unset options\nset ovrd 83").filters[0].override
    assert (
        edited("        config web\n", "        set ovrd-perm bannedword-override\n        config web\n")
        .filters[0]
        .override
    )


def test_url_list_of_a_web_filter_shows_what_it_lets_through() -> None:
    found = read(
        "config webfilter urlfilter\nedit 10\nset name UF\nconfig entries\n"
        "edit 1\nset url games.example\nnext\nedit 2\nset url bad.example\n"
        "set action block\nnext\nend\nnext\nend\n"
        "config webfilter profile\nedit WF\nconfig web\nset urlfilter-table 10\nend\nnext\nend\n"
    )
    assert found.filters[0].bypasses == ("games.example",)
    assert found.unread == ()


def test_flood_guard() -> None:
    guard = read(SCHOOL).flood_guards[0]
    assert (guard.interface, guard.anomalies, guard.enabled) == (
        "wan1",
        (("tcp_syn_flood", "block", 2000),),
        True,
    )
    assert (
        added("config firewall DoS-policy\nedit 1\nset status disable\nnext\nend\n").flood_guards[0].enabled
        is False
    )


def test_port_forward_is_a_fact_and_a_destination() -> None:
    found = added(
        'config firewall vip\nedit "VIP"\nset extip 198.51.100.2\n'
        'set mappedip "10.20.10.9"\nset extintf "wan1"\n'
        "set portforward enable\nset extport 3389\nset mappedport 3389\nnext\nend\n"
        'config firewall policy\nedit 101\nset dstaddr "VIP"\nnext\nend\n'
    )
    assert found.forwards == (
        ObservedForward(
            "VIP", "wan1", "198.51.100.2", "10.20.10.9", (("tcp", 3389, 3389),), found.forwards[0].line
        ),
    )
    assert "not defined" not in problems(found)


@pytest.mark.parametrize(
    ("access", "cleartext"),
    [
        ("ping telnet", ("telnet",)),
        ("http ping", ("http",)),
        ("ping https ssh", ()),
        ("http telnet", ("telnet", "http")),
    ],
)
def test_cleartext_management_on_any_interface(access: str, cleartext: tuple[str, ...]) -> None:
    found = added(f"config system interface\nedit wan1\nset allowaccess {access}\nnext\nend\n")
    assert found.management.cleartext == cleartext
    assert next(each for each in found.interfaces if each.name == "wan1").access == tuple(access.split())


def test_appended_access_is_seen() -> None:
    found = added("config system interface\nedit wan1\nappend allowaccess ssh\nnext\nend\n")
    assert next(each for each in found.interfaces if each.name == "wan1").access == ("ping", "ssh")


def test_dhcp_relay_of_an_interface() -> None:
    relay = (
        'config system interface\nedit "V120-Pupil"\nset dhcp-relay-service enable\n'
        'set dhcp-relay-ip "10.20.1.10"\n'
    )
    one = next(each for each in added(f"{relay}next\nend\n").interfaces if each.name == "V120-Pupil")
    assert one.relays == ("10.20.1.10",)


def test_telnet_switched_on_globally() -> None:
    assert edited("set admin-telnet disable", "set admin-telnet enable").management.cleartext == ("telnet",)


def test_a_second_admin_without_trusted_hosts_opens_management_to_anywhere() -> None:
    found = added(
        'config system admin\nedit "eve"\nset accprofile "super_admin"\nset vdom "root"\nnext\nend\n'
    )
    assert found.management.users == ("trust-net", "eve")
    assert "0.0.0.0/0" in found.management.sources


def test_an_ssh_key_added_to_an_account_is_seen() -> None:
    found = added(
        'config system admin\nedit "trust-net"\nset ssh-public-key2 "ssh-ed25519 AAAA eve"\nnext\nend\n'
    )
    assert ("admin trust-net ssh-public-key2", "ssh-ed25519 AAAA eve") in found.management.secrets


def test_an_snmp_community_is_cleartext() -> None:
    found = added('config system snmp community\nedit 1\nset name "public"\nnext\nend\n')
    assert found.management.cleartext == ("snmp-v2",)
    off = added('config system snmp community\nedit 1\nset name "public"\nset status disable\nnext\nend\n')
    assert off.management.cleartext == ()


def test_syslog_without_encryption_says_so() -> None:
    assert edited("    set enc-algorithm high\n", "").management.transports == ("tcp",)
    assert edited("    set mode reliable\n", "").management.transports == ("udp",)


def test_a_zone_that_lets_its_members_talk() -> None:
    assert [each.intrazone for each in read(SCHOOL).zones] == [False, False]
    assert edited("set intrazone deny", "set intrazone allow").zones[1].intrazone


def test_sdwan_zones() -> None:
    found = added(
        'config system sdwan\nset status enable\nconfig zone\nedit "underlay"\nnext\nend\nconfig members\n'
        'edit 1\nset interface "wan1"\nset zone "underlay"\nset gateway 198.51.100.1\nnext\nend\nend\n'
    )
    zone = found.zones[-1]
    assert (zone.name, zone.members, zone.intrazone) == ("underlay", ("wan1",), False)


def test_fortiap_ssid() -> None:
    found = read(
        'config wireless-controller vap\nedit "staff"\nset ssid "OAK-Staff"\n'
        "set security wpa3-sae\nset pmf enable\n"
        'set sae-password "NETGEN_SECRET.env.K.END"\nset local-bridging enable\nset vlanid 110\n'
        'set intra-vap-privacy enable\nset schedule "always"\nnext\nedit "open"\n'
        'set ssid "Free"\nset security open\n'
        'next\nend\nconfig wireless-controller wtp-profile\nedit "P"\nconfig radio-1\nset band 802.11ax-5G\n'
        'set vap-all manual\nset vaps "staff"\nend\nconfig radio-2\nset vap-all manual\nend\nnext\nend\n'
    )
    staff, free = found.wlans
    assert (staff.ssid, staff.vlan, staff.security, staff.bands) == ("OAK-Staff", 110, "wpa3-sae", ("5",))
    assert (staff.isolated, staff.enabled, staff.passphrase) == (True, True, "NETGEN_SECRET.env.K.END")
    assert (free.security, free.enabled) == ("open", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'config firewall policy\nedit 101\nset srcaddr "NOBODY"\nnext\nend\n',
            "address `NOBODY` is not defined",
        ),
        (
            'config firewall policy\nedit 101\nset service "NOPE"\nnext\nend\n',
            "service `NOPE` is not defined",
        ),
        (
            'config firewall policy\nedit 101\nset srcintf "GHOST"\nnext\nend\n',
            "zone or interface `GHOST` is not defined",
        ),
        ('config firewall policy\nedit 101\nset srcintf "V120-Pupil"\nnext\nend\n', "cannot be named alone"),
        (
            'config firewall policy\nedit 101\nset schedule "GONE"\nnext\nend\n',
            "schedule `GONE` is not defined",
        ),
        (
            'config firewall policy\nedit 101\nset webfilter-profile "WF"\nnext\nend\n',
            "web filter `WF` is not defined",
        ),
        (
            "config firewall policy\nedit 101\nset utm-status disable\nnext\nend\n",
            "names filters that have no effect",
        ),
        (
            'config firewall policy\nedit 5\nset name "pupil to internet"\nnext\nend\n',
            "same name as policy 101",
        ),
        ("config firewall policy\nedit 5\nnext\nend\n", "has no source zone"),
        ("config firewall policy\nedit 7\nnext\nedit 7\nnext\nend\n", "has two entries `7`"),
        (
            'config system zone\nedit "STAFF"\nappend interface "V9"\nnext\nend\n',
            "interface `V9` is not defined",
        ),
        ('config system zone\nedit "X"\nset interface "V120-Pupil"\nnext\nend\n', "is also in zone `PUPIL`"),
        ('config router static\nedit 9\nset device "ppp9"\nnext\nend\n', "interface `ppp9` is not defined"),
        (
            'config firewall addrgrp\nedit "G"\nset member "NONE"\nnext\nend\n',
            "address `NONE` is not defined",
        ),
        ('config firewall addrgrp\nedit "G"\nset member "G"\nnext\nend\n', "contains itself"),
        (
            'config system interface\nedit "V2"\nset interface agg1\nset vlanid 110\nnext\nend\n',
            "VLAN 110 is also",
        ),
        (
            (
                'config system interface\nedit "V2"\nset interface agg1\nset vlanid 9\n'
                "set ip 10.20.10.1/24\nnext\nend\n"
            ),
            "overlaps",
        ),
        (
            'config system interface\nedit "V2"\nset interface "agg7"\nset vlanid 9\nnext\nend\n',
            "parent `agg7`",
        ),
        (
            'config system interface\nedit "V110-Staff"\nset vdom "other"\nnext\nend\n',
            "belongs to VDOM `other`",
        ),
        (
            'config system interface\nedit HUB-A\nset interface "agg1"\nnext\nend\n',
            "its phase 1 is on `wan1`",
        ),
        (
            'config vpn ipsec phase2-interface\nedit Z\nset phase1name "Z"\nnext\nend\n',
            "phase 1 `Z` is not defined",
        ),
        ("config vpn ipsec phase1-interface\nedit HUB-A\nset mode aggressive\nnext\nend\n", "aggressive"),
        ("config system global\nset strong-crypto disable\nend\n", "`strong-crypto` is weakened"),
        (
            "config system global\nset admin-https-ssl-versions tlsv1-0 tlsv1-2\nend\n",
            "weakened to `tlsv1-0`",
        ),
        ("config system snmp user\nedit nms\nset auth-proto md5\nnext\nend\n", "uses md5"),
        ("config firewall policy\nedit 101\nset action permit\nnext\nend\n", "`action` cannot be `permit`"),
        ("config router static\nedit 1\nset distance near\nnext\nend\n", "`distance` is not a number"),
        ("edit 101\nset action accept\n", "edit outside of a config block"),
        ("next\n", "`next` without an open edit"),
        ("end\n", "`end` without an open config"),
        ("config firewall policy\nedit 101\n", "`config firewall policy` has no end"),
        ('config system global\nset alias "open\nend\n', "quote is not closed"),
        ('config system global\nset alias "open\nset hostname "x"\nend\n', "runs over 2 lines"),
    ],
)
def test_contradictions_are_problems(text: str, expected: str) -> None:
    found = added(text)
    assert expected in problems(found)
    assert all(each.line > 0 for each in found.problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("config firewall multicast-policy\nedit 1\nset action accept\nnext\nend\n", "set action accept"),
        ("config vpn ssl settings\nset status enable\nend\n", "set status enable"),
        ("config system interface\nedit wan1\nset fortilink enable\nnext\nend\n", "set fortilink enable"),
        ("config firewall policy\nedit 101\nset users EVE\nnext\nend\n", "set users EVE"),
        ("config firewall policy\nedit 101\nset fsso-groups GRP\nnext\nend\n", "set fsso-groups GRP"),
        ("config firewall policy\nedit 101\nset poolname6 P\nnext\nend\n", "set poolname6 P"),
        ("config firewall policy\nedit 101\nunset unheard-of\nnext\nend\n", "unset unheard-of"),
        ("config firewall policy\nedit 101\nset action ipsec\nnext\nend\n", "set action ipsec"),
        ("config firewall policy\nmove 101 before 999\nend\n", "move 101 before 999"),
        ("execute factoryreset\n", "execute factoryreset"),
        ("config router rip\nset version 2\nend\n", "set version 2"),
        (
            "config system dhcp server\nedit 110\nconfig options\nedit 1\nset code 6\nnext\nend\nnext\nend\n",
            "set code 6",
        ),
        (
            "config firewall service custom\nedit S\nset tcp-portrange 80:1024\nnext\nend\n",
            "set tcp-portrange 80:1024",
        ),
        (
            "config firewall address\nedit G\nset type dynamic\nset sdn k8s\nnext\nend\n",
            "set type dynamic",
        ),
    ],
)
def test_what_is_not_understood_is_unread(text: str, expected: str) -> None:
    found = added(text)
    assert expected in unread(found)
    line = next(each for each in found.unread if each.text == expected).line
    assert (SCHOOL + text).split("\n")[line - 1].strip() == expected


def test_an_unread_line_never_shows_a_secret() -> None:
    found = added("config user local\nedit eve\nset type password\nset passwd Hunter2Hunter2\nnext\nend\n")
    assert "set passwd <hidden>" in unread(found)
    assert not any("Hunter2" in text for text in unread(found))


def test_quotes_and_escapes() -> None:
    found = read('config system zone\nedit "a \\"b\\" \\\\c"\nset interface \'x y\'\nnext\nend\n')
    assert found.zones[0].name == 'a "b" \\c'
    assert found.zones[0].members == ("x y",)


def test_values_over_several_lines_keep_the_line_numbers() -> None:
    text = (
        'config vpn certificate local\nedit c\nset certificate "-----BEGIN\nxx\n'
        '-----END"\nnext\nend\nfrobnicate now\n'
    )
    assert read(text).unread[-1].line == 8


def test_vdom_wrappers_are_transparent() -> None:
    wrapped = (
        "config vdom\nedit root\nnext\nend\nconfig global\nconfig system global\nset hostname A\nend\nend\n"
        "config vdom\nedit root\nconfig firewall policy\nedit 1\nset action accept\nnext\nend\nnext\nend\n"
    )
    found = read(wrapped)
    assert (found.hostname, found.policies[0].allow) == ("A", True)
    assert "VDOM `guest` is read as if" in problems(read(wrapped + "config vdom\nedit guest\nnext\nend\n"))


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(read(text), Observed)


WORDS = st.sampled_from(
    ["config", "edit", "set", "next", "end", "unset", "append", "unselect", "move", "clone", "rename",
     "delete",
     "purge", "to", "before", "firewall", "policy", "address", "addrgrp", "service", "custom", "group",
     "system",
     "interface", "zone", "sdwan", "members", "dhcp", "server", "router", "static", "subnet", "member",
     "ip", "dst",
     "10.0.0.1", "255.255.0.255", "10.0.0.0/33", "1", "0", '"a', 'a"', "'", "\\", "-1", "9" * 30, "²", "type",
     "iprange", "start-ip", "vlanid", "tcp-portrange", "80-", "vdom", "global", "root", "\n", "\n", "\n",
     "\n"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=120))
def test_any_shuffled_commands_are_read(words: list[str]) -> None:
    assert isinstance(read(" ".join(words)), Observed)


@given(st.data())
def test_the_text_with_any_lines_taken_out_is_read(data: st.DataObject) -> None:
    lines = SCHOOL.split("\n")
    gone = data.draw(st.sets(st.integers(0, len(lines) - 1), max_size=30))
    assert isinstance(read("\n".join(line for at, line in enumerate(lines) if at not in gone)), Observed)


def test_deep_nesting_is_read() -> None:
    assert "nested more than" in problems(read("config a\n" * 5000 + "set b c\n"))


#: Lines that say a default or change no fact.
SILENT = frozenset(
    {
        "set action monitor",
        "set admin-telnet disable",
        "set category 140",
        "set intrazone deny",
        'set interface "wan1"',  # of the tunnel: phase 1 says it too
        "set lacp-mode active",
        "set peertype any",
        "set role wan",
        "set type physical",
        "set type tunnel",
        'set vdom "root"',
    }
)


def without_lines(found: Observed) -> object:
    """The facts alone: line numbers move when a line goes."""

    def strip(value: object) -> object:
        if isinstance(value, dict):
            return {key: strip(each) for key, each in value.items() if key != "line"}
        if isinstance(value, list | tuple):
            return [strip(each) for each in value]
        return re.sub(r"line \d+", "line", value) if isinstance(value, str) else value

    return strip(msgspec.to_builtins(found))


def test_taking_any_line_out_is_noticed_unless_it_says_a_default() -> None:
    lines = SCHOOL.split("\n")
    whole = without_lines(read(SCHOOL))
    unnoticed = {
        line.strip()
        for at, line in enumerate(lines)
        if without_lines(read("\n".join(lines[:at] + lines[at + 1 :]))) == whole
    }
    assert {line for line in unnoticed if not line.startswith(("#", "next"))} - {""} == SILENT
