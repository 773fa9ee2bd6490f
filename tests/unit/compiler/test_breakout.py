"""A school that breaks out at a hub: nothing of it leaves unfiltered, and nobody else is touched."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import msgspec
import pytest
from tests.schools import write_school

from netgen.blueprint import ListPlan, PolicyPlan, SitePlan
from netgen.compiler import compile_site, plan_trust, slice_for
from netgen.device import Breakout
from netgen.diagnostics import Collector
from netgen.loader import load_inventory
from netgen.values import Prefix

_FEED = ListPlan(
    "bad-hosts", "addresses", "https://feeds.example/bad", "hourly", 1, "standard/lists/bad-hosts"
)
INSIDE = Prefix.parse("10.0.0.0/8")


@functools.cache
def compiled(site: str, breakout: str, *, refused: bool = False) -> tuple[SitePlan, Breakout | None]:
    """A site of two, the school `elm` and the hub `dc`, and what its firewall does with traffic to the internet."""
    with tempfile.TemporaryDirectory() as folder:
        root = write_school(Path(folder), "C9300-48P", "FortiGate-80F", "AP-635")
        school = root / "sites" / "elm.yaml"
        school.write_text(f"breakout: {breakout}\n{school.read_text(encoding='utf-8')}", encoding="utf-8")
        intent = load_inventory(root, Collector()).intent
    assert intent is not None
    trust = plan_trust(intent)
    if refused:
        trust = msgspec.structs.replace(trust, lists=(_FEED,), refused_lists=(_FEED.name,))
    plan, devices = compile_site(intent, slice_for(trust, site), site)
    part = next(device.firewall for device in devices if device.firewall)
    return plan, part.breakout


def policies(site: str, breakout: str, to_zone: str) -> dict[str, PolicyPlan]:
    return {item.name: item for item in compiled(site, breakout)[0].policies if item.to_zone == to_zone}


def test_a_school_that_breaks_out_at_a_hub_has_no_policy_to_the_internet() -> None:
    assert policies("elm", "hub", "internet") == {}


def test_what_may_go_to_the_internet_may_go_into_the_tunnels_and_to_nothing_of_the_trust() -> None:
    away = {name: item for name, item in policies("elm", "hub", "overlay").items() if name.endswith(" hub")}
    at_home = policies("elm", "local", "internet")
    assert {name.removesuffix(" hub") for name in away} == set(at_home)
    for name, item in away.items():
        same = at_home[name.removesuffix(" hub")]
        assert (item.sources, item.services, item.schedule) == (same.sources, same.services, same.schedule)
        assert item.destinations
        assert not any(prefix.overlaps(INSIDE) for _, prefix in item.destinations)
        assert not item.nat


def test_the_hub_lets_each_zone_do_what_it_might_do_at_home_by_the_schools_own_filter() -> None:
    at_hub = {
        item.name.removeprefix("elm "): item
        for item in policies("dc", "hub", "internet").values()
        if item.from_zone == "overlay"
    }
    at_home = policies("elm", "local", "internet")
    assert len(at_hub) == len(at_home) > 5
    for same in at_home.values():
        name = f"{same.from_zone[:14]} to internet"
        item = at_hub[name]
        assert (item.sources, item.services, item.filter, item.schedule, item.nat, item.protected) == (
            same.sources, same.services, same.filter, same.schedule, True, True,
        )  # fmt: skip


def test_pupils_are_filtered_at_the_hub_as_their_kind_of_school_asks() -> None:
    assert policies("dc", "hub", "internet")["elm student to internet"].filter == "primary"


def test_rules_of_the_hub_have_numbers_of_the_school_and_the_zone() -> None:
    assert policies("dc", "hub", "internet")["elm student to internet"].number == 100_004_004


def test_a_school_that_may_fall_back_keeps_its_own_filtered_policies() -> None:
    assert policies("elm", "hub-or-local", "internet") == policies("elm", "local", "internet")
    assert any(name.endswith(" hub") for name in policies("elm", "hub-or-local", "overlay"))


def test_a_hub_that_nobody_breaks_out_at_lets_nothing_from_the_overlay_to_the_internet() -> None:
    assert not [item for item in policies("dc", "local", "internet").values() if item.from_zone == "overlay"]


def test_both_ends_of_the_tunnel_widen_the_same_selector() -> None:
    school = next(item for item in compiled("elm", "hub")[0].tunnels if item.peer_site == "dc")
    hub = next(item for item in compiled("dc", "hub")[0].tunnels if item.peer_site == "elm")
    assert (str(school.local_selector), str(school.remote_selector)) == ("10.10.0.0/18", "0.0.0.0/0")
    assert (hub.local_selector, hub.remote_selector) == (school.remote_selector, school.local_selector)


@pytest.mark.parametrize(("breakout", "falls_back"), [("hub", False), ("hub-or-local", True)])
def test_the_firewall_knows_the_way_and_what_stays_inside(breakout: str, *, falls_back: bool) -> None:
    assert compiled("elm", breakout)[1] == Breakout(
        ("to-dc",), Prefix.parse("10.10.0.0/18"), (INSIDE,), falls_back, "sites/elm/breakout"
    )


@pytest.mark.parametrize("site", ["elm", "dc"])
def test_a_local_breakout_is_what_a_school_has_that_says_nothing(site: str) -> None:
    plan, breakout = compiled(site, "local")
    assert breakout is None
    assert not any(item.internet for item in plan.tunnels)
    assert not any(item.name.endswith(" hub") for item in plan.policies)


def test_the_hub_refuses_once_for_all_schools_what_nobody_talks_with() -> None:
    at_hub = [item for item in compiled("dc", "hub", refused=True)[0].policies if item.from_zone == "overlay"]
    refusals = [item for item in at_hub if item.destination_lists and not item.services]
    assert [(item.number, item.sources, item.to_zone) for item in refusals] == [(61, (), "internet")]
    assert at_hub[0] == refusals[0]
