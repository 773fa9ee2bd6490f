"""The documentation page of all platforms, made from their own capability data."""

from __future__ import annotations

import sys

from netgen.platforms.registry import PLATFORMS


def platforms_page() -> str:
    """`docs/platforms.md`: the platforms, then for each what is not done, or not fully, and why."""
    lines = [
        "# Platforms",
        "",
        "Made from the capability data by `python -m netgen.reports.platform_pages`; a test compares. What each",
        "does is a column of `docs/features.md`.",
        "",
        "| platform | written for | kinds of box | Batfish reads it |",
        "|---|---|---|---|",
        *(
            f"| {item.key} | {item.title} {item.train} | {', '.join(item.kinds)} | {item.judge} |"
            for item in PLATFORMS
        ),
    ]
    for platform in PLATFORMS:
        lines += ["", f"## {platform.key}", ""]
        if platform.unmapped_categories:
            keys = ", ".join(platform.unmapped_categories)
            lines += [f"No category of the maker's own, or none that was verified, for: {keys}.", ""]
        lines += [f"- **{row.feature}** ({row.level}): {row.why}" for row in platform.capabilities if row.why]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(platforms_page())
