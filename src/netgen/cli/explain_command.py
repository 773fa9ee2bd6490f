"""`netgen explain`: who asked for this line, and what did this line of YAML ask for?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netgen.cli.options import INVENTORY, OUTPUT, InventoryOption, OutputOption

if TYPE_CHECKING:
    from netgen.intent import Intent
    from netgen.loader import Inventory


def explain(
    what: Annotated[
        str,
        typer.Argument(help="FILE:LINE of a golden config, or an object path such as standard/wlans/guest."),
    ],
    inventory: InventoryOption = INVENTORY,
    output: OutputOption = OUTPUT,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Most lines shown for a path.")] = 40,
) -> None:
    """Show the YAML that asked for a line of config, or every line that an object asked for."""
    from netgen.cli.estate import checked_estate  # noqa: PLC0415 - heavy imports only when the command runs

    found, intent = checked_estate(inventory)
    match = re.fullmatch(r"(.+):([0-9]+)", what)
    if match:
        _explain_line(found, intent, output, Path(match[1]), int(match[2]))
    else:
        _explain_path(found, intent, output, what.strip("/"), limit)


def _explain_line(inventory: Inventory, intent: Intent, output: Path, file: Path, number: int) -> None:
    from netgen.cli import EXIT_FAILED  # noqa: PLC0415
    from netgen.cli.console import paint, say, tell  # noqa: PLC0415
    from netgen.cli.estate import stop_with  # noqa: PLC0415
    from netgen.reports.provenance import traced_site  # noqa: PLC0415

    site = file.parent.name
    if site not in intent.sites:
        stop_with("CLI005", f"`{file}` is no golden config of this inventory", f"name a file below {output}")
    lines = traced_site(intent, site).get(f"{site}/{file.name}")
    if lines is None:
        stop_with(
            "CLI005", f"`{file}` is no golden config of this inventory", f"name a file below {output}/{site}"
        )
        return
    if not 1 <= number <= len(lines):
        stop_with("CLI006", f"{file} has no line {number}", f"it has lines 1 to {len(lines)}")
    line = lines[number - 1]
    say(f"{site}/{file.name}:{number}: {line.text.strip()}")
    say(f"  asked for by {paint(line.origin, 'bold')}")
    span = inventory.span(line.origin)
    if span:
        say(f"  {span}")
        for text in _snippet(inventory, line.origin):
            say(f"    {text}")
    path = output / site / file.name
    if path.is_file() and path.read_text(encoding="utf-8").split("\n")[number - 1 : number] != [line.text]:
        tell("the file on disk has another text there: run `netgen render` first")
        raise typer.Exit(EXIT_FAILED)


def _snippet(inventory: Inventory, path: str) -> list[str]:
    span = inventory.key_span(path)
    if span is None:
        return []
    file = inventory.root.parent / span.file
    if not file.is_file():
        return []
    lines = file.read_text(encoding="utf-8").splitlines()
    start = span.line - 1
    indent = len(lines[start]) - len(lines[start].lstrip())
    found = [lines[start]]
    for text in lines[start + 1 : start + 6]:
        if text.strip() and len(text) - len(text.lstrip()) <= indent:
            break
        found.append(text)
    return found


def _explain_path(inventory: Inventory, intent: Intent, output: Path, path: str, limit: int) -> None:
    from netgen.cli.console import paint, say  # noqa: PLC0415
    from netgen.cli.estate import stop_with  # noqa: PLC0415
    from netgen.reports.provenance import traced_site  # noqa: PLC0415

    span = inventory.key_span(path)
    if span is None:
        stop_with(
            "CLI007",
            f"`{path[:80]}` is no object of the inventory",
            "write a path such as standard/segments/staff",
        )
    say(f"{paint(path, 'bold')}  {span}")
    parts = path.split("/")
    sites = (
        [parts[1]]
        if parts[0] == "sites" and parts[1] in intent.sites and parts[1] not in intent.trust.hubs
        else None
    )
    shown, total, devices = 0, 0, set()
    for site in sites or sorted(intent.sites):
        for name, lines in traced_site(intent, site).items():
            for number, line in enumerate(lines, 1):
                if line.origin == path or line.origin.startswith(path + "/"):
                    total += 1
                    devices.add(name)
                    if shown < limit:
                        say(f"  {output.name}/{name}:{number}: {line.text}")
                        shown += 1
    say(f"{total} lines in {len(devices)} files" + (f", {shown} shown (--limit)" if shown < total else ""))
