"""A judgement as text and as JSON."""

from __future__ import annotations

import json

from netgen.judge import Judgement, Rule, Status, Verdict, as_json, as_text, summary

RULE = Rule("JDG211", "vlan-on-trunk")
GOOD = Verdict("oak/vlan-on-trunk/a", RULE, Status.PASS, "oak", "a", "fine")
BAD = Verdict(
    "oak/vlan-on-trunk/b",
    RULE,
    Status.FAIL,
    "oak",
    "b",
    "VLAN 30 is missing",
    ("vlan 30",),
    ("oak/b.cfg:7",),
    "standard/segments/staff",
)
OPEN = Verdict(
    "oak/unread-lines/c",
    Rule("JDG103", "unread-lines"),
    Status.NOT_DECIDED,
    "oak",
    "c",
    "1 line was not understood",
)


def test_text_shows_each_objection_with_witness_place_and_who_asked_then_totals() -> None:
    text = as_text(Judgement.of([GOOD, BAD, OPEN], ["embedded"], ["a note"]))
    assert text == (
        "FAIL JDG211 oak/vlan-on-trunk/b\n"
        "  VLAN 30 is missing\n"
        "  witness: vlan 30\n"
        "  --> oak/b.cfg:7\n"
        "  asked for by standard/segments/staff\n"
        "\n"
        "not decided JDG103 oak/unread-lines/c\n"
        "  1 line was not understood\n"
        "\n"
        "rule                    pass    fail  not decided\n"
        "JDG103 unread-lines        0       0            1\n"
        "JDG211 vlan-on-trunk       1       1            0\n"
        "\n"
        "note: a note\n"
        "3 verdicts by embedded: 1 pass, 1 fail, 1 not decided\n"
    )


def test_json_holds_every_verdict_with_id_witnesses_and_lines() -> None:
    document = json.loads(as_json(Judgement.of([BAD, GOOD], ["embedded"])))
    assert document["ok"] is False
    assert [item["id"] for item in document["verdicts"]] == [GOOD.id, BAD.id]
    assert document["verdicts"][1]["witnesses"] == ["vlan 30"]
    assert document["verdicts"][1]["lines"] == ["oak/b.cfg:7"]
    assert document["totals"] == [
        {"code": "JDG211", "rule": "vlan-on-trunk", "pass": 1, "fail": 1, "not_decided": 0, "attested": 0}
    ]


def test_only_a_judgement_that_decided_everything_well_is_ok() -> None:
    assert Judgement.of([GOOD], ["embedded"]).ok
    assert not Judgement.of([GOOD, OPEN], ["embedded"]).ok
    assert not Judgement.of([], ["embedded"]).ok


def test_long_lists_are_cut_and_say_so() -> None:
    text = as_text(Judgement.of([BAD, OPEN], ["embedded"]), limit=1)
    assert "... and 1 more (--json gives every one)" in text
    assert summary(Judgement.of([BAD], [])) == "1 verdicts by no engine: 0 pass, 1 fail, 0 not decided"


def test_what_a_text_holds_cannot_steer_the_terminal() -> None:
    bad = Verdict(
        "oak/unread-lines/d", OPEN.rule, Status.NOT_DECIDED, "oak", "d", "`\x1b[2J\x00` is not understood"
    )
    assert "\x1b" not in as_text(Judgement.of([bad], ["embedded"]))
    assert "[2J" in as_text(Judgement.of([bad], ["embedded"]))


def test_many_witnesses_are_counted() -> None:
    bad = Verdict(
        "oak/x/d", RULE, Status.FAIL, "oak", "d", "much", tuple(f"line {number}" for number in range(25))
    )
    text = as_text(Judgement.of([bad], ["embedded"]))
    assert text.count("witness:") == 10
    assert "... and 15 more" in text
