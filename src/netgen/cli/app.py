"""The commands, in the order of the road. Each one imports what it needs when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

from netgen.cli import (
    batfish_command,
    diff_command,
    explain_command,
    init_command,
    judge_command,
    platforms_command,
    push_command,
    render_command,
    schema_command,
    validate_command,
)

app = typer.Typer(
    name="netgen",
    help="The network of a school trust as code: declare it, render it, prove it, roll it out, undo it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(is_asked: bool) -> None:
    from netgen import __version__  # noqa: PLC0415
    from netgen.cli.streams import say  # noqa: PLC0415

    if is_asked:
        say(f"netgen {__version__}")
        raise typer.Exit


@app.callback()
def _before_any_command(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """Options that need no command."""


app.command("init", short_help="Start a new estate that validates, with one hub and one school.")(
    init_command.init
)
app.command("validate", short_help="Check the inventory and report every mistake at once.")(
    validate_command.validate
)
app.command("schema", short_help="Write the JSON Schemas by which an editor completes YAML.")(
    schema_command.schema
)
app.command("render")(render_command.render)
app.command("diff", short_help="Say in words what changed in the model since a Git revision.")(
    diff_command.diff
)
app.command("explain", short_help="Show what asked for a line of config, or what it asked for.")(
    explain_command.explain
)
app.command("judge", short_help="Read the texts back and hold them against the model.")(judge_command.judge)
app.command("plan", short_help="Write what a push would change, its undo and its evidence.")(
    push_command.plan
)
app.command("push", short_help="Take a plan to its devices, or undo what did not hold.")(push_command.push)
app.command("undo", short_help="Take every device of the last push back to its backup.")(push_command.undo)
app.command("platforms")(platforms_command.platforms)
app.add_typer(
    batfish_command.app, name="batfish", short_help="Start, stop or look at a local Batfish server."
)


@app.command("version")
def version() -> None:
    """Print the version."""
    _print_version(is_asked=True)
