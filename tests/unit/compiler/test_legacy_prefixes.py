"""A school with old addresses: its hosts keep them inside, and the trust sees those of its own block."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.schools import write_school

from netgen.blueprint import PolicyPlan, SitePlan, TrustPlan
from netgen.compiler import compile_site, plan_all, slice_for
from netgen.device import Translation
from netgen.diagnostics import Collector
from netgen.intent import Intent
from netgen.loader import load_inventory
from netgen.values import Prefix

OLD, SEEN = Prefix.parse("192.168.0.0/23"), Prefix.parse("10.10.12.0/23")


def read(folder: Path, *, routed: bool, legacy: dict[str, object]) -> Intent:
    inventory = write_school(folder, "C9300-48P", "FortiGate-80F", "AP-635", routed=routed)
    site = inventory / "sites/elm.yaml"
    site.write_text(yaml.safe_dump({**yaml.safe_load(site.read_text()), "legacy": legacy}))
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    return intent


@pytest.fixture(scope="module", params=[False, True], ids=["collapsed", "routed"])
def intent(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Intent:
    """The school, whose staff have old addresses."""
    legacy = {"staff": {"prefix": str(OLD), "expires": "2031-08-31"}}
    return read(tmp_path_factory.mktemp("legacy"), routed=request.param, legacy=legacy)


@pytest.fixture(scope="module")
def plans(intent: Intent) -> tuple[TrustPlan, dict[str, SitePlan]]:
    return plan_all(intent)


def addresses(policy: PolicyPlan) -> set[Prefix]:
    return {prefix for _, prefix in (*policy.sources, *policy.destinations)}


def test_inside_of_the_school_the_segment_has_its_old_addresses(
    plans: tuple[TrustPlan, dict[str, SitePlan]],
) -> None:
    (staff,) = [segment for segment in plans[1]["elm"].segments if segment.name == "staff"]
    assert (staff.prefix, staff.gateway, staff.seen_as) == (OLD, "192.168.0.1", SEEN)


def test_no_other_segment_and_no_other_site_notices(
    plans: tuple[TrustPlan, dict[str, SitePlan]], tmp_path: Path
) -> None:
    routed = plans[1]["elm"].topology == "routed-core"
    plain = plan_all(read(tmp_path, routed=routed, legacy={}))[1]
    assert {item.name: item.prefix for item in plans[1]["elm"].segments if item.name != "staff"} == {
        item.name: item.prefix for item in plain["elm"].segments if item.name != "staff"
    }
    hub = [
        policy for policy in plans[1]["dc"].policies if any(OLD.overlaps(item) for item in addresses(policy))
    ]
    assert hub == []
    assert SEEN in {prefix for policy in plans[1]["dc"].policies for prefix in addresses(policy)}


def test_rules_of_the_school_name_the_addresses_that_its_hosts_have(
    plans: tuple[TrustPlan, dict[str, SitePlan]],
) -> None:
    named = {prefix for policy in plans[1]["elm"].policies for prefix in addresses(policy)}
    assert OLD in named
    assert SEEN not in named


def test_what_crosses_the_tunnels_is_a_rule_of_its_own(plans: tuple[TrustPlan, dict[str, SitePlan]]) -> None:
    for policy in plans[1]["elm"].policies:
        crosses = "overlay" in (policy.from_zone, policy.to_zone) and OLD in addresses(policy)
        assert policy.legacy == ("staff" if crosses else "")
        if crosses:
            near = policy.sources if policy.to_zone == "overlay" else policy.destinations
            assert [prefix for _, prefix in near] == [OLD]
            assert policy.number % 10 in (3, 4)


def test_the_firewall_translates_host_by_host(
    intent: Intent, plans: tuple[TrustPlan, dict[str, SitePlan]]
) -> None:
    trust = plans[0]
    _, devices = compile_site(intent, slice_for(trust, "elm"), "elm")
    (part,) = [device.firewall for device in devices if device.firewall]
    routed = plans[1]["elm"].topology == "routed-core"
    (staff,) = [segment for segment in plans[1]["elm"].segments if segment.name == "staff"]
    vlan = (
        next(item.vlan for item in plans[1]["elm"].transits if item.zone == "staff") if routed else staff.vlan
    )
    assert part.translations == (
        Translation("staff", "staff", f"vlan{vlan}", OLD, SEEN, "sites/elm/legacy/staff"),
    )
