"""`netgen init`: a new estate that validates at once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(help="Folder to create; must not exist or be empty.")],
) -> None:
    """Start a new estate: a trust, the standard, one hub and one school, with schemas for the editor."""
    from netgen.cli.estate import stop_with  # noqa: PLC0415
    from netgen.cli.streams import say  # noqa: PLC0415
    from netgen.loader.schemas import schema_texts  # noqa: PLC0415
    from netgen.loader.starter import starter_files  # noqa: PLC0415

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        stop_with("CLI009", f"`{folder}` exists and is not an empty folder", "name a new folder")
    files = {f"inventory/{name}": text for name, text in starter_files().items()}
    files.update({f"schema/{name}": text for name, text in schema_texts().items()})
    files[".gitignore"] = ".netgen/\n"
    try:
        for name, text in sorted(files.items()):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        stop_with(
            "CLI010", f"cannot write below `{folder}`: {error.strerror}", "choose a folder you may write to"
        )
    say(f"{len(files)} files in {folder}")
    say(f"next: cd {folder} && netgen validate && netgen render")
