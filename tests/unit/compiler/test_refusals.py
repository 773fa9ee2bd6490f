"""Countries and feeds: what is refused comes before anything that is allowed, and only takes away."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.schools import write_school

from netgen.blueprint import PolicyPlan, SitePlan
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.loader import load_inventory

PROTECTION = {
    "geo": {"inbound_only_from": ["IE", "GB"], "deny": ["KP"]},
    "threat_feeds": {
        "bad-addresses": {"number": 1, "url": "https://feeds.example/addresses.txt", "what": "addresses"},
        "bad-domains": {"number": 2, "url": "https://feeds.example/domains.txt", "what": "domains"},
    },
}
PUBLICATION = {
    "number": 1, "to": "10.10.6.20", "services": ["https"], "circuit": "fttp", "owner": "Office", "risk": "low",
    "reason": "Parents book evenings", "review": "2031-07-31",
}  # fmt: skip


def planned(folder: Path, protection: object, publications: dict[str, object]) -> SitePlan:
    inventory = write_school(folder, "C9300-48P", "FortiGate-80F", "AP-635")
    (inventory / "standard/protection.yaml").write_text(yaml.safe_dump(protection))
    site = inventory / "sites/elm.yaml"
    site.write_text(yaml.safe_dump({**yaml.safe_load(site.read_text()), "publish": publications}))
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    return plan_all(intent)[1]["elm"]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> SitePlan:
    """A school that publishes two services, one of them to one network alone."""
    near = {**PUBLICATION, "number": 2, "circuit": "fttp", "services": ["ssh"], "from": ["203.0.113.0/24"]}
    return planned(tmp_path_factory.mktemp("refusals"), PROTECTION, {"portal": PUBLICATION, "near": near})


def refusals(school: SitePlan) -> list[PolicyPlan]:
    return [policy for policy in school.policies if not policy.services]


def test_refusals_come_first(school: SitePlan) -> None:
    found = refusals(school)
    assert tuple(found) == school.policies[: len(found)]
    assert [policy.number for policy in school.policies] == sorted({item.number for item in school.policies})


def test_every_way_to_the_internet_and_from_it_has_one(school: SitePlan) -> None:
    allowed = [policy for policy in school.policies if policy.services]
    ways = {
        (item.from_zone, item.to_zone, item.publication)
        for item in allowed
        if "internet" in (item.from_zone, item.to_zone)
    }
    assert {(item.from_zone, item.to_zone, item.publication) for item in refusals(school)} == ways


def test_they_name_countries_and_feeds_of_addresses_at_the_far_end(school: SitePlan) -> None:
    for policy in refusals(school):
        near = policy.destination_lists if policy.publication else policy.source_lists
        far = policy.source_lists if policy.publication else policy.destination_lists
        assert far == ("feed-bad-addresses", "geo-KP")
        assert near == ()
        assert not policy.nat


def test_their_numbers_follow_zones_and_publications(school: SitePlan) -> None:
    assert {item.publication: item.number for item in refusals(school) if item.publication} == {
        "portal": 101,
        "near": 102,
    }
    assert all(item.number <= 60 for item in refusals(school) if not item.publication)


def test_a_publication_answers_some_countries_unless_it_says_whom_it_answers(school: SitePlan) -> None:
    by_name = {item.publication: item for item in school.policies if item.publication and item.services}
    assert by_name["portal"].source_lists == ("geo-GB", "geo-IE")
    assert by_name["near"].source_lists == ()
    assert [str(prefix) for _, prefix in by_name["near"].sources] == ["203.0.113.0/24"]


def test_feeds_of_domains_alone_refuse_no_address(tmp_path: Path) -> None:
    feeds = {"threat_feeds": {"bad-domains": PROTECTION["threat_feeds"]["bad-domains"]}}
    assert refusals(planned(tmp_path, feeds, {})) == []
