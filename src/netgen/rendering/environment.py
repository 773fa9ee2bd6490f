"""The Jinja environment of all templates, compiled once per process.

Templates are strict: an undefined name or a None stops the render. `{% asked origin %}` names the
ObjectPath that asked for the lines inside; it costs nothing in a normal render and leaves marks
in a tracing one. `{% shared thing %}` says that the lines inside depend on that value of the view
alone, so that equal lines of a thousand switches are made once; `{% shared thing if CONDITION %}` looks only where
there may be equals.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.ext import Extension
from jinja2.meta import find_undeclared_variables
from jinja2.parser import Parser
from jinja2.runtime import Context

from netgen.rendering.code_generator import ViewCodeGenerator
from netgen.rendering.compiled_templates import compiled_templates

#: Marks of a tracing render. Control characters, so they can be in no rendered text.
ENTER, LEAVE, END = "\x01", "\x02", "\x03"


class NoneRenderedError(ValueError):
    """A template printed None: the view lacks a value. Always a bug of ours."""


class AskedBy(Extension):
    """`{% asked expr %} lines {% endasked %}` without a trace: the lines alone."""

    tags = {"asked"}  # noqa: RUF012 - the attribute Jinja defines

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        """Drop the tag, keep the body."""
        next(parser.stream)
        parser.parse_expression()
        return parser.parse_statements(("name:endasked",), drop_needle=True)


class AskedByTraced(Extension):
    """The same tag, leaving marks around the body."""

    tags = {"asked"}  # noqa: RUF012 - the attribute Jinja defines

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        """Print ENTER path END before the body and LEAVE after it."""
        line = next(parser.stream).lineno
        origin = parser.parse_expression()
        body = parser.parse_statements(("name:endasked",), drop_needle=True)
        enter = nodes.Output([nodes.TemplateData(ENTER), origin, nodes.TemplateData(END)]).set_lineno(line)
        leave = nodes.Output([nodes.TemplateData(LEAVE)]).set_lineno(line)
        return [enter, *body, leave]


class Shared(Extension):
    """`{% shared thing %} lines {% endshared %}`: the lines, made once for each value.

    The lines may name nothing but `thing`; the parser refuses anything else. Values are told apart by what they
    hold, so the view's struct is frozen, and says all that the lines print. After `if`, what is not so is made anew.
    """

    tags = {"shared"}  # noqa: RUF012 - the attribute Jinja defines

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """Look the object up in the context's `shared_lines`; make and keep its lines if it is new."""
        line = next(parser.stream).lineno
        thing = parser.parse_assign_target(name_only=True).name
        condition = parser.parse_expression() if parser.stream.skip_if("name:if") else None
        body = parser.parse_statements(("name:endshared",), drop_needle=True)
        own = nodes.Template(body, lineno=line)
        own.set_environment(self.environment)
        foreign = sorted(find_undeclared_variables(own) - {thing})
        if foreign:
            parser.fail(f"lines shared by `{thing}` name `{foreign[0]}`", line)
        key = nodes.Tuple([nodes.Const(f"{parser.name}:{line}"), nodes.Name(thing, "load")], "load")
        store = nodes.Getattr(nodes.ContextReference(), "shared_lines", "load")
        found: list[nodes.Node] = [
            nodes.Assign(nodes.Name(_LINES, "store"), _call(store, "get", [key])),
            nodes.If(
                nodes.Not(nodes.Name(_LINES, "load")),
                [
                    nodes.AssignBlock(nodes.Name(_LINES, "store"), None, body),
                    nodes.ExprStmt(_call(store, "keep", [key, nodes.Name(_LINES, "load")])),
                ],
                [],
                [],
            ),
            nodes.Output([nodes.Name(_LINES, "load")]),
        ]
        for node in found:
            node.set_lineno(line)
        return found if condition is None else [nodes.If(condition, found, [], body, lineno=line)]


class SharedPlain(Extension):
    """The same tag where every line is made anew: tracing, and the benchmark's floor."""

    tags = {"shared"}  # noqa: RUF012 - the attribute Jinja defines

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        """Drop the tag, keep the body."""
        next(parser.stream)
        parser.parse_assign_target(name_only=True)
        if parser.stream.skip_if("name:if"):
            parser.parse_expression()
        return parser.parse_statements(("name:endshared",), drop_needle=True)


#: The name that `shared` uses in a template; no template may.
_LINES = "lines_of_this"


def _call(target: nodes.Expr, method: str, arguments: list[nodes.Expr]) -> nodes.Call:
    return nodes.Call(nodes.Getattr(target, method, "load"), arguments, [], None, None)


def _refuse_none(value: object) -> object:
    if value is None:
        msg = "a template printed None"
        raise NoneRenderedError(msg)
    return value


def template_folder() -> Path:
    """`templates/`: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"


class WholeTemplates(FileSystemLoader):
    """Templates with the text of what they include in its place, so that a box is printed by one function, not by ten.

    A file that includes others has line numbers of its own then: `render_view` looks for a mistake by the tracing
    environment, whose files stay apart.
    """

    _INCLUDE = re.compile(r'^{% include "([^"]+)" %}\n', re.MULTILINE)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The whole text. Jinja2 keeps compiled templates by it, so a changed part is seen."""
        text, path, is_current = super().get_source(environment, template)
        return self._INCLUDE.sub(lambda found: self._part(environment, found[1]), text), path, is_current

    def _part(self, environment: Environment, template: str) -> str:
        return self.get_source(environment, template)[0]


class SharedLines(dict[tuple[str, object], str]):
    """Lines by place in a template and value. Starts anew when it holds `limit` characters."""

    def __init__(self, limit: int = 64_000_000) -> None:
        """Nothing kept."""
        super().__init__()
        self._limit = limit
        self._held = 0

    def keep(self, key: tuple[str, object], lines: str) -> None:
        """Keep the lines of one value."""
        self._held += len(lines)
        if self._held > self._limit:
            self.clear()
            self._held = len(lines)
        self[key] = lines


class ViewContext(Context):
    """The names of one render, and what `shared` keeps for all renders of the environment."""

    def __init__(self, environment: ViewEnvironment, *arguments: Any, **options: Any) -> None:
        """As Jinja2 makes it."""
        super().__init__(environment, *arguments, **options)
        self.shared_lines = environment.shared_lines


class ViewEnvironment(Environment):
    """Jinja2's environment with our code generator and context."""

    code_generator_class = ViewCodeGenerator
    context_class = ViewContext

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """As Jinja2 makes it, with nothing kept."""
        super().__init__(*arguments, **options)
        self.shared_lines = SharedLines()


@cache
def environment(*, traced: bool = False) -> ViewEnvironment:
    """The one environment of this process; a second one for tracing."""
    return ViewEnvironment(
        loader=(FileSystemLoader if traced else WholeTemplates)(template_folder()),
        undefined=StrictUndefined,
        finalize=_refuse_none,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=compiled_templates(traced=traced),
        extensions=[AskedByTraced, SharedPlain] if traced else [AskedBy, Shared],
    )
