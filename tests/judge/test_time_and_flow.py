"""What the judge asks about signed time, samples of the traffic and forged addresses inside a site."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from netgen.judge import Status
from netgen.judge.case import SiteCase
from netgen.judge.expectations.flood_guards import judge_spoofing
from netgen.judge.expectations.time_and_flow import judge_time_and_flow
from netgen.readback import ObservedFloodGuard
from netgen.values import placeholder
from tests.judge.small_site import SITE, TRUST, observed_site, small_case

change: Any = msgspec.structs.replace
FW, KS1 = "oak-fw1", "oak-ks1-sw1"
NTP, COLLECTOR, KEY = TRUST.management.ntp, "10.0.8.30", "env:NETGEN_NTP"
WORD = placeholder(KEY)
MANAGED = change(
    TRUST.management, ntp_key_id=7, ntp_key=KEY, flow_host=COLLECTOR, netflow_port=2055, sflow_port=6343
)
ASKING = change(TRUST, management=MANAGED)
FAULTLESS: dict[str, Any] = {
    "ntp_signed": NTP,
    "ntp_keys": ((7, "sha1", WORD),),
    "flow": (("sflow", COLLECTOR, 6343),),
}


def _failed(case: SiteCase, name: str) -> set[str]:
    found = [item for item in judge_time_and_flow(case) if item.device == name]
    assert found
    return {item.rule.code for item in found if item.status is Status.FAIL}


def _seen(trust: Any = ASKING, **fields: Any) -> SiteCase:
    seen = observed_site()
    management = change(seen[KS1].management, **{**FAULTLESS, **fields})
    return small_case({**seen, KS1: change(seen[KS1], management=management)}, trust=trust)


def test_signed_time_and_samples_to_the_collector_are_what_was_asked() -> None:
    assert _failed(_seen(), KS1) == set()
    assert _failed(_seen(flow=(("netflow", COLLECTOR, 2055),)), KS1) == set()


def test_nothing_of_it_is_said_where_nobody_asked() -> None:
    assert _failed(_seen(TRUST, ntp_signed=(), ntp_keys=(), flow=()), KS1) == set()
    assert _failed(_seen(TRUST, ntp_signed=()), KS1) == {"JDG715", "JDG716"}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"ntp_signed": ()}, "JDG715"),
        ({"ntp_keys": ()}, "JDG715"),
        ({"ntp_keys": ((8, "sha1", WORD),)}, "JDG715"),
        ({"ntp_keys": ((7, "sha1", WORD), (8, "sha1", WORD))}, "JDG715"),
        ({"ntp_keys": ((7, "md5", WORD),)}, "JDG715"),
        ({"ntp_keys": ((7, "sha1", placeholder("env:NETGEN_OTHER")),)}, "JDG715"),
        ({"flow": ()}, "JDG716"),
        ({"flow": (("sflow", "10.0.8.31", 6343),)}, "JDG716"),
        ({"flow": (("sflow", COLLECTOR, 2055),)}, "JDG716"),
        ({"flow": (("sflow", COLLECTOR, 6343), ("netflow", "203.0.113.9", 2055))}, "JDG716"),
    ],
)
def test_the_judge_objects(fields: dict[str, Any], code: str) -> None:
    assert _failed(_seen(**fields), KS1) == {code}


def _spoofed(*guards: ObservedFloodGuard, platform: str = "juniper_junos") -> dict[str, Status]:
    seen = observed_site()
    devices = tuple(
        change(device, platform=platform) if device.hostname == FW else device for device in SITE.devices
    )
    firewall = change(seen[FW], platform=platform, flood_guards=guards)
    case = small_case({**seen, FW: firewall}, change(SITE, devices=devices))
    return {item.id.rpartition(":")[2]: item.status for item in judge_spoofing(case)}


def _guard(interface: str, *, action: str = "block", enabled: bool = True) -> ObservedFloodGuard:
    return ObservedFloodGuard("s", interface, (("ip spoofing", action, 1),), enabled=enabled, line=1)


def test_every_network_inside_needs_a_guard_against_forged_addresses() -> None:
    without = _spoofed()
    assert without
    assert set(without.values()) == {Status.FAIL}
    assert "wan1" not in without
    assert set(_spoofed(*map(_guard, without)).values()) == {Status.PASS}


def test_a_guard_that_does_nothing_is_none() -> None:
    one = min(_spoofed())
    assert _spoofed(_guard(one))[one] is Status.PASS
    assert _spoofed(_guard(one, enabled=False))[one] is Status.FAIL
    assert _spoofed(_guard(one, action="pass"))[one] is Status.FAIL


def test_where_a_platform_always_does_it_nothing_is_asked() -> None:
    assert _spoofed(platform="fortinet_fortios") == {}
