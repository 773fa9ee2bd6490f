"""Pages made from code are as the code says."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgen.checks.registry import CHECKS
from netgen.reports.check_pages import checks_page
from netgen.reports.platform_pages import platforms_page

ROOT = Path(__file__).parents[2]


def test_the_page_of_checks_is_up_to_date() -> None:
    assert (ROOT / "docs/checks.md").read_text() == checks_page(), (
        "run python -m netgen.reports.check_pages > docs/checks.md"
    )


def test_the_page_of_platforms_is_up_to_date() -> None:
    expected = platforms_page()
    assert (ROOT / "docs/platforms.md").read_text() == expected, (
        "run python -m netgen.reports.platform_pages > docs/platforms.md"
    )


@pytest.mark.parametrize("code", sorted({check.code for check in CHECKS}))
def test_each_check_says_what_why_and_how_and_has_cases(code: str) -> None:
    section = checks_page().split(f"\n## {code} ")[1].split("\n## ")[0]
    for heading in ("What it catches", "Why it matters in a school", "Example", "How to fix"):
        assert f"**{heading}:**" in section
    folders = list((ROOT / "tests/checks").glob(f"{code.lower()}_*"))
    assert len(folders) == 1
    assert (folders[0] / "fires.yaml").is_file()
    assert (folders[0] / "silent.yaml").is_file()


def test_lines_called_unverified_are_really_rendered() -> None:
    golden = "\n".join(path.read_text() for path in sorted((ROOT / "golden_configs").rglob("*.c*")))
    lines = {line.strip() for line in golden.split("\n")}
    table = [
        row.split("|")
        for row in (ROOT / "docs/unverified.md").read_text().split("\n")
        if row.startswith("| ") and "`" in row
    ]
    assert len(table) > 10
    for row in table:
        start = row[2].strip().strip("`")
        assert any(line.startswith(start) for line in lines), (
            f"`{start}` is rendered nowhere: take it off the page"
        )
