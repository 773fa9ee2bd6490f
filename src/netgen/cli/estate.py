"""Load and check an inventory for a command, stopping it with printed findings when anything is wrong."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from pathlib import Path

import typer

from netgen.checks import run_checks
from netgen.cli import EXIT_INPUT
from netgen.cli.console import Format, show_diagnostics
from netgen.diagnostics import Collector, Diagnostic
from netgen.hardware import load_catalogue, use_catalogue
from netgen.intent import Intent
from netgen.loader import Inventory, load_inventory
from netgen.platforms.registry import cannot_by_platform, kinds_by_platform, lacks_by_platform


def today() -> datetime.date:
    """The date that exceptions expire by; NETGEN_TODAY (YYYY-MM-DD) overrides it for a reproducible run."""
    given = os.environ.get("NETGEN_TODAY")
    if given:
        try:
            return datetime.date.fromisoformat(given)
        except ValueError:
            stop_with(
                "CLI001", f"NETGEN_TODAY is `{given[:20]}`, which is not a date", "write it as 2026-09-01"
            )
    return datetime.datetime.now(tz=datetime.UTC).date()


def stop_with(code: str, message: str, help_: str, *, format_: Format = Format.TEXT) -> None:
    """Print one finding and end the command with the exit code for wrong input."""
    show_diagnostics([Diagnostic(code=code, message=message, help=help_)], format_)
    raise typer.Exit(EXIT_INPUT)


def read_estate(root: Path) -> tuple[Inventory, Collector]:
    """The inventory and everything that was found about it."""
    collector = Collector()
    inventory = load_inventory(root, collector)
    use_catalogue(load_catalogue(inventory.hardware) if inventory.hardware else None)
    if inventory.intent is not None:
        catalogue = load_catalogue()
        collector.extend(
            run_checks(
                inventory.intent,
                inventory,
                catalogue,
                today(),
                kinds_by_platform(),
                lacks_by_platform(),
                cannot_by_platform(),
            )
        )
    return inventory, collector


def checked_estate(root: Path, format_: Format = Format.TEXT) -> tuple[Inventory, Intent]:
    """The inventory if it has no error; otherwise prints the findings and ends the command."""
    inventory, collector = read_estate(root)
    if collector.has_errors or inventory.intent is None:
        show_diagnostics(collector, format_)
        raise typer.Exit(EXIT_INPUT)
    return inventory, inventory.intent


def chosen_texts(texts: dict[str, str], devices: list[str]) -> dict[str, str]:
    """The texts of the named devices, or all; ends the command when one of them has none."""
    if not devices:
        return texts
    wanted = set(devices)
    found = {name: text for name, text in texts.items() if Path(name).stem in wanted}
    missing = wanted - {Path(name).stem for name in found}
    if missing:
        known = [Path(name).stem for name in texts if not name.endswith(".txt")]
        stop_with(
            "CLI004", f"unknown device `{min(missing)[:60]}`", _known(min(missing), known, "devices here")
        )
    return found


def chosen_sites(intent: Intent, sites: list[str], devices: list[str]) -> list[str]:
    """The sites a command is limited to; ends it when one is unknown. A device limits to its site by name."""
    for name in sites:
        if name not in intent.sites:
            stop_with("CLI002", f"unknown site `{name[:40]}`", _known(name, intent.sites, "known sites"))
    if sites or not devices:
        return sorted(sites or intent.sites)
    codes = {site.code: name for name, site in intent.sites.items()}
    found = {codes[code] for device in devices for code in codes if device.startswith(f"{code}-")}
    return sorted(found or intent.sites)


def _known(name: str, names: Iterable[str], what: str) -> str:
    """Advice for a wrong name: the one that was probably meant, else some that exist."""
    import difflib  # noqa: PLC0415 - only for a wrong name

    known = sorted(names)
    near = difflib.get_close_matches(name, known, n=1)
    more = f" and {len(known) - _SOME} more" if len(known) > _SOME else ""
    return f"did you mean {near[0]}?" if near else f"{what}: {', '.join(known[:_SOME])}{more}"


_SOME = 8
