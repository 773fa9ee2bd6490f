"""A pair of cores, decided: who is who, which LAGs span both, and addresses that follow numbers alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.schools import write_paired_school

from netgen.blueprint import DevicePlan, PairPlan, SitePlan
from netgen.compiler import compile_site, plan_all
from netgen.compiler.pipeline import slice_for
from netgen.device import Device
from netgen.diagnostics import Collector
from netgen.intent import Intent
from netgen.loader import load_inventory
from netgen.reports.targets import targets

CORE, EDGE = "DCS-7050SX3-48YC8", "CCS-722XPM-48Y4"
FIRST, SECOND = "elm-main-sw1", "elm-main-sw2"
PEER_LINK, FIREWALL, BLOCK = 50, 48, 2


def intent_of(inventory: Path) -> Intent:
    collector = Collector()
    intent = load_inventory(inventory, collector).intent
    assert intent is not None, collector
    return intent


@pytest.fixture(scope="module")
def intent(tmp_path_factory: pytest.TempPathFactory) -> Intent:
    return intent_of(write_paired_school(tmp_path_factory.mktemp("routed"), CORE, EDGE))


@pytest.fixture(scope="module")
def plan(intent: Intent) -> SitePlan:
    return plan_all(intent)[1]["elm"]


@pytest.fixture(scope="module")
def devices(intent: Intent) -> dict[str, Device]:
    trust, _ = plan_all(intent)
    return {device.hostname: device for device in compile_site(intent, slice_for(trust, "elm"), "elm")[1]}


def box(plan: SitePlan, hostname: str) -> DevicePlan:
    return next(device for device in plan.devices if device.hostname == hostname)


def pair(plan: SitePlan, hostname: str) -> PairPlan:
    found = box(plan, hostname).pair
    assert found is not None
    return found


def test_each_half_is_a_core_with_a_management_address_of_its_own(plan: SitePlan) -> None:
    halves = [box(plan, FIRST), box(plan, SECOND)]
    assert [half.is_core for half in halves] == [True, True]
    assert [half.management for half in halves] == ["10.10.0.17", "10.10.0.18"]
    assert [half.stp_priority for half in halves] == [4096, 4096]


def test_the_halves_name_each_other_and_agree_on_who_they_are_to_neighbours(plan: SitePlan) -> None:
    first, second = pair(plan, FIRST), pair(plan, SECOND)
    assert (first.member, first.peer, second.member, second.peer) == (1, SECOND, 2, FIRST)
    alike = ("name", "peer_link", "peer_vlan", "keepalive", "length", "system_mac", "gateway_mac")
    assert [getattr(first, name) for name in alike] == [getattr(second, name) for name in alike]
    assert first.system_mac != first.gateway_mac


def test_what_one_half_calls_its_own_the_other_calls_its_peer(plan: SitePlan) -> None:
    first, second = pair(plan, FIRST), pair(plan, SECOND)
    assert first.peer_addresses == ("10.10.62.1", "10.10.62.2") == second.peer_addresses[::-1]
    assert first.keepalive_addresses == ("10.10.62.5", "10.10.62.6") == second.keepalive_addresses[::-1]


def test_the_pair_lives_where_no_zone_has_its_transit(plan: SitePlan) -> None:
    own = {*pair(plan, FIRST).peer_addresses, *pair(plan, FIRST).keepalive_addresses}
    zones = {transit.prefix.address(place) for transit in plan.transits for place in range(8)}
    assert not own & zones


@pytest.mark.parametrize("number", [BLOCK, FIREWALL])
def test_what_hangs_on_both_has_a_leg_to_each(plan: SitePlan, number: int) -> None:
    legs = [lag for half in (FIRST, SECOND) for lag in box(plan, half).lags if lag.number == number]
    assert [(len(leg.members), leg.shared) for leg in legs] == [(1, True), (1, True)]
    assert legs[0].tagged == legs[1].tagged


def test_the_peer_link_carries_every_vlan_and_is_shared_with_nobody(plan: SitePlan) -> None:
    for half in (box(plan, FIRST), box(plan, SECOND)):
        link = next(lag for lag in half.lags if lag.number == PEER_LINK)
        assert set(link.tagged) == set(half.vlans) - {plan.native_vlan, plan.blackhole_vlan}
        assert (len(link.members), link.shared, link.is_down) == (2, False, False)


def test_both_halves_have_the_same_vlans(plan: SitePlan) -> None:
    assert box(plan, FIRST).vlans == box(plan, SECOND).vlans


def test_the_other_end_of_a_shared_lag_is_one_lag(plan: SitePlan) -> None:
    assert [(lag.number, len(lag.members)) for lag in box(plan, "elm-block-sw1").lags] == [(1, 2)]
    assert [len(lag.members) for lag in box(plan, "elm-fw1").lags] == [2]


def test_the_keepalive_is_a_cable_and_no_port_of_the_switch(plan: SitePlan) -> None:
    for half in (FIRST, SECOND):
        assert pair(plan, half).keepalive not in {port.interface for port in box(plan, half).ports}
    between = [link for link in plan.links if {link.host_a, link.host_b} == {FIRST, SECOND}]
    assert [(link.interface_a, link.interface_b) for link in between] == [
        ("Ethernet55/1", "Ethernet55/1"),
        ("Ethernet56/1", "Ethernet56/1"),
        ("Management1", "Management1"),
    ]


def test_hosts_know_one_gateway_and_each_half_has_an_address_beside_it(
    plan: SitePlan, devices: dict[str, Device]
) -> None:
    for segment in plan.segments:
        svis = [[svi for svi in devices[half].svis if svi.vlan == segment.vlan] for half in (FIRST, SECOND)]
        if segment.gateway_on != "core":
            assert svis == [[], []]
            continue
        (first,), (second,) = svis
        assert first.shared == second.shared == segment.gateway
        assert (first.address, second.address) == (segment.prefix.address(2), segment.prefix.address(3))


def test_the_firewall_sends_into_a_zone_by_the_shared_address(
    plan: SitePlan, devices: dict[str, Device]
) -> None:
    gateways = {route.gateway for route in devices["elm-fw1"].routes}
    for transit in plan.transits:
        svis = [svi for half in (FIRST, SECOND) for svi in devices[half].svis if svi.vlan == transit.vlan]
        assert {svi.shared for svi in svis} == {transit.core} <= gateways
        assert len({transit.firewall, transit.core, *(svi.address for svi in svis)}) == 4


def test_no_pool_gives_away_an_address_of_a_half(devices: dict[str, Device]) -> None:
    for pool in devices[FIRST].dhcp_pools:
        svis = [svi for half in (FIRST, SECOND) for svi in devices[half].svis if svi.vlan == pool.vlan]
        low = int(pool.first.rpartition(".")[2])
        assert svis
        assert all(int(svi.address.rpartition(".")[2]) < low for svi in svis)
        assert pool.gateway == svis[0].shared


def test_a_collapsed_school_pairs_without_gateways(tmp_path: Path) -> None:
    intent = intent_of(write_paired_school(tmp_path, CORE, EDGE, routed=False))
    trust, plans = plan_all(intent)
    assert all(not segment.members for segment in plans["elm"].segments)
    first = next(item for item in compile_site(intent, slice_for(trust, "elm"), "elm")[1] if item.pair)
    assert (first.svis, first.routes_ip) == ((), False)


def test_a_switch_with_one_cable_hangs_on_one_half(tmp_path: Path) -> None:
    inventory = write_paired_school(tmp_path, CORE, EDGE)
    file = inventory / "sites" / "elm.yaml"
    school = yaml.safe_load(file.read_text())
    del school["cabinets"]["block"]["uplink"]["links"]["sw1/u2"]
    file.write_text(yaml.safe_dump(school))
    plan = plan_all(intent_of(inventory))[1]["elm"]
    assert [lag.shared for lag in box(plan, FIRST).lags if lag.number == BLOCK] == [False]
    assert [lag for lag in box(plan, SECOND).lags if lag.number == BLOCK] == []
    peer_link = next(lag for lag in box(plan, SECOND).lags if lag.number == PEER_LINK)
    block = next(lag for lag in box(plan, FIRST).lags if lag.number == BLOCK)
    assert set(block.tagged) <= set(peer_link.tagged)


def test_a_push_reaches_one_half_after_the_other_and_the_firewall_last(plan: SitePlan) -> None:
    texts = {f"elm/{device.hostname}.cfg": "" for device in plan.devices}
    stage = {target.hostname: target.stage for target in targets([plan], texts, 600)}
    assert stage["elm-block-sw1"] < stage[SECOND] < stage[FIRST] < stage["elm-fw1"]
