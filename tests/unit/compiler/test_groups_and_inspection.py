"""What a school's firewall gets to know of people and of TLS inspection, from the YAML on."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.schools import CHECKED_ON, inspect_tls, know_people, write_school

from netgen.checks import run_checks
from netgen.compiler import compile_site, plan_all, slice_for
from netgen.device import FirewallPart
from netgen.diagnostics import Collector
from netgen.hardware import load_catalogue
from netgen.intent import Intent
from netgen.intent.site import UpstreamFilter
from netgen.loader import load_inventory
from netgen.platforms.registry import cannot_by_platform, kinds_by_platform, lacks_by_platform


def firewall(intent: Intent, site: str) -> FirewallPart:
    """The firewall's part of a site."""
    trust, _ = plan_all(intent)
    _, boxes = compile_site(intent, slice_for(trust, site), site)
    (part,) = [box.firewall for box in boxes if box.firewall is not None]
    return part


def loaded(folder: Path, *, people: bool = False, tls: bool = False, switch: str = "C9300-48P") -> Intent:
    """The school with one FortiGate, sound by all checks."""
    inventory = write_school(folder, switch, "FortiGate-80F", "AP-635")
    if tls:
        inspect_tls(inventory)
    if people:
        know_people(inventory)
    collector = Collector()
    found = load_inventory(inventory, collector)
    assert found.intent is not None, collector
    checked = run_checks(
        found.intent,
        found,
        load_catalogue(),
        CHECKED_ON,
        kinds_by_platform(),
        lacks_by_platform(),
        cannot_by_platform(),
    )
    assert not [item.message for item in checked if item.severity == "error"]
    return found.intent


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Intent:
    return loaded(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Intent:
    return loaded(tmp_path_factory.mktemp("asked"), people=True, tls=True)


def test_nothing_is_there_while_nothing_is_asked(plain: Intent) -> None:
    part = firewall(plain, "elm")
    assert (part.inspection, part.identity, part.groups) == (None, None, ())
    assert not any(policy.group for policy in part.policies)


def test_rules_of_groups_come_first_by_the_numbers_of_the_groups(asked: Intent) -> None:
    part = firewall(asked, "elm")
    of_groups = [policy for policy in part.policies if policy.group]
    assert part.policies[: len(of_groups)] == tuple(of_groups)
    assert [(item.number, item.name) for item in of_groups] == [
        (104020, "student to servers as prefects"),
        (203300, "staff to internet as leaders"),
        (204020, "student to servers as leaders"),
    ]


def test_whoever_is_not_known_keeps_exactly_the_rules_of_the_zone(asked: Intent, plain: Intent) -> None:
    now = {item.number: item for item in firewall(asked, "elm").policies if not item.group}
    before = {item.number: item for item in firewall(plain, "elm").policies}
    assert {number: item.services for number, item in now.items() if item.to_zone != "management"} == {
        number: item.services for number, item in before.items() if item.to_zone != "management"
    }


def test_a_rule_of_a_group_has_its_own_filter_and_hours_and_stays_in_the_school(asked: Intent) -> None:
    by_name = {item.name: item for item in firewall(asked, "elm").policies if item.group}
    web = by_name["staff to internet as leaders"]
    assert (web.filter, web.services, web.nat, web.group) == ("leaders", ("ssh", "web"), True, "leaders")
    paper = by_name["student to servers as prefects"]
    assert (paper.filter, paper.schedule, paper.nat) == ("", "school-day", False)
    assert paper.destinations
    assert all(item.to_zone != "overlay" != item.from_zone for item in by_name.values())


def test_a_school_without_the_zones_has_neither_rules_nor_groups(asked: Intent) -> None:
    part = firewall(asked, "dc")
    assert not part.groups
    assert part.identity is not None


def test_groups_are_called_what_radius_calls_them(asked: Intent) -> None:
    assert [(item.name, item.value) for item in firewall(asked, "elm").groups] == [
        ("leaders", "Leadership-Team"),
        ("prefects", "prefects"),
    ]


def test_accounting_comes_from_the_radius_servers(asked: Intent) -> None:
    identity = firewall(asked, "elm").identity
    assert identity is not None
    assert identity.senders == ("10.0.8.20", "10.0.8.21")
    assert (identity.attribute, identity.forget_s) == ("filter-id", 8 * 3600)


def test_inspection_is_there_where_a_filter_of_the_school_inspects(asked: Intent) -> None:
    part = firewall(asked, "elm")
    assert part.inspection is not None
    assert part.inspection.categories == ("finance", "health")
    assert part.inspection.domains == (("bank.example", "standard/inspection/exempt/domains/0"),)
    assert {item.name: item.inspect for item in part.filters} == {
        "leaders": True, "panels": False, "primary": True, "staff": True, "visitor": False,
    }  # fmt: skip


def test_somebody_elses_filter_opens_nothing_here(asked: Intent) -> None:
    attested = UpstreamFilter.model_validate(
        {
            "service": "Consortium",
            "circuits": ["fttp", "mobile"],
            "attested_by": "Lead",
            "expires": "2031-08-31",
        }
    )
    elm = asked.sites["elm"].model_copy(update={"upstream_filter": attested})
    intent = asked.model_copy(update={"sites": {**asked.sites, "elm": elm}})
    assert firewall(intent, "elm").inspection is None


def test_what_nobody_may_talk_with_is_refused_to_groups_too(tmp_path: Path) -> None:
    inventory = write_school(tmp_path, "C9300-48P", "FortiGate-80F", "AP-635")
    know_people(inventory)
    (inventory / "standard" / "protection.yaml").write_text("geo: {deny: [KP]}\n")
    policy = inventory / "standard" / "policy.yaml"
    # Only a group may leave the zone of cameras and recorders.
    policy.write_text(
        policy.read_text() + "- {from: cctv, to: internet, allow: [web], groups: leaders, why: Footage}\n"
    )
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    policies = firewall(intent, "elm").policies
    ranks = [0 if not item.services else 1 if item.group else 2 for item in policies]
    assert ranks == sorted(ranks)
    refused = [item for item in policies if not item.services]
    assert not any(item.group for item in refused)
    assert len({item.number for item in policies}) == len(policies)
    leaving = {item.from_zone for item in policies if item.to_zone == "internet" and item.services}
    assert "cctv" in leaving
    assert {item.from_zone for item in refused} == leaving
