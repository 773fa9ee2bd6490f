"""`netgen platforms`: what each platform can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from netgen.platforms.platform import Platform

_MARKS = {"done": "+", "partial": "~", "not yet": "-", "not possible": "x"}
_NO_MATTER = "."


def platforms(
    key: Annotated[str, typer.Argument(help="One platform, to see why something is not done.")] = "",
) -> None:
    """Print the capability matrix, or one platform with its reasons."""
    from netgen.cli.estate import stop_with  # noqa: PLC0415
    from netgen.cli.streams import say  # noqa: PLC0415
    from netgen.platforms.registry import PLATFORMS  # noqa: PLC0415

    if not key:
        for line in _matrix(PLATFORMS):
            say(line)
        return
    found = next((item for item in PLATFORMS if item.key == key), None)
    if found is None:
        known = ", ".join(item.key for item in PLATFORMS)
        stop_with("CLI018", f"unknown platform `{key[:30]}`", f"choose from {known}")
    for line in _reasons(found) if found else ():
        say(line)


def _matrix(platforms: tuple[Platform, ...]) -> list[str]:
    """Platforms by number, then a line a feature, within 80 columns."""
    from netgen.platforms.features import FEATURES, concerns  # noqa: PLC0415

    lines = [
        f"{number}  {item.key:<17} {item.title} {item.train}" for number, item in enumerate(platforms, 1)
    ]
    lines += ["", "+ done   ~ partial   - not yet   x not possible   . not this kind of box"]
    area = ""
    for row in FEATURES:
        if row.area != area:
            area = row.area
            lines += ["", f"{area:<23}" + "".join(f"{number:>3}" for number in range(1, len(platforms) + 1))]
        if row.no_words:
            lines.append(f"{row.name:<23}" + f"{'-':>3}" * len(platforms) + "  not in the model yet")
            continue
        if row.by_model:
            marks = ["." if set(row.kinds).isdisjoint(item.kinds) else "+" for item in platforms]
            lines.append(f"{row.name:<23}" + "".join(f"{mark:>3}" for mark in marks))
            continue
        marks = []
        for item in platforms:
            level = next((str(have.level) for have in item.capabilities if have.feature == row.name), "")
            marks.append(_MARKS.get(level, _NO_MATTER) if concerns(row, item) else _NO_MATTER)
        lines.append(f"{row.name:<23}" + "".join(f"{mark:>3}" for mark in marks))
    return lines


def _reasons(platform: Platform) -> list[str]:
    lines = [f"{platform.key}: {platform.title} {platform.train}, as {', '.join(platform.kinds)}"]
    lines.extend(
        f"{row.feature}: {row.level}" + (f" - {row.why}" if row.why else "") for row in platform.capabilities
    )
    return lines
