"""The documentation page of all platforms, made from their own capability data."""

from __future__ import annotations

import sys

from netgen.platforms.registry import PLATFORMS


def platforms_page() -> str:
    """`docs/platforms.md`: the matrix, then what is not done and why."""
    features = sorted({item.feature for platform in PLATFORMS for item in platform.capabilities})
    lines = [
        "# Platforms",
        "",
        "Made from the capability data by `python -m netgen.reports.platform_pages`; a test compares.",
        "",
        "| platform | written for | Batfish reads it |",
        "|---|---|---|",
        *(f"| {item.key} | {item.title} {item.train} | {item.judge} |" for item in PLATFORMS),
        "",
        f"| feature | {' | '.join(item.key for item in PLATFORMS)} |",
        f"|---|{'---|' * len(PLATFORMS)}",
    ]
    for feature in features:
        cells = []
        for platform in PLATFORMS:
            levels = [str(item.level) for item in platform.capabilities if item.feature == feature]
            cells.append(levels[0] if levels else "not applicable")
        lines.append(f"| {feature} | {' | '.join(cells)} |")
    lines += ["", "## Why not, or not fully", ""]
    for platform in PLATFORMS:
        for item in platform.capabilities:
            if item.why:
                lines.append(f"- **{platform.key} {item.feature}** ({item.level}): {item.why}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(platforms_page())
