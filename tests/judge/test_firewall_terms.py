"""Schedules, protection, publications, shaping and own sessions of a firewall: as planned, and not otherwise."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from netgen.blueprint import PublicationPlan, SchedulePlan, SitePlan, TrustPlan
from netgen.judge import Status
from netgen.judge.case import SiteCase
from netgen.judge.embedded import judge_case
from netgen.judge.intended_space import own_sessions
from netgen.judge.policy_space import FirewallView, passing
from netgen.readback import Observed, ObservedForward, ObservedPolicy, ObservedService
from netgen.readback.facts import ObservedSchedule
from netgen.values import placeholder
from tests.judge.small_site import SITE, TRUST, observed_site, rule, small_case

change: Any = msgspec.structs.replace
PAN = "paloalto_panos"
LESSONS = SchedulePlan("lessons", ("mon", "fri"), "08:00", "16:00", "standard/schedules/lessons")
PORTAL = PublicationPlan(
    name="portal", number=1, circuit="fttp", interface="wan1", outside="198.51.100.2", inside="10.1.40.9",
    zone="printing", services=("https",), sources=(), why="Parents", origin="sites/oak/publish/portal",
)  # fmt: skip


def failed(observed: dict[str, Observed], site: SitePlan = SITE, trust: TrustPlan = TRUST) -> set[str]:
    """Names of the rules that object."""
    found = judge_case(small_case(observed, site, trust))
    return {item.rule.name for item in found if item.status is not Status.PASS}


def with_firewall(**fields: Any) -> dict[str, Observed]:
    site = observed_site()
    return {**site, "oak-fw1": change(site["oak-fw1"], **fields)}


def with_rule(number: str, **fields: Any) -> tuple[ObservedPolicy, ...]:
    return tuple(
        change(item, **fields) if item.id == number else item for item in observed_site()["oak-fw1"].policies
    )


# --- schedules ------------------------------------------------------------------------------------

SCHEDULED_SITE = change(
    SITE,
    policies=tuple(
        change(item, schedule="lessons") if item.number == 103 else item for item in SITE.policies
    ),
)
SCHEDULED_TRUST = change(TRUST, schedules=(LESSONS,))


def scheduled(*hours: ObservedSchedule, name: str = "l") -> set[str]:
    observed = with_firewall(policies=with_rule("103", schedule=name), schedules=hours)
    return failed(observed, SCHEDULED_SITE, SCHEDULED_TRUST)


def test_a_rule_with_its_planned_hours_passes() -> None:
    assert scheduled(ObservedSchedule("l", ("monday", "friday"), "08:00", "16:00", 1)) == set()
    one_a_day = [ObservedSchedule("l", (day,), "08:00", "16:00", 1) for day in ("Monday", "fri")]
    assert scheduled(*one_a_day) == set()


@pytest.mark.parametrize(
    "hours",
    [
        ObservedSchedule("l", ("monday",), "08:00", "16:00", 1),
        ObservedSchedule("l", ("monday", "friday"), "08:00", "18:00", 1),
        ObservedSchedule("l", (), "08:00", "16:00", 1),
        ObservedSchedule("other", ("monday", "friday"), "08:00", "16:00", 1),
    ],
    ids=["a day is lost", "it ends later", "every day", "not defined"],
)
def test_other_hours_are_objected_to(hours: ObservedSchedule) -> None:
    assert "policy-schedule" in scheduled(hours)


def test_a_schedule_that_nobody_planned_or_that_is_lost_is_objected_to() -> None:
    hours = ObservedSchedule("l", ("monday", "friday"), "08:00", "16:00", 1)
    unplanned = with_firewall(policies=with_rule("101", schedule="l"), schedules=(hours,))
    assert "policy-schedule" in failed(unplanned, SITE, SCHEDULED_TRUST)
    assert "policy-schedule" in scheduled(hours, name="")


# --- protection -----------------------------------------------------------------------------------

PROTECTED_TRUST = change(TRUST, ips=True, antivirus=True)


def protected(*words: str, planned: bool = True) -> set[str]:
    """Objections of the rule about staff and the internet, on a platform with words for protection."""
    site = change(
        SITE,
        policies=tuple(change(item, protected=planned and item.number == 103) for item in SITE.policies),
        devices=tuple(
            change(item, platform=PAN) if item.kind == "firewall" else item for item in SITE.devices
        ),
    )
    observed = with_firewall(policies=with_rule("103", protections=words), platform=PAN)
    found = judge_case(small_case(observed, site, PROTECTED_TRUST))
    return {item.message for item in found if item.rule.name == "protection" and item.status is Status.FAIL}


def test_a_protected_rule_has_every_profile_and_no_other() -> None:
    every = ("spyware strict", "virus default", "vulnerability strict")
    assert protected(*every) == set()
    assert len(protected(*every[1:])) == 1
    assert len(protected(*every, "virus home-made")) == 1
    assert len(protected()) == 1


def test_a_rule_that_is_not_to_be_protected_has_no_profile() -> None:
    assert protected(planned=False) == set()
    assert len(protected("virus default", planned=False)) == 1


# --- publications ---------------------------------------------------------------------------------

PUBLISHED = change(SITE, publications=(PORTAL,))
HTTPS = (("tcp", 443, 443),)


def forwards(*items: ObservedForward, site: SitePlan = PUBLISHED) -> bool:
    return "inbound-forward" in failed(with_firewall(forwards=items), site)


def forward(**fields: Any) -> ObservedForward:
    given = {
        "name": "p",
        "interface": "wan1",
        "outside": "198.51.100.2",
        "inside": "10.1.40.9",
        "flows": HTTPS,
        "line": 9,
    }
    return ObservedForward(**{**given, **fields})


def test_what_is_published_is_sent_to_its_server() -> None:
    assert not forwards(forward())
    assert not forwards(forward(flows=(("tcp", 443, 443),)), forward(name="q", flows=(("tcp", 443, 443),)))


def test_what_is_published_and_not_sent_is_objected_to() -> None:
    assert forwards()


@pytest.mark.parametrize(
    "fields",
    [
        {"inside": "10.1.40.10"},
        {"outside": "198.51.100.3"},
        {"interface": "wan2"},
        {"flows": ()},
        {"flows": (("tcp", 443, 444),)},
        {"flows": (("tcp", 8443, 8443),)},
        {"flows": (("udp", 443, 443),)},
    ],
)
def test_what_is_sent_inward_otherwise_is_objected_to(fields: dict[str, Any]) -> None:
    assert forwards(forward(**fields))


def test_a_second_forward_and_one_that_nobody_planned_are_objected_to() -> None:
    assert forwards(forward(), forward(name="q", inside="10.1.30.9"))
    assert forwards(forward(), site=SITE)


# --- shaping --------------------------------------------------------------------------------------


def shaped(kbps: int, *, planned: bool) -> bool:
    site = change(SITE, circuits=tuple(change(item, shape=planned) for item in SITE.circuits))
    here = observed_site()["oak-fw1"]
    interfaces = tuple(
        change(item, shape_kbps=kbps) if item.name == "wan1" else item for item in here.interfaces
    )
    return "shaping" in failed(with_firewall(interfaces=interfaces), site)


def test_a_circuit_is_shaped_to_what_it_carries_or_not_at_all() -> None:
    rate = SITE.circuits[0].up_kbps
    assert not shaped(rate, planned=True)
    assert not shaped(0, planned=False)
    assert shaped(0, planned=True)
    assert shaped(rate * 2, planned=True)
    assert shaped(rate, planned=False)


# --- PPPoE ----------------------------------------------------------------------------------------


def dialled(user: str, secret: str) -> set[str]:
    site = change(
        SITE,
        circuits=tuple(
            change(item, address="pppoe", user="oak@isp", secret="secret://env/PPPOE")
            for item in SITE.circuits
        ),
    )
    here = observed_site()["oak-fw1"]
    interfaces = tuple(
        change(item, mode="pppoe", user=user, address="", length=0, distance=10)
        if item.name == "wan1"
        else item
        for item in here.interfaces
    )
    routes = tuple(item for item in here.routes if item.prefix != "0.0.0.0/0")
    management = change(here.management, secrets=(*here.management.secrets, ("pppoe wan1", secret)))
    return failed(with_firewall(interfaces=interfaces, routes=routes, management=management), site)


def test_a_dialled_circuit_signs_in_as_its_user_with_its_secret() -> None:
    key = placeholder("secret://env/PPPOE")
    assert dialled("oak@isp", key) == set()
    assert "firewall-interface" in dialled("somebody@isp", key)
    assert "secret-references" in dialled("oak@isp", "plain")


# --- what a rule reaches --------------------------------------------------------------------------


def view(
    *policies: ObservedPolicy, services: tuple[ObservedService, ...] = (), **fields: Any
) -> FirewallView:
    here = observed_site()["oak-fw1"]
    return FirewallView(
        small_case(),
        change(here, policies=policies, services=(*here.services, *services), **fields),
    )


def test_a_rule_within_zones_does_not_reach_between_them() -> None:
    inside = change(rule("1", 1, "any", "any"), reach="intrazone")
    between = change(rule("2", 2, "any", "any"), reach="interzone")
    seen = view(inside, between)
    assert [effect.policy.id for effect in seen.effects("v10", "v11")] == ["1"]
    assert [effect.policy.id for effect in seen.effects("v30", "v30")] == ["1"]
    assert [effect.policy.id for effect in seen.effects("v30", "v40")] == ["2"]


def test_a_service_told_by_its_content_may_pass_and_is_not_certain_to() -> None:
    told = ObservedService("told", HTTPS, any_=False, line=1, exact=False)
    found = passing(
        view(rule("1", 1, "z-staff", "z-printing", services=("told",)), services=(told,)).all_effects
    )
    assert found.possible
    assert not found.certain


def test_a_condition_makes_an_allow_uncertain() -> None:
    policy = change(rule("1", 1, "z-staff", "z-printing"), conditions=("source-user it",))
    found = passing(view(policy).all_effects)
    assert found.possible
    assert not found.certain


def test_a_refusal_of_illegal_pages_takes_no_packet_of_the_matrix_away() -> None:
    allow = rule("2", 2, "z-staff", "z-printing")
    for words, is_certain in (("adult extremism", True), ("adult games", False)):
        deny = change(rule("1", 1, "z-staff", "z-printing", allow=False), conditions=(f"category {words}",))
        found = passing(view(deny, allow, platform=PAN).all_effects)
        assert bool(found.certain) is is_certain


# --- sessions with the box itself -----------------------------------------------------------------


def own_case(address: str) -> SiteCase:
    site = change(
        SITE,
        circuits=tuple(change(item, address=address) for item in SITE.circuits),
        devices=tuple(
            change(item, platform=PAN) if item.kind == "firewall" else item for item in SITE.devices
        ),
    )
    return small_case(None, site)


def test_a_circuit_with_an_address_of_its_own_needs_no_rule_for_strangers() -> None:
    case = own_case("static")
    assert own_sessions(case, case.plans["oak-fw1"], "internet") is None


def test_a_circuit_with_a_leased_address_lets_leases_and_tunnels_pass_within_the_internet_alone() -> None:
    case = own_case("dhcp")
    firewall = case.plans["oak-fw1"]
    found = own_sessions(case, firewall, "internet")
    assert found is not None
    assert found.must == ()
    assert own_sessions(case, firewall, "staff") is None
    assert own_sessions(case, change(firewall, platform="fortinet_fortios"), "internet") is None
