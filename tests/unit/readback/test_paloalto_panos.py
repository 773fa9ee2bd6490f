"""What the PAN-OS reader makes of a text. Each case is a few lines and the facts in them."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgen.readback import Observed, ObservedPolicy, can_read, read

KEY = "paloalto_panos"

#: A small firewall: two zones inside, a circuit, a tunnel; everything that a rule can name.
BASE = """
set deviceconfig system hostname oak-fw1
set network interface ethernet ethernet1/1 layer3 ip 198.51.100.2/30
set network interface ethernet ethernet1/2 aggregate-group ae1
set network interface ethernet ethernet1/3 aggregate-group ae1
set network interface ethernet ethernet1/4 link-state down
set network interface aggregate-ethernet ae1 layer3 lacp enable yes
set network interface aggregate-ethernet ae1 layer3 lacp mode active
set network interface aggregate-ethernet ae1 layer3 units ae1.30 tag 30
set network interface aggregate-ethernet ae1 layer3 units ae1.30 ip 10.1.30.1/24
set network interface aggregate-ethernet ae1 layer3 units ae1.70 tag 70
set network interface aggregate-ethernet ae1 layer3 units ae1.70 ip 10.1.70.1/24
set network interface tunnel units tunnel.1 ip 10.255.0.3/31
set network tunnel ipsec to-dc tunnel-interface tunnel.1
set network tunnel ipsec to-dc auto-key ike-gateway to-dc
set network tunnel ipsec to-dc auto-key ipsec-crypto-profile esp1
set network tunnel ipsec to-dc auto-key proxy-id p local 10.1.0.0/16
set network tunnel ipsec to-dc auto-key proxy-id p remote 10.0.0.0/16
set network ike gateway to-dc authentication pre-shared-key key NETGEN_SECRET.env.PSK.END
set network ike gateway to-dc protocol version ikev2
set network ike gateway to-dc protocol ikev2 ike-crypto-profile ike1
set network ike gateway to-dc protocol ikev2 dpd enable yes
set network ike gateway to-dc local-address interface ethernet1/1
set network ike gateway to-dc local-address ip 198.51.100.2/30
set network ike gateway to-dc peer-address ip 203.0.113.1
set network ike gateway to-dc local-id id oak
set network ike gateway to-dc peer-id id dc
set network ike crypto-profiles ike-crypto-profiles ike1 dh-group group20
set network ike crypto-profiles ike-crypto-profiles ike1 encryption aes-256-gcm
set network ike crypto-profiles ike-crypto-profiles ike1 hash sha384
set network ike crypto-profiles ipsec-crypto-profiles esp1 esp encryption aes-256-gcm
set network ike crypto-profiles ipsec-crypto-profiles esp1 esp authentication none
set network ike crypto-profiles ipsec-crypto-profiles esp1 dh-group group20
set network virtual-router default interface [ ethernet1/1 ae1.30 ae1.70 tunnel.1 ]
set zone internet network layer3 ethernet1/1
set zone staff network layer3 ae1.30
set zone guest network layer3 ae1.70
set zone overlay network layer3 tunnel.1
set shared log-settings syslog SL server s1 server 10.0.8.30
set shared log-settings syslog SL server s1 transport SSL
set shared log-settings syslog SL server s1 port 6514
set shared log-settings profiles LF match-list t log-type traffic
set shared log-settings profiles LF match-list t send-syslog SL
set address servers ip-netmask 10.0.8.0/24
set service web protocol tcp port 80,443
"""
RULE = """
set rulebase security rules R1 from staff
set rulebase security rules R1 to internet
set rulebase security rules R1 source any
set rulebase security rules R1 destination any
set rulebase security rules R1 application any
set rulebase security rules R1 service web
set rulebase security rules R1 action allow
set rulebase security rules R1 log-setting LF
"""
NAT = """
set rulebase nat rules N1 from [ staff guest ]
set rulebase nat rules N1 to internet
set rulebase nat rules N1 source any
set rulebase nat rules N1 destination any
set rulebase nat rules N1 service any
set rulebase nat rules N1 to-interface ethernet1/1
set rulebase nat rules N1 source-translation dynamic-ip-and-port interface-address interface ethernet1/1
"""


def panos(*parts: str) -> Observed:
    return read(KEY, "\n".join(parts))


def rule(*lines: str) -> ObservedPolicy:
    """The first rule, with more lines about it."""
    found = panos(BASE, RULE, *(f"set rulebase security rules R1 {line}" for line in lines))
    return found.policies[0]


def problems(*parts: str) -> str:
    return "\n".join(line.text for line in panos(*parts).problems)


def unread(*parts: str) -> list[str]:
    return [line.text for line in panos(*parts).unread]


def test_the_small_firewall_has_no_contradiction_and_no_unread_line() -> None:
    found = panos(BASE, RULE, NAT)
    assert can_read(KEY)
    assert (found.platform, found.hostname) == (KEY, "oak-fw1")
    assert not found.unread
    assert not found.problems


# --- the text itself ------------------------------------------------------------------------------


def test_windows_line_ends_comments_and_session_commands_change_nothing() -> None:
    text = "# a comment\nconfigure\nset cli scripting-mode on\n" + BASE + RULE + "commit\nexit\n"
    found = panos(text.replace("\n", "\r\n"))
    assert not found.unread
    assert found.policies[0].services == ("web",)


def test_several_settings_of_a_rule_may_stand_on_one_line() -> None:
    found = panos(
        BASE,
        "set rulebase security rules R1 from staff to internet source any destination any application any "
        "service web action allow log-setting LF",
    )
    assert not found.unread
    (policy,) = found.policies
    assert (policy.from_zones, policy.to_zones, policy.allow) == (("staff",), ("internet",), True)


def test_members_of_a_list_add_up_and_a_plain_value_is_replaced() -> None:
    policy = rule("from guest", "action deny")
    assert policy.from_zones == ("staff", "guest")
    assert not policy.allow


def test_delete_takes_away_what_was_set() -> None:
    found = panos(BASE, RULE, "delete rulebase security rules R1")
    assert not found.policies
    assert "never set" in problems(BASE, "delete rulebase security rules R9")


def test_a_deleted_member_leaves_the_others() -> None:
    found = panos(
        BASE,
        RULE,
        "set rulebase security rules R1 from [ staff guest ]\ndelete rulebase security rules R1 from guest",
    )
    assert found.policies[0].from_zones == ("staff",)


@pytest.mark.parametrize(
    ("command", "order"),
    [
        ("move rulebase security rules R2 top", ["R2", "R1"]),
        ("move rulebase security rules R1 bottom", ["R2", "R1"]),
        ("move rulebase security rules R2 before R1", ["R2", "R1"]),
        ("move rulebase security rules R1 after R2", ["R2", "R1"]),
        ("move rulebase security rules R2 after R1", ["R1", "R2"]),
    ],
)
def test_move_changes_the_order_of_rules(command: str, order: list[str]) -> None:
    found = panos(BASE, RULE, RULE.replace("R1", "R2"), command)
    assert [policy.id for policy in found.policies] == order
    assert [policy.position for policy in found.policies] == [1, 2]


def test_rename_gives_a_rule_another_name() -> None:
    found = panos(BASE, RULE, "rename rulebase security rules R1 to R7")
    assert [policy.id for policy in found.policies] == ["R7"]


def test_a_line_of_another_virtual_system_is_doubted() -> None:
    assert "read as if it were vsys1" in problems(BASE, "set vsys vsys2 zone x network layer3 ethernet1/1")
    found = panos(BASE, "set vsys vsys1 address here ip-netmask 10.1.30.9")
    assert [item.prefixes for item in found.addresses if item.name == "here"] == [("10.1.30.9/32",)]


def test_an_unknown_line_is_unread_with_its_number() -> None:
    found = panos(BASE, "set network gre tunnel x")
    assert [(line.line, line.text) for line in found.unread] == [
        (BASE.count("\n") + 2, "set network gre tunnel x")
    ]
    assert unread(BASE, "edit something") == ["edit something"]


def test_an_open_quote_and_an_open_list_are_told() -> None:
    assert "a quote is left open" in problems(BASE, 'set deviceconfig system login-banner "open')
    assert "a list is left open" in problems(BASE, "set zone staff network layer3 [ ae1.30")


def test_a_banner_may_run_over_several_lines() -> None:
    found = panos(
        'set deviceconfig system login-banner "For staff\nonly"\nset deviceconfig system hostname x'
    )
    assert found.management.banner == "For staff\nonly"
    assert found.hostname == "x"


def test_a_secret_never_shows_in_an_unread_line() -> None:
    assert unread("set something new password hunter2") == ["set something new password <hidden>"]


XML = """<?xml version="1.0"?>
<config version="11.1.0"><mgt-config><users><entry name="breakglass"><phash>NETGEN_SECRET.x.END</phash>
<permissions><role-based><superuser>yes</superuser></role-based></permissions></entry></users></mgt-config>
<devices><entry name="localhost.localdomain"><deviceconfig><system><hostname>oak-fw1</hostname></system></deviceconfig>
<network><interface><ethernet><entry name="ethernet1/1"><layer3><ip><entry name="198.51.100.2/30"/></ip></layer3></entry>
</ethernet></interface><virtual-router><entry name="default"><interface><member>ethernet1/1</member></interface>
<routing-table><ip><static-route><entry name="nowhere"><destination>10.0.0.0/8</destination><nexthop><discard/></nexthop>
<metric>254</metric></entry></static-route></ip></routing-table></entry></virtual-router></network>
<vsys><entry name="vsys1"><zone><entry name="internet"><network><layer3><member>ethernet1/1</member></layer3></network>
</entry></zone><rulebase><security><rules><entry name="R1"><from><member>internet</member></from><to><member>any</member></to>
<source><member>any</member></source><destination><member>any</member></destination><application><member>any</member>
</application><service><member>any</member></service><action>deny</action></entry></rules></security></rulebase></entry></vsys>
</entry></devices></config>
"""


def test_xml_is_read_like_the_set_lines_that_it_stands_for() -> None:
    lines = """
set mgt-config users breakglass phash NETGEN_SECRET.x.END
set mgt-config users breakglass permissions role-based superuser yes
set deviceconfig system hostname oak-fw1
set network interface ethernet ethernet1/1 layer3 ip 198.51.100.2/30
set network virtual-router default interface ethernet1/1
set network virtual-router default routing-table ip static-route nowhere destination 10.0.0.0/8
set network virtual-router default routing-table ip static-route nowhere nexthop discard
set network virtual-router default routing-table ip static-route nowhere metric 254
set zone internet network layer3 ethernet1/1
set rulebase security rules R1 from internet to any source any destination any application any service any action deny
"""
    one, other = panos(XML), panos(lines)
    assert not one.unread
    assert not one.problems
    for field in ("hostname", "policies", "routes", "interfaces", "zones", "management"):
        assert _without_lines(getattr(one, field)) == _without_lines(getattr(other, field)), field


def _without_lines(fact: object) -> str:
    return re.sub(r"\bline=\d+", "line=0", repr(fact))


def test_broken_xml_is_told_and_never_expands_entities() -> None:
    assert "this is not XML" in problems("<config><devices>")
    assert "this is not XML" in problems('<!DOCTYPE x [<!ENTITY a "aaaa">]><config>&a;</config>')


# --- interfaces and zones -------------------------------------------------------------------------


def test_interfaces_have_kinds_parents_members_and_addresses() -> None:
    found = {item.name: item for item in panos(BASE).interfaces}
    assert found["ae1"].kind == "aggregate"
    assert (found["ae1"].members, found["ae1"].lag_active) == (("ethernet1/2", "ethernet1/3"), True)
    vlan = found["ae1.30"]
    assert (vlan.kind, vlan.vlan, vlan.parent, vlan.address, vlan.length) == (
        "vlan",
        30,
        "ae1",
        "10.1.30.1",
        24,
    )
    assert found["ethernet1/4"].shutdown


def test_a_tunnel_interface_goes_by_the_name_of_its_tunnel() -> None:
    found = {item.name: item for item in panos(BASE).interfaces}
    assert (found["to-dc"].native, found["to-dc"].kind) == ("tunnel.1", "tunnel")
    assert (found["to-dc"].address, found["to-dc"].remote) == ("10.255.0.3", "10.255.0.2")
    assert [zone.members for zone in panos(BASE).zones if zone.name == "overlay"] == [("to-dc",)]


@pytest.mark.parametrize(
    ("line", "mode", "distance"),
    [
        ("layer3 dhcp-client enable yes", "dhcp", 10),
        ("layer3 dhcp-client default-route-metric 20", "dhcp", 20),
        ("layer3 dhcp-client enable no", "static", 0),
        ("layer3 dhcp-client create-default-route no", "dhcp without its default route", 0),
        ("layer3 pppoe enable yes", "pppoe", 10),
    ],
)
def test_how_an_interface_gets_its_address(line: str, mode: str, distance: int) -> None:
    (item,) = [
        each
        for each in panos(f"set network interface ethernet ethernet1/1 {line}").interfaces
        if each.name == "ethernet1/1"
    ]
    assert (item.mode, item.distance) == (mode, distance)


def test_an_interface_answers_what_its_management_profile_says() -> None:
    found = panos(
        BASE,
        "set network profiles interface-management-profile MP ping yes",
        "set network profiles interface-management-profile MP ssh yes",
        "set network profiles interface-management-profile MP telnet no",
        "set network profiles interface-management-profile MP permitted-ip 10.0.9.0/26",
        "set network interface aggregate-ethernet ae1 layer3 units ae1.30 interface-management-profile MP",
    )
    (item,) = [each for each in found.interfaces if each.name == "ae1.30"]
    assert item.access == ("ping", "ssh")
    assert found.management.account_sources == (("profile MP", ("10.0.9.0/26",)),)


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ("set network interface aggregate-ethernet ae1 layer3 units ae1.31 tag 30", "both have VLAN 30"),
        ("set network interface ethernet ethernet1/5 layer3 ip 10.1.30.9/24", "overlapping networks"),
        ("set network interface ethernet ethernet1/5 layer3 ip 10.1.31.1/24", "is in no zone"),
        ("set network interface ethernet ethernet1/5 layer3 ip 10.1.31.1/24", "is in no router"),
        ("set network interface ethernet ethernet1/5 aggregate-group ae9", "`ae9` is not defined"),
        ("set zone third network layer3 ae1.30", "is in the zones staff and third"),
        ("set zone third network layer3 ae1.99", "`ae1.99` is not defined"),
        ("set network interface ethernet ethernet1/1 layer3 interface-management-profile MP", "profile `MP`"),
        ("set network interface ethernet ethernet1/1 layer3 ip 203.0.113.9/30", "has 2 addresses"),
        ("set zone staff network zone-protection-profile ZP", "profile `ZP` is not defined"),
    ],
)
def test_interfaces_and_zones_do_not_contradict_each_other(more: str, problem: str) -> None:
    assert problem in problems(BASE, more)


def test_members_of_a_zone_talk_unless_a_rule_or_the_default_forbids_it() -> None:
    def talks(*more: str) -> dict[str, bool]:
        return {zone.name: zone.intrazone for zone in panos(BASE, *more).zones}

    deny = "set rulebase default-security-rules rules intrazone-default action deny"
    inside = "set rulebase security rules I rule-type {} from {} to {} source any destination any application any service {} action {}"
    assert all(talks().values())
    assert not any(talks(deny).values())
    assert talks(deny, inside.format("intrazone", "staff", "staff", "any", "allow"))["staff"]
    assert not talks(deny, inside.format("interzone", "staff", "staff", "any", "allow"))["staff"]
    assert not talks(deny, inside.format("intrazone", "staff", "staff", "web", "allow"))["staff"]
    assert talks(inside.format("universal", "guest", "any", "any", "deny")) == {
        "internet": True, "staff": True, "guest": False, "overlay": True,
    }  # fmt: skip


def test_zone_protection_is_a_guard_of_each_interface_of_the_zone() -> None:
    profile = "set network profiles zone-protection-profile ZP flood"
    found = panos(
        BASE,
        "set zone internet network zone-protection-profile ZP",
        f"{profile} tcp-syn enable yes",
        f"{profile} tcp-syn syn-cookies maximal-rate 2000",
        f"{profile} icmp enable yes",
        f"{profile} icmp red maximal-rate 250",
        f"{profile} udp enable no",
    )
    (guard,) = found.flood_guards
    assert guard.interface == "ethernet1/1"
    assert guard.anomalies == (("tcp-syn", "proxy", 2000), ("icmp", "block", 250))


# --- objects --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "prefixes", "hosts"),
    [
        ("set address A ip-netmask 10.1.2.3", ("10.1.2.3/32",), ()),
        ("set address A ip-netmask 10.1.2.3/24", ("10.1.2.0/24",), ()),
        ("set address A ip-range 10.0.0.1-10.0.0.2", ("10.0.0.1/32", "10.0.0.2/32"), ()),
        ("set address A ip-netmask 2001:db8::/64", ("2001:db8::/64",), ()),
        ("set address A fqdn www.example.org", (), ("www.example.org",)),
        ("set address A ip-wildcard 10.0.0.0/0.0.248.255", (), ("?",)),
        ("set address-group A static [ B servers ]\nset address B ip-netmask 10.9.0.0/16", ("10.9.0.0/16", "10.0.8.0/24"), ()),
        ("set address-group A dynamic filter \"'x'\"", (), ("?",)),
        ("set shared address A ip-netmask 10.2.0.0/16\nset address A ip-netmask 10.1.0.0/16", ("10.1.0.0/16",), ()),
    ],
)  # fmt: skip
def test_addresses(lines: str, prefixes: tuple[str, ...], hosts: tuple[str, ...]) -> None:
    (item,) = [each for each in panos(BASE, lines).addresses if each.name == "A"]
    assert (item.prefixes, item.fqdns, item.any_) == (prefixes, hosts, False)


def test_a_rule_may_name_an_address_without_an_object() -> None:
    policy = rule("destination 10.0.8.10/32")
    assert "10.0.8.10/32" in policy.destinations
    found = panos(BASE, RULE.replace("destination any", "destination 10.0.8.10"))
    assert [item.prefixes for item in found.addresses if item.name == "10.0.8.10"] == [("10.0.8.10/32",)]


@pytest.mark.parametrize(
    ("lines", "flows", "exact"),
    [
        ("set service S protocol tcp port 80,8000-8100", (("tcp", 80, 80), ("tcp", 8000, 8100)), True),
        ("set service S protocol udp port 53", (("udp", 53, 53),), True),
        ("set service S protocol tcp port 80\nset service S protocol tcp source-port 1", (), False),
        ("set service-group S members [ web service-http ]", (("tcp", 80, 80), ("tcp", 443, 443), ("tcp", 80, 80), ("tcp", 8080, 8080)), True),
    ],
)  # fmt: skip
def test_services(lines: str, flows: tuple[tuple[str, int, int], ...], exact: bool) -> None:
    (item,) = [each for each in panos(BASE, lines).services if each.name == "S"]
    assert (item.flows, item.exact) == (flows, exact)


@pytest.mark.parametrize(
    ("application", "service", "flows", "exact"),
    [
        ("ping", "application-default", (("icmp", 8, 8),), True),
        ("ping", "web", (), False),
        ("ssl", "web", (("tcp", 80, 80), ("tcp", 443, 443)), False),
        ("ssl", "any", (), False),
        ("quic", "application-default", (("udp", 80, 80), ("udp", 443, 443)), False),
    ],
)
def test_an_application_narrows_a_rule(
    application: str,
    service: str,
    flows: tuple[tuple[str, int, int], ...],
    exact: bool,
) -> None:
    text = RULE.replace("application any", f"application {application}").replace(
        "service web", f"service {service}"
    )
    found = panos(BASE, text)
    (name,) = found.policies[0].services
    (item,) = [each for each in found.services if each.name == name]
    assert (item.flows, item.exact, item.any_) == (flows, exact, False)


def test_schedules_have_days_and_hours() -> None:
    found = panos("set schedule S schedule-type recurring weekly monday 08:00-16:00")
    assert [(item.name, item.days, item.start, item.end) for item in found.schedules] == [
        ("S", ("monday",), "08:00", "16:00")
    ]


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ("set address A ip-netmask nowhere", "`nowhere` is no address"),
        ("set address-group G static ghost", "`ghost` is not defined"),
        ("set service-group G members ghost", "`ghost` is not defined"),
        ("set service S protocol tcp port 99999", "is no port"),
        ("set rulebase security rules R1 source ghost", "address `ghost` is not defined"),
        ("set rulebase security rules R1 service ghost", "service `ghost` is not defined"),
        ("set rulebase security rules R1 from ghost", "zone `ghost` is not defined"),
        ("set rulebase security rules R1 schedule ghost", "schedule `ghost` is not defined"),
        ("set rulebase security rules R1 log-setting ghost", "profile `ghost` is not defined"),
        ("set rulebase security rules R1 profile-setting group ghost", "group `ghost` is not defined"),
        ("set rulebase security rules R2 from staff", "has no action"),
        ("set rulebase nat rules N9 from staff", "has no to"),
    ],
)
def test_names_lead_somewhere(more: str, problem: str) -> None:
    assert problem in problems(BASE, RULE, more)


# --- rules ----------------------------------------------------------------------------------------


def test_a_rule_without_more_words_is_enabled_and_logs_at_its_end() -> None:
    policy = rule()
    assert (policy.enabled, policy.log, policy.negated, policy.schedule) == (True, True, False, "")
    assert (policy.reach, policy.conditions) == ("universal", ())


@pytest.mark.parametrize("action", ["deny", "drop", "reset-client", "reset-server", "reset-both"])
def test_every_action_but_allow_denies(action: str) -> None:
    assert not rule(f"action {action}").allow


def test_what_narrows_or_turns_a_rule_is_seen() -> None:
    assert not rule("disabled yes").enabled
    assert rule("negate-destination yes").negated
    assert rule("negate-source yes").negated
    assert rule("source-user staff-group").conditions == ("source-user staff-group",)
    assert rule("category games").conditions == ("category games",)
    assert rule("category any", "source-user any").conditions == ()
    assert rule("rule-type interzone").reach == "interzone"


def test_a_log_that_stays_on_the_firewall_is_none() -> None:
    assert not rule("log-end no").log
    assert not panos(BASE, RULE, "delete rulebase security rules R1 log-setting").policies[0].log
    assert (
        not panos(BASE, RULE, "delete shared log-settings profiles LF match-list t send-syslog")
        .policies[0]
        .log
    )
    partly = 'set shared log-settings profiles LF match-list t filter "(addr.src in 10.0.0.0/8)"'
    assert not panos(BASE, RULE, partly).policies[0].log


def test_the_last_deny_is_logged_by_the_default_rule_or_by_a_rule_that_takes_the_rest() -> None:
    default = "set rulebase default-security-rules rules interzone-default"
    assert not panos(BASE).implicit_deny_logged
    assert not panos(BASE, f"{default} log-end yes").implicit_deny_logged
    logged = f"{default} log-end yes\n{default} log-setting LF"
    assert panos(BASE, logged).implicit_deny_logged
    assert not panos(BASE, logged, f"{default} action allow").implicit_deny_logged
    last = "set rulebase security rules Z from any to any source any destination any application any service any action deny log-setting LF"
    assert panos(BASE, RULE, last).implicit_deny_logged
    assert not panos(BASE, last, RULE).implicit_deny_logged


def test_an_open_default_between_zones_is_a_rule() -> None:
    found = panos(BASE, "set rulebase default-security-rules rules interzone-default action allow")
    assert [(item.id, item.allow, item.reach) for item in found.policies] == [
        ("interzone-default", True, "interzone")
    ]


def test_nat_of_a_rule_comes_from_the_nat_rules() -> None:
    assert not rule().nat
    assert panos(BASE, RULE, NAT).policies[0].nat
    assert not panos(BASE, RULE, NAT, "set rulebase nat rules N1 disabled yes").policies[0].nat
    other = RULE.replace("to internet", "to overlay")
    assert not panos(BASE, other, NAT).policies[0].nat


def test_nat_for_a_part_of_a_rule_is_doubted() -> None:
    partly = NAT.replace("from [ staff guest ]", "from guest")
    text = RULE.replace("from staff", "from [ staff guest ]")
    assert "of some of its sessions is hidden" in problems(BASE, text, partly)
    exempt = """
set rulebase nat rules N0 from staff to internet source any destination servers service any
"""
    assert "of some of its sessions is hidden" in problems(BASE, RULE, exempt, NAT)


def test_nat_to_the_address_of_another_circuit_is_doubted() -> None:
    wrong = NAT.replace("interface-address interface ethernet1/1", "interface-address interface ethernet1/9")
    assert "gets the address of ethernet1/9" in problems(BASE, RULE, wrong)


def test_a_destination_translation_is_a_forward() -> None:
    found = panos(
        BASE,
        "set rulebase nat rules D from internet to internet source any destination 198.51.100.2 service web",
        "set rulebase nat rules D destination-translation translated-address 10.1.30.80",
        "set rulebase nat rules D destination-translation translated-port 8443",
    )
    (item,) = found.forwards
    assert (item.outside, item.inside, item.interface) == (
        "198.51.100.2",
        "10.1.30.80:8443",
        "ethernet1/1",
    )
    assert item.flows == (("tcp", 80, 80), ("tcp", 443, 443))


def test_a_translation_both_ways_is_a_forward_too() -> None:
    found = panos(
        BASE,
        "set rulebase nat rules D from staff to internet source 10.1.30.80 destination any service any",
        "set rulebase nat rules D source-translation static-ip translated-address 198.51.100.3",
        "set rulebase nat rules D source-translation static-ip bi-directional yes",
    )
    assert [(item.outside, item.inside) for item in found.forwards] == [("10.1.30.80", "198.51.100.3")]


def test_rules_about_the_firewalls_own_addresses_are_its_own_sessions() -> None:
    inward = "set rulebase security rules I from any to staff source 10.0.9.0/26 destination 10.1.30.1 application any service web action allow log-setting LF"
    outward = "set rulebase security rules O from staff to any source 10.1.30.1/32 destination servers application any service web action allow log-setting LF"
    found = panos(BASE, RULE, inward, outward)
    assert [item.id for item in found.policies] == ["R1"]
    assert [item.id for item in found.local_in] == ["I"]
    assert [item.id for item in found.local_out] == ["O"]


@pytest.mark.parametrize(
    "line",
    [
        "from any to staff source any destination 10.1.30.0/24",
        "from any to staff source any destination 10.1.30.2",
        "from any to guest source any destination 10.1.30.1",
        "from any to any source any destination 10.1.30.1",
        "from guest to any source 10.1.30.1 destination any",
    ],
)
def test_a_rule_that_reaches_past_the_firewall_is_no_session_of_its_own(line: str) -> None:
    found = panos(BASE, f"set rulebase security rules I {line} application any service any action allow")
    assert [item.id for item in found.policies] == ["I"]


def test_the_end_of_local_rules_is_closed_only_when_both_defaults_deny() -> None:
    deny = "set rulebase default-security-rules rules intrazone-default action deny"
    assert [item.id for item in panos(BASE, deny).local_in] == ["interzone-default"]
    assert panos(BASE).local_in == ()


D = "set rulebase decryption rules"
OPENING = f"{D} open from staff to internet action decrypt profile strict\n{D} open type ssl-forward-proxy"
STRICT = """
set shared ssl-decrypt forward-trust-certificate rsa School-CA
set profiles decryption strict ssl-protocol-settings min-version tls1-2
set profiles decryption strict ssl-forward-proxy block-expired-certificate yes
set profiles decryption strict ssl-forward-proxy block-unsupported-cipher yes
"""


def opened(*lines: str) -> Observed:
    """A box with a rule from staff to the internet and some decryption rules."""
    return panos(BASE, RULE, STRICT, *lines)


def test_a_decryption_rule_opens_the_sessions_of_rules_between_its_zones() -> None:
    seen = opened(OPENING)
    (way,) = seen.inspections
    assert seen.policies[0].inspection == way.name == "open"
    assert (way.https, way.ca, way.min_version) == ("decrypt", "School-CA", "1.2")
    assert way.refuses == ("expired", "cipher")
    assert way.exempt == ()


@pytest.mark.parametrize(
    "line",
    [
        f"{D} open from staff to internet action no-decrypt",
        f"{D} open from staff to internet",
        f"{D} open from guest to internet action decrypt",
        f"{D} open from staff to guest action decrypt",
        f"{D} open from staff to internet action decrypt disabled yes",
    ],
)
def test_sessions_stay_closed_that_no_rule_opens(line: str) -> None:
    seen = opened(line)
    assert seen.policies[0].inspection == ""
    assert seen.inspections == ()


def test_the_first_decryption_rule_that_matches_decides() -> None:
    closing = (
        f"{D} close from staff to internet action no-decrypt\n{D} close category [ health-and-medicine own ]"
    )
    own = "set profiles custom-url-category own list [ bank.example/ *.bank.example/ ]"
    (way,) = opened(own, closing, OPENING).inspections
    assert way.exempt == ("category health-and-medicine", "domain bank.example/", "domain *.bank.example/")
    (way,) = opened(own, OPENING, closing).inspections
    assert way.exempt == ()
    assert opened(f"{D} close from any to any action no-decrypt", OPENING).inspections == ()


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("set shared ssl-decrypt ssl-exclude-cert tunnel.example exclude yes", "domain tunnel.example"),
        (f"{D} open source 10.1.30.0/24", "sessions that are not of open"),
        (f"{D} open category gambling", "sessions that are not of open"),
        (f"{D} open service https", "sessions that are not of open"),
        (f"{D} open source-user pupils", "sessions that are not of open"),
    ],
)
def test_whatever_narrows_decryption_leaves_the_rest_closed(line: str, place: str) -> None:
    (way,) = opened(OPENING, line).inspections
    assert way.exempt == (place,)


def test_a_rule_of_which_some_sessions_are_opened_is_doubted() -> None:
    other = "set rulebase security rules R1 from guest"
    seen = opened(other, OPENING)
    assert any("is not treated alike" in item.text for item in seen.problems)
    assert seen.policies[0].inspection == "open"


def test_without_a_profile_nothing_is_refused() -> None:
    (way,) = opened(f"{D} open from staff to internet action decrypt").inspections
    assert (way.min_version, way.refuses) == ("1.0", ())
    assert any(
        "`none` is not defined" in item.text for item in opened(OPENING, f"{D} open profile none").problems
    )


# --- filters --------------------------------------------------------------------------------------

FILTER = """
set profiles url-filtering WF block [ adult extremism not-resolved questionable ]
set profiles url-filtering WF safe-search-enforcement yes
"""


def test_a_web_filter_has_its_blocked_categories() -> None:
    (item,) = panos(FILTER).filters
    assert (item.name, item.blocked) == ("WF", ("adult", "extremism", "not-resolved", "questionable"))
    assert (item.safe_search, item.fails_open, item.override, item.bypasses) == (True, False, False, ())


def test_a_filter_with_ways_round_it_says_so() -> None:
    assert panos(FILTER, "delete profiles url-filtering WF block not-resolved").filters[0].fails_open
    assert panos(FILTER, "set profiles url-filtering WF override gambling").filters[0].override
    assert panos(FILTER, "set profiles url-filtering WF continue gambling").filters[0].override
    custom = "set profiles custom-url-category C list [ a.example/ b.example/ ]\nset profiles url-filtering WF allow C"
    assert panos(FILTER, custom).filters[0].bypasses == ("a.example/", "b.example/")
    assert "category adult is in `alert` too" in problems(FILTER, "set profiles url-filtering WF alert adult")


@pytest.mark.parametrize(
    "setting",
    [
        "profile-setting profiles url-filtering WF",
        "profile-setting group G",
    ],
)
def test_a_rule_has_its_filter_by_name_or_by_group(setting: str) -> None:
    found = panos(
        BASE,
        RULE,
        FILTER,
        "set profile-group G url-filtering WF",
        f"set rulebase security rules R1 {setting}",
    )
    assert found.policies[0].web_filter == "WF"
    assert not found.problems


# --- tunnels, routes, leases ----------------------------------------------------------------------


def test_a_tunnel_is_its_gateway_and_both_profiles() -> None:
    (item,) = panos(BASE).tunnels
    assert (item.name, item.interface, item.ike_version, item.remote) == (
        "to-dc",
        "ethernet1/1",
        2,
        "203.0.113.1",
    )
    assert (item.local_id, item.peer_id, item.psk) == ("oak", "dc", "NETGEN_SECRET.env.PSK.END")
    assert (item.phase1, item.phase2) == (("aes-256-gcm/sha384",), ("aes-256-gcm",))
    assert (item.dh_groups, item.pfs_groups) == (("20",), ("20",))
    assert (item.local_prefix, item.remote_prefix) == ("10.1.0.0/16", "10.0.0.0/16")
    assert (item.dpd, item.dpd_idle, item.dynamic) == (True, True, False)


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("set network ike gateway to-dc protocol version ikev1", "ike_version", 1),
        ("set network ike gateway to-dc protocol version ikev2-preferred", "ike_version", 1),
        ("delete network ike gateway to-dc protocol version", "ike_version", 1),
        ("set network ike gateway to-dc protocol ikev2 dpd enable no", "dpd", False),
        ("set network ike gateway to-dc peer-address dynamic", "dynamic", True),
        ("set network ike crypto-profiles ike-crypto-profiles ike1 encryption 3des", "phase1", ("aes-256-gcm/sha384", "3des/sha384")),
        ("set network ike crypto-profiles ike-crypto-profiles ike1 dh-group group2", "dh_groups", ("20", "2")),
        ("set network ike crypto-profiles ipsec-crypto-profiles esp1 dh-group no-pfs", "pfs_groups", ("20",)),
        ("set network ike crypto-profiles ipsec-crypto-profiles esp1 esp encryption null", "phase2", ("aes-256-gcm", "null/none")),
        ("delete network tunnel ipsec to-dc auto-key proxy-id", "local_prefix", "0.0.0.0/0"),
        ("set network tunnel ipsec to-dc tunnel-monitor enable yes", "initiates", True),
        ("set network ike gateway to-dc protocol-common passive-mode yes", "answers_only", True),
    ],
)  # fmt: skip
def test_a_weaker_tunnel_is_seen(line: str, field: str, value: object) -> None:
    (item,) = panos(BASE, line).tunnels
    assert getattr(item, field) == value


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("set network tunnel ipsec to-dc auto-key ike-gateway ghost", "has 2 IKE gateways"),
        ("set network tunnel ipsec x auto-key ike-gateway ghost", "gateway `ghost` is not defined"),
        ("set network tunnel ipsec x tunnel-interface tunnel.1", "is bound to `to-dc` already"),
        (
            "set network ike gateway to-dc protocol ikev2 ike-crypto-profile ghost",
            "profile `ghost` is not defined",
        ),
        (
            "set network tunnel ipsec to-dc auto-key ipsec-crypto-profile ghost",
            "profile `ghost` is not defined",
        ),
        (
            "set network ike gateway to-dc local-address ip 198.51.100.9/30",
            "is not the address of ethernet1/1",
        ),
        ("set network ike gateway to-dc local-address interface ethernet9/9", "ethernet9/9 is not defined"),
        ("set network ike gateway to-dc local-id type ipaddr", "`oak` is said as ipaddr"),
        (
            "set network ike gateway to-dc peer-id type fqdn\nset network ike gateway to-dc peer-id id 203.0.113.1",
            "`203.0.113.1` is said as fqdn",
        ),
    ],
)
def test_a_tunnel_that_contradicts_itself(line: str, problem: str) -> None:
    assert problem in problems(BASE, line)


def test_static_routes() -> None:
    table = "set network virtual-router default routing-table ip static-route"
    found = panos(
        BASE,
        f"{table} d destination 0.0.0.0/0",
        f"{table} d nexthop ip-address 198.51.100.1",
        f"{table} d interface ethernet1/1",
        f"{table} d metric 1",
        f"{table} t destination 10.0.0.0/16",
        f"{table} t interface tunnel.1",
        f"{table} n destination 10.0.0.0/8",
        f"{table} n nexthop discard",
        f"{table} n metric 254",
    )
    assert [(item.prefix, item.gateway, item.interface, item.distance) for item in found.routes] == [
        ("0.0.0.0/0", "198.51.100.1", "ethernet1/1", 1),
        ("10.0.0.0/16", "", "to-dc", 10),
        ("10.0.0.0/8", "", "", 254),
    ]
    assert not found.problems


def test_a_route_of_a_larger_administrative_distance_comes_after_every_other() -> None:
    table = "set network virtual-router default routing-table ip static-route"
    found = panos(
        BASE, f"{table} t destination 10.0.0.0/16 \n{table} t interface tunnel.1\n{table} t admin-dist 20"
    )
    assert found.routes[0].distance > 65535


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("x destination 10.0.0.1/16", "has bits of a host"),
        ("x destination nowhere", "is no prefix"),
        ("x interface ethernet9/9", "ethernet9/9 is not defined"),
        ("x metric 5", "leads nowhere"),
    ],
)
def test_a_route_that_leads_nowhere(line: str, problem: str) -> None:
    assert problem in problems(
        BASE, f"set network virtual-router default routing-table ip static-route {line}"
    )


POOL = """
set network dhcp interface ae1.30 server mode enabled
set network dhcp interface ae1.30 server ip-pool 10.1.30.50-10.1.30.250
set network dhcp interface ae1.30 server option lease timeout 480
set network dhcp interface ae1.30 server option gateway 10.1.30.1
set network dhcp interface ae1.30 server option subnet-mask 255.255.255.0
set network dhcp interface ae1.30 server option dns primary 10.0.8.10
set network dhcp interface ae1.30 server option dns secondary 10.0.8.11
set network dhcp interface ae1.30 server option dns-suffix example.org
"""


def test_a_dhcp_pool() -> None:
    (pool,) = panos(BASE, POOL).pools
    assert (pool.prefix, pool.gateway, pool.first, pool.last) == (
        "10.1.30.0/24",
        "10.1.30.1",
        "10.1.30.50",
        "10.1.30.250",
    )
    assert (pool.dns, pool.lease_s, pool.domain) == (("10.0.8.10", "10.0.8.11"), 28800, "example.org")
    assert not panos(BASE, POOL, "set network dhcp interface ae1.30 server mode disabled").pools
    unlimited = "set network dhcp interface ae1.30 server option lease unlimited"
    assert panos(BASE, POOL, unlimited).pools[0].lease_s == 0


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("server ip-pool 10.1.31.1-10.1.31.9", "is not in 10.1.30.0/24"),
        ("server option subnet-mask 255.255.0.0", "is not the mask"),
        ("relay ip server 10.0.8.60", "is a server and a relay"),
    ],
)
def test_a_dhcp_pool_that_contradicts_its_interface(line: str, problem: str) -> None:
    assert problem in problems(BASE, POOL, f"set network dhcp interface ae1.30 {line}")


def test_what_else_a_lease_tells_and_who_always_gets_the_same_address() -> None:
    server = "set network dhcp interface ae1.30 server"
    (pool,) = panos(
        BASE,
        POOL,
        f"{server} option ntp primary 10.0.8.12",
        f"{server} option user-defined o150 code 150",
        f"{server} option user-defined o150 ip [ 10.0.8.40 10.0.8.41 ]",
        f"{server} option user-defined o66 code 66",
        f"{server} option user-defined o66 ascii 10.0.8.41",
        f"{server} option user-defined o67 code 67",
        f"{server} option user-defined o67 ascii boot/x64.efi",
        f"{server} reserved 10.1.30.9 mac 00:1A:2b:3c:4d:5e",
        f"{server} reserved 10.1.30.9 description printer",
    ).pools
    assert pool.options == ((42, ("10.0.8.12",)), (150, ("10.0.8.40", "10.0.8.41")))
    assert (pool.boot_server, pool.boot_file) == ("10.0.8.41", "boot/x64.efi")
    assert pool.reservations == (("00:1a:2b:3c:4d:5e", "10.1.30.9"),)
    assert "has no code" in problems(BASE, POOL, f"{server} option user-defined x ip 10.0.0.1")
    assert unread(
        BASE, POOL, f"{server} option user-defined x code 43\n{server} option user-defined x hex 01"
    ) == [f"{server} option user-defined x hex 01"]


def test_what_a_rule_looks_for_and_where_its_schedule_is() -> None:
    policy = rule("profile-setting profiles virus default", "profile-setting profiles spyware strict")
    assert policy.protections == ("spyware strict", "virus default")
    assert policy.web_filter == ""


def test_a_rule_for_a_published_server_has_the_address_behind_the_translation() -> None:
    found = panos(
        BASE,
        "set address public ip-netmask 198.51.100.2/32",
        "set rulebase nat rules D from internet to internet source any destination public service web",
        "set rulebase nat rules D destination-translation translated-address 10.1.30.80",
        "set rulebase security rules P from internet to staff source any destination public application any service web action allow",
    )
    assert found.policies[0].destinations == ("10.1.30.80/32",)
    assert [item.prefixes for item in found.addresses if item.name == "10.1.30.80/32"] == [("10.1.30.80/32",)]


def test_domains_that_a_filter_refuses_by_name() -> None:
    custom = "set profiles custom-url-category C list [ a.example/ ]\nset profiles url-filtering WF block C"
    (item,) = panos(FILTER, custom).filters
    assert (item.denies, item.bypasses) == (("a.example/",), ())
    assert "C" not in item.blocked


def test_the_password_of_a_circuit_is_a_secret() -> None:
    circuit = "set network interface ethernet ethernet1/1 layer3 pppoe"
    found = panos(f"{circuit} username elm@isp", f"{circuit} password NETGEN_SECRET.x.END")
    assert dict(found.management.secrets) == {"pppoe ethernet1/1": "NETGEN_SECRET.x.END"}
    assert found.interfaces[0].user == "elm@isp"


def test_a_relay_is_of_its_interface() -> None:
    found = panos(BASE, "set network dhcp interface ae1.70 relay ip server 10.0.8.60")
    assert [item.relays for item in found.interfaces if item.name == "ae1.70"] == [("10.0.8.60",)]


# --- management -----------------------------------------------------------------------------------

MANAGED = """
set deviceconfig system dns-setting servers primary 10.0.8.10
set deviceconfig system ntp-servers primary-ntp-server ntp-server-address 10.0.8.12
set deviceconfig system permitted-ip 10.0.9.0/26
set deviceconfig system permitted-ip 10.0.9.77
set deviceconfig system service disable-telnet yes
set deviceconfig system service disable-http yes
set deviceconfig system authentication-profile AP
set shared authentication-profile AP method radius server-profile RAD
set shared server-profile radius RAD server one ip-address 10.0.8.20
set shared server-profile radius RAD server one secret NETGEN_SECRET.env.RADIUS.END
set shared server-profile radius RAD server two ip-address 10.0.8.21
set deviceconfig system snmp-setting access-setting version v3 views all view internet oid 1.3.6.1
set deviceconfig system snmp-setting access-setting version v3 users netpoll view all
set deviceconfig system snmp-setting access-setting version v3 users netpoll authpwd A
set deviceconfig system snmp-setting access-setting version v3 users netpoll privpwd P
set deviceconfig system snmp-setting access-setting version v3 users netpoll authproto SHA-256
set deviceconfig system snmp-setting access-setting version v3 users netpoll privproto AES-256
set deviceconfig setting management idle-timeout 10
set mgt-config users breakglass phash NETGEN_SECRET.env.BREAKGLASS.END
set mgt-config users breakglass permissions role-based superuser yes
"""


def test_how_the_firewall_is_managed() -> None:
    seen = panos(BASE, RULE, MANAGED).management
    assert (seen.ntp, seen.dns, seen.radius) == (("10.0.8.12",), ("10.0.8.10",), ("10.0.8.20", "10.0.8.21"))
    assert (seen.syslog, seen.transports, seen.syslog_ports) == (("10.0.8.30",), ("tls",), (6514,))
    assert (seen.ssh, seen.https, seen.cleartext, seen.idle_s) == (True, True, (), 600)
    assert seen.sources == ("10.0.9.0/26", "10.0.9.77/32")
    assert (seen.users, seen.roles) == (("breakglass",), (("breakglass", "superuser"),))
    assert seen.snmp_algorithms == (("netpoll", "SHA-256", "AES-256"),)
    assert dict(seen.secrets) == {
        "admin breakglass": "NETGEN_SECRET.env.BREAKGLASS.END",
        "radius 10.0.8.20 secret": "NETGEN_SECRET.env.RADIUS.END",
        "snmp netpoll auth-pwd": "A",
        "snmp netpoll priv-pwd": "P",
    }


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("set deviceconfig system service disable-telnet no", "cleartext", ("telnet",)),
        ("set deviceconfig system service disable-http no", "cleartext", ("http",)),
        ("set deviceconfig system service disable-ssh yes", "ssh", False),
        ("set deviceconfig system service disable-https yes", "https", False),
        ("set mgt-config users backdoor permissions role-based superuser yes", "users", ("breakglass", "backdoor")),
        ("set mgt-config users breakglass permissions role-based superreader yes", "roles", (("breakglass", "superreader"),)),
        ("set mgt-config users breakglass permissions role-based custom profile AUDIT", "roles", (("breakglass", "custom AUDIT"),)),
        ("set deviceconfig system snmp-setting access-setting version v2c snmp-community-string public", "cleartext", ("snmp-v2",)),
        ("delete deviceconfig system permitted-ip", "sources", ()),
        ("delete deviceconfig setting management idle-timeout", "idle_s", 3600),
        ("delete deviceconfig system authentication-profile", "radius", ()),
        ("delete deviceconfig system snmp-setting access-setting version v3 users netpoll privpwd", "cleartext", ("snmp-v3 netpoll without encryption",)),
        ("set shared log-settings syslog SL server s1 transport UDP", "transports", ("udp",)),
    ],
)  # fmt: skip
def test_a_line_that_weakens_management_is_seen(line: str, field: str, value: object) -> None:
    assert getattr(panos(BASE, RULE, MANAGED, line).management, field) == value


def test_a_syslog_server_that_no_log_goes_to_is_none() -> None:
    found = panos(BASE, "delete shared log-settings profiles LF")
    assert found.management.syslog == ()


def test_a_time_server_with_a_key_is_believed_with_its_signature_alone() -> None:
    server = "set deviceconfig system ntp-servers primary-ntp-server"
    key = f"{server} authentication-type symmetric-key"
    signed = panos(
        MANAGED, f"{key} key-id 7\n{key} algorithm sha1 authentication-key NETGEN_SECRET.env.NTP.END"
    ).management
    assert signed.ntp_signed == ("10.0.8.12",)
    assert signed.ntp_keys == ((7, "sha1", "NETGEN_SECRET.env.NTP.END"),)
    assert panos(MANAGED, f"{server} authentication-type none").management.ntp_signed == ()


def test_flow_records_go_where_an_interface_sends_them() -> None:
    profile = "set shared server-profile netflow NF server c"
    lines = f"{profile} host 10.0.8.40\n{profile} port 2055"
    assert panos(BASE, lines).management.flow == ()
    used = "set network interface aggregate-ethernet ae1 layer3 units ae1.30 netflow-profile NF"
    assert panos(BASE, lines, used).management.flow == (("netflow", "10.0.8.40", 2055),)


# --- settings and speed ---------------------------------------------------------------------------


def test_what_holds_no_fact_of_its_own_is_a_setting_in_its_scope() -> None:
    found = panos(BASE, "set deviceconfig setting management admin-lockout failed-attempts 5")
    assert [(item.scope, item.text) for item in found.settings if "lockout" in item.text] == [
        ("deviceconfig setting management", "admin-lockout failed-attempts 5")
    ]
    assert not found.unread


def test_a_text_for_people_is_nothing() -> None:
    found = panos(BASE, RULE, 'set rulebase security rules R1 description "for lessons"')
    assert not [item for item in found.settings if "lessons" in item.text]
    assert not found.unread


@pytest.mark.parametrize(
    "line",
    [
        "set rulebase application-override rules A application x",
        "set network logical-router default vrf default bgp enable yes",
        "set network interface ethernet ethernet1/5 tap",
        "set global-protect global-protect-portal G portal-config x",
        "set rulebase security rules R1 option disable-server-response-inspection yes",
        "set deviceconfig high-availability group monitoring path-monitoring enabled yes",
        "set zone staff network tap ethernet1/5",
    ],
)
def test_what_could_change_traffic_and_is_not_read_stays_unread(line: str) -> None:
    assert line in unread(BASE, RULE, line)


_WORDS = st.sampled_from(
    [
        "set",
        "delete",
        "move",
        "rename",
        "to",
        "before",
        "after",
        "top",
        "bottom",
        "[",
        "]",
        '"',
        "rulebase",
        "security",
        "nat",
        "rules",
        "R1",
        "from",
        "staff",
        "network",
        "zone",
        "layer3",
        "interface",
        "ethernet",
        "ethernet1/1",
        "units",
        "ip",
        "10.0.0.1/24",
        "address",
        "A",
        "static",
        "B",
        "any",
        "service",
        "protocol",
        "tcp",
        "port",
        "80-90",
        "tunnel",
        "ipsec",
        "auto-key",
        "ike",
        "gateway",
        "virtual-router",
        "dhcp",
        "server",
        "option",
        "lease",
        "timeout",
        "shared",
        "vsys",
        "vsys1",
        "deviceconfig",
        "system",
        "users",
        "<config>",
        "<entry",
        "name='x'>",
        "</config>",
        "schedule",
        "schedule-type",
        "recurring",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(st.lists(_WORDS, max_size=9), max_size=12)))
def test_no_text_makes_the_reader_raise(text: str | list[list[str]]) -> None:
    whole = text if isinstance(text, str) else "\n".join(" ".join(line) for line in text)
    assert read(KEY, whole).platform == KEY
    assert read(KEY, f"<{whole}").platform == KEY
