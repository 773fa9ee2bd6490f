"""BGP over the tunnels, decided: numbers that never move, two ends that agree, and nobody in the middle."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgen.blueprint import BgpPlan, SitePlan, TrustPlan
from netgen.compiler import compile_site, plan_all, slice_for
from netgen.diagnostics import Collector
from netgen.intent import Intent
from netgen.loader import load_inventory
from netgen.values import Prefix

REFERENCE = Path(__file__).parents[3] / "inventory"


def asking(**vpn: object) -> Intent:
    """The reference trust with other words below `vpn`."""
    intent = load_inventory(REFERENCE, Collector()).intent
    assert intent is not None
    as_it_is = intent.trust.vpn.model_dump(exclude_unset=True)
    asked = type(intent.trust.vpn).model_validate({**as_it_is, **vpn})
    return intent.model_copy(update={"trust": intent.trust.model_copy(update={"vpn": asked})})


def bgp_of(plans: dict[str, SitePlan], site: str) -> BgpPlan:
    plan = plans[site].bgp
    assert plan is not None
    return plan


@pytest.fixture(scope="module")
def asked() -> Intent:
    return asking(routing="bgp", over="every-circuit", bfd={})


@pytest.fixture(scope="module")
def plans(asked: Intent) -> dict[str, SitePlan]:
    return plan_all(asked)[1]


@pytest.fixture(scope="module")
def trust(asked: Intent) -> TrustPlan:
    return plan_all(asked)[0]


def test_nothing_speaks_bgp_where_nobody_asks() -> None:
    _, plans = plan_all(asking())
    assert all(plan.bgp is None for plan in plans.values())
    assert all(tunnel.routing == "static" for plan in plans.values() for tunnel in plan.tunnels)


def test_a_site_announces_its_own_block_and_nothing_else(plans: dict[str, SitePlan]) -> None:
    assert all(bgp_of(plans, name).announce == (plan.block,) for name, plan in plans.items())


def test_a_peer_is_believed_its_own_block_and_nothing_else(plans: dict[str, SitePlan]) -> None:
    for name in plans:
        for peer in bgp_of(plans, name).peers:
            assert peer.accept == (plans[peer.site].block,)
            assert Prefix(4, 0, 0) not in peer.accept


def test_as_numbers_are_private_and_follow_the_site_numbers(plans: dict[str, SitePlan]) -> None:
    for name, plan in plans.items():
        assert bgp_of(plans, name).local_as == 4_200_000_000 + plan.number


def test_no_two_sites_have_one_router_id(plans: dict[str, SitePlan]) -> None:
    ids = [bgp_of(plans, name).router_id for name in plans]
    assert len(set(ids)) == len(ids)


def test_both_ends_of_a_session_agree(plans: dict[str, SitePlan]) -> None:
    ends = {
        (name, peer.address, peer.local_address): (bgp_of(plans, name).local_as, peer)
        for name in plans
        for peer in bgp_of(plans, name).peers
    }
    assert ends
    for (name, address, local), (own_as, peer) in ends.items():
        far_as, far = ends[peer.site, local, address]
        assert far.site == name
        assert (peer.remote_as, far.remote_as) == (far_as, own_as)


def test_a_school_and_a_hub_prefer_the_same_tunnel(plans: dict[str, SitePlan]) -> None:
    """Else packets would go one way and their answers the other, which firewalls drop."""
    for name in plans:
        for hub in ("dc", "hq"):
            here = [peer for peer in bgp_of(plans, name).peers if peer.site == hub]
            there = [peer for peer in bgp_of(plans, hub).peers if peer.site == name]
            best = sorted(here, key=lambda peer: -peer.preference)
            assert [peer.address for peer in best] == [
                peer.local_address for peer in sorted(there, key=lambda peer: -peer.preference)
            ]


def test_the_first_hub_and_the_first_circuit_are_preferred(plans: dict[str, SitePlan]) -> None:
    ranked = sorted(bgp_of(plans, "oak-primary").peers, key=lambda peer: -peer.preference)
    assert [peer.tunnel for peer in ranked] == ["to-dc", "to-dc-2", "to-hq", "to-hq-2"]


def test_a_site_that_leaves_moves_nobody(asked: Intent, plans: dict[str, SitePlan]) -> None:
    sites = {name: site for name, site in asked.sites.items() if name != "hill-academy"}
    _, without = plan_all(asked.model_copy(update={"sites": sites}))
    for name in sites:
        left = [peer for peer in bgp_of(plans, name).peers if peer.site != "hill-academy"]
        assert list(bgp_of(without, name).peers) == left


def test_a_school_may_keep_static_routes_for_now() -> None:
    _, plans = plan_all(asking(routing="bgp", static_sites=["oak-primary"]))
    assert plans["oak-primary"].bgp is None
    assert {tunnel.routing for tunnel in plans["oak-primary"].tunnels} == {"static"}
    (towards_oak,) = [tunnel for tunnel in plans["dc"].tunnels if tunnel.peer_site == "oak-primary"]
    assert towards_oak.routing == "static"
    assert "to-oak" not in {peer.tunnel for peer in bgp_of(plans, "dc").peers}
    assert len(bgp_of(plans, "dc").peers) == len(plans) - 2


def test_what_is_announced_and_the_trust_go_nowhere_by_themselves(asked: Intent, trust: TrustPlan) -> None:
    """A packet for an unused subnet must neither come back to its sender nor leave by the internet."""
    for name in ("oak-primary", "dc"):
        plan, devices = compile_site(asked, slice_for(trust, name), name)
        (firewall,) = [device for device in devices if device.role == "firewall"]
        nowhere = {route.prefix for route in firewall.routes if not route.interface and not route.gateway}
        assert nowhere == {trust.supernet, plan.block}
        tunnels = {tunnel.name for tunnel in plan.tunnels}
        assert not [route for route in firewall.routes if route.interface in tunnels]


def test_bfd_is_off_unless_asked() -> None:
    _, plans = plan_all(asking(routing="bgp"))
    assert bgp_of(plans, "dc").bfd is None
