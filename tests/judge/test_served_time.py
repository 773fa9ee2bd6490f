"""Who is told the time by the firewall of a small school whose guests ask it."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest

from netgen.judge import Status
from netgen.judge.expectations.served_time import judge_served_time
from tests.judge.small_site import SITE, observed_site, small_case

change: Any = msgspec.structs.replace

FW, ANYBODY = "oak-fw1", ("0.0.0.0/0",)
(GUEST,) = (item for item in SITE.segments if item.name == "guest")
ASKING = change(
    SITE,
    segments=tuple(
        change(item, time_server=item.gateway) if item is GUEST else item for item in SITE.segments
    ),
)


def judged(site: Any, told: dict[str, tuple[str, ...]], *, platform: str = "") -> dict[str, Status]:
    """Verdict by subject, where interfaces at these addresses tell the time to these prefixes."""
    seen = observed_site()
    interfaces = tuple(change(item, tells_time=told.get(item.address, ())) for item in seen[FW].interfaces)
    if platform:
        devices = tuple(
            change(plan, platform=platform) if plan.hostname == FW else plan for plan in site.devices
        )
        site = change(site, devices=devices)
    case = small_case({**seen, FW: change(seen[FW], interfaces=interfaces)}, site=site)
    return {re.split("[:/]", item.id)[-1]: item.status for item in judge_served_time(case)}


def test_silent_where_nobody_asks_and_nobody_is_told() -> None:
    assert judged(SITE, {}) == {}


def test_guests_get_the_time_and_nobody_else_does() -> None:
    assert judged(ASKING, {GUEST.gateway: ANYBODY}) == {"guest": Status.PASS, FW: Status.PASS}


def test_nobody_answers_the_guests() -> None:
    assert judged(ASKING, {})["guest"] is Status.FAIL


@pytest.mark.parametrize("site", [SITE, ASKING], ids=["nobody-asks", "guests-ask"])
def test_another_interface_answers_too(site: Any) -> None:
    other = next(item.gateway for item in SITE.segments if item.name == "staff")
    assert judged(site, {GUEST.gateway: ANYBODY, other: ANYBODY})[FW] is Status.FAIL


def test_a_filter_lets_exactly_those_in_that_ask() -> None:
    told = {GUEST.gateway: (str(GUEST.prefix), "10.0.8.12/32")}
    assert judged(ASKING, told, platform="juniper_junos") == {"guest": Status.PASS, FW: Status.PASS}


@pytest.mark.parametrize("told", [ANYBODY, ("10.1.0.0/16",)], ids=["everybody", "the-whole-school"])
def test_a_filter_that_lets_others_in(told: tuple[str, ...]) -> None:
    assert judged(ASKING, {GUEST.gateway: told}, platform="juniper_junos")[FW] is Status.FAIL


def test_a_filter_that_lets_half_of_them_in() -> None:
    half = {GUEST.gateway: ("10.1.70.0/25",)}
    assert judged(ASKING, half, platform="juniper_junos")["guest"] is Status.FAIL
