"""`netgen judge`: do the texts do what the model says, and nothing else?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netgen.cli.options import INVENTORY, InventoryOption, SiteOption

if TYPE_CHECKING:
    from netgen.intent import Intent


def judge(
    inventory: InventoryOption = INVENTORY,
    configs: Annotated[
        Path | None,
        typer.Option("--configs", help="Folder of texts to judge; left out: what the model renders to."),
    ] = None,
    site: SiteOption = [],  # noqa: B006 - typer wants the default itself
    engine: Annotated[str, typer.Option("--engine", help="embedded, batfish or auto.")] = "auto",
    batfish_host: Annotated[str, typer.Option("--batfish-host", help="Where Batfish answers.")] = "127.0.0.1",
    batfish_port: Annotated[int, typer.Option("--batfish-port", min=1, max=65535)] = 9996,
    json: Annotated[bool, typer.Option("--json", help="Every verdict with id, witnesses and lines.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Most objections spelled out.")] = 20,
) -> None:
    """Read the texts back and hold them against the model; exit 1 on any objection."""
    from netgen.cli import EXIT_FAILED, EXIT_INPUT  # noqa: PLC0415 - heavy imports only when the command runs
    from netgen.cli.console import Format, show_diagnostics  # noqa: PLC0415
    from netgen.cli.estate import checked_estate, chosen_sites, stop_with  # noqa: PLC0415
    from netgen.cli.streams import say  # noqa: PLC0415
    from netgen.judge import as_json, as_text  # noqa: PLC0415
    from netgen.judge.engines import ENGINES  # noqa: PLC0415
    from netgen.reports.verification import judge_model  # noqa: PLC0415

    if engine not in ENGINES:
        stop_with("CLI014", f"unknown engine `{engine[:20]}`", f"use one of {', '.join(ENGINES)}")
    _, intent = checked_estate(inventory)
    sites = chosen_sites(intent, site, [])
    result = judge_model(
        intent,
        sites,
        _texts(intent, sites, configs),
        folder=str(configs) if configs else "golden_configs",
        engine=engine,
        batfish_host=batfish_host,
        batfish_port=batfish_port,
    )
    show_diagnostics(result.diagnostics, Format.TEXT)
    if result.judgement is None:
        raise typer.Exit(EXIT_INPUT)
    say((as_json(result.judgement) if json else as_text(result.judgement, limit=limit)).rstrip("\n"))
    if not result.judgement.ok:
        raise typer.Exit(EXIT_FAILED)


def _texts(intent: Intent, sites: list[str], configs: Path | None) -> dict[str, str]:
    """Texts by `site/hostname.ext`: rendered from the model, or read from a folder."""
    from netgen.build import build_texts  # noqa: PLC0415
    from netgen.cli.estate import stop_with  # noqa: PLC0415

    if configs is None:
        return build_texts(intent, sites).files
    if not configs.is_dir():
        stop_with("CLI011", f"`{configs}` is no folder", "name a folder with one folder of texts per site")
    # Every folder must be a site, so that a misspelt one is not passed over in silence.
    for folder in sorted(configs.iterdir()):
        if folder.is_dir() and folder.name not in intent.sites and any(folder.iterdir()):
            stop_with(
                "CLI017", f"folder `{folder}` is no site of the inventory", "rename it, or take it away"
            )
    found: dict[str, str] = {}
    seen: dict[tuple[str, str], str] = {}
    for name in sites:
        for path in sorted((configs / name).glob("*")):
            if path.suffix == ".txt" or path.name.startswith(".") or not path.is_file():
                continue
            twin = seen.setdefault((name, path.stem), path.name)
            if twin != path.name:
                stop_with(
                    "CLI016",
                    f"`{twin}` and `{path.name}` are two texts of one device",
                    "keep the one to judge",
                )
            try:
                found[f"{name}/{path.name}"] = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError as error:
                stop_with("CLI012", f"`{path}` is not UTF-8 at byte {error.start}", "save the text as UTF-8")
            except OSError as error:
                stop_with("CLI013", f"`{path}` cannot be read: {error.strerror}", "make it readable")
    return found
