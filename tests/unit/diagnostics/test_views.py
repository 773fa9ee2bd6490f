"""One finding, four views: each says the same, and each is legal in its own format."""

from __future__ import annotations

import json
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgen.diagnostics import Diagnostic, Severity, Span, as_json, as_junit, as_sarif, as_text, summary

OVERLAP = Diagnostic(
    "ADR003",
    "prefix 10.20.0.0/16 of site `elm` overlaps site `oakwood`",
    span=Span("inventory/sites/elm.yaml", 7, 11),
    path="sites/elm/prefix",
    help="choose a /16 outside 10.20.0.0/14",
    also=(Span("inventory/sites/oakwood.yaml", 7, 11),),
)
WARNING = Diagnostic("VLN009", "vlan 99 is unused", severity=Severity.WARNING, path="sites/elm/vlans/spare")
NOTE = Diagnostic("WAN001", "one circuit", severity=Severity.NOTE)


def test_text_is_for_a_person() -> None:
    assert (
        as_text([OVERLAP, WARNING, NOTE])
        == """\
error[ADR003]: prefix 10.20.0.0/16 of site `elm` overlaps site `oakwood`
  --> inventory/sites/elm.yaml:7:11      (also inventory/sites/oakwood.yaml:7:11)
  help: choose a /16 outside 10.20.0.0/14

warning[VLN009]: vlan 99 is unused
  --> sites/elm/vlans/spare

note[WAN001]: one circuit
"""
    )


def test_concise_text_is_one_line_each() -> None:
    assert (
        as_text([OVERLAP, WARNING, NOTE], concise=True)
        == """\
inventory/sites/elm.yaml:7:11: error[ADR003]: prefix 10.20.0.0/16 of site `elm` overlaps site `oakwood`
sites/elm/vlans/spare: warning[VLN009]: vlan 99 is unused
note[WAN001]: one circuit"""
    )


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([], "no findings"),
        ([OVERLAP], "1 error"),
        ([OVERLAP, NOTE, OVERLAP, WARNING], "2 errors, 1 warning, 1 note"),
    ],
    ids=["none", "one", "several"],
)
def test_summary(found: list[Diagnostic], words: str) -> None:
    assert summary(found) == words


def test_json_is_for_a_program() -> None:
    assert json.loads(as_json([OVERLAP, NOTE])) == [
        {
            "code": "ADR003",
            "severity": "error",
            "message": "prefix 10.20.0.0/16 of site `elm` overlaps site `oakwood`",
            "file": "inventory/sites/elm.yaml",
            "line": 7,
            "column": 11,
            "path": "sites/elm/prefix",
            "help": "choose a /16 outside 10.20.0.0/14",
            "also": ["inventory/sites/oakwood.yaml:7:11"],
        },
        {
            "code": "WAN001",
            "severity": "note",
            "message": "one circuit",
            "file": None,
            "line": None,
            "column": None,
            "path": "",
            "help": "",
            "also": [],
        },
    ]


def test_junit_fails_for_errors_alone() -> None:
    suite = ET.fromstring(as_junit([OVERLAP, WARNING], suite="oak & elm"))
    assert (suite.tag, suite.attrib) == ("testsuite", {"name": "oak & elm", "tests": "2", "failures": "1"})
    failed, passed = suite
    assert failed.attrib["name"] == "ADR003 inventory/sites/elm.yaml:7:11"
    assert [child.attrib["message"] for child in failed] == [OVERLAP.message]
    assert (passed.attrib["name"], list(passed)) == ("VLN009 sites/elm/vlans/spare", [])


def test_junit_of_nothing_has_one_passed_case() -> None:
    suite = ET.fromstring(as_junit([]))
    assert (suite.attrib["tests"], suite.attrib["failures"], len(suite)) == ("1", "0", 1)
    assert list(suite[0]) == []


def test_sarif_names_rule_level_and_places() -> None:
    log = json.loads(as_sarif([OVERLAP, WARNING, NOTE], version="1.2.3"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("netgen", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == ["ADR003", "VLN009", "WAN001"]
    assert [(item["ruleId"], item["level"]) for item in run["results"]] == [
        ("ADR003", "error"), ("VLN009", "warning"), ("WAN001", "note"),
    ]  # fmt: skip
    result = run["results"][0]
    assert result["message"]["text"] == f"{OVERLAP.message} ({OVERLAP.help})"
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "inventory/sites/elm.yaml"},
                "region": {"startLine": 7, "startColumn": 11},
            }
        }
    ]
    assert (
        result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        == "inventory/sites/oakwood.yaml"
    )
    assert "locations" not in run["results"][1]


def test_sarif_counts_lines_from_one_and_writes_uris() -> None:
    log = json.loads(
        as_sarif([Diagnostic("INV015", "m", span=Span("inventory/St Mary's é#1.yaml"))], version="1")
    )
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 1, "startColumn": 1}
    assert place["artifactLocation"]["uri"].isascii()
    assert not set(place["artifactLocation"]["uri"]) & set(" #")
    assert unquote(place["artifactLocation"]["uri"]) == "inventory/St Mary's é#1.yaml"


TEXT = st.text(st.characters(), max_size=20)
ANY = st.builds(
    Diagnostic,
    code=st.from_regex("[A-Z]{3}[0-9]{3}", fullmatch=True),
    message=TEXT,
    severity=st.sampled_from(Severity),
    span=st.none() | st.builds(Span, TEXT, st.integers(0, 99), st.integers(0, 99)),
    path=TEXT,
    help=TEXT,
    also=st.lists(st.builds(Span, TEXT), max_size=2).map(tuple),
)


@given(st.lists(ANY, max_size=3))
def test_any_text_makes_legal_output(found: list[Diagnostic]) -> None:
    assert len(json.loads(as_json(found))) == len(found)
    assert len(json.loads(as_sarif(found, version="1"))["runs"][0]["results"]) == len(found)
    assert len(ET.fromstring(as_junit(found).encode())) == max(len(found), 1)
    lines = as_text(found, concise=True).split("\n") if found else []
    assert len(lines) == len(found)
    assert all(line.isprintable() for line in as_text(found).split("\n"))
