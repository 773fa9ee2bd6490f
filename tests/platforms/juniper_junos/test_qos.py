"""Classes of traffic, and whose marks count."""

from __future__ import annotations

import msgspec
from tests.platforms.juniper_junos.firewalls import FIBRE, PART, SCHOOL, with_part
from tests.platforms.juniper_junos.switches import CLASSES, DESK, PHONE, access_switch, port
from tests.platforms.juniper_junos.text import names, stanza

from netgen.rendering import render_device

TEXT = render_device(
    msgspec.structs.replace(
        access_switch(),
        qos=CLASSES,
        runs=(
            port("ge-0/0/0", DESK),
            port("ge-0/0/1", msgspec.structs.replace(PHONE, trust="phone")),
            port("ge-0/0/2", msgspec.structs.replace(DESK, trust="dscp")),
        ),
    )
)
_QOS = ("class-of-service",)


def test_a_class_has_a_queue_a_share_and_its_mark() -> None:
    assert names(TEXT, *_QOS, "forwarding-classes") == [
        "class best-effort queue-num 0", "class video queue-num 1", "class voice queue-num 5",
        "class network queue-num 7",
    ]  # fmt: skip
    assert (
        stanza(TEXT, *_QOS, "schedulers", "netgen-voice")
        == "shaping-rate percent 15;\npriority strict-high;\n"
    )
    assert stanza(TEXT, *_QOS, "schedulers", "netgen-video") == (
        "transmit-rate percent 25;\nbuffer-size percent 25;\npriority low;\n"
    )
    voice = "loss-priority low code-points 101110;\n"
    assert stanza(TEXT, *_QOS, "classifiers", "dscp netgen", "forwarding-class voice") == voice
    assert stanza(TEXT, *_QOS, "classifiers", "ieee-802.1 netgen", "forwarding-class voice") == (
        "loss-priority low code-points 101;\n"
    )
    assert stanza(TEXT, *_QOS, "rewrite-rules", "dscp netgen", "forwarding-class best-effort") == (
        "loss-priority low code-point 000000;\n"
    )


def test_whose_marks_count() -> None:
    interfaces = (*_QOS, "interfaces")
    assert "forwarding-class best-effort;\n" in stanza(TEXT, *interfaces, "ge-0/0/0", "unit 0")
    assert "classifiers" not in stanza(TEXT, *interfaces, "ge-0/0/0", "unit 0")
    assert stanza(TEXT, *interfaces, "ge-0/0/1", "unit 0", "classifiers") == "ieee-802.1 netgen;\n"
    assert stanza(TEXT, *interfaces, "ge-0/0/2", "unit 0", "classifiers") == "dscp netgen;\n"
    assert stanza(TEXT, *interfaces, "ae1", "unit 0", "classifiers") == "dscp netgen;\n"
    for name in names(TEXT, *interfaces):
        assert "rewrite-rules {\n    dscp netgen;\n}\n" in stanza(TEXT, *interfaces, name, "unit 0")


def test_telephones_are_told_the_priority_class() -> None:
    assert "forwarding-class voice;\n" in stanza(TEXT, "switch-options", "voip", "interface ge-0/0/1.0")


def test_nothing_is_said_where_nothing_is_asked() -> None:
    assert "class-of-service" not in render_device(access_switch())


def test_a_shaped_circuit_sends_no_faster_than_it_is_sold() -> None:
    shaped = msgspec.structs.replace(FIBRE, shape=True)
    text = render_device(with_part(SCHOOL, interfaces=(shaped, *PART.interfaces[1:])))
    assert stanza(text, *_QOS, "interfaces") == "ge-0/0/0 {\n    shaping-rate 200000k;\n}\n"
    assert "class-of-service" not in render_device(SCHOOL)
