"""Options that several commands share, so that they read alike everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

InventoryOption = Annotated[
    Path, typer.Option("--inventory", "-i", help="Folder with trust.yaml.", show_default=True)
]
OutputOption = Annotated[Path, typer.Option("--output", "-o", help="Folder of the golden configs.")]
SiteOption = Annotated[
    list[str], typer.Option("--site", "-s", metavar="SITE", help="Only this site; may be repeated.")
]
DeviceOption = Annotated[
    list[str], typer.Option("--device", "-d", metavar="DEVICE", help="Only this device; may be repeated.")
]
FormatOption = Annotated[
    str, typer.Option("--format", "-f", help="text, concise, json, junit or sarif.", show_default=True)
]

INVENTORY = Path("inventory")
OUTPUT = Path("golden_configs")
