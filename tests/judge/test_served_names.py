"""Whose names a FortiGate of a small school answers, and whom it asks: guests ask it, and one domain has servers."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest

from netgen.blueprint import DomainPlan, ListPlan
from netgen.judge import Status
from netgen.judge.expectations.served_names import judge_served_names
from netgen.readback import ObservedDomain, ObservedFilter, ObservedResolver
from tests.judge.small_site import SITE, TRUST, observed_site, small_case

change: Any = msgspec.structs.replace

FW = "oak-fw1"
(GUEST,) = (item for item in SITE.segments if item.name == "guest")
OWN = next(item.gateway for item in SITE.segments if item.management)
MANAGED = change(
    SITE,
    devices=tuple(change(plan, management=OWN) if plan.hostname == FW else plan for plan in SITE.devices),
)
ASKING = change(
    MANAGED,
    segments=tuple(change(item, resolver=item.gateway) if item is GUEST else item for item in SITE.segments),
)
KNOWING = change(TRUST, domains=(DomainPlan("ad.oak.example", ("10.0.8.16", "10.0.8.17"), "trust/services"),))
FED = change(
    TRUST, lists=(ListPlan("feed-bad", "domains", "https://feeds.example/bad", "hourly", 1, "standard"),)
)
NAMES = {item.address: item.name for item in observed_site()[FW].interfaces}
INSIDE, OTHER = NAMES[GUEST.gateway], next(name for address, name in NAMES.items() if address == OWN)
ANSWERS = ObservedResolver(INSIDE, "all", 7)
DOMAIN = ObservedDomain("ad.oak.example", ("10.0.8.16", "10.0.8.17"), OWN, 9)


def judged(
    trust: Any, site: Any, resolvers: tuple[Any, ...], domains: tuple[Any, ...] = (), **seen: Any
) -> dict[str, Status]:
    """Status by rule and subject."""
    found = observed_site()
    box = change(found[FW], resolvers=resolvers, domains=domains, **seen)
    case = small_case({**found, FW: box}, site=site, trust=trust)
    return {
        f"{item.rule.code} {re.split('[:/]', item.id)[-1]}": item.status for item in judge_served_names(case)
    }


def test_silent_where_nobody_asks_and_nobody_answers() -> None:
    assert judged(KNOWING, SITE, ()) == {}


def test_guests_are_answered_and_the_domain_has_its_servers() -> None:
    found = judged(KNOWING, ASKING, (ANSWERS,), (DOMAIN,))
    assert found == {"JDG314 guest": Status.PASS, f"JDG314 {FW}": Status.PASS, f"JDG315 {FW}": Status.PASS}


@pytest.mark.parametrize(
    "resolvers",
    [
        (),
        (change(ANSWERS, mode="own"),),
        (change(ANSWERS, mode="roots"),),
        (change(ANSWERS, mode="forward"),),
    ],
    ids=["nobody", "own-zones", "past-the-resolvers", "past-the-domain"],
)
def test_guests_are_answered_otherwise(resolvers: tuple[Any, ...]) -> None:
    assert judged(KNOWING, ASKING, resolvers, (DOMAIN,))["JDG314 guest"] is Status.FAIL


def test_without_domains_forwarding_alone_is_enough() -> None:
    assert judged(TRUST, ASKING, (change(ANSWERS, mode="forward"),))["JDG314 guest"] is Status.PASS


@pytest.mark.parametrize("site", [SITE, ASKING], ids=["nobody-asks", "guests-ask"])
def test_another_interface_answers_too(site: Any) -> None:
    found = judged(TRUST, site, (ANSWERS, change(ANSWERS, interface=OTHER)))
    assert found[f"JDG314 {FW}"] is Status.FAIL


@pytest.mark.parametrize(
    "domains",
    [
        (),
        (change(DOMAIN, servers=("10.0.8.17", "10.0.8.16")),),
        (change(DOMAIN, servers=()),),
        (change(DOMAIN, source=""),),
        (DOMAIN, DOMAIN),
        (DOMAIN, change(DOMAIN, domain="bank.example")),
    ],
    ids=["lost", "other-order", "answered-by-itself", "from-anywhere", "twice", "one-too-many"],
)
def test_domains_are_asked_otherwise(domains: tuple[Any, ...]) -> None:
    assert judged(KNOWING, ASKING, (ANSWERS,), domains)[f"JDG315 {FW}"] is Status.FAIL


def test_a_domain_is_left_over_where_nobody_asks() -> None:
    assert judged(KNOWING, SITE, (), (DOMAIN,)) == {f"JDG315 {FW}": Status.FAIL}


def test_feeds_of_domains_hold_for_what_the_firewall_is_asked() -> None:
    filters = (ObservedFilter("feeds-only", (), safe_search=False, fails_open=False, line=3, kind="dns"),)
    filtered = change(ANSWERS, dns_filter="feeds-only")
    assert judged(FED, ASKING, (ANSWERS,))["JDG314 guest"] is Status.FAIL
    assert judged(FED, ASKING, (filtered,))["JDG314 guest"] is Status.FAIL
    assert judged(FED, ASKING, (filtered,), filters=filters)["JDG314 guest"] is Status.PASS
