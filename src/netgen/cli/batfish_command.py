"""`netgen batfish`: a local Batfish server on loopback."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from netgen.batfish_server import ServerReport

app = typer.Typer(
    help="Start, stop or look at a local Batfish server (from NETGEN_BATFISH_HOME, or with Docker).",
    no_args_is_help=True,
    rich_markup_mode=None,
)
PortOption = Annotated[int, typer.Option("--port", min=1, max=65535, help="Port on loopback.")]
PORT = 9996


@app.command("start")
def start(
    port: PortOption = PORT, heap: Annotated[str, typer.Option("--heap", help="Java heap.")] = "4g"
) -> None:
    """Start a server on loopback and wait until it answers."""
    from netgen.batfish_server import start as begin  # noqa: PLC0415 - heavy imports only when the command runs

    _show(begin(port, heap=heap), wanted=True)


@app.command("stop")
def stop(port: PortOption = PORT) -> None:
    """Stop the server that `netgen batfish start` started; no other one is touched."""
    from netgen.batfish_server import stop as end  # noqa: PLC0415

    _show(end(port), wanted=False)


@app.command("status")
def status(port: PortOption = PORT) -> None:
    """Say whether a server answers; exit 1 if none does."""
    from netgen.batfish_server import status as look  # noqa: PLC0415

    _show(look(port), wanted=True)


def _show(report: ServerReport, *, wanted: bool) -> None:
    from netgen.cli import EXIT_FAILED  # noqa: PLC0415
    from netgen.cli.console import Format, show_diagnostics  # noqa: PLC0415
    from netgen.cli.streams import say  # noqa: PLC0415

    show_diagnostics(report.diagnostics, Format.TEXT)
    if not report.diagnostics:
        say(report.message)
    if bool(report.version) is not wanted:
        raise typer.Exit(EXIT_FAILED)
