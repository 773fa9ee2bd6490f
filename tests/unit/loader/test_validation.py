# ruff: noqa: E501 - one case a line
"""Every pydantic error becomes a finding with its place in the YAML, a stable code and advice."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from ipaddress import IPv4Address
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from netgen.diagnostics import Collector, Diagnostic
from netgen.loader.validation import validate
from netgen.loader.yaml_nodes import read_yaml


class Strict(BaseModel):
    """As the models of the inventory."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def check_vlan(value: int) -> int:
    """Raise as the inventory's field types do."""
    if value == 1:
        code = "VLN001"
        raise PydanticCustomError(code, "VLAN id 1 cannot be used", {"help": "choose 2 to 4094"})
    return value


class Phase(StrEnum):
    """A choice by enum."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Vpn(Strict):
    """One member of a tagged union."""

    kind: Literal["vpn"]
    mtu: int = Field(ge=1280, le=9000)


class Lte(Strict):
    """The other member; `vpn` is also a key here, as a trap for the look-up of places."""

    kind: Literal["lte"]
    vpn: str = ""
    roaming: bool = False


class Vlan(Strict):
    """Numbers and lists."""

    id: Annotated[int, AfterValidator(check_vlan)]
    tags: tuple[str, ...] = ()
    next: Vlan | None = None


class Span_(Strict):  # noqa: N801 - not the Span of diagnostics
    """A member of an untagged union."""

    first: int
    last: int


class Site(Strict):
    """One field of each sort."""

    name: str = Field(max_length=8)
    number: int | None = None
    stage: Literal["lab", "pilot", "rest"] = "rest"
    phase: Phase = Phase.PRIMARY
    open_: bool = Field(default=False, alias="open")
    watts: float = Field(default=0, ge=0)
    since: date | None = None
    gateway: IPv4Address | None = None
    code: str = Field(default="ABC", pattern="^[A-Z]+$")
    wan: Annotated[Vpn | Lte, Field(discriminator="kind")] | None = None
    vlans: dict[str, Vlan] = {}
    ports: tuple[int, ...] = Field(default=(), max_length=3)
    pair: tuple[int, str] | None = None
    depth: int | Literal["auto"] = "auto"
    free: int | str = ""
    span: Span_ | int | None = None
    by_number: dict[int, str] = {}
    rate: Annotated[int, BeforeValidator(lambda text: int(str(text).removesuffix("M")))] = 0
    secret_word: str | None = None
    psk: int | None = None
    password: Literal["secret://env/X"] | None = None
    anything: Any = None

    @field_validator("code")
    @classmethod
    def _code(cls, value: str) -> str:
        if value == "BAD":
            msg = "BAD is no code"
            raise ValueError(msg)
        return value

    @field_validator("secret_word")
    @classmethod
    def _secret_word(cls, value: str) -> str:
        msg = f"I do not like {value}"
        raise ValueError(msg)

    @model_validator(mode="after")
    def _no_elm(self) -> Site:
        assert self.name != "Elm", "there is an Elm already"
        return self


GOOD = """\
name: Oak
number: 12
stage: pilot
phase: secondary
open: true
watts: 15.4
since: 2026-09-01
gateway: 10.0.0.1
wan: {kind: vpn, mtu: 1400}
vlans:
  staff: {id: 10, tags: [a, b], next: {id: -5}}
ports: [1, 2]
pair: [1, "010"]
depth: 5
free: 010
span: {first: 1, last: 2}
by_number: {1: one}
rate: 090M
password: secret://env/X
anything: {x: [010, no]}
"""


def run(text: str, model: type[BaseModel] = Site) -> tuple[BaseModel | None, list[Diagnostic]]:
    collector = Collector()
    document = read_yaml(text, "inventory/sites/oak.yaml", collector)
    assert document is not None, list(collector)
    result = validate(model, document, collector, base_path="sites/oak")
    return result, list(collector)


def test_good_text_becomes_typed_values() -> None:
    site, found = run(GOOD)
    assert found == []
    assert isinstance(site, Site)
    assert (site.number, site.open_, site.watts, site.since) == (12, True, 15.4, date(2026, 9, 1))
    assert site.wan == Vpn(kind="vpn", mtu=1400)
    assert site.vlans["staff"].next == Vlan(id=-5)
    assert (site.pair, site.depth, site.free, site.span) == ((1, "010"), 5, "010", Span_(first=1, last=2))
    assert (site.by_number, site.rate, site.anything) == ({1: "one"}, 90, {"x": ["010", "no"]})


@pytest.mark.parametrize(
    ("line", "code", "column", "message", "help_"),
    [
        pytest.param("nmber: 1", "INV021", 1, "unknown key `nmber`", "write `number`", id="unknown key"),
        pytest.param("Open: true", "INV021", 1, "unknown key `Open`", "write `open`", id="unknown key by case: the alias"),
        pytest.param("zzz: 1", "INV021", 1, "unknown key `zzz`", "remove it; known here: ", id="nothing alike"),
        pytest.param("'[key]': 1", "INV021", 1, "unknown key `[key]`", "remove it", id="a key that looks like pydantic's"),
        pytest.param("wan: {kind: vpn, mut: 1, mtu: 1400}", "INV021", 18, "unknown key `mut` in `wan`", "write `mtu`", id="unknown key in a tagged union"),
        pytest.param("wan: {kind: lte, roming: true}", "INV021", 18, "unknown key `roming` in `wan`", "write `roaming`", id="unknown key in the other member"),
        pytest.param("vlans: {a: {id: 2, tag: x}}", "INV021", 20, "unknown key `tag` in `a`", "write `tags`", id="unknown key in a mapping"),
        pytest.param("vlans: {a: {id: 2, next: {id: 3, nxt: x}}}", "INV021", 34, "unknown key `nxt` in `next`", "write `next`", id="unknown key in a recursive model"),
        pytest.param("vlans: {a: {tags: [x]}}", "INV022", 9, "key `id` is missing in `a`", "add `id: ...`", id="missing key, at its parent"),
        pytest.param("wan: {mtu: 1400}", "INV022", 1, "key `kind` is missing in `wan`", "add `kind: ...`", id="missing tag"),
        pytest.param("wan: {kind: vpn}", "INV022", 1, "key `mtu` is missing in `wan`", "add `mtu: ...`", id="missing key behind a tag"),
        pytest.param("number: abc", "INV023", 9, "`number` must be a whole number, found `abc`", "write digits only", id="no number"),
        pytest.param("number: 1.5", "INV027", 9, "`number` must be a whole number in plain digits, found `1.5`", "write digits only", id="fraction"),
        pytest.param("number: [1]", "INV023", 9, "`number` must be a whole number, found a list", "write digits only", id="list for a number"),
        pytest.param("ports: [1, x]", "INV023", 12, "item 2 of `ports` must be a whole number, found `x`", "write digits only", id="item of a list"),
        pytest.param("ports: 1", "INV023", 8, "`ports` must be a list, found `1`", "write `- item` lines", id="no list"),
        pytest.param("pair: [1]", "INV022", 1, "item 2 is missing in `pair`", "add the item", id="tuple too short"),
        pytest.param("vlans: [1]", "INV023", 8, "`vlans` must be keys and values, found a list", "write `key: value`", id="list for a mapping"),
        pytest.param("vlans: {a: x}", "INV023", 12, "`a` must be keys and values, found `x`", "write `key: value`", id="text for a model"),
        pytest.param("wan: x", "INV023", 6, "`wan` must be keys and values, found `x`", "write `key: value`", id="text for a tagged union"),
        pytest.param("open: no", "INV023", 7, "`open` must be true or false, found `no`", "write false", id="no is not false"),
        pytest.param("open: 'on'", "INV023", 7, "`open` must be true or false, found `on`", "write true", id="on is not true"),
        pytest.param("open: 1", "INV023", 7, "`open` must be true or false, found `1`", "write true", id="1 is not true"),
        pytest.param("open: True", "INV023", 7, "`open` must be true or false, found `True`", "write true", id="True has one spelling"),
        pytest.param("open: maybe", "INV023", 7, "`open` must be true or false, found `maybe`", "write true or false", id="no truth"),
        pytest.param("open:", "INV023", 1, "`open` must be true or false, found nothing", "write true or false", id="nothing"),
        pytest.param("wan: {kind: lte, roaming: yes}", "INV023", 27, "`roaming` must be true or false, found `yes`", "write true", id="truth in a tagged union"),
        pytest.param("watts: 1e3", "INV027", 8, "`watts` must be a number in plain digits, found `1e3`", "write digits only", id="exponent"),
        pytest.param("watts: nan", "INV023", 8, "`watts` must be a number, found `nan`", "write digits only", id="not a number"),
        pytest.param("since: 1/9/26", "INV023", 8, "`since` must be a date, found `1/9/26`", "write year-month-day", id="date"),
        pytest.param("code: abc", "INV023", 7, "`code` does not have the wanted form, found `abc`", "match ^[A-Z]+$", id="pattern"),
        pytest.param("depth: x", "INV023", 8, "`depth` must be a whole number or `auto`, found `x`", "write one of these", id="union of scalars"),
        pytest.param("span: {first: x, last: 2}", "INV023", 15, "`first` must be a whole number, found `x`", "write digits only", id="union: the member that fits"),
        pytest.param("span: {first: 1}", "INV022", 1, "key `last` is missing in `span`", "add `last: ...`", id="union: the member that fits, missing key"),
        pytest.param("span: [1]", "INV023", 7, "`span` must be keys and values or a whole number, found a list", "write one of these", id="union: no member fits"),
        pytest.param("by_number: {x: one}", "INV023", 13, "key `x` must be a whole number, found `x`", "write digits only", id="key of a mapping"),
        pytest.param("wan: {kind: vpn, mtu: 900}", "INV024", 23, "`mtu` must be at least 1280, found `900`", "choose a value in range", id="too small"),
        pytest.param("wan: {kind: vpn, mtu: 9001}", "INV024", 23, "`mtu` must be at most 9000, found `9001`", "choose a value in range", id="too large"),
        pytest.param("ports: [1, 2, 3, 4]", "INV024", 8, "`ports` must have at most 3 items", "remove what is too much", id="too many items"),
        pytest.param("name: Oakwood Primary", "INV024", 7, "`name` must have at most 8 characters", "shorten it", id="too long"),
        pytest.param("stage: pilott", "INV025", 8, "`stage` has no choice `pilott`", "write `pilot`", id="choice, nearest"),
        pytest.param("stage: Rest", "INV025", 8, "`stage` has no choice `Rest`", "write `rest`", id="choice by case"),
        pytest.param("stage: xyzzy", "INV025", 8, "`stage` has no choice `xyzzy`", "choose one of: lab, pilot, rest", id="choice, nothing alike"),
        pytest.param("phase: secondry", "INV025", 8, "`phase` has no choice `secondry`", "write `secondary`", id="enum"),
        pytest.param("wan: {kind: vnp, mtu: 1}", "INV025", 13, "`kind` has no choice `vnp`", "write `vpn`", id="tag, at its value"),
        pytest.param("code: BAD", "INV026", 7, "`code` is refused: BAD is no code", "correct the value", id="ValueError of a validator"),
        pytest.param("name: Elm", "INV026", 1, "the file is refused: there is an Elm already", "correct the value", id="assertion of a model"),
        pytest.param("gateway: 10.0.0", "INV026", 10, "`gateway` is refused: ", "correct the value", id="another pydantic type"),
        pytest.param("vlans: {a: {id: 1}}", "VLN001", 17, "VLAN id 1 cannot be used", "choose 2 to 4094", id="a code of our own"),
        pytest.param("number: 010", "INV027", 9, "`number` is `010`, which YAML 1.1 reads as octal 8", "write 10 without the leading zero", id="octal"),
        pytest.param("number: '010'", "INV027", 9, "`number` is `010`, which YAML 1.1 reads as octal 8", "write 10 without the leading zero", id="octal, quoted"),
        pytest.param("number: 019", "INV027", 9, "`number` must be a whole number in plain digits, found `019`", "write digits only", id="leading zero, no octal"),
        pytest.param("number: 1_000", "INV027", 9, "`number` must be a whole number in plain digits, found `1_000`", "write digits only", id="underscore"),
        pytest.param("number: 3.0", "INV027", 9, "`number` must be a whole number in plain digits, found `3.0`", "write digits only", id="3.0"),
        pytest.param("number: 0x10", "INV027", 9, "`number` must be a whole number in plain digits, found `0x10`", "write digits only", id="hexadecimal"),
        pytest.param("number: 1e3", "INV027", 9, "`number` must be a whole number in plain digits, found `1e3`", "write digits only", id="exponent in a whole number"),
        pytest.param("number: ' 30'", "INV027", 9, "`number` must be a whole number in plain digits, found ` 30`", "write digits only", id="space"),
        pytest.param("number: +5", "INV027", 9, "`number` must be a whole number in plain digits, found `+5`", "write digits only", id="plus"),
        pytest.param("number: 22:30", "INV027", 9, "`number` must be a whole number, found `22:30`, which YAML 1.1 reads in base 60", "write digits only", id="base 60"),
        pytest.param("number: ٣", "INV023", 9, "`number` must be a whole number, found `<U+0663>`", "write digits only", id="digits of another script"),
        pytest.param("number: '-0'", "INV027", 9, "`number` must be a whole number in plain digits, found `-0`", "write digits only", id="minus nought"),
        pytest.param("depth: 010", "INV027", 8, "`depth` is `010`, which YAML 1.1 reads as octal 8", "write 10 without", id="octal in a union"),
        pytest.param("span: 010", "INV027", 7, "`span` is `010`, which YAML 1.1 reads as octal 8", "write 10 without", id="octal beside a model"),
        pytest.param("span: {first: 010, last: 9}", "INV027", 15, "`first` is `010`, which YAML 1.1 reads as octal 8", "write 10 without", id="octal in a model of a union"),
        pytest.param("vlans: {a: {id: 010}}", "INV027", 17, "`id` is `010`, which YAML 1.1 reads as octal 8", "write 10 without", id="octal below a mapping"),
        pytest.param("pair: [010, 010]", "INV027", 8, "item 1 of `pair` is `010`, which YAML 1.1 reads as octal 8", "write 10 without", id="octal in a pair, not where text is wanted"),
        pytest.param("by_number: {01: one}", "INV027", 13, "key `01` is `01`, which YAML 1.1 reads as octal 1", "write 1 without", id="octal as a key"),
    ],
)  # fmt: skip
def test_finding(line: str, code: str, column: int, message: str, help_: str) -> None:
    text = line if line.startswith("name:") else f"name: Oak\n{line}"
    number = text.count("\n") + 1
    result, found = run(text)
    assert result is None
    assert [(item.code, str(item.span)) for item in found] == [
        (code, f"inventory/sites/oak.yaml:{number}:{column}")
    ]
    assert found[0].message.startswith(message)
    assert found[0].help.startswith(help_)
    assert len(found[0].message) <= 90


def test_all_findings_of_a_file_are_reported_at_once() -> None:
    _, found = run("number: 010\nopne: true\nstage: x\nvlans: {a: {id: x, tgs: y}}\n")
    assert [item.code for item in found] == ["INV022", "INV027", "INV021", "INV025", "INV023", "INV021"]


@pytest.mark.parametrize(
    ("line", "path"),
    [
        pytest.param("vlans: {staff: {id: x}}", "sites/oak/vlans/staff/id", id="mapping"),
        pytest.param("vlans: {sw1/u1: {id: x}}", "sites/oak/vlans/sw1:u1/id", id="key with a slash"),
        pytest.param("ports: [x]", "sites/oak/ports/0", id="list"),
        pytest.param("wan: {kind: vpn, mtu: x}", "sites/oak/wan/mtu", id="tag left out"),
        pytest.param("span: {first: x, last: 1}", "sites/oak/span/first", id="union label left out"),
        pytest.param("by_number: {x: y}", "sites/oak/by_number/x", id="key"),
        pytest.param("wan: {kind: vpn}", "sites/oak/wan/mtu", id="missing"),
    ],
)
def test_the_object_path_is_what_the_file_says(line: str, path: str) -> None:
    _, (found,) = run(f"name: Oak\n{line}")
    assert found.path == path


@pytest.mark.parametrize(
    ("text", "words"), [("", "nothing"), ("[a]", "a list"), ("x", "`x`")], ids=["empty", "list", "text"]
)
def test_a_document_that_is_no_mapping(text: str, words: str) -> None:
    _, (found,) = run(text)
    assert (found.code, str(found.span)) == ("INV023", "inventory/sites/oak.yaml:1:1")
    assert found.message == f"the file must be keys and values, found {words}"


class Login(Strict):
    """Fields that hold secrets, and a careless model."""

    user_password: int | None = None
    snmp_community: Literal["x"] | None = None
    api_key: bool | None = None
    psk: tuple[int, ...] = ()
    tokens: dict[str, int] = {}
    secret: str | None = None
    user: str = ""

    @model_validator(mode="after")
    def _careless(self) -> Login:
        if self.secret:
            msg = f"{self.user} uses {self.secret}"
            raise ValueError(msg)
        return self


@pytest.mark.parametrize(
    "line",
    ["user_password: hunter2", "snmp_community: hunter2", "api_key: hunter2", "psk: [hunter2]", "psk: hunter2",
     "tokens: {a: hunter2}", "secret: hunter2", "secret: [hunter2]", "secret: {a: hunter2}", "pasword: hunter2"],
)  # fmt: skip
def test_a_value_that_may_be_a_secret_is_never_shown(line: str) -> None:
    _, found = run(line, Login)
    assert len(found) == 1
    assert "hunter2" not in repr(found)


@pytest.mark.parametrize("line", ["psk: [0177]", "user_password: 0177"])
def test_a_number_that_may_be_a_secret_is_never_shown(line: str) -> None:
    _, found = run(line, Login)
    assert [item.code for item in found] == ["INV027"]
    assert not any(part in repr(found) for part in ("177", "127"))


def test_values_in_messages_are_short_and_printable() -> None:
    _, (found,) = run('name: Oak\nnumber: "\\e[2J\\n' + "x" * 500 + '"')
    assert found.message.isprintable()
    assert len(found.message) <= 90


YAMLISH_LINES = st.lists(
    st.tuples(
        st.sampled_from([*Site.model_fields, "open", "kind", "[key]", "x"]),
        st.sampled_from(
            ["", "1", "010", "no", "abc", "[]", "[1, x, [2]]", "{}", "{a: 1}", "{kind: vpn}", "{kind: lte, vpn: {}}", "{kind: [x]}",
             "{a: {id: 1, next: {}}}", "{a: {id: x, next: {id: {}}}}", "{first: 1}", "{first: [], x: 1}", "{'[key]': {}}",
             "{1: x, x: 1, '': 2}", "'\\x00'", "1" + "0" * 5000, "0" + "1" * 5000, "٣", "{kind: vpn, vpn: 1, lte: 2, mtu: 1_0}"]
        ),
    ),
    unique_by=lambda pair: pair[0],
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(YAMLISH_LINES)
def test_any_data_gives_a_model_or_findings(lines: list[tuple[str, str]]) -> None:
    collector = Collector()
    document = read_yaml("\n".join(f"'{key}': {value}" for key, value in lines), "f", collector)
    assert document is not None
    result = validate(Site, document, collector, base_path="")
    assert (result is None) == collector.has_errors
    for item in collector:
        assert item.span is not None
        assert item.span.line >= 1
        assert item.message.isprintable()
        assert item.help.isprintable()


class Vlans(RootModel[dict[str, Vlan]]):
    """A file that is one mapping of names to objects."""


def test_a_file_that_is_one_mapping() -> None:
    vlans, found = run("staff: {id: 10}\nguest: {id: 20}", Vlans)
    assert found == []
    assert isinstance(vlans, Vlans)
    assert vlans.root["guest"].id == 20


def test_findings_in_a_file_that_is_one_mapping() -> None:
    _, found = run("staff: {id: 010}\nguest: {idd: 20, id: 3}", Vlans)
    assert [(item.code, str(item.span), item.path) for item in found] == [
        ("INV027", "inventory/sites/oak.yaml:1:13", "sites/oak/staff/id"),
        ("INV021", "inventory/sites/oak.yaml:2:9", "sites/oak/guest/idd"),
    ]
    assert found[1].help == "write `id`"
