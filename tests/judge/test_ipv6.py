"""IPv6 of a school on every combination of firewall and switch: the same zone matrix in both families."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from netgen.blueprint import SitePlan, TrustPlan
from netgen.build import build_texts
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.judge import SETTLED, Status, Verdict, judge_site
from netgen.judge.case import SiteCase
from netgen.judge.header_space import Intervals, Region, service, union
from netgen.judge.policy_space import FirewallView, passing
from netgen.loader import load_inventory
from tests.schools import write_ipv6_school, write_school

SWITCHES = ("C9300-48P", "CCS-720XP-48Y6", "EX4100-48P", "6300M-48G-CL4")
FIREWALLS = ("FortiGate-80F", "SRX340", "PA-440")
#: Zones of the segments with IPv6 at the school (tests/schools/ipv6.py).
ZONES = ("guest", "print", "servers", "staff", "student")
RULES = {f"JDG{number}" for number in range(330, 338)}

Built = tuple[TrustPlan, SitePlan, dict[str, str]]


def built(inventory: Path, site: str = "elm") -> Built:
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    trust, plans = plan_all(intent)
    texts = {
        Path(name).stem: text
        for name, text in build_texts(intent).files.items()
        if name.startswith(f"{site}/") and not name.endswith(".txt")
    }
    return trust, plans[site], texts


def objections(school: Built, texts: dict[str, str] | None = None) -> list[Verdict]:
    trust, site, own = school
    return [item for item in judge_site(trust, site, texts or own) if item.status not in SETTLED]


def services(school: Built, version: int) -> dict[tuple[str, str], Intervals]:
    """What services certainly pass between two zones with IPv6, and for IPv6 between any two."""
    case = SiteCase(*school)
    ((_, observed),) = case.of_kind("firewall")
    view = FirewallView(case, observed, version=version)
    found: dict[tuple[str, str], Intervals] = {}
    for source, target in product(view.interfaces_of, repeat=2):
        if source == target or (version == 4 and not {source, target} <= set(ZONES)):
            continue
        regions: list[Region] = []
        for one, other in product(view.interfaces_of[source], view.interfaces_of[target]):
            regions += passing(view.effects(one, other)).certain
        if flows := union(flow for region in regions for flow in region.service):
            found[source, target] = flows
    return found


@pytest.mark.parametrize("switch", SWITCHES)
@pytest.mark.parametrize("firewall", FIREWALLS)
@pytest.mark.parametrize("routed", [False, True], ids=["collapsed", "routed"])
def test_the_school_is_as_planned(tmp_path: Path, switch: str, firewall: str, routed: bool) -> None:
    school = built(write_ipv6_school(tmp_path, switch, firewall, routed=routed))
    assert not [f"{item.id} {item.message}" for item in objections(school)]
    codes = {item.rule.code for item in judge_site(*school)}
    assert codes & RULES == (RULES if routed else RULES - {"JDG334"})


@pytest.mark.parametrize("firewall", FIREWALLS)
def test_ipv6_passes_where_ipv4_does_with_the_same_services(tmp_path: Path, firewall: str) -> None:
    inventory = write_ipv6_school(tmp_path, "C9300-48P", firewall)
    four, six = (services(built(inventory), version) for version in (4, 6))
    assert six == four
    assert set(six) == {
        ("staff", "servers"), ("staff", "print"), ("student", "servers"), ("student", "print"),
    }  # fmt: skip


@pytest.mark.parametrize("firewall", FIREWALLS)
def test_an_echo_is_that_of_each_family(tmp_path: Path, firewall: str) -> None:
    """ICMP type 8 (RFC 792) and ICMPv6 type 128 (RFC 4443), by one rule of the matrix."""
    inventory = write_ipv6_school(tmp_path, "C9300-48P", firewall)
    _change(inventory / "standard" / "services.yaml", "printing", {"icmp": True})
    school = built(inventory)
    assert not [f"{item.id} {item.message}" for item in objections(school)]
    four, six = (services(school, version)["student", "print"] for version in (4, 6))
    assert service(1, 8, 8) in four
    assert service(58, 128, 128) in six
    assert service(1, 8, 8) not in six


@pytest.mark.parametrize("firewall", FIREWALLS)
def test_the_hub_is_as_planned(tmp_path: Path, firewall: str) -> None:
    """Its administrators have IPv6 and manage nothing by it."""
    school = built(write_ipv6_school(tmp_path, "C9300-48P", firewall), "dc")
    assert not [f"{item.id} {item.message}" for item in objections(school)]
    assert any(item.rule.code == "JDG337" for item in judge_site(*school))


@pytest.mark.parametrize(("switch", "firewall"), list(zip(SWITCHES, (*FIREWALLS, FIREWALLS[0]), strict=True)))
@pytest.mark.parametrize("routed", [False, True], ids=["collapsed", "routed"])
def test_nothing_is_said_of_ipv6_where_none_is_asked_and_none_is_there(
    tmp_path: Path, switch: str, firewall: str, routed: bool
) -> None:
    school = built(write_school(tmp_path, switch, firewall, "AP-635", routed=routed))
    assert not RULES & {item.rule.code for item in judge_site(*school)}


@pytest.mark.parametrize(("switch", "firewall"), list(zip(SWITCHES, (*FIREWALLS, FIREWALLS[0]), strict=True)))
def test_ipv6_where_none_is_asked_is_refused(tmp_path: Path, switch: str, firewall: str) -> None:
    """The texts of a school with IPv6 against the plan of one without: on each box, in each rule that can tell."""
    plain = built(write_school(tmp_path / "plain", switch, firewall, "AP-635", routed=True))
    texts = built(write_ipv6_school(tmp_path / "ipv6", switch, firewall, routed=True))[2]
    failed = {
        (item.rule.code, item.device) for item in objections(plain, texts) if item.status is Status.FAIL
    }
    for box in ("elm-fw1", "elm-main-sw1"):
        assert {("JDG331", box)} <= failed
    assert {("JDG333", "elm-fw1"), ("JDG335", "elm-main-sw1"), ("JDG335", "elm-fw1")} <= failed


def test_a_segment_that_lost_its_ipv6_may_keep_none_of_it(tmp_path: Path) -> None:
    """The printers' IPv6 is taken out of the standard, and stays in the texts: address, advertisement, way in."""
    segments = ("staff", "student", "servers", "guest", "it-admin")
    school = built(write_ipv6_school(tmp_path / "new", "C9300-48P", "FortiGate-80F", segments=segments))
    texts = built(write_ipv6_school(tmp_path / "old", "C9300-48P", "FortiGate-80F"))[2]
    failed = {item.id for item in objections(school, texts)}
    assert {
        "elm/ipv6-not-planned/elm-fw1",
        "elm/ipv6-zone-policy/elm-fw1:staff->print",
        "elm/ipv6-zone-policy/elm-fw1:student->print",
    } <= failed
    assert "elm/ipv6-zone-policy/elm-fw1:staff->servers" not in failed


def _change(file: Path, name: str, fields: dict[str, Any]) -> None:
    content = yaml.safe_load(file.read_text())
    content[name] |= fields
    file.write_text(yaml.safe_dump(content, sort_keys=False))
