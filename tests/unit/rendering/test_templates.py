"""The template language is strict, and its short cuts print what plain Jinja2 prints."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb
from types import SimpleNamespace
from typing import NamedTuple

import msgspec
import pytest
from jinja2 import (
    DictLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateSyntaxError,
    UndefinedError,
)

from netgen.platforms.arista_eos import ports as eos
from netgen.platforms.aruba_aoscx import ports as aoscx
from netgen.platforms.cisco_iosxe import ports as ios
from netgen.platforms.juniper_junos import switching_view as junos
from netgen.rendering.environment import (
    AskedBy,
    NoneRenderedError,
    Shared,
    SharedLines,
    SharedPlain,
    ViewEnvironment,
    WholeTemplates,
    environment,
)
from netgen.rendering.render import render_view

Render = Callable[..., str]


class Port(NamedTuple):
    """Stands for an object of a view."""

    name: str
    vlan: int


@pytest.fixture
def render() -> Render:
    """Render the template `main` of some files, with netgen's settings, for names."""

    def rendered(main: str, *, files: dict[str, str] | None = None, **names: object) -> str:
        made = ViewEnvironment(
            loader=DictLoader({"main": main, **(files or {})}),
            undefined=StrictUndefined,
            finalize=environment().finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,
            extensions=[AskedBy, Shared],
        )
        return made.get_template("main").render(**names)

    return rendered


@pytest.mark.parametrize(
    "main",
    [
        "plain\n",
        "{{ device.name }}",
        "a {{ device.number }} b {{ device.name }}\n",
        "{% for port in device.ports %}\n{{ port.name }}{% if port.vlan %} {{ port.vlan }}{% endif +%}\n{% endfor %}\n",
        "{% for port in device.ports %}{{ loop.index }}{% if not loop.last %},{% endif %}{% endfor %}",
        "{% for key, value in device.pairs %}{{ key }}={{ value }};{% endfor %}",
        "{% with name = device.name %}\n{{ name }}\n{% endwith %}\n",
        "{{ device.words | join(' ') }}\n",
        "{% macro twice(word) %}{{ word }}{{ word }}{% endmacro %}{{ twice(device.name) }}\n",
        "{% for port in device.ports %}\n{% shared port %}\n{{ port.name }} x\n{% endshared %}\n{% endfor %}\n",
    ],
)
def test_a_template_prints_what_plain_jinja_prints(render: Render, main: str) -> None:
    port = Port("one", 30)
    device = SimpleNamespace(
        name="{sw}'\"", number=7, ports=(port, Port("two", 0), port),
        pairs=(("a", 1), ("b", "c")), words=("x", "y"),
    )  # fmt: skip
    plain = Environment(
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        extensions=[AskedBy, SharedPlain],
    )
    assert render(main, device=device) == plain.from_string(main).render(device=device)


def test_an_included_file_sees_the_device(render: Render) -> None:
    files = {"part": "name {{ device.name }}\n"}
    assert (
        render('{% include "part" %}\nend\n', files=files, device=SimpleNamespace(name="sw"))
        == "name sw\nend\n"
    )


def test_a_whole_template_has_its_parts_in_their_place(tmp_path: Path) -> None:
    (tmp_path / "main").write_text('{# a box #}\n{% include "part" %}\nend\n')
    (tmp_path / "part").write_text(
        '{# a part #}\n{% for word in words %}\n{% include "words" %}\n{% endfor %}\n'
    )
    (tmp_path / "words").write_text("{{ word }}\n")
    for loader in (FileSystemLoader(tmp_path), WholeTemplates(tmp_path)):
        own = Environment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, loader=loader)
        assert own.get_template("main").render(words=("a", "b")) == "a\nb\nend\n"
    source, _, _ = WholeTemplates(tmp_path).get_source(own, "main")
    (tmp_path / "words").write_text("{{ word }} changed\n")
    assert "changed" not in source
    assert "changed" in WholeTemplates(tmp_path).get_source(own, "main")[0]


def test_a_mistake_names_the_file_and_line_of_a_part() -> None:
    with pytest.raises(AttributeError, match="hostname") as caught:
        render_view("arista_eos", SimpleNamespace(origin="sites/elm", management=SimpleNamespace()))
    assert any(entry.filename.endswith("arista_eos/management.j2") for entry in extract_tb(caught.tb))


@pytest.mark.parametrize("main", ["{{ nobody }}", "x {{ nobody }} y", "{% if nobody %}x{% endif %}"])
def test_an_undefined_name_stops_the_render(render: Render, main: str) -> None:
    with pytest.raises(UndefinedError):
        render(main)


@pytest.mark.parametrize(
    "main", ["{{ device.nothing }}", "x {{ device.nothing }} y", "{% if device.nothing %}x{% endif %}"]
)
def test_a_missing_attribute_stops_the_render(render: Render, main: str) -> None:
    with pytest.raises(AttributeError):
        render(main, device=SimpleNamespace())


@pytest.mark.parametrize("main", ["{{ device.name }}", "x {{ device.name }} y"])
def test_a_none_stops_the_render(render: Render, main: str) -> None:
    with pytest.raises(NoneRenderedError):
        render(main, device=SimpleNamespace(name=None))


class Named(msgspec.Struct, frozen=True):
    name: str
    size: int


def test_shared_lines_are_made_once_for_each_value_in_all_renders() -> None:
    made: list[str] = []

    def noted(name: str) -> str:
        made.append(name)
        return name

    own = ViewEnvironment(extensions=[AskedBy, Shared])
    own.filters["noted"] = noted
    template = own.from_string(
        "{% for item in items %}{% shared item %}{{ item.name | noted }} {% endshared %}{% endfor %}"
    )
    assert template.render(items=(Named("a", 1), Named("a", 1), Named("a", 2))) == "a a a "
    assert template.render(items=(Named("a", 2), Named("b", 1))) == "a b "
    assert made == ["a", "a", "b"]


def test_lines_that_no_other_box_has_are_made_each_time_and_not_kept() -> None:
    own = ViewEnvironment(extensions=[AskedBy, Shared])
    template = own.from_string(
        "{% for item in items %}{% shared item if item.size > 1 %}{{ item.name }} {% endshared %}{% endfor %}"
    )
    assert template.render(items=(Named("a", 1), Named("b", 2), Named("a", 1))) == "a b a "
    assert list(own.shared_lines.values()) == ["b "]


def test_shared_lines_take_no_more_room_than_they_may() -> None:
    lines = SharedLines(limit=100)
    for number in range(50):
        lines.keep(("place", number), "ten chars.")
        assert sum(map(len, lines.values())) <= 100
    assert lines["place", 49] == "ten chars."


def test_shared_lines_may_depend_on_nothing_else(render: Render) -> None:
    main = "{% for item in items %}{% shared item %}{{ item.name }}{{ other }}{% endshared %}{% endfor %}"
    with pytest.raises(TemplateSyntaxError, match="other"):
        render(main, items=(), other="")


def test_a_file_may_not_set_a_name_that_reaches_other_files(render: Render) -> None:
    with pytest.raises(TemplateSyntaxError, match="with"):
        render("{% set name = 1 %}{{ name }}")


@pytest.mark.parametrize("view", [eos.RunView, ios.RunView, aoscx.ProfileView, junos.ProfileView])
def test_views_that_templates_share_are_values(view: type[msgspec.Struct]) -> None:
    assert view.__struct_config__.frozen
    assert view.__struct_config__.eq
