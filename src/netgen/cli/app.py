"""The commands, in the order of the road. Each one imports what it needs when it runs."""

from __future__ import annotations

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

app.command("init")(init_command.init)
app.command("validate")(validate_command.validate)
app.command("schema")(schema_command.schema)
app.command("render")(render_command.render)
app.command("diff")(diff_command.diff)
app.command("explain")(explain_command.explain)
app.command("judge")(judge_command.judge)
app.command("plan")(push_command.plan)
app.command("push")(push_command.push)
app.command("undo")(push_command.undo)
app.command("platforms")(platforms_command.platforms)
app.add_typer(batfish_command.app, name="batfish")


@app.command("version")
def version() -> None:
    """Print the version."""
    from netgen import __version__  # noqa: PLC0415
    from netgen.cli.console import say  # noqa: PLC0415

    say(f"netgen {__version__}")
