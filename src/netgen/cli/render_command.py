"""`netgen render`: inventory to golden files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from netgen.cli.options import (
    INVENTORY,
    OUTPUT,
    DeviceOption,
    FormatOption,
    InventoryOption,
    OutputOption,
    SiteOption,
)

if TYPE_CHECKING:
    from pathlib import Path

    from netgen.intent import Intent


def render(
    inventory: InventoryOption = INVENTORY,
    output: OutputOption = OUTPUT,
    site: SiteOption = [],  # noqa: B006 - typer wants the default itself
    device: DeviceOption = [],  # noqa: B006
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 with a diff if a file would change.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, max=64, help="Worker processes.")] = 2,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Reuse sites that did not change.")
    ] = True,
    format_: FormatOption = "text",
) -> None:
    """Render every device, or some, and write the files that differ."""
    from netgen.cli.formats import chosen_format  # noqa: PLC0415 - heavy imports only when the command runs

    form = chosen_format(format_)
    if check or site or device:
        from netgen.cli.estate import checked_estate  # noqa: PLC0415

        _, intent = checked_estate(inventory, form)
        _render_some(intent, output, site, device, check=check)
        return
    from netgen.build.builder import WorkerLostError  # noqa: PLC0415
    from netgen.build.incremental import build  # noqa: PLC0415
    from netgen.cli.console import show_diagnostics  # noqa: PLC0415
    from netgen.cli.estate import stop_with, today  # noqa: PLC0415
    from netgen.cli.leaving import leave  # noqa: PLC0415
    from netgen.cli.streams import say  # noqa: PLC0415

    try:
        report = build(inventory, output, today=today(), jobs=jobs, use_cache=cache, waiting=_say_waiting)
    except WorkerLostError:
        stop_with(
            "CLI019",
            "a worker process was ended from outside; no file was changed",
            "if the system is short of memory, run again with --jobs 1",
            format_=form,
        )
        raise
    show_diagnostics(report.findings, form)
    if report.failed:
        raise typer.Exit(2)
    say(
        f"{report.files} files, {report.size / 1_000_000:.1f} MB: {len(report.rendered)} sites rendered, "
        f"{report.reused} reused, {len(report.written)} files written, {len(report.removed)} removed"
    )
    for name in report.removed:
        say(f"removed {output / name}: it left the model")
    leave()


def _say_waiting() -> None:
    from netgen.cli.streams import tell  # noqa: PLC0415

    tell("waiting: another render writes this folder")


def _render_some(intent: Intent, output: Path, site: list[str], device: list[str], *, check: bool) -> None:
    from netgen.build import build_texts, compare, unified_diff  # noqa: PLC0415
    from netgen.build.partial import write_some  # noqa: PLC0415
    from netgen.cli import EXIT_FAILED  # noqa: PLC0415
    from netgen.cli.estate import chosen_sites, chosen_texts  # noqa: PLC0415
    from netgen.cli.streams import say, tell  # noqa: PLC0415

    sites = chosen_sites(intent, site, device)
    files = chosen_texts(build_texts(intent, sites).files, device)
    whole = not site and not device
    changes = compare(output, files, whole=whole)
    if check:
        if changes:
            say(unified_diff(changes, output.name).rstrip("\n"))
            tell(
                f"{len(changes)} of {len(files)} files differ: run `netgen render` and read the diff before you commit"
            )
            raise typer.Exit(EXIT_FAILED)
        say(f"{len(files)} files are as the model says")
        return
    write_some(output, files, _say_waiting)
    say(f"{len(files)} files, {len(changes)} written")
