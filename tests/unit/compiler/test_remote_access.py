"""People who come in from elsewhere: what is decided for hubs and schools, and what stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.schools import CHECKED_ON, let_people_in, write_school

from netgen.blueprint import SitePlan, TrustPlan
from netgen.checks import run_checks
from netgen.compiler import lower_site, plan_all, slice_for
from netgen.device import Device, FirewallPart
from netgen.diagnostics import Collector
from netgen.hardware import load_catalogue
from netgen.intent import Intent
from netgen.loader import load_inventory
from netgen.platforms.registry import cannot_by_platform, kinds_by_platform, lacks_by_platform
from netgen.rendering import render_device
from netgen.values import Prefix

HARDWARE = ("C9300-48P", "FortiGate-80F", "AP-635")


def load(folder: Path) -> Intent:
    intent = load_inventory(folder, Collector()).intent
    assert intent is not None
    return intent


@pytest.fixture(scope="module")
def inventory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_school(tmp_path_factory.mktemp("trust"), *HARDWARE)
    let_people_in(folder)
    return folder


@pytest.fixture(scope="module")
def plans(inventory: Path) -> tuple[TrustPlan, dict[str, SitePlan]]:
    return plan_all(load(inventory))


def firewall(plans: tuple[TrustPlan, dict[str, SitePlan]], site: str) -> Device:
    trust, sites = plans
    return next(box for box in lower_site(slice_for(trust, site), sites[site]) if box.firewall)


def part(plans: tuple[TrustPlan, dict[str, SitePlan]], site: str) -> FirewallPart:
    found = firewall(plans, site).firewall
    assert found is not None
    return found


def test_nothing_is_wrong_with_such_a_trust(inventory: Path) -> None:
    loaded = load_inventory(inventory, Collector())
    assert loaded.intent is not None
    found = run_checks(
        loaded.intent, loaded, load_catalogue(), CHECKED_ON, kinds_by_platform(), lacks_by_platform(),
        cannot_by_platform(),
    )  # fmt: skip
    assert [str(item.message) for item in found if item.code.startswith(("RAS", "ZON", "CAP"))] == []


def test_pools_are_the_windows_in_the_hub_s_block(plans: tuple[TrustPlan, dict[str, SitePlan]]) -> None:
    remote = plans[1]["dc"].remote
    assert remote is not None
    assert [(item.name, item.number, str(item.pool), item.first, item.last) for item in remote.groups] == [
        ("remote-staff", 23, "10.0.57.0/24", "10.0.57.1", "10.0.57.254"),
        ("it-support", 24, "10.0.58.0/26", "10.0.58.1", "10.0.58.62"),
        ("supplier", 25, "10.0.58.64/26", "10.0.58.65", "10.0.58.126"),
    ]


def test_they_end_at_the_hub_s_preferred_circuit_with_the_trust_s_proposal(
    plans: tuple[TrustPlan, dict[str, SitePlan]],
) -> None:
    remote = part(plans, "dc").remote
    assert remote is not None
    assert (remote.wan, remote.name, remote.certificate) == (
        "port1",
        "remote.riverside.example",
        "remote-access",
    )
    assert (remote.encryption, remote.prf, remote.dh_group) == ("aes256-gcm", "sha384", 20)
    assert part(plans, "elm").remote is None


def test_each_group_is_alone_in_its_zone(plans: tuple[TrustPlan, dict[str, SitePlan]]) -> None:
    zones = {zone.name: zone for zone in part(plans, "dc").zones}
    assert zones["remote-staff"].members == ("ra-23",)
    assert not zones["remote-staff"].intrazone
    assert "remote-staff" not in {zone.name for zone in part(plans, "elm").zones}


def policies(plans: tuple[TrustPlan, dict[str, SitePlan]], site: str, *ends: str) -> list[str]:
    return [
        item.name
        for item in plans[1][site].policies
        if "remote-" in item.name and (not ends or (item.from_zone, item.to_zone) == ends)
    ]


def test_full_tunnels_reach_the_internet_through_their_filter_and_split_ones_never(
    plans: tuple[TrustPlan, dict[str, SitePlan]],
) -> None:
    out = [
        item for item in plans[1]["dc"].policies if item.to_zone == "internet" and "remote-" in item.from_zone
    ]
    assert {item.from_zone for item in out} == {"remote-staff", "remote-it"}
    assert all(item.filter == "staff" and item.nat for item in out)
    assert all(
        [str(prefix) for _, prefix in item.sources] in (["10.0.57.0/24"], ["10.0.58.0/26"]) for item in out
    )


def test_they_reach_schools_by_the_policy_alone(plans: tuple[TrustPlan, dict[str, SitePlan]]) -> None:
    assert policies(plans, "dc", "remote-staff", "overlay") == ["remote-staff to servers out"]
    inside = [item for item in plans[1]["elm"].policies if "remote-" in item.name]
    assert [
        (item.from_zone, item.to_zone, [str(prefix) for _, prefix in item.sources]) for item in inside
    ] == [
        ("overlay", "servers", ["10.0.57.0/24"]),
        ("overlay", "management", ["10.0.58.0/26"]),
        ("overlay", "building", ["10.0.58.64/26"]),
    ]


def test_only_the_group_that_says_so_may_manage(plans: tuple[TrustPlan, dict[str, SitePlan]]) -> None:
    allowed = firewall(plans, "elm").management.allowed
    assert Prefix.parse("10.0.58.0/26") in allowed
    assert not any(prefix.overlaps(Prefix.parse("10.0.57.0/24")) for prefix in allowed)


def test_a_new_group_moves_nobody(inventory: Path, tmp_path: Path) -> None:
    smaller = write_school(tmp_path, *HARDWARE)
    let_people_in(smaller, ["it-support", "supplier"])
    few, many = (
        {group.name: group for group in remote.groups}
        for remote in (plan_all(load(folder))[1]["dc"].remote for folder in (smaller, inventory))
        if remote is not None
    )
    assert {name: many[name] for name in few} == few


def test_no_line_of_the_hub_is_lost_when_people_come_in(tmp_path: Path) -> None:
    plain, opened = write_school(tmp_path / "plain", *HARDWARE), write_school(tmp_path / "opened", *HARDWARE)
    let_people_in(opened, ["remote-staff", "supplier"])
    before, after = (
        render_device(firewall(plan_all(load(folder)), "dc")).splitlines() for folder in (plain, opened)
    )
    assert not [line for line in before if "ra-23" in line]
    assert set(before) - set(after) == set()


def test_the_plan_says_who_vouches_for_the_second_factor(
    plans: tuple[TrustPlan, dict[str, SitePlan]],
) -> None:
    remote = plans[1]["dc"].remote
    assert remote is not None
    assert remote.second_factor == "Head of IT, until 2031-08-31"
