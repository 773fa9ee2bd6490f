"""IPv6 of a whole trust: numbers that never move, and the zone matrix in both families."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.schools.ipv6 import SEGMENTS, ipv6_school

from netgen.blueprint import SitePlan, TrustPlan
from netgen.compiler import lower_site, plan_all, slice_for
from netgen.device import Device
from netgen.values import Prefix

SWITCH, FIREWALL = "C9300-48P", "FortiGate-80F"


def plans(folder: Path, **choices: object) -> tuple[TrustPlan, SitePlan]:
    """The trust's plan and the school's."""
    trust, sites = plan_all(ipv6_school(folder, SWITCH, FIREWALL, **choices))
    return trust, sites["elm"]


def boxes(trust: TrustPlan, site: SitePlan) -> dict[str, Device]:
    return {box.hostname: box for box in lower_site(slice_for(trust, site.site), site)}


def subnets(site: SitePlan) -> dict[str, str]:
    return {item.name: str(item.prefix6) for item in site.segments if item.prefix6}


def test_a_site_number_is_a_56_and_a_window_a_64(tmp_path: Path) -> None:
    """Site 40 is 0x28; window 0.0.12.0 of a /18 is its place 0x30 of 256."""
    _, site = plans(tmp_path)
    assert subnets(site)["staff"] == "fd5c:9e27:41b3:2830::/64"
    staff = next(item for item in site.segments if item.name == "staff")
    assert staff.gateway6 == "fd5c:9e27:41b3:2830::1"


def test_no_number_moves_when_another_segment_comes_goes_or_grows(tmp_path: Path) -> None:
    _, all_of_them = plans(tmp_path / "a")
    _, few = plans(tmp_path / "b", segments=("staff", "print"))
    _, larger = plans(tmp_path / "c", changes={"student": {"hosts": 900}})
    assert subnets(few).items() <= subnets(all_of_them).items()
    assert subnets(larger) == subnets(all_of_them)


def test_a_segment_that_does_not_ask_has_none(tmp_path: Path) -> None:
    trust, site = plans(tmp_path)
    assert set(subnets(site)) == set(SEGMENTS) - {"it-admin"}
    firewall = boxes(trust, site)["elm-fw1"].firewall
    assert firewall is not None
    with_ipv6 = {item.vlan for item in firewall.interfaces if item.ipv6}
    assert with_ipv6 == {item.vlan for item in site.segments if item.prefix6}
    assert all(item.ipv6 is None for item in firewall.interfaces if item.kind != "vlan")


@pytest.mark.parametrize("routed", [False, True], ids=["collapsed", "routed"])
def test_ipv6_passes_where_ipv4_does_between_zones_of_the_school(tmp_path: Path, routed: bool) -> None:
    trust, site = plans(tmp_path, routed=routed)
    zones = {item.zone for item in site.segments if item.prefix6}
    outside = {zone.name for zone in trust.zones if zone.kind == "internet"} | {"overlay"}
    inside = [item for item in site.policies if {item.from_zone, item.to_zone} <= zones]
    assert inside
    for policy in site.policies:
        assert bool(policy.sources6) is bool(policy.destinations6) is (policy in inside), policy.name
        if {policy.from_zone, policy.to_zone} & outside:
            assert not policy.sources6
    for policy in inside:
        named = {prefix for _, prefix in (*policy.sources6, *policy.destinations6)}
        here = {
            item.prefix6
            for item in site.segments
            if item.prefix6 and item.zone in (policy.from_zone, policy.to_zone)
        }
        assert named == here


def test_the_hub_lets_no_ipv6_into_the_overlay(tmp_path: Path) -> None:
    _, sites = plan_all(ipv6_school(tmp_path, SWITCH, FIREWALL))
    for policy in sites["dc"].policies:
        if "overlay" in (policy.from_zone, policy.to_zone) or policy.nat:
            assert not policy.sources6
            assert not policy.destinations6


@pytest.mark.parametrize("routed", [False, True], ids=["collapsed", "routed"])
def test_a_firewall_has_no_way_out_for_ipv6_and_keeps_local_space_in(tmp_path: Path, routed: bool) -> None:
    trust, site = plans(tmp_path, routed=routed)
    routes = boxes(trust, site)["elm-fw1"].routes6
    assert all(route.prefix.length for route in routes)
    blackhole = [route for route in routes if not route.gateway]
    assert [str(route.prefix) for route in blackhole] == ["fc00::/7"]
    assert {str(route.prefix) for route in routes if route.gateway} == {
        str(item.prefix6) for item in site.segments if item.prefix6 and item.gateway_on == "core"
    }


def test_a_core_sends_everything_else_of_a_zone_to_the_firewall(tmp_path: Path) -> None:
    trust, site = plans(tmp_path, routed=True)
    core, firewall = boxes(trust, site)["elm-main-sw1"], boxes(trust, site)["elm-fw1"]
    zones = {item.zone for item in site.segments if item.prefix6 and item.gateway_on == "core"}
    assert {(route.vrf, str(route.prefix)) for route in core.routes6} == {(zone, "::/0") for zone in zones}
    assert firewall.firewall is not None
    far = {
        item.ipv6.address for item in firewall.firewall.interfaces if item.ipv6 and not item.ipv6.advertise
    }
    assert {route.gateway for route in core.routes6} == far
    silent = [svi for svi in core.svis if svi.ipv6 and not svi.ipv6.advertise]
    assert {svi.vrf for svi in silent} == zones
    assert all(svi.ipv6 and svi.ipv6.prefix.length == 125 for svi in silent)


def test_links_to_the_firewall_do_not_move_either(tmp_path: Path) -> None:
    _, some = plans(tmp_path / "a", routed=True, segments=("print",))
    _, more = plans(tmp_path / "b", routed=True)
    links = [{item.zone: item.prefix6 for item in site.transits if item.prefix6} for site in (some, more)]
    assert links[0] == {"print": Prefix.parse("fd5c:9e27:41b3:28f8::58/125")}
    assert links[0].items() <= links[1].items()


def test_every_switch_that_carries_ipv6_knows_where(tmp_path: Path) -> None:
    trust, site = plans(tmp_path)
    carried = {item.vlan for item in site.segments if item.prefix6}
    for box in boxes(trust, site).values():
        if box.role in ("core", "access"):
            assert set(box.ipv6_vlans) == carried & {vlan.id for vlan in box.vlans}
            assert all(port.profile.ra_guard for port in box.ports if port.profile.edge)


def test_without_ipv6_there_is_none_anywhere(tmp_path: Path) -> None:
    trust, site = plans(tmp_path, segments=())
    assert site.segments
    assert not subnets(site)
    assert all(item.block6 is None and not item.zones6 for item in trust.sites)
    for box in boxes(trust, site).values():
        assert not box.routes6
        assert not box.ipv6_vlans
        assert box.firewall is None or not box.firewall.addresses6
