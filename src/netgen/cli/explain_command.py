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
        typer.Argument(
            help="FILE:LINE of a golden config or of the inventory, or a path such as standard/wlans/guest."
        ),
    ],
    inventory: InventoryOption = INVENTORY,
    output: OutputOption = OUTPUT,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Most lines shown for a path.")] = 40,
) -> None:
    """Show the YAML that asked for a line of config, or every line that an object asked for."""
    from netgen.cli.estate import checked_estate  # noqa: PLC0415 - heavy imports only when the command runs

    found, intent = checked_estate(inventory)
    match = re.fullmatch(r"(.+):([0-9]+)", what)
    path = found.path_at(Path(match[1]), int(match[2])) if match else None
    if path:
        _explain_path(found, intent, output, path, limit, is_line=True)
    elif match:
        _explain_line(found, intent, output, Path(match[1]), int(match[2]))
    else:
        _explain_path(found, intent, output, what.strip("/"), limit)


def _explain_line(inventory: Inventory, intent: Intent, output: Path, file: Path, number: int) -> None:
    from netgen.cli import EXIT_FAILED  # noqa: PLC0415
    from netgen.cli.console import paint  # noqa: PLC0415
    from netgen.cli.estate import stop_with  # noqa: PLC0415
    from netgen.cli.streams import say, tell  # noqa: PLC0415
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


def _explain_path(
    inventory: Inventory, intent: Intent, output: Path, path: str, limit: int, *, is_line: bool = False
) -> None:
    """Every line that the object asked for. For a line of YAML that asked for none itself: what it is a part of."""
    from netgen.cli.console import paint  # noqa: PLC0415
    from netgen.cli.estate import stop_with  # noqa: PLC0415
    from netgen.cli.streams import say  # noqa: PLC0415
    from netgen.reports.provenance import traced_site  # noqa: PLC0415

    parts = path.split("/")
    is_school = parts[0] == "sites" and parts[1] in intent.sites and parts[1] not in intent.trust.hubs
    traced = {
        name: lines
        for site in ([parts[1]] if is_school else sorted(intent.sites))
        for name, lines in traced_site(intent, site).items()
    }
    origins = {line.origin for lines in traced.values() for line in lines}
    if not inventory.has(path) and not any(_is_part(origin, path) for origin in origins):
        stop_with(
            "CLI007",
            f"`{path[:80]}` is no object of the inventory",
            "write a path such as standard/segments/staff, or FILE:LINE",
        )
    while is_line and path.count("/") > 1 and not any(_is_part(origin, path) for origin in origins):
        path = path.rpartition("/")[0]
    say(f"{paint(path, 'bold')}  {inventory.key_span(path)}")
    asked = [
        (name, number, line.text)
        for name, lines in traced.items()
        for number, line in enumerate(lines, 1)
        if _is_part(line.origin, path)
    ]
    for name, number, text in asked[:limit]:
        say(f"  {output.name}/{name}:{number}: {text}")
    shown = f", {limit} shown (--limit)" if len(asked) > limit else ""
    files = len({name for name, _, _ in asked})
    say(f"{len(asked)} line{'s' * (len(asked) != 1)} in {files} file{'s' * (files != 1)}{shown}")


def _is_part(origin: str, path: str) -> bool:
    return origin == path or origin.startswith(f"{path}/")
