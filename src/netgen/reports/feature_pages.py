"""The documentation page of features: every row of the standard, how far each platform does it, and what proves it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from itertools import groupby

from netgen.platforms.features import FEATURES, Feature, concerns, proof_of
from netgen.platforms.platform import Platform
from netgen.platforms.registry import PLATFORMS

_WORDS = {"done": "done", "partial": "partial", "not possible": "no", "not yet": "not yet"}


def features_page(mutations: Mapping[str, int]) -> str:
    """`docs/features.md`. `mutations` is how many edits of texts, by feature, the tests show to the judge."""
    lines = [
        "# Features",
        "",
        "Made by `python -m netgen.reports.feature_pages` from the capability data and the lists of mutations; a",
        "test compares. A cell says how far a platform does it: **done**, **partial**, **no** (not possible on this",
        "platform), **not yet**, or `-` where it is no matter of this kind of box. Why is in `docs/platforms.md`.",
        "*Judged by* are the rules (`docs/checks.md`) that object when a text lacks it; the number",
        "is that of single-line edits of it which the tests show to the judge (`tests/judge/mutations`).",
        "",
    ]
    for area, rows in groupby(
        sorted(FEATURES, key=lambda row: _AREAS.index(row.area)), key=lambda row: row.area
    ):
        lines += _area(area, list(rows), mutations)
    lines += ["## Not in the model yet", ""]
    lines += [f"- **{row.title}** ({row.name}): {row.no_words}." for row in FEATURES if row.no_words]
    return "\n".join(lines) + "\n"


_AREAS = tuple(dict.fromkeys(row.area for row in FEATURES))


def _area(area: str, rows: list[Feature], mutations: Mapping[str, int]) -> list[str]:
    keys = [platform.key for platform in PLATFORMS]
    lines = [f"## {area}", ""]
    lines += [f"| feature | {' | '.join(keys)} | judged by |", f"|---|{'---|' * len(keys)}---|"]
    for row in rows:
        cells = [_cell(row, platform) for platform in PLATFORMS]
        lines.append(f"| {row.title} | {' | '.join(cells)} | {_proof(row, mutations)} |")
    return [*lines, ""]


def _proof(row: Feature, mutations: Mapping[str, int]) -> str:
    if row.no_words:
        return "nothing yet"
    if row.by_model:
        return "; ".join(filter(None, (" ".join(row.judged), row.by_model)))
    rules = " ".join(row.judged) or "its lines, by the baseline (JDG710, JDG711)"
    return f"{rules}; {proof_of(row) or f'{mutations.get(row.name, 0)} edits'}"


def _cell(feature: Feature, platform: Platform) -> str:
    if feature.no_words:
        return "not yet"
    if feature.by_model:
        return "-" if set(feature.kinds).isdisjoint(platform.kinds) else "done"
    if not concerns(feature, platform):
        return "-"
    level = next(item.level for item in platform.capabilities if item.feature == feature.name)
    return _WORDS[str(level)]


if __name__ == "__main__":
    from collections import Counter
    from pathlib import Path

    import yaml

    counted: Counter[str] = Counter()
    for file in sorted(Path("tests/judge/mutations").glob("*.yaml")):
        counted.update(
            str(item.get("feature", "")) for item in yaml.safe_load(file.read_text(encoding="utf-8"))
        )
    sys.stdout.write(features_page(counted))
