"""BGP over the overlay: what may differ in a text, and what the judge says of it.

oak has one tunnel, to dc. Facts are those of a text of the platform; `tests/judge/mutations` has lines of texts.
"""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from netgen.blueprint import BfdPlan, BgpPlan, PeerPlan
from netgen.judge import Status, Verdict
from netgen.judge.expectations.overlay_routing import judge_bgp, judge_bgp_pairs
from netgen.readback import (
    Observed,
    ObservedBfd,
    ObservedBgp,
    ObservedBgpPeer,
    ObservedInterface,
    ObservedRoute,
    ObservedRouteRule,
)
from netgen.values import Prefix
from tests.judge.small_site import SITE, TRUST, small_case

change: Any = msgspec.structs.replace

OWN, HUB = "10.1.0.0/16", "10.0.0.0/16"
(STATIC,) = SITE.tunnels
TUNNEL = change(STATIC, routing="bgp")
PEER = PeerPlan(
    tunnel="to-dc", site="dc", local_address="10.255.0.2", address="10.255.0.1", remote_as=4200000000,
    accept=(Prefix.parse(HUB),), preference=990, origin="trust/hubs/0",
)  # fmt: skip
PLAN = BgpPlan(
    local_as=4200000001, router_id="10.255.0.2", announce=(Prefix.parse(OWN),), peers=(PEER,), keepalive_s=10,
    hold_s=30, most_prefixes=16, origin="trust/vpn/routing", bfd=BfdPlan(1000, 3),
)  # fmt: skip
REST = ObservedRouteRule((), allow=False, line=9)
LEARNT = ObservedRouteRule(((HUB, 16, 16),), allow=True, line=7, preference=990)
TOLD = ObservedRouteRule(((OWN, 16, 16),), allow=True, line=8)
SEEN = ObservedBgpPeer(
    address="10.255.0.1", remote_as=4200000000, line=5, believes=(LEARNT, REST), tells=(TOLD, REST), keepalive_s=10,
    hold_s=30, most_prefixes=16, bfd=ObservedBfd(1000, 1000, 3),
)  # fmt: skip
BGP = ObservedBgp(4200000001, "10.255.0.2", 4, (SEEN,), (TOLD,))
NOWHERE = ObservedRoute("", OWN, "", "blackhole", 254, 3)
OVERLAY = ObservedInterface("to-dc", "tunnel", 2, "10.255.0.2", 31, remote="10.255.0.1")
GUARDED = change(OVERLAY, sources=(HUB, "10.255.0.1/32"), access=("ping", "protocol:bgp", "protocol:bfd"))
PLATFORMS = {"fortinet_fortios": OVERLAY, "juniper_junos": GUARDED}


def judged(
    platform: str,
    *boxes: ObservedBgp,
    plan: BgpPlan | None = PLAN,
    routes: tuple[ObservedRoute, ...] = (NOWHERE,),
    interfaces: tuple[ObservedInterface, ...] = (),
) -> list[Verdict]:
    firewall = change(next(item for item in SITE.devices if item.kind == "firewall"), platform=platform)
    site = change(SITE, devices=(firewall,), tunnels=(TUNNEL if plan else STATIC,), bgp=plan)
    places = interfaces or (PLATFORMS[platform],)
    seen = Observed(platform, "oak-fw1", bgp=boxes, routes=routes, interfaces=places)
    return list(judge_bgp(small_case({"oak-fw1": seen}, site, TRUST)))


def objections(platform: str, *boxes: ObservedBgp, **other: Any) -> str:
    found = [item for item in judged(platform, *boxes, **other) if item.status is not Status.PASS]
    return "\n".join(f"{item.rule.code} {item.message}" for item in found)


def with_peer(**fields: Any) -> ObservedBgp:
    return change(BGP, peers=(change(SEEN, **fields),))


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_session_as_planned_passes(platform: str) -> None:
    found = judged(platform, BGP)
    assert all(item.status is Status.PASS for item in found)
    assert [item.rule.code for item in found] == [
        "JDG522", "JDG520", "JDG521", "JDG522", "JDG523", "JDG524", "JDG525", "JDG526"
    ]  # fmt: skip


@pytest.mark.parametrize("platform", PLATFORMS)
def test_nothing_is_said_where_nothing_is_planned_and_nothing_is_there(platform: str) -> None:
    assert judged(platform, plan=None, interfaces=(OVERLAY,)) == []


@pytest.mark.parametrize("platform", PLATFORMS)
def test_bgp_that_nobody_planned_is_objected_to(platform: str) -> None:
    assert "JDG526 it speaks BGP, not planned; 10.255.0.1 is a neighbour, not planned" in objections(
        platform, BGP, plan=None, interfaces=(OVERLAY,)
    )


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_firewall_that_speaks_no_bgp_is_objected_to_for_each_claim(platform: str) -> None:
    found = objections(platform)
    assert "JDG522 oak-fw1 speaks no BGP" in found
    assert all(
        f"{code} oak-fw1 has no neighbour 10.255.0.1" in found for code in ("JDG520", "JDG521", "JDG523")
    )


def test_a_switch_that_speaks_bgp_is_objected_to() -> None:
    switch = next(item for item in SITE.devices if item.kind == "switch")
    seen = Observed(switch.platform, switch.hostname, bgp=(BGP,))
    site = change(SITE, devices=(switch,))
    (found,) = judge_bgp(small_case({switch.hostname: seen}, site, TRUST))
    assert (found.status, found.rule.code) == (Status.FAIL, "JDG526")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"remote_as": 65000}, "AS number of the peer: 65000, not 4200000000"),
        ({"local_address": "10.255.0.9"}, "own address: 10.255.0.9, not 10.255.0.2"),
        ({"hops": 2}, "hops: 2, not 1"),
        ({"hold_s": 90}, "hold time: 90, not 30"),
        ({"most_prefixes": 0}, "most prefixes: none, not 16"),
        ({"enabled": False}, "the session is off"),
        ({"passive": True}, "it waits for its peer"),
        ({"bfd": None}, "BFD with dc: none, not 3 lost packets"),
        ({"bfd": ObservedBfd(1000, 300, 3)}, "taken each 300 ms, not"),
        ({"believes": (REST,)}, "10.0.0.0/16 is not believed"),
        ({"believes": (REST, LEARNT)}, "10.0.0.0/16 is not believed"),
        ({"believes": (LEARNT,)}, ""),
        ({"believes": (LEARNT, change(REST, allow=True))}, "every route is believed"),
        ({"believes": (change(LEARNT, prefixes=((HUB, 16, 24),)), REST)}, "10.0.0.0/16 (16 to 24 bits) is believed"),
        ({"believes": (change(LEARNT, prefixes=(("0.0.0.0/0", 0, 0),)), LEARNT, REST)}, "0.0.0.0/0 is believed"),
        ({"believes": (change(LEARNT, conditions=("tag 5",)), REST)}, "is believed on condition alone: tag 5"),
        ({"believes": (change(LEARNT, changes=("metric 7",)), REST)}, "it changes metric 7"),
        ({"believes": (change(LEARNT, allow=False), LEARNT, REST)}, "10.0.0.0/16 is refused first"),
        ({"believes": (change(LEARNT, preference=0), REST)}, "its routes get preference none, not 990"),
        ({"tells": (change(REST, allow=True, sources=("bgp",)),)}, "every bgp route is told"),
        ({"tells": (change(TOLD, sources=("connected",)), REST)}, "is told on condition alone: from connected"),
        ({"tells": (TOLD, change(TOLD, prefixes=((HUB, 16, 16),)), REST)}, "10.0.0.0/16 is told"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("platform", PLATFORMS)
def test_each_difference_of_a_session_is_objected_to(
    platform: str, fields: dict[str, Any], words: str
) -> None:
    found = objections(platform, with_peer(**fields))
    assert words in found
    assert bool(words) == bool(found)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"local_as": 4200000002}, "AS number is 4200000002, not 4200000001"),
        ({"router_id": ""}, "router id is none, not 10.255.0.2"),
        ({"installs": False}, "what it learns is not used"),
        ({"origins": ()}, "10.1.0.0/16 does not enter BGP"),
        (
            {"origins": (TOLD, change(REST, allow=True, sources=("connected",)))},
            "every connected route enters BGP",
        ),
        ({"admits": ("10.255.0.2/32",)}, "the filter of the box itself refuses 10.255.0.1"),
    ],
)
def test_each_difference_of_the_box_is_objected_to(fields: dict[str, Any], words: str) -> None:
    assert words in objections("juniper_junos", change(BGP, **fields))


def test_another_neighbour_and_another_table_are_objected_to() -> None:
    more = change(BGP, peers=(SEEN, change(SEEN, address="203.0.113.5")))
    assert "JDG526 203.0.113.5 is a neighbour, not planned" in objections("fortinet_fortios", more)
    twice = change(BGP, peers=(SEEN, SEEN))
    assert "10.255.0.1 is a neighbour twice" in objections("fortinet_fortios", twice)
    apart = objections("juniper_junos", BGP, change(BGP, vrf="carrier"))
    assert "it speaks BGP in carrier, not planned" in apart


def test_a_block_that_no_route_holds_is_told_to_nobody() -> None:
    words = f"no route to nowhere holds {OWN}"
    assert words in objections("fortinet_fortios", BGP, routes=())
    # A route nearer than that would swallow what belongs to segments.
    assert words in objections("fortinet_fortios", BGP, routes=(change(NOWHERE, distance=10),))


def test_a_static_route_into_the_tunnel_is_objected_to() -> None:
    hidden = ObservedRoute("", HUB, "", "to-dc", 10, 6)
    assert "JDG525 a static route sends 10.0.0.0/16 into it" in objections(
        "fortinet_fortios", BGP, routes=(NOWHERE, hidden)
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"sources": None}, "JDG525 packets from anywhere come out of it"),
        ({"sources": (HUB,)}, "packets from 10.0.0.0/16 come out of it"),
        ({"sources": ("10.0.0.0/8",)}, "packets from 10.0.0.0/8 come out of it"),
        ({"access": ("protocol:bgp",)}, "JDG520 to-dc does not answer bfd"),
        ({"access": (*GUARDED.access, "protocol:ospf")}, "JDG526 to-dc answers ospf, not planned"),
    ],
)
def test_what_guards_a_tunnel_of_an_srx(fields: dict[str, Any], words: str) -> None:
    assert words in objections("juniper_junos", BGP, interfaces=(change(GUARDED, **fields),))


def test_what_stands_on_another_interface_is_objected_to() -> None:
    outside = ObservedInterface("wan1", "physical", 1, sources=(HUB,), access=("protocol:bgp",))
    found = objections("juniper_junos", BGP, interfaces=(GUARDED, outside))
    assert "wan1 answers bgp, not planned" in found
    assert "a packet filter stands before wan1, not planned" in found
    fast = ObservedInterface("wan1", "physical", 1, bfd=ObservedBfd(250, 250, 3))
    assert "BFD runs on wan1, not planned" in objections("fortinet_fortios", BGP, interfaces=(OVERLAY, fast))


def both_ends(**fields: Any) -> str:
    """Objections to a session of which the end at the hub differs from the one at oak."""
    firewall = change(
        next(item for item in SITE.devices if item.kind == "firewall"), platform="fortinet_fortios"
    )
    oak = change(SITE, devices=(firewall,), tunnels=(TUNNEL,), bgp=PLAN)
    far = change(PEER, site="oak", local_address="10.255.0.1", address="10.255.0.2", remote_as=4200000001)
    hub = change(oak, site="dc", bgp=change(PLAN, local_as=4200000000, router_id="10.255.0.1", peers=(far,)))
    answer = change(SEEN, address="10.255.0.2", remote_as=4200000001)
    boxes = {
        "oak": BGP,
        "dc": change(BGP, local_as=4200000000, router_id="10.255.0.1", peers=(change(answer, **fields),)),
    }
    cases = [
        small_case({"oak-fw1": Observed("fortinet_fortios", "oak-fw1", bgp=(boxes[site.site],))}, site, TRUST)
        for site in (oak, hub)
    ]
    found = list(judge_bgp_pairs(cases))
    assert [item.id for item in found] == [
        f"{site}/bgp-preference/oak-fw1:to-dc/both-ends" for site in ("oak", "dc")
    ]
    return "; ".join(item.message for item in found if item.status is not Status.PASS)


def test_both_ends_of_a_session_agree() -> None:
    assert not both_ends()
    assert "differ in the AS number of this end" in both_ends(remote_as=65000)
    assert "differ in the preference of the tunnel" in both_ends(
        believes=(change(LEARNT, preference=989), REST)
    )
    assert "differ in BFD" in both_ends(bfd=None)
    assert "has no other end of the session" in both_ends(address="10.255.0.7")
