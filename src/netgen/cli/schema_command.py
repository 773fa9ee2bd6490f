"""`netgen schema`: JSON Schema of the inventory files, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def schema(
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to.")] = Path("schema"),
    check: Annotated[
        bool, typer.Option("--check", help="Only compare; exit 1 if the folder is out of date.")
    ] = False,
) -> None:
    """Write one JSON Schema per kind of inventory file, so that an editor completes and checks YAML."""
    from netgen.cli import EXIT_FAILED  # noqa: PLC0415 - heavy imports only when the command runs
    from netgen.cli.streams import say, tell  # noqa: PLC0415
    from netgen.loader.schemas import schema_texts  # noqa: PLC0415

    texts = schema_texts()
    stale = [name for name, text in texts.items() if not _is_same(output / name, text)]
    if check:
        for name in stale:
            tell(f"out of date: {output / name}")
        if stale:
            tell("run `netgen schema` to write them")
            raise typer.Exit(EXIT_FAILED)
        say(f"{len(texts)} schemas are up to date")
        return
    output.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (output / name).write_text(texts[name], encoding="utf-8")
    say(f"{len(texts)} schemas in {output}, {len(stale)} written")


def _is_same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text
