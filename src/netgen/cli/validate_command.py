"""`netgen validate`: is the inventory right?"""

from __future__ import annotations

import typer

from netgen.cli.options import INVENTORY, FormatOption, InventoryOption


def validate(inventory: InventoryOption = INVENTORY, format_: FormatOption = "text") -> None:
    """Check the inventory: syntax, types, references, addresses, ports, power, policy, exceptions."""
    from netgen.cli import EXIT_INPUT  # noqa: PLC0415 - heavy imports only when the command runs
    from netgen.cli.console import show_diagnostics  # noqa: PLC0415
    from netgen.cli.estate import read_estate  # noqa: PLC0415
    from netgen.cli.formats import chosen_format  # noqa: PLC0415
    from netgen.cli.streams import say  # noqa: PLC0415

    form = chosen_format(format_)
    found, collector = read_estate(inventory)
    show_diagnostics(collector, form)
    if collector.has_errors or found.intent is None:
        raise typer.Exit(EXIT_INPUT)
    if form.value in ("text", "concise"):
        sites = found.intent.sites
        boxes = sum(len(cabinet.switches) for site in sites.values() for cabinet in site.cabinets.values())
        say(f"valid: {found.intent.trust.trust}, {len(sites)} sites, {boxes} switches")
