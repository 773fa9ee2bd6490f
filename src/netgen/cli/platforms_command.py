"""`netgen platforms`: what each platform can do."""

from __future__ import annotations

from typing import Annotated

import typer


def platforms(
    why: Annotated[bool, typer.Option("--why", help="Say why where something is not done.")] = False,
) -> None:
    """Print the capability matrix."""
    from netgen.cli.console import say  # noqa: PLC0415 - heavy imports only when the command runs
    from netgen.platforms.registry import PLATFORMS  # noqa: PLC0415

    features = sorted({item.feature for platform in PLATFORMS for item in platform.capabilities})
    width = max(len(feature) for feature in features)
    say(" " * width + "  " + "  ".join(f"{platform.key:<16}" for platform in PLATFORMS))
    for feature in features:
        cells = []
        for platform in PLATFORMS:
            levels = [str(item.level) for item in platform.capabilities if item.feature == feature]
            cells.append(f"{levels[0] if levels else '-':<16}")
        say(f"{feature:<{width}}  " + "  ".join(cells).rstrip())
    if why:
        say()
        for platform in PLATFORMS:
            for item in platform.capabilities:
                if item.why:
                    say(f"{platform.key} {item.feature}: {item.why}")
