"""Classes of traffic: which code points are in one, what share it gets, whose marks count."""

from __future__ import annotations

import msgspec
import pytest

from netgen.device import QosClass
from netgen.platforms.aruba_aoscx.names import family
from netgen.platforms.aruba_aoscx.qos_view import qos_views
from netgen.rendering import render_device

from .devices import CLASSES, access_switch, guarded_switch
from .text import block, top_level

TEXT = render_device(guarded_switch())
SMALL = render_device(guarded_switch("6100-48G-CL4", "6100-48G-CL4"))


def level_of(text: str, word: str, own: dict[int, int]) -> dict[int, int]:
    """Code point to level, by what the text says over the box's own levels."""
    said = (line.split() for line in top_level(text, "qos dscp-map"))
    levels = {dscp: own[dscp // 8] for dscp in range(64)}
    for words in said:
        assert words[3] == word
        levels[int(words[2])] = int(words[4])
    return levels


OWN = {0: 1, 1: 0, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7}
OWN_COS = {level: level for level in range(8)}


def test_nothing_of_this_is_said_where_nobody_asks() -> None:
    plain = render_device(access_switch())
    for prefix in ("qos", "apply qos", "class", "policy"):
        assert top_level(plain, prefix) == []
    assert "apply policy" not in plain


@pytest.mark.parametrize(
    ("text", "word", "own"), [(TEXT, "local-priority", OWN), (SMALL, "cos", OWN_COS)], ids=["6300", "6100"]
)
def test_a_class_has_its_own_code_point_and_best_effort_all_that_are_in_none(
    text: str, word: str, own: dict[int, int]
) -> None:
    levels = level_of(text, word, own)
    by_class = {levels[item.dscp]: item.name for item in CLASSES}
    assert len(by_class) == len(CLASSES)
    named = {item.dscp for item in CLASSES}
    assert {by_class[levels[dscp]] for dscp in range(64) if dscp not in named} == {"best-effort"}


def test_what_the_box_does_by_itself_is_not_said() -> None:
    assert "qos dscp-map 46 local-priority 5" not in TEXT.splitlines()
    assert "qos dscp-map 47 local-priority 1" in TEXT.splitlines()


def test_queues_have_no_gap_and_hold_every_level_once() -> None:
    lines = block(TEXT, "qos queue-profile NETGEN")
    mapped = [line.split() for line in lines if line.startswith("    map")]
    assert sorted(int(words[4]) for words in mapped) == list(range(8))
    assert {int(words[2]) for words in mapped} == set(range(6))
    assert [line.split()[2:] for line in lines if line.startswith("    name")] == [
        ["0", "scavenger"],
        ["1", "best-effort"],
        ["2", "signalling"],
        ["3", "video"],
        ["4", "network"],
        ["5", "voice"],
    ]


def test_telephones_are_sent_first_and_the_others_by_their_share() -> None:
    assert block(TEXT, "qos schedule-profile NETGEN") == [
        "    dwrr queue 0 weight 5",
        "    dwrr queue 1 weight 45",
        "    dwrr queue 2 weight 5",
        "    dwrr queue 3 weight 25",
        "    dwrr queue 4 weight 5",
        "    strict queue 5",
    ]
    assert top_level(TEXT, "apply qos") == ["apply qos queue-profile NETGEN schedule-profile NETGEN"]


def test_series_say_shares_in_their_own_words() -> None:
    assert "    min-bandwidth queue 1 percent 45" in block(SMALL, "qos schedule-profile NETGEN")
    data_centre = render_device(guarded_switch("8325-48Y8C", "8325-48Y8C"))
    assert "    wfq queue 1 weight 45" in block(data_centre, "qos schedule-profile NETGEN")


def test_background_is_below_best_effort_also_where_its_number_is_higher() -> None:
    lines = block(SMALL, "qos queue-profile NETGEN")
    assert "    map queue 0 cos 1" in lines
    assert "    name queue 0 scavenger" in lines


def test_marks_count_on_trunks_and_nobody_s_marks_count_on_a_desk() -> None:
    assert top_level(TEXT, "qos trust") == ["qos trust dscp"]
    assert "    apply policy NETGEN-UNMARK in" in block(TEXT, "interface 1/1/1")
    for header in ("interface 1/1/42", "interface 1/1/51", "interface lag 1", "interface 1/1/50"):
        assert "apply policy" not in "\n".join(block(TEXT, header))
    assert block(TEXT, "policy NETGEN-UNMARK") == [
        "    10 class ip NETGEN-UNMARK action dscp CS0 action local-priority 1",
        "    20 class ipv6 NETGEN-UNMARK action dscp CS0 action local-priority 1",
    ]


def test_on_a_phone_s_socket_the_marks_of_its_vlan_count_alone() -> None:
    assert "    apply policy NETGEN-PHONE-30 in" in block(TEXT, "interface 1/1/31")
    assert block(TEXT, "class ip NETGEN-PHONE-30") == [
        "    10 ignore any any any vlan 30",
        "    20 match any any any",
    ]


def test_policies_exist_before_a_port_applies_them() -> None:
    lines = TEXT.splitlines()
    assert lines.index("class ip NETGEN-UNMARK") < lines.index("policy NETGEN-UNMARK")
    assert lines.index("policy NETGEN-PHONE-30") < lines.index("interface 1/1/1")


@pytest.mark.parametrize(
    "classes",
    [
        (QosClass("a", 32, 50, False, "x"), QosClass("b", 34, 40, False, "x")),
        tuple(QosClass(f"c{n}", 40 + n, 10, n == 0, "x") for n in range(8)),
        (QosClass("voice", 46, 90, True, "x"), QosClass("rest", 0, 10, False, "x")),
        (
            QosClass("one", 46, 50, True, "x"),
            QosClass("two", 34, 40, True, "x"),
            QosClass("be", 0, 10, False, "x"),
        ),
    ],
    ids=["neighbours", "eight of one group", "two", "two that go first"],
)
def test_any_set_of_classes_makes_queues_that_the_box_takes(classes: tuple[QosClass, ...]) -> None:
    device = msgspec.structs.replace(guarded_switch(), qos=classes)
    profiles = frozenset(port.profile for port in device.ports)
    (view,) = qos_views(device, family(device.model), profiles)
    assert [queue.number for queue in view.queues] == list(range(len(view.queues)))
    assert sorted(level for queue in view.queues for level in queue.levels) == list(range(8))
    assert not any(queue.share == "" for queue in view.queues[:-1])
    assert bool(view.queues[-1].share) is not any(item.priority for item in classes)
