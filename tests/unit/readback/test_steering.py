"""What chooses a way before the routing table, read from texts that vendors' documents show."""

from __future__ import annotations

import pytest

from netgen.readback import Observed, ObservedSteering, read

FORTIOS, JUNOS, PANOS = "fortinet_fortios", "juniper_junos", "paloalto_panos"

SDWAN = """
config system interface
    edit "wan1"
        set ip 198.51.100.2 255.255.255.252
        set type physical
    next
    edit "wan2"
        set mode dhcp
        set type physical
    next
end
config firewall address
    edit "staff"
        set subnet 10.1.30.0 255.255.255.0
    next
    edit "exams"
        set subnet 203.0.113.0 255.255.255.0
    next
end
config system sdwan
    set status enable
    config zone
        edit "underlay"
        next
    end
    config members
        edit 1
            set interface "wan1"
            set zone "underlay"
            set gateway 198.51.100.1
        next
        edit 2
            set interface "wan2"
            set zone "underlay"
            set priority 10
        next
    end
    config health-check
        edit "INET"
            set server "1.1.1.1" "8.8.8.8"
            set failtime 3
            set members 0
            config sla
                edit 1
                    set link-cost-factor latency packet-loss
                    set latency-threshold 100
                    set packetloss-threshold 1
                next
            end
        next
    end
    config service
        edit 1
            set name "exams"
            set mode sla
            set protocol 6
            set start-port 443
            set end-port 443
            set dst "exams"
            set src "staff"
            config sla
                edit "INET"
                    set id 1
                next
            end
            set priority-members 2 1
        next
    end
end
config router static
    edit 1
        set distance 1
        set sdwan-zone "underlay"
    next
end
"""
ROUTE = """
config system interface
    edit "lan"
        set ip 10.1.30.1 255.255.255.0
        set type physical
    next
    edit "wan1"
        set ip 198.51.100.2 255.255.255.252
        set type physical
    next
end
config router policy
    edit 1
        set src "10.1.0.0/255.255.0.0"
        set dst "10.0.0.0/255.0.0.0"
        set action deny
    next
    edit 2
        set input-device "lan"
        set src "10.1.0.0/16"
        set protocol 17
        set gateway 198.51.100.1
        set output-device "wan1"
    next
end
"""
PBF = """
set network interface ethernet ethernet1/1 layer3 ip 198.51.100.2/30
set network interface ethernet ethernet1/3 layer3 ip 10.1.30.1/24
set network virtual-router default interface [ ethernet1/1 ethernet1/3 ]
set zone TRUST network layer3 ethernet1/3
set zone UNTRUST network layer3 ethernet1/1
set network profiles monitor-profile MON action fail-over
set network profiles monitor-profile MON threshold 4
set rulebase pbf rules P1 from zone TRUST
set rulebase pbf rules P1 source 10.1.30.0/24
set rulebase pbf rules P1 destination 10.0.0.0/8
set rulebase pbf rules P1 negate-destination yes
set rulebase pbf rules P1 application any
set rulebase pbf rules P1 service any
set rulebase pbf rules P1 action forward egress-interface ethernet1/1
set rulebase pbf rules P1 action forward nexthop ip-address 198.51.100.1
set rulebase pbf rules P1 action forward monitor profile MON
set rulebase pbf rules P1 action forward monitor ip-address 1.1.1.1
set rulebase pbf rules P1 action forward monitor disable-if-unreachable yes
set rulebase pbf rules P2 from interface ethernet1/3
set rulebase pbf rules P2 source any
set rulebase pbf rules P2 destination any
set rulebase pbf rules P2 service any
set rulebase pbf rules P2 action no-pbf
"""
FBF = """
set interfaces ge-0/0/0 unit 0 family inet address 198.51.100.2/30
set interfaces ge-0/0/3 unit 0 family inet address 10.1.30.1/24
set interfaces ge-0/0/3 unit 0 family inet filter input CHOOSE
set security zones security-zone trust interfaces ge-0/0/3.0
set security zones security-zone untrust interfaces ge-0/0/0.0
set firewall family inet filter CHOOSE term updates from source-address 10.1.30.0/24
set firewall family inet filter CHOOSE term updates from protocol tcp
set firewall family inet filter CHOOSE term updates from destination-port [ 80 8000-8080 ]
set firewall family inet filter CHOOSE term updates then routing-instance SECOND
set firewall family inet filter CHOOSE term rest then accept
set routing-instances SECOND instance-type forwarding
set routing-instances SECOND routing-options static route 0.0.0.0/0 qualified-next-hop 198.51.100.1 preference 20
set routing-instances SECOND routing-options static route 0.0.0.0/0 qualified-next-hop 203.0.113.1 preference 10
set routing-options interface-routes rib-group inet BOTH
set routing-options rib-groups BOTH import-rib [ inet.0 SECOND.inet.0 ]
"""
TEXTS = {FORTIOS: SDWAN, "policy route": ROUTE, PANOS: PBF, JUNOS: FBF}


def rules(platform: str, text: str) -> tuple[ObservedSteering, ...]:
    return read(platform, text).steering


def told(observed: Observed) -> str:
    """What a reader could not take at face value."""
    return "\n".join(item.text for item in (*observed.problems, *observed.unread))


@pytest.mark.parametrize("name", TEXTS)
def test_all_of_it_is_understood(name: str) -> None:
    observed = read(name if name != "policy route" else FORTIOS, TEXTS[name])
    about = ("pbf", "sdwan", "router policy", "CHOOSE", "SECOND", "BOTH", "rule ", "member")
    assert not [line for line in told(observed).splitlines() if any(word in line for word in about)]


def test_a_rule_of_sdwan_takes_its_members_in_order_within_its_bounds() -> None:
    (rule,) = rules(FORTIOS, SDWAN)
    assert (rule.name, rule.sources, rule.destinations) == ("exams", ("10.1.30.0/24",), ("203.0.113.0/24",))
    assert rule.flows == (("tcp", 443, 443),)
    assert rule.ways == (("wan2", ""), ("wan1", "198.51.100.1"))
    assert (rule.strategy, rule.latency_ms, rule.jitter_ms, rule.loss_percent) == ("ordered", 100, -1, 1)
    assert not rule.ends_here


def test_a_route_into_sdwan_is_one_by_each_member_with_its_priority() -> None:
    found = [(r.interface, r.gateway, r.distance, r.metric) for r in read(FORTIOS, SDWAN).routes]
    assert found == [("wan1", "198.51.100.1", 1, 1), ("wan2", "", 1, 10)]


def test_a_health_check_watches_each_of_its_members() -> None:
    found = read(FORTIOS, SDWAN).probes
    assert [(probe.interface, probe.fail_after, probe.interval_ms) for probe in found] == [
        ("wan1", 3, 500),
        ("wan2", 3, 500),
    ]
    (only,) = read(FORTIOS, SDWAN.replace("set members 0", "set members 2")).probes
    assert only.interface == "wan2"


def test_sdwan_that_is_off_does_nothing() -> None:
    observed = read(FORTIOS, SDWAN.replace("set status enable", "set status disable"))
    assert (observed.steering, observed.probes, observed.routes) == ((), (), ())
    assert "SD-WAN has members and is not on" in told(observed)


@pytest.mark.parametrize(
    ("old", "new", "strategy"),
    [
        ("set mode sla", "set mode priority\nset health-check INET", "fastest"),
        (
            "set mode sla",
            "set mode priority\nset health-check INET\nset link-cost-factor jitter",
            "best jitter",
        ),
        ("set mode sla", "set load-balance enable\nset hash-mode source-ip-based", "spread"),
        ("set mode sla", "set load-balance enable", "manual round-robin"),
        ("set mode sla", "set mode auto", "auto"),
    ],
)
def test_how_a_member_is_picked(old: str, new: str, strategy: str) -> None:
    (rule,) = rules(FORTIOS, SDWAN.replace(old, new))
    assert (rule.strategy, rule.latency_ms) == (strategy, -1)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("set priority-members 2 1", "set priority-members 2 7", "member `7` is not defined"),
        ("set priority-members 2 1", "", "takes no member"),
        ("set id 1", "set id 9", "has no bounds 9"),
        ('set dst "exams"', 'set dst "nobody"', "address `nobody` is not defined"),
        ("set protocol 6", "", "ports without a protocol"),
        ("set priority-members 2 1", "set priority-members 2 1\nset tos 0x10", "set tos 0x10"),
        ("set priority-members 2 1", "set priority-members 2 1\nset default enable", "set default enable"),
    ],
)
def test_what_sdwan_leaves_open_is_said(old: str, new: str, words: str) -> None:
    assert words in told(read(FORTIOS, SDWAN.replace(old, new)))


def test_a_policy_route_denies_or_leads_out() -> None:
    stays, leaves = rules(FORTIOS, ROUTE)
    assert (stays.ways, stays.destinations, stays.incoming) == ((), ("10.0.0.0/8",), ())
    assert (leaves.ways, leaves.flows) == ((("wan1", "198.51.100.1"),), (("udp", 0, 65535),))
    assert (leaves.sources, leaves.destinations, leaves.incoming) == (
        ("10.1.0.0/16",),
        ("0.0.0.0/0",),
        ("lan",),
    )


def test_policy_routes_are_asked_before_rules_of_sdwan() -> None:
    both = SDWAN + ROUTE[ROUTE.index("config router policy") :].replace('"lan"', '"wan2"')
    assert [rule.name for rule in rules(FORTIOS, both)] == ["policy route 1", "policy route 2", "exams"]


def test_a_forwarding_rule_of_panos_gives_way_where_its_watch_says_so() -> None:
    first, second = rules(PANOS, PBF)
    assert (first.ways, first.incoming, first.ends_here) == (
        (("ethernet1/1", "198.51.100.1"),),
        ("ethernet1/3",),
        False,
    )
    assert "10.0.0.0/8" not in first.destinations
    assert first.destinations[0] == "0.0.0.0/5"
    assert (first.watches, first.interval_ms, first.fail_after) == (("1.1.1.1",), 3000, 4)
    assert (second.ways, second.incoming, second.destinations) == ((), ("ethernet1/3",), ("0.0.0.0/0",))


def test_a_forwarding_rule_of_panos_without_a_watch_stays() -> None:
    lines = "\n".join(line for line in PBF.splitlines() if " monitor " not in line)
    assert rules(PANOS, lines)[0].ends_here


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("action no-pbf", "action discard", "discard"),
        ("rules P1 application any", "rules P1 application ssl", "application ssl"),
        ("disable-if-unreachable yes", "disable-if-unreachable no", "rules behind it are not asked"),
        ("monitor profile MON", "monitor profile LOST", "monitor profile `LOST` is not defined"),
        ("from zone TRUST", "from zone NOWHERE", "zone `NOWHERE` is not defined"),
        ("egress-interface ethernet1/1", "egress-interface ethernet1/9", "ethernet1/9 is not defined"),
    ],
)
def test_what_forwarding_of_panos_leaves_open_is_said(old: str, new: str, words: str) -> None:
    assert words in told(read(PANOS, PBF.replace(old, new)))


def test_a_filter_of_junos_chooses_a_table_whose_ways_are_ranked() -> None:
    first, rest = rules(JUNOS, FBF)
    assert first.flows == (("tcp", 80, 80), ("tcp", 8000, 8080))
    assert first.ways == (("", "203.0.113.1"), ("", "198.51.100.1"))
    assert (first.table, first.ends_here, first.incoming) == ("SECOND", True, ("ge-0/0/3",))
    assert (rest.ways, rest.sources, rest.flows, rest.ends_here) == ((), ("0.0.0.0/0",), (), False)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("term rest then accept", "term rest then discard", "`discard` does more than to choose a table"),
        ("set firewall family inet filter CHOOSE term rest then accept\n", "", "discards what no term"),
        ("[ inet.0 SECOND.inet.0 ]", "inet.0", "knows no network of an interface"),
        ("[ inet.0 SECOND.inet.0 ]", "[ inet.0 SECOND.inet.0 X.inet.0 ]", "are imported to"),
        ("filter input CHOOSE", "filter input OTHER", "is on no interface"),
        ("routing-instance SECOND", "routing-instance THIRD", "no table of forwarding is called THIRD"),
        ("from protocol tcp", "from dscp ef", "what `dscp` matches is not known"),
        ("preference 20", "preference 10", "two ways are used at once"),
    ],
)
def test_what_forwarding_of_junos_leaves_open_is_said(old: str, new: str, words: str) -> None:
    assert words in told(read(JUNOS, FBF.replace(old, new)))
