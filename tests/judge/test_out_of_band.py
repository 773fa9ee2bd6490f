"""Who may reach a switch of a small school by its management port, which has a network of its own."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from netgen.blueprint import OutOfBandPlan
from netgen.judge import Status
from netgen.judge.case import SiteCase
from netgen.judge.expectations.out_of_band import judge_out_of_band
from netgen.judge.expectations.switch_addresses import judge_switch_addresses
from netgen.readback import ObservedRoute, ObservedSvi
from netgen.values import Prefix
from tests.judge.small_site import SITE, observed_site, small_case

change: Any = msgspec.structs.replace

KS1, WINDOW = "oak-ks1-sw1", Prefix.parse("10.1.54.0/24")
PLAN = OutOfBandPlan("GigabitEthernet0/0", "10.1.54.33", WINDOW, "sites/oak/oob")
ASKING = change(
    SITE, devices=tuple(change(plan, oob=PLAN) if plan.hostname == KS1 else plan for plan in SITE.devices)
)
PORT = ObservedSvi("GigabitEthernet0/0", 0, "Mgmt-vrf", "10.1.54.33", 24, shutdown=False, line=5)
FROM_THERE = (("Mgmt-vrf", (str(WINDOW),)),)


def case_of(site: Any, ports: tuple[Any, ...], sources: Any = FROM_THERE, **seen: Any) -> SiteCase:
    found = observed_site()
    box = found[KS1]
    management = change(box.management, vrf_sources=sources)
    routes = (*box.routes, *seen.get("routes", ()))
    return small_case(
        {**found, KS1: change(box, svis=(*box.svis, *ports), management=management, routes=routes)}, site=site
    )


def judged(site: Any, ports: tuple[Any, ...], sources: Any = FROM_THERE, **seen: Any) -> list[Status]:
    return [item.status for item in judge_out_of_band(case_of(site, ports, sources, **seen))]


def test_silent_where_nothing_is_planned_and_nobody_comes_in_by_a_vrf() -> None:
    assert judged(SITE, (), ()) == []


def test_the_port_is_reached_from_its_own_network_alone() -> None:
    assert judged(ASKING, (PORT,)) == [Status.PASS]


@pytest.mark.parametrize(
    ("site", "status"), [(ASKING, Status.PASS), (SITE, Status.FAIL)], ids=["planned", "not"]
)
def test_its_address_is_known_where_it_is_planned(site: Any, status: Status) -> None:
    found = judge_switch_addresses(case_of(site, (PORT,)))
    assert {item.status for item in found if item.rule.code == "JDG302" and item.device == KS1} == {status}


@pytest.mark.parametrize(
    ("ports", "sources"),
    [
        ((), ()),
        ((change(PORT, address="10.1.54.34"),), FROM_THERE),
        ((change(PORT, length=16),), FROM_THERE),
        ((change(PORT, shutdown=True),), FROM_THERE),
        ((change(PORT, vrf=""),), FROM_THERE),
        ((PORT, change(PORT, name="Vlan70", vlan=70, address="10.1.70.2")), FROM_THERE),
        ((PORT,), ()),
        ((PORT,), (("Mgmt-vrf", ("0.0.0.0/0",)),)),
        ((PORT,), (("Mgmt-vrf", ("10.1.0.0/16",)),)),
        ((PORT,), (("*", ("10.1.10.0/24",)), *FROM_THERE)),
        ((PORT,), (*FROM_THERE, ("guest", ("10.1.70.0/24",)))),
    ],
    ids=[
        "shut", "another-address", "another-mask", "shut-down", "in-the-table-of-the-school", "beside-guests",
        "no-session", "from-anywhere", "from-the-school", "by-every-vrf", "by-the-vrf-of-guests",
    ],
)  # fmt: skip
def test_the_port_is_reached_otherwise(ports: tuple[Any, ...], sources: Any) -> None:
    assert judged(ASKING, ports, sources) == [Status.FAIL]


def test_a_route_leads_to_the_port() -> None:
    route = ObservedRoute("Mgmt-vrf", "0.0.0.0/0", "10.1.54.1", "", 1, 8)
    assert judged(ASKING, (PORT,), routes=(route,)) == [Status.FAIL]


def test_sessions_by_a_vrf_that_nobody_planned() -> None:
    assert judged(SITE, (), FROM_THERE) == [Status.FAIL]
