"""Classes of traffic, whose marks count, power and frame size."""

from __future__ import annotations

import msgspec
import pytest

from netgen.device import QosClass
from netgen.rendering import render_device

from .devices import access_switch, asked_for_everything
from .text import block, top_level

TEXT = render_device(asked_for_everything())


def test_each_class_has_its_code_point() -> None:
    assert {line: block(TEXT, line) for line in top_level(TEXT, "class-map")} == {
        "class-map match-any NETGEN-voice": [" match dscp ef"],
        "class-map match-any NETGEN-network": [" match dscp cs6"],
        "class-map match-any NETGEN-video": [" match dscp af41"],
        "class-map match-any NETGEN-scavenger": [" match dscp cs1"],
        "class-map match-any NETGEN-PHONE-30": [" match vlan 30"],
    }


def test_the_priority_class_goes_first_and_the_others_share_what_it_leaves_as_asked() -> None:
    assert block(TEXT, "policy-map NETGEN-OUT") == [
        " class NETGEN-voice",
        "  priority level 1 percent 15",
        " class NETGEN-network",
        "  bandwidth remaining percent 5",
        " class NETGEN-video",
        "  bandwidth remaining percent 25",
        " class NETGEN-scavenger",
        "  bandwidth remaining percent 5",
        " class class-default",
        "  bandwidth remaining percent 50",
    ]


def test_a_code_point_without_a_name_is_a_number_and_a_second_priority_class_the_second_level() -> None:
    device = msgspec.structs.replace(
        asked_for_everything(),
        qos=(
            QosClass("alarm", 44, 5, priority=True, origin="standard/qos/alarm"),
            QosClass("voice", 46, 10, priority=True, origin="standard/qos/voice"),
            QosClass("rest", 0, 85, priority=False, origin="standard/qos/rest"),
        ),
    )
    text = render_device(device)
    assert block(text, "class-map match-any NETGEN-alarm") == [" match dscp 44"]
    assert "  priority level 2 percent 10" in block(text, "policy-map NETGEN-OUT")


MARKS = {
    "nobody's marks count at a desk": ("GigabitEthernet1/0/1", [" service-policy input NETGEN-UNMARK"]),
    "the telephone's marks count": ("GigabitEthernet1/0/2", [" service-policy input NETGEN-PHONE-30"]),
    "a server's marks count": ("GigabitEthernet1/0/4", []),
    "an access point's marks count": ("GigabitEthernet1/0/5", []),
    "an uplink's marks count": ("TenGigabitEthernet1/1/1", []),
}


@pytest.mark.parametrize(("interface", "wanted"), MARKS.values(), ids=MARKS)
def test_marks(interface: str, wanted: list[str]) -> None:
    lines = [line for line in block(TEXT, f"interface {interface}") if "service-policy" in line]
    assert lines == [*wanted, " service-policy output NETGEN-OUT"]


def test_an_input_policy_writes_best_effort_over_what_it_does_not_trust() -> None:
    assert block(TEXT, "policy-map NETGEN-UNMARK") == [" class class-default", "  set dscp default"]
    assert block(TEXT, "policy-map NETGEN-PHONE-30") == [
        " class NETGEN-PHONE-30",
        " class class-default",
        "  set dscp default",
    ]


def test_an_unused_port_and_a_lag_have_no_policy() -> None:
    for name in ("GigabitEthernet1/0/6", "Port-channel1"):
        assert not [line for line in block(TEXT, f"interface {name}") if "service-policy" in line]


def test_nothing_of_it_without_classes() -> None:
    text = render_device(msgspec.structs.replace(asked_for_everything(), qos=()))
    assert not [line for line in text.splitlines() if "policy-map" in line or "service-policy" in line]


@pytest.mark.parametrize(
    ("interface", "count"),
    [("GigabitEthernet1/0/1", 1), ("GigabitEthernet1/0/2", 1), ("GigabitEthernet1/0/3", 0)],
    ids=["high", "critical", "no power, no priority"],
)
def test_who_keeps_power(interface: str, count: int) -> None:
    assert block(TEXT, f"interface {interface}").count(" power inline port priority high") == count


def test_large_frames_pass_the_whole_switch_where_asked() -> None:
    assert top_level(TEXT, "system mtu") == ["system mtu 9198"]
    assert not top_level(render_device(access_switch()), "system mtu")
