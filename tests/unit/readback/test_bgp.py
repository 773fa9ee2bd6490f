"""BGP and BFD on three kinds of firewall: lines in, facts out.

The box is AS 4200000040 and has one neighbour, 10.255.0.82. What stands between them is particular to each test.
"""

from __future__ import annotations

from typing import Any

import pytest

from netgen.readback import Observed, ObservedBfd, ObservedBgp, ObservedBgpPeer, ObservedRouteRule, read

FORTIOS = """
config system interface
    edit "to-dc"
        set vdom "root"
        set ip 10.255.0.83 255.255.255.255
        set type tunnel
        set remote-ip 10.255.0.82 255.255.255.255
        INTERFACE
    next
end
config router prefix-list
    edit "hub"
        config rule
            edit 1
                LIST
            next
        end
    next
end
config router route-map
    edit "in"
        config rule
            edit 10
                set match-ip-address "hub"
                MAP
            next
        end
    next
end
config router bgp
    set as 4200000040
    set router-id 10.255.0.83
    BGP
    config neighbor
        edit "10.255.0.82"
            set remote-as 4200000000
            NEIGHBOUR
        next
    end
end
"""
JUNOS = """
set interfaces st0 unit 41 family inet address 10.255.0.83/31
set security zones security-zone overlay interfaces st0.41
set routing-options router-id 10.255.0.83
set routing-options autonomous-system 4200000040
set protocols bgp group overlay type external
set protocols bgp group overlay neighbor 10.255.0.82 peer-as 4200000000
"""
NEIGHBOUR = "set protocols bgp group overlay neighbor 10.255.0.82 "
TERM = "set policy-options policy-statement hub term own "
PANOS = """
set network interface tunnel units tunnel.1 ip 10.255.0.83/31
set network virtual-router default interface tunnel.1
set network virtual-router default protocol bgp enable yes
set network virtual-router default protocol bgp install-route yes
set network virtual-router default protocol bgp router-id 10.255.0.83
set network virtual-router default protocol bgp local-as 4200000040
set network virtual-router default protocol bgp routing-options as-format 4-byte
set network virtual-router default protocol bgp peer-group g peer dc peer-as 4200000000
set network virtual-router default protocol bgp peer-group g peer dc peer-address ip 10.255.0.82
"""
BGP = "set network virtual-router default protocol bgp "
PEER = BGP + "peer-group g peer dc "
RULE = BGP + "policy import rules r "


def fortios(
    *, interface: str = "", row: str = "set prefix 10.0.0.0 255.255.192.0", route: str = "", bgp: str = "",
    neighbour: str = 'set route-map-in "in"',
) -> Observed:  # fmt: skip
    parts = {"INTERFACE": interface, "LIST": row, "MAP": route, "BGP": bgp, "NEIGHBOUR": neighbour}
    text = FORTIOS
    for name, lines in parts.items():
        text = text.replace(f" {name}\n", f" {lines}\n")
    return read("fortinet_fortios", text)


def junos(*lines: str) -> Observed:
    return read("juniper_junos", JUNOS + "\n".join(lines))


def panos(*lines: str) -> Observed:
    return read("paloalto_panos", PANOS + "\n".join(lines))


def bgp_of(observed: Observed) -> ObservedBgp:
    (found,) = observed.bgp
    return found


def peer_of(observed: Observed) -> ObservedBgpPeer:
    (found,) = bgp_of(observed).peers
    return found


def facts(rules: tuple[ObservedRouteRule, ...]) -> list[tuple[Any, ...]]:
    """(prefixes, allowed) of each rule."""
    return [(rule.prefixes, rule.allow) for rule in rules]


@pytest.mark.parametrize("observed", [fortios(), junos(), panos()], ids=["fortios", "junos", "panos"])
def test_who_the_box_is_and_with_whom_it_speaks(observed: Observed) -> None:
    bgp, peer = bgp_of(observed), peer_of(observed)
    assert (bgp.local_as, bgp.router_id, bgp.installs) == (4200000040, "10.255.0.83", True)
    assert (peer.address, peer.remote_as, peer.enabled) == ("10.255.0.82", 4200000000, True)
    assert (peer.hops, peer.passive, peer.bfd) == (1, False, None)
    assert observed.unread == ()


def test_a_box_without_bgp_has_none() -> None:
    for platform, text in (
        ("fortinet_fortios", 'config router bgp\n    config redistribute "connected"\n    end\nend\n'),
        ("juniper_junos", "set routing-options autonomous-system 65000\n"),
        ("paloalto_panos", BGP + "enable no\n"),
    ):
        assert read(platform, text).bgp == ()


def test_timers_and_limits_without_a_line_are_those_of_the_vendor() -> None:
    found = [peer_of(item) for item in (fortios(), junos(), panos())]
    assert [(peer.keepalive_s, peer.hold_s, peer.most_prefixes) for peer in found] == [
        (60, 180, 0), (30, 90, 0), (30, 90, 5000)
    ]  # fmt: skip


def test_a_limit_that_only_warns_is_none() -> None:
    limit = "family inet unicast prefix-limit "
    assert peer_of(fortios(neighbour="set maximum-prefix 16")).most_prefixes == 16
    warns = "set maximum-prefix 16\n set maximum-prefix-warning-only enable"
    assert peer_of(fortios(neighbour=warns)).most_prefixes == 0
    assert peer_of(junos(NEIGHBOUR + limit + "maximum 16")).most_prefixes == 0
    both = (NEIGHBOUR + limit + "maximum 16", NEIGHBOUR + limit + "teardown")
    assert peer_of(junos(*both)).most_prefixes == 16
    assert peer_of(panos(PEER + "max-prefixes unlimited")).most_prefixes == 0


def test_without_rules_everything_is_believed() -> None:
    found = (fortios(neighbour="set bfd disable"), junos(), panos())
    assert [facts(peer_of(item).believes) for item in found] == [[((), True)]] * 3


def test_what_an_srx_is_not_told_to_keep_back_it_tells_on() -> None:
    (end,) = peer_of(junos()).tells
    assert (end.prefixes, end.allow, end.sources) == ((), True, ("bgp",))


HUB = ("10.0.0.0/18", 18, 18)


@pytest.mark.parametrize(
    ("row", "fits"),
    [
        ("set prefix 10.0.0.0 255.255.192.0", HUB),
        ("set prefix 10.0.0.0 255.255.192.0\n set le 24", ("10.0.0.0/18", 18, 24)),
        ("set prefix 10.0.0.0 255.255.192.0\n set ge 24", ("10.0.0.0/18", 24, 32)),
        ("set prefix any", ("0.0.0.0/0", 0, 32)),
        ("set prefix 0.0.0.0 0.0.0.0", ("0.0.0.0/0", 0, 0)),
    ],
)
def test_lengths_that_a_prefix_list_of_fortios_means(row: str, fits: tuple[str, int, int]) -> None:
    assert facts(peer_of(fortios(row=row)).believes) == [((fits,), True), ((), False)]


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("exact", HUB),
        ("orlonger", ("10.0.0.0/18", 18, 32)),
        ("longer", ("10.0.0.0/18", 19, 32)),
        ("upto /24", ("10.0.0.0/18", 18, 24)),
        ("prefix-length-range /20-/22", ("10.0.0.0/18", 20, 22)),
    ],
)
def test_lengths_that_a_route_filter_of_junos_means(words: str, fits: tuple[str, int, int]) -> None:
    lines = (
        f"{TERM}from route-filter 10.0.0.0/18 {words}", f"{TERM}then local-preference 990", f"{TERM}then accept",
        "set policy-options policy-statement hub term rest then reject", NEIGHBOUR + "import hub",
    )  # fmt: skip
    first, second, end = peer_of(junos(*lines)).believes
    assert (first.prefixes, first.allow, first.preference) == ((fits,), True, 990)
    assert (second.prefixes, second.allow) == ((), False)
    assert end.allow


@pytest.mark.parametrize(("exact", "longest"), [("yes", 18), ("no", 32)])
def test_lengths_that_a_rule_of_panos_means(exact: str, longest: int) -> None:
    lines = (
        RULE + "enable yes", RULE + "used-by g", RULE + f"match address-prefix 10.0.0.0/18 exact {exact}",
        RULE + "action allow update local-preference 990",
    )  # fmt: skip
    first, end = peer_of(panos(*lines)).believes
    assert (first.prefixes, first.preference) == ((("10.0.0.0/18", 18, longest),), 990)
    assert (end.prefixes, end.allow) == ((), True)


def test_rules_of_a_route_map_count_by_their_numbers() -> None:
    later = "next\n edit 5\n set action deny"
    assert facts(peer_of(fortios(route=later)).believes)[0] == ((), False)


def test_what_a_rule_of_fortios_asks_and_changes_beside_is_kept_as_words() -> None:
    (rule, _) = peer_of(
        fortios(route="set match-tag 5\n set set-metric 7\n set set-local-preference 990")
    ).believes
    assert (rule.conditions, rule.changes, rule.preference) == (("match-tag 5",), ("set-metric 7",), 990)


def test_the_nearest_level_names_the_policies_of_junos() -> None:
    lines = (
        TERM + "then accept", "set policy-options policy-statement none then reject",
        "set protocols bgp group overlay import none", NEIGHBOUR + "import hub",
    )  # fmt: skip
    observed = junos(*lines)
    assert facts(peer_of(observed).believes) == [((), True), ((), True)]
    # and a policy that nobody has is a setting, for whoever judges to allow or not
    assert any("policy-statement none" in item.text for item in observed.settings)


def test_a_rule_of_panos_is_for_the_groups_and_peers_that_it_names() -> None:
    base = (RULE + "enable yes", RULE + "action deny")
    assert len(peer_of(panos(*base, RULE + "used-by other")).believes) == 1
    assert len(peer_of(panos(*base, RULE + "used-by g", RULE + "match from-peer other")).believes) == 1
    assert len(peer_of(panos(*base, RULE + "used-by g", RULE + "match from-peer dc")).believes) == 2


def test_what_enters_bgp() -> None:
    network = "config network\n edit 1\n set prefix 10.10.0.0 255.255.192.0\n next\n end"
    every = 'config redistribute "connected"\n set status enable\n end'
    assert facts(bgp_of(fortios(bgp=network)).origins) == [((("10.10.0.0/18", 18, 18),), True)]
    assert bgp_of(fortios(bgp=every)).origins[0].sources == ("connected",)
    lines = (
        TERM + "from protocol static",
        TERM + "then accept",
        "set protocols bgp group overlay export hub",
    )
    assert [rule.sources for rule in bgp_of(junos(*lines)).origins] == [("static",)]
    profile = "set network virtual-router default protocol redist-profile own "
    redist = (profile + "filter type static", profile + "filter destination 10.10.0.0/18", profile + "action redist",
              BGP + "redist-rules own enable yes")  # fmt: skip
    (rule,) = bgp_of(panos(*redist)).origins
    assert (rule.prefixes, rule.sources, rule.allow) == ((("10.10.0.0/18", 18, 18),), ("static",), True)


def test_bfd_of_each_make() -> None:
    on_interface = "set bfd enable\n set bfd-desired-min-tx 1000\n set bfd-required-min-rx 900"
    assert peer_of(fortios(interface=on_interface, neighbour="set bfd enable")).bfd == ObservedBfd(
        1000, 900, 3
    )
    assert peer_of(fortios(neighbour="set bfd enable")).bfd is None
    assert peer_of(fortios(interface=on_interface)).bfd is None
    lines = (NEIGHBOUR + "bfd-liveness-detection minimum-interval 1000",)
    assert peer_of(junos(*lines)).bfd == ObservedBfd(1000, 1000, 3)
    profile = "set network profiles bfd-profile fast "
    shaped = (profile + "min-tx-interval 500", profile + "detection-multiplier 5", PEER + "bfd profile fast")
    assert peer_of(panos(*shaped)).bfd == ObservedBfd(500, 1000, 5)
    assert peer_of(panos(PEER + "bfd profile default")).bfd == ObservedBfd(1000, 1000, 3)


def test_strangers_that_may_open_a_session_are_neighbours() -> None:
    ranged = "config neighbor-range\n edit 1\n set prefix 10.255.0.0 255.255.0.0\n next\n end"
    assert [peer.address for peer in bgp_of(fortios(bgp=ranged)).peers] == ["10.255.0.82", "10.255.0.0/16"]
    allowed = junos("set protocols bgp group overlay allow 10.255.0.0/16")
    assert [peer.address for peer in bgp_of(allowed).peers] == ["10.255.0.82", "10.255.0.0/16"]


@pytest.mark.parametrize(
    ("observed", "words"),
    [
        (fortios(neighbour='set route-map-in "other"'), "route map `other` is not defined"),
        (fortios(neighbour="set bfd disable"), "route map `in` is used by no neighbour"),
        (junos(NEIGHBOUR + "import other"), "policy other is not defined"),
        (panos(PEER + "bfd profile other"), "BFD profile `other` is not defined"),
        (panos(BGP + "redist-rules other enable yes"), "profile `other` is not defined"),
        (panos(BGP + "routing-options as-format 2-byte"), "needs AS numbers of four bytes"),
    ],
)
def test_contradictions_are_told(observed: Observed, words: str) -> None:
    assert any(words in problem.text for problem in observed.problems)


FILTER = "set firewall family inet filter hub term "
BOUND = "set interfaces st0 unit 41 family inet filter input hub"


def sources(*lines: str) -> tuple[tuple[str, ...] | None, list[str]]:
    observed = junos(*lines)
    tunnel = next(item for item in observed.interfaces if item.native == "st0.41")
    return tunnel.sources, [problem.text for problem in observed.problems]


def test_where_packets_out_of_a_tunnel_may_be_from() -> None:
    own = (FILTER + "own from source-address 10.0.0.0/18", FILTER + "own then accept", BOUND)
    assert sources() == (None, [])
    assert sources(*own) == (("10.0.0.0/18",), [])
    assert sources(*own, FILTER + "rest then discard") == (("10.0.0.0/18",), [])
    assert sources(*own, FILTER + "rest then count x") == (("0.0.0.0/0",), [])
    assert sources(BOUND) == ((), ["st0.41: filter hub is not defined"])


def test_a_filter_that_looks_at_more_than_the_source_is_told() -> None:
    lines = (
        FILTER + "own from source-address 10.0.0.0/18", FILTER + "own from protocol tcp",
        FILTER + "own then accept", BOUND,
    )  # fmt: skip
    found, problems = sources(*lines)
    assert found == ("10.0.0.0/18",)
    assert any("looks at more than where packets are from" in text for text in problems)


def test_the_filter_of_the_box_itself_says_whose_sessions_it_takes() -> None:
    door = "set firewall family inet filter door term bgp "
    lines = (
        door + "from source-address 10.255.0.82/32", door + "from protocol tcp", door + "from destination-port bgp",
        door + "then accept", "set interfaces lo0 unit 0 family inet filter input door",
    )  # fmt: skip
    assert bgp_of(junos()).admits == ("0.0.0.0/0",)
    assert bgp_of(junos(*lines)).admits == ("10.255.0.82/32",)
    assert bgp_of(junos(*lines, NEIGHBOUR + "bfd-liveness-detection minimum-interval 1000")).admits == ()
