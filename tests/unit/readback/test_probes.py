"""Pings that watch a circuit, on three kinds of firewall: lines in, facts out."""

from __future__ import annotations

import msgspec
import pytest

from netgen.readback import Observed, ObservedProbe, read

GATEWAY = "198.51.100.41"
TARGETS = ("203.0.113.200", "203.0.113.201")

FORTIOS = """
config system interface
    edit "wan1"
        set vdom "root"
        set ip 198.51.100.42 255.255.255.252
    next
end
config system link-monitor
    edit "fttp"
        set srcintf "wan1"
        set server "203.0.113.200" "203.0.113.201"
        set gateway-ip 198.51.100.41
        set interval 5000
        set failtime 4
        LINES
    next
end
"""
JUNOS = """
set interfaces ge-0/0/0 unit 0 family inet address 198.51.100.42/30
set security zones security-zone internet interfaces ge-0/0/0.0
set services rpm probe fttp test t1 target address 203.0.113.200
set services rpm probe fttp test t2 target address 203.0.113.201
set services ip-monitoring policy fttp match rpm-probe fttp
set services ip-monitoring policy fttp then preferred-route withdraw
set services ip-monitoring policy fttp then preferred-route route 0.0.0.0/0 next-hop 198.51.100.41
set services ip-monitoring policy fttp then preferred-route route 0.0.0.0/0 preferred-metric 2
"""
TEST = (
    "probe-count 5", "probe-interval 5", "test-interval 2", "thresholds successive-loss 4", "thresholds total-loss 0",
    "destination-interface ge-0/0/0.0", "next-hop 198.51.100.41",
)  # fmt: skip
PANOS = """
set network interface ethernet ethernet1/1 layer3 ip 198.51.100.42/30
set network virtual-router default interface ethernet1/1
set zone internet network layer3 ethernet1/1
set network virtual-router default routing-table ip static-route d destination 0.0.0.0/0
set network virtual-router default routing-table ip static-route d interface ethernet1/1
set network virtual-router default routing-table ip static-route d nexthop ip-address 198.51.100.41
"""
MONITOR = "set network virtual-router default routing-table ip static-route d path-monitor "
TARGET = ("enable yes", "source 198.51.100.42/30", "interval 5", "count 4")


def fortios(*lines: str) -> Observed:
    return read("fortinet_fortios", FORTIOS.replace("LINES", "\n        ".join(lines)))


def junos(*lines: str, test: tuple[str, ...] = TEST) -> Observed:
    tests = [f"set services rpm probe fttp test {name} {line}" for name in ("t1", "t2") for line in test]
    return read("juniper_junos", JUNOS + "\n".join((*tests, *lines)) + "\n")


def panos(*lines: str, target: tuple[str, ...] = TARGET, targets: tuple[str, ...] = TARGETS) -> Observed:
    said = [f"{MONITOR}{line}" for line in lines or ("enable yes", "failure-condition all", "hold-time 1")]
    for number, address in enumerate(targets):
        said += [
            f"{MONITOR}monitor-destinations t{number} {line}" for line in (f"destination {address}", *target)
        ]
    return read("paloalto_panos", PANOS + "\n".join(said) + "\n")


def only(found: Observed) -> ObservedProbe:
    assert not found.unread
    assert not found.problems
    (probe,) = found.probes
    return msgspec.structs.replace(probe, line=0)


def problems(found: Observed) -> str:
    return "\n".join(item.text for item in found.problems)


COMMON = ObservedProbe("fttp", "", TARGETS, 5000, 4, 0, 0, gives_up=("0.0.0.0/0",), gateway=GATEWAY)


def with_(**fields: object) -> ObservedProbe:
    return msgspec.structs.replace(COMMON, **fields)


# --- FortiOS -----------------------------------------------------------------------------------------


def test_a_link_monitor_is_read_with_its_defaults() -> None:
    assert only(fortios()) == with_(interface="wan1", recover_after=5)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("set recoverytime 9", {"recover_after": 9}),
        ("unset failtime", {"fail_after": 5}),
        ("unset interval", {"interval_ms": 500}),
        ("unset gateway-ip", {"gateway": ""}),
        ("unset gateway-ip\n        set gateway-ip 0.0.0.0", {"gateway": ""}),
        ("set protocol ping", {}),
        ("set protocol http", {"kind": "http"}),
        ("set update-static-route disable", {"gives_up": ()}),
        ("set service-detection enable", {"gives_up": ()}),
        ('set route "10.0.0.0/8" "0.0.0.0/0"', {"gives_up": ("10.0.0.0/8", "0.0.0.0/0")}),
        ("set route 10.0.0.0 255.0.0.0", {"gives_up": ("10.0.0.0/8",)}),
        ("set probe-timeout 900", {}),
    ],
)
def test_a_line_of_a_link_monitor(line: str, fields: dict[str, object]) -> None:
    assert only(fortios(line)) == msgspec.structs.replace(with_(interface="wan1", recover_after=5), **fields)


def test_a_link_monitor_that_is_off_watches_nothing() -> None:
    assert not fortios("set status disable").probes


@pytest.mark.parametrize(
    "line",
    ["set server-config individual", "set addr-mode ipv6", "set source-ip 10.0.0.1", "set fail-weight 3"],
)
def test_what_a_fact_cannot_hold_is_unread(line: str) -> None:
    assert [item.text for item in fortios(line).unread] == [line]


def test_a_link_monitor_of_no_interface_is_a_contradiction() -> None:
    assert "interface `wan9` is not defined" in problems(fortios("set srcintf wan9"))


def test_a_route_that_no_monitor_moves_is_unread() -> None:
    route = "config router static\nedit 1\nset device wan1\nset link-monitor-exempt enable\nnext\nend\n"
    found = read("fortinet_fortios", FORTIOS.replace("LINES", "") + route)
    assert [item.text for item in found.unread] == ["set link-monitor-exempt enable"]


# --- Junos -------------------------------------------------------------------------------------------


def test_a_watched_route_of_junos_is_there_while_all_is_well() -> None:
    found = junos()
    assert only(found) == with_(interface="ge-0/0/0", pause_s=2)
    assert [(item.prefix, item.gateway, item.distance, item.metric) for item in found.routes] == [
        ("0.0.0.0/0", GATEWAY, 1, 2)
    ]


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"thresholds total-loss 0": ""}, {"fail_after": 1}),
        ({"thresholds successive-loss 4": ""}, {"fail_after": 1}),
        ({"thresholds successive-loss 4": "thresholds successive-loss 0"}, {"fail_after": 0}),
        ({"thresholds total-loss 0": "thresholds total-loss 3"}, {"fail_after": 3}),
        ({"probe-count 5": "probe-count 3"}, {"fail_after": 0}),
        ({"probe-count 5": ""}, {"fail_after": 0}),
        ({"probe-interval 5": ""}, {"interval_ms": 3000}),
        ({"test-interval 2": ""}, {"pause_s": 1}),
        ({"probe-count 5": "probe-count 5\nprobe-type tcp-ping"}, {"kind": "tcp-ping"}),
        ({"next-hop 198.51.100.41": ""}, {}),
        ({"destination-interface ge-0/0/0.0": ""}, {"interface": ""}),
    ],
)
def test_a_line_of_a_test(changed: dict[str, str], fields: dict[str, object]) -> None:
    lines = tuple(part for line in TEST for part in changed.get(line, line).split("\n") if part)
    expected = msgspec.structs.replace(with_(interface="ge-0/0/0", pause_s=2), **fields)
    assert only(junos(test=lines)) == expected


def test_without_withdraw_a_route_takes_the_place_of_the_lost_one() -> None:
    found = junos(
        "delete services ip-monitoring policy fttp then preferred-route withdraw",
        "set services ip-monitoring policy fttp then preferred-route route 0.0.0.0/0 next-hop 203.0.113.5",
        "delete services ip-monitoring policy fttp then preferred-route route 0.0.0.0/0 next-hop 198.51.100.41",
    )
    assert only(found) == with_(interface="ge-0/0/0", pause_s=2, instead="203.0.113.5")
    assert not found.routes


def test_a_plain_route_by_the_same_gateway_stays() -> None:
    plain = "set routing-options static route 0.0.0.0/0 next-hop 198.51.100.41"
    assert only(junos(plain)).stays == 5
    assert only(junos(plain, "set routing-options static route 0.0.0.0/0 preference 110")).stays == 110


def test_of_two_probes_one_that_fails_is_enough() -> None:
    found = junos(
        "set services rpm probe other test t target address 203.0.113.9",
        "set services ip-monitoring policy fttp match rpm-probe other",
    )
    assert [item.any_answer for item in found.probes] == [False, False]


def test_a_probe_that_no_policy_looks_at_moves_no_route() -> None:
    assert only(junos("delete services ip-monitoring")).gives_up == ()


def test_contradictions_of_junos() -> None:
    assert "probe other is not defined" in problems(
        junos("set services ip-monitoring policy x match rpm-probe other")
    )
    assert "are not alike" in problems(junos("set services rpm probe fttp test t1 probe-interval 9"))
    assert "the route is by 198.51.100.41" in problems(
        junos(
            "set services rpm probe fttp test t1 next-hop 192.0.2.1",
            "set services rpm probe fttp test t2 next-hop 192.0.2.1",
        )
    )


@pytest.mark.parametrize(
    "line",
    [
        "no-preempt",
        "then interface ge-0/0/0.0 disable",
        "then preferred-route routing-instances x route 0.0.0.0/0 next-hop 192.0.2.1",
    ],
)
def test_what_else_a_policy_does_is_a_setting(line: str) -> None:
    before = {(item.scope, item.text) for item in junos().settings}
    after = junos(f"set services ip-monitoring policy fttp {line}").settings
    assert [item for item in after if item.text and (item.scope, item.text) not in before]


# --- PAN-OS ------------------------------------------------------------------------------------------


def test_a_path_monitor_is_read() -> None:
    assert only(panos()) == with_(name="d", interface="ethernet1/1", hold_s=60)


def test_a_path_monitor_says_little_by_default() -> None:
    found = only(panos("enable yes", target=("enable yes", "source 198.51.100.42/30")))
    assert (found.any_answer, found.hold_s, found.interval_ms, found.fail_after) == (False, 120, 3000, 5)
    alone = only(panos("enable yes", targets=TARGETS[:1]))
    assert alone.any_answer


@pytest.mark.parametrize("line", ["enable no", "failure-condition all"])
def test_a_path_monitor_that_is_not_on_watches_nothing(line: str) -> None:
    assert not panos(line).probes


def test_a_target_that_is_off_decides_nothing() -> None:
    lines = ("destination 192.0.2.1", "enable no", "source 198.51.100.42/30")
    said = [f"monitor-destinations off {line}" for line in lines]
    assert only(panos("enable yes", "failure-condition all", "hold-time 1", *said)).targets == TARGETS


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (("enable yes", "source 10.0.0.1/24"), "`10.0.0.1/24` is not the address of ethernet1/1"),
        (("enable yes",), "`` is not the address"),
        (("enable yes", "source DHCP"), "`DHCP` is not the address"),
        (("enable yes", "source 198.51.100.42/30", "count 2"), "2 lost pings are not from 3 to 10"),
        (("enable no",), "monitors no target"),
    ],
)
def test_contradictions_of_a_target(target: tuple[str, ...], words: str) -> None:
    assert words in problems(panos("enable yes", target=target))
