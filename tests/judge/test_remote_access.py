"""People from elsewhere at a hub: what the judge proves of each firewall's text, and what it says of another plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import msgspec
import pytest
import yaml

from netgen.blueprint import SitePlan, TrustPlan
from netgen.build import build_texts
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.judge import SETTLED, Status, Verdict, judge_site
from netgen.judge.case import SiteCase
from netgen.judge.expectations.remote_access import judge_remote_access
from netgen.judge.header_space import Region, remainder
from netgen.judge.policy_space import FirewallView, passing
from netgen.loader import load_inventory
from netgen.reports.model_changes import Blueprint, changes
from tests.schools import let_people_in, write_school

HUBS = ("FortiGate-600F", "PA-1410")
RULES = {f"JDG53{number}" for number in range(8)}
Estate = tuple[TrustPlan, dict[str, SitePlan], dict[str, dict[str, str]]]
change: Any = msgspec.structs.replace


@cache
def estate(
    hub: str, groups: tuple[str, ...] = ("remote-staff",), *, filtered_at_home: bool = False
) -> Estate:
    """A school and a hub where these groups come in; no group at all where nobody does."""
    inventory = write_school(Path(mkdtemp()), "C9300-48P", "FortiGate-80F", "AP-635", hub=hub)
    if groups:
        let_people_in(inventory, groups)
    if filtered_at_home:
        file = inventory / "trust.yaml"
        trust = yaml.safe_load(file.read_text())
        for group in trust["remote_access"]["groups"].values():
            group["endpoint_filter"] = {
                "service": "Example Filter", "attested_by": "Safeguarding lead", "expires": "2031-08-31"
            }  # fmt: skip
        file.write_text(yaml.safe_dump(trust, sort_keys=False))
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    plan, sites = plan_all(intent)
    texts: dict[str, dict[str, str]] = {}
    for name, text in build_texts(intent).files.items():
        if not name.endswith(".txt"):
            texts.setdefault(name.split("/")[0], {})[Path(name).stem] = text
    return plan, sites, texts


def judged(of: Estate, site: str = "dc") -> list[Verdict]:
    return judge_site(of[0], of[1][site], of[2][site])


def about_people(of: Estate) -> list[Verdict]:
    """Verdicts on remote people at the hub."""
    return list(judge_remote_access(SiteCase(of[0], of[1]["dc"], of[2]["dc"])))


def objections(of: Estate) -> str:
    return "\n".join(
        f"{item.rule.code} {item.message}" for item in about_people(of) if item.status not in SETTLED
    )


def replan(of: Estate, edit: Callable[[Any], Any]) -> Estate:
    """The same texts beside another plan for remote people."""
    hub = of[1]["dc"]
    return of[0], {**of[1], "dc": change(hub, remote=edit(hub.remote))}, of[2]


@pytest.mark.parametrize("hub", HUBS)
def test_a_hub_where_people_come_in_has_no_fault(hub: str) -> None:
    of = estate(hub)
    for site in ("dc", "elm"):
        assert [item for item in judged(of, site) if item.status not in SETTLED] == []
    assert {item.rule.code for item in about_people(of)} == RULES


def test_three_groups_on_one_hub_have_no_fault() -> None:
    of = estate(HUBS[0], ("remote-staff", "it-support", "supplier"))
    assert [item for item in judged(of) if item.status not in SETTLED] == []
    doors = {item.id.rpartition(":")[2] for item in about_people(of) if item.rule.code == "JDG530"}
    assert doors == {"remote-staff", "it-support", "supplier"}


@pytest.mark.parametrize("hub", HUBS)
def test_nothing_is_said_where_nobody_comes_in(hub: str) -> None:
    assert about_people(estate(hub, ())) == []


@pytest.mark.parametrize("hub", HUBS)
def test_a_door_that_nobody_planned_is_found(hub: str) -> None:
    assert "lets people in who are not planned" in objections(replan(estate(hub), lambda _: None))


@pytest.mark.parametrize("hub", HUBS)
def test_a_door_that_is_planned_and_missing_is_found(hub: str) -> None:
    trust, sites, _ = estate(hub)
    assert "has no doors for remote-staff" in objections((trust, sites, estate(hub, ())[2]))


@pytest.mark.parametrize("hub", HUBS)
@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"address": "192.0.2.3", "interface": "lan9"}, "JDG530 circuit is"),
        ({"name": "other.trust.example"}, "name is remote.riverside.example, not other.trust.example"),
        ({"certificate": "other"}, "certificate is remote-access, not other"),
        ({"encryption": "aes128-gcm"}, "JDG535 packets is"),
        ({"idle_minutes": 10}, "a silent session ends after 1800 seconds, not 600"),
        ({"session_hours": 2}, "people log in again after 36000 seconds, not 7200"),
    ],
)
def test_what_was_planned_otherwise_is_found(hub: str, fields: dict[str, Any], words: str) -> None:
    assert words in objections(replan(estate(hub), lambda remote: change(remote, **fields)))


@pytest.mark.parametrize("hub", HUBS)
@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": "office"}, "the group remote-staff comes in, not office"),
        ({"last": "10.0.57.9"}, "it gives out 10.0.57.1-10.0.57.254, not 10.0.57.1-10.0.57.9"),
        ({"tunnel": "split"}, "0.0.0.0/0 goes through the tunnel, not 10.0.0.0/8"),
        ({"tunnel": "split"}, "lets a split tunnel out to the internet"),
    ],
)
def test_a_group_that_was_planned_otherwise_is_found(hub: str, fields: dict[str, Any], words: str) -> None:
    def edit(remote: Any) -> Any:
        return change(remote, groups=tuple(change(group, **fields) for group in remote.groups))

    assert words in objections(replan(estate(hub), edit))


@pytest.mark.parametrize("hub", HUBS)
def test_the_second_factor_is_attested_by_name_and_date(hub: str) -> None:
    attested = [item.message for item in about_people(estate(hub)) if item.status is Status.ATTESTED]
    assert attested == [
        "remote people at dc are asked for a second factor, says Head of IT, until 2031-08-31"
    ]


def test_a_filter_at_home_is_attested_by_name_and_date() -> None:
    of = estate(HUBS[0], ("supplier",), filtered_at_home=True)
    (said,) = (item.message for item in about_people(of) if "endpoint-filter" in item.id)
    assert said.startswith("the web of supplier is filtered on their computers, says ")
    assert "Safeguarding lead" in said
    assert said.endswith("2031-08-31")


def test_opening_and_closing_a_door_is_told_in_words() -> None:
    closed, opened = (Blueprint(trust, sites) for trust, sites, _ in (estate(HUBS[0], ()), estate(HUBS[0])))
    opening = "dc: lets people of remote-staff in from elsewhere as remote-staff: 10.0.57.0/24, full tunnel"
    assert opening in changes(closed, opened)
    assert "dc: no longer lets people of remote-staff in from elsewhere" in changes(opened, closed)
    later = replan(estate(HUBS[0]), lambda remote: change(remote, idle_minutes=60))
    assert changes(opened, Blueprint(later[0], later[1])) == ["dc: remote access: idle_minutes 30 becomes 60"]


def reachability(of: Estate) -> dict[tuple[str, str], list[Region]]:
    """What the hub's text certainly lets pass between two zones."""
    case = SiteCase(of[0], of[1]["dc"], of[2]["dc"])
    ((_, observed),) = case.of_kind("firewall")
    view = FirewallView(case, observed)
    return {
        (one, other): [
            region
            for source in view.interfaces_of[one]
            for target in view.interfaces_of[other]
            for region in passing(view.effects(source, target)).certain
        ]
        for one in view.interfaces_of
        for other in view.interfaces_of
        if one != other
    }


def test_remote_people_reach_the_same_on_every_hub() -> None:
    first, other = (reachability(estate(hub)) for hub in HUBS)
    assert first.keys() == other.keys()
    assert ("remote-staff", "internet") in first
    for pair, here in first.items():
        assert not remainder(other[pair], here), pair
        assert not remainder(here, other[pair]), pair


@pytest.mark.parametrize("hub", HUBS)
def test_nothing_but_what_the_matrix_allows_leads_to_or_from_remote_people(hub: str) -> None:
    of = estate(hub)
    allowed = {(pair.from_zone, pair.to_zone) for pair in of[0].matrix if pair.services}
    for (one, other), regions in reachability(of).items():
        if "remote-staff" in (one, other) and "overlay" not in (one, other):
            assert bool(regions) == ((one, other) in allowed), (one, other)
