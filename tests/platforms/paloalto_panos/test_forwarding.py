"""Policy-based forwarding: classes of traffic that take the circuits the other way round."""

from __future__ import annotations

import msgspec
import pytest
from tests.oracles.panos_schema import objections
from tests.platforms.paloalto_panos.example import PART, SCHOOL, WAN1, WAN2, lines, with_part

from netgen.device import AddressObject, Device, FirewallInterface, Probe, SteeringRule
from netgen.rendering import render_device
from netgen.values import Prefix

OUTSIDE = AddressObject("outside-64.0.0.0-2", Prefix.parse("64.0.0.0/2"), "standard/steering/updates")
FIRST = msgspec.structs.replace(WAN1, priority=10)
SECOND = msgspec.structs.replace(
    WAN2, mode="static", address="198.51.100.2", length=30, gateway="198.51.100.1", priority=20
)
UPDATES = SteeringRule(
    number=20, name="updates", title="Updates", sources=("oak-pupil",), destinations=("outside-64.0.0.0-2",),
    services=("web",), applications=(), circuits=("ethernet1/2", "ethernet1/1"), strategy="ordered",
    latency_ms=-1, jitter_ms=-1, loss_percent=-1, origin="standard/steering/updates",
)  # fmt: skip
EXAMS = msgspec.structs.replace(
    UPDATES, number=10, name="exams", services=(), circuits=("ethernet1/1", "ethernet1/2")
)
RULES = "set rulebase pbf rules"


def steered(*rules: SteeringRule, backup: FirewallInterface = SECOND, probe: Probe | None = None) -> Device:
    """The school with two circuits and rules."""
    return with_part(
        SCHOOL,
        interfaces=(FIRST, backup, *PART.interfaces[2:]),
        addresses=(*PART.addresses, OUTSIDE),
        steering=rules,
        probe=probe,
    )


def test_a_class_that_prefers_the_backup_is_forwarded_to_it() -> None:
    assert lines(steered(UPDATES), f"{RULES} steer-updates.ethernet1-2") == [
        "from zone pupil",
        "source net-oak-pupil",
        "source-user any",
        "destination net-outside-64.0.0.0-2",
        "application any",
        "service [ svc-web-tcp svc-web-udp ]",
        "action forward egress-interface ethernet1/2",
        "action forward nexthop ip-address 198.51.100.1",
        "description Updates",
    ]


def test_a_rule_is_passed_over_while_its_circuit_leads_nowhere() -> None:
    box = steered(UPDATES, probe=Probe(("192.0.2.53", "192.0.2.54"), 1, 4, 7, "trust/wan/probes"))
    assert lines(box, f"{RULES} steer-updates.ethernet1-2 action forward monitor") == [
        "profile steering",
        "disable-if-unreachable yes",
        "ip-address 192.0.2.53",
    ]
    assert lines(box, "set network profiles monitor-profile steering") == [
        "interval 2",
        "threshold 4",
        "action fail-over",
    ]


def test_a_class_in_the_usual_order_keeps_later_ones_from_being_asked() -> None:
    box = steered(EXAMS, UPDATES)
    names = list(dict.fromkeys(line.split()[0] for line in lines(box, RULES)))
    assert names == ["steer-exams", "steer-updates.ethernet1-2"]
    assert "action no-pbf" in lines(box, f"{RULES} steer-exams")


@pytest.mark.parametrize(
    "box",
    [
        steered(UPDATES, backup=msgspec.structs.replace(WAN2, priority=20)),
        steered(EXAMS),
        steered(msgspec.structs.replace(UPDATES, applications=("zoom",), destinations=(), services=())),
    ],
    ids=["gateway unknown", "usual order alone", "an application"],
)
def test_what_cannot_or_need_not_be_steered_says_nothing(box: Device) -> None:
    assert "pbf" not in render_device(box)
    assert "monitor-profile" not in render_device(box)


def test_security_and_nat_rules_are_those_of_a_school_that_steers_nothing() -> None:
    plain, box = steered(), steered(EXAMS, UPDATES)
    for beginning in ("set rulebase security", "set rulebase nat"):
        assert lines(box, beginning) == lines(plain, beginning)


def test_every_line_is_in_the_specification() -> None:
    box = steered(EXAMS, UPDATES, probe=Probe(("192.0.2.53",), 5, 3, 4, "trust/wan/probes"))
    assert list(objections(render_device(box))) == []
