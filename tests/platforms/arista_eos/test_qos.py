"""Classes of traffic, whose marks count, and who keeps power."""

from __future__ import annotations

import msgspec
import pytest

from netgen.device import QosClass
from netgen.rendering import render_device

from .devices import asked_for_everything
from .text import block, top_level

TEXT = render_device(asked_for_everything())


def marks(text: str) -> dict[int, int]:
    """Code point to traffic class, where a line says so."""
    found: dict[int, int] = {}
    for line in top_level(text, "qos map dscp"):
        points, _, number = line.removeprefix("qos map dscp ").partition(" to traffic-class ")
        found |= {int(point): int(number) for point in points.split()}
    return found


def test_code_points_of_classes_go_where_their_queue_is_and_all_others_to_best_effort() -> None:
    said = marks(TEXT)
    assert (said[46], said[48]) == (6, 5)
    # EOS by itself: 34 is in class 4, 8 in class 0 and the first eight in class 1.
    assert not {34, 8, *range(8)} & said.keys()
    others = set(range(9, 64)) - {34, 46, 48}
    assert {point for point, number in said.items() if number == 1} == others


def test_the_priority_class_goes_first_up_to_its_share_and_the_others_have_theirs() -> None:
    assert [line for line in block(TEXT, "qos profile NETGEN") if line.strip() != "!"] == [
        "   tx-queue 0",
        "      no priority",
        "      bandwidth percent 5",
        "   tx-queue 1",
        "      no priority",
        "      bandwidth percent 50",
        "   tx-queue 4",
        "      no priority",
        "      bandwidth percent 25",
        "   tx-queue 5",
        "      no priority",
        "      bandwidth percent 5",
        "   tx-queue 6",
        "      priority strict",
        "      shape rate 15 percent",
    ]


def test_a_chip_with_queues_for_multicast_names_the_others() -> None:
    text = render_device(msgspec.structs.replace(asked_for_everything(), model="DCS-7050SX3-48YC8"))
    assert "   uc-tx-queue 6" in block(text, "qos profile NETGEN")
    assert "   tx-queue 6" not in block(text, "qos profile NETGEN")


def test_six_classes_between_take_the_highest_queue_and_a_seventh_shares_the_lowest() -> None:
    names = {"a": 56, "b": 48, "c": 40, "d": 34, "e": 32, "f": 26, "g": 18}
    qos = tuple(
        QosClass(name, dscp, 10, priority=False, origin=f"standard/qos/{name}")
        for name, dscp in names.items()
    )
    text = render_device(msgspec.structs.replace(asked_for_everything(), qos=qos))
    queues = [line.split()[-1] for line in block(text, "qos profile NETGEN") if "tx-queue" in line]
    assert queues == ["2", "3", "4", "5", "6", "7"]
    lowest = block(text, "qos profile NETGEN")
    assert lowest[lowest.index("   tx-queue 2") + 2] == "      bandwidth percent 20"


MARKS = {
    "nobody's marks count at a desk": (
        "Ethernet1",
        ["   service-policy type qos input NETGEN-UNMARK", "   service-profile NETGEN"],
    ),
    "the telephone's marks count": (
        "Ethernet2",
        [
            "   service-policy type qos input NETGEN-PHONE-30",
            "   service-profile NETGEN",
            "   qos trust dscp",
        ],
    ),
    "a server's marks count": ("Ethernet4", ["   service-profile NETGEN", "   qos trust dscp"]),
    "an access point's marks count": ("Ethernet5", ["   service-profile NETGEN", "   qos trust dscp"]),
    "an unused port has none": ("Ethernet6", []),
    "a member of a LAG leaves it to the LAG": ("Ethernet49", []),
    "a LAG's marks count": ("Port-Channel1", ["   service-profile NETGEN", "   qos trust dscp"]),
}


@pytest.mark.parametrize(("interface", "wanted"), MARKS.values(), ids=MARKS)
def test_marks(interface: str, wanted: list[str]) -> None:
    lines = block(TEXT, f"interface {interface}")
    assert [line for line in lines if line.startswith(("   service-", "   qos"))] == wanted


def test_an_input_policy_writes_best_effort_over_what_it_does_not_trust() -> None:
    unmarked = ["   class class-default", "      set dscp 0", "      set traffic-class 1"]
    assert block(TEXT, "policy-map type quality-of-service NETGEN-UNMARK") == unmarked
    assert block(TEXT, "class-map type qos match-any NETGEN-PHONE-30") == ["   match vlan 30"]
    assert block(TEXT, "policy-map type quality-of-service NETGEN-PHONE-30") == [
        "   class NETGEN-PHONE-30",
        "   !",
        *unmarked,
    ]


def test_nothing_of_it_without_classes() -> None:
    text = render_device(msgspec.structs.replace(asked_for_everything(), qos=()))
    assert not [
        line for line in text.splitlines() if line.strip().startswith(("qos", "policy-map", "service-"))
    ]


@pytest.mark.parametrize(
    ("interface", "wanted"),
    [
        ("Ethernet1", ["   poe priority high"]),
        ("Ethernet2", ["   poe priority critical"]),
        ("Ethernet3", ["   poe disabled"]),
        ("Ethernet4", []),
    ],
    ids=["high", "critical", "no power, no priority", "low is the box's own"],
)
def test_who_keeps_power(interface: str, wanted: list[str]) -> None:
    assert [line for line in block(TEXT, f"interface {interface}") if "poe" in line] == wanted


def test_large_frames_need_no_line_since_switched_ones_pass() -> None:
    assert "mtu" not in TEXT
