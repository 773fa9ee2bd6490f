"""YAML becomes plain text with positions; what could surprise or harm is a finding, never a crash."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgen.diagnostics import Collector, Diagnostic, Span
from netgen.loader import yaml_nodes
from netgen.loader.plain_yaml import OddError, read_plain
from netgen.loader.yaml_findings import Finding
from netgen.loader.yaml_nodes import MAX_DEPTH, Document, read_yaml

COMPOSERS = {
    name: getattr(yaml_nodes, name)
    for name in ("_FastComposer", "_PortableComposer")
    if hasattr(yaml_nodes, name)
}


def nested(levels: int) -> list[object]:
    """Lists in lists."""
    return [nested(levels - 1)] if levels > 1 else []


@pytest.fixture(params=list(COMPOSERS.values()), ids=list(COMPOSERS))
def either_composer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the test with libyaml and with pure Python."""
    monkeypatch.setattr(yaml_nodes, "_composer", request.param)


def read(text: str) -> Document:
    collector = Collector()
    document = read_yaml(text, "inventory/a.yaml", collector)
    assert document is not None, list(collector)
    assert len(collector) == 0
    return document


def findings(text: str) -> list[Diagnostic]:
    collector = Collector()
    document = read_yaml(text, "inventory/a.yaml", collector)
    assert document is None
    assert collector.has_errors
    return list(collector)


@pytest.mark.usefixtures("either_composer")
@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("a: no", {"a": "no"}, id="no is not False"),
        pytest.param("a: 22:30", {"a": "22:30"}, id="22:30 is not 1350"),
        pytest.param("a: 010", {"a": "010"}, id="010 is not 8"),
        pytest.param("a: 1.10", {"a": "1.10"}, id="1.10 is not 1.1"),
        pytest.param("a: 2026-09-01", {"a": "2026-09-01"}, id="a date stays text"),
        pytest.param("a: <<", {"a": "<<"}, id="<< as a value is text"),
        pytest.param("1: x\nno: y", {"1": "x", "no": "y"}, id="keys are text"),
        pytest.param("a: null", {"a": None}, id="null"),
        pytest.param("a: ~", {"a": None}, id="tilde"),
        pytest.param("a:", {"a": None}, id="nothing after the colon"),
        pytest.param("a: 'null'", {"a": "null"}, id="quoted null is text"),
        pytest.param("a: ''", {"a": ""}, id="quoted nothing is text"),
        pytest.param("a: NULL", {"a": "NULL"}, id="only the one spelling of null"),
        pytest.param("- 1\n- [2, {b: 3}]", ["1", ["2", {"b": "3"}]], id="lists"),
        pytest.param("a: |\n  x\n  y\n", {"a": "x\ny\n"}, id="block text"),
        pytest.param("a: &x [1]\nb: *x", {"a": ["1"], "b": ["1"]}, id="an alias"),
        pytest.param("", None, id="empty"),
        pytest.param("# nothing\n", None, id="a comment alone"),
        pytest.param("---\na: 1\n...\n", {"a": "1"}, id="document marks"),
        pytest.param("\ufeffa: 1", {"a": "1"}, id="byte order mark"),
        pytest.param("a: 1\r\nb: 2\r\n", {"a": "1", "b": "2"}, id="CRLF"),
        pytest.param("a: 'x\ty'", {"a": "x\ty"}, id="a tab inside of a value"),
        pytest.param("[" * MAX_DEPTH + "]" * MAX_DEPTH, nested(MAX_DEPTH), id="deepest"),
    ],
)
def test_scalars_stay_text(text: str, data: object) -> None:
    assert read(text).data == data


@pytest.mark.usefixtures("either_composer")
@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        pytest.param("a: [1\n", "INV001", "1:4", id="list not closed, at its bracket"),
        pytest.param("a: {b: 1\nc: 2", "INV001", "1:4", id="mapping not closed, at its brace"),
        pytest.param("a: 'x", "INV001", "1:4", id="quote not closed, at the quote"),
        pytest.param("a: b: c", "INV001", "1:5", id="two colons"),
        pytest.param("a:\n  b: 1\n c: 2", "INV001", "3:2", id="indentation between two levels"),
        pytest.param("a: 1\n  b: 2", "INV001", "2:4", id="deeper than its neighbour"),
        pytest.param("oak\n  name: x", "INV001", "1:1", id="no colon, noticed one line late"),
        pytest.param(
            "a: 1\nname Oak # x\n\n# y\nb: 2", "INV001", "2:1", id="no colon, noticed after a comment"
        ),
        pytest.param("- a\nb: 1", "INV001", "2:1", id="key after a list"),
        pytest.param("a: @x", "INV001", "1:4", id="reserved character"),
        pytest.param("a: x\n\x01", "INV001", "2:1", id="control character"),
        pytest.param("a: x\ufeff", "INV001", "1:5", id="byte order mark inside"),
        pytest.param("a: \ud800", "INV001", "1:4", id="half a surrogate pair"),
        pytest.param("a: 1\nb: 2\na: 3", "INV002", "3:1", id="duplicate key, at the second"),
        pytest.param("a:\n  b: 1\n  'b': 2", "INV002", "3:3", id="duplicate key, differently quoted"),
        pytest.param("a:\n\tb: 1", "INV003", "2:1", id="tab as indentation"),
        pytest.param("a:\n  \tb: 1\n  c: 2", "INV003", "2:3", id="tab after spaces"),
        pytest.param("a: 1\n---\nb: 2", "INV004", "2:1", id="two documents"),
        pytest.param("? [a]\n: b", "INV005", "1:3", id="list as key"),
        pytest.param("{{a: b}: c}", "INV005", "1:2", id="unquoted template braces"),
        pytest.param("~: b", "INV005", "1:1", id="null as key"),
        pytest.param("null: b", "INV005", "1:1", id="the word null as key"),
        pytest.param("a: !!python/object:os.system x", "INV006", "1:4", id="Python tag"),
        pytest.param("a: !!int 1", "INV006", "1:4", id="standard tag"),
        pytest.param("a: !x {b: 1}", "INV006", "1:4", id="tag on a mapping"),
        pytest.param("a: !x!y 1", "INV006", "1:4", id="tag without a handle"),
        pytest.param("a: &x {b: 1}\nc:\n  <<: *x", "INV007", "3:3", id="merge key"),
        pytest.param("a: *x", "INV008", "1:4", id="alias without anchor"),
        pytest.param("a: &x [*x]", "INV008", "1:4", id="recursive alias"),
        pytest.param("&x a: {b: *y, c: &y [*y]}", "INV008", "1:11", id="alias before its anchor"),
        pytest.param("[" * (MAX_DEPTH + 1), "INV009", "1:50", id="one level too deep"),
        pytest.param("[" * 100_000, "INV009", "1:50", id="hundred thousand brackets"),
        pytest.param("{" * 100_000, "INV009", "1:50", id="hundred thousand braces"),
        pytest.param("- " * 100_000, "INV009", "1:99", id="hundred thousand dashes"),
        pytest.param("? " * 100_000, "INV009", "1:99", id="hundred thousand question marks"),
    ],
)
def test_refuses_with_code_and_place(text: str, code: str, place: str) -> None:
    found = findings(text)
    assert [(item.code, str(item.span)) for item in found] == [(code, f"inventory/a.yaml:{place}")]
    assert found[0].help
    assert len(found[0].message) <= 90
    assert "\n" not in found[0].message


def test_a_duplicate_key_names_the_first_place_too() -> None:
    (found,) = findings("a:\n  site: 1\n  b: 2\n  site: 3\n")
    assert found.span == Span("inventory/a.yaml", 4, 3)
    assert found.also == (Span("inventory/a.yaml", 2, 3),)


def test_all_findings_of_a_document_are_reported_at_once() -> None:
    assert [item.code for item in findings("a: 1\na: !x 2\n<<: {b: 1, b: 2}\n")] == [
        "INV002",
        "INV006",
        "INV007",
        "INV002",
    ]


@pytest.mark.parametrize(
    "text",
    ["password: !hunter2", "password: *hunter2", "password: @hunter2", "password: &hunter2 &x", "password: %hunter2",
     "password: 'hunter2", "password: [hunter2", "- a\npassword: hunter2"],
)  # fmt: skip
def test_a_syntax_finding_never_quotes_a_value(text: str) -> None:
    for item in findings(text):
        assert "hunter2" not in item.message + item.help


def bomb(width: int, levels: int) -> str:
    """Each level is a list of `width` aliases of the level before."""
    lines = [f"a0: &a0 [{', '.join('x' * width)}]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, levels)]
    return "\n".join(lines)


@pytest.mark.usefixtures("either_composer")
def test_an_alias_bomb_is_refused_before_it_goes_off() -> None:
    start = time.perf_counter()
    (found,) = findings(bomb(width=10, levels=30))
    assert found.code == "INV009"
    assert time.perf_counter() - start < 30  # it ends, and does not hang


def test_aliases_in_small_measure_are_fine() -> None:
    assert len(read(bomb(width=10, levels=4)).data["a3"]) == 10


def test_aliases_that_only_nest_are_refused_without_recursion() -> None:
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 3000))]
    (found,) = findings("\n".join(lines))
    assert (found.code, "deeper" in found.message) == ("INV009", True)


def test_too_many_values_are_refused_while_reading() -> None:
    (found,) = findings("- a\n" * (yaml_nodes.MAX_NODES + 1))
    assert found.code == "INV009"


SITE = """\
# a school
name: Oak
wan:
  kind: vpn
  mtu: 1400
vlans:
- id: 10
  tags: [a, "b"]
empty:
shared: &s {x: 1}
again: *s
rooms: {7: x}
"""


@pytest.mark.usefixtures("either_composer")
@pytest.mark.parametrize(
    ("loc", "value", "key"),
    [
        pytest.param((), "2:1", "2:1", id="document"),
        pytest.param(("name",), "2:7", "2:1", id="scalar"),
        pytest.param(("wan",), "4:3", "3:1", id="mapping"),
        pytest.param(("wan", "mtu"), "5:8", "5:3", id="below a mapping"),
        pytest.param(("vlans",), "7:1", "6:1", id="list"),
        pytest.param(("vlans", 0), "7:3", "7:3", id="item: has no key"),
        pytest.param(("vlans", 0, "tags", 1), "8:13", "8:13", id="item in brackets"),
        pytest.param(("empty",), "9:1", "9:1", id="nothing: where its key is"),
        pytest.param(("again", "x"), "10:16", "10:13", id="alias: where it is written"),
        pytest.param(("rooms", 7), "12:12", "12:9", id="key of digits"),
        pytest.param(("wan", "nope"), "4:3", "3:1", id="missing: its parent"),
        pytest.param(("vlans", 7, "id"), "7:1", "6:1", id="missing item: the list"),
        pytest.param(("name", "x", "y"), "2:7", "2:1", id="below a scalar: the scalar"),
        pytest.param(("wan", 0), "4:3", "3:1", id="index into a mapping: the mapping"),
    ],
)
def test_positions(loc: tuple[str | int, ...], value: str, key: str) -> None:
    document = read(SITE)
    assert str(document.span(loc)) == f"inventory/a.yaml:{value}"
    assert str(document.key_span(loc)) == f"inventory/a.yaml:{key}"


def test_columns_count_characters_not_bytes() -> None:
    assert str(read("{é: ünï, b: x}").span(("b",))) == "inventory/a.yaml:1:13"


def test_an_empty_document_has_a_position() -> None:
    assert str(read("").span(("a",))) == "inventory/a.yaml:1:1"


YAMLISH = st.lists(
    st.sampled_from(
        ["a", "b", ":", ": ", "- ", "\n", "\n  ", "\n    ", "\t", "[", "]", "{", "}", ",", "&a ", "*a", "!x ", "!!int ",
         "<<: ", "? ", "'", '"', "|", ">", "#", "%", "---\n", "...", "~", "010", "22:30", "\\", "\\x", "é", "\r",
         "\x85", "\ufeff", "@"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


def check_never_raises(text: str) -> None:
    collector = Collector()
    document = read_yaml(text, "f", collector)
    assert (document is None) == collector.has_errors
    if document is not None:
        assert_plain(document.data)
        assert document.span(("a", 0, "b")).line >= 1


def assert_plain(data: object) -> None:
    if isinstance(data, dict):
        for key, value in data.items():
            assert isinstance(key, str)
            assert_plain(value)
    elif isinstance(data, list):
        for item in data:
            assert_plain(item)
    else:
        assert data is None or isinstance(data, str)


@settings(deadline=None, max_examples=300)
@given(YAMLISH)
def test_anything_like_yaml_gives_data_or_findings(text: str) -> None:
    check_never_raises(text)


@settings(deadline=None, max_examples=200)
@given(st.text(st.characters()))
def test_any_text_gives_data_or_findings(text: str) -> None:
    check_never_raises(text)


@pytest.mark.skipif(
    len(COMPOSERS) == 1, reason="PyYAML was built without libyaml: there is nothing to compare"
)
@settings(deadline=None, max_examples=300)
@given(YAMLISH)
def test_with_and_without_libyaml_nothing_is_read_differently(text: str) -> None:
    chosen = yaml_nodes._composer
    documents = []
    try:
        for composer in COMPOSERS.values():
            yaml_nodes._composer = composer
            check_never_raises(text)
            documents.append(read_yaml(text, "f", Collector()))
    finally:
        yaml_nodes._composer = chosen
    read_by_both = [document.data for document in documents if document]
    assert len(read_by_both) < 2 or read_by_both[0] == read_by_both[1]


@given(YAMLISH)
@settings(max_examples=400, deadline=None)
def test_the_quick_way_reads_what_the_composer_reads(text: str) -> None:
    try:
        quick = read_plain(text, yaml_nodes._NULL_WORDS, MAX_DEPTH)
    except OddError:
        return
    findings: list[Finding] = []
    root = yaml_nodes._compose(text)
    assert root is not None
    assert quick == yaml_nodes._plain(root, findings)
    assert findings == []


@pytest.mark.parametrize(
    "text",
    [
        "", "# nothing\n", "a: 1\na: 2\n", "a: &x 1\n", "a: &x 1\nb: *x\n", "a: !!int 1\n", "? [a]\n: 1\n",
        "<<: {a: 1}\n", "~: 1\n", ": 1\n", "a: [\n", "--- a\n--- b\n", "- !x\n", "{a: &y {b: 1}}", "[&z [1]]",
        "x: !!map {}", "x: !!seq []",
    ],
)  # fmt: skip
def test_what_is_odd_goes_the_slow_way(text: str) -> None:
    with pytest.raises(OddError):
        read_plain(text, yaml_nodes._NULL_WORDS, MAX_DEPTH)


def test_the_reference_trust_has_nothing_odd() -> None:
    for path in sorted((Path(__file__).parents[3] / "inventory").rglob("*.yaml")):
        read_plain(path.read_text(), yaml_nodes._NULL_WORDS, MAX_DEPTH)
