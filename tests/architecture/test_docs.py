"""Pages made from code are as the code says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml
from tests.golden.test_line_ownership import SCHOOLS
from tests.schools import write_school

from netgen.build import build_texts
from netgen.checks.registry import CHECKS
from netgen.diagnostics import Collector
from netgen.loader import load_inventory
from netgen.reports.check_pages import checks_page
from netgen.reports.feature_pages import features_page
from netgen.reports.inventory_pages import inventory_page
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


def test_lines_called_unverified_are_really_rendered(tmp_path: Path) -> None:
    texts = [path.read_text() for path in sorted((ROOT / "golden_configs").rglob("*.*"))]
    for number, models in enumerate(SCHOOLS):
        for routed in (False, True):
            folder = tmp_path / f"{number}-{routed}"
            intent = load_inventory(
                write_school(folder, *models, routed=routed, full=True), Collector()
            ).intent
            assert intent is not None
            texts += build_texts(intent).files.values()
    lines = {line.strip() for text in texts for line in text.split("\n")}
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


def test_the_page_of_features_is_up_to_date() -> None:
    counted: Counter[str] = Counter()
    for file in sorted((ROOT / "tests" / "judge" / "mutations").glob("*.yaml")):
        counted.update(
            str(row.get("feature", "")) for row in yaml.safe_load(file.read_text(encoding="utf-8"))
        )
    page = (ROOT / "docs" / "features.md").read_text(encoding="utf-8")
    assert page == features_page(counted), "run `python -m netgen.reports.feature_pages > docs/features.md`"


def test_no_cell_of_the_feature_table_is_empty() -> None:
    rows = (ROOT / "docs" / "features.md").read_text(encoding="utf-8").splitlines()
    cells = [cell.strip() for row in rows if row.startswith("| ") for cell in row.strip("|").split("|")]
    assert len(cells) > 500
    assert all(cells)


def test_the_page_of_the_inventory_is_up_to_date() -> None:
    assert (ROOT / "docs/inventory.md").read_text(encoding="utf-8") == inventory_page(), (
        "run `python -m netgen.reports.inventory_pages > docs/inventory.md`"
    )
